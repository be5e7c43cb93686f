import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { ApiExtension, ApiHeader, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { ERROR_STATUS, ErrorBody, type ErrorCode, type Role } from '@wuhao/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { wire } from './wire';

/** What can be done; who may do it to which student is decided by `libs/access` from one table. */
export const ACTIONS = [
  'account.own',
  'profile.read',
  'children.list',
  'files.upload',
  'homework.read',
  'homework.write',
  'mistakes.read',
  'mistakes.write',
  'analytics.read',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Who sent the request, from its access token. */
export type Viewer = { accountId: string; role: Role; sessionId: string };

/** The student that the request is about, after `libs/access` has said yes; `viewer` may be a guardian. */
export type ActingStudent = { id: string; viewer: Viewer };

declare module 'fastify' {
  interface FastifyRequest {
    viewer?: Viewer;
    student?: ActingStudent;
    errorCode?: ErrorCode;
  }
}

export const PUBLIC = 'route:public';
export const ACTION = 'route:action';
export const IDEMPOTENT = 'route:idempotent';

type AnyDecorator = MethodDecorator & ClassDecorator;

/** The error codes that this route may answer with, beside those that its other decorators imply. */
export function Throws(...codes: ErrorCode[]): AnyDecorator {
  const statuses = [...new Set(codes.map((code) => ERROR_STATUS[code]))];
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: codes.filter((code) => ERROR_STATUS[code] === status).join(', '),
        standardSchema: ErrorBody as never,
      }),
    ),
  ) as AnyDecorator;
}

/** Open to everybody. */
export const Public = () =>
  applyDecorators(SetMetadata(PUBLIC, true), ApiExtension('x-access', 'public'), Throws('VALIDATION_FAILED'));

/** Needs a token and a yes from `libs/access`. Actions on a student take `?studentId=` from a guardian. */
export function Access(action: Action) {
  const ofStudent = isOfStudent(action);
  return applyDecorators(
    SetMetadata(ACTION, action),
    ApiExtension('x-access', action),
    Throws('VALIDATION_FAILED', 'UNAUTHENTICATED', ...(ofStudent ? (['NOT_FOUND'] as const) : [])),
    ...(ofStudent
      ? [
          ApiQuery({
            name: 'studentId',
            required: false,
            schema: { type: 'string', format: 'uuid' },
            description: 'The child, for a guardian',
          }),
        ]
      : []),
  );
}

/** Actions on the viewer's own account; all others are about a student. */
export const isOfStudent = (action: Action) => action !== 'account.own' && action !== 'children.list';

/** A repeatable write: asks for `Idempotency-Key` (a UUID); the handler takes it by `@IdempotencyKey()`. */
export const Idempotent = () =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, true),
    ApiExtension('x-idempotent', true),
    ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } }),
    Throws('CONFLICT'),
  );

/**
 * The answer: its status, whitelist, serialiser, OpenAPI entry and compile-time check, from one schema. A route that
 * says the same thing with other statuses too (`reply.code(503)`) names them in `alsoAt`.
 */
export function Returns<S extends z.ZodType>(schema: S, status = 200, ...alsoAt: number[]) {
  const statuses = [status, ...alsoAt];
  const serializer = wire(schema);
  return applyDecorators(
    HttpCode(status),
    RouteSchema({ response: Object.fromEntries(statuses.map((each) => [each, serializer])) }),
    ...statuses.map((each) => ApiResponse({ status: each, standardSchema: schema as never })),
  ) as <F extends (...args: never[]) => z.output<S> | Promise<z.output<S>>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<F>,
  ) => void;
}

/** 204. */
export const ReturnsNothing = () => applyDecorators(HttpCode(204), ApiResponse({ status: 204 }));

const request = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** Parameter: the viewer of a route with `@Access`. */
export const CurrentViewer = createParamDecorator(
  (_: unknown, context: ExecutionContext) => request(context).viewer,
);

/** Parameter: the student that a route with `@Access` of a student's action is about. */
export const Student = createParamDecorator(
  (_: unknown, context: ExecutionContext) => request(context).student,
);

/** Parameter: the checked key of an `@Idempotent()` route. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) =>
  String(request(context).headers['idempotency-key']).toLowerCase(),
);
