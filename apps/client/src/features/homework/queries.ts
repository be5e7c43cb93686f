import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { HomeworkView, ItemView, RedoResult } from '@wuhao/contracts';
import { useActionKey } from '../../shared/http/action-key';
import { readAnew } from '../../shared/http/read-anew';
import { useAction } from '../../shared/http/use-action';
import { outbox, useOutbox } from '../../shared/outbox/outbox';
import { getHomework, listHomework } from './api';
import { useHomeworkEvents } from './events';
import { redo, waitsRedone } from './outbox';
import { isUnderWay } from './status';

const POLL_MS = 1_500;

export const homeworkKey = (id: string, studentId?: string) => ['homework', id, studentId ?? 'me'] as const;
const listKey = (studentId?: string) => ['homework', 'list', studentId ?? 'me'] as const;

/** While it is being graded it keeps itself up to date: by events where they work, else by asking again. */
export const useHomework = (id: string, of: { studentId?: string }) => {
  const [live, setLive] = useState(false);
  const query = useQuery({
    queryKey: homeworkKey(id, of.studentId),
    queryFn: ({ signal }) => getHomework(id, of, signal),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) && !live ? POLL_MS : false),
  });
  const client = useQueryClient();
  const underWay = query.data !== undefined && isUnderWay(query.data.status);
  useHomeworkEvents(id, of.studentId, underWay, setLive);

  const wasUnderWay = useRef(underWay);
  useEffect(() => {
    if (wasUnderWay.current && !underWay) {
      for (const changed of [['home'], ['homework', 'list'], ['mistakes']]) void readAnew(client, changed);
    }
    wasUnderWay.current = underWay;
  }, [client, underWay]);
  return query;
};

export const useHomeworkList = (of: { studentId?: string }) =>
  useInfiniteQuery({
    queryKey: listKey(of.studentId),
    queryFn: ({ pageParam, signal }) => listHomework({ ...of, cursor: pageParam ?? undefined }, signal),
    // Not undefined: what the device keeps is JSON.
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** 订正. The item in the answer replaces the one on the screen; without a network the answer waits for its turn. */
export const useRedo = (homeworkId: string, item: ItemView) => {
  const client = useQueryClient();
  const keyOf = useActionKey();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  useOutbox(); // what waits is read anew when it changes
  const { data, ...redoing } = useAction({
    mutationFn: async (answer: string): Promise<RedoResult | null> => {
      const id = keyOf([item.id, answer, item.correction.tries]);
      const outcome = await redo({ homeworkId, itemId: item.id, answer }, id);
      if (outcome.status === 'sent') return outcome.result ?? null;
      if (outcome.status !== 'refused') return null;
      // Told here and now, so there is nothing to tell on other pages; who has left this one reads it at home.
      if (isHere.current) outbox.drop(id);
      throw outcome.error;
    },
    onSuccess: (result) => {
      if (!result) return;
      client.setQueryData<HomeworkView>(
        homeworkKey(homeworkId),
        (view) =>
          view && {
            ...view,
            items: view.items.map((one) => (one.id === result.item.id ? result.item : one)),
          },
      );
    },
  });
  return { ...redoing, verdict: data?.verdict, isWaiting: !redoing.isBusy && waitsRedone(item.id) };
};
