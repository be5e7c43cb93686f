import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { HomeView } from '@wuhao/contracts';
import { Clock, CoreModule, uuidv7, type ActingStudent } from '@wuhao/core';
import { useTestEnv } from '@wuhao/core/testing';
import { DbModule, Homework, Profile, ReviewLog } from '@wuhao/db';
import {
  createCrowd,
  createFile,
  createHomework,
  createMistake,
  createStudent,
  createTestDatabase,
  explain,
  type TestDatabase,
} from '@wuhao/db/testing';
import { ReviewService } from '@wuhao/mistakes';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { AnalyticsController } from './analytics.controller';
import { AnalyticsModule } from './analytics.module';
import { readHome } from './home.queries';

const HOUR_MS = 3_600_000;
const asStudent = (id: string): ActingStudent => ({
  id,
  viewer: { accountId: id, role: 'student', sessionId: uuidv7() },
});

describe('the home page', () => {
  // A Monday evening in Shanghai; the seven days began on Tuesday, 17 November, at 04:00.
  const now = new Date('2026-11-23T20:00:00+08:00');
  const clock = { at: now, now: () => clock.at };
  let database: TestDatabase;
  let module: TestingModule;
  let dataSource: DataSource;
  let reviews: ReviewService;
  let studentId: string;
  const home = async (id = studentId) =>
    HomeView.parse(await module.get(AnalyticsController).home(asStudent(id)));

  beforeAll(async () => {
    database = await createTestDatabase();
    const dataDir = mkdtempSync(path.join(tmpdir(), 'analytics-'));
    useTestEnv({ DATABASE_URL: database.url, DATA_DIR: dataDir });
    module = await Test.createTestingModule({ imports: [CoreModule, DbModule, AnalyticsModule] })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    await module.init();
    dataSource = module.get(DataSource);
    reviews = module.get(ReviewService);
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });
  beforeEach(async () => {
    clock.at = now;
    studentId = await createStudent(dataSource, { nickname: '豆豆' });
  });

  it('is there before the first homework', async () => {
    expect(await home()).toEqual({
      nickname: '豆豆',
      today: { due: 0, minutes: 0, reviewed: 0 },
      lastHomework: null,
      week: { homework: 0, judged: 0, correct: 0, reviews: 0 },
    });
  });

  it('counts the week from the rows of its seven days, of this student only', async () => {
    const sibling = await createStudent(dataSource);
    for (const owner of [studentId, sibling]) {
      const fileId = await createFile(dataSource, owner);
      for (let n = 0; n < 60; n++)
        await createHomework(dataSource, owner, fileId, {
          itemCount: 10,
          judgedCount: n % 10,
          correctCount: n % 4,
          createdAt: new Date(now.getTime() - n * 5 * HOUR_MS),
        });
    }
    // The last moment before the week and the first one in it.
    const fileId = await createFile(dataSource, studentId);
    for (const createdAt of ['2026-11-17T03:59:59.999+08:00', '2026-11-17T04:00:00+08:00'])
      await createHomework(dataSource, studentId, fileId, {
        judgedCount: 7,
        createdAt: new Date(createdAt),
      });
    for (let n = 0; n < 30; n++) {
      clock.at = new Date(now.getTime() - (30 - n) * 8 * HOUR_MS);
      const mistakeId = await createMistake(dataSource, studentId, { createdAt: clock.at });
      await reviews.review(asStudent(studentId), mistakeId, {
        id: uuidv7(),
        rating: 'good',
        reviewedAt: clock.at.toISOString(),
      });
    }
    clock.at = now;

    const from = new Date('2026-11-17T04:00:00+08:00');
    const homework = (await dataSource.manager.findBy(Homework, { studentId })).filter(
      (row) => row.createdAt >= from,
    );
    const logs = (await dataSource.manager.findBy(ReviewLog, { studentId })).filter(
      (log) => log.reviewedAt >= from,
    );
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    expect(homework.length).toBeGreaterThan(20);
    expect(logs.length).toBeGreaterThan(15);
    expect((await home()).week).toEqual({
      homework: homework.length,
      judged: sum(homework.map((row) => row.judgedCount)),
      correct: sum(homework.map((row) => row.correctCount)),
      reviews: logs.length,
    });
  });

  it('shows the homework submitted last, with its first page', async () => {
    const [first, second] = [
      await createFile(dataSource, studentId),
      await createFile(dataSource, studentId),
    ];
    await createHomework(dataSource, studentId, first, { createdAt: now });
    const id = await createHomework(dataSource, studentId, second, {
      title: '口算第 12 页',
      itemCount: 40,
      judgedCount: 31,
      correctCount: 29,
      createdAt: now,
    });
    expect((await home()).lastHomework).toMatchObject({
      id,
      subject: 'math',
      title: '口算第 12 页',
      status: 'graded',
      score: { judged: 31, total: 40, correct: 29 },
      pageCount: 1,
      picture: { id: second, width: 1200, height: 1600 },
      createdAt: '2026-11-23T12:00:00Z',
    });
  });

  it('promises the evening that the review page then shows, at every moment of it', async () => {
    await dataSource.manager.update(Profile, { accountId: studentId }, { reviewMinutes: 5 });
    for (let n = 0; n < 15; n++) {
      const dueAt = new Date(now.getTime() - n * 10 * HOUR_MS);
      await createMistake(dataSource, studentId, { dueAt, createdAt: dueAt });
    }
    for (let reviewed = 0; ; reviewed++) {
      const { items, minutes } = await reviews.todayReview(asStudent(studentId));
      expect((await home()).today).toEqual({ due: items.length, minutes, reviewed });
      if (items.length === 0) break;
      clock.at = new Date(clock.at.getTime() + 60_000);
      await reviews.review(asStudent(studentId), items[0]!.id, {
        id: uuidv7(),
        rating: 'again',
        reviewedAt: clock.at.toISOString(),
      });
    }
  });

  it('takes three statements', async () => {
    const sent = jest.spyOn(Client.prototype, 'query');
    try {
      await home();
      expect(sent).toHaveBeenCalledTimes(3);
    } finally {
      sent.mockRestore();
    }
  });

  it('is found by index among many students', async () => {
    const students = await createCrowd(dataSource, { students: 2000, each: 5, at: now });
    const { seqScans, pages } = await explain(
      dataSource,
      readHome.statement,
      students[1500]!,
      new Date('2026-11-17T04:00:00+08:00'),
      new Date('2026-11-24T04:00:00+08:00'),
    );
    expect(seqScans).toEqual([]);
    expect(pages).toBeLessThanOrEqual(90);
  }, 60_000);
});
