import { Part, fire } from './part';

const DEFAULTS = { scaleMin: 0.1, scaleMax: 10 };
/** Past the edge a finger pulls against a spring. */
const PULL = 0.5;
const ANIMATION = 'transform 200ms ease-out';

interface Point {
  x: number;
  y: number;
}

const distance = (a: Touch, b: Touch): number => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
const clamp = (value: number, [min, max]: [number, number]): number => Math.min(max, Math.max(min, value));

/** The room in which the view moves: inside the area, or, when it is the larger of the two, around it. */
const room = (area: number, size: number): [number, number] => [
  Math.min(0, area - size),
  Math.max(0, area - size),
];

export class WxMovableArea extends Part {
  protected override setUp(): void {
    if (this.flag('scale-area')) this.style.touchAction = 'none';
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
      this.addEventListener(type, (event) => {
        if (!this.flag('scale-area')) return;
        for (const view of this.children) if (view instanceof WxMovableView) view.pinched(event);
      });
  }
}

/** Follows one finger, and two where it may be scaled; `x` and `y` are of its upper left corner as it is seen. */
export class WxMovableView extends Part {
  static override readonly observedAttributes = ['x', 'y', 'direction', 'scale', 'scale-value', 'disabled'];
  private at: Point = { x: 0, y: 0 };
  private size = 1;
  private asked: Record<string, unknown> = {};
  private drag: { from: Point; touch: Point; told: boolean } | undefined;
  private pinch: { distance: number; size: number } | undefined;

  protected override setUp(): void {
    this.addEventListener('touchstart', (event) => this.grabbed(event));
    this.addEventListener('touchmove', (event) => this.moved(event));
    for (const type of ['touchend', 'touchcancel'] as const)
      this.addEventListener(type, (event) => this.released(event));
  }

  private get area(): Element | undefined {
    return this.parentElement instanceof WxMovableArea ? this.parentElement : undefined;
  }

  private room(side: 'x' | 'y'): [number, number] {
    const { area } = this;
    if (!area) return [0, 0];
    return side === 'x'
      ? room(area.clientWidth, this.offsetWidth * this.size)
      : room(area.clientHeight, this.offsetHeight * this.size);
  }

  private inside({ x, y }: Point): Point {
    return { x: clamp(x, this.room('x')), y: clamp(y, this.room('y')) };
  }

  protected override update(): void {
    // The app's own values of the first time are read once the element has its size.
    requestAnimationFrame(() => this.obey());
  }

  private changed(name: string): number | undefined {
    const value = this.raw(name);
    if (value === undefined || value === this.asked[name]) return undefined;
    this.asked[name] = value;
    return Number(value);
  }

  private obey(): void {
    const isFirst = Object.keys(this.asked).length === 0;
    const [x, y, scale] = [this.changed('x'), this.changed('y'), this.changed('scale-value')];
    if (scale !== undefined && this.flag('scale')) this.scaleTo(scale, !isFirst);
    if (x === undefined && y === undefined) return;
    const isAnimated = !isFirst && this.raw('animation') !== false;
    this.style.transition = isAnimated ? ANIMATION : '';
    this.place(this.inside({ x: x ?? this.at.x, y: y ?? this.at.y }), '');
  }

  private place(to: Point, source: string): void {
    const isElsewhere = to.x !== this.at.x || to.y !== this.at.y;
    this.at = to;
    this.show();
    if (isElsewhere) fire(this, 'change', { ...to, source });
  }

  private show(): void {
    const grown = (length: number): number => (length * (this.size - 1)) / 2;
    const [x, y] = [this.at.x + grown(this.offsetWidth), this.at.y + grown(this.offsetHeight)];
    this.style.transform = `translate(${x}px, ${y}px) scale(${this.size})`;
  }

  /** Its middle stays where it is, as far as there is room. */
  private scaleTo(asked: number, isTold = true): void {
    const limits: [number, number] = [
      this.number('scale-min', DEFAULTS.scaleMin),
      this.number('scale-max', DEFAULTS.scaleMax),
    ];
    const size = Number(clamp(asked, limits).toFixed(3));
    if (size === this.size) return;
    const middle = {
      x: this.at.x + (this.offsetWidth * this.size) / 2,
      y: this.at.y + (this.offsetHeight * this.size) / 2,
    };
    this.size = size;
    this.at = this.inside({
      x: middle.x - (this.offsetWidth * size) / 2,
      y: middle.y - (this.offsetHeight * size) / 2,
    });
    this.show();
    if (isTold) fire(this, 'scale', { ...this.at, scale: size });
  }

  /** Two fingers, on the view or anywhere on an area that says so. */
  pinched(event: TouchEvent): void {
    const [first, second] = event.touches;
    if (!first || !second || !this.flag('scale') || this.flag('disabled')) {
      this.pinch = undefined;
      return;
    }
    this.drag = undefined;
    this.style.transition = '';
    this.pinch ??= { distance: distance(first, second), size: this.size };
    this.scaleTo(this.pinch.size * (distance(first, second) / (this.pinch.distance || 1)));
  }

  private grabbed(event: TouchEvent): void {
    const touch = event.touches[0];
    this.pinched(event);
    if (!touch || event.touches.length > 1 || this.flag('disabled')) return;
    this.style.transition = '';
    this.drag = { from: this.at, touch: { x: touch.clientX, y: touch.clientY }, told: false };
  }

  private moved(event: TouchEvent): void {
    this.pinched(event);
    const touch = event.touches[0];
    if (!this.drag || !touch) return;
    const direction = this.text('direction', 'none');
    const { from, touch: start } = this.drag;
    const [dx, dy] = [touch.clientX - start.x, touch.clientY - start.y];
    if (!this.drag.told && (dx !== 0 || dy !== 0)) {
      this.drag.told = true;
      fire(this, Math.abs(dx) > Math.abs(dy) ? 'htouchmove' : 'vtouchmove', {});
    }
    const free = {
      x: from.x + (['all', 'horizontal'].includes(direction) ? dx : 0),
      y: from.y + (['all', 'vertical'].includes(direction) ? dy : 0),
    };
    const held = this.inside(free);
    const isOut = held.x !== free.x || held.y !== free.y;
    if (!this.flag('out-of-bounds')) return this.place(held, 'touch');
    const pulled = { x: held.x + (free.x - held.x) * PULL, y: held.y + (free.y - held.y) * PULL };
    this.place(pulled, isOut ? 'touch-out-of-bounds' : 'touch');
  }

  private released(event: TouchEvent): void {
    this.pinched(event);
    if (!this.drag) return;
    this.drag = undefined;
    this.style.transition = ANIMATION;
    this.place(this.inside(this.at), 'out-of-bounds');
  }
}
