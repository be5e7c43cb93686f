import type { SelectorRequest } from '../protocol';
import type { Element as EngineElement } from 'glass-easel';
import { type Mirror, elementOf } from './mirror';
import { WxCanvas } from './parts/canvas';

/** A handle from which the logic makes the node; other elements have none on this platform. */
const nodeOf = (element: Element): unknown =>
  element instanceof WxCanvas ? { canvas: element.is2d ? element.key : null } : null;

function measure(node: EngineElement, fields: Record<string, unknown>): Record<string, unknown> | null {
  const element = elementOf(node);
  if (!element) return null;
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const styles = Array.isArray(fields.computedStyle) ? (fields.computedStyle as string[]) : [];
  const properties = Array.isArray(fields.properties) ? (fields.properties as string[]) : [];
  return {
    ...(fields.id ? { id: node.id } : {}),
    ...(fields.dataset ? { dataset: node.dataset } : {}),
    ...(fields.mark ? { mark: node.collectMarks() } : {}),
    ...(fields.rect ? { left, right, top, bottom } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset
      ? {
          scrollLeft: element.scrollLeft,
          scrollTop: element.scrollTop,
          scrollWidth: element.scrollWidth,
          scrollHeight: element.scrollHeight,
        }
      : {}),
    ...(fields.node ? { node: nodeOf(element) } : {}),
    ...Object.fromEntries(properties.map((name) => [name, node.getAttribute(name) ?? null])),
    ...Object.fromEntries(
      styles.map((name) => [
        name,
        style.getPropertyValue(name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)),
      ]),
    ),
  };
}

const viewport = (): Record<string, unknown> => {
  const {
    clientWidth: width,
    clientHeight: height,
    scrollLeft,
    scrollTop,
    scrollWidth,
    scrollHeight,
  } = document.documentElement;
  return {
    id: '',
    dataset: {},
    left: 0,
    top: 0,
    right: width,
    bottom: height,
    width,
    height,
    scrollLeft,
    scrollTop,
    scrollWidth,
    scrollHeight,
  };
};

/** One request of a selector query; nothing found is null, as on the platform. */
export function answer(
  mirror: Mirror,
  { selector, within, all, viewport: ofViewport, fields }: SelectorRequest,
): unknown {
  if (ofViewport) return viewport();
  const found = mirror.select(within ?? 'page', selector);
  if (all) return found.map((node) => measure(node, fields));
  const [first] = found;
  return first ? measure(first, fields) : null;
}
