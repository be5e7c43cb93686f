import { useInfiniteQuery, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { HomeworkView, ItemPatch, ItemPatched, ItemView, RedoResult } from '@wuhao/contracts';
import { useActionKey } from '../../shared/http/action-key';
import { readAnew } from '../../shared/http/read-anew';
import { useAction } from '../../shared/http/use-action';
import type { Outcome } from '../../shared/outbox/entry';
import { outbox, useOutbox } from '../../shared/outbox/outbox';
import { getHomework, listHomework } from './api';
import { useHomeworkEvents } from './events';
import { look, redo, waitingLook, waitingRedo } from './outbox';
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

/** Whether the person is still at what they did. */
const useIsHere = (): RefObject<boolean> => {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  return isHere;
};

/** The item as the server has it now takes the place of the one on the screen. */
const show = (
  client: QueryClient,
  key: ReturnType<typeof homeworkKey>,
  item: ItemView,
  score?: HomeworkView['score'],
): void =>
  void client.setQueryData<HomeworkView>(
    key,
    (view) =>
      view && {
        ...view,
        score: score ?? view.score,
        items: view.items.map((one) => (one.id === item.id ? item : one)),
      },
  );

interface Writing<Result> {
  id: string;
  /** How it ends, however long that takes. */
  begin: () => Promise<Outcome<Result>>;
}

/**
 * A write to an item, from the tap to its end: what had to wait is told as if it had come at once, also to who was at
 * another item meanwhile. What is refused is told here and now, so there is nothing to tell on other pages; who has
 * left reads it at home.
 */
const useItemWrite = <Result>(waitingId: string | undefined, onResult: (result: Result) => void) => {
  const isHere = useIsHere();
  /** The first try is under way; only what is left after it has to wait. */
  const [isTrying, setTrying] = useState(false);
  const { run, ...writing } = useAction({
    mutationFn: async ({ id, begin }: Writing<Result>): Promise<Result | null> => {
      const outcome = await begin();
      if (outcome.status === 'sent') return outcome.result ?? null;
      if (outcome.status !== 'refused') return null;
      if (isHere.current) outbox.drop(id);
      throw outcome.error;
    },
    onSuccess: (result) => result && onResult(result),
  });
  useEffect(() => {
    if (waitingId === undefined) return;
    const end = outbox.whenDone<Result>(waitingId);
    run({ id: waitingId, begin: () => end }); // nothing where it is followed already
  }, [waitingId, run]);
  const write = (id: string, add: () => Promise<Outcome<Result>>): void => {
    setTrying(true); // by the tap itself: the outbox is heard of sooner than what is set later
    run({
      id,
      begin: () => {
        void add().then(() => setTrying(false));
        return outbox.whenDone<Result>(id);
      },
    });
  };
  const isWaiting = waitingId !== undefined && !isTrying;
  return { ...writing, write, isWaiting, isBusy: writing.isBusy && !isWaiting };
};

/** 订正. The item in the answer replaces the one on the screen; without a network the answer waits for its turn. */
export const useRedo = (homeworkId: string, item: ItemView) => {
  const client = useQueryClient();
  const keyOf = useActionKey();
  useOutbox(); // what waits is read anew when it changes
  const { write, data, ...redoing } = useItemWrite<RedoResult>(waitingRedo(item.id), (result) =>
    show(client, homeworkKey(homeworkId), result.item),
  );
  const run = (answer: string): void => {
    const id = keyOf([item.id, answer, item.correction.tries]);
    write(id, () => redo({ homeworkId, itemId: item.id, answer }, id));
  };
  return { ...redoing, run, verdict: data?.verdict };
};

/** Somebody has looked: a reading is confirmed or corrected, or a verdict appealed against. Waits like a redo. */
export const useLook = (homeworkId: string, item: ItemView, studentId?: string) => {
  const client = useQueryClient();
  const keyOf = useActionKey();
  useOutbox(); // what waits is read anew when it changes
  const { write, data, ...looking } = useItemWrite<ItemPatched>(waitingLook(item.id), (result) =>
    show(client, homeworkKey(homeworkId, studentId), result.item, result.score),
  );
  const run = (patch: ItemPatch): void => {
    const id = keyOf([item.id, patch]);
    write(id, () => look({ homeworkId, itemId: item.id, studentId, text: item.text, patch }, id));
  };
  return { ...looking, run, verdict: data?.verdict };
};
