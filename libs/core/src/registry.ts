import { Injectable } from '@nestjs/common';
import type { Role } from '@wuhao/contracts';
import type { EntityManager } from 'typeorm';

/** A part of the system that `/health` reports on. `probe` throws when the part does not work. */
export type HealthPart = { name: string; probe: () => Promise<void> };

/** Clears away once a day what nobody needs any more. `run` is safe to run twice and answers how much it removed. */
export type HousekeepingTask = { name: string; run: () => Promise<number> };

/** An account in the making, with what its owner said about itself. */
export type NewAccount = {
  id: string;
  role: Role;
  nickname?: string;
  schoolYear?: number;
  birthMonth?: string;
  /** A guardian that is made for this student. */
  guardianOf?: string;
};
type OnAccountCreated = (tx: EntityManager, account: NewAccount) => Promise<void>;

/** What crosses features the other way than imports go: each registers what it has when its module starts. */
@Injectable()
export class Registry {
  readonly healthParts: HealthPart[] = [];
  readonly housekeepingTasks: HousekeepingTask[] = [];
  private readonly onAccountCreated: OnAccountCreated[] = [];

  addHealthPart(part: HealthPart): void {
    this.healthParts.push(part);
  }

  addHousekeeping(task: HousekeepingTask): void {
    this.housekeepingTasks.push(task);
  }

  /** `add` writes the rows of a feature that every account has, in the transaction that makes the account. */
  addAccountRows(add: OnAccountCreated): void {
    this.onAccountCreated.push(add);
  }

  async accountCreated(tx: EntityManager, account: NewAccount): Promise<void> {
    for (const add of this.onAccountCreated) await add(tx, account);
  }
}
