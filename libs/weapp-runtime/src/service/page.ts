import type { Fields, FromView } from '../protocol';
import { acknowledge, openAcks } from './acks';
import { note, post } from './bridge';
import { forgetCanvases } from './canvas/canvas';
import { ComponentInstance } from './component';
import { EventChannel } from './event-channel';
import { report } from './errors';
import { Instance, call } from './instance';
import { getConfig, toDefinition } from './registry';
import { openByButton } from './open-types';
import { noteGesture } from './wx/gesture';
import { answerIntersection, forgetObservers } from './wx/intersection';
import { emit } from './wx/listeners';
import { answerQuery } from './wx/query';

const RESERVED = ['data'];

export class PageInstance extends Instance {
  readonly route: string;
  readonly __route__: string;
  readonly options: Fields;
  readonly channel = new EventChannel();
  readonly components = new Map<string, ComponentInstance>();
  private readonly config: Fields;
  private isShown = false;
  /** 'waiting': the view was ready before the page was shown; onReady always comes after onShow. */
  private readiness: 'no' | 'waiting' | 'told' = 'no';

  constructor(path: string, webviewId: number, options: Fields) {
    super(path, 'page', webviewId, toDefinition(path).data);
    openAcks(webviewId);
    this.route = this.__route__ = path;
    this.options = options;
    this.config = getConfig(path);
    for (const name of ['channel', 'components', 'config', 'isShown', 'readiness'])
      Object.defineProperty(this, name, { enumerable: false, writable: true });
    // A page made by Component() has its handlers and life cycles under `methods`.
    const members = { ...this.config, ...((this.config.methods ?? {}) as Fields) };
    for (const name of Object.keys(members))
      if (!RESERVED.includes(name)) (this as Fields)[name] = members[name];
  }

  run(what: 'load' | 'show' | 'ready' | 'hide' | 'unload', ...args: unknown[]): void {
    note({ kind: 'page', what, path: this.route, webviewId: this.webviewId });
    const name = `on${what.charAt(0).toUpperCase()}${what.slice(1)}`;
    call(this, this.config, name, ...args);
    if (what === 'show' || what === 'hide')
      for (const component of this.components.values()) component.runPageLifetime(what);
    if (what === 'unload') {
      forgetCanvases(this.webviewId);
      forgetObservers(this.webviewId);
    }
    if (what !== 'show') return;
    this.isShown = true;
    if (this.readiness === 'waiting') this.becomeReady();
  }

  private becomeReady(): void {
    if (this.readiness === 'told') return;
    this.readiness = this.isShown ? 'told' : 'waiting';
    if (this.isShown) this.run('ready');
  }

  selectComponent(selector: string): ComponentInstance | null {
    return this.selectAllComponents(selector)[0] ?? null;
  }

  selectAllComponents(selector: string): ComponentInstance[] {
    const id = selector.replace(/^#/, '');
    return [...this.components.values()].filter(
      (component) => component.id === id || component.is === selector,
    );
  }

  getOpenerEventChannel(): EventChannel {
    return this.channel;
  }

  getTabBar(): null {
    return null;
  }

  receive(message: FromView): void {
    switch (message.kind) {
      case 'ready':
        return this.becomeReady();
      case 'event':
        return this.handle(message);
      case 'attached': {
        const component = new ComponentInstance(message.path, message.node, this.webviewId, message);
        this.components.set(message.node, component);
        component.run('created');
        component.run('attached');
        return component.run('ready');
      }
      case 'detached': {
        const component = this.components.get(message.node);
        this.components.delete(message.node);
        return component?.run('detached');
      }
      case 'property':
        return this.components.get(message.node)?.receive(message.name, message.value);
      case 'ack':
        return acknowledge(this.webviewId, message.ack);
      case 'reply':
        return answerQuery(message.id, message.results);
      case 'intersection':
        return answerIntersection(message.id, message.result);
      case 'scroll':
        return void call(this, this.config, 'onPageScroll', { scrollTop: message.scrollTop });
      case 'reachBottom':
        return void call(this, this.config, 'onReachBottom');
      case 'pullDown':
        return void call(this, this.config, 'onPullDownRefresh');
      case 'resize':
        emit('onWindowResize', { size: message.size });
        return void call(this, this.config, 'onResize', { size: message.size });
      case 'open':
        return void openByButton(this.webviewId, message.button, message.type);
    }
  }

  private handle({ node, path, method, event, field }: Extract<FromView, { kind: 'event' }>): void {
    const owner: Instance =
      node === 'page'
        ? this
        : (this.components.get(node) ??
          new ComponentInstance(path, node, this.webviewId, { id: '', dataset: {}, properties: {} }));
    if (typeof (owner as unknown as Fields)[method] !== 'function')
      return report(new Error(`${path} has no method "${method}" to handle "${event.type}"`));
    if (event.type === 'tap') noteGesture();
    const answer = call(owner, {}, method, event);
    if (field && event.type === 'input') this.replaceTyped(field, event.detail as Fields, answer);
  }

  /** A handler of `input` may return what shall stand in the field: text, or text and the cursor's place. */
  private replaceTyped(field: string, { value }: Fields, answer: unknown): void {
    const given = typeof answer === 'object' && answer !== null ? (answer as Fields) : { value: answer };
    if (typeof given.value !== 'string') return;
    const cursor = typeof given.cursor === 'number' ? { cursor: given.cursor } : {};
    post(this.webviewId, { kind: 'typed', field, told: String(value), text: given.value, ...cursor });
  }
}
