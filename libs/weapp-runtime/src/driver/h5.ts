import path from 'node:path';
import type { Browser, BrowserContext, CDPSession, FileChooser, Page } from 'playwright-core';
import { startBrowser } from '../browser';
import { Figures, type Memory, type Report } from '../figures';
import { NETWORKS, type NetworkChange, type NetworkConditions, changeNetwork } from '../network-conditions';
import { eventually } from './finder';
import { watchTab } from './h5-watch';
import { type Place, TouchScreen, toPaths } from './touch-screen';
import { measureView } from './view-memory';
import type { AppDriver, Finding } from './vocabulary';

export interface H5Options {
  /** Where the built H5 app is served, e.g. http://localhost:3000. */
  address: string;
  /** The built app, where something else serves it than the API: it then comes also while the address is dead. */
  document?: {
    dir: string;
    /** What the paths of the API begin with, e.g. `/api/`: they die with the address. */
    api: string;
  };
  /** Path to start with. */
  path?: string;
  screen?: { width: number; height: number; pixelRatio?: number };
  /** One browser for several users; otherwise its own. */
  browser?: Browser;
  /** How long each word waits for what it is about; 20 s when absent. */
  patienceMs?: number;
}

const PHONE = { width: 375, height: 812 };

/** The vocabulary on the H5 build: a tab of a mobile browser. */
export class H5Driver extends TouchScreen implements AppDriver {
  readonly target = 'h5';
  private readonly figures = new Figures();
  private readonly photos: (string[] | null)[] = [];
  private readonly choosers: FileChooser[] = [];
  private tab!: Page;
  private session!: CDPSession;
  private conditions: NetworkConditions = NETWORKS.normal;
  /** Undefined: nobody has asked yet. */
  private isCameraAllowed: boolean | undefined;

  private constructor(
    private readonly options: H5Options,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
  ) {
    super(options.patienceMs);
  }

  static async launch(options: H5Options): Promise<H5Driver> {
    const browser = options.browser ?? (await startBrowser());
    const { width, height, pixelRatio = 2 } = { ...PHONE, ...options.screen };
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: pixelRatio,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const driver = new H5Driver(options, browser, context);
    try {
      if (options.document) await driver.serveDocument(options.document);
      await driver.openTab(options.path ?? '/');
      return driver;
    } catch (error) {
      await driver.close();
      throw error;
    }
  }

  /** The address itself while it lives, for its headers; the files when it does not; nothing without a network. */
  private async serveDocument({ dir, api }: NonNullable<H5Options['document']>): Promise<void> {
    const { address } = this.options;
    const isDocument = (url: URL): boolean => url.origin === address && !url.pathname.startsWith(api);
    await this.context.route(isDocument, async (route) => {
      if (!this.conditions.online) return route.abort('internetdisconnected');
      const response = await route.fetch().catch(() => undefined);
      if (response) return route.fulfill({ response });
      const file = path.join(dir, path.posix.normalize(new URL(route.request().url()).pathname));
      return route.fulfill({ path: path.extname(file) === '' ? path.join(dir, 'index.html') : file });
    });
  }

  private async openTab(target: string): Promise<void> {
    this.tab = await this.context.newPage();
    await watchTab(this.tab, this.figures);
    this.session = await this.context.newCDPSession(this.tab);
    await this.applyConditions();
    await this.applyCamera();
    this.tab.on('filechooser', (chooser) => {
      const answer = this.photos.shift();
      if (answer === undefined) this.choosers.push(chooser);
      else void answerChooser(chooser, answer);
    });
    await this.tab.goto(this.options.address + target);
  }

  get page(): Page {
    return this.tab;
  }

  protected places(): Promise<Place[]> {
    return Promise.resolve([this.tab.mainFrame()]);
  }

  async open(target: string): Promise<void> {
    await this.tab.goto(this.options.address + (target.startsWith('/') ? target : `/${target}`));
  }

  async choosePhotos(files: string[] | null): Promise<void> {
    const paths = toPaths(files);
    const waiting = this.choosers.shift();
    if (waiting) await answerChooser(waiting, paths);
    else this.photos.push(paths);
  }

  setPrivacy(): Promise<void> {
    return Promise.resolve();
  }

  async setCamera(isAllowed: boolean): Promise<void> {
    this.isCameraAllowed = isAllowed;
    await this.applyCamera();
  }

  /** The browser forgets the answer with the session that gave it: it must be one that lives as long as the tab. */
  private async applyCamera(): Promise<void> {
    if (this.isCameraAllowed === undefined) return;
    const { targetInfo } = await this.session.send('Target.getTargetInfo');
    await this.session.send('Browser.setPermission', {
      permission: { name: 'camera' },
      setting: this.isCameraAllowed ? 'granted' : 'denied',
      origin: new URL(this.options.address).origin,
      // Without it the answer would be that of another context than this one.
      browserContextId: targetInfo.browserContextId,
    });
  }

  async goBack({ timeoutMs = this.patienceMs }: Pick<Finding, 'timeoutMs'> = {}): Promise<void> {
    const before = this.tab.url();
    await this.tab.goBack();
    await eventually(
      () => this.failure('there is no way back'),
      async () => (this.tab.url() === before ? undefined : true),
      timeoutMs,
    );
  }

  async background(): Promise<void> {
    await this.setVisibility('hidden');
  }

  async foreground(): Promise<void> {
    await this.setVisibility('visible');
  }

  /** Headless Chromium has no background; the page is told what it would be told. */
  private async setVisibility(state: 'hidden' | 'visible'): Promise<void> {
    await this.tab.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      Object.defineProperty(document, 'hidden', { value: value === 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  }

  async setNetwork(change: NetworkChange): Promise<void> {
    this.conditions = changeNetwork(this.conditions, change);
    await this.applyConditions();
  }

  /** A tab forgets them with its session; the browser's own switch for being offline would not be heard beside them. */
  private async applyConditions(): Promise<void> {
    const { online, latencyMs, bytesPerSecond } = this.conditions;
    const throughput = bytesPerSecond > 0 ? bytesPerSecond : -1;
    await this.session.send('Network.emulateNetworkConditions', {
      offline: !online,
      latency: latencyMs,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }

  async restart(): Promise<void> {
    await this.tab.close();
    await this.openTab('/');
  }

  stored(): Promise<Record<string, string>> {
    return this.tab.evaluate(() => ({ ...localStorage }) as Record<string, string>);
  }

  currentPath(): Promise<string> {
    return Promise.resolve(new URL(this.tab.url()).pathname.replace(/^\//, ''));
  }

  report(): Report {
    return this.figures.report();
  }

  async memory(): Promise<Memory> {
    const { heapBytes, nodes } = await measureView(this.tab);
    return { logicHeapBytes: null, viewHeapBytes: heapBytes, viewNodes: nodes };
  }

  problems(): string[] {
    return [...this.figures.problems];
  }

  forgive(pattern: RegExp): void {
    this.figures.forgive(pattern);
  }

  async close(): Promise<void> {
    await this.context.close();
    if (!this.options.browser) await this.browser.close();
  }
}

/** A closed chooser sends `cancel`, which the protocol cannot play: to it no files are a choice, too. */
const answerChooser = (chooser: FileChooser, paths: string[] | null): Promise<void> =>
  paths ? chooser.setFiles(paths) : chooser.element().dispatchEvent('cancel', { bubbles: true });

export const launchH5 = (options: H5Options): Promise<H5Driver> => H5Driver.launch(options);
