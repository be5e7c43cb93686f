import path from 'node:path';
import { Module, type OnModuleInit } from '@nestjs/common';
import { env, Registry } from '@wuhao/core';
import { DiskObjectStore } from './disk-object-store';
import { ObjectStore } from './object-store';
import { OssObjectStore } from './oss-object-store';
import { PictureEncoder } from './picture-encoder';
import { PictureIntake } from './picture-intake';
import { PictureUrls } from './picture-urls';

async function openStore(): Promise<ObjectStore> {
  if (env().STORAGE_DRIVER === 'oss') return new OssObjectStore(env());
  const store = new DiskObjectStore(path.resolve(env().DATA_DIR, 'objects'));
  await store.open();
  return store;
}

@Module({
  providers: [{ provide: ObjectStore, useFactory: openStore }, PictureEncoder, PictureIntake, PictureUrls],
  exports: [ObjectStore, PictureEncoder, PictureIntake, PictureUrls],
})
export class StorageModule implements OnModuleInit {
  constructor(
    private readonly store: ObjectStore,
    private readonly registry: Registry,
  ) {}

  onModuleInit(): void {
    this.registry.addHealthPart({ name: 'storage', probe: () => this.store.probe() });
  }
}
