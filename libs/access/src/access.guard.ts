import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Uuid } from '@wuhao/contracts';
import { ACTION, AppError, isOfStudent, notFound, PUBLIC, type Action } from '@wuhao/core';
import type { FastifyRequest } from 'fastify';
import { AccessService } from './access.service';
import type { RULES } from './rules';

/**
 * Runs after authentication: every route that is not public is about the viewer's own account or about a
 * student that the viewer may act for. `studentId` is taken out of the query here, so that the strict query
 * schemas of routes need not know it.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<boolean | undefined>(PUBLIC, handler)) return true;
    const action = this.reflector.get<Action | undefined>(ACTION, handler);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // A route that forgot to say who may call it is closed.
    if (!action || !request.viewer) throw new AppError('UNAUTHENTICATED', 'Log in first');
    if (!isOfStudent(action)) return true;

    const query = request.query as { studentId?: unknown };
    const { studentId } = query;
    delete query.studentId;
    // A malformed id names nobody, like an unknown one.
    if (studentId !== undefined && !Uuid.safeParse(studentId).success) throw notFound();
    request.student = await this.access.student(
      request.viewer,
      action as keyof typeof RULES,
      studentId as string | undefined,
    );
    return true;
  }
}
