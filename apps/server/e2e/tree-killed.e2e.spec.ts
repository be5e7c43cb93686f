import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MistakeList } from '@wuhao/contracts';
import { freePort } from '@wuhao/db/embedded';
import { sample, StudentClient } from './family';
import { descendantsOf, isAlive, ProcessTree, until } from './process-tree';

describe('kill -9 of the whole tree while pages are graded', () => {
  let dataDir: string;
  let tree: ProcessTree;
  beforeAll(async () => (dataDir = await mkdtemp(path.join(tmpdir(), 'wuhao-tree-'))));
  afterAll(async () => {
    tree.signal('SIGTERM');
    await tree.exitCode;
    await rm(dataDir, { recursive: true, force: true });
  });

  it('loses nothing: after the next start every homework ends graded, each wrong item once a mistake', async () => {
    const port = await freePort();
    tree = new ProcessTree(dataDir, port);
    await tree.untilReady();
    const student = await StudentClient.register(`http://127.0.0.1:${port}`);
    const photo = await sample('sheet-1.jpg');
    const submitted: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const file = await student.upload(photo);
      submitted.push((await student.submit({ subject: 'math', fileIds: [file.id] })).id);
    }
    await until(async () => (await student.homework(submitted[0]!)).status !== 'queued');
    await wait(Math.random() * 2000);

    const pids = [tree.pid, ...descendantsOf(tree.pid)];
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with its parent.
      }
    }
    await until(() => pids.every((pid) => !isAlive(pid)));

    tree = new ProcessTree(dataDir, port);
    await tree.untilReady();
    const graded = [];
    for (const id of submitted) graded.push(await student.graded(id, 120_000));
    expect(graded.map(({ status }) => status)).toEqual(['graded', 'graded', 'graded']);

    const wrong = graded.flatMap(({ items }) => items.filter(({ verdict }) => verdict === 'wrong'));
    const { items: mistakes } = await student.send('GET', '/mistakes?limit=100', MistakeList, 200);
    expect(wrong.length).toBeGreaterThan(0);
    expect(mistakes.map(({ itemId }) => itemId).sort()).toEqual(wrong.map(({ id }) => id).sort());
  }, 240_000);
});
