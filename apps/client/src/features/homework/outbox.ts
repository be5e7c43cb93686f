import type { HomeworkAccepted, ItemPatch, ItemPatched, RedoResult } from '@wuhao/contracts';
import type { Subject } from '@wuhao/contracts/enums';
import type { Entry, Outcome } from '../../shared/outbox/entry';
import { outbox } from '../../shared/outbox/outbox';
import { keptPhotos } from '../../shared/platform/kept-photos';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { patchItem, redoItem, submitHomework } from './api';
import { homework } from './homework.zh';
import { keptDrafts, removeUnnamed, withPhotos } from './photos-on-device';
import { forgetFiles, letGo, takeInHand, uploadMissing, type OutgoingPhoto } from './uploads';

const SUBMISSION = 'submission';
const REDO = 'redo';
const CONFIRM = 'confirm';
/** What people do with items, in the order they did it. */
const ITEMS = 'items';

interface Submission {
  subject: Subject;
  photos: OutgoingPhoto[];
}

interface Redo {
  homeworkId: string;
  itemId: string;
  answer: string;
}

interface Look {
  homeworkId: string;
  itemId: string;
  /** The child, where a guardian looks. */
  studentId?: string;
  /** What was read, to name it by. */
  text: string;
  patch: ItemPatch;
}

outbox.register<Submission, HomeworkAccepted>(SUBMISSION, {
  lane: 'homework',
  send: async ({ id, payload }, { signal, keep }) => {
    let { photos } = payload;
    await uploadMissing(photos, signal, (next) => {
      photos = photos.map((photo) => (photo.id === next.id ? next : photo));
      keep({ ...payload, photos });
    });
    const body = { subject: payload.subject, fileIds: photos.map((photo) => photo.fileId!) };
    const accepted = await submitHomework(body, id, signal);
    forgetFiles(photos);
    keptDrafts.forget(photos.map((photo) => photo.id));
    return accepted;
  },
  changes: () => [['home'], ['homework', 'list']],
  describe: ({ photos }) => homework.submission(photos.length),
  release: ({ photos }) => letGo(photos),
});

outbox.register<Redo, RedoResult>(REDO, {
  lane: ITEMS,
  send: ({ id, payload: { homeworkId, itemId, answer } }, { signal }) =>
    redoItem(homeworkId, itemId, { answer }, id, signal),
  changes: ({ homeworkId }) => [['homework', homeworkId], ['mistakes']],
  describe: ({ answer }) => homework.redoOf(answer),
});

outbox.register<Look, ItemPatched>(CONFIRM, {
  lane: ITEMS,
  send: ({ id, payload: { homeworkId, itemId, studentId, patch } }, { signal }) =>
    patchItem(homeworkId, itemId, { studentId }, patch, id, signal),
  changes: ({ homeworkId }) => [['homework', homeworkId], ['homework', 'list'], ['mistakes'], ['home']],
  describe: ({ text, patch }) => homework.lookOf[patch.action](text),
});

const submissionsWith = (entries: Entry[], photoIds: string[]): Entry[] =>
  entries.filter(({ kind, payload }) => {
    const isWith = ({ id }: OutgoingPhoto) => photoIds.includes(id);
    return kind === SUBMISSION && (payload as Submission).photos.some(isWith);
  });

/** Part of a homework that goes by itself. One that was refused goes nowhere: its pages are needed again. */
export const goesByItself = (photoId: string): boolean =>
  submissionsWith(outbox.state().waiting, [photoId]).length > 0;

interface HandedIn {
  /** All of its photos lie on the device, until the server has them; else it lives as long as the app does. */
  isKept: boolean;
  tried: Promise<Outcome<HomeworkAccepted>>;
}

/**
 * Gives the homework to the outbox. `isWanted` is asked when its photos lie on the device, because the person may have
 * changed its mind meanwhile; then it gives null.
 */
export const handIn = (
  id: string,
  { subject, photos }: { subject: Subject; photos: LocalPhoto[] },
  isWanted: () => boolean,
): Promise<HandedIn | null> => {
  const ids = photos.map((photo) => photo.id);
  return withPhotos(async () => {
    const kept = await Promise.all(photos.map((photo) => keptPhotos.keep(photo)));
    if (!isWanted()) {
      await removeUnnamed(ids);
      return null;
    }
    // It is in the place of whatever waits or was refused with one of its photos.
    const { waiting, refused } = outbox.state();
    for (const other of submissionsWith([...waiting, ...refused], ids))
      if (other.id !== id) outbox.drop(other.id);
    const { tried } = outbox.add<HomeworkAccepted>(SUBMISSION, { subject, photos: takeInHand(photos) }, id);
    return { isKept: kept.every(Boolean), tried };
  });
};

export const redo = (of: Redo, id: string): Promise<Outcome<RedoResult>> =>
  outbox.add<RedoResult>(REDO, of, id).tried;

/** An answer to this item is on its way. */
export const waitsRedone = (itemId: string): boolean =>
  outbox.state().waiting.some(({ kind, payload }) => kind === REDO && (payload as Redo).itemId === itemId);

export const look = (of: Look, id: string): Promise<Outcome<ItemPatched>> =>
  outbox.add<ItemPatched>(CONFIRM, of, id).tried;

/** What was said of this item last, while the server does not know it yet. */
export const waitingLook = (itemId: string): ItemPatch['action'] | undefined =>
  outbox
    .state()
    .waiting.filter(({ kind, payload }) => kind === CONFIRM && (payload as Look).itemId === itemId)
    .map(({ payload }) => (payload as Look).patch.action)
    .pop();
