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
}

/** What the app still holds after its garbage was collected. */
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
  /** Of this run so far. */
  readonly problems: string[] = [];
  private readonly recent: Record<string, number[]> = {};
  private readonly pageOf = new Map<number, string>();

  private page(path: string): PageFigures {
    return (this.pages[path] ??= emptyPage());
  }

  take(note: Note, at = Date.now()): void {
    const problem = toProblem(note);
    if (problem) this.problems.push(problem);
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
        this.lifeCycle.push(`${note.what} ${note.path}`);
        return;
      case 'package':
        this.packages.push(note.root);
        return;
      case 'request':
        this.requests.push({ url: note.url, method: note.method, status: note.status, ms: note.ms });
    }
  }

  private takeSetData(path: string, bytes: number, at: number): void {
    const page = this.page(path);
    page.setDataCount++;
    page.setDataBytes += bytes;
    page.largestSetDataBytes = Math.max(page.largestSetDataBytes, bytes);
    const recent = (this.recent[path] ??= []);
    recent.push(at);
    while ((recent[0] ?? at) <= at - 1000) recent.shift();
    page.setDataPerSecond = Math.max(page.setDataPerSecond, recent.length);
  }

  /** A finger touches: what is counted by the second begins anew. */
  touched(): void {
    for (const path of Object.keys(this.recent)) this.recent[path] = [];
  }

  report(): Report {
    return structuredClone({
      pages: this.pages,
      requests: this.requests,
      packages: this.packages,
      lifeCycle: this.lifeCycle,
      console: this.console,
      problems: this.problems,
    });
  }

  /** Forgets problems that a test provoked on purpose. */
  forgive(pattern: RegExp): void {
    const kept = this.problems.filter((problem) => !pattern.test(problem));
    this.problems.splice(0, this.problems.length, ...kept);
  }
}
