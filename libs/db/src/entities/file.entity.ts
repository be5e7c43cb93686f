import type { FilePurpose } from '@wuhao/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity';

/** A picture of a student, re-encoded and upright. Its bytes lie in the object store under `storageKey`. */
@Entity('file')
@Index('ux_file_client_key', ['studentId', 'clientKey'], { unique: true })
export class StoredFile {
  @PrimaryColumn('uuid', { name: 'student_id', primaryKeyConstraintName: 'pk_file' })
  studentId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_file' })
  id: string;

  @Column('text')
  purpose: FilePurpose;

  @Column('text')
  mime: 'image/jpeg' | 'image/png' | 'image/webp';

  @Column('integer')
  width: number;

  @Column('integer')
  height: number;

  /** Of the stored picture. */
  @Column('integer')
  bytes: number;

  /** Of the bytes as uploaded; with the same client key it tells a repeat from another picture. */
  @Column('bytea')
  sha256: Buffer;

  @Column('text', { name: 'storage_key' })
  storageKey: string;

  @Column('text', { name: 'thumbnail_key' })
  thumbnailKey: string;

  @Column('uuid', { name: 'client_key' })
  clientKey: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'student_id', foreignKeyConstraintName: 'fk_file_student' })
  student: Relation<Account>;
}
