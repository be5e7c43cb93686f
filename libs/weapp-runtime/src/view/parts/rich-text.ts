import { Part } from './part';

const TRUSTED = new Set(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  ),
);
const KEPT = [
  'class',
  'style',
  'alt',
  'src',
  'height',
  'width',
  'colspan',
  'rowspan',
  'align',
  'start',
  'type',
  'dir',
];

interface RichNode {
  type?: string;
  name?: string;
  text?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

/** Only the tags that the platform trusts come out; svg, script and the like vanish, as on a phone. */
export class WxRichText extends Part {
  static override readonly observedAttributes = ['nodes'];

  protected override update(): void {
    const nodes = this.raw('nodes');
    this.replaceChildren(
      ...(Array.isArray(nodes) ? (nodes as RichNode[]).flatMap(build) : parse(String(nodes ?? ''))),
    );
  }
}

function build(node: RichNode): Node[] {
  if (node.type === 'text') return [document.createTextNode(decode(node.text ?? ''))];
  const name = (node.name ?? '').toLowerCase();
  if (!TRUSTED.has(name)) return [];
  const element = document.createElement(name);
  for (const key of KEPT) if (node.attrs?.[key] !== undefined) element.setAttribute(key, node.attrs[key]);
  element.append(...(node.children ?? []).flatMap(build));
  return [element];
}

const decode = (text: string): string => {
  const holder = document.createElement('textarea');
  holder.innerHTML = text;
  return holder.value;
};

function parse(html: string): Node[] {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return [...body.childNodes].flatMap(clean);
}

function clean(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
  if (!(node instanceof HTMLElement) || !TRUSTED.has(node.localName)) return [];
  const element = document.createElement(node.localName);
  for (const key of KEPT) if (node.hasAttribute(key)) element.setAttribute(key, node.getAttribute(key) ?? '');
  element.append(...[...node.childNodes].flatMap(clean));
  return [element];
}
