import { Part, fire } from './part';

export class WxSlider extends Part {
  static override readonly observedAttributes = ['value', 'min', 'max', 'step', 'disabled'];
  private value = 0;
  private asked: unknown;
  private track!: HTMLElement;
  private thumb!: HTMLElement;

  protected override setUp(): void {
    this.track = document.createElement('i');
    this.thumb = document.createElement('b');
    this.track.append(this.thumb);
    this.append(this.track);
    const move = (type: string) => (event: TouchEvent) => {
      const touch = event.changedTouches[0];
      if (!touch || this.flag('disabled')) return;
      this.value = this.valueAt(touch.clientX);
      this.show();
      fire(this, type, { value: this.value });
    };
    this.addEventListener('touchmove', move('changing'));
    this.addEventListener('touchend', move('change'));
  }

  private valueAt(x: number): number {
    const { left, width } = this.track.getBoundingClientRect();
    const [min, max, step] = [this.number('min', 0), this.number('max', 100), this.number('step', 1)];
    const share = Math.min(1, Math.max(0, (x - left) / (width || 1)));
    return Math.min(max, min + Math.round((share * (max - min)) / step) * step);
  }

  protected override update(): void {
    const asked = this.raw('value');
    if (asked !== this.asked) {
      this.asked = asked;
      this.value = this.number('value', 0);
    }
    this.show();
  }

  private show(): void {
    const [min, max] = [this.number('min', 0), this.number('max', 100)];
    this.thumb.style.left = `${((this.value - min) / (max - min || 1)) * 100}%`;
  }

  override formValue(): unknown {
    return this.value;
  }
}
