import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { CLIENT_TYPES, type ClientType } from '@wuhao/contracts';
import { invalid } from '@wuhao/core';
import type { FastifyRequest } from 'fastify';

/** A custom header: a foreign page cannot send it without our leave (CORS). */
export const CLIENT_TYPE_HEADER = 'x-client-type';

/** H5 where the header is absent. */
export function clientTypeOf(request: FastifyRequest): ClientType {
  const given = request.headers[CLIENT_TYPE_HEADER] ?? 'h5';
  const known = CLIENT_TYPES.find((type) => type === given);
  if (!known) throw invalid('X-Client-Type', `one of ${CLIENT_TYPES.join(', ')}`);
  return known;
}

/** Parameter: what kind of client asks, which says how its refresh token travels. */
export const Client = createParamDecorator((_: unknown, context: ExecutionContext) =>
  clientTypeOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Documents the header. */
export const TakesClientType = () =>
  ApiHeader({ name: 'X-Client-Type', required: false, schema: { enum: [...CLIENT_TYPES], default: 'h5' } });
