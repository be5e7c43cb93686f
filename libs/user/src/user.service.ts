import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ChildList, ProfileUpdate, ProfileView } from '@wuhao/contracts';
import { notFound, Registry, type NewAccount } from '@wuhao/core';
import { GuardianLink, Profile } from '@wuhao/db';
import { DataSource, type EntityManager } from 'typeorm';
import { FIRST_NICKNAME } from './nicknames.zh';
import { findProfile, listChildren } from './user.queries';

@Injectable()
export class UserService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: Registry,
  ) {}

  onModuleInit(): void {
    this.registry.addAccountRows(addProfile);
  }

  async getProfile(accountId: string): Promise<ProfileView> {
    const [profile] = await findProfile(this.dataSource, accountId);
    if (!profile) throw notFound();
    return profile;
  }

  /** What is not in the update stays as it is. */
  async updateProfile(accountId: string, update: ProfileUpdate): Promise<ProfileView> {
    if (Object.keys(update).length > 0)
      await this.dataSource.getRepository(Profile).update({ accountId }, update);
    return this.getProfile(accountId);
  }

  async listChildren(guardianId: string): Promise<ChildList> {
    return { items: await listChildren(this.dataSource, guardianId), nextCursor: null };
  }
}

async function addProfile(tx: EntityManager, account: NewAccount): Promise<void> {
  const { id, role, nickname = FIRST_NICKNAME[role], schoolYear, birthMonth, guardianOf } = account;
  await tx.insert(Profile, { accountId: id, nickname, schoolYear, birthMonth });
  if (guardianOf) await tx.insert(GuardianLink, { guardianId: id, studentId: guardianOf });
}
