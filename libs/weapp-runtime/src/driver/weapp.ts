import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { startBrowser } from '../browser';
import { type MiniProgram, readMiniProgram } from '../build/mini-program';
import { Figures, type Memory, type Report } from '../figures';
import type { Screen } from '../native/device';
import { PRIVACY, Permissions } from '../native/permissions';
import { Storage } from '../native/storage';
import {
  NETWORKS,
  type NetworkChange,
  type NetworkConditions,
  changeNetwork,
  isWeak,
  typeOf,
} from '../network-conditions';
import type { SystemEvent } from '../protocol';
import { Run } from '../run';
import { eventually } from './finder';
import { type Place, TouchScreen, toPaths } from './touch-screen';
import { measureView } from './view-memory';
import type { AppDriver, Finding } from './vocabulary';

export interface LaunchOptions {
  /** The compiled mini-program, as the build left it. */
  dist: string;
  /** Declared https hosts and where each really listens; every other host is refused. */
  hosts?: Record<string, string>;
  screen?: Partial<Screen>;
  /** The phone's; Asia/Shanghai when absent. */
  timeZone?: string;
  /** Page and query to start with; the app's first page when absent. */
  path?: string;
  /** Kept by the caller; otherwise a fresh phone that is gone afterwards. */
  dataDir?: string;
  /** One browser for several phones; otherwise its own. */
  browser?: Browser;
  /** How long each word waits for what it is about; 20 s when absent. */
  patienceMs?: number;
}

const PHONE: Screen = { width: 375, height: 812, pixelRatio: 2 };
const SCENE = 1001;

const toLaunch = (
  program: MiniProgram,
  target: string | undefined,
): Extract<SystemEvent, { kind: 'launch' }> => {
  const [page = '', query = ''] = (target ?? program.entry).replace(/^\//, '').split('?');
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('='));
  return {
    kind: 'launch',
    path: page,
    query: Object.fromEntries(pairs.map(([name, ...value]) => [name, value.join('=')])),
    scene: SCENE,
  };
};

export class WeappDriver extends TouchScreen implements AppDriver {
  readonly target = 'weapp';
  private readonly figures = new Figures();
  private conditions: NetworkConditions = NETWORKS.normal;
  private context!: BrowserContext;
  private run!: Run;
  /** By the app itself, for its update. */
  private restarting = Promise.resolve();

  private constructor(
    private readonly program: MiniProgram,
    private readonly options: LaunchOptions & { screen: Screen; dataDir: string },
    private readonly browser: Browser,
    /** Nobody keeps what is on it. */
    private readonly isFresh: boolean,
  ) {
    super(options.patienceMs);
  }

