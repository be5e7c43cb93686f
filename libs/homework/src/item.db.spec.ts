import { ItemPatched, type ItemPatch, type Verdict } from '@wuhao/contracts';
import { Clock, uuidv7, type ActingStudent } from '@wuhao/core';
import { createDataSource, Homework, Item, ItemEvent, Mistake, Profile } from '@wuhao/db';
import { createFile, createHomework, createStudent, createTestDatabase } from '@wuhao/db/testing';
import { MistakesService } from '@wuhao/mistakes';
import type { DataSource } from 'typeorm';
import { ItemService } from './item.service';

const POOL_SIZE = 20;
const nothing = {} as never;
const CONFIRM: ItemPatch = { action: 'confirm' };
const APPEAL: ItemPatch = { action: 'appeal' };
const edit = (more: { question?: string; studentAnswer?: string }): ItemPatch => ({
  action: 'edit',
  ...more,
});

let dataSource: DataSource;
let drop: () => Promise<void>;
let items: ItemService;
let studentId: string;
let homeworkId: string;
let student: ActingStudent;
let guardian: ActingStudent;
beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  dataSource = await createDataSource(database.url, POOL_SIZE).initialize();
  const clock = new Clock();
  items = new ItemService(dataSource, new MistakesService(dataSource, nothing, nothing, clock), clock);
});
afterAll(async () => {
  await dataSource.destroy();
  await drop();
});
beforeEach(async () => {
  studentId = await createStudent(dataSource);
  homeworkId = await createHomework(dataSource, studentId, await createFile(dataSource, studentId));
  const viewer = { role: 'student', sessionId: uuidv7() } as const;
  student = { id: studentId, viewer: { ...viewer, accountId: studentId } };
  guardian = { id: studentId, viewer: { ...viewer, role: 'guardian', accountId: uuidv7() } };
});

/** An item of the page, 84-39= answered with 55 unless said otherwise. Gives its id. */
async function newItem(verdict: Verdict, more: Partial<Item> = {}): Promise<string> {
  const id = uuidv7();
  await dataSource.manager.insert(Item, {
    studentId,
    id,
    homeworkId,
    page: 1,
    position: await dataSource.manager.countBy(Item, { studentId, homeworkId }),
    boxX: 10,
    boxY: 20,
    boxW: 30,
    boxH: 9,
    text: '84-39=55',
    question: '84-39=',
    verdict,
    studentAnswer: '55',
    expected: '45',
    confidence: 0.4,
    ...(more as object),
  });
  return id;
}
const READ_RIGHT = { text: '84-39=45', studentAnswer: '45' };
const NOT_READ = { text: '', question: '', studentAnswer: null, expected: null };

const patch = (itemId: string, body: ItemPatch, key = uuidv7(), as = student) =>
  items.patch(as, key, homeworkId, itemId, body);
const wrongOne = async (): Promise<string> =>
  patch(await newItem('suspect'), CONFIRM).then(({ item }) => item.id);
const itemOf = (id: string) => dataSource.manager.findOneByOrFail(Item, { studentId, id });
const eventsOf = (itemId: string) =>
  dataSource.manager.find(ItemEvent, { where: { studentId, itemId }, order: { id: 'ASC' } });
const mistakesOf = (itemId: string) => dataSource.manager.findBy(Mistake, { studentId, itemId });
const change = (itemId: string, columns: Partial<Mistake>) =>
  dataSource.manager.update(Mistake, { studentId, itemId }, columns as object);

