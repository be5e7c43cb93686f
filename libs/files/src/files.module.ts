import { Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { PictureEncoder, StorageModule } from '@wuhao/storage';
import type { FastifyInstance } from 'fastify';
import { FilesController } from './files.controller';
import { FilesService } from './files.service';
import { OrphanSweep } from './orphan-sweep';

@Module({
  imports: [StorageModule],
  controllers: [FilesController],
  providers: [FilesService, OrphanSweep],
  exports: [FilesService, OrphanSweep, StorageModule],
})
export class FilesModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly encoder: PictureEncoder,
  ) {}

  /** Forms are left unread by Fastify: upload-form.ts reads them as streams, other routes see an empty body. */
  onModuleInit(): void {
    const fastify = this.http.httpAdapter?.getInstance<FastifyInstance>();
    if (fastify && !fastify.hasContentTypeParser('multipart/form-data'))
      fastify.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  }

  /** Only a process that takes uploads needs the encoder, and it should not start during the first one. */
  onApplicationBootstrap(): void {
    // The start does not wait for it; should it fail, the first upload tries again and says so.
    if (this.http.httpAdapter) void this.encoder.warm().catch(() => undefined);
  }
}
