import { AccountView, ErrorBody, SessionView } from '@wuhao/contracts';
import { z } from 'zod';
import { ORIGIN } from './test-app';

export type Answer = { status: number; headers: Headers; body: unknown };
type Options = { method?: string; body?: unknown; headers?: Record<string, string> };

export const H5 = { 'x-client-type': 'h5', origin: ORIGIN };
export const MINI = { 'x-client-type': 'miniprogram' };
export const PASSWORD = 'correct horse battery';

let lastPhone = 13_900_000_000;
export const newPhone = () => String((lastPhone += 7));

export async function send(
  url: string,
  { method = 'POST', body, headers = {} }: Options = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

export const asSession = (answer: Answer) => SessionView.parse(answer.body);
export const asAccount = (answer: Answer) => AccountView.parse(answer.body);
export const codeOf = (answer: Answer) => ErrorBody.parse(answer.body).code;
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** All that an answer says, but for the id of its request. */
export const bodyOf = (answer: Answer) =>
  z.looseObject({}).parse({ ...(answer.body as object), requestId: '' });

/** The `rt` cookie of an answer, as a browser would send it back; undefined when none was set. */
export function cookieOf(answer: Answer): string | undefined {
  return answer.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('rt='))
    ?.split(';')[0];
}

export async function register(url: string, more: Record<string, unknown> = {}, headers: object = MINI) {
  const phone = newPhone();
  const body = { phone, password: PASSWORD, role: 'student', ...more };
  const answer = await send(`${url}/auth/register`, { body, headers: headers as Record<string, string> });
  return { phone, answer };
}

/** A fresh account of the mini-program. */
export async function newSession(url: string, more: Record<string, unknown> = {}) {
  const { phone, answer } = await register(url, more);
  const { refreshToken = '', ...session } = asSession(answer);
  return { phone, refreshToken, ...session };
}
