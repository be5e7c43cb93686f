import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { HomeworkEvent, HomeworkView } from '@wuhao/contracts';
import { readAnew } from '../../shared/http/read-anew';
import { readEvents } from '../../shared/platform/event-stream';
import { session } from '../../shared/session/session';
import { applyEvent } from './apply-event';

/**
 * Follows a homework that is under way; what the server tells goes into its query.
 * `onLive` says whether the server tells by itself just now: without it the query has to ask.
 */
export const useHomeworkEvents = (
  id: string,
  studentId: string | undefined,
  underWay: boolean,
  onLive: (live: boolean) => void,
): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (!underWay) return;
    const queryKey = ['homework', id, studentId ?? 'me'];
    const ending = new AbortController();
    const query = studentId ? `?studentId=${studentId}` : '';
    readEvents(`/homework/${id}/events${query}`, {
      accessToken: session.accessToken(),
      signal: ending.signal,
      onOpen: () => onLive(true),
      onMessage: (data) => {
        const event = data as HomeworkEvent;
        client.setQueryData<HomeworkView>(queryKey, (view) => view && applyEvent(view, event));
        if (event.type === 'done') void readAnew(client, queryKey);
      },
    })
      // Without events the query asks by itself, so a broken stream is no error to show.
      .catch(() => undefined)
      .finally(() => onLive(false));
    return () => ending.abort();
  }, [client, id, studentId, underWay, onLive]);
};
