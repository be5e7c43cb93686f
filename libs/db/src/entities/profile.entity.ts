import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity';

/** Made with the account. */
@Entity('profile')
export class Profile {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'pk_profile' })
  accountId: string;

  @Column('text')
  nickname: string;

  @Column('smallint', { name: 'school_year', nullable: true })
  schoolYear: number | null;

  /** YYYY-MM. */
  @Column('text', { name: 'birth_month', nullable: true })
  birthMonth: string | null;

  @Column('text', { name: 'time_zone', default: 'Asia/Shanghai' })
  timeZone: string;

  @Column('smallint', { name: 'review_minutes', default: 15 })
  reviewMinutes: number;

  @OneToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_profile_account' })
  account: Relation<Account>;
}
