import { AccountView, type HomeworkView, type MistakeView } from '@wuhao/contracts';
import { startBrowser } from '@wuhao/weapp-runtime';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { StudentApi } from '../journeys/student-api';
import { createPeople } from '../journeys/people';
import { type RunningServer, startServer } from '../server';
import { logInAt } from './log-in';

export type Who = 'nobody' | 'student' | 'newcomer' | 'guardian';

/** Ids of what the family has done. */
export interface Ids {
  child: string;
  homework: HomeworkView;
  /** One that the grader was not sure of in places. */
  unsure: HomeworkView;
  mistake: MistakeView;
}

const PHONE = { width: 375, height: 812 };

/** Counts what jumps while the page loads, 0 is a still page, and names it with its place before and after. */
const WATCH_JUMPS = `
  window.jumps = 0;
  window.jumped = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      window.jumps += entry.value;
      for (const { node, previousRect, currentRect } of entry.sources)
        window.jumped.push((node?.className || node?.nodeName) + ' ' + previousRect.top + ' > ' + currentRect.top);
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** The real server with a family that has used it: a student with graded pages, a guardian, and somebody new. */
export class House {
  private readonly contexts = new Map<string, Promise<BrowserContext>>();

  private constructor(
    private readonly browser: Browser,
    private readonly server: RunningServer,
    private readonly logIns: Partial<Record<Who, { phone: string; password: string }>>,
    readonly ids: Ids,
    private readonly pixelRatio: number,
  ) {}

  /** `pixelRatio` 2 draws what people see; examining needs no more than 1, which is drawn faster. */
  static async open({ pixelRatio = 1 } = {}): Promise<House> {
    const [browser, server] = await Promise.all([startBrowser(), startServer()]);
    const people = createPeople(1, server.address);
    const { student, guardian } = server.demo;
    if (!student || !guardian) throw new Error('the server has no demo family');
    const child = await StudentApi.logIn(server.address, { nickname: '', ...student });
    const homework = await child.handIn(people.photo(1));
    const unsure = await child.handIn(people.photo(7));
    const newcomer = (await people.register()).person;
    const [mistake] = await child.listMistakes();
    if (!mistake) throw new Error('the first sample has no wrong item');
    const { id } = await child.get('/auth/me', AccountView);
    return new House(
      browser,
      server,
      { student, guardian, newcomer },
      { child: id, homework, unsure, mistake },
      pixelRatio,
    );
  }

  /**
   * A tab of this person's browser; the session is the context's, so one context serves all tabs. On another `device`
   * the person has another browser, which keeps nothing of what this one has read.
   */
  async tab(who: Who, device = 'usual'): Promise<Page> {
    const key = `${who} ${device}`;
    let context = this.contexts.get(key);
    if (!context) this.contexts.set(key, (context = this.enter(who)));
    return (await context).newPage();
  }

  private async enter(who: Who): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: this.server.address,
      viewport: PHONE,
      deviceScaleFactor: this.pixelRatio,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    await context.addInitScript(WATCH_JUMPS);
    const logIn = this.logIns[who];
    if (logIn) {
      const page = await context.newPage();
      await logInAt(page, this.server.address, logIn);
      await page.close();
    }
    return context;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.remove();
  }
}
