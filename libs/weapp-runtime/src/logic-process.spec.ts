import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { readMiniProgram } from './build/mini-program';
import { type LogicProcess, startLogicProcess } from './logic-process';
import { NETWORKS } from './network-conditions';
import { FIXTURE } from './testing/bench';

function start(heard: unknown[]): LogicProcess {
  const { dist, appId, index } = readMiniProgram(FIXTURE);
  const screen = { width: 375, height: 812, pixelRatio: 2 };
  const boot = { dist, appId, index, screen, hosts: {}, dataDir: os.tmpdir(), conditions: NETWORKS.normal };
  return startLogicProcess(boot, 'Asia/Shanghai', (message) => heard.push(message));
}

it('can be ended before it has read its own code, and says nothing of it', async () => {
  const heard: unknown[] = [];
  for (let round = 0; round < 3; round++) await start(heard).end();
  // A broken pipe is told a moment later, to nobody in particular: it would end the whole test run.
  await pause(200);
  expect(heard).toEqual([]);
});

describe('what it still holds', () => {
  let logic: LogicProcess;
  beforeEach(() => (logic = start([])));
  afterEach(() => logic.end());

  it('is told to everyone who asks, also at once', async () => {
    const [first, second] = await Promise.all([logic.measureHeap(), logic.measureHeap()]);
    expect(Math.min(first, second)).toBeGreaterThan(1e6);
  });

  it('is not waited for by anyone once the process has ended', async () => {
    const asked = expect(logic.measureHeap()).rejects.toThrow('the logic has ended');
    await logic.end();
    await asked;
    await expect(logic.measureHeap()).rejects.toThrow('the logic has ended');
  });

  it('is not waited for for ever, and an answer that comes late is nobody else’s', async () => {
    await expect(logic.measureHeap(0)).rejects.toThrow('the logic did not answer within 0 ms');
    expect(await logic.measureHeap()).toBeGreaterThan(1e6);
  });
});
