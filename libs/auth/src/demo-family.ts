import { randomBytes, randomInt } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { Clock, env, type NewAccount } from '@wuhao/core';
import { Credential } from '@wuhao/db';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Accounts } from './accounts';
import { findCredential } from './auth.queries';
import { DEMO_GUARDIAN, DEMO_STUDENT } from './demo-family.zh';
import { Passwords } from './passwords';

const LogIn = z.strictObject({ phone: z.string(), password: z.string(), nickname: z.string() });
const DemoLogIns = z.strictObject({ student: LogIn, guardian: LogIn });
export type DemoLogIns = z.infer<typeof DemoLogIns>;

export const DEMO_LOGINS_FILE = 'demo-logins.json';
/** Any number; processes that start together make the family once. */
const DEMO_LOCK = 7_405_125;
/** Without look-alikes: the password is typed from a terminal. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A student with a linked guardian to try the app with on a laptop. Never in production. Safe to run twice. */
export const ensureDemoFamily = (app: INestApplicationContext): Promise<DemoLogIns> =>
  app.get(DemoFamily).ensure();

@Injectable()
export class DemoFamily {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  async ensure(): Promise<DemoLogIns> {
    const { NODE_ENV, DEMO_FAMILY, DATA_DIR } = env();
    if (NODE_ENV === 'production' || !DEMO_FAMILY) throw new Error('The demo family was not asked for');
    const logIns = await readOrMake(path.resolve(DATA_DIR));
    const [studentHash, guardianHash] = await Promise.all([
      this.passwords.hash(logIns.student.password),
      this.passwords.hash(logIns.guardian.password),
    ]);
    await this.dataSource.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [DEMO_LOCK]);
      const guardianOf = await this.member(tx, logIns.student, studentHash, {
        role: 'student',
        schoolYear: 3,
      });
      await this.member(tx, logIns.guardian, guardianHash, { role: 'guardian', guardianOf });
    });
    return logIns;
  }

  /** The password of the file counts, also after file or database were lost. */
  private async member(
    tx: EntityManager,
    { phone, nickname }: DemoLogIns['student'],
    passwordHash: string,
    account: Pick<NewAccount, 'role' | 'schoolYear' | 'guardianOf'>,
  ): Promise<string> {
    const [known] = await findCredential(tx, phone);
    if (!known) return this.accounts.create(tx, { ...account, phone, nickname, passwordHash });
    const { accountId } = known;
    await tx.update(Credential, { accountId }, { passwordHash, changedAt: this.clock.now() });
    return accountId;
  }
}

/** Passwords are made once for a data directory, so that none stands in the code. */
async function readOrMake(dataDir: string): Promise<DemoLogIns> {
  const file = path.join(dataDir, DEMO_LOGINS_FILE);
  await mkdir(dataDir, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const logIns: DemoLogIns = {
    student: { phone: '13800000001', password: randomPassword(), nickname: DEMO_STUDENT },
    guardian: { phone: '13800000002', password: randomPassword(), nickname: DEMO_GUARDIAN },
  };
  await writeFile(draft, `${JSON.stringify(logIns, null, 2)}\n`, { mode: 0o600 });
  // A link is made whole or not at all, and never over one that is there.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return DemoLogIns.parse(JSON.parse(await readFile(file, 'utf8')));
}

const randomPassword = () => Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
