import type { HomeworkAccepted, RedoResult } from '@wuhao/contracts';
import type { Subject } from '@wuhao/contracts/enums';
import type { Outcome } from '../../shared/outbox/entry';
import { outbox } from '../../shared/outbox/outbox';
import { keptPhotos } from '../../shared/platform/kept-photos';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { redoItem, submitHomework } from './api';
import { homework } from './homework.zh';
import { keptDrafts, withPhotos } from './photos-on-device';
import { forgetFiles, letGo, takeInHand, uploadMissing, type OutgoingPhoto } from './uploads';

const SUBMISSION = 'submission';
const REDO = 'redo';

interface Submission {
  subject: Subject;
  photos: OutgoingPhoto[];
}

interface Redo {
  homeworkId: string;
  itemId: string;
  answer: string;
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
  lane: 'redo',
  send: ({ id, payload: { homeworkId, itemId, answer } }, { signal }) =>
    redoItem(homeworkId, itemId, { answer }, id, signal),
  changes: ({ homeworkId }) => [['homework', homeworkId], ['mistakes']],
  describe: ({ answer }) => homework.redoOf(answer),
});

/**
 * From here on the homework is safe: its photos lie on the device until the server has all of them. `isWanted` is
 * asked once they do, because the person may have changed its mind meanwhile.
 */
export const handIn = (
  id: string,
  { subject, photos }: { subject: Subject; photos: LocalPhoto[] },
  isWanted: () => boolean,
): Promise<Outcome<HomeworkAccepted>> => {
  const outgoing = takeInHand(photos);
  return withPhotos(async () => {
    await Promise.all(photos.map((photo) => keptPhotos.keep(photo)));
    if (isWanted()) return outbox.add<HomeworkAccepted>(SUBMISSION, { subject, photos: outgoing }, id);
    letGo(outgoing);
    return null;
  }).then((added) => added?.tried ?? { status: 'dropped' });
};

export const redo = (of: Redo, id: string): Promise<Outcome<RedoResult>> =>
  outbox.add<RedoResult>(REDO, of, id).tried;

/** An answer to this item is on its way. */
export const waitsRedone = (itemId: string): boolean =>
  outbox.state().waiting.some(({ kind, payload }) => kind === REDO && (payload as Redo).itemId === itemId);
