import type { Fields, Margins, Observation } from '../../protocol';
import { post } from '../bridge';
import { guarded } from '../errors';
import { type Owner, topOwner } from './owner';

type Callback = (result: Fields) => void;
interface Watching {
  webviewId: number;
  callback: Callback;
}

const watching = new Map<number, Watching>();
let lastId = 0;

export function answerIntersection(id: number, result: Fields): void {
  const watcher = watching.get(id);
  if (watcher) guarded(() => watcher.callback(result));
}

/** A page that is gone has nothing left to watch. */
export function forgetObservers(webviewId: number): void {
  for (const [id, watcher] of watching) if (watcher.webviewId === webviewId) watching.delete(id);
}

export class IntersectionObserver {
  private readonly references: Observation['references'] = [];
  private readonly ids: number[] = [];

  constructor(
    private readonly owner: Owner | undefined,
    private readonly options: Fields,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.references.push({ selector, margins });
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.references.push({ margins });
    return this;
  }

  observe(selector: string, callback: Callback): void {
    const owner = this.owner ?? topOwner();
    if (!owner) return;
    if (typeof callback !== 'function') throw new TypeError('observe: parameter 2 should be Function');
    const id = ++lastId;
    this.ids.push(id);
    watching.set(id, { webviewId: owner.webviewId, callback });
    post(owner.webviewId, {
      kind: 'observe',
      id,
      selector,
      ...(owner.nodeId === 'page' ? {} : { within: owner.nodeId }),
      all: this.options.observeAll === true,
      thresholds: Array.isArray(this.options.thresholds) ? (this.options.thresholds as number[]) : [0],
      initialRatio: Number(this.options.initialRatio ?? 0),
      references: this.references,
    });
  }

  disconnect(): void {
    for (const id of this.ids.splice(0)) {
      const watcher = watching.get(id);
      watching.delete(id);
      if (watcher) post(watcher.webviewId, { kind: 'unobserve', id });
    }
  }
}

export const createIntersectionObserver = (owner?: unknown, options: Fields = {}): IntersectionObserver =>
  new IntersectionObserver(owner as Owner | undefined, options);
