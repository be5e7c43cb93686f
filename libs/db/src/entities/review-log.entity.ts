import type { Rating } from '@wuhao/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Mistake } from './mistake.entity';

/** Append-only; the id is the client's, so a review that is sent twice is one review. */
@Entity('review_log')
@Index('ix_review_log_mistake', ['studentId', 'mistakeId', 'reviewedAt'])
@Index('ix_review_log_time', ['studentId', 'reviewedAt'])
export class ReviewLog {
  @PrimaryColumn('uuid', { name: 'student_id', primaryKeyConstraintName: 'pk_review_log' })
  studentId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_review_log' })
  id: string;

  @Column('uuid', { name: 'mistake_id' })
  mistakeId: string;

  @Column('text')
  rating: Rating;

  /** As counted: not after it was received, not before the review before it. */
  @Column('timestamptz', { name: 'reviewed_at' })
  reviewedAt: Date;

  /** As the client said. */
  @Column('timestamptz', { name: 'claimed_at' })
  claimedAt: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('text', { name: 'student_answer', nullable: true })
  studentAnswer: string | null;

  @Column('integer', { name: 'time_spent_ms', nullable: true })
  timeSpentMs: number | null;

  /** After this review. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('double precision')
  stability: number;

  @Column('double precision')
  difficulty: number;

  @Column('bytea', { name: 'body_hash' })
  bodyHash: Buffer;

  @ManyToOne(() => Mistake, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'student_id',
      referencedColumnName: 'studentId',
      foreignKeyConstraintName: 'fk_review_log_mistake',
    },
    { name: 'mistake_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_review_log_mistake' },
  ])
  mistake: Relation<Mistake>;
}
