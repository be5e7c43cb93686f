import type { HomeworkAccepted, HomeworkCreate, ItemPatch, ItemPatched, RedoResult } from '@wuhao/contracts';
import type { Subject } from '@wuhao/contracts/enums';
import type { Entry, Outcome } from '../../shared/outbox/entry';
import { fateAfter } from '../../shared/outbox/fate';
import { outbox } from '../../shared/outbox/outbox';
import { keptPhotos } from '../../shared/platform/kept-photos';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { session } from '../../shared/session/session';
import { deleteHomework, patchItem, redoItem, submitHomework } from './api';
import { homework } from './homework.zh';
import { keptDrafts, removeUnnamed, withPhotos } from './photos-on-device';
import { forgetFiles, letGo, takeInHand, uploadMissing, type OutgoingPhoto } from './uploads';

const SUBMISSION = 'submission';
const WITHDRAWAL = 'withdrawal';
const REDO = 'redo';
const CONFIRM = 'confirm';
/** What people do with items, in the order they did it. */
const ITEMS = 'items';

interface Submission {
  subject: Subject;
  photos: OutgoingPhoto[];
  /** It went out: the server may have it, though its answer has not come. */
  isOut?: true;
}

interface Redo {
  homeworkId: string;
  itemId: string;
  answer: string;
}

const toBody = ({ subject, photos }: Submission): HomeworkCreate => ({
  subject,
  fileIds: photos.map((photo) => photo.fileId!),
});
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
    const outgoing: Submission = { ...payload, photos, isOut: true };
    keep(outgoing);
    const accepted = await submitHomework(toBody(outgoing), id, signal);
    forgetFiles(photos);
    keptDrafts.forget(photos.map((photo) => photo.id));
    return accepted;
  },
  changes: () => [['home'], ['homework', 'list']],
  describe: ({ photos }) => homework.submission(photos.length),
  undo: (submission) =>
    submission.isOut ? { kind: WITHDRAWAL, payload: toBody(submission) satisfies HomeworkCreate } : null,
  release: ({ photos }) => letGo(photos),
});

/** Of a homework that was taken back when the server may have had it already. It keeps its key, and so its turn. */
outbox.register<HomeworkCreate, void>(WITHDRAWAL, {
  lane: 'homework',
  send: async ({ id: key, payload }, { signal }) => {
    try {
      // Sent again under its key it is the same homework, and the answer says which.
      const { id } = await submitHomework(payload, key, signal);
      await deleteHomework(id, signal);
    } catch (error) {
      if (fateAfter(error) !== 'refuse') throw error;
      // The server does not have it, and does not want it.
    }
  },
  changes: () => [['home'], ['homework', 'list']],
  describe: () => homework.withdrawal,
  isUndo: true,
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
  /** It lies on the device with all of its photos, until the server has them; else it lives as long as the app does. */
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
  const account = session.accountId();
  return withPhotos(async () => {
    const kept = await Promise.all(photos.map((photo) => keptPhotos.keep(photo)));
    // Another account may have come meanwhile, whose homework this is not.
    if (!isWanted() || session.accountId() !== account) {
      await removeUnnamed(ids);
      return null;
    }
    // It is in the place of whatever waits or was refused with one of its photos.
    const { waiting, refused } = outbox.state();
    for (const other of submissionsWith([...waiting, ...refused], ids))
      if (other.id !== id) outbox.takeBack(other.id);
    const { tried } = outbox.add<HomeworkAccepted>(SUBMISSION, { subject, photos: takeInHand(photos) }, id);
    return { isKept: kept.every(Boolean) && outbox.state().isKept, tried };
  });
};

/** The write of this kind that was made last for this item, while the server does not know it yet. */
const waitingFor = (kind: string, itemId: string): string | undefined =>
  outbox
    .state()
    .waiting.filter((entry) => entry.kind === kind && (entry.payload as Redo | Look).itemId === itemId)
    .map(({ id }) => id)
    .pop();

export const redo = (of: Redo, id: string): Promise<Outcome<RedoResult>> =>
  outbox.add<RedoResult>(REDO, of, id).tried;

export const waitingRedo = (itemId: string): string | undefined => waitingFor(REDO, itemId);

export const look = (of: Look, id: string): Promise<Outcome<ItemPatched>> =>
  outbox.add<ItemPatched>(CONFIRM, of, id).tried;

export const waitingLook = (itemId: string): string | undefined => waitingFor(CONFIRM, itemId);
