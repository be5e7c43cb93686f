interface Action {
  animates: { type: string; args: (string | number)[] }[];
  option: {
    transformOrigin: string;
    transition: { duration: number; timingFunction: string; delay: number };
  };
}

const LENGTH = 'px';
const ANGLE = 'deg';

/** `translate(10, 5)` of the app is `translate(10px, 5px)` of CSS; angles are degrees. */
function toFunction(type: string, args: (string | number)[]): string {
  const isAngle = /^(rotate|skew)/.test(type);
  const unit = isAngle ? ANGLE : type.startsWith('translate') ? LENGTH : '';
  const values = args.map((value, index) => {
    const isPlain = typeof value !== 'number' || (type === 'rotate3d' && index < 3);
    return isPlain ? String(value) : `${value}${unit}`;
  });
  return `${type}(${values.join(', ')})`;
}

const running = new WeakMap<HTMLElement, () => void>();

/** Step after step, each for its time; a new animation takes over from one that is under way. */
export function animate(element: HTMLElement, actions: Action[]): void {
  running.get(element)?.();
  let timer: ReturnType<typeof setTimeout> | undefined;
  running.set(element, () => clearTimeout(timer));
  const next = (index: number): void => {
    const action = actions[index];
    if (!action) return;
    const { duration, timingFunction, delay } = action.option.transition;
    const styles = action.animates.filter(({ type }) => type === 'style');
    const functions = action.animates.filter(({ type }) => type !== 'style');
    element.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`;
    element.style.transformOrigin = action.option.transformOrigin;
    if (functions.length > 0)
      element.style.transform = functions.map(({ type, args }) => toFunction(type, args)).join(' ');
    for (const { args } of styles) element.style.setProperty(String(args[0]), String(args[1]));
    timer = setTimeout(() => next(index + 1), duration + delay);
  };
  requestAnimationFrame(() => next(0));
}

export const isAnimation = (value: unknown): value is { actions: Action[] } =>
  typeof value === 'object' && value !== null && Array.isArray((value as { actions?: unknown }).actions);
