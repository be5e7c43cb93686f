import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Subject } from '@wuhao/contracts/enums';
import { ApiError } from '../../shared/http/api-error';
import { useActionKey } from '../../shared/http/action-key';
import { inParallel } from '../../shared/http/in-parallel';
import { useAction } from '../../shared/http/use-action';
import { uploadPhoto } from '../../shared/http/upload-photo';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { submitHomework } from './api';

const UPLOADS_AT_A_TIME = 2;
const REFUSALS = new Set<string>(['FILE_TOO_LARGE', 'FILE_TYPE_REFUSED', 'PICTURE_UNREADABLE']);

/**
 * Uploads what is not up yet, then hands the homework in. Called again after an error it goes on
 * where it stopped: stored photos are not sent again, and the same photos are the same homework.
 */
export const useSubmission = (onSubmitted: (homeworkId: string) => void) => {
  const client = useQueryClient();
  const keyOf = useActionKey();
  const uploaded = useRef(new Map<string, string>());
  const ending = useRef<AbortController>();
  /** 0-1 by photo id. */
  const [progress, setProgress] = useState<Record<string, number>>({});

  /** The photo that the server will not take: to be replaced, not sent again. */
  const [refusedId, setRefusedId] = useState<string | null>(null);

  const { run, error, isBusy } = useAction({
    mutationFn: async ({ photos, subject }: { photos: LocalPhoto[]; subject: Subject }) => {
      const controller = new AbortController();
      ending.current = controller;
      setRefusedId(null);
      const report = (photo: LocalPhoto, part: number) =>
        setProgress((all) => ({ ...all, [photo.id]: part }));
      const upload = async (photo: LocalPhoto) => {
        const onProgress = (part: number) => report(photo, Math.min(part, 0.99));
        try {
          const { id } = await uploadPhoto(photo, 'homework', { signal: controller.signal, onProgress });
          uploaded.current.set(photo.id, id);
          report(photo, 1);
        } catch (error) {
          report(photo, 0);
          if (error instanceof ApiError && REFUSALS.has(error.code)) setRefusedId(photo.id);
          throw error;
        }
      };
      const missing = photos.filter((photo) => !uploaded.current.has(photo.id));
      await inParallel(
        UPLOADS_AT_A_TIME,
        missing.map((photo) => () => upload(photo)),
      );
      const body = { subject, fileIds: photos.map((photo) => uploaded.current.get(photo.id)!) };
      return submitHomework(body, keyOf(body));
    },
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['home'] });
      void client.invalidateQueries({ queryKey: ['homework', 'list'] });
      onSubmitted(id);
    },
  });

  const cancel = () => ending.current?.abort();
  useEffect(() => cancel, []);
  return { submit: run, cancel, progress, refusedId, error, isBusy };
};
