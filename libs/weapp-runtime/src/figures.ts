import type { Note } from './protocol';

export interface PageFigures {
  setDataCount: number;
  setDataBytes: number;
  largestSetDataBytes: number;
  /** The busiest second, without what an earlier touch set off: a robot touches faster than any child. */
  setDataPerSecond: number;
  nodes: number;
  depth: number;
  children: number;
  /** Of those that ended while the page was open, answered or not; it may have been another that asked. */
  requests: number;
  slowestRequestMs: number;
  /** Errors and console.error while it was open. */
  errors: number;
  rejections: number;
}

/** What the app still holds after its garbage was collected: of all of it, because its pages share one heap. */
export interface Memory {
  /** The logic's process; null where view and logic are one. */
  logicHeapBytes: number | null;
  viewHeapBytes: number;
  /** DOM nodes that something still holds, drawn or not. */
  viewNodes: number;
}

/** What a run leaves behind: the figures of each page, and everything that a clean run has none of. */
export interface Report {
  pages: Record<string, PageFigures>;
  /** Status 0: there was no answer. */
  requests: { url: string; method: string; status: number; ms: number }[];
  packages: string[];
  lifeCycle: string[];
  console: string[];
  problems: string[];
}

const emptyPage = (): PageFigures => ({
  setDataCount: 0,
  setDataBytes: 0,
  largestSetDataBytes: 0,
  setDataPerSecond: 0,
  nodes: 0,
  depth: 0,
  children: 0,
  requests: 0,
  slowestRequestMs: 0,
  errors: 0,
  rejections: 0,
});

const toProblem = (note: Note): string | undefined => {
  switch (note.kind) {
    case 'console':
      return note.level === 'error' ? `console.error: ${note.text}` : undefined;
    case 'error':
      return `error: ${note.text}`;
    case 'rejection':
      return `unhandled rejection: ${note.text}`;
    case 'unimplemented':
      return `${note.name.startsWith('<') ? '' : 'wx.'}${note.name} is not implemented by this runtime`;
    case 'warning':
      return `warning: ${note.text}`;
    default:
      return undefined;
  }
};

export class Figures {
  private readonly pages: Record<string, PageFigures> = {};
  private readonly requests: Report['requests'] = [];
  private readonly packages: string[] = [];
  private readonly lifeCycle: string[] = [];
  private readonly console: string[] = [];
  /** Problems of this run so far, and the page that was open then. */
  private faults: { kind: Note['kind']; text: string; page: string }[] = [];
  private readonly recent: Record<string, number[]> = {};
  private touchedAt = 0;
  private readonly pageOf = new Map<number, string>();
  /** The page that is open. */
  private shown = '';

  get problems(): string[] {
    return this.faults.map(({ text }) => text);
  }

  private page(path: string): PageFigures {
    return (this.pages[path] ??= emptyPage());
  }

  take(note: Note, at = Date.now()): void {
    const text = toProblem(note);
    if (text) this.faults.push({ kind: note.kind, text, page: this.shown });
    switch (note.kind) {
      case 'console':
        this.console.push(`${note.level}: ${note.text}`);
        return;
      case 'setData':
        return this.takeSetData(this.pageOf.get(note.webviewId) ?? note.path, note.bytes, at);
      case 'size': {
        const page = this.page(note.path);
        page.nodes = Math.max(page.nodes, note.nodes);
        page.depth = Math.max(page.depth, note.depth);
        page.children = Math.max(page.children, note.children);
        return;
      }
      case 'page':
        this.pageOf.set(note.webviewId, note.path);
        if (note.what === 'show') this.show(note.path);
        this.lifeCycle.push(`${note.what} ${note.path}`);
        return;
      case 'package':
        this.packages.push(note.root);
        return;
      case 'request':
        return this.takeRequest({ url: note.url, method: note.method, status: note.status, ms: note.ms });
    }
  }

  show(path: string): void {
    this.shown = path;
  }

  private takeRequest(request: Report['requests'][number]): void {
    this.requests.push(request);
    const page = this.page(this.shown);
    page.requests++;
    page.slowestRequestMs = Math.max(page.slowestRequestMs, request.ms);
  }

  private takeSetData(path: string, bytes: number, at: number): void {
    const page = this.page(path);
    page.setDataCount++;
    page.setDataBytes += bytes;
    page.largestSetDataBytes = Math.max(page.largestSetDataBytes, bytes);
    const recent = (this.recent[path] ??= []);
    if (at >= this.touchedAt) recent.push(at);
    while ((recent[0] ?? at) <= at - 1000) recent.shift();
    page.setDataPerSecond = Math.max(page.setDataPerSecond, recent.length);
  }

  /** A finger touches: what is counted by the second begins anew. */
  touched(at = Date.now()): void {
    this.touchedAt = at;
    for (const path of Object.keys(this.recent)) this.recent[path] = [];
  }

  report(): Report {
    const pages = structuredClone(this.pages);
    for (const { kind, page } of this.faults) {
      const figures = (pages[page] ??= emptyPage());
      if (kind === 'rejection') figures.rejections++;
      if (kind === 'error' || kind === 'console') figures.errors++;
    }
    return structuredClone({
      pages,
      requests: this.requests,
      packages: this.packages,
      lifeCycle: this.lifeCycle,
      console: this.console,
      problems: this.problems,
    });
  }

  /** Forgets problems that a test provoked on purpose. */
  forgive(pattern: RegExp): void {
    this.faults = this.faults.filter(({ text }) => !pattern.test(text));
  }
}
