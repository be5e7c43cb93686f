import type { PageProblem } from '@wuhao/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { HomeworkPage } from './homework-page.entity';

/** One finished run over a page: who graded it, how long it took, what came out. Its id is the claim token. */
@Entity('grading_run')
@Index('ix_grading_run_page', ['studentId', 'homeworkId', 'page'])
export class GradingRun {
  @PrimaryColumn('uuid', { name: 'student_id', primaryKeyConstraintName: 'pk_grading_run' })
  studentId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_grading_run' })
  id: string;

  @Column('uuid', { name: 'homework_id' })
  homeworkId: string;

  @Column('smallint')
  page: number;

  @Column('text')
  grader: string;

  @Column('text', { nullable: true })
  problem: PageProblem | null;

  @Column('integer', { name: 'item_count' })
  itemCount: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'finished_at' })
  finishedAt: Date;

  @ManyToOne(() => HomeworkPage, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'student_id',
      referencedColumnName: 'studentId',
      foreignKeyConstraintName: 'fk_grading_run_page',
    },
    {
      name: 'homework_id',
      referencedColumnName: 'homeworkId',
      foreignKeyConstraintName: 'fk_grading_run_page',
    },
    { name: 'page', referencedColumnName: 'n', foreignKeyConstraintName: 'fk_grading_run_page' },
  ])
  homeworkPage: Relation<HomeworkPage>;
}
