import { useEffect, useRef, useState } from 'react';
import type { Subject } from '@wuhao/contracts/enums';
import { ApiError } from '../../shared/http/api-error';
import { useActionKey } from '../../shared/http/action-key';
import { useAction } from '../../shared/http/use-action';
import { outbox } from '../../shared/outbox/outbox';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { useWhenInFront } from '../../shared/ui/use-when-in-front';
import { handIn } from './outbox';
import { photoDraft } from './use-photo-draft';
import { useUploads } from './uploads';

const TAKEN_BACK = { status: 'dropped' } as const;

interface Wish {
  photos: LocalPhoto[];
  subject: Subject;
}

const idsOf = (photos: LocalPhoto[]): string => photos.map(({ id }) => id).join();
const draftIds = (): string => idsOf(photoDraft.photos().map(({ photo }) => photo));

/**
 * Hands the photos in by the outbox: it goes on where it stopped, also when this page is left or the app is killed.
 * The same photos are the same homework; other photos replace one that has not been taken yet.
 */
export const useSubmission = (onSubmitted: (homeworkId: string | undefined) => void) => {
  const keyOf = useActionKey();
  const { progress, refusedId } = useUploads();
  const current = useRef<string | null>(null);
  /** What was taken back at the server, too, is another homework when it is handed in again. */
  const takenBack = useRef(0);
  const wanted = useRef(false);
  const handedIds = useRef('');
  /** The server has it, or the device keeps all of it: it goes on without this page and without the draft. */
  const isSafe = useRef(false);
  const [stage, setStage] = useState<'waiting' | 'arrived' | null>(null);
  const isWaiting = stage === 'waiting';
  const [isKept, setKept] = useState(true);
  const isHere = useRef(true);
  const whenInFront = useWhenInFront();
  const submitted = useRef(onSubmitted);
  submitted.current = onSubmitted;

  /** What is safe must not lie in the draft to be handed in again; as long as this page is here it shows it. */
  const emptyDraft = () => {
    if (!isHere.current && isSafe.current && draftIds() === handedIds.current) photoDraft.clear();
  };
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      emptyDraft();
    };
  }, []);

  const leave = (homeworkId: string | undefined) => {
    current.current = null;
    isSafe.current = true;
    setStage('arrived');
    if (isHere.current) whenInFront(() => submitted.current(homeworkId));
    else emptyDraft();
  };
  const { run, error, isBusy } = useAction({
    mutationFn: async ({ photos, subject }: Wish) => {
      const id = keyOf([subject, photos.map((photo) => photo.id), takenBack.current]);
      if (current.current !== null && current.current !== id) outbox.takeBack(current.current);
      current.current = id;
      wanted.current = true;
      isSafe.current = false;
      handedIds.current = idsOf(photos);
      setStage(null);
      const handedIn = await handIn(id, { photos, subject }, () => wanted.current);
      if (handedIn) {
        setKept(handedIn.isKept);
        isSafe.current = handedIn.isKept;
        emptyDraft(); // this page may have been left while the device kept the photos
      }
      const outcome = await (handedIn?.tried ?? TAKEN_BACK);
      if (outcome.status === 'sent') return leave(outcome.result?.id);
      if (outcome.status === 'dropped') throw new ApiError('CANCELLED', 'taken back');
      setStage(outcome.status === 'waiting' ? 'waiting' : null);
      isSafe.current &&= outcome.status === 'waiting';
      // It goes by itself as soon as it can; if this page is still here then, it leads on.
      void outbox.whenDone<{ id: string }>(id).then((later) => {
        if (current.current !== id) return;
        isSafe.current = false;
        if (later.status === 'sent') leave(later.result?.id);
      });
      throw outcome.error;
    },
  });

  const cancel = () => {
    wanted.current = false;
    isSafe.current = false;
    setStage(null);
    if (current.current !== null && outbox.takeBack(current.current)) takenBack.current += 1;
  };
  // Other photos, or another order, are another homework: the one that waits is taken back.
  useEffect(() => {
    if (isWaiting && !isBusy && draftIds() !== handedIds.current) cancel();
  });

  return {
    submit: run,
    cancel,
    progress,
    refusedId,
    /** Why it could not be handed in; nothing any more once it has arrived all the same. */
    error: stage === 'arrived' ? null : error,
    isBusy,
    /** In the outbox, until the server can be reached. */
    isWaiting: isWaiting && !isBusy,
    /** Its photos lie on the device: they wait there without the app, too. */
    isKept,
  };
};
