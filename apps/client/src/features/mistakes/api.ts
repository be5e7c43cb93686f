import type { MistakeCreate, MistakeList, MistakeStatistics, MistakeView } from '@wuhao/contracts';
import { http } from '../../shared/session/session';

interface Of {
  studentId?: string;
}

export const listMistakes = (
  of: Of & { knowledgePoint?: string; cursor?: string },
  signal?: AbortSignal,
): Promise<MistakeList> => http.get('/mistakes', { query: { ...of }, signal });

export const getStatistics = (of: Of, signal?: AbortSignal): Promise<MistakeStatistics> =>
  http.get('/mistakes/statistics', { query: { ...of }, signal });

export const getMistake = (id: string, of: Of, signal?: AbortSignal): Promise<MistakeView> =>
  http.get(`/mistakes/${id}`, { query: { ...of }, signal });

export const addMistake = (
  body: MistakeCreate,
  of: { idempotencyKey: string; accountId: string | null },
): Promise<MistakeView> => http.post('/mistakes', body, of);

export const removeMistake = (id: string): Promise<void> => http.delete(`/mistakes/${id}`);
