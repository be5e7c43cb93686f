import type { FilePurpose } from '@wuhao/contracts';
import { prepared } from '@wuhao/db';

/** A row of `file`, as everybody else sees it. */
export type FileRow = {
  studentId: string;
  fileId: string;
  purpose: FilePurpose;
  mime: 'image/jpeg' | 'image/png' | 'image/webp';
  width: number;
  height: number;
  bytes: number;
  sha256: string;
};

const COLUMNS = `student_id as "studentId", id as "fileId", purpose, mime, width, height, bytes,
  encode(sha256, 'hex') as sha256`;

export const insertFile = prepared<
  FileRow,
  [
    studentId: string,
    id: string,
    purpose: FilePurpose,
    mime: string,
    width: number,
    height: number,
    bytes: number,
    sha256: Buffer,
    storageKey: string,
    thumbnailKey: string,
    clientKey: string,
    createdAt: Date,
  ]
>(
  'file.insert',
  `insert into file (student_id, id, purpose, mime, width, height, bytes, sha256, storage_key, thumbnail_key,
     client_key, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (student_id, client_key) do nothing
   returning ${COLUMNS}`,
);

export const findFileByKey = prepared<FileRow, [studentId: string, clientKey: string]>(
  'file.find_by_key',
  `select ${COLUMNS} from file where student_id = $1 and client_key = $2`,
);

export const listFiles = prepared<FileRow, [studentId: string, ids: readonly string[]]>(
  'file.list',
  `select ${COLUMNS} from file where student_id = $1 and id = any($2::uuid[])`,
);

/** Which of these pairs are rows; by primary key, many students at once. */
export const listKnownFiles = prepared<
  { studentId: string; fileId: string },
  [studentIds: readonly string[], fileIds: readonly string[]]
>(
  'file.list_known',
  `select file.student_id as "studentId", file.id as "fileId"
   from unnest($1::uuid[], $2::uuid[]) as asked (student_id, id)
   join file on file.student_id = asked.student_id and file.id = asked.id`,
);
