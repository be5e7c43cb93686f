import type {} from '@fastify/cookie'; // types of request.cookies and reply.setCookie
import type { ClientType, RefreshBody, SessionView } from '@wuhao/contracts';
import { AppError, publicOrigins } from '@wuhao/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLIENT_TYPE_HEADER, clientTypeOf } from './client-type';
import { SESSION_SECONDS } from './rotation';
import { unauthenticated } from './unauthenticated';

/** A refresh token as it came: the mini-program's in the body, H5's in its cookie. */
export type PresentedToken = { token: string; clientType: ClientType };

/** A session as it is handed out. */
export type Granted = { session: SessionView; refreshToken: string; clientType: ClientType };

const COOKIE = 'rt';
const PATH = '/api/v1/auth';

/** Throws UNAUTHENTICATED when there is none, FORBIDDEN for a cookie that another site makes the browser send. */
export function presentedToken(request: FastifyRequest, body: RefreshBody): PresentedToken {
  if (body.refreshToken !== undefined) return { token: body.refreshToken, clientType: 'miniprogram' };
  const token = request.cookies[COOKIE];
  if (!token) throw unauthenticated();
  // Browsers add the cookie by themselves; only our own page can add the header and come from our origin.
  if (request.headers[CLIENT_TYPE_HEADER] === undefined || !isOurOrigin(request.headers.origin))
    throw new AppError('FORBIDDEN', 'This origin may not refresh by cookie');
  clientTypeOf(request);
  return { token, clientType: 'h5' };
}

/** The answer's body; H5 gets its refresh token as a cookie that no script can read, never in the body. */
export function deliver(
  { session, refreshToken, clientType }: Granted,
  reply: FastifyReply,
): Promise<SessionView> {
  if (clientType === 'miniprogram') return Promise.resolve({ ...session, refreshToken });
  void reply.setCookie(COOKIE, refreshToken, { ...attributes(), maxAge: SESSION_SECONDS });
  return Promise.resolve(session);
}

export function clearRefreshCookie(reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, attributes());
}

const attributes = () => ({
  path: PATH,
  httpOnly: true,
  sameSite: 'strict' as const,
  // Browsers drop a Secure cookie that comes over http, which only a laptop does (production refuses such origins).
  secure: publicOrigins().every((origin) => origin.startsWith('https://')),
});

const isOurOrigin = (origin: string | undefined) => origin !== undefined && publicOrigins().includes(origin);
