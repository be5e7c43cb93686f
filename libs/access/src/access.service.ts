import { Injectable } from '@nestjs/common';
import { AppError, invalid, notFound, type ActingStudent, type Viewer } from '@wuhao/core';
import { prepared } from '@wuhao/db';
import { DataSource } from 'typeorm';
import { hasConsent } from './consent';
import { needsConsent, RULES, subjectOf, type Relation } from './rules';

const findLink = prepared<{ student_id: string }, [string, string]>(
  'guardian_link.find',
  'select student_id from guardian_link where guardian_id = $1 and student_id = $2',
);

/** The only door to a student's data. */
@Injectable()
export class AccessService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The student that the viewer may do this to. NOT_FOUND for a student that is not there or not theirs (the
   * two look the same), VALIDATION_FAILED when a guardian names no child, CONSENT_REQUIRED.
   */
  async student(
    viewer: Viewer,
    action: keyof typeof RULES,
    studentId = subjectOf(viewer, action),
  ): Promise<ActingStudent> {
    if (studentId === undefined) throw invalid('studentId', 'name the child');
    const relation = await this.relation(viewer, studentId);
    if (!relation || !RULES[action].includes(relation)) throw notFound();
    if (needsConsent(action) && !(await hasConsent(studentId)))
      throw new AppError('CONSENT_REQUIRED', 'A guardian has to agree first');
    return { id: studentId, viewer };
  }

  private async relation(viewer: Viewer, studentId: string): Promise<Relation | undefined> {
    if (viewer.accountId === studentId) return viewer.role === 'student' ? 'self' : 'own';
    if (viewer.role !== 'guardian') return undefined;
    const [link] = await findLink(this.dataSource, viewer.accountId, studentId);
    return link && 'guardian';
  }
}
