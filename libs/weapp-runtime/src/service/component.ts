import type { Fields } from '../protocol';
import { copy } from './data';
import { Instance, call } from './instance';
import { getConfig, toDefinition } from './registry';

type Lifetime = 'created' | 'attached' | 'ready' | 'detached';
const lifetimesOf = (config: Fields): Fields => ({ ...config, ...(config.lifetimes as Fields | undefined) });

/** The logic half of one component in the view; the view half tells when it comes, changes and goes. */
export class ComponentInstance extends Instance {
  readonly config: Fields;
  id: string;
  dataset: Fields;

  constructor(
    path: string,
    nodeId: string,
    webviewId: number,
    placed: { id: string; dataset: Fields; properties: Fields },
  ) {
    const definition = toDefinition(path);
    const defaults = Object.entries(definition.properties).map(([name, { value }]) => [name, copy(value)]);
    super(path, nodeId, webviewId, {
      ...definition.data,
      ...(Object.fromEntries(defaults) as Fields),
      ...placed.properties,
    });
    this.config = getConfig(path);
    Object.defineProperty(this, 'config', { enumerable: false });
    this.id = placed.id;
    this.dataset = placed.dataset;
    const methods = (this.config.methods ?? {}) as Fields;
    for (const name of Object.keys(methods)) (this as Fields)[name] = methods[name];
  }

  get properties(): Fields {
    return this.data;
  }

  run(lifetime: Lifetime): void {
    for (const inherited of (this.config.inherited ?? []) as Fields[])
      call(this, lifetimesOf(inherited), lifetime);
    const own = lifetimesOf(this.config)[lifetime];
    if (typeof own === 'function') call(this, { [lifetime]: own }, lifetime);
  }

  runPageLifetime(name: string, ...args: unknown[]): void {
    const lifetimes = this.config.pageLifetimes as Fields | undefined;
    if (lifetimes?.[name]) call(this, lifetimes, name, ...args);
  }

  /** A property came from the view, changed by the owner's template. */
  receive(name: string, value: unknown): void {
    const before = this.data[name];
    this.data[name] = value;
    const declared = (this.config.properties as Fields | undefined)?.[name] as Fields | undefined;
    if (typeof declared?.observer === 'function')
      call(this, { observer: declared.observer }, 'observer', value, before, [name]);
    const observers = (this.config.observers ?? {}) as Fields;
    for (const key of Object.keys(observers)) {
      const names = key.split(',').map((part) => part.trim());
      if (names.includes('**') || names.some((part) => part.split(/[.[]/)[0] === name))
        call(this, observers, key, ...names.map((part) => this.data[part]));
    }
  }
}
