import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PUBLIC } from '@wuhao/core';
import type { FastifyRequest } from 'fastify';
import { AccessTokens } from './access-tokens';
import { RevokedSessions } from './revoked-sessions';
import { unauthenticated } from './unauthenticated';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Global: says who sent the request, from the access token alone. Closed unless the route says `@Public()`. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly revoked: RevokedSessions,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.get<boolean | undefined>(PUBLIC, context.getHandler())) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const viewer = token && this.tokens.verify(token);
    if (!viewer || this.revoked.has(viewer.sessionId)) throw unauthenticated();
    request.viewer = viewer;
    return true;
  }
}
