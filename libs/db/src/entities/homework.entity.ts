import type { HomeworkStatus, Subject } from '@wuhao/contracts';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Account } from './account.entity';
import { HomeworkPage } from './homework-page.entity';

/** Keyset order is the id's: UUIDv7 grows with time. */
@Entity('homework')
@Index('ix_homework_created', ['studentId', 'createdAt'])
@Index('ux_homework_client_key', ['studentId', 'clientKey'], { unique: true })
export class Homework {
  @PrimaryColumn('uuid', { name: 'student_id', primaryKeyConstraintName: 'pk_homework' })
  studentId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_homework' })
  id: string;

  @Column('text')
  subject: Subject;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text')
  status: HomeworkStatus;

  /** Counted again from the items in every transaction that changes them. */
  @Column('integer', { name: 'judged_count', default: 0 })
  judgedCount: number;

  @Column('integer', { name: 'correct_count', default: 0 })
  correctCount: number;

  @Column('integer', { name: 'item_count', default: 0 })
  itemCount: number;

  @Column('smallint', { name: 'page_count' })
  pageCount: number;

  @Column('uuid', { name: 'client_key' })
  clientKey: string;

  @Column('bytea', { name: 'body_hash' })
  bodyHash: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'graded_at', nullable: true })
  gradedAt: Date | null;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'student_id', foreignKeyConstraintName: 'fk_homework_student' })
  student: Relation<Account>;

  @OneToMany(() => HomeworkPage, (page) => page.homework)
  pages: Relation<HomeworkPage[]>;
}
