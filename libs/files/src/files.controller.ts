import { Controller, Get, Headers, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse, type ApiBodyOptions } from '@nestjs/swagger';
import { FILE_PURPOSES, FileView, SignedFileQuery, Uuid } from '@wuhao/contracts';
import {
  Access,
  Idempotent,
  IdempotencyKey,
  Public,
  Returns,
  Student,
  Throws,
  type ActingStudent,
} from '@wuhao/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FilesService } from './files.service';
import { toReply } from './picture-reply';

/** The two ids in a picture's URL, 32 bytes. */
const PictureReference = z.string().regex(/^[\w-]{43}$/);

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

const UploadBody: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['purpose', 'file'],
    properties: {
      purpose: { type: 'string', enum: [...FILE_PURPOSES] },
      file: { type: 'string', format: 'binary', description: 'JPEG, PNG or WebP, after `purpose`' },
    },
  },
};

@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Post('upload')
  @Access('files.upload')
  @Idempotent()
  @Returns(FileView, 201)
  @Throws('FILE_TOO_LARGE', 'FILE_TYPE_REFUSED', 'PICTURE_UNREADABLE', 'RATE_LIMITED', 'STORAGE_UNAVAILABLE')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UploadBody)
  upload(@Student() student: ActingStudent, @IdempotencyKey() key: string, @Req() request: FastifyRequest) {
    return this.files.upload(student, key, request.raw);
  }

  /** After a cut: whether the upload with this Idempotency-Key arrived, so that its bytes need not come again. */
  @Get('uploads/:key')
  @Access('files.upload')
  @Returns(FileView)
  uploaded(
    @Student() student: ActingStudent,
    @Param('key', { schema: Uuid }) key: string,
  ): Promise<FileView> {
    return this.files.getByKey(student.id, key);
  }

  @Get(':reference')
  @Public()
  @ApiResponse({ status: 200, content: { 'image/jpeg': BINARY, 'image/webp': BINARY } })
  @ApiResponse({ status: 304, description: 'The picture of If-None-Match' })
  @Throws('NOT_FOUND', 'RATE_LIMITED', 'STORAGE_UNAVAILABLE')
  async picture(
    @Param('reference', { schema: PictureReference }) reference: string,
    @Query({ schema: SignedFileQuery }) query: SignedFileQuery,
    @Headers('if-none-match') seenEtag: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return toReply(reply, await this.files.open(reference, query, seenEtag));
  }
}