describe('an action on a verdict', () => {
  it.each<[Verdict, ItemPatch, Partial<Item>, string]>([
    ['suspect', CONFIRM, {}, 'wrong'],
    ['suspect', CONFIRM, READ_RIGHT, 'correct'],
    ['suspect', edit({ studentAnswer: '45' }), {}, 'correct'],
    ['suspect', edit({ studentAnswer: '46' }), {}, 'wrong'],
    ['suspect', edit({ question: '94-39=' }), {}, 'correct'],
    ['unreadable', CONFIRM, READ_RIGHT, 'correct'],
    ['unreadable', edit({ question: '17÷5=', studentAnswer: '3余2' }), NOT_READ, 'correct'],
    ['unanswered', edit({ studentAnswer: '45' }), { text: '84-39=', studentAnswer: null }, 'correct'],
    ['wrong', APPEAL, {}, 'suspect'],
  ])('%s, %j', async (verdict, body, more, becomes) => {
    const id = await newItem(verdict, more);
    const patched = ItemPatched.parse(await patch(id, body));
    expect(patched.verdict).toBe(becomes);
    expect(patched.item.verdict).toBe(becomes);
    const judged = becomes === 'suspect' ? 0 : 1;
    expect(patched.score).toEqual({ judged, total: 1, correct: becomes === 'correct' ? 1 : 0 });
    expect(await mistakesOf(id)).toHaveLength(becomes === 'wrong' ? 1 : 0);
    expect(await eventsOf(id)).toEqual([
      expect.objectContaining({ kind: body.action, verdict: becomes, actorId: studentId }),
    ]);
    const row = await dataSource.manager.findOneByOrFail(Homework, { studentId, id: homeworkId });
    expect([row.judgedCount, row.itemCount, row.correctCount, row.status]).toEqual([
      judged,
      1,
      patched.score.correct,
      'graded',
    ]);
  });

  it.each<[Verdict, ItemPatch]>([
    ['correct', CONFIRM],
    ['wrong', CONFIRM],
    ['suspect', APPEAL],
  ])('%s, %j: is so already', async (verdict, body) => {
    const id = await newItem(verdict);
    expect(await patch(id, body)).toMatchObject({ verdict, item: { verdict } });
    expect(await eventsOf(id)).toEqual([]);
    expect(await mistakesOf(id)).toEqual([]);
  });

  it.each<[Verdict, ItemPatch]>([
    ['unanswered', CONFIRM],
    ['correct', edit({ studentAnswer: '46' })],
    ['wrong', edit({ studentAnswer: '45' })],
    ['correct', APPEAL],
    ['unreadable', APPEAL],
    ['unanswered', APPEAL],
  ])('%s, %j: is refused', async (verdict, body) => {
    const id = await newItem(verdict);
    const before = await itemOf(id);
    await expect(patch(id, body)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await itemOf(id)).toEqual(before);
  });

  it.each<[Verdict, ItemPatch, Partial<Item>]>([
    ['unreadable', CONFIRM, NOT_READ],
    ['suspect', CONFIRM, { question: '12÷0=', studentAnswer: '3', expected: null }],
    ['suspect', edit({ studentAnswer: '四十五' }), {}],
    ['unreadable', edit({ question: '84-39=' }), NOT_READ],
  ])('%s, %j: says so when it cannot be judged, and changes nothing', async (verdict, body, more) => {
    const id = await newItem(verdict, more);
    const before = await itemOf(id);
    expect(await patch(id, body)).toMatchObject({ verdict: 'unreadable', item: { verdict } });
    expect(await itemOf(id)).toEqual(before);
    expect(await eventsOf(id)).toEqual([]);
  });
});

describe('the mistake of an item', () => {
  it('is made with the verdict, from what was read, with the right answer held back', async () => {
    const id = await newItem('suspect');
    const { item } = await patch(id, edit({ question: '84-38=', studentAnswer: ' ４５' }));
    expect(item).toMatchObject({ text: '84-38=45', question: '84-38=', studentAnswer: '45', expected: null });
    const [mistake] = await mistakesOf(id);
    expect(mistake).toMatchObject({
      id: item.mistakeId,
      source: 'grading',
      subject: 'math',
      question: '84-38=',
      studentAnswer: '45',
      expected: '46',
      expectedShownAt: null,
      homeworkId,
      boxX: 10,
      boxH: 9,
    });
    expect(mistake!.fileId).not.toBeNull();
    expect((await eventsOf(id))[0]!.answer).toBe('84-38=45');
  });

  it('stands or falls with the verdict', async () => {
    const id = await newItem('suspect');
    // Without its time zone nothing can be put into the book.
    await dataSource.manager.delete(Profile, { accountId: studentId });
    await expect(patch(id, CONFIRM)).rejects.toThrow();
    expect((await itemOf(id)).verdict).toBe('suspect');
    expect(await eventsOf(id)).toEqual([]);
  });

  it('leaves the book with an appeal, and is there once when the item was wrong after all', async () => {
    const id = await wrongOne();
    expect(await patch(id, APPEAL)).toMatchObject({ item: { mistakeId: null } });
    expect(await mistakesOf(id)).toEqual([]);
    await patch(id, CONFIRM);
    expect(await mistakesOf(id)).toHaveLength(1);
    expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['confirm', 'appeal', 'confirm']);
  });

  it('stays through an appeal once it was reviewed, and then tells what stands on the paper', async () => {
    const id = await wrongOne();
    await change(id, { reviewCount: 1, expectedShownAt: new Date() });
    await patch(id, APPEAL);
    expect(await mistakesOf(id)).toMatchObject([{ question: '84-39=' }]);
    await patch(id, edit({ question: '84-38=' }));
    expect(await mistakesOf(id)).toMatchObject([
      { question: '84-38=', studentAnswer: '55', expected: '46', expectedShownAt: null, reviewCount: 1 },
    ]);
  });

  it('stays away when the child has taken it out of the book', async () => {
    const id = await wrongOne();
    await change(id, { deletedAt: new Date() });
    await patch(id, APPEAL);
    expect(await patch(id, CONFIRM)).toMatchObject({ verdict: 'wrong', item: { mistakeId: null } });
    expect(await mistakesOf(id)).toHaveLength(1);
  });
});

