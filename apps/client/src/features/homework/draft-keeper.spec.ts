import { createDarkroom } from '../../shared/photo/create-darkroom';
import { turnRight, UNTOUCHED } from '../../shared/photo/edit';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { createMemoryStore } from '../../testing/memory-store';
import { createDraftKeeper } from './draft-keeper';
import { createKeptDrafts } from './kept-drafts';
import { createPhotoDraft } from './photo-draft';

const SMALL = { width: 1800, height: 2400 };

/** A device that outlives the app: `start` is the app, killed by starting it again, or a tab beside the others. */
const device = ({ room = 100 } = {}) => {
  const store = createMemoryStore();
  const drafts = createKeptDrafts(store);
  const files = new Map<string, LocalPhoto>();
  const onItsWay = new Set<string>();
  /** Of the apps that were started here, as of tabs; the one that holds the draft. */
  let holder: object | null = null;
  let size = SMALL;
  let drawing = Promise.resolve();
  const start = ({ isBeside = false } = {}) => {
    if (!isBeside) holder = null;
    const release = () => undefined;
    const darkroom = createDarkroom({
      release,
      open: async ({ id }) => ({
        ...size,
        grey: (_, sidePx) => ({ width: sidePx, height: sidePx, data: new Uint8Array(sidePx ** 2).fill(230) }),
        draw: async ({ turns, crop }) => {
          await drawing;
          return { id: `${id}/${turns}/${crop.h}`, url: 'drawn' };
        },
        close: () => undefined,
      }),
    });
    const draft = createPhotoDraft({ darkroom, release });
    const keeper = createDraftKeeper(draft, {
      drafts,
      photos: {
        keep: async (photo) => {
          await Promise.resolve();
          if (files.size >= room) return false;
          files.set(photo.id, photo);
          return true;
        },
        open: async (id) => files.get(id) ?? null,
      },
      show: (photo) => ({ ...photo, url: `shown ${photo.id}` }),
      remove: async (ids) => ids.forEach((id) => files.delete(id)),
      isOnItsWay: (id) => onItsWay.has(id),
      withPhotos: (work) => work(),
      hold: async () => (holder ??= draft) === draft,
      letGo: async () => void (holder = holder === draft ? null : holder),
    });
    const settled = async () => {
      await keeper.settled();
      await draft.settled();
      await keeper.settled();
    };
    const arrive = async (account: string) => {
      keeper.belongTo(account);
      await settled();
    };
    const pages = () => draft.photos().map(({ source, photo }) => `${source.id} as ${photo.id}`);
    const close = () => (holder = null);
    return { draft, keeper, settled, arrive, pages, close };
  };
  /** Its photos are larger than grading reads, and it draws the next ones when it is told to. */
  const setLarge = () => {
    let draw = () => {};
    size = { width: 4000, height: 3000 };
    drawing = new Promise((resolve) => (draw = resolve));
    return draw;
  };
  return { start, store, files, drafts, onItsWay, setLarge };
};

type Tab = ReturnType<ReturnType<typeof device>['start']>;

const photo = (id: string): LocalPhoto => ({ id, url: id, bytes: 1000 });

it('has the pages again after the app was killed: their order, what was turned, and what was cut', async () => {
  const { start } = device();
  const first = start();
  await first.arrive('s');
  first.draft.add([photo('a'), photo('b'), photo('c')]);
  await first.draft.settled();
  const [a, , c] = first.draft.photos().map(({ key }) => key);
  await first.draft.edit(a!, turnRight(UNTOUCHED));
  await first.draft.edit(c!, { turns: 0, crop: { x: 0, y: 0, w: 1, h: 0.5 } });
  first.draft.move(c!, -1);
  await first.settled();
  const before = first.draft.photos();

  const second = start();
  await second.arrive('s');
  expect(second.pages()).toEqual(['a as a/1/1', 'c as c/0/0.5', 'b as b']);
  const [turned, cut] = second.draft.photos();
  expect(turned).toMatchObject({ key: a, edit: { turns: 1 }, canEdit: true, photo: { url: 'shown a/1/1' } });
  expect(cut?.edit).toEqual(before[1]?.edit);
  expect(await second.draft.edit(a!, UNTOUCHED)).toBe(true); // from the photo as it was taken
  expect(second.pages()[0]).toBe('a as a');
});

