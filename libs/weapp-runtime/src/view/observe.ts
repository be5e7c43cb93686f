import type { Fields, Margins, Observation } from '../protocol';
import { type Mirror, elementOf } from './mirror';

interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const observing = new Map<number, () => void>();

const withSize = ({ left, top, right, bottom }: Rect): Fields => ({
  left,
  top,
  right,
  bottom,
  width: right - left,
  height: bottom - top,
});

const grown = (rect: Rect, { left = 0, top = 0, right = 0, bottom = 0 }: Margins): Rect => ({
  left: rect.left - left,
  top: rect.top - top,
  right: rect.right + right,
  bottom: rect.bottom + bottom,
});

const meet = (a: Rect, b: Rect): Rect => {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  return {
    left,
    top,
    right: Math.max(left, Math.min(a.right, b.right)),
    bottom: Math.max(top, Math.min(a.bottom, b.bottom)),
  };
};

const areaOf = ({ left, top, right, bottom }: Rect): number => (right - left) * (bottom - top);

const viewport = (): Rect => {
  const { clientWidth, clientHeight } = document.documentElement;
  return { left: 0, top: 0, right: clientWidth, bottom: clientHeight };
};

const cssMargin = ({ left = 0, top = 0, right = 0, bottom = 0 }: Margins): string =>
  [top, right, bottom, left].map((side) => `${side}px`).join(' ');

/** The browser wakes us when something may have changed; what is told is measured against all references together. */
export function observe(
  mirror: Mirror,
  observation: Observation & { id: number },
  tell: (result: Fields) => void,
): void {
  const { id, selector, within = 'page', all, thresholds, initialRatio } = observation;
  const elements = (wanted: string): Element[] =>
    mirror.select(within, wanted).flatMap((node) => elementOf(node) ?? []);
  const found = elements(selector);
  const references = observation.references.map(({ selector: wanted, margins }) => ({
    root: wanted === undefined ? null : elements(wanted)[0],
    margins,
  }));
  if (references.length === 0) references.push({ root: null, margins: {} });
  const steps = [...new Set([0, ...thresholds])].sort((a, b) => a - b);
  /** How many thresholds it has passed; touching nothing is none. */
  const stepOf = (ratio: number, isIn: boolean): number =>
    isIn ? thresholds.filter((threshold) => ratio >= threshold).length : 0;

  const stops = (all ? found : found.slice(0, 1)).flatMap((target) => {
    let step = stepOf(initialRatio, initialRatio > 0);
    const measure = (): void => {
      const box = target.getBoundingClientRect();
      const areas = references.map(({ root, margins }) =>
        grown(root ? root.getBoundingClientRect() : viewport(), margins),
      );
      const relative = areas.reduce(meet);
      const common = meet(box, relative);
      const ratio = areaOf(box) > 0 ? areaOf(common) / areaOf(box) : 0;
      const now = stepOf(ratio, areaOf(common) > 0);
      if (now === step) return;
      step = now;
      const node = mirror.placeOf(target);
      tell({
        ...node,
        intersectionRatio: ratio,
        intersectionRect: withSize(common),
        boundingClientRect: withSize(box),
        relativeRect: withSize(relative),
        time: Date.now(),
      });
    };
    return references.map(({ root, margins }) => {
      if (root === undefined) return () => undefined;
      const observer = new IntersectionObserver(measure, {
        root: root ?? document,
        rootMargin: cssMargin(margins),
        threshold: steps,
      });
      observer.observe(target);
      return () => observer.disconnect();
    });
  });
  observing.set(id, () => stops.forEach((stop) => stop()));
}

export function unobserve(id: number): void {
  observing.get(id)?.();
  observing.delete(id);
}
