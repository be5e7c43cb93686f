import type { Boot } from './native/phone';
import type { NetworkConditions } from './network-conditions';

/**
 * What the three worlds tell each other. The logic (a vm context without any host object), the host (Node) and
 * the view (one frame a page in Chromium) share no memory: everything below crosses as JSON text.
 */
export type Fields = Record<string, unknown>;

/** A page or component as the view needs it: no code, only what the template engine reads. */
export interface Definition {
  path: string;
  data: Fields;
  properties: Record<string, { type: string; value: unknown }>;
  methods: string[];
  options: Fields;
  /** Its logic wants to know of instances and property changes; a component of pure template does not. */
  watched: boolean;
}

export interface PageOpening {
  webviewId: number;
  path: string;
  page: Definition;
  components: Definition[];
}

export interface SelectorRequest {
  selector: string;
  /** Node id of the component whose tree is searched; absent = the page. */
  within?: string;
  all: boolean;
  viewport: boolean;
  fields: Fields;
}

export interface Margins {
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
}

/** What an intersection observer watches, and against which areas; a reference without selector is the viewport. */
export interface Observation {
  selector: string;
  within?: string;
  all: boolean;
  thresholds: number[];
  initialRatio: number;
  references: { selector?: string; margins: Margins }[];
}

export interface TouchPoint {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
  /** On a canvas only. */
  x?: number;
  y?: number;
}

export interface EventPlace {
  id: string;
  offsetLeft: number;
  offsetTop: number;
  dataset: Fields;
}

/** The event as the platform hands it to a handler. */
export interface ViewEvent {
  type: string;
  timeStamp: number;
  target: EventPlace;
  currentTarget: EventPlace;
  mark: Fields;
  detail: unknown;
  touches?: TouchPoint[];
  changedTouches?: TouchPoint[];
}

export type ToView =
  | { kind: 'data'; node: string; changes: [string, unknown][]; ack: number }
  | { kind: 'query'; id: number; requests: SelectorRequest[] }
  | { kind: 'trigger'; node: string; name: string; detail: unknown; options: Fields }
  | { kind: 'scrollTo'; top: number; selector: string; offsetTop: number; durationMs: number }
  | { kind: 'canvas'; canvas: string; picture: string }
  /** The answer of an `input` handler: `told` is the value it was called with. */
  | { kind: 'typed'; field: string; told: string; text: string; cursor?: number }
  /** What a button opened came to. */
  | { kind: 'opened'; button: number; type: string; detail: Fields }
  /** As if a finger had pulled the page down; false: what the app does then has ended. */
  | { kind: 'refresh'; isRunning: boolean }
  | ({ kind: 'observe'; id: number } & Observation)
  | { kind: 'unobserve'; id: number };

export type FromView =
  | { kind: 'ready' }
  | { kind: 'event'; node: string; path: string; method: string; event: ViewEvent; field?: string }
  | { kind: 'attached'; node: string; path: string; id: string; dataset: Fields; properties: Fields }
  | { kind: 'detached'; node: string }
  | { kind: 'property'; node: string; name: string; value: unknown }
  | { kind: 'ack'; ack: number }
  | { kind: 'reply'; id: number; results: unknown[] }
  | { kind: 'intersection'; id: number; result: Fields }
  | { kind: 'scroll'; scrollTop: number }
  | { kind: 'reachBottom' }
  | { kind: 'pullDown' }
  | { kind: 'resize'; size: Fields }
  /** A tap on a button with an `open-type`. */
  | { kind: 'open'; button: number; type: string };

/** Things that happen to the app from outside: the user's or the system's doing. */
export type SystemEvent =
  | { kind: 'launch'; path: string; query: Fields; scene: number }
  | { kind: 'foreground' }
  | { kind: 'background' }
  | { kind: 'back' }
  | { kind: 'tab'; index: number; text: string }
  | { kind: 'network'; isConnected: boolean; networkType: string }
  | { kind: 'weakNetwork'; weakNet: boolean; networkType: string }
  | { kind: 'update'; state: 'ready' | 'failed' }
  | { kind: 'memory'; level: number };

/** Host → logic. */
export type ToLogic =
  | { kind: 'timer'; id: number }
  | { kind: 'result'; id: number; outcome: Outcome }
  | { kind: 'progress'; id: number; event: string; detail: Fields }
  | { kind: 'view'; webviewId: number; message: FromView }
  | { kind: 'system'; event: SystemEvent }
  | { kind: 'rejection'; reason: string };

/** How a native call ended; `reason` becomes the text after `fail` in errMsg. */
export type Outcome =
  { ok: true; value: Fields } | { ok: false; reason: string; errno?: number; extra?: Fields };

/** What the run wants remembered: the test's evidence. */
export type Note =
  | { kind: 'console'; level: 'log' | 'info' | 'warn' | 'error' | 'debug'; text: string }
  | { kind: 'error'; text: string }
  | { kind: 'rejection'; text: string }
  | { kind: 'unimplemented'; name: string }
  | { kind: 'setData'; path: string; webviewId: number; bytes: number }
  | { kind: 'page'; what: 'load' | 'show' | 'ready' | 'hide' | 'unload'; path: string; webviewId: number }
  | { kind: 'package'; root: string }
  | { kind: 'request'; url: string; method: string; status: number; ms: number }
  | { kind: 'size'; path: string; nodes: number; depth: number; children: number }
  | { kind: 'warning'; text: string };

/** The logic's process → harness. */
export type FromLogicProcess =
  | { kind: 'view'; webviewId: number; message: ToView }
  | { kind: 'ui'; id: number; api: string; params: Fields }
  /** `at`: when it was so, ms; a busy harness reads of it later. */
  | { kind: 'note'; note: Note; at?: number }
  | { kind: 'memory'; heapBytes: number };

/** Harness → the logic's process. */
export type ToLogicProcess =
  | { kind: 'boot'; boot: Boot }
  | { kind: 'view'; webviewId: number; message: FromView }
  | { kind: 'answer'; id: number; outcome: Outcome }
  | { kind: 'system'; event: SystemEvent }
  | { kind: 'photos'; files: string[] | null }
  | { kind: 'memory' }
  | { kind: 'conditions'; conditions: NetworkConditions };
