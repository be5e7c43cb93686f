import { moves, openAt } from '../testing/taro';
import { open, routes } from './routes';

beforeEach(() => {
  openAt({});
  jest.useFakeTimers();
});
afterEach(async () => {
  await jest.runAllTimersAsync();
  jest.useRealTimers();
});

const opened = () => moves.map(({ url }) => url);

it('takes two quick taps for one wish, also when the move is over before the page is seen', async () => {
  open(routes.review());
  open(routes.review());
  await jest.advanceTimersByTimeAsync(300);
  open(routes.review());
  expect(opened()).toEqual(['/pages/review/session']);
});

it('opens the same page again a moment later', async () => {
  open(routes.review());
  await jest.advanceTimersByTimeAsync(700);
  open(routes.review());
  expect(opened()).toEqual(['/pages/review/session', '/pages/review/session']);
});

it('opens another page at once', () => {
  open(routes.mistake({ id: 'm1' }));
  open(routes.mistake({ id: 'm2' }));
  expect(opened()).toEqual(['/pages/mistakes/detail?id=m1', '/pages/mistakes/detail?id=m2']);
});
