import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Box, FileView, SignedFileQuery } from '@wuhao/contracts';
import { Clock, Limits, notFound, uuidv7, type ActingStudent, type Limit } from '@wuhao/core';
import { keyReused } from '@wuhao/db';
import {
  ObjectStore,
  PICTURE_MIME,
  PICTURE_VARIANTS,
  PictureEncoder,
  PictureIntake,
  pictureKey,
  PictureUrls,
  type EncodedPicture,
  type StoredObject,
} from '@wuhao/storage';
import { DataSource, type EntityManager } from 'typeorm';
import { findFileByKey, insertFile, listFiles, type FileRow } from './files.queries';
import { readUploadForm, type UploadForm } from './upload-form';

/** Three homeworks of nine photos a minute with every photo sent four times over a bad network. */
const UPLOADS: Limit = { name: 'files.upload', points: 120, perSeconds: 60 };

/** A minute of looking fast, each part once; somebody who asks for ever new ones must not keep the server busy. */
const PARTS: Limit = { name: 'files.part', points: 300, perSeconds: 60 };

/** A picture as an HTTP answer; without a body the client has it already. */
export type PictureAnswer = {
  etag: string;
  mime: string;
  secondsLeft: number;
  body?: Buffer | StoredObject;
};

@Injectable()
export class FilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ObjectStore,
    private readonly intake: PictureIntake,
    private readonly encoder: PictureEncoder,
    private readonly urls: PictureUrls,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /**
   * The row is committed after both objects are kept. A crash in between leaves objects without a row, which
   * `sweepOrphans` removes; never a row without its objects.
   */
  async upload(student: ActingStudent, key: string, request: IncomingMessage): Promise<FileView> {
    await this.limits.use(UPLOADS, student.viewer.accountId);
    const form = await readUploadForm(request, (file) => this.intake.receive(file));
    try {
      const earlier = await this.findRepeat(student.id, key, form);
      if (earlier) return this.toView(earlier);
      const encoded = await this.encoder.encode(form.picture.file);
      const fileId = uuidv7();
      await this.keep(student.id, fileId, form);
      const row = await this.insert(student.id, fileId, key, form, encoded);
      if (row) return this.toView(row);
      // The same upload came twice at once, and the other one was first.
      await this.discard(student.id, [fileId]);
      const first = await this.findRepeat(student.id, key, form);
      if (!first) throw keyReused();
      return this.toView(first);
    } finally {
      await form.picture.discard();
    }
  }

  /** The file that the student's upload with this key became; NOT_FOUND while there is none. */
  async getByKey(studentId: string, key: string): Promise<FileView> {
    const [row] = await findFileByKey(this.dataSource, studentId, key);
    return this.toView(row ?? missing());
  }

  /**
   * The picture of a signed URL, or a part of it. NOT_FOUND whether the URL is forged, over, or its picture is gone;
   * RATE_LIMITED, and VALIDATION_FAILED for a part that is not on the picture.
   */
  async open(reference: string, query: SignedFileQuery, seenEtag?: string): Promise<PictureAnswer> {
    const { v, part, type = 'jpeg' } = query;
    const named = this.urls.verify(reference, v, query.e, query.s);
    if (!named) throw notFound();
    const { studentId, fileId, secondsLeft } = named;
    // What lies under a key never changes, so the key says it all.
    const etag = part ? `"${fileId}.${part}.${type}"` : `"${fileId}.${v}"`;
    const answer = { etag, mime: part ? `image/${type}` : PICTURE_MIME, secondsLeft };
    if (seenEtag === etag) return answer;
    const key = pictureKey(studentId, fileId, v);
    if (!part) return { ...answer, body: await this.store.stream(key) };
    await this.limits.use(PARTS, studentId);
    return { ...answer, body: await this.encoder.cut(await this.store.get(key), toBox(part), type) };
  }

  /** The rows of these files in the order of the ids; NOT_FOUND if one is missing or another student's. */
  async ownedBy(
    on: DataSource | EntityManager,
    studentId: string,
    ids: readonly string[],
  ): Promise<FileRow[]> {
    const rows = new Map((await listFiles(on, studentId, ids)).map((row) => [row.fileId, row]));
    return ids.map((id) => rows.get(id.toLowerCase()) ?? missing());
  }

  /** The stored picture: upright JPEG. NOT_FOUND, or STORAGE_UNAVAILABLE (retryable). */
  read(studentId: string, fileId: string): Promise<Buffer> {
    return this.store.get(pictureKey(studentId, fileId, 'picture'));
  }

  /** Removes the objects of files whose rows are gone. Safe to run twice. */
  async discard(studentId: string, fileIds: readonly string[]): Promise<void> {
    for (const fileId of fileIds)
      for (const variant of PICTURE_VARIANTS) await this.store.delete(pictureKey(studentId, fileId, variant));
  }

  private async findRepeat(
    studentId: string,
    key: string,
    { purpose, picture }: UploadForm,
  ): Promise<FileRow | undefined> {
    const [row] = await findFileByKey(this.dataSource, studentId, key);
    if (row && (row.sha256 !== picture.sha256.toString('hex') || row.purpose !== purpose)) throw keyReused();
    return row;
  }

  private async keep(studentId: string, fileId: string, { picture }: UploadForm): Promise<void> {
    for (const variant of PICTURE_VARIANTS) {
      const encoded = { file: `${picture.file}.${variant}` };
      await this.store.put(pictureKey(studentId, fileId, variant), encoded, PICTURE_MIME);
    }
  }

  private async insert(
    studentId: string,
    fileId: string,
    clientKey: string,
    { purpose, picture }: UploadForm,
    { width, height, bytes }: EncodedPicture,
  ): Promise<FileRow | undefined> {
    const [row] = await insertFile(
      this.dataSource,
      ...([studentId, fileId, purpose, PICTURE_MIME, width, height, bytes, picture.sha256] as const),
      pictureKey(studentId, fileId, 'picture'),
      pictureKey(studentId, fileId, 'thumbnail'),
      clientKey,
      this.clock.now(),
    );
    return row;
  }

  private toView(row: FileRow): FileView {
    const { bytes, mime, sha256 } = row;
    return { ...this.urls.pictureOf(row), bytes, mime, sha256 };
  }
}

const toBox = (part: string): Box => {
  const [x, y, w, h] = part.split(',').map(Number) as [number, number, number, number];
  return { x, y, w, h };
};

function missing(): never {
  throw notFound();
}
