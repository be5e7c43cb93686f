import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { env, logger } from '@wuhao/core';
import { preloadHeaders } from './preload';

/** On every API answer; answers are personal unless a route says otherwise. */
const API_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
const DOCUMENT_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), payment=()',
  'content-security-policy':
    "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; script-src 'self'; " +
    "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
};
const HSTS = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };
const HASHED = /\/(js|css|static)\//;

/** Headers, the request log, cookies and the H5 app. */
export async function addHttpHooks(app: NestFastifyApplication): Promise<{ close: () => void }> {
  const { NODE_ENV, H5_DIR } = env();
  const hsts = NODE_ENV === 'production' ? HSTS : {};
  const apiHeaders = { ...API_HEADERS, ...hsts };
  const documentHeaders = { ...DOCUMENT_HEADERS, ...hsts };
  const fastify = app.getHttpAdapter().getInstance();
  const root = path.resolve(H5_DIR);
  const preloadOf = preloadHeaders(root);
  let closing = false;

  // In onRequest, not onSend: event streams write their head themselves.
  fastify.addHook('onRequest', (request, reply, done) => {
    const isApi = request.url.startsWith('/api/');
    reply.headers(isApi ? apiHeaders : documentHeaders);
    const link = isApi ? undefined : preloadOf(request.url);
    if (link) reply.header('link', link);
    reply.header('x-request-id', request.id);
    done();
  });
  // A browser would hold its kept-alive connection, and with it the closing server, for over a minute.
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close');
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logger.info(
      {
        requestId: request.id,
        accountId: request.viewer?.accountId,
        route: `${request.method} ${request.routeOptions.url ?? '*'}`,
        status: reply.statusCode,
        code: request.errorCode,
        client: request.headers['x-client-type'],
        version: request.headers['x-client-version'],
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });

  await app.register(fastifyCookie);
  if (existsSync(path.join(root, 'index.html'))) {
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, file) => {
        const immutable = HASHED.test(file.slice(root.length));
        reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  return { close: () => (closing = true) };
}
