import { Part, fire } from './part';

const DEFAULT_THRESHOLD = 50;
const PULL = 45;

export class WxScrollView extends Part {
  static override readonly observedAttributes = [
    'scroll-x',
    'scroll-y',
    'scroll-top',
    'scroll-left',
    'scroll-into-view',
    'refresher-triggered',
  ];
  private last = { left: 0, top: 0 };
  private near = { start: true, end: false };
  private asked: Record<string, unknown> = {};

  protected override setUp(): void {
    this.addEventListener('scroll', () => this.scrolled());
    this.listenForPull();
  }

  private scrolled(): void {
    const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = this;
    const [deltaX, deltaY] = [this.last.left - scrollLeft, this.last.top - scrollTop];
    this.last = { left: scrollLeft, top: scrollTop };
    fire(this, 'scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });
    const vertical = this.flag('scroll-y');
    const [offset, visible, whole] = vertical
      ? [scrollTop, this.clientHeight, scrollHeight]
      : [scrollLeft, this.clientWidth, scrollWidth];
    const start = offset <= this.number('upper-threshold', DEFAULT_THRESHOLD);
    const end = whole - offset - visible <= this.number('lower-threshold', DEFAULT_THRESHOLD);
    if (start && !this.near.start) fire(this, 'scrolltoupper', { direction: vertical ? 'top' : 'left' });
    if (end && !this.near.end) fire(this, 'scrolltolower', { direction: vertical ? 'bottom' : 'right' });
    this.near = { start, end };
  }

  /** Pull to refresh, where the app switched it on. */
  private listenForPull(): void {
    let from: number | undefined;
    this.addEventListener('touchstart', (event) => {
      from = this.flag('refresher-enabled') && this.scrollTop <= 0 ? event.touches[0]?.clientY : undefined;
    });
    this.addEventListener('touchend', (event) => {
      const to = event.changedTouches[0]?.clientY;
      if (from !== undefined && to !== undefined && to - from > this.number('refresher-threshold', PULL))
        fire(this, 'refresherrefresh', { dy: to - from });
      from = undefined;
    });
  }

  protected override update(): void {
    this.style.overflowX = this.flag('scroll-x') ? 'auto' : 'hidden';
    this.style.overflowY = this.flag('scroll-y') ? 'auto' : 'hidden';
    const behavior = this.flag('scroll-with-animation') ? 'smooth' : 'instant';
    this.whenChanged('scroll-top', (top) => this.scrollTo({ top: Number(top), behavior }));
    this.whenChanged('scroll-left', (left) => this.scrollTo({ left: Number(left), behavior }));
    this.whenChanged('scroll-into-view', (id) => {
      if (id) this.querySelector(`#${CSS.escape(String(id))}`)?.scrollIntoView({ behavior, block: 'start' });
    });
  }

  private whenChanged(name: string, apply: (value: unknown) => void): void {
    const value = this.raw(name);
    if (value === undefined || value === this.asked[name]) return;
    this.asked[name] = value;
    requestAnimationFrame(() => apply(value));
  }
}
