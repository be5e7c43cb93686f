import { createDarkroom } from '../../shared/photo/create-darkroom';
import { turnRight, UNTOUCHED } from '../../shared/photo/edit';
import { UPLOADED } from '../../shared/photo/shrink';
import type { OpenPhoto } from '../../shared/platform/open-photo.types';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { createPhotoDraft, MAX_PHOTOS, type PhotoDraft } from './photo-draft';

interface Made {
  draft: PhotoDraft;
  released: string[];
  drawn: string[];
  mostOpen: () => number;
  /** Whether there is a canvas, a mini-program has one on some pages only; or what it waits for before it draws. */
  setCanvas(isThere: boolean | Promise<boolean>): void;
  /** What every photo waits for before it is open. */
  setGate(gate: Promise<void>): void;
}

/** A device with photos of the given sizes; black ones are dark, and what is drawn says of what. */
const device = (sizes: Record<string, { width: number; height: number; light?: number } | null>): Made => {
  const [released, drawn]: [string[], string[]] = [[], []];
  let [open, mostOpen] = [0, 0];
  let hasCanvas: boolean | Promise<boolean> = true;
  let gate = Promise.resolve();
  const release = ({ id }: LocalPhoto) => void released.push(id);
  const darkroom = createDarkroom({
    release,
    open: async ({ id }): Promise<OpenPhoto | null> => {
      const size = sizes[id];
      if (!size) return null;
      mostOpen = Math.max(mostOpen, ++open);
      await gate;
      return {
        ...{ width: size.width, height: size.height },
        grey: (_, sidePx) => ({
          ...{ width: sidePx, height: sidePx },
          data: new Uint8Array(sidePx * sidePx).fill(size.light ?? 230),
        }),
        draw: async ({ turns, crop }, { sidePx }) => {
          if (!(await hasCanvas)) throw new Error('the page has no canvas');
          const made = `${id} turned ${turns} cut ${crop.w}×${crop.h} to ${sidePx}`;
          drawn.push(made);
          return { id: made, url: made };
        },
        close: () => void open--,
      };
    },
  });
  const setCanvas = (isThere: boolean | Promise<boolean>) => void (hasCanvas = isThere);
  const setGate = (next: Promise<void>) => void (gate = next);
  const draft = createPhotoDraft({ darkroom, release });
  return { draft, released, drawn, mostOpen: () => mostOpen, setCanvas, setGate };
};

const photo = (id: string, bytes?: number): LocalPhoto => ({ id, url: id, bytes });
const ids = (draft: PhotoDraft) => draft.photos().map((one) => one.photo.id);
const add = async (draft: PhotoDraft, ...chosen: LocalPhoto[]) => {
  const key = draft.add(chosen)!;
  await draft.settled();
  return key;
};
const LARGE = { width: 4000, height: 3000 };
const SMALL = { width: 1800, height: 2400 };

it('shows photos at once and opens one after the other', async () => {
  const { draft, mostOpen } = device({ a: LARGE, b: LARGE, c: LARGE });
  draft.add([photo('a'), photo('b'), photo('c')]);
  expect(ids(draft)).toEqual(['a', 'b', 'c']);
  await draft.settled();
  expect(mostOpen()).toBe(1);
});

it('shrinks what is larger than grading reads, in pixels or in bytes, and leaves the rest as it is', async () => {
  const { draft } = device({ large: LARGE, small: SMALL, heavy: SMALL });
  await add(draft, photo('large', 4e6), photo('small', 4e5), photo('heavy', 5e6));
  const [large, small, heavy] = ids(draft);
  expect(large).toBe(`large turned 0 cut 1×1 to ${UPLOADED.sidePx}`);
  expect(small).toBe('small');
  expect(heavy).toMatch(/^heavy turned 0/);
});

it('shrinks what it could not while the page with the canvas was away, and what is fit or changed only once', async () => {
  const { draft, drawn, setCanvas } = device({ large: LARGE, small: SMALL, turned: LARGE });
  setCanvas(false);
  await add(draft, photo('large', 4e6), photo('small', 4e5), photo('turned', 4e6));
  expect(ids(draft)).toEqual(['large', 'small', 'turned']);
  setCanvas(true);
  await draft.edit(draft.photos()[2]!.key, turnRight(UNTOUCHED));
  draft.prepareMissing();
  draft.prepareMissing();
  await draft.settled();
  expect(draft.photos().map(({ canEdit }) => canEdit)).toEqual([true, true, true]);
  expect(ids(draft)).toEqual(['large turned 0 cut 1×1 to 2400', 'small', 'turned turned 1 cut 1×1 to 2400']);
  expect(drawn).toHaveLength(2);
});

it('says what would be better on another photo', async () => {
  const { draft } = device({ day: SMALL, night: { ...SMALL, light: 40 } });
  await add(draft, photo('day'), photo('night'));
  expect(draft.photos().map(({ hints }) => hints)).toEqual([[], ['dark']]);
});

it('sends a photo as it is that the device cannot open', async () => {
  const { draft, released } = device({ a: null });
  const key = await add(draft, photo('a', 9e6));
  expect(draft.photos()[0]).toMatchObject({
    photo: { id: 'a' },
    canEdit: false,
    cannotEdit: true,
    hints: [],
  });
  expect(await draft.edit(key, turnRight(UNTOUCHED))).toBe(false);
  expect(await draft.preview(key)).toBeNull();
  expect(ids(draft)).toEqual(['a']);
  expect(released).toEqual([]);
});

