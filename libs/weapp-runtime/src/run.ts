import { mkdirSync } from 'node:fs';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { MiniProgram } from './build/mini-program';
import type { Figures } from './figures';
import { type FromLogic, type LogicProcess, startLogicProcess } from './logic-process';
import { NAVIGATION_HEIGHT, STATUS_BAR_HEIGHT, type Screen, TAB_BAR_HEIGHT } from './native/device';
import { FileStore } from './native/files';
import { packageOf } from './native/packages';
import type { NetworkConditions } from './network-conditions';
import type { Fields, Note, PageOpening, SystemEvent, ToLogicProcess } from './protocol';
import { ORIGIN, serveView } from './serve';
import type { ShellWindow } from './view/shell';

export interface RunOptions {
  program: MiniProgram;
  context: BrowserContext;
  figures: Figures;
  hosts: Record<string, string>;
  screen: Screen;
  /** Storage, saved files and the user's permissions; kept between runs, they are what survives a restart. */
  dataDir: string;
  conditions: NetworkConditions;
  timeZone: string;
  /** The app wants its new version: it is to be started again. */
  restart(): void;
}

type FromShell =
  | { kind: 'view'; webviewId: number; message: never }
  | { kind: 'answer'; id: number; outcome: never }
  | { kind: 'system'; event: SystemEvent }
  | { kind: 'note'; note: Note }
  | { kind: 'unimplemented'; name: string };

/** One start of the app, from launch to its end: a process for the logic, a tab of the browser for the view. */
export class Run {
  private readonly outgoing: Fields[] = [];
  private flushing = false;
  private readonly logic: LogicProcess;
  private conditions: NetworkConditions;
  private ended = false;
  /** Roots of the packages that have come. */
  private readonly packages = new Set(['']);

  private constructor(
    private readonly options: RunOptions,
    readonly page: Page,
  ) {
    const { program, hosts, screen, dataDir, conditions, timeZone } = options;
    const { dist, appId, index } = program;
    this.conditions = conditions;
    const boot = { dist, appId, index, hosts, screen, dataDir, conditions };
    this.logic = startLogicProcess(boot, timeZone, (message) => this.fromLogic(message));
  }

  static async start(options: RunOptions, launch: Extract<SystemEvent, { kind: 'launch' }>): Promise<Run> {
    const { program, context, figures, hosts, dataDir } = options;
    mkdirSync(dataDir, { recursive: true });
    const files = new FileStore(dataDir, program.dist);
    files.forgetTemporary();
    const run = new Run(options, await context.newPage());
    const { page } = run;
    try {
      await serveView(page, {
        program,
        files,
        hosts,
        conditions: () => run.conditions,
        hasCome: (file) => run.packages.has(packageOf(program.index, file)),
        lost: (address, why) =>
          figures.take({ kind: 'console', level: 'error', text: `view: failed to load ${address}: ${why}` }),
      });
      await page.exposeBinding('tellHost', (_, text: string) => run.fromShell(JSON.parse(text) as FromShell));
      page.on('pageerror', (error) => figures.take({ kind: 'error', text: `view: ${error.message}` }));
      await page.goto(`${ORIGIN}/shell.html`);
      await page.evaluate((theme) => (window as unknown as ShellWindow).startShell(theme as never), {
        window: program.index.windows[program.entry] ?? {},
        statusBarHeight: STATUS_BAR_HEIGHT,
        navigationHeight: NAVIGATION_HEIGHT,
        tabBarHeight: TAB_BAR_HEIGHT,
        tabBar: program.tabBar ?? null,
      });
      run.send({ kind: 'system', event: launch });
      return run;
    } catch (error) {
      await run.end();
      throw error;
    }
  }

  send(message: ToLogicProcess): void {
    if (message.kind === 'conditions') this.conditions = message.conditions;
    this.logic.send(message);
  }

  /** The frame of the page that the user sees. */
  async topFrame(): Promise<Frame | null> {
    const element = await this.page.$('#wxr-pages > iframe.shown').catch(() => null);
    const frame = await element?.contentFrame().catch(() => null);
    // The browser would keep a page for as long as we hold its frame.
    await element?.dispose().catch(() => undefined);
    return frame ?? null;
  }

  private fromShell(message: FromShell): void {
    const { figures } = this.options;
    if (message.kind === 'note') figures.take(message.note);
    else if (message.kind === 'unimplemented') figures.take({ kind: 'unimplemented', name: message.name });
    else this.send(message);
  }

  measureLogic(): Promise<number> {
    return this.logic.measureHeap();
  }

  private fromLogic(message: FromLogic): void {
    if (message.kind === 'note') {
      if (message.note.kind === 'package') this.packages.add(message.note.root);
      this.options.figures.take(message.note, message.at);
    }
    if (message.kind === 'view') this.toShell(message);
    if (message.kind !== 'ui') return;
    if (message.api === 'applyUpdate') this.options.restart();
    else this.toShell({ ...message, params: this.withStyles(message.api, message.params) });
  }

  /** The page's look is no concern of the logic: it is added on the way. */
  private withStyles(api: string, params: Fields): Fields {
    if (api !== 'ui.openPage') return params;
    const { program } = this.options;
    const { path, components } = params as unknown as PageOpening;
    const owners = ['app', ...components.map((component) => component.path), path];
    const styles = owners.flatMap((owner) => program.styles[owner] ?? []);
    return { ...params, styles, window: program.index.windows[path] ?? {} };
  }

  private toShell(message: Fields): void {
    this.outgoing.push(message);
    if (!this.flushing) void this.flush();
  }

  /** In order, and as many at once as have come: a slow view slows nobody's logic. */
  private async flush(): Promise<void> {
    this.flushing = true;
    try {
      while (this.outgoing.length > 0 && !this.ended) {
        const batch = this.outgoing.splice(0);
        await this.page.evaluate(
          (text) => (window as unknown as ShellWindow).deliver(text),
          JSON.stringify(batch),
        );
      }
    } catch (error) {
      if (!this.ended) this.options.figures.take({ kind: 'error', text: `view ended: ${String(error)}` });
    } finally {
      this.flushing = false;
    }
  }

  async end(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    await this.logic.end();
    await this.page.close();
  }
}
