import type { Role } from '@wuhao/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person that can be acted for; a student's account id is the student id everywhere. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_account' })
  id: string;

  @Column('text')
  role: Role;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;
}
