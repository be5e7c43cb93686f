import type { Verdict } from '@wuhao/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Item } from './item.entity';

export const ITEM_EVENT_KINDS = ['redo', 'confirm', 'edit', 'appeal'] as const;

/** Append-only: what people did with an item. */
@Entity('item_event')
@Index('ix_item_event_item', ['studentId', 'itemId'])
export class ItemEvent {
  @PrimaryColumn('uuid', { name: 'student_id', primaryKeyConstraintName: 'pk_item_event' })
  studentId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_item_event' })
  id: string;

  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @Column('text')
  kind: (typeof ITEM_EVENT_KINDS)[number];

  /** Of an edit the whole line as it is now, else the answer alone. */
  @Column('text')
  answer: string;

  /** What came of it. */
  @Column('text')
  verdict: Extract<Verdict, 'correct' | 'wrong' | 'suspect'>;

  /** The account that did it: the student, or a guardian for it. */
  @Column('uuid', { name: 'actor_id' })
  actorId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @ManyToOne(() => Item, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'student_id', referencedColumnName: 'studentId', foreignKeyConstraintName: 'fk_item_event_item' },
    { name: 'item_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_item_event_item' },
  ])
  item: Relation<Item>;
}
