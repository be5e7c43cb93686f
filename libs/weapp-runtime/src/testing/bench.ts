import path from 'node:path';
import { eventually } from '../driver/finder';
import type { WeappDriver } from '../driver/weapp';

export const FIXTURE = path.join(import.meta.dirname, '../../fixtures/mini');

export interface Answer {
  n: number;
  outcome: 'success' | 'fail' | 'value' | 'thrown' | 'resolved' | 'rejected';
  result: Record<string, unknown> & { errMsg?: string };
}

/** Types calls of the platform into a page of the fixture and reads what came of them. */
export class Bench {
  private calls = 0;

  constructor(private readonly app: WeappDriver) {}

  async send(call: Record<string, unknown>): Promise<number> {
    const n = ++this.calls;
    const frame = await this.app.topFrame();
    await frame.locator('#call textarea').fill(JSON.stringify({ n, ...call }));
    return n;
  }

  async answerOf(n: number, timeoutMs?: number): Promise<Answer> {
    const read = async (): Promise<string> => (await this.app.topFrame()).locator('#answer').innerText();
    return eventually(
      async () => `no answer to call ${n}: ${await read()}\n${this.app.problems().join('\n')}`,
      async () => {
        const answer = JSON.parse((await read()) || '{}') as Answer;
        return answer.n === n ? answer : undefined;
      },
      timeoutMs,
    );
  }

  /** By success and fail. `more`: what to do with the task meanwhile. */
  async call(
    api: string,
    options: Record<string, unknown> = {},
    more: Record<string, unknown> = {},
  ): Promise<Answer> {
    return this.answerOf(await this.send({ api, options, ...more }));
  }

  async callSync(api: string, ...args: unknown[]): Promise<Answer> {
    return this.answerOf(await this.send({ api, args }));
  }

  /** Runs a piece of code of the page on top, by its name. */
  async run(code: string, options: Record<string, unknown> = {}): Promise<unknown> {
    return (await this.answerOf(await this.send({ code, options }))).result;
  }
}
