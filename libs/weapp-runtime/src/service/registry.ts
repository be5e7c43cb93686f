import type { Definition, Fields } from '../protocol';
import { invokeSync } from './bridge';
import { copy } from './data';
import { load } from './modules';

/** What the app gave to Page() or Component(); its functions stay in this context. */
export type Config = Fields;

const pages = new Map<string, Config>();
const components = new Map<string, Config>();
let appConfig: Config | undefined;
/** The file being loaded: Page() and Component() are often called from a shared chunk, so it is read at call time. */
let registering = '';

const TYPE_NAMES = ['String', 'Number', 'Boolean', 'Object', 'Array'];
const EMPTY: Record<string, unknown> = { String: '', Number: 0, Boolean: false, Object: null, Array: [] };

export const App = (config: Config): void => {
  appConfig = config ?? {};
};

export const Page = (config: Config): void => {
  pages.set(registering, config ?? {});
};

export const Component = (config: Config): string => {
  components.set(registering, withBehaviors(config ?? {}));
  return registering;
};

export const Behavior = (config: Config): Config => config;

export const getAppConfig = (): Config => appConfig ?? {};

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** Own fields win over those of behaviors; life cycles of all of them run, behaviors' first. */
function withBehaviors(config: Config): Config {
  const behaviors = Array.isArray(config.behaviors)
    ? config.behaviors.filter((b) => typeof b === 'object')
    : [];
  if (behaviors.length === 0) return config;
  const parents = behaviors.map((behavior) => withBehaviors(behavior as Config));
  const merged = (key: string): Fields =>
    Object.assign({}, ...parents.map((parent) => fieldsOf(parent[key])), fieldsOf(config[key]));
  return {
    ...config,
    data: merged('data'),
    properties: merged('properties'),
    methods: merged('methods'),
    inherited: parents,
  };
}

const nameOfType = (type: unknown): string => {
  const name = typeof type === 'function' ? type.name : 'null';
  return TYPE_NAMES.includes(name) ? name : 'null';
};

const toProperty = (declared: unknown): { type: string; value: unknown } => {
  if (typeof declared === 'function' || declared === null) {
    const type = nameOfType(declared);
    return { type, value: EMPTY[type] ?? null };
  }
  const { type, value } = fieldsOf(declared);
  const name = nameOfType(type);
  return { type: name, value: value === undefined ? (EMPTY[name] ?? null) : copy(value) };
};

const functionNames = (holder: Fields): string[] =>
  Object.keys(holder).filter((key) => typeof holder[key] === 'function');

const WATCHING = ['lifetimes', 'created', 'attached', 'ready', 'detached', 'observers', 'pageLifetimes'];

export function toDefinition(path: string): Definition {
  const page = pages.get(path);
  if (page)
    return {
      path,
      data: copy(fieldsOf(page.data)),
      properties: {},
      methods: functionNames(page),
      options: {},
      watched: true,
    };
  const component = components.get(path) ?? {};
  const properties = fieldsOf(component.properties);
  return {
    path,
    data: copy(fieldsOf(component.data)),
    properties: Object.fromEntries(Object.entries(properties).map(([name, it]) => [name, toProperty(it)])),
    methods: functionNames(fieldsOf(component.methods)),
    options: fieldsOf(copy(component.options)),
    watched:
      WATCHING.some((key) => key in component) ||
      Object.values(properties).some((it) => typeof fieldsOf(it).observer === 'function') ||
      functionNames(fieldsOf(component.methods)).some((name) => name !== 'eh'),
  };
}

export const getConfig = (path: string): Config => pages.get(path) ?? components.get(path) ?? {};

function register(path: string): void {
  if (pages.has(path) || components.has(path)) return;
  const before = registering;
  registering = path;
  try {
    load(path);
  } finally {
    registering = before;
  }
}

/** Runs the page's file and those of the components it uses; gives the components' paths. */
export function loadPage(path: string): string[] {
  const used = invokeSync('host.components', { path }).paths as string[];
  for (const component of used) register(component);
  register(path);
  return used;
}