  static async launch(given: LaunchOptions): Promise<WeappDriver> {
    const program = readMiniProgram(given.dist);
    const dataDir = given.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'weapp-'));
    const browser = given.browser ?? (await startBrowser());
    const driver = new WeappDriver(
      program,
      { ...given, dataDir, screen: { ...PHONE, ...given.screen } },
      browser,
      given.dataDir === undefined,
    );
    try {
      for (const text of program.warnings) driver.figures.take({ kind: 'warning', text });
      const { width, height, pixelRatio } = driver.options.screen;
      driver.context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: pixelRatio,
        hasTouch: true,
        isMobile: true,
        locale: 'zh-CN',
      });
      await driver.start(given.path);
      return driver;
    } catch (error) {
      await driver.close();
      throw error;
    }
  }

  private async start(target: string | undefined): Promise<void> {
    const { program, context, figures } = this;
    const { conditions } = this;
    const { screen, dataDir, timeZone = 'Asia/Shanghai', hosts = {} } = this.options;
    this.run = await Run.start(
      {
        program,
        context,
        figures,
        hosts,
        screen,
        dataDir,
        conditions,
        timeZone,
        restart: () => this.update(),
      },
      toLaunch(program, target),
    );
    await eventually(
      () => `the first page did not open: ${this.problems().join('\n') || 'no error was reported'}`,
      async () => ((await this.run.topFrame()) ? true : undefined),
      this.patienceMs,
    );
  }

  get page(): Page {
    return this.run.page;
  }

  /** Dialogs of the platform cover everything; without one, the page and then the bars around it. */
  protected async places(): Promise<Place[]> {
    const dialog = this.page.locator('[role="dialog"]');
    if ((await dialog.count()) > 0) return [dialog.first()];
    const frame = await this.run.topFrame();
    return frame ? [frame, this.page.mainFrame()] : [this.page.mainFrame()];
  }

  async open(target: string): Promise<void> {
    await this.run.end();
    await this.start(target);
  }

  async choosePhotos(files: string[] | null): Promise<void> {
    this.run.send({ kind: 'photos', files: toPaths(files) });
    return Promise.resolve();
  }

  async goBack({ timeoutMs = this.patienceMs }: Pick<Finding, 'timeoutMs'> = {}): Promise<void> {
    const shown = async (): Promise<string | undefined> => (await this.shown('data-webview')) || undefined;
    const before = await eventually(() => this.failure('no page is shown'), shown, timeoutMs);
    this.run.send({ kind: 'system', event: { kind: 'back' } });
    await eventually(
      () => this.failure('there is no way back'),
      async () => ((await shown()) ?? before) !== before || undefined,
      timeoutMs,
    );
  }

  async background(): Promise<void> {
    this.run.send({ kind: 'system', event: { kind: 'background' } });
    // It answers in order: what the app does on its way there is done before anything kills it.
    await this.run.measureLogic();
  }

  async foreground(): Promise<void> {
    this.run.send({ kind: 'system', event: { kind: 'foreground' } });
    return Promise.resolve();
  }

  setNetwork(change: NetworkChange): Promise<void> {
    const before = this.conditions;
    this.conditions = changeNetwork(before, change);
    const networkType = typeOf(this.conditions);
    this.run.send({ kind: 'conditions', conditions: this.conditions });
    const isConnected = this.conditions.online;
    if (networkType !== typeOf(before))
      this.run.send({ kind: 'system', event: { kind: 'network', isConnected, networkType } });
    const weakNet = isWeak(this.conditions);
    if (weakNet !== isWeak(before))
      this.run.send({ kind: 'system', event: { kind: 'weakNetwork', weakNet, networkType } });
    return Promise.resolve();
  }

  /** The system is short of memory, at one of its levels. */
  warnOfMemory(level: number): Promise<void> {
    this.run.send({ kind: 'system', event: { kind: 'memory', level } });
    return Promise.resolve();
  }

  /** A new version of the app came down, or did not. */
  setUpdate(state: 'ready' | 'failed'): Promise<void> {
    this.run.send({ kind: 'system', event: { kind: 'update', state } });
    return Promise.resolve();
  }

  /** The app has itself started again with its new version. */
  private update(): void {
    this.restarting = this.restart().catch((error: unknown) =>
      this.figures.take({ kind: 'error', text: `no start after the update: ${String(error)}` }),
    );
  }

  /** The user's answer to a question of the platform, until they change it. */
  setPermission(scope: string, granted: boolean): void {
    new Permissions(this.options.dataDir).set(scope, granted);
  }

  setPrivacy(isAccepted: boolean): Promise<void> {
    this.setPermission(PRIVACY, isAccepted);
    return Promise.resolve();
  }

  setCamera(isAllowed: boolean): Promise<void> {
    this.setPermission('scope.camera', isAllowed);
    return Promise.resolve();
  }

  async restart(): Promise<void> {
    await this.run.end();
    await this.start(undefined);
  }

  /** Without what it stored encrypted. */
  stored(): Promise<Record<string, string>> {
    return Promise.resolve(new Storage(this.options.dataDir).texts());
  }

  currentPath(): Promise<string> {
    return this.shown('data-path');
  }

  private async shown(attribute: string): Promise<string> {
    const frame = this.page.locator('#wxr-pages > iframe.shown');
    return (await frame.getAttribute(attribute, { timeout: 1_000 }).catch(() => null)) ?? '';
  }

  /** A computed style of the first element that the selector finds: a renamed class shows here, not in the text. */
  async read(selector: string, property: string): Promise<string> {
    const frame = await this.topFrame();
    return frame
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  }

  /** The frame of the page on top, for tests of this runtime. */
  async topFrame(): Promise<Frame> {
    return eventually(
      () => this.failure('no page is shown'),
      async () => (await this.run.topFrame()) ?? undefined,
      this.patienceMs,
    );
  }

  report(): Report {
    return this.figures.report();
  }

  async memory(): Promise<Memory> {
    const logicHeapBytes = await this.run.measureLogic();
    const { heapBytes, nodes } = await measureView(this.page);
    return { logicHeapBytes, viewHeapBytes: heapBytes, viewNodes: nodes };
  }

  problems(): string[] {
    return [...this.figures.problems];
  }

  forgive(pattern: RegExp): void {
    this.figures.forgive(pattern);
  }

  protected override touched(): void {
    this.figures.touched();
  }

  /** A call that this runtime does not carry out fails the test at once, by its name. */
  protected override check(): void {
    const missing = this.problems().filter((problem) => /^(wx\.\w+|<.+>) is not implemented/.test(problem));
    if (missing.length > 0) throw new Error(missing.join('\n'));
  }

  async close(): Promise<void> {
    await this.restarting;
    await this.run?.end();
    await this.context?.close();
    if (!this.options.browser) await this.browser.close();
    if (this.isFresh) rmSync(this.options.dataDir, { recursive: true, force: true });
  }
}

export const launch = (options: LaunchOptions): Promise<WeappDriver> => WeappDriver.launch(options);
