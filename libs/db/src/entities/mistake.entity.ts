import type { Cause, MistakeSource, Subject } from '@wuhao/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity';
import { StoredFile } from './file.entity';

/**
 * A mistake and its memory state (FSRS). `itemId` names the item it was collected from, without a foreign key:
 * a mistake outlives the homework it came from, and a deleted one leaves its row as a mark, so that no later
 * run of the grader brings it back.
 */
@Entity('mistake')
@Index('ux_mistake_item', ['studentId', 'itemId'], { unique: true, where: 'item_id IS NOT NULL' })
@Index('ux_mistake_client_key', ['studentId', 'clientKey'], { unique: true, where: 'client_key IS NOT NULL' })
@Index('ix_mistake_kept', ['studentId', 'id'], { where: 'deleted_at IS NULL' })
@Index('ix_mistake_due', ['studentId', 'dueAt', 'stability', 'id'], { where: 'deleted_at IS NULL' })
export class Mistake {
  @PrimaryColumn('uuid', { name: 'student_id', primaryKeyConstraintName: 'pk_mistake' })
  studentId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mistake' })
  id: string;

  @Column('text')
  source: MistakeSource;

  @Column('text')
  subject: Subject;

  @Column('text', { nullable: true })
  question: string | null;

  @Column('text', { name: 'student_answer', nullable: true })
  studentAnswer: string | null;

  @Column('text', { nullable: true })
  expected: string | null;

  /** When a try made the right answer visible to the student. */
  @Column('timestamptz', { name: 'expected_shown_at', nullable: true })
  expectedShownAt: Date | null;

  @Column('text', { nullable: true })
  cause: Cause | null;

  @Column('text', { name: 'knowledge_points', array: true, default: () => `'{}'` })
  knowledgePoints: string[];

  @Column('uuid', { name: 'homework_id', nullable: true })
  homeworkId: string | null;

  @Column('uuid', { name: 'item_id', nullable: true })
  itemId: string | null;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('integer', { name: 'box_x', nullable: true })
  boxX: number | null;

  @Column('integer', { name: 'box_y', nullable: true })
  boxY: number | null;

  @Column('integer', { name: 'box_w', nullable: true })
  boxW: number | null;

  @Column('integer', { name: 'box_h', nullable: true })
  boxH: number | null;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  /** Days until the chance of recall falls to 90 % (FSRS); 0 before the first review. */
  @Column('double precision', { default: 0 })
  stability: number;

  /** 1-10 (FSRS); 0 before the first review. */
  @Column('double precision', { default: 0 })
  difficulty: number;

  @Column('integer', { name: 'review_count', default: 0 })
  reviewCount: number;

  @Column('integer', { default: 0 })
  lapses: number;

  @Column('timestamptz', { name: 'last_reviewed_at', nullable: true })
  lastReviewedAt: Date | null;

  /** Of a mistake added by hand. */
  @Column('uuid', { name: 'client_key', nullable: true })
  clientKey: string | null;

  @Column('bytea', { name: 'body_hash', nullable: true })
  bodyHash: Buffer | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'student_id', foreignKeyConstraintName: 'fk_mistake_student' })
  student: Relation<Account>;

  @ManyToOne(() => StoredFile)
  @JoinColumn([
    { name: 'student_id', referencedColumnName: 'studentId', foreignKeyConstraintName: 'fk_mistake_file' },
    { name: 'file_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_mistake_file' },
  ])
  file: Relation<StoredFile>;
}
