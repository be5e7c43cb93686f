import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { type Box, Fingers, middleOf } from './fingers';
import { eventually, findField, findLabel, isSeen } from './finder';
import type { Finding } from './vocabulary';

export type Place = Frame | Page | Locator;

const ATTEMPTS = 3;
/** Trees are measured up to 200 ms after they changed; the rest is for their way here. */
const SETTLING_MS = 600;

/** The half of the vocabulary that is the same wherever a page is drawn by Chromium. */
export abstract class TouchScreen {
  constructor(
    /** How long a word waits that does not say it itself. */
    protected readonly patienceMs = 20_000,
  ) {}

  abstract get page(): Page;
  abstract currentPath(): Promise<string>;
  abstract problems(): string[];

  /** Where the user can look and touch now; the first place that has what is asked for is taken. */
  protected abstract places(): Promise<Place[]>;

  /** Called before a finger touches. */
  protected touched(): void {
    return undefined;
  }

  /** Throws when the run has met what no test may go past. */
  protected check(): void {
    return undefined;
  }

  protected async failure(what: string): Promise<string> {
    const problems = this.problems();
    const trouble = problems.length > 0 ? `\nproblems:\n${problems.join('\n')}` : '';
    return `${what} on ${await this.currentPath()}\nseen: ${await this.text()}${trouble}`;
  }

  async see(text: string, { nth, timeoutMs = this.patienceMs }: Finding = {}): Promise<void> {
    await eventually(
      () => this.failure(`"${text}" is not to be seen`),
      async () => ((await isSeen(await this.places(), text, nth)) ? true : undefined),
      timeoutMs,
    );
    this.check();
  }

  async seeNot(text: string, { timeoutMs = this.patienceMs }: Finding = {}): Promise<void> {
    await eventually(
      () => this.failure(`"${text}" is still to be seen`),
      async () => ((await isSeen(await this.places(), text)) ? undefined : true),
      timeoutMs,
    );
  }

  settle(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  }

  async text(): Promise<string> {
    const parts = await Promise.all(
      (await this.places()).map((place) =>
        isLocator(place) ? place.innerText() : place.locator('body').innerText(),
      ),
    );
    return parts.join('\n').replace(/\n{2,}/g, '\n');
  }

  async tap(label: string, finding: Finding = {}): Promise<void> {
    const { timeoutMs = this.patienceMs } = finding;
    await this.actOn(
      `nothing bears the label "${label}"`,
      async () => findLabel(await this.places(), label, finding),
      (found) => found.tap({ timeout: timeoutMs }),
      timeoutMs,
    );
    this.check();
  }

  /** The whole text at once, as a Chinese keyboard hands it over. */
  async type(label: string, text: string): Promise<void> {
    await this.actOn(
      `no field bears the label "${label}"`,
      async () => findField(await this.places(), label),
      async (field) => {
        await field.tap({ timeout: this.patienceMs });
        await field.fill(text, { timeout: this.patienceMs });
      },
    );
  }

  /** A page that is replaced or covered between finding and touching takes its things along: they are looked for again. */
  private async actOn(
    missing: string,
    find: () => Promise<Locator | undefined>,
    act: (found: Locator) => Promise<void>,
    timeoutMs = this.patienceMs,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const found = await eventually(() => this.failure(missing), find, timeoutMs);
      this.touched();
      try {
        return await act(found);
      } catch (error) {
        if (attempt === ATTEMPTS || !/detached|not attached|closed|intercepts pointer/.test(String(error)))
          throw error;
      }
    }
  }

  async swipe(direction: 'left' | 'right' | 'up' | 'down', over?: string): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? { width: 0, height: 0 };
    const box = over ? await this.boxOf(over) : { x: 0, y: height * 0.2, width, height: height * 0.6 };
    const { x, y } = middleOf(box);
    const [dx, dy] = DIRECTIONS[direction];
    const reachX = Math.min(width, box.width) * 0.4 * dx;
    const reachY = Math.min(height, Math.max(box.height, 300)) * 0.4 * dy;
    await this.touch((fingers) =>
      fingers.stroke({ x: x - reachX, y: y - reachY }, { x: x + reachX, y: y + reachY }),
    );
  }

  async drag(label: string, by: { x?: number; y?: number }): Promise<void> {
    const from = middleOf(await this.boxOf(label));
    const to = { x: from.x + (by.x ?? 0), y: from.y + (by.y ?? 0) };
    await this.touch((fingers) => fingers.stroke(from, to));
  }

  async pinch(label: string, scale: number): Promise<void> {
    const { width = 0 } = this.page.viewportSize() ?? {};
    const box = await this.boxOf(label);
    await this.touch((fingers) => fingers.pinch(box, scale, width));
  }

  async doubleTap(label: string): Promise<void> {
    const at = middleOf(await this.boxOf(label));
    await this.touch((fingers) => fingers.doubleTap(at));
  }

  async longPress(label: string): Promise<void> {
    const at = middleOf(await this.boxOf(label));
    await this.touch((fingers) => fingers.longPress(at));
  }

  private async touch(act: (fingers: Fingers) => Promise<void>): Promise<void> {
    this.touched();
    await Fingers.on(this.page, act);
    this.check();
  }

  /** Where the thing with this label can be touched: the part of it that is on the screen. */
  private async boxOf(label: string): Promise<Box> {
    const { width = 0, height = 0 } = this.page.viewportSize() ?? {};
    return eventually(
      () => this.failure(`nothing bears the label "${label}"`),
      async () => {
        const found = await findLabel(await this.places(), label);
        await found?.scrollIntoViewIfNeeded({ timeout: 1_000 });
        const box = await found?.boundingBox();
        if (!box) return undefined;
        const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
        return {
          x,
          y,
          width: Math.min(width, box.x + box.width) - x,
          height: Math.min(height, box.y + box.height) - y,
        };
      },
      this.patienceMs,
    );
  }

  async screenshot(file: string): Promise<void> {
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }
}

/** A picture that is not there is the test's mistake, and no refusal of the platform. */
export function toPaths(files: string[] | null): string[] | null {
  const paths = files?.map((file) => path.resolve(file)) ?? null;
  for (const file of paths ?? []) if (!existsSync(file)) throw new Error(`no picture ${file}`);
  return paths;
}

const DIRECTIONS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

const isLocator = (place: Place): place is Locator => 'boundingBox' in place;
