import { CurrentWindowBackendContext, Event as EngineEvent, globalOptions } from 'glass-easel';
import type {
  ComponentOptions,
  Element as EngineElement,
  GeneralComponent,
  ShadowedEvent,
  template,
} from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type {
  Definition,
  EventPlace,
  Fields,
  FromView,
  PageOpening,
  TouchPoint,
  ViewEvent,
} from '../protocol';
import { engineNodeOf } from './parts/part';
import { styleScope } from '../style-scope';

interface PackageFile {
  templates: Record<string, template.ComponentTemplate['content']>;
  configs: Record<string, Fields>;
}
declare global {
  interface Window {
    package: PackageFile;
  }
}

/** Touches are turned into events by our own gestures, so the engine must not listen as well. */
class QuietContext extends CurrentWindowBackendContext {
  override setListenerStats(): void {
    return undefined;
  }

  override onEvent(): void {
    return undefined;
  }
}

const TYPES: Record<string, unknown> = { String, Number, Boolean, Object, Array, null: null };

/** The view's half of the page and its components: templates and data, with every handler sent to the logic. */
export interface Mirror {
  setData(node: string, changes: [string, unknown][]): void;
  trigger(node: string, name: string, detail: unknown, options: Fields): void;
  /** Within the tree of one page or component, as the platform searches; `>>>` goes deeper. */
  select(node: string, selector: string): EngineElement[];
  /** What the app knows an element by. */
  placeOf(element: Element): { id: string; dataset: Fields };
}

export const elementOf = (node: EngineElement): Element | null => {
  const element = (node as unknown as { $$?: unknown }).$$;
  return element instanceof Element ? element : null;
};

interface Caller {
  _$: GeneralComponent;
  id: string;
  dataset: Fields | null;
  setData(change: Fields): void;
}

const toPlace = (caller: unknown): EventPlace => {
  const { id, dataset, _$ } = caller as Partial<Caller> & { $$?: unknown };
  const holder = (_$ ?? caller) as { $$?: HTMLElement };
  const element = holder.$$ instanceof HTMLElement ? holder.$$ : undefined;
  return {
    id: id ?? '',
    offsetLeft: element?.offsetLeft ?? 0,
    offsetTop: element?.offsetTop ?? 0,
    dataset: { ...dataset },
  };
};

const toEvent = (event: ShadowedEvent<unknown>): ViewEvent => {
  const { touches, changedTouches } = (event.extraFields ?? {}) as {
    touches?: TouchPoint[];
    changedTouches?: TouchPoint[];
  };
  return {
    type: event.getEventName(),
    timeStamp: event.timeStamp,
    target: toPlace(event.target),
    currentTarget: toPlace(event.currentTarget),
    mark: { ...event.mark },
    detail: event.detail ?? {},
    ...(touches ? { touches } : {}),
    ...(changedTouches ? { changedTouches } : {}),
  };
};

