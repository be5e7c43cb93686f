import { randomBytes } from 'node:crypto';
import { uuidv7 } from '@wuhao/core';
import type { DataSource, DeepPartial } from 'typeorm';
import { Account, Homework, HomeworkPage, Mistake, Profile, StoredFile } from '../entities';

/** A student with its profile. Gives its id. */
export async function createStudent(
  dataSource: DataSource,
  profile: DeepPartial<Profile> = {},
): Promise<string> {
  const id = uuidv7();
  await dataSource.manager.insert(Account, { id, role: 'student' });
  await dataSource.manager.insert(Profile, { accountId: id, nickname: '小明', ...(profile as object) });
  return id;
}

/** The row of a picture; its bytes are nowhere. Gives its id. */
export async function createFile(dataSource: DataSource, studentId: string): Promise<string> {
  const id = uuidv7();
  await dataSource.manager.insert(StoredFile, {
    studentId,
    id,
    purpose: 'homework',
    mime: 'image/jpeg',
    width: 1200,
    height: 1600,
    bytes: 100_000,
    sha256: randomBytes(32),
    storageKey: `${studentId}/${id}`,
    thumbnailKey: `${studentId}/${id}.thumbnail`,
    clientKey: uuidv7(),
    createdAt: new Date(),
  });
  return id;
}

/** A graded homework of one page. Gives its id. */
export async function createHomework(
  dataSource: DataSource,
  studentId: string,
  fileId: string,
  columns: DeepPartial<Homework> = {},
): Promise<string> {
  const id = uuidv7();
  const createdAt = (columns.createdAt as Date | undefined) ?? new Date();
  await dataSource.manager.insert(Homework, {
    studentId,
    id,
    subject: 'math',
    status: 'graded',
    pageCount: 1,
    clientKey: uuidv7(),
    bodyHash: randomBytes(32),
    ...(columns as object),
    createdAt,
  });
  await dataSource.manager.insert(HomeworkPage, {
    studentId,
    homeworkId: id,
    n: 1,
    fileId,
    status: 'graded',
    queuedAt: createdAt,
  });
  return id;
}

/** A mistake by hand, due at once and not reviewed yet. Gives its id. */
export async function createMistake(
  dataSource: DataSource,
  studentId: string,
  columns: DeepPartial<Mistake> = {},
): Promise<string> {
  const id = (columns.id as string | undefined) ?? uuidv7();
  await dataSource.manager.insert(Mistake, {
    studentId,
    id,
    source: 'manual',
    subject: 'math',
    question: '36 + ( ) = 50',
    dueAt: new Date(),
    createdAt: new Date(),
    ...(columns as object),
  });
  return id;
}