describe('the right answer', () => {
  it('is for a guardian at once and for the child after a try, in the item and in the book', async () => {
    const id = await newItem('suspect');
    expect((await patch(id, CONFIRM, uuidv7(), guardian)).item.expected).toBe('45');
    const redo = await items.redo(student, uuidv7(), homeworkId, id, { answer: '44' });
    expect(redo.item.expected).toBe('45');
    expect((await patch(id, APPEAL)).item.expected).toBe('45');
    expect((await patch(id, CONFIRM)).item.expected).toBe('45');
    expect((await mistakesOf(id))[0]!.expectedShownAt).not.toBeNull();
  });

  it('of another question is not bought by a try at this one', async () => {
    const id = await wrongOne();
    await items.redo(student, uuidv7(), homeworkId, id, { answer: '44' });
    await patch(id, APPEAL);
    const { item } = await patch(id, edit({ question: '97×86=', studentAnswer: '1' }));
    expect(item).toMatchObject({
      verdict: 'wrong',
      expected: null,
      correction: { tries: 0, corrected: false },
    });
    expect((await mistakesOf(id))[0]!.expectedShownAt).toBeNull();
  });
});

it('opens a corrected item again when the child appeals', async () => {
  const id = await wrongOne();
  await items.redo(student, uuidv7(), homeworkId, id, { answer: '45' });
  const { item } = await patch(id, APPEAL);
  expect(item).toMatchObject({ verdict: 'suspect', correction: { tries: 1, corrected: false } });
});

describe('a patch that comes more than once', () => {
  it('has one effect and one answer under its key, and takes no other body', async () => {
    const id = await newItem('suspect');
    const key = uuidv7();
    const answers = await Promise.all(Array.from({ length: 20 }, () => patch(id, CONFIRM, key)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await eventsOf(id)).toHaveLength(1);
    await patch(id, APPEAL);
    expect(await patch(id, CONFIRM, key)).toEqual(answers[0]);
    expect((await itemOf(id)).verdict).toBe('suspect');
    await expect(patch(id, APPEAL, key)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('makes one mistake when child and guardian confirm at once', async () => {
    const id = await newItem('suspect');
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => patch(id, CONFIRM, uuidv7(), n % 2 ? student : guardian)),
    );
    expect(await mistakesOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('counts the score of all items that are confirmed at once', async () => {
    const ids = [];
    for (let n = 0; n < 8; n++) ids.push(await newItem('suspect', n % 2 ? READ_RIGHT : {}));
    await Promise.all(ids.map((id) => patch(id, CONFIRM)));
    const row = await dataSource.manager.findOneByOrFail(Homework, { studentId, id: homeworkId });
    expect([row.judgedCount, row.itemCount, row.correctCount]).toEqual([8, 8, 4]);
  });
});

describe('while it is being graded', () => {
  const setStatus = (status: Homework['status']) =>
    dataSource.manager.update(Homework, { studentId, id: homeworkId }, { status });

  it.each(['queued', 'grading'] as const)('refuses (%s), and does not keep the key', async (status) => {
    const id = await newItem('suspect');
    const key = uuidv7();
    await setStatus(status);
    await expect(patch(id, CONFIRM, key)).rejects.toMatchObject({ code: 'CONFLICT' });
    await setStatus('graded');
    expect((await patch(id, CONFIRM, key)).verdict).toBe('wrong');
  });

  it('waits for a page that is being written, and counts its items', async () => {
    const id = await newItem('suspect');
    await setStatus('grading');
    let patching: Promise<ItemPatched> | undefined;
    await dataSource.transaction(async (tx) => {
      await tx.query('select 1 from homework where id = $1 for update', [homeworkId]);
      patching = patch(id, CONFIRM);
      await somebodyWaits();
      await newItem('correct', READ_RIGHT);
      await tx.update(Homework, { studentId, id: homeworkId }, { status: 'graded' });
    });
    expect((await patching)!.score).toEqual({ judged: 2, total: 2, correct: 1 });
  });

  const somebodyWaits = async () => {
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await dataSource.query<unknown[]>(waiting)).length === 0);
  };
});

it('does not know an item of another student, of another homework, or of nobody', async () => {
  const id = await newItem('suspect');
  const other = await createStudent(dataSource);
  const stranger = { id: other, viewer: { ...student.viewer, accountId: other } };
  const elsewhere = await createHomework(dataSource, studentId, await createFile(dataSource, studentId));
  for (const [as, homework, item] of [
    [stranger, homeworkId, id],
    [student, elsewhere, id],
    [student, homeworkId, uuidv7()],
  ] as const)
    await expect(items.patch(as, uuidv7(), homework, item, CONFIRM)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  expect((await itemOf(id)).verdict).toBe('suspect');
});
