import { UNTOUCHED } from '../../shared/photo/edit';
import type { KeptPhotos } from '../../shared/platform/kept-photos.types';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { createStore } from '../../shared/store';
import type { KeptDrafts, KeptPage } from './kept-drafts';
import { type DraftPhoto, MAX_PHOTOS, type PhotoDraft, USUAL_SUBJECT } from './photo-draft';

interface Device {
  drafts: Pick<KeptDrafts, 'read' | 'write'>;
  photos: Pick<KeptPhotos, 'keep' | 'open'>;
  /** What was kept, as something that an <image> shows. */
  show(photo: LocalPhoto): LocalPhoto;
  /** Removes photos unless somebody else needs them. */
  remove(ids: string[]): Promise<void>;
  /** Part of a homework that goes by itself. */
  isOnItsWay(photoId: string): boolean;
  /** Keeping and naming photos is one step. */
  withPhotos<T>(work: () => Promise<T>): Promise<T>;
  /** False while another tab has the draft: then this one's lives as long as the tab does. */
  hold(): Promise<boolean>;
  letGo(): Promise<void>;
}

const toKept = ({ key, source, photo, edit, hints, canEdit }: DraftPhoto): KeptPage => ({
  key,
  source: { id: source.id, bytes: source.bytes },
  photo: { id: photo.id, bytes: photo.bytes },
  ...{ edit, hints, canEdit },
});

/** Keeps a draft on the device as it changes, and opens it again after the app was killed. */
export const createDraftKeeper = (draft: PhotoDraft, device: Device) => {
  let owner: string | null = null;
  const state = createStore<'closed' | 'opening' | 'open'>('closed');
  let work: Promise<unknown> = Promise.resolve();
  /** Ids of what lies on the device. */
  const kept = new Set<string>();
  /** As it was written last, by key: a page whose new photo does not lie there yet stays the page that it was. */
  let pages = new Map<string, KeptPage>();
  /** Whose photos could not be found this time: a device may fail once, so they are looked for at the next start again. */
  let unfound: KeptPage[] = [];

  const write = (account: string) => {
    const now = draft.photos().flatMap((one) => {
      const isKept = kept.has(one.source.id) && kept.has(one.photo.id);
      return isKept ? toKept(one) : (pages.get(one.key) ?? []);
    });
    if (now.length === 0 && pages.size > 0) unfound = []; // handed in or thrown away: nobody misses them
    pages = new Map(now.map((page) => [page.key, page]));
    const subject = draft.subject();
    device.drafts.write(account, { pages: [...now, ...unfound].slice(0, MAX_PHOTOS), subject });
  };

  /** Brings the device to where the draft is; what it has no room for lives as long as the app does. */
  const keepPhotos = (account: string) =>
    device.withPhotos(async () => {
      if (owner !== account) return;
      for (const { source, photo } of draft.photos())
        for (const one of [source, photo])
          if (!kept.has(one.id) && (await device.photos.keep(one))) kept.add(one.id);
      if (owner !== account) return;
      write(account);
      const named = new Set([...pages.values()].flatMap(({ source, photo }) => [source.id, photo.id]));
      const gone = [...kept].filter((id) => !named.has(id));
      gone.forEach((id) => kept.delete(id));
      await device.remove(gone);
      if (owner !== account || draft.photos().length > 0 || unfound.length > 0) return;
      // Nothing is left to hold; a tab that nobody looks at would keep the drafts of all others off the device.
      state.set('closed');
      await device.letGo();
    });

  const restore = async ({ source, photo, ...page }: KeptPage): Promise<DraftPhoto | null> => {
    const find = async (one: KeptPage['photo']) => {
      const found = await device.photos.open(one.id);
      return found && { ...device.show(found), bytes: one.bytes };
    };
    const first = await find(source);
    if (photo.id === source.id) return first && { ...page, source: first, photo: first };
    const shown = await find(photo);
    if (first && shown) return { ...page, source: first, photo: shown };
    const left = first ?? shown; // the device has lost one of both: the page begins anew with the other
    return left && { key: page.key, source: left, photo: left, edit: UNTOUCHED, hints: [], canEdit: false };
  };
  const open = async (account: string) => {
    if (owner !== account || state.get() === 'open') return;
    if (!(await device.hold())) return state.set('closed');
    const there = device.drafts.read(account);
    if (there === undefined) return state.set('closed'); // nothing is written over what could not be read
    const { pages: lying = [], subject = USUAL_SUBJECT } = there ?? {};
    const found = lying.filter(({ photo }) => !device.isOnItsWay(photo.id));
    const restored = (await Promise.all(found.map(restore))).filter((one) => one !== null);
    if (owner !== account) return;
    // What was photographed here while another tab had the draft lies nowhere else: it stays where not all have room.
    const shown = restored.slice(0, MAX_PHOTOS - draft.photos().length);
    for (const { source, photo } of shown) kept.add(source.id).add(photo.id);
    pages = new Map(shown.map((one) => [one.key, toKept(one)]));
    unfound = found.filter(({ key }) => !pages.has(key));
    draft.restore(shown, subject);
    state.set('open');
    save();
  };
  const next = (step: () => Promise<void>) => (work = work.then(step).catch(() => undefined));
  const save = () => {
    if (owner === null || state.get() === 'opening') return;
    const account = owner;
    if (state.get() === 'closed') return void next(() => open(account)); // the other tab may be gone by now
    write(account); // what was moved or removed is so at once
    void next(() => keepPhotos(account));
  };
  draft.subscribe(save);

  return {
    /** Whose draft it is from now on; nobody's is empty, and on the device stays what was there. */
    belongTo: (account: string | null): void => {
      if (account === owner) return;
      owner = null;
      kept.clear();
      pages.clear();
      unfound = [];
      draft.clear();
      owner = account;
      void next(device.letGo);
      state.set(account === null ? 'closed' : 'opening');
      if (account !== null) void next(() => open(account));
    },
    /** Its photos are being looked for. */
    isOpening: (): boolean =>
      state.get() === 'opening' && owner !== null && device.drafts.read(owner) !== null,
    subscribe: state.subscribe,
    /** When all that the device was to keep lies there. */
    settled: async (): Promise<void> => {
      for (let seen; seen !== work;) await (seen = work);
    },
  };
};
