import type { HomeView } from '@wuhao/contracts';
import { http } from '../../shared/session/session';

export const getHome = (of: { studentId?: string }, signal?: AbortSignal): Promise<HomeView> =>
  http.get('/analytics/home', { query: of, signal });
