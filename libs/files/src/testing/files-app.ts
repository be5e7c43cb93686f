import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Module, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AccessGuard, AccessModule } from '@wuhao/access';
import { CoreModule, InputGuard, uuidv7 } from '@wuhao/core';
import { useTestEnv } from '@wuhao/core/testing';
import { DbModule } from '@wuhao/db';
import { createStudent, createTestDatabase } from '@wuhao/db/testing';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { FilesModule } from '../files.module';
import { FilesService } from '../files.service';

/** Stands for the log-in: the token is the id of the student. */
class TokenIsStudent implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const accountId = request.headers.authorization?.replace('Bearer ', '');
    if (accountId) request.viewer = { accountId, role: 'student', sessionId: accountId };
    return true;
  }
}

@Module({
  imports: [CoreModule, DbModule, AccessModule, FilesModule],
  providers: [TokenIsStudent, AccessGuard, InputGuard].map((useClass) => ({
    provide: APP_GUARD,
    useClass,
  })),
})
class FilesApp {}

export type UploadParts = {
  purpose?: string | null;
  name?: string;
  type?: string;
  key?: string;
  token?: string;
};

/** The files module over a real socket, on a database and a folder of its own. */
export async function startFilesApp() {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'wuhao-files-'));
  useTestEnv({ DATABASE_URL: database.url, DATA_DIR: dataDir });
  const module = await Test.createTestingModule({ imports: [FilesApp] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(
    new FastifyAdapter({ forceCloseConnections: true }),
    { logger: false },
  );
  app.setGlobalPrefix('api/v1');
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const dataSource = app.get(DataSource);
  const student = await createStudent(dataSource);

  return {
    app,
    port,
    origin,
    dataDir,
    dataSource,
    student,
    newStudent: () => createStudent(dataSource),

    /** An upload as a browser sends it. */
    upload(bytes: Buffer, { purpose = 'homework', name = 'photo.jpg', type, key, token }: UploadParts = {}) {
      const form = new FormData();
      if (purpose !== null) form.append('purpose', purpose);
      form.append('file', new Blob([new Uint8Array(bytes)], { type: type ?? 'image/jpeg' }), name);
      return this.send(form, { key, token });
    },
    send(form: FormData, { key = uuidv7(), token = student }: Pick<UploadParts, 'key' | 'token'> = {}) {
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key };
      return fetch(`${origin}/api/v1/files/upload`, { method: 'POST', headers, body: form });
    },
    /** Asks for what an upload with this key became. */
    find(key: string, token = student) {
      const headers = { authorization: `Bearer ${token}` };
      return fetch(`${origin}/api/v1/files/uploads/${key}`, { headers });
    },

    rowCount: () => dataSource.query('select count(*)::int as n from file').then(([{ n }]) => n as number),
    /** Objects, and uploads on their way. */
    async filesLeft() {
      const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
      return names.filter((entry) => entry.isFile()).map((entry) => entry.name);
    },
    /** The student's rows and objects. */
    async forget(studentId: string) {
      const rows = await dataSource.query('delete from file where student_id = $1 returning id', [studentId]);
      await app.get(FilesService).discard(
        studentId,
        (rows[0] as { id: string }[]).map((row) => row.id),
      );
    },
    async stop() {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true });
    },
  };
}
export type FilesTestApp = Awaited<ReturnType<typeof startFilesApp>>;
