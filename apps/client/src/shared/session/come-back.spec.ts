import { answer, forget, ok, seenOf } from '../../testing/fake-server';
import { ApiError } from '../http/api-error';
import { watchForComeBack } from './come-back';
import { http, reach, session } from './session';

const HEALTH = 'GET /health/live';
const user = { id: 's', role: 'student', nickname: '小雨', phone: null } as const;

beforeEach(async () => {
  forget();
  jest.useFakeTimers();
  await session.begin({ accessToken: 'a', expiresIn: 900, user });
});
afterEach(() => void jest.useRealTimers());
watchForComeBack();

/** A write that the server's gateway does not get through. */
const lose = async () => {
  answer('POST /homework', { status: 504, body: '<html>' });
  await http.post('/homework', {}, { retries: false }).catch(() => undefined);
  expect(reach.isLost()).toBe(true);
};
const minutes = (n: number) => jest.advanceTimersByTimeAsync(n * 60_000);

it('finds the server again within seconds', async () => {
  answer(HEALTH, new ApiError('NETWORK', 'gone'), ok({}));
  await lose();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(reach.isLost()).toBe(false);
  expect(seenOf(HEALTH)).toHaveLength(2);
});

it('asks less and less a server that says it is well and is lost again at once, until it has been quiet', async () => {
  jest.spyOn(Math, 'random').mockReturnValue(1);
  answer(HEALTH, ok({}));
  await minutes(2);
  const waits: number[] = [];
  for (let time = 0; time < 8; time++) {
    await lose();
    const lostAtMs = Date.now();
    while (reach.isLost()) await jest.advanceTimersByTimeAsync(500);
    waits.push(Date.now() - lostAtMs);
  }
  expect(waits[0]).toBeLessThan(4_000);
  expect(waits.slice(-3).every((waitMs) => waitMs > 20_000)).toBe(true);

  await minutes(2);
  await lose();
  await jest.advanceTimersByTimeAsync(4_000);
  expect(reach.isLost()).toBe(false);
});