it('has the chosen subject again with its pages, and begins the next draft with the usual one', async () => {
  const { start } = device();
  const first = start();
  await first.arrive('s');
  first.draft.add([photo('a')]);
  first.draft.choose('chinese');
  await first.settled();
  const second = start();
  await second.arrive('s');
  expect([second.pages(), second.draft.subject()]).toEqual([['a as a'], 'chinese']);
  second.draft.clear();
  expect(second.draft.subject()).toBe('math');
  await second.settled();
  const third = start();
  await third.arrive('s');
  expect(third.draft.subject()).toBe('math');
});

it('keeps a page as it was, when the app is killed before its new photo lies on the device', async () => {
  const { start, drafts } = device();
  const first = start();
  await first.arrive('s');
  const key = first.draft.add([photo('a')])!;
  await first.settled();
  await first.draft.edit(key, turnRight(UNTOUCHED));
  expect(drafts.read('s')?.pages).toMatchObject([{ key, photo: { id: 'a' }, edit: UNTOUCHED }]);
  await first.settled();
  expect(drafts.read('s')?.pages).toMatchObject([{ key, photo: { id: 'a/1/1' } }]);
});

it('shrinks a photo when the app was killed while it was being shrunk', async () => {
  const { start, setLarge } = device();
  const draw = setLarge();
  const first = start();
  await first.arrive('s');
  first.draft.add([photo('a')]);
  await new Promise((resolve) => setTimeout(resolve)); // it has been looked at by now
  await first.keeper.settled();
  expect(first.pages()).toEqual(['a as a']);
  const second = start();
  second.keeper.belongTo('s');
  await second.keeper.settled();
  draw();
  await second.settled();
  expect(second.pages()).toEqual(['a as a/0/1']);
});

it('leaves nothing on the device of what was removed, replaced, or handed in', async () => {
  const { start, files, drafts } = device();
  const { draft, arrive, settled } = start();
  await arrive('s');
  draft.add([photo('a'), photo('b')]);
  await settled();
  const [a, b] = draft.photos().map(({ key }) => key);
  await draft.edit(a!, turnRight(UNTOUCHED));
  await draft.edit(a!, turnRight(turnRight(UNTOUCHED)));
  draft.retake(b!, photo('better'));
  await settled();
  expect([...files.keys()].sort()).toEqual(['a', 'a/2/1', 'better']);
  draft.remove(a!);
  await settled();
  expect([...files.keys()]).toEqual(['better']);
  draft.clear();
  await settled();
  expect(files.size).toBe(0);
  expect(drafts.text()).toBe('');
});

it('shows nothing of one account to another, and the first finds its pages again', async () => {
  const { start } = device();
  const { draft, arrive, settled, keeper, pages } = start();
  await arrive('s');
  draft.add([photo('a')]);
  await settled();
  keeper.belongTo(null);
  expect(pages()).toEqual([]);
  await arrive('other');
  expect(pages()).toEqual([]);
  keeper.belongTo(null);
  await arrive('s');
  expect(pages()).toEqual(['a as a']);
});

it('does not offer what goes by itself', async () => {
  const { start, onItsWay } = device();
  const first = start();
  await first.arrive('s');
  first.draft.add([photo('a'), photo('b')]);
  await first.settled();
  onItsWay.add('a');
  const second = start();
  await second.arrive('s');
  expect(second.pages()).toEqual(['b as b']);
});

it('does without the device where that has no room, and names nothing that is not there', async () => {
  const { start, drafts } = device({ room: 1 });
  const first = start();
  await first.arrive('s');
  first.draft.add([photo('a'), photo('b')]);
  await first.settled();
  expect(first.pages()).toEqual(['a as a', 'b as b']);
  expect(drafts.read('s')?.pages.map(({ photo: { id } }) => id)).toEqual(['a']);
});

it('begins a page anew when the device has lost what was drawn of it', async () => {
  const { start, files } = device();
  const first = start();
  await first.arrive('s');
  const key = first.draft.add([photo('a')])!;
  await first.settled();
  await first.draft.edit(key, turnRight(UNTOUCHED));
  await first.settled();
  files.delete('a/1/1');
  const second = start();
  await second.arrive('s');
  expect(second.draft.photos()).toMatchObject([{ key, edit: UNTOUCHED, canEdit: true, photo: { id: 'a' } }]);
});

