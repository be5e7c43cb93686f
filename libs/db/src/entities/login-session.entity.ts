import type { ClientType } from '@wuhao/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity';

/** One log-in on one device: the family of its refresh tokens. */
@Entity('login_session')
@Index('ix_login_session_revoked', ['revokedAt'], { where: 'revoked_at IS NOT NULL' })
export class LoginSession {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'pk_login_session' })
  accountId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_login_session' })
  id: string;

  @Column('text', { name: 'client_type' })
  clientType: ClientType;

  /** SHA-256 of the refresh token that is good now. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  /** SHA-256 of the one before it. */
  @Column('bytea', { name: 'previous_hash', nullable: true })
  previousHash: Buffer | null;

  /** The good token, sealed with the one before it: a lost answer can be given again within the grace. */
  @Column('bytea', { name: 'successor_sealed', nullable: true })
  successorSealed: Buffer | null;

  @Column('timestamptz', { name: 'rotated_at' })
  rotatedAt: Date;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_login_session_account' })
  account: Relation<Account>;
}
