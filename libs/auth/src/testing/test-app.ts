import fastifyCookie from '@fastify/cookie';
import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AccessGuard, AccessModule } from '@wuhao/access';
import { Clock, CoreModule, InputGuard, Registry } from '@wuhao/core';
import { useTestEnv } from '@wuhao/core/testing';
import { DbModule, GuardianLink, Profile } from '@wuhao/db';
import { DataSource } from 'typeorm';
import { AuthGuard } from '../auth.guard';
import { AuthModule } from '../auth.module';

export const ORIGIN = 'http://localhost:3000';

/** Real time, moved by hand. */
export class TestClock extends Clock {
  private movedMs = 0;

  override now(): Date {
    return new Date(Date.now() + this.movedMs);
  }

  move(ms: number): void {
    this.movedMs += ms;
  }
}

/** What the user lib does in the whole app: the rows that belong to an account. */
@Injectable()
class ProfileRows implements OnModuleInit {
  constructor(private readonly registry: Registry) {}

  onModuleInit(): void {
    this.registry.addAccountRows(async (tx, { id, nickname = 'new', guardianOf }) => {
      await tx.insert(Profile, { accountId: id, nickname });
      if (guardianOf) await tx.insert(GuardianLink, { guardianId: id, studentId: guardianOf });
    });
  }
}

@Module({
  imports: [CoreModule, DbModule, AccessModule, AuthModule],
  providers: [
    ProfileRows,
    { provide: APP_GUARD, useExisting: AuthGuard },
    { provide: APP_GUARD, useExisting: AccessGuard },
    { provide: APP_GUARD, useClass: InputGuard },
  ],
})
class TestModule {}

export type TestApp = {
  app: NestFastifyApplication;
  clock: TestClock;
  dataSource: DataSource;
  url: string;
  close(): Promise<void>;
};

export const useAuthEnv = (own: Record<string, string> = {}): void =>
  useTestEnv({ PUBLIC_ORIGINS: ORIGIN, ...own });

/** The auth lib behind the guards of the API, on a socket of its own. */
export async function startTestApp(clock = new TestClock()): Promise<TestApp> {
  const module = await Test.createTestingModule({ imports: [TestModule] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(
    new FastifyAdapter({ trustProxy: false }),
    {
      logger: false,
    },
  );
  app.setGlobalPrefix('api/v1');
  await app.register(fastifyCookie);
  await app.listen(0, '127.0.0.1');
  return {
    app,
    clock,
    dataSource: app.get(DataSource),
    url: `${await app.getUrl()}/api/v1`,
    close: () => app.close(),
  };
}
