import { Part, fire } from './part';

const SWIPE = 30;

/** One page at a time; a swipe or the app's `current` moves it. */
export class WxSwiper extends Part {
  static override readonly observedAttributes = [
    'current',
    'vertical',
    'autoplay',
    'interval',
    'circular',
    'duration',
  ];
  private current = 0;
  private asked: unknown;
  private timer: ReturnType<typeof setInterval> | undefined;

  protected override setUp(): void {
    let from: Touch | undefined;
    this.addEventListener('touchstart', (event) => {
      from = event.touches[0];
    });
    this.addEventListener('touchend', (event) => {
      const to = event.changedTouches[0];
      if (!from || !to) return;
      const distance = this.flag('vertical') ? to.clientY - from.clientY : to.clientX - from.clientX;
      if (Math.abs(distance) > SWIPE) this.moveTo(this.current + (distance < 0 ? 1 : -1), 'touch');
    });
    new MutationObserver(() => this.place()).observe(this, { childList: true });
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  protected override update(): void {
    this.style.flexDirection = this.flag('vertical') ? 'column' : 'row';
    this.style.touchAction = this.flag('vertical') ? 'pan-x' : 'pan-y';
    const asked = this.raw('current');
    if (asked !== undefined && asked !== this.asked) {
      this.asked = asked;
      if (Number(asked) !== this.current) this.moveTo(Number(asked), '');
    }
    clearInterval(this.timer);
    if (this.flag('autoplay'))
      this.timer = setInterval(
        // From the last to the first, also where a finger cannot go round.
        () => this.moveTo((this.current + 1) % this.children.length, 'autoplay'),
        this.number('interval', 5000),
      );
    this.place();
  }

  private moveTo(target: number, source: string): void {
    const count = this.children.length;
    const next =
      this.flag('circular') && count > 0
        ? (target + count) % count
        : Math.min(Math.max(0, target), count - 1);
    if (next === this.current || next < 0) return;
    this.current = next;
    this.place();
    const currentItemId = (this.children[next] as HTMLElement | undefined)?.getAttribute('item-id') ?? '';
    fire(this, 'change', { current: next, currentItemId, source });
    setTimeout(
      () => fire(this, 'animationfinish', { current: next, currentItemId, source }),
      this.number('duration', 500),
    );
  }

  private place(): void {
    const shift = `${-100 * this.current}%`;
    const axis = this.flag('vertical') ? 'Y' : 'X';
    [...this.children].forEach((child, index) => {
      (child as HTMLElement).style.transform = `translate${axis}(${shift})`;
      child.toggleAttribute('aria-hidden', index !== this.current);
      (child as HTMLElement).style.visibility = index === this.current ? '' : 'hidden';
    });
  }
}
