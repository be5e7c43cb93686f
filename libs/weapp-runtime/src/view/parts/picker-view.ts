import { Part, fire } from './part';

const INDICATOR_HEIGHT = 34;

/** Wheels beside each other; `value` is the chosen line of each. */
export class WxPickerView extends Part {
  static override readonly observedAttributes = ['value', 'indicator-style', 'mask-style'];
  private asked: unknown;

  columns(): WxPickerViewColumn[] {
    return [...this.children].filter((child) => child instanceof WxPickerViewColumn);
  }

  protected override setUp(): void {
    new MutationObserver(() => this.place()).observe(this, { childList: true, subtree: true });
  }

  protected override update(): void {
    this.place();
  }

  private place(): void {
    const value = this.raw('value');
    const isNew = JSON.stringify(value) !== this.asked;
    this.asked = JSON.stringify(value);
    const height = /height:\s*([\d.]+)px/.exec(this.text('indicator-style'))?.[1];
    this.columns().forEach((column, index) => {
      if (height) column.setLineHeight(`${height}px`);
      if (isNew) column.chosen = Number((value as number[] | undefined)?.[index] ?? 0);
      column.show();
    });
  }

  moved(): void {
    fire(this, 'change', { value: this.columns().map(({ chosen }) => chosen) });
  }
}

export class WxPickerViewColumn extends Part {
  chosen = 0;
  private from: { y: number; offset: number } | undefined;

  protected override setUp(): void {
    this.addEventListener('touchstart', (event) => {
      this.from = { y: event.touches[0]?.clientY ?? 0, offset: this.chosen * this.lineHeight() };
      fire(this.view ?? null, 'pickstart');
    });
    this.addEventListener('touchmove', (event) => {
      event.preventDefault();
      const touch = event.touches[0];
      if (this.from && touch) this.shift(this.from.offset + this.from.y - touch.clientY);
    });
    this.addEventListener('touchend', (event) => this.released(event.changedTouches[0]?.clientY ?? 0));
  }

  private get view(): WxPickerView | undefined {
    return this.parentElement instanceof WxPickerView ? this.parentElement : undefined;
  }

  /** Every line is as high as the indicator over the middle one. */
  setLineHeight(height: string): void {
    for (const child of this.children)
      Object.assign((child as HTMLElement).style, { height, lineHeight: height });
  }

  private lineHeight(): number {
    return (this.children[0] as HTMLElement | undefined)?.offsetHeight || INDICATOR_HEIGHT;
  }

  private released(y: number): void {
    if (!this.from) return;
    const before = this.chosen;
    this.chosen = Math.round((this.from.offset + this.from.y - y) / this.lineHeight());
    this.from = undefined;
    this.show();
    if (this.chosen !== before) this.view?.moved();
    fire(this.view ?? null, 'pickend');
  }

  /** No further than there are lines: they may have become fewer. */
  show(): void {
    this.chosen = Math.min(Math.max(0, this.chosen), Math.max(0, this.children.length - 1));
    [...this.children].forEach((child, index) =>
      child.setAttribute('aria-selected', String(index === this.chosen)),
    );
    this.shift(this.chosen * this.lineHeight());
  }

  private shift(offset: number): void {
    const middle = (this.clientHeight - this.lineHeight()) / 2;
    for (const child of this.children)
      (child as HTMLElement).style.transform = `translateY(${middle - offset}px)`;
  }
}
