import type { ProfileUpdate, ProfileView } from '@wuhao/contracts';
import { http } from '../../shared/session/session';

export const getProfile = (signal?: AbortSignal): Promise<ProfileView> =>
  http.get('/user/profile', { signal });

export const updateProfile = (body: ProfileUpdate): Promise<ProfileView> => http.put('/user/profile', body);
