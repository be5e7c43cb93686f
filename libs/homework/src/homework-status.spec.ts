import { HOMEWORK_STATUSES, type PageStatus } from '@wuhao/contracts';
import fc from 'fast-check';
import { isDone, statusOf } from './homework-status';

describe('statusOf', () => {
  it.each<[PageStatus[], string]>([
    [['queued', 'queued'], 'queued'],
    [['grading', 'queued'], 'grading'],
    [['graded', 'queued'], 'grading'],
    [['graded', 'graded'], 'graded'],
    [['failed', 'graded'], 'graded'],
    [['failed', 'grading'], 'grading'],
    [['failed', 'failed'], 'failed'],
  ])('of pages %j is %s', (pages, status) => {
    expect(statusOf(pages)).toBe(status);
  });

  it('is done exactly when no page waits or is graded', () => {
    const pages = fc.array(fc.constantFrom<PageStatus>('queued', 'grading', 'graded', 'failed'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(pages, (statuses) => {
        const open = statuses.some((status) => status === 'queued' || status === 'grading');
        expect(isDone(statusOf(statuses))).toBe(!open);
        expect(HOMEWORK_STATUSES).toContain(statusOf(statuses));
      }),
    );
  });
});
