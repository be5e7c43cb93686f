import { useEffect, useRef, useState } from 'react';
import type { Subject } from '@wuhao/contracts/enums';
import { ApiError } from '../../shared/http/api-error';
import { useActionKey } from '../../shared/http/action-key';
import { useAction } from '../../shared/http/use-action';
import { outbox } from '../../shared/outbox/outbox';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { handIn } from './outbox';
import { useUploads } from './uploads';

interface Wish {
  photos: LocalPhoto[];
  subject: Subject;
}

/**
 * Hands the photos in by the outbox: it goes on where it stopped, also when this page is left or the app is killed.
 * The same photos are the same homework; other photos replace one that has not been taken yet.
 */
export const useSubmission = (onSubmitted: (homeworkId: string | undefined) => void) => {
  const keyOf = useActionKey();
  const { progress, refusedId } = useUploads();
  const current = useRef<string | null>(null);
  const wanted = useRef(false);
  const [isWaiting, setWaiting] = useState(false);
  const isHere = useRef(true);
  const submitted = useRef(onSubmitted);
  submitted.current = onSubmitted;
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);

  const leave = (homeworkId: string | undefined) => {
    current.current = null;
    if (isHere.current) submitted.current(homeworkId);
  };
  const { run, error, isBusy } = useAction({
    mutationFn: async ({ photos, subject }: Wish) => {
      const id = keyOf([subject, photos.map((photo) => photo.id)]);
      if (current.current !== null && current.current !== id) outbox.drop(current.current);
      current.current = id;
      wanted.current = true;
      setWaiting(false);
      const outcome = await handIn(id, { photos, subject }, () => wanted.current);
      if (outcome.status === 'sent') return leave(outcome.result?.id);
      if (outcome.status === 'dropped') throw new ApiError('CANCELLED', 'taken back');
      setWaiting(outcome.status === 'waiting');
      // It goes by itself as soon as it can; if this page is still here then, it leads on.
      void outbox.whenDone<{ id: string }>(id).then((later) => {
        if (later.status === 'sent' && current.current === id) leave(later.result?.id);
      });
      throw outcome.error;
    },
  });

  const cancel = () => {
    wanted.current = false;
    setWaiting(false);
    if (current.current !== null) outbox.drop(current.current);
  };
  /** It goes on without this page. */
  const isSafe = () =>
    wanted.current && (isBusy || outbox.state().waiting.some((entry) => entry.id === current.current));
  return {
    submit: run,
    cancel,
    isSafe,
    progress,
    refusedId,
    error,
    isBusy,
    /** On the device, until the server can be reached. */
    isWaiting: isWaiting && !isBusy,
  };
};
