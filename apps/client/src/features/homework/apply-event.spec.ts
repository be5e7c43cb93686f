import type { HomeworkEvent } from '@wuhao/contracts';
import { homework, picture } from '../../testing/views';
import { applyEvent } from './apply-event';

const event = (more: Partial<HomeworkEvent>): HomeworkEvent => ({
  type: 'progress',
  status: 'grading',
  score: { judged: 3, total: 5, correct: 2 },
  pages: [{ n: 2, status: 'failed', problem: 'blurred' }],
  ...more,
});
const before = homework({
  status: 'queued',
  pages: [
    { n: 1, status: 'grading', problem: null, picture },
    { n: 2, status: 'queued', problem: null, picture },
  ],
});

it('takes over states and score, and leaves what the event does not name', () => {
  const after = applyEvent(before, event({}));
  expect(after).toMatchObject({ status: 'grading', score: { judged: 3 } });
  expect(after.pages).toEqual([before.pages[0], { n: 2, status: 'failed', problem: 'blurred', picture }]);
});

it('stays under way until the items are read as well', () => {
  expect(applyEvent(before, event({ type: 'done', status: 'graded' })).status).toBe('queued');
});
