import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity';

export const LOGIN_KINDS = ['phone', 'wechat'] as const;

/** Directory: by what a person logs in → account. */
@Entity('login_identity')
@Index('ix_login_identity_account', ['accountId'])
export class LoginIdentity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_login_identity' })
  kind: (typeof LOGIN_KINDS)[number];

  /** The phone in its one canonical spelling (11 digits), or the WeChat openid. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_login_identity' })
  value: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_login_identity_account' })
  account: Relation<Account>;
}
