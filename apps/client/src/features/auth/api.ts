import type { LoginBody, RegisterBody, SessionView } from '@wuhao/contracts';
import { http, session } from '../../shared/session/session';

export const logIn = async (body: LoginBody): Promise<void> =>
  session.begin(await http.post<SessionView>('/auth/login', body));

export const register = async (body: RegisterBody): Promise<void> =>
  session.begin(await http.post<SessionView>('/auth/register', body));
