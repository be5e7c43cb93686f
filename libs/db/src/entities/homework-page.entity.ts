import type { PageProblem, PageStatus } from '@wuhao/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { StoredFile } from './file.entity';
import { Homework } from './homework.entity';

/** The truth about pending work; the queue only carries it. */
@Entity('homework_page')
@Index('ix_homework_page_open', ['queuedAt'], { where: `status IN ('queued', 'grading')` })
@Index('ix_homework_page_waiting', ['studentId', 'queuedAt'], { where: `status IN ('queued', 'grading')` })
@Index('ix_homework_page_file', ['studentId', 'fileId'])
export class HomeworkPage {
  @PrimaryColumn('uuid', { name: 'student_id', primaryKeyConstraintName: 'pk_homework_page' })
  studentId: string;

  @PrimaryColumn('uuid', { name: 'homework_id', primaryKeyConstraintName: 'pk_homework_page' })
  homeworkId: string;

  /** 1-based. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'pk_homework_page' })
  n: number;

  @Column('uuid', { name: 'file_id' })
  fileId: string;

  @Column('text')
  status: PageStatus;

  @Column('text', { nullable: true })
  problem: PageProblem | null;

  /** Of the run that may write its result; a run that was overtaken holds an older one. */
  @Column('uuid', { name: 'claim_token', nullable: true })
  claimToken: string | null;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  /** When it began to wait. */
  @Column('timestamptz', { name: 'queued_at' })
  queuedAt: Date;

  /** When it was last handed to the queue; null while it waits as a row only. */
  @Column('timestamptz', { name: 'enqueued_at', nullable: true })
  enqueuedAt: Date | null;

  /** Runs that ended without a result. */
  @Column('smallint', { name: 'failed_runs', default: 0 })
  failedRuns: number;

  @Column('timestamptz', { name: 'graded_at', nullable: true })
  gradedAt: Date | null;

  @ManyToOne(() => Homework, (homework) => homework.pages, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'student_id',
      referencedColumnName: 'studentId',
      foreignKeyConstraintName: 'fk_homework_page_homework',
    },
    {
      name: 'homework_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'fk_homework_page_homework',
    },
  ])
  homework: Relation<Homework>;

  @ManyToOne(() => StoredFile)
  @JoinColumn([
    {
      name: 'student_id',
      referencedColumnName: 'studentId',
      foreignKeyConstraintName: 'fk_homework_page_file',
    },
    { name: 'file_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_homework_page_file' },
  ])
  file: Relation<StoredFile>;
}
