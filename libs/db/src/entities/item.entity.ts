import type { Cause, Verdict } from '@wuhao/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { HomeworkPage } from './homework-page.entity';

/** One question on a page (题目). It keeps its id through regrading. */
@Entity('item')
@Index('ux_item_position', ['studentId', 'homeworkId', 'page', 'position'], { unique: true })
export class Item {
  @PrimaryColumn('uuid', { name: 'student_id', primaryKeyConstraintName: 'pk_item' })
  studentId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_item' })
  id: string;

  @Column('uuid', { name: 'homework_id' })
  homeworkId: string;

  @Column('smallint')
  page: number;

  /** 0-based, in reading order on its page. */
  @Column('smallint')
  position: number;

  /** Pixels of the upright picture. */
  @Column('integer', { name: 'box_x' })
  boxX: number;

  @Column('integer', { name: 'box_y' })
  boxY: number;

  @Column('integer', { name: 'box_w' })
  boxW: number;

  @Column('integer', { name: 'box_h' })
  boxH: number;

  @Column('text')
  text: string;

  @Column('text')
  question: string;

  @Column('text')
  verdict: Verdict;

  @Column('text', { name: 'student_answer', nullable: true })
  studentAnswer: string | null;

  @Column('text', { nullable: true })
  expected: string | null;

  @Column('real')
  confidence: number;

  @Column('text', { nullable: true })
  cause: Cause | null;

  /** 订正: counted from `item_event` in the transaction that adds one; from 0 again when another answer is right. */
  @Column('smallint', { name: 'redo_tries', default: 0 })
  redoTries: number;

  @Column('timestamptz', { name: 'corrected_at', nullable: true })
  correctedAt: Date | null;

  @ManyToOne(() => HomeworkPage, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'student_id', referencedColumnName: 'studentId', foreignKeyConstraintName: 'fk_item_page' },
    { name: 'homework_id', referencedColumnName: 'homeworkId', foreignKeyConstraintName: 'fk_item_page' },
    { name: 'page', referencedColumnName: 'n', foreignKeyConstraintName: 'fk_item_page' },
  ])
  homeworkPage: Relation<HomeworkPage>;
}