export function openMirror(opening: PageOpening, tags: string[], send: (message: FromView) => void): Mirror {
  const callers = new Map<string, Caller>();
  const ids = new WeakMap<object, string>();
  let lastId = 0;
  const idOf = (caller: object): string => {
    const known = ids.get(caller);
    if (known) return known;
    const id = `c${++lastId}`;
    ids.set(caller, id);
    callers.set(id, caller as Caller);
    return id;
  };

  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  keepIds(space);
  for (const tag of tags) space.getComponentSpace().setGlobalUsingComponent(tag, `wx-${tag}`);
  const groupList = window.package.templates;
  for (const [path, config] of Object.entries(window.package.configs)) {
    space.addComponentStaticConfig(path, config);
    space.addStyleSheet(path, undefined, styleScope(path));
  }
  const handlers = (definition: Definition, node: (caller: object) => string): Fields =>
    Object.fromEntries(
      definition.methods.map((method) => [
        method,
        function (this: object, event: ShadowedEvent<unknown>) {
          const { field } = (event.extraFields ?? {}) as { field?: string };
          send({
            kind: 'event',
            node: node(this),
            path: definition.path,
            method,
            event: toEvent(event),
            ...(field ? { field } : {}),
          });
        },
      ]),
    );

  const register = (definition: Definition, extra: Fields, node: (caller: object) => string): void => {
    const content = groupList[definition.path];
    if (!content) throw new Error(`${definition.path} has no template`);
    space.addCompiledTemplate(definition.path, {
      groupList: groupList as unknown as NonNullable<template.ComponentTemplate['groupList']>,
      content,
      // The templates write `bindtap`, without a colon.
      fallbackListenerOnNativeNode: true,
    });
    space
      .component(definition.path)
      .definition({
        data: definition.data,
        methods: handlers(definition, node),
        options: definition.options,
        ...extra,
      } as never)
      .register();
  };

  for (const component of opening.components)
    register(component, toComponentParts(component, idOf, send), idOf);
  register(opening.page, {}, () => 'page');

  const backend = env.associateBackend(new QuietContext());
  const root = backend.createRoot('wx-page-root', space, opening.path);
  const page = root.get() as unknown as Caller;
  const placeholder = document.createElement('div');
  document.body.append(placeholder);
  root.attach(document.body as never, placeholder as never);

  const find = (node: string): Caller | undefined => (node === 'page' ? page : callers.get(node));
  return {
    select: (node, selector) => {
      const tree = find(node)?._$.shadowRoot;
      return tree && 'querySelectorAll' in tree ? tree.querySelectorAll(selector) : [];
    },
    placeOf: (element) => {
      const node = engineNodeOf(element);
      return { id: node?.id ?? '', dataset: { ...(node?.dataset as Fields | undefined) } };
    },
    setData: (node, changes) => find(node)?.setData(Object.fromEntries(changes)),
    trigger: (node, name, detail, { bubbles, composed, capturePhase }) => {
      const component = find(node)?._$;
      if (!component) return;
      const options = {
        bubbles: bubbles === true,
        composed: composed === true,
        capturePhase: capturePhase === true,
      };
      EngineEvent.dispatchEvent(component, new EngineEvent(name, detail, options));
    },
  };
}

/** Ids stand in the DOM as the template wrote them; the adapter would put a prefix of its own before each. */
function keepIds(space: object): void {
  globalOptions.writeIdToDOM = true;
  const inner = space as {
    prepareComponentOptions(is: string, options?: unknown): [ComponentOptions, unknown];
  };
  const prepare = inner.prepareComponentOptions.bind(space);
  inner.prepareComponentOptions = (is, given) => {
    const [options, isolation] = prepare(is, given);
    return [{ ...options, idPrefixGenerator: undefined, writeIdToDOM: true }, isolation];
  };
}

/** Properties, and for components whose logic watches them the news of their coming, changing and going. */
function toComponentParts(
  definition: Definition,
  idOf: (caller: object) => string,
  send: (message: FromView) => void,
): Fields {
  const names = Object.keys(definition.properties);
  const properties = Object.fromEntries(
    Object.entries(definition.properties).map(([name, { type, value }]) => [
      name,
      {
        type: TYPES[type],
        value,
        ...(definition.watched
          ? {
              observer(this: object, after: unknown) {
                send({ kind: 'property', node: idOf(this), name, value: after });
              },
            }
          : {}),
      },
    ]),
  );
  if (!definition.watched) return { properties };
  return {
    properties,
    lifetimes: {
      attached(this: Caller & { data: Fields }) {
        const values = Object.fromEntries(names.map((name) => [name, this.data[name]]));
        const { id, dataset } = this;
        send({
          kind: 'attached',
          node: idOf(this),
          path: definition.path,
          id,
          dataset: { ...dataset },
          properties: JSON.parse(JSON.stringify(values)) as Fields,
        });
      },
      detached(this: Caller) {
        send({ kind: 'detached', node: idOf(this) });
      },
    },
  };
}
