import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity';

@Entity('credential')
export class Credential {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'pk_credential' })
  accountId: string;

  /** argon2id, encoded with its parameters. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @OneToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_credential_account' })
  account: Relation<Account>;
}
