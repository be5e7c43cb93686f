import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Uuid } from '@wuhao/contracts';
import type { FastifyRequest } from 'fastify';
import { invalid } from './app-error';
import { IDEMPOTENT } from './route.decorators';

/** A repeatable write without a well-formed key is refused before anything is read. */
@Injectable()
export class IdempotencyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (!this.reflector.get<boolean | undefined>(IDEMPOTENT, context.getHandler())) return true;
    const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
    if (!Uuid.safeParse(key).success) throw invalid('Idempotency-Key', 'a UUID is required');
    return true;
  }
}
