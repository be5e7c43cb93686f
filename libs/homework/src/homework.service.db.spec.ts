import type { HomeworkView } from '@wuhao/contracts';
import { uuidv7, type ActingStudent } from '@wuhao/core';
import { createDataSource, Item } from '@wuhao/db';
import { createFile, createHomework, createStudent, createTestDatabase } from '@wuhao/db/testing';
import type { DataSource } from 'typeorm';
import { HomeworkService } from './homework.service';

const POOL_SIZE = 4;
const nothing = {} as never;
const urls = { pictureOf: () => nothing } as never;

describe('reading a homework', () => {
  let dataSource: DataSource;
  let drop: () => Promise<void>;
  let homework: HomeworkService;
  beforeAll(async () => {
    const database = await createTestDatabase();
    drop = database.drop;
    dataSource = await createDataSource(database.url, POOL_SIZE).initialize();
    homework = new HomeworkService(dataSource, nothing, urls, nothing, nothing, nothing);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await drop();
  });

  it('never shows a graded page without its items', async () => {
    const studentId = await createStudent(dataSource);
    const id = await createHomework(dataSource, studentId, await createFile(dataSource, studentId));
    const student: ActingStudent = {
      id: studentId,
      viewer: { accountId: studentId, role: 'student', sessionId: uuidv7() },
    };
    let reading: Promise<HomeworkView> | undefined;
    await dataSource.transaction(async (tx) => {
      // Whoever reads the page's state now has to wait for it.
      await tx.query('lock table homework_page in access exclusive mode');
      reading = homework.get(student, id);
      await somebodyWaits();
      await tx.insert(Item, {
        studentId,
        id: uuidv7(),
        homeworkId: id,
        page: 1,
        position: 0,
        boxX: 0,
        boxY: 0,
        boxW: 9,
        boxH: 9,
        text: '1+1=2',
        question: '1+1=',
        verdict: 'correct',
        confidence: 1,
      });
    });
    const view = await reading!;
    expect(view.status).toBe('graded');
    expect(view.items).toHaveLength(1);
  });

  const somebodyWaits = async () => {
    for (;;) {
      const rows: unknown[] = await dataSource.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      if (rows.length > 0) return;
    }
  };
});
