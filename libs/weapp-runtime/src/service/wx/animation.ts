import type { Fields } from '../../protocol';

interface Animate {
  type: string;
  args: unknown[];
}
interface Action {
  animates: Animate[];
  option: { transformOrigin: string; transition: Fields };
}

const TRANSFORMS =
  'matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX skewY translate translate3d translateX translateY translateZ'.split(
    ' ',
  );
const STYLES: Record<string, (value: unknown) => unknown> = {
  opacity: (value) => value,
  backgroundColor: (value) => value,
  width: (value) => toLength(value),
  height: (value) => toLength(value),
  top: (value) => toLength(value),
  left: (value) => toLength(value),
  bottom: (value) => toLength(value),
  right: (value) => toLength(value),
};

const toLength = (value: unknown): unknown => (typeof value === 'number' ? `${value}px` : value);
const toProperty = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Collects what shall happen until `step`, and the steps until `export`; the view carries out what was exported. */
class Animation {
  private readonly defaults: Fields;
  private animates: Animate[] = [];
  private actions: Action[] = [];

  constructor(options: Fields) {
    this.defaults = options;
  }

  add(type: string, args: unknown[]): this {
    this.animates.push({ type, args });
    return this;
  }

  step(given: Fields = {}): this {
    const options = { ...this.defaults, ...given };
    this.actions.push({
      animates: this.animates,
      option: {
        transformOrigin: String(options.transformOrigin ?? '50% 50% 0'),
        transition: {
          duration: Number(options.duration ?? 400),
          timingFunction: String(options.timingFunction ?? 'linear'),
          delay: Number(options.delay ?? 0),
        },
      },
    });
    this.animates = [];
    return this;
  }

  export(): { actions: Action[] } {
    const { actions } = this;
    this.actions = [];
    return { actions };
  }
}

for (const name of TRANSFORMS)
  Object.defineProperty(Animation.prototype, name, {
    value: function (this: Animation, ...args: unknown[]) {
      return this.add(name, args);
    },
  });
for (const [name, toValue] of Object.entries(STYLES))
  Object.defineProperty(Animation.prototype, name, {
    value: function (this: Animation, value: unknown) {
      return this.add('style', [toProperty(name), toValue(value)]);
    },
  });

export const createAnimation = (options: Fields = {}): Animation => new Animation(options);
