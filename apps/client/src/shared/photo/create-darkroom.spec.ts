import type { OpenPhoto } from '../platform/open-photo.types';
import { createDarkroom } from './create-darkroom';
import { UNTOUCHED } from './edit';

const TO = { sidePx: 10, quality: 1 };
const photo = (id: string) => ({ id, url: id });

/** A device whose drawings are done when they are told to be. */
const device = () => {
  const [asked, closed, released]: [string[], string[], string[]] = [[], [], []];
  const finish: (() => void)[] = [];
  const open = async ({ id }: { id: string }): Promise<OpenPhoto> => ({
    ...{ width: 4000, height: 3000 },
    grey: () => ({ width: 1, height: 1, data: new Uint8Array(1) }),
    draw: (_, __, signal) => {
      asked.push(id);
      return new Promise((resolve, reject) => {
        finish.push(() => (signal.aborted && id === 'heeds' ? reject(new Error('heeded')) : resolve(photo(`${id} drawn`)))); // prettier-ignore
      });
    },
    close: () => void closed.push(id),
  });
  const { inTurn, withOpen, settled } = createDarkroom({ open, release: ({ id }) => void released.push(id) });
  const draw = (id: string, wanted?: AbortSignal) =>
    inTurn(() => withOpen(photo(id), (_, drawIt) => drawIt(UNTOUCHED, TO), wanted));
  return { draw, settled, asked, closed, released, finish };
};
const soon = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('opens the next photo when the one before is drawn and closed', async () => {
  const { draw, settled, asked, closed, finish } = device();
  const [a, b] = [draw('a'), draw('b')];
  await soon();
  expect(asked).toEqual(['a']);
  finish[0]!();
  expect(await a).toEqual(photo('a drawn'));
  await soon();
  expect([asked, closed]).toEqual([['a', 'b'], ['a']]);
  finish[1]!();
  await settled();
  expect(await b).toEqual(photo('b drawn'));
});

it.each(['heeds', 'draws on'])('gives up what takes too long, also one that %s', async (id) => {
  const { draw, asked, closed, released, finish } = device();
  const [late, next] = [draw(id), draw('next')];
  await jest.advanceTimersByTimeAsync(12_000);
  expect(await late).toBeNull();
  expect(asked).toEqual([id, 'next']);
  finish[0]!();
  finish[1]!();
  expect(await next).toEqual(photo('next drawn'));
  await soon();
  expect(released).toEqual(id === 'heeds' ? [] : ['draws on drawn']);
  expect(closed).toContain(id);
});

it('gives up what nobody wants any more, and does not begin with it', async () => {
  const { draw, asked } = device();
  const leaving = new AbortController();
  const [drawing, waiting] = [draw('drawing', leaving.signal), draw('waiting', leaving.signal)];
  await soon();
  leaving.abort();
  expect(await Promise.all([drawing, waiting])).toEqual([null, null]);
  expect(asked).toEqual(['drawing']);
});
