import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { HomeworkView, ItemView } from '@wuhao/contracts';
import { useActionKey } from '../../shared/http/action-key';
import { useAction } from '../../shared/http/use-action';
import { getHomework, listHomework, redoItem } from './api';
import { useHomeworkEvents } from './events';
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
      for (const changed of [['home'], ['homework', 'list'], ['mistakes']]) {
        void client.invalidateQueries({ queryKey: changed });
      }
    }
    wasUnderWay.current = underWay;
  }, [client, underWay]);
  return query;
};

export const useHomeworkList = (of: { studentId?: string }) =>
  useInfiniteQuery({
    queryKey: listKey(of.studentId),
    queryFn: ({ pageParam, signal }) => listHomework({ ...of, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** 订正. The item in the answer replaces the one on the screen. */
export const useRedo = (homeworkId: string, item: ItemView) => {
  const client = useQueryClient();
  const keyOf = useActionKey();
  return useAction({
    mutationFn: (answer: string) =>
      redoItem(homeworkId, item.id, { answer }, keyOf([item.id, answer, item.correction.tries])),
    onSuccess: ({ item: redone }) => {
      client.setQueryData<HomeworkView>(
        homeworkKey(homeworkId),
        (view) => view && { ...view, items: view.items.map((one) => (one.id === redone.id ? redone : one)) },
      );
      void client.invalidateQueries({ queryKey: ['mistakes'] });
    },
  });
};
