import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FileView, HomeworkAccepted, HomeworkView, SessionView, type HomeworkCreate } from '@wuhao/contracts';
import type { z } from 'zod';

export const sample = (name: string) => readFile(path.resolve(__dirname, '../../../samples', name));

let phones = 0;
/** Never used twice in a run. */
export const newPhone = () =>
  `139${String(process.pid % 1000).padStart(3, '0')}${String(++phones).padStart(5, '0')}`;

/** A student at the API, each answer parsed by its contract. Throws at any status but the expected one. */
export class StudentClient {
  private constructor(
    private readonly origin: string,
    readonly session: SessionView,
  ) {}

  static async register(origin: string): Promise<StudentClient> {
    const body = { phone: newPhone(), password: randomUUID(), role: 'student' };
    const response = await fetch(`${origin}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-client-type': 'miniprogram' },
      body: JSON.stringify(body),
    });
    return new StudentClient(origin, SessionView.parse(await response.json()));
  }

  get id(): string {
    return this.session.user.id;
  }

  async upload(picture: Buffer): Promise<FileView> {
    const form = new FormData();
    form.append('purpose', 'homework');
    form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'page.jpg');
    return this.send('POST', '/files/upload', FileView, 201, form);
  }

  submit(body: HomeworkCreate, key = randomUUID()): Promise<HomeworkAccepted> {
    return this.send('POST', '/homework', HomeworkAccepted, 202, body, key);
  }

  homework(id: string): Promise<HomeworkView> {
    return this.send('GET', `/homework/${id}`, HomeworkView, 200);
  }

  /** Waits until nothing of it will change by itself any more. */
  async graded(id: string, timeoutMs: number): Promise<HomeworkView> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const homework = await this.homework(id);
      if (homework.status !== 'queued' && homework.status !== 'grading') return homework;
      if (Date.now() > end) throw new Error(`still ${homework.status} after ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async send<S extends z.ZodType>(
    method: string,
    path: string,
    schema: S,
    status: number,
    body?: object,
    key: string = randomUUID(),
  ): Promise<z.output<S>> {
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.session.accessToken}`,
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
        ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
      },
      body: body instanceof FormData ? body : body && JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status !== status) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return schema.parse(JSON.parse(text));
  }
}
