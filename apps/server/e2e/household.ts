import { FileView, SessionView } from '@wuhao/contracts';
import { uuidv7 } from '@wuhao/core';
import { GuardianLink, Item } from '@wuhao/db';
import { createHomework, createMistake } from '@wuhao/db/testing';
import { jpegPhoto } from '@wuhao/storage/testing';
import type { DataSource } from 'typeorm';
import type { ApiClient } from './api-client';

export const PASSWORD = 'correct horse battery';
export const MINI = { 'x-client-type': 'miniprogram' };

export type Member = { id: string; phone: string; token: string; refreshToken: string };

let lastPhone = 13_700_000_000;
export const newPhone = () => String((lastPhone += 1));

/** Registers somebody through the API. */
export async function newMember(api: ApiClient, role: 'student' | 'guardian'): Promise<Member> {
  const phone = newPhone();
  const body = { phone, password: PASSWORD, role, nickname: role };
  const answer = await api.send('POST /auth/register', { body, headers: MINI });
  const { user, accessToken, refreshToken = '' } = SessionView.parse(answer.body);
  return { id: user.id, phone, token: accessToken, refreshToken };
}

/** A student with a linked guardian, and what belongs to the student. */
export class Household {
  private constructor(
    readonly api: ApiClient,
    private readonly dataSource: DataSource,
    readonly student: Member,
    readonly guardian: Member,
  ) {}

  static async moveIn(api: ApiClient, dataSource: DataSource): Promise<Household> {
    const student = await newMember(api, 'student');
    const guardian = await newMember(api, 'guardian');
    await dataSource.manager.insert(GuardianLink, { guardianId: guardian.id, studentId: student.id });
    return new Household(api, dataSource, student, guardian);
  }

  /** The guardian is none any more. */
  async unlink(): Promise<void> {
    await this.dataSource.manager.delete(GuardianLink, { guardianId: this.guardian.id });
  }

  async newFile(key = uuidv7()): Promise<FileView> {
    const picture = await jpegPhoto({ width: 60, height: 40 });
    const answer = await this.api.send('POST /files/upload', {
      token: this.student.token,
      key,
      form: () => uploadForm(picture),
    });
    return FileView.parse(answer.body);
  }

  /** A graded homework with a wrong item, which is in the mistake book. */
  async newHomework(): Promise<{ id: string; itemId: string }> {
    const file = await this.newFile();
    const studentId = this.student.id;
    const id = await createHomework(this.dataSource, studentId, file.id, { itemCount: 1, judgedCount: 1 });
    const itemId = uuidv7();
    const box = { boxX: 10, boxY: 10, boxW: 40, boxH: 12 };
    await this.dataSource.manager.insert(Item, {
      ...box,
      studentId,
      id: itemId,
      homeworkId: id,
      page: 1,
      position: 0,
      text: '36+( )=50 13',
      question: '36+( )=50',
      verdict: 'wrong',
      studentAnswer: '13',
      expected: '14',
      confidence: 0.98,
      cause: 'calculation',
    });
    await createMistake(this.dataSource, studentId, {
      ...box,
      source: 'grading',
      homeworkId: id,
      itemId,
      fileId: file.id,
    });
    return { id, itemId };
  }

  newMistake(): Promise<string> {
    return createMistake(this.dataSource, this.student.id);
  }
}

export function uploadForm(
  picture: Buffer,
  purpose = 'homework',
  more: Record<string, string> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  form.set('purpose', purpose);
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'photo.jpg');
  return form;
}
