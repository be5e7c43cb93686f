import { Event as EngineEvent, type Element as EngineElement } from 'glass-easel';

import { animate, isAnimation } from './animate';

export interface EngineHolder {
  __wxElement?: EngineElement;
}

/** The nearest node of the engine at or above a DOM node: what the app knows of it. */
export function engineNodeOf(node: Node | null): EngineElement | undefined {
  for (let at = node; at; at = at.parentNode) {
    const found = (at as Node & EngineHolder).__wxElement;
    if (found) return found;
  }
  return undefined;
}

export interface FireOptions {
  bubbles?: boolean;
  extra?: Record<string, unknown>;
}

/** Sends an event into the engine, which finds the handlers that the template bound. */
export function fire(
  target: Node | null,
  type: string,
  detail: unknown = {},
  options: FireOptions = {},
): void {
  const node = engineNodeOf(target);
  if (!node) return;
  const { bubbles = false, extra } = options;
  const event = new EngineEvent(type, detail, {
    bubbles,
    composed: bubbles,
    capturePhase: bubbles,
    ...(extra ? { extraFields: extra } : {}),
  });
  EngineEvent.dispatchEvent(node, event);
}

/** A built-in component: a custom element that reads the values the template gave, not their text in the DOM. */
export class Part extends HTMLElement {
  /** Besides those of every part. */
  static readonly observedAttributes: string[] = [];
  private isSetUp = false;
  private animation: unknown;

  /** The value as the template gave it, or undefined; attributes in the DOM are only its text. */
  raw(name: string): unknown {
    return (this as unknown as EngineHolder).__wxElement?.getAttribute(name) ?? undefined;
  }

  text(name: string, otherwise = ''): string {
    const value = this.raw(name);
    return value === undefined ? otherwise : String(value);
  }

  number(name: string, otherwise: number): number {
    const value = Number(this.raw(name));
    return this.raw(name) === undefined || this.raw(name) === '' || Number.isNaN(value) ? otherwise : value;
  }

  /** The platform reads any text but the empty one as true, so `disabled="false"` is disabled. */
  flag(name: string): boolean {
    const value = this.raw(name);
    return typeof value === 'string' ? value !== '' : Boolean(value);
  }

  connectedCallback(): void {
    if (!this.isSetUp) {
      this.isSetUp = true;
      this.setUp();
    }
    this.attributeChangedCallback();
  }

  attributeChangedCallback(): void {
    if (!this.isSetUp) return;
    // An undefined value is an empty attribute in the DOM, which a browser would read as hidden.
    this.toggleAttribute('wxr-hidden', this.flag('hidden'));
    const role = this.text('aria-role');
    if (role !== '') this.setAttribute('role', role);
    this.animateAsAsked();
    this.update();
  }

  private animateAsAsked(): void {
    const animation = this.raw('animation');
    if (animation === this.animation) return;
    this.animation = animation;
    if (isAnimation(animation)) animate(this, animation.actions);
  }

  /** Once, when it first stands in a page. */
  protected setUp(): void {
    return undefined;
  }

  /** Whenever a value of the template may have changed. */
  protected update(): void {
    return undefined;
  }

  /** A finger touched it, and nothing kept the tap back. */
  tapped(): void {
    return undefined;
  }

  /** What a form collects under the component's name. */
  formValue(): unknown {
    return undefined;
  }

  reset(): void {
    return undefined;
  }
}

export const isPart = (node: unknown): node is Part => node instanceof Part;

const COMMON_ATTRIBUTES = ['hidden', 'aria-role', 'animation'];

/** The browser asks once, when the element is defined, which attributes it shall tell of. */
export function definePart(tag: string, part: typeof Part): void {
  const observedAttributes = [...COMMON_ATTRIBUTES, ...part.observedAttributes];
  Object.defineProperty(part, 'observedAttributes', { value: observedAttributes });
  customElements.define(`wx-${tag}`, part);
}