it('draws every change from the photo as it was chosen, and frees what it replaces', async () => {
  const { draft, drawn, released } = device({ a: SMALL });
  const key = await add(draft, photo('a'));
  const once = turnRight(UNTOUCHED);
  expect(await draft.edit(key, once)).toBe(true);
  expect(await draft.edit(key, { ...once, crop: { x: 0, y: 0, w: 1, h: 0.5 } })).toBe(true);
  expect(drawn).toEqual(['a turned 1 cut 1×1 to 2400', 'a turned 1 cut 1×0.5 to 2400']);
  expect(released).toEqual(['a turned 1 cut 1×1 to 2400']);
  expect(draft.photos()[0]?.key).toBe(key);
  await draft.edit(key, UNTOUCHED);
  expect(ids(draft)).toEqual(['a']);
});

describe('a canvas that went with its page and never answers', () => {
  const nowhere = new Promise<never>(() => undefined);
  const silent = async () => {
    const { draft, ...of } = device({ a: SMALL, b: LARGE });
    const key = await add(draft, photo('a'));
    of.setCanvas(nowhere);
    return { draft, key, ...of };
  };

  it('holds up nothing once its page is left', async () => {
    const { draft, key, setCanvas } = await silent();
    const leaving = new AbortController();
    const previewed = draft.preview(key, leaving.signal);
    const turned = draft.edit(key, turnRight(UNTOUCHED));
    await new Promise((resolve) => setTimeout(resolve));
    setCanvas(true);
    leaving.abort();
    expect(await previewed).toBeNull();
    expect(await turned).toBe(true);
  });

  it('is waited for as long as an old phone draws', async () => {
    jest.useFakeTimers();
    try {
      const { draft, key, setCanvas } = await silent();
      const turned = draft.edit(key, turnRight(UNTOUCHED));
      draft.add([photo('b', 4e6)]);
      await jest.advanceTimersByTimeAsync(12_000);
      expect(await turned).toBe(false);
      expect(draft.photos()[0]).toMatchObject({ edit: UNTOUCHED, photo: { id: 'a' } });

      await jest.advanceTimersByTimeAsync(12_000);
      expect(draft.photos()[1]).toMatchObject({ canEdit: false, cannotEdit: true });
      setCanvas(true);
      draft.prepareMissing();
      await draft.settled();
      expect(draft.photos()[1]).toMatchObject({ canEdit: true });
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('a drawing that was given up', () => {
  it('does not come back over the edit that was made meanwhile', async () => {
    jest.useFakeTimers();
    try {
      const { draft, released, setCanvas } = device({ b: LARGE });
      let answer = (): void => undefined;
      setCanvas(new Promise((resolve) => (answer = () => resolve(true))));
      const key = draft.add([photo('b', 4e6)])!;
      await jest.advanceTimersByTimeAsync(12_000);
      setCanvas(true);
      expect(await draft.edit(key, turnRight(UNTOUCHED))).toBe(true);
      answer();
      await jest.advanceTimersByTimeAsync(0);
      expect(ids(draft)).toEqual(['b turned 1 cut 1×1 to 2400']);
      expect(released).toEqual(['b turned 0 cut 1×1 to 2400']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('does not begin when the photo is open only after its page was left', async () => {
    const { draft, drawn, setGate } = device({ a: SMALL });
    const key = await add(draft, photo('a'));
    let openGate = (): void => undefined;
    setGate(new Promise((resolve) => (openGate = resolve)));
    const leaving = new AbortController();
    const previewed = draft.preview(key, leaving.signal);
    await Promise.resolve();
    leaving.abort();
    expect(await previewed).toBeNull();
    openGate();
    await new Promise((resolve) => setTimeout(resolve));
    expect(drawn).toEqual([]);
  });
});

it('lets go of a preview that nobody waits for any more', async () => {
  const { draft, released, setCanvas } = device({ a: LARGE });
  const key = await add(draft, photo('a', 4e6));
  let answer = (): void => undefined;
  setCanvas(new Promise((resolve) => (answer = () => resolve(true))));
  const leaving = new AbortController();
  const previewed = draft.preview(key, leaving.signal);
  await new Promise((resolve) => setTimeout(resolve));
  leaving.abort();
  expect(await previewed).toBeNull();
  answer();
  await new Promise((resolve) => setTimeout(resolve));
  expect(released.filter((id) => id.endsWith('to 1000'))).toHaveLength(1);
});

it('previews a turned photo uncut, with the size that it then has', async () => {
  const { draft } = device({ a: LARGE });
  const key = await add(draft, photo('a'));
  await draft.edit(key, { turns: 1, crop: { x: 0, y: 0, w: 0.5, h: 0.5 } });
  expect(await draft.preview(key)).toMatchObject({ photo: { id: 'a turned 1 cut 1×1 to 1000' }, width: 3000, height: 4000 }); // prettier-ignore
});

it('does not let an old photo come back over the one that was taken again', async () => {
  const { draft, released } = device({ a: LARGE, better: SMALL });
  const key = draft.add([photo('a')])!;
  draft.retake(key, photo('better'));
  await draft.settled();
  expect(ids(draft)).toEqual(['better']);
  expect(released).toContain('a');
});

it('moves within its ends, takes no more than fit, and frees what is removed', async () => {
  const many = Array.from({ length: 12 }, (_, n) => photo(`p${n}`));
  const { draft, released } = device({});
  const first = await add(draft, ...many);
  expect(draft.photos()).toHaveLength(MAX_PHOTOS);
  draft.move(first, -1);
  expect(ids(draft)[0]).toBe('p0');
  draft.move(first, 1);
  expect(ids(draft).slice(0, 3)).toEqual(['p1', 'p0', 'p2']);
  draft.remove(first);
  expect(released).toEqual(['p0']);
  draft.clear();
  expect(released).toHaveLength(MAX_PHOTOS);
});
