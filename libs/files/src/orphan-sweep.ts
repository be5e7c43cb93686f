import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Registry } from '@wuhao/core';
import { ObjectStore, ownerOfKey } from '@wuhao/storage';
import { DataSource } from 'typeorm';
import { listKnownFiles } from './files.queries';

/** An upload is over within minutes; a clock that is wrong by hours must not cost a picture. */
const OLD_MS = 24 * 60 * 60 * 1000;
const BATCH = 1000;

/** Removes objects that no row names: of uploads that broke off before their row, and of rows that are gone. */
@Injectable()
export class OrphanSweep implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly registry: Registry,
  ) {}

  onModuleInit(): void {
    this.registry.addHousekeeping({ name: 'orphaned objects', run: () => this.run() });
  }

  /** Walks all objects and answers how many it removed. Safe to run twice. */
  async run(): Promise<number> {
    const before = this.clock.now().getTime() - OLD_MS;
    let removed = 0;
    let batch: string[] = [];
    for await (const { key, storedAt } of this.store.list()) {
      if (storedAt.getTime() > before || !ownerOfKey(key)) continue;
      if (batch.push(key) < BATCH) continue;
      removed += await this.removeOrphans(batch);
      batch = [];
    }
    return removed + (await this.removeOrphans(batch));
  }

  private async removeOrphans(keys: string[]): Promise<number> {
    const owners = keys.map((key) => ownerOfKey(key)!);
    const known = await listKnownFiles(
      this.dataSource,
      owners.map((owner) => owner.studentId),
      owners.map((owner) => owner.fileId),
    );
    const kept = new Set(known.map(({ studentId, fileId }) => `${studentId}/${fileId}`));
    const orphans = keys.filter((_, i) => !kept.has(`${owners[i]!.studentId}/${owners[i]!.fileId}`));
    for (const key of orphans) await this.store.delete(key);
    return orphans.length;
  }
}
