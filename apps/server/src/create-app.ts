import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { env, logger, nestLogger } from '@wuhao/core';
import { Readiness } from '@wuhao/operations';
import 'reflect-metadata';
import { ApiModule } from './api.module';
import { addHttpHooks } from './http-hooks';
import { describeApi } from './openapi';
import { checkRoutes } from './route-check';

/** JSON bodies are small; pictures come as multipart, with limits of their own. */
const BODY_LIMIT_BYTES = 256 * 1024;
/** Open requests may end within this time once the process was told to stop. */
const DRAIN_MS = 10_000;
const REQUEST_ID = /^[\w-]{8,64}$/;

/** WeChat's wx.request knows no PATCH: the mini-program sends it as a POST that says so. Before any route is looked for. */
function asSaid(request: IncomingMessage): string {
  if (request.method === 'POST' && request.headers['x-http-method-override'] === 'PATCH')
    request.method = 'PATCH';
  return request.url ?? '/';
}

/** The API, initialised and not yet listening. `stop` drains it. */
export async function createApp(): Promise<{ app: NestFastifyApplication; stop: () => Promise<void> }> {
  const { TRUST_PROXY, LOG_LEVEL, NODE_ENV } = env();
  logger.level = LOG_LEVEL;
  const adapter = new FastifyAdapter({
    rewriteUrl: asSaid,
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: TRUST_PROXY || false,
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => {
      const given = String(request.headers['x-request-id'] ?? '');
      return REQUEST_ID.test(given) ? given : randomUUID();
    },
    // While draining, requests on open connections are still answered (with `connection: close`).
    return503OnClosing: false,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule, adapter, {
    logger: nestLogger,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1');
  const hooks = await addHttpHooks(app);
  await app.init();
  if (NODE_ENV !== 'production') checkRoutes(app);
  describeApi(app);

  const stop = async () => {
    app.get(Readiness).drain();
    hooks.close();
    const deadline = setTimeout(() => app.getHttpServer().closeAllConnections(), DRAIN_MS);
    deadline.unref();
    await app.close();
    clearTimeout(deadline);
  };
  return { app, stop };
}
