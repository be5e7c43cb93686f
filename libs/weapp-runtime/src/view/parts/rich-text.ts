import { toSource } from './image';
import { Part } from './part';

const TRUSTED = new Set(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  ),
);
/** Every trusted element keeps class and style; these keep more. */
const KEPT: Record<string, string[]> = {
  bdo: ['dir'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  img: ['alt', 'src', 'height', 'width'],
  ol: ['start', 'type'],
  table: ['width'],
  td: ['colspan', 'height', 'rowspan', 'width'],
  th: ['colspan', 'height', 'rowspan', 'width'],
};
/** What `space` makes of a run of spaces: as wide as half a letter, a letter, or as the font has it. */
const SPACES: Record<string, string> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

interface RichNode {
  type?: string;
  name?: string;
  text?: string;
  attrs?: Record<string, string | number>;
  children?: RichNode[];
}

/** Only the tags that the platform trusts come out; svg, script and the like vanish, as on a phone. */
export class WxRichText extends Part {
  static override readonly observedAttributes = ['nodes', 'space'];

  protected override setUp(): void {
    // No node inside hears anything: a link leads nowhere.
    this.addEventListener('click', (event) => event.preventDefault());
  }

  protected override update(): void {
    const nodes = this.raw('nodes');
    const space = SPACES[this.text('space')];
    const list = Array.isArray(nodes) ? (nodes as RichNode[]) : parse(String(nodes ?? ''));
    this.replaceChildren(...list.flatMap((node) => build(node, space)));
  }
}

function build(node: RichNode, space: string | undefined): Node[] {
  if (node.type === 'text') {
    const text = decode(node.text ?? '');
    return [document.createTextNode(space ? text.replaceAll(' ', space) : text)];
  }
  const name = (node.name ?? '').toLowerCase();
  if (!TRUSTED.has(name)) return [];
  const element = document.createElement(name);
  for (const key of ['class', 'style', ...(KEPT[name] ?? [])]) {
    const value = node.attrs?.[key];
    if (value !== undefined)
      element.setAttribute(key, key === 'src' ? toSource(String(value)) : String(value));
  }
  element.append(...(node.children ?? []).flatMap((child) => build(child, space)));
  return [element];
}

const decode = (text: string): string => {
  const holder = document.createElement('textarea');
  holder.innerHTML = text;
  return holder.value;
};

/** Text is read into the same nodes that an app may hand over as a list. */
const parse = (html: string): RichNode[] =>
  [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(toNode);

function toNode(node: Node): RichNode[] {
  if (node.nodeType === Node.TEXT_NODE) return [{ type: 'text', text: escape(node.textContent ?? '') }];
  if (!(node instanceof Element)) return [];
  const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  return [{ name: node.localName, attrs, children: [...node.childNodes].flatMap(toNode) }];
}

/** It was decoded once by the parser and will be again with the rest. */
const escape = (text: string): string => text.replaceAll('&', '&amp;');
