import type { ChildList } from '@wuhao/contracts';
import { http } from '../../shared/session/session';

export const listChildren = (signal?: AbortSignal): Promise<ChildList> =>
  http.get('/user/children', { signal });