it('looks again at the next start for photos that the device did not give this time', async () => {
  const { start, files, drafts } = device();
  const first = start();
  await first.arrive('s');
  first.draft.add([photo('a'), photo('b')]);
  await first.settled();
  const there = new Map(files);
  files.clear();
  const second = start();
  await second.arrive('s');
  expect(second.pages()).toEqual([]);
  there.forEach((file, id) => files.set(id, file));
  const third = start();
  await third.arrive('s');
  expect(third.pages()).toEqual(['a as a', 'b as b']);
  third.draft.clear();
  await third.settled();
  expect(drafts.text()).toBe('');
});

it('leaves alone what it could not read, and has it at the next start or with the next photo', async () => {
  const { start, store } = device();
  const first = start();
  await first.arrive('s');
  first.draft.add([photo('a'), photo('b')]);
  await first.settled();
  const failOnce = () => jest.spyOn(store, 'read').mockReturnValueOnce(undefined);
  failOnce();
  const second = start();
  await second.arrive('s');
  expect(second.pages()).toEqual([]);
  expect(second.keeper.isOpening()).toBe(false);
  const third = start();
  await third.arrive('s');
  expect(third.pages()).toEqual(['a as a', 'b as b']);

  failOnce();
  const fourth = start();
  await fourth.arrive('s');
  fourth.draft.add([photo('c')]);
  await fourth.settled();
  expect(fourth.pages()).toEqual(['a as a', 'b as b', 'c as c']);
});

describe('beside another tab', () => {
  it('leaves the draft to the tab that has it, and takes it over when that is closed', async () => {
    const { start } = device();
    const first = start();
    await first.arrive('s');
    first.draft.add([photo('a')]);
    await first.settled();
    const second = start({ isBeside: true });
    await second.arrive('s');
    expect(second.pages()).toEqual([]);
    expect(second.keeper.isOpening()).toBe(false);
    first.close();
    second.draft.add([photo('b')]);
    await second.settled();
    expect(second.pages()).toEqual(['a as a', 'b as b']);
    const third = start();
    await third.arrive('s');
    expect(third.pages()).toEqual(['a as a', 'b as b']);
  });

  it.each<[string, (tab: Tab) => unknown]>([
    ['never had a page', () => undefined],
    [
      'was emptied',
      async ({ draft, settled }) => {
        draft.add([photo('a')]);
        await settled();
        draft.clear();
      },
    ],
    [
      "is another account's",
      async ({ draft, arrive, settled }) => {
        draft.add([photo('a')]);
        await settled();
        await arrive('other');
      },
    ],
    [
      "is nobody's",
      async ({ draft, keeper, settled }) => {
        draft.add([photo('a')]);
        await settled();
        keeper.belongTo(null);
      },
    ],
  ])('keeps a draft where that one %s', async (_, become) => {
    const { start, drafts } = device();
    const old = start();
    await old.arrive('s');
    await become(old);
    await old.settled();
    const here = start({ isBeside: true });
    await here.arrive('s');
    here.draft.add([photo('b')]);
    await here.settled();
    expect(drafts.text()).toContain('"b"');
    old.draft.add([photo('c')]);
    await old.settled();
    expect(drafts.text()).not.toContain('"c"');
  });

  it('has a draft again after it was emptied', async () => {
    const { start, drafts, files } = device();
    const { draft, arrive, settled } = start();
    await arrive('s');
    draft.add([photo('a')]);
    await settled();
    draft.clear();
    draft.add([photo('b')]);
    await settled();
    draft.clear();
    await settled();
    draft.add([photo('c')]);
    await settled();
    expect([...files.keys()]).toEqual(['c']);
    expect(drafts.read('s')?.pages.map(({ photo: { id } }) => id)).toEqual(['c']);
  });

  it('drops nothing that is in hand for what it takes over', async () => {
    const { start } = device();
    const first = start();
    await first.arrive('s');
    first.draft.add([...'123456789'].map(photo));
    await first.settled();
    const second = start({ isBeside: true });
    await second.arrive('s');
    second.draft.add([photo('a')]);
    await second.settled();
    first.close();
    second.draft.add([photo('b')]);
    await second.settled();
    expect(second.draft.photos().map(({ photo: { id } }) => id)).toEqual([...'1234567ab']);
    const third = start();
    await third.arrive('s');
    expect(third.draft.photos().map(({ photo: { id } }) => id)).toEqual([...'1234567ab']);
  });
});
