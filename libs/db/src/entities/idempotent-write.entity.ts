import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity';

/** The first answer to a repeatable write that makes no row of its own. Kept 30 days or more. */
@Entity('idempotent_write')
@Index('ix_idempotent_write_created', ['createdAt'])
export class IdempotentWrite {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'pk_idempotent_write' })
  accountId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_idempotent_write' })
  key: string;

  /** Of operation and body: the same key with another is a conflict. */
  @Column('bytea', { name: 'body_hash' })
  bodyHash: Buffer;

  @Column('jsonb', { nullable: true })
  answer: unknown;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_idempotent_write_account' })
  account: Relation<Account>;
}
