import type {
  HomeworkAccepted,
  HomeworkCreate,
  HomeworkList,
  HomeworkView,
  ItemPatch,
  ItemPatched,
  RedoBody,
  RedoResult,
} from '@wuhao/contracts';
import { http } from '../../shared/session/session';

interface Of {
  studentId?: string;
}

// Writes of the outbox, which repeats them by itself.
export const submitHomework = (
  body: HomeworkCreate,
  idempotencyKey: string,
  signal?: AbortSignal,
): Promise<HomeworkAccepted> => http.post('/homework', body, { idempotencyKey, signal, retries: false });

export const deleteHomework = (id: string, signal?: AbortSignal): Promise<void> =>
  http.delete(`/homework/${id}`, { signal, retries: false });

export const listHomework = (of: Of & { cursor?: string }, signal?: AbortSignal): Promise<HomeworkList> =>
  http.get('/homework', { query: { ...of }, signal });

export const getHomework = (id: string, of: Of, signal?: AbortSignal): Promise<HomeworkView> =>
  http.get(`/homework/${id}`, { query: { ...of }, signal });

export const redoItem = (
  homeworkId: string,
  itemId: string,
  body: RedoBody,
  idempotencyKey: string,
  signal?: AbortSignal,
): Promise<RedoResult> =>
  http.post(`/homework/${homeworkId}/items/${itemId}/redo`, body, { idempotencyKey, signal, retries: false });

export const patchItem = (
  homeworkId: string,
  itemId: string,
  { studentId }: Of,
  body: ItemPatch,
  idempotencyKey: string,
  signal?: AbortSignal,
): Promise<ItemPatched> =>
  http.patch(`/homework/${homeworkId}/items/${itemId}`, body, {
    query: { studentId },
    idempotencyKey,
    signal,
    retries: false,
  });
