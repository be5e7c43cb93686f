import type { Fields, SelectorRequest } from '../../protocol';
import { note, post } from '../bridge';
import { canvasOf } from '../canvas/canvas';
import { guarded } from '../errors';
import { type Owner, topOwner } from './owner';

type Callback = (result: unknown) => void;

const waiting = new Map<number, Callback>();
let lastId = 0;

export function answerQuery(id: number, results: unknown[]): void {
  const callback = waiting.get(id);
  waiting.delete(id);
  callback?.(results);
}

/** The view names a canvas; the logic's half of it is the node. */
function withNodes(webviewId: number, result: unknown): unknown {
  if (Array.isArray(result)) return result.map((one) => withNodes(webviewId, one));
  if (typeof result !== 'object' || result === null || !('node' in result)) return result;
  const { canvas } = (result.node ?? {}) as { canvas?: string | null };
  if (canvas === null)
    note({ kind: 'warning', text: 'a canvas without type="2d" was asked for its node: it has none' });
  return { ...result, node: canvas ? canvasOf(webviewId, canvas) : null };
}

class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly selector: string,
    private readonly all: boolean,
    private readonly viewport: boolean,
  ) {}

  private ask(fields: Fields, callback?: Callback): SelectorQuery {
    return this.query.add(
      { selector: this.selector, all: this.all, viewport: this.viewport, fields },
      callback,
    );
  }

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.ask({ id: true, dataset: true, rect: true, size: true }, callback);
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.ask({ id: true, dataset: true, scrollOffset: true }, callback);
  }

  fields(fields: Fields, callback?: Callback): SelectorQuery {
    return this.ask(fields, callback);
  }

  node(callback?: Callback): SelectorQuery {
    return this.ask({ node: true }, callback);
  }

  context(callback?: Callback): SelectorQuery {
    note({ kind: 'unimplemented', name: 'createSelectorQuery().context' });
    return this.ask({}, callback);
  }
}

class SelectorQuery {
  private owner: Owner | undefined;
  private readonly requests: SelectorRequest[] = [];
  private readonly callbacks: (Callback | undefined)[] = [];

  in(owner: unknown): this {
    this.owner = owner as Owner;
    return this;
  }

  select(selector: string): NodesRef {
    return new NodesRef(this, selector, false, false);
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef(this, selector, true, false);
  }

  selectViewport(): NodesRef {
    return new NodesRef(this, '', false, true);
  }

  add(request: SelectorRequest, callback?: Callback): this {
    this.requests.push(request);
    this.callbacks.push(callback);
    return this;
  }

  exec(done?: Callback): this {
    const owner = this.owner ?? topOwner();
    if (!owner) return this;
    const id = ++lastId;
    waiting.set(id, (found) => {
      const results = (found as unknown[]).map((result) => withNodes(owner.webviewId, result));
      results.forEach((result, index) => {
        const callback = this.callbacks[index];
        if (callback) guarded(() => callback(result));
      });
      if (done) guarded(() => done(results));
    });
    const within = owner.nodeId === 'page' ? {} : { within: owner.nodeId };
    post(owner.webviewId, { kind: 'query', id, requests: this.requests.map((it) => ({ ...it, ...within })) });
    return this;
  }
}

export const createSelectorQuery = (): SelectorQuery => new SelectorQuery();
