import type { Subject } from '@wuhao/contracts/enums';
import type { Darkroom } from '../../shared/photo/create-darkroom';
import { type Edit, isUntouched, UNTOUCHED } from '../../shared/photo/edit';
import { findHints, type Hint } from '../../shared/photo/hints';
import { isFit, UPLOADED } from '../../shared/photo/shrink';
import { uuidv7 } from '../../shared/http/uuidv7';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { createStore } from '../../shared/store';

export const MAX_PHOTOS = 9;

export interface DraftPhoto {
  /** Stays the same through every change. */
  key: string;
  /** As it was chosen: every change starts from here, so that none blurs the next. */
  source: LocalPhoto;
  edit: Edit;
  /** What goes up. */
  photo: LocalPhoto;
  hints: Hint[];
  /** False until it has been opened and `photo` is fit to go up, and for good where the device cannot. */
  canEdit: boolean;
  /** The device has tried and cannot: it goes up as it is. */
  cannotEdit?: boolean;
}

/** Until the child says otherwise. */
export const USUAL_SUBJECT: Subject = 'math';

interface Draft {
  photos: DraftPhoto[];
  subject: Subject;
}

export interface PhotoDraft {
  photos(): DraftPhoto[];
  subject(): Subject;
  subscribe(listener: () => void): () => void;
  /** Photos that the device has kept come before those that are here. */
  restore(kept: DraftPhoto[], subject: Subject): void;
  choose(subject: Subject): void;
  /** Shown at once; looked at and shrunk one after the other. Gives the key of the first. */
  add(chosen: LocalPhoto[]): string | undefined;
  /** Once more what could not be done: a mini-program draws only while a page with a canvas is open. */
  prepareMissing(): void;
  /** Another photo of the same page, in its place. */
  retake(key: string, chosen: LocalPhoto): void;
  /** False when the device could not draw it; then nothing has changed. */
  edit(key: string, edit: Edit): Promise<boolean>;
  /** The photo turned and uncut, small, to cut it on; null when the device cannot, or nobody wants it any more. */
  preview(
    key: string,
    signal?: AbortSignal,
  ): Promise<{ photo: LocalPhoto; width: number; height: number } | null>;
  move(key: string, by: -1 | 1): void;
  remove(key: string): void;
  clear(): void;
  /** When everything that was asked for is done. */
  settled(): Promise<void>;
}

interface Device {
  darkroom: Darkroom;
  release(photo: LocalPhoto): void;
}

/** Nothing is known of it and nothing done with it yet. */
const BEGUN = { edit: UNTOUCHED, hints: [], canEdit: false, cannotEdit: false };
const PREVIEW = { sidePx: 1000, quality: 0.8 };

/** The photos of a homework that has not been handed in. Leaving the page by mistake loses none of them. */
export const createPhotoDraft = ({ darkroom, release }: Device): PhotoDraft => {
  const { get, set, subscribe } = createStore<Draft>({ photos: [], subject: USUAL_SUBJECT });
  const photos = () => get().photos;
  const change = (next: DraftPhoto[]) => set({ ...get(), photos: next });

  const find = (key: string) => photos().find((one) => one.key === key);
  const update = (key: string, what: Partial<DraftPhoto>) =>
    change(photos().map((one) => (one.key === key ? { ...one, ...what } : one)));
  const free = ({ source, photo }: DraftPhoto) => {
    release(source);
    if (photo !== source) release(photo);
  };

  const prepare = (key: string) =>
    darkroom.inTurn(async () => {
      const page = find(key);
      if (!page || page.canEdit) return;
      const { source } = page;
      const isDone = await darkroom.withOpen(source, async (opened, draw) => {
        const hints = findHints(opened);
        if (find(key)?.source !== source) return true; // removed or retaken meanwhile
        update(key, { hints });
        const photo = isFit(source, opened) ? source : await draw(UNTOUCHED, UPLOADED);
        if (find(key)?.source === source) update(key, { photo, canEdit: true, cannotEdit: false });
        else release(photo);
        return true;
      });
      if (isDone === null && find(key)?.source === source) update(key, { cannotEdit: true });
    });
  const prepareMissing = () =>
    photos()
      .filter(({ canEdit }) => !canEdit)
      .forEach(({ key }) => void prepare(key));

  return {
    photos,
    subject: () => get().subject,
    subscribe,
    restore: (kept, subject) => {
      if (kept.length === 0) return;
      // Who has begun here has chosen here.
      const isBegun = photos().length > 0;
      set({
        photos: [...kept, ...photos()].slice(0, MAX_PHOTOS),
        subject: isBegun ? get().subject : subject,
      });
      prepareMissing(); // the app was killed before they were
    },
    prepareMissing,
    choose: (subject) => set({ ...get(), subject }),
    add: (chosen) => {
      const added = chosen.slice(0, MAX_PHOTOS - photos().length).map((source) => ({
        ...{ key: uuidv7(), source, photo: source },
        ...BEGUN,
      }));
      change([...photos(), ...added]);
      added.forEach(({ key }) => void prepare(key));
      return added[0]?.key;
    },
    retake: (key, source) => {
      const before = find(key);
      if (!before) return;
      free(before);
      update(key, { source, photo: source, ...BEGUN });
      void prepare(key);
    },
    edit: (key, edit) =>
      darkroom.inTurn(async () => {
        const source = find(key)?.source;
        if (!source) return false;
        const photo = await darkroom.withOpen(source, async (opened, draw) =>
          isUntouched(edit) && isFit(source, opened) ? source : draw(edit, UPLOADED),
        );
        const before = find(key);
        if (!photo || before?.source !== source) return false;
        if (before.photo !== source) release(before.photo);
        update(key, { photo, edit, canEdit: true, cannotEdit: false });
        return true;
      }),
    preview: (key, signal) =>
      darkroom.inTurn(async () => {
        const before = find(key);
        if (!before) return null;
        const { turns } = before.edit;
        return darkroom.withOpen(
          before.source,
          async ({ width, height }, draw) => ({
            photo: await draw({ ...UNTOUCHED, turns }, PREVIEW),
            ...(turns % 2 === 0 ? { width, height } : { width: height, height: width }),
          }),
          signal,
        );
      }),
    move: (key, by) => {
      const from = photos().findIndex((one) => one.key === key);
      const to = from + by;
      if (from < 0 || to < 0 || to >= photos().length) return;
      const next = [...photos()];
      next.splice(to, 0, ...next.splice(from, 1));
      change(next);
    },
    remove: (key) => {
      photos()
        .filter((one) => one.key === key)
        .forEach(free);
      change(photos().filter((one) => one.key !== key));
    },
    clear: () => {
      photos().forEach(free);
      set({ photos: [], subject: USUAL_SUBJECT });
    },
    settled: darkroom.settled,
  };
};
