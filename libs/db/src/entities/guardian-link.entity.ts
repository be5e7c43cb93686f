import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity';

/** Directory: guardian → student (绑定). */
@Entity('guardian_link')
@Index('ix_guardian_link_student', ['studentId'])
export class GuardianLink {
  @PrimaryColumn('uuid', { name: 'guardian_id', primaryKeyConstraintName: 'pk_guardian_link' })
  guardianId: string;

  @PrimaryColumn('uuid', { name: 'student_id', primaryKeyConstraintName: 'pk_guardian_link' })
  studentId: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'guardian_id', foreignKeyConstraintName: 'fk_guardian_link_guardian' })
  guardian: Relation<Account>;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'student_id', foreignKeyConstraintName: 'fk_guardian_link_student' })
  student: Relation<Account>;
}
