import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  FileView,
  HomeworkAccepted,
  HomeworkList,
  type HomeworkSummary,
  HomeworkView,
  MistakeList,
  MistakeView,
  SessionView,
} from '@wuhao/contracts';
import { eventually } from '@wuhao/weapp-runtime';
import type { z } from 'zod';
import { type Person, SLOWEST_MS } from './journey';

const begin = async (address: string, route: 'register' | 'login', body: object): Promise<SessionView> => {
  const response = await fetch(`${address}/api/v1/auth/${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-client-type': 'miniprogram' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`);
  return SessionView.parse(await response.json());
};

/** A student at the API, beside the phone: prepares what a journey starts from and reads back what the server has. */
export class StudentApi {
  private constructor(
    private readonly address: string,
    readonly person: Person,
    private session: SessionView,
  ) {}

  static async register(address: string, person: Person): Promise<StudentApi> {
    const body = { ...person, role: 'student', schoolYear: 3 };
    return new StudentApi(address, person, await begin(address, 'register', body));
  }

  static async logIn(address: string, person: Person): Promise<StudentApi> {
    return new StudentApi(address, person, await logIn(address, person));
  }

  get id(): string {
    return this.session.user.id;
  }

  async listHomework(): Promise<HomeworkSummary[]> {
    return (await this.get('/homework?limit=100', HomeworkList)).items;
  }

  homework(id: string): Promise<HomeworkView> {
    return this.get(`/homework/${id}`, HomeworkView);
  }

  async listMistakes(): Promise<MistakeView[]> {
    return (await this.get('/mistakes?limit=100', MistakeList)).items;
  }

  /** Adds a mistake by hand; its review is due today. */
  addMistake(question: string): Promise<MistakeView> {
    return this.send('POST', '/mistakes', MistakeView, { subject: 'math', question });
  }

  /** Hands in the photos as one homework; resolves when it is graded. */
  async handIn(...photos: string[]): Promise<HomeworkView> {
    const fileIds: string[] = [];
    for (const photo of photos) fileIds.push((await this.upload(photo)).id);
    const { id } = await this.send('POST', '/homework', HomeworkAccepted, { subject: 'math', fileIds });
    return eventually(
      () => `homework ${id} is not graded after ${SLOWEST_MS} ms`,
      async () => {
        const homework = await this.homework(id);
        return homework.status === 'queued' || homework.status === 'grading' ? undefined : homework;
      },
      SLOWEST_MS,
    );
  }

  async upload(photo: string): Promise<FileView> {
    const form = new FormData();
    form.append('purpose', 'homework');
    form.append('file', new Blob([await readFile(photo)], { type: 'image/jpeg' }), path.basename(photo));
    return this.send('POST', '/files/upload', FileView, form);
  }

  get<S extends z.ZodType>(route: string, schema: S): Promise<z.output<S>> {
    return this.send('GET', route, schema);
  }

  /** Each answer is parsed by its contract; any refusal is thrown. */
  async send<S extends z.ZodType>(
    method: string,
    route: string,
    schema: S,
    body?: object,
  ): Promise<z.output<S>> {
    const ask = (): Promise<Response> =>
      fetch(`${this.address}/api/v1${route}`, {
        method,
        headers: {
          authorization: `Bearer ${this.session.accessToken}`,
          ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
          ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
        },
        body: body instanceof FormData ? body : body && JSON.stringify(body),
      });
    let response = await ask();
    if (response.status === 401) {
      // The journey may have let every access token expire.
      this.session = await logIn(this.address, this.person);
      response = await ask();
    }
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`);
    return schema.parse(JSON.parse(text)) as z.output<S>;
  }
}

const logIn = (address: string, { phone, password }: Person): Promise<SessionView> =>
  begin(address, 'login', { phone, password });
