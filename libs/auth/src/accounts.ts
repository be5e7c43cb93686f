import { Injectable } from '@nestjs/common';
import { AppError, Clock, Registry, uuidv7, type NewAccount } from '@wuhao/core';
import { Account, Credential } from '@wuhao/db';
import type { EntityManager } from 'typeorm';
import { claimPhone } from './auth.queries';

type Registration = Omit<NewAccount, 'id'> & { phone: string; passwordHash: string };

@Injectable()
export class Accounts {
  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock,
  ) {}

  /** An account with everything that belongs to it. CONFLICT when the phone has one. */
  async create(tx: EntityManager, { phone, passwordHash, ...account }: Registration): Promise<string> {
    const id = uuidv7();
    const now = this.clock.now();
    await tx.insert(Account, { id, role: account.role, createdAt: now });
    const [claimed] = await claimPhone(tx, phone, id);
    if (!claimed) throw new AppError('CONFLICT', 'This phone has an account');
    await tx.insert(Credential, { accountId: id, passwordHash, changedAt: now });
    await this.registry.accountCreated(tx, { ...account, id });
    return id;
  }
}
