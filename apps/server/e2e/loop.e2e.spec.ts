import { randomUUID } from 'node:crypto';
import {
  HomeView,
  HomeworkEvent,
  HomeworkList,
  MistakeList,
  MistakeStatistics,
  MistakeView,
  RedoResult,
  ReviewResult,
  TodayReview,
  type HomeworkView,
} from '@wuhao/contracts';
import { uuidv7 } from '@wuhao/core';
import { sample, StudentClient } from './family';
import { startServer, type TestServer } from './server';

/** The loop that must always work, as a client sees it. Each step goes on from the one before. */
describe('the loop', () => {
  let server: TestServer;
  let student: StudentClient;
  let homework: HomeworkView;
  beforeAll(async () => {
    server = await startServer();
    student = await StudentClient.register(server.origin);
  }, 60_000);
  afterAll(() => server.stop());

  const wrongItems = () => homework.items.filter((item) => item.verdict === 'wrong');

  it('grades a photo in the background and says so as it happens', async () => {
    const file = await student.upload(await sample('sheet-1.jpg'));
    const accepted = await student.submit({ subject: 'math', title: '口算', fileIds: [file.id] });
    const events = await eventsOf(server, student, accepted.id);
    expect(events.at(-1)).toMatchObject({ type: 'done', status: 'graded' });

    homework = await student.homework(accepted.id);
    expect(homework.status).toBe('graded');
    expect(homework.score).toEqual(events.at(-1)!.score);
    expect(homework.score.judged).toBeGreaterThan(homework.items.length / 2);
    expect(wrongItems().length).toBeGreaterThan(0);
  }, 60_000);

  it('counts in the score what was judged and nothing else', () => {
    const count = (...verdicts: string[]) =>
      homework.items.filter((i) => verdicts.includes(i.verdict)).length;
    expect(homework.score).toEqual({
      total: homework.items.length,
      judged: count('correct', 'wrong'),
      correct: count('correct'),
    });
  });

  it('keeps the right answer until the child has tried again', async () => {
    const [item] = wrongItems();
    expect(homework.items.filter((i) => i.verdict !== 'correct' && i.expected !== null)).toEqual([]);
    const mistake = await student.send('GET', `/mistakes/${item!.mistakeId}`, MistakeView, 200);
    expect(mistake.expected).toBeNull();

    const redo = (answer: string, key?: string) =>
      student.send(
        'POST',
        `/homework/${homework.id}/items/${item!.id}/redo`,
        RedoResult,
        200,
        { answer },
        key,
      );
    const noAnswer = await redo('不知道');
    expect(noAnswer).toMatchObject({
      verdict: 'unreadable',
      item: { expected: null, correction: { tries: 0 } },
    });
    const key = randomUUID();
    const tried = await redo(item!.studentAnswer!, key);
    expect(tried).toMatchObject({ verdict: 'wrong', item: { correction: { tries: 1, corrected: false } } });
    expect(await redo(item!.studentAnswer!, key)).toEqual(tried);
    const right = await redo(tried.item.expected!);
    expect(right).toMatchObject({ verdict: 'correct', item: { correction: { tries: 2, corrected: true } } });

    const shown = await student.send('GET', `/mistakes/${item!.mistakeId}`, MistakeView, 200);
    expect(shown.expected).toBe(tried.item.expected);
  });

  it('brings each wrong item back tonight, and later once it was rated', async () => {
    const { items, nextCursor } = await student.send('GET', '/mistakes?limit=100', MistakeList, 200);
    expect(nextCursor).toBeNull();
    expect(items.map((m) => m.itemId).sort()).toEqual(
      wrongItems()
        .map((i) => i.id)
        .sort(),
    );

    const tonight = await student.send('GET', '/mistakes/today-review', TodayReview, 200);
    expect(tonight.total).toBe(items.length);
    const card = tonight.items[0]!;
    const id = uuidv7();
    const body = { id, rating: 'good', reviewedAt: new Date().toISOString(), timeSpentMs: 8000 };
    const review = () => student.send('POST', `/mistakes/${card.id}/review`, ReviewResult, 200, body, id);
    const result = await review();
    expect(Date.parse(result.dueAt)).toBe(Date.parse(card.nextDue.good));
    expect(await review()).toEqual(result);

    const after = await student.send('GET', '/mistakes/today-review', TodayReview, 200);
    expect(after.total).toBe(tonight.total - 1);
    const figures = await student.send('GET', '/mistakes/statistics', MistakeStatistics, 200);
    expect(figures).toMatchObject({ total: items.length, due: items.length - 1, reviewedToday: 1 });
    const home = await student.send('GET', '/analytics/home', HomeView, 200);
    expect(home).toMatchObject({
      today: { due: after.items.length, reviewed: 1 },
      lastHomework: { id: homework.id, score: homework.score },
      week: { homework: 1, judged: homework.score.judged, correct: homework.score.correct, reviews: 1 },
    });
  });

  it('makes one homework of the same submission sent twenty times at once', async () => {
    const file = await student.upload(await sample('sheet-1.jpg'));
    const key = randomUUID();
    const body = { subject: 'math' as const, fileIds: [file.id] };
    const answers = await Promise.all(Array.from({ length: 20 }, () => student.submit(body, key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { items } = await student.send('GET', '/homework?limit=100', HomeworkList, 200);
    expect(items.map((h) => h.id).sort()).toEqual([homework.id, answers[0]!.id].sort());
  });

  it('keeps the mistakes of a homework that is deleted', async () => {
    const before = await student.send('GET', '/mistakes?limit=100', MistakeList, 200);
    const response = await fetch(`${server.origin}/api/v1/homework/${homework.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${student.session.accessToken}` },
    });
    expect(response.status).toBe(204);
    const after = await student.send('GET', '/mistakes?limit=100', MistakeList, 200);
    const fromIt = before.items.filter((m) => m.homeworkId === homework.id).map((m) => m.id);
    expect(after.items.map((m) => m.id)).toEqual(expect.arrayContaining(fromIt));
    expect(after.items.filter((m) => m.homeworkId === homework.id)).toEqual([]);
  });
});

/** The messages of the event stream until it ends. */
async function eventsOf(server: TestServer, student: StudentClient, id: string): Promise<HomeworkEvent[]> {
  const response = await fetch(`${server.origin}/api/v1/homework/${id}/events`, {
    headers: { authorization: `Bearer ${student.session.accessToken}` },
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const text = await response.text();
  return [...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => HomeworkEvent.parse(JSON.parse(data!)));
}
