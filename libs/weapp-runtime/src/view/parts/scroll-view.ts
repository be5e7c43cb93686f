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
  private isRefreshing = false;

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

  /** Pull to refresh, where the app switched it on: once, until the app says that it has ended. */
  private listenForPull(): void {
    let from: number | undefined;
    this.addEventListener('touchstart', (event) => {
      const isReady = this.flag('refresher-enabled') && !this.isRefreshing && this.scrollTop <= 0;
      from = isReady ? event.touches[0]?.clientY : undefined;
    });
    const dyOf = (event: TouchEvent): number => (event.changedTouches[0]?.clientY ?? 0) - (from ?? 0);
    this.addEventListener('touchmove', (event) => {
      if (from !== undefined && dyOf(event) > 0) fire(this, 'refresherpulling', { dy: dyOf(event) });
    });
    this.addEventListener('touchend', (event) => {
      if (from === undefined) return;
      const dy = dyOf(event);
      from = undefined;
      if (dy > this.number('refresher-threshold', PULL)) this.refresh(dy);
      else if (dy > 0) fire(this, 'refresherabort', { dy });
    });
  }

  private refresh(dy: number): void {
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    fire(this, 'refresherrefresh', { dy });
  }

  private endRefreshing(): void {
    if (!this.isRefreshing) return;
    this.isRefreshing = false;
    fire(this, 'refresherrestore', { dy: 0 });
  }

  protected override update(): void {
    this.style.overflowX = this.flag('scroll-x') ? 'auto' : 'hidden';
    this.style.overflowY = this.flag('scroll-y') ? 'auto' : 'hidden';
    const behavior = this.flag('scroll-with-animation') ? 'smooth' : 'instant';
    this.whenChanged('scroll-top', (top) => this.scrollTo({ top: Number(top), behavior }));
    this.whenChanged('scroll-left', (left) => this.scrollTo({ left: Number(left), behavior }));
    this.whenChanged('refresher-triggered', (isAsked) =>
      isAsked ? this.refresh(this.number('refresher-threshold', PULL)) : this.endRefreshing(),
    );
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
