import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import { Uuid } from '@wuhao/contracts';
import type { FastifyRequest } from 'fastify';
import { AppError, invalid } from './app-error';
import { IDEMPOTENT } from './route.decorators';

/** Nest's number for `@Query()` in its table of a handler's arguments. */
const QUERY = 4;

/** Refuses what no schema of the route looks at: a missing Idempotency-Key, query keys of a route without a query. */
@Injectable()
export class InputGuard implements CanActivate {
  private readonly takesQuery = new WeakMap<object, boolean>();

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const handler = context.getHandler();
    if (this.reflector.get<boolean | undefined>(IDEMPOTENT, handler)) {
      if (!Uuid.safeParse(request.headers['idempotency-key']).success)
        throw invalid('Idempotency-Key', 'a UUID is required');
    }
    for (const key in request.query as object) {
      if (this.hasQuery(context)) break;
      throw new AppError('VALIDATION_FAILED', 'The request is not valid', {
        details: [{ path: key, message: 'not a parameter of this route' }],
      });
    }
    return true;
  }

  private hasQuery(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    let known = this.takesQuery.get(handler);
    if (known === undefined) {
      const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ??
        {}) as object;
      known = Object.keys(args).some((key) => key.startsWith(`${QUERY}:`));
      this.takesQuery.set(handler, known);
    }
    return known;
  }
}
