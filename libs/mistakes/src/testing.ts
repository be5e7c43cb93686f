import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Test } from '@nestjs/testing';
import { Clock, CoreModule, uuidv7, type ActingStudent } from '@wuhao/core';
import { useTestEnv } from '@wuhao/core/testing';
import { DbModule } from '@wuhao/db';
import { createTestDatabase } from '@wuhao/db/testing';
import { DataSource } from 'typeorm';
import { MistakesController } from './mistakes.controller';
import { MistakesModule } from './mistakes.module';
import { MistakesService, type WrongItem } from './mistakes.service';
import { ReviewService } from './review.service';

/** The services as the application wires them, on an empty database of their own. */
export async function startMistakes(clock: Clock) {
  const database = await createTestDatabase();
  useTestEnv({
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '20',
    DATA_DIR: mkdtempSync(path.join(tmpdir(), 'mistakes-')),
  });
  const module = await Test.createTestingModule({ imports: [CoreModule, DbModule, MistakesModule] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  await module.init();
  return {
    dataSource: module.get(DataSource),
    controller: module.get(MistakesController),
    mistakes: module.get(MistakesService),
    reviews: module.get(ReviewService),
    stop: async () => {
      await module.close();
      await database.drop();
    },
  };
}

/** A clock that stands where a test puts it. */
export class TestClock extends Clock {
  constructor(public at: Date) {
    super();
  }
  override now(): Date {
    return this.at;
  }
}

export const asStudent = (id: string): ActingStudent => ({
  id,
  viewer: { accountId: id, role: 'student', sessionId: uuidv7() },
});
export const asGuardian = (id: string): ActingStudent => ({
  id,
  viewer: { accountId: uuidv7(), role: 'guardian', sessionId: uuidv7() },
});

export const wrongItem = (of: Pick<WrongItem, 'fileId'> & Partial<WrongItem>): WrongItem => ({
  itemId: uuidv7(),
  homeworkId: uuidv7(),
  box: { x: 120, y: 80, w: 300, h: 60 },
  subject: 'math',
  question: '17 ÷ 5 =',
  studentAnswer: '3……1',
  expected: '3……2',
  cause: 'calculation',
  ...of,
});
