import type { Fields } from '../protocol';
import { awaitAck } from './acks';
import { note, post, parse, stringify } from './bridge';
import { copy, utf8Length, writeAt } from './data';
import { guarded } from './errors';
import { type IntersectionObserver, createIntersectionObserver } from './wx/intersection';
import { createSelectorQuery } from './wx/query';

const SET_DATA_LIMIT_BYTES = 1_048_576;

/** What pages and components share: data of their own and setData that crosses to the view as text. */
export class Instance {
  data: Fields;

  constructor(
    readonly is: string,
    readonly nodeId: string,
    readonly webviewId: number,
    data: Fields,
  ) {
    this.data = copy(data);
    // The platform hides these; an app that walks its page must not meet them.
    for (const name of ['nodeId', 'webviewId']) Object.defineProperty(this, name, { enumerable: false });
  }

  get __wxWebviewId__(): number {
    return this.webviewId;
  }

  getPageId(): string {
    return `pageId:${this.webviewId}`;
  }

  setData(change: Fields, callback?: () => void): void {
    if (typeof change !== 'object' || change === null) {
      note({ kind: 'warning', text: `setData of ${this.is} was given ${typeof change}` });
      return;
    }
    for (const path of Object.keys(change)) {
      const value = change[path];
      if (value === undefined || typeof value === 'function')
        note({ kind: 'warning', text: `setData of ${this.is} sets ${path} to ${typeof value}` });
    }
    const text = stringify(change);
    const bytes = utf8Length(text);
    note({ kind: 'setData', path: this.is, webviewId: this.webviewId, bytes });
    if (bytes > SET_DATA_LIMIT_BYTES) {
      note({
        kind: 'error',
        text: `setData of ${this.is} sent ${bytes} bytes, the limit is ${SET_DATA_LIMIT_BYTES}`,
      });
      return;
    }
    const changes = Object.entries(parse(text) as Fields);
    for (const [path, value] of changes) writeAt(this.data, path, copy(value));
    const ack = awaitAck(
      this.webviewId,
      typeof callback === 'function' ? () => callback.call(this) : undefined,
    );
    post(this.webviewId, { kind: 'data', node: this.nodeId, changes, ack });
  }

  createSelectorQuery(): unknown {
    return createSelectorQuery().in(this);
  }

  createIntersectionObserver(options: Fields = {}): IntersectionObserver {
    return createIntersectionObserver(this, options);
  }

  triggerEvent(name: string, detail: unknown = {}, options: Fields = {}): void {
    post(this.webviewId, { kind: 'trigger', node: this.nodeId, name, detail: copy(detail) ?? null, options });
  }
}

/** Calls a life cycle or handler where the app has one. */
export function call(owner: object, config: Fields, name: string, ...args: unknown[]): unknown {
  const method = (owner as Fields)[name] ?? config[name];
  return typeof method === 'function' ? guarded(() => method.apply(owner, args) as unknown) : undefined;
}
