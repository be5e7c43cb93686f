import type {} from '@fastify/static'; // types of reply.sendFile
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorBody, ErrorCode } from '@wuhao/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, notFound } from './app-error';
import { logger } from './logger';

const CODE_OF_STATUS: Record<number, ErrorCode> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  410: 'GONE',
  429: 'RATE_LIMITED',
};

/** Foreign errors (Nest, Fastify) as ours. A body that is no JSON, too large or of another type is a 400. */
function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : Number((error as { statusCode?: unknown })?.statusCode);
  if (status === 404) return notFound();
  if (status >= 400 && status < 500) {
    return new AppError(CODE_OF_STATUS[status] ?? 'VALIDATION_FAILED', 'The request is not valid', {
      details: [{ path: '', message: (error as Error).message }],
    });
  }
  return new AppError('INTERNAL', 'Something went wrong on our side', { cause: error });
}

/** The one place that turns errors into answers. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    // A client that went away is no error, and an answer that has begun cannot be replaced. (The request itself counts
    // as destroyed as soon as its body was read.)
    if (reply.sent || reply.raw.headersSent || reply.raw.destroyed) return;

    const error = toAppError(thrown);
    if (error.code === 'NOT_FOUND' && isDocument(request) && 'sendFile' in reply) {
      void reply.code(200).header('cache-control', 'no-cache').sendFile('index.html');
      return;
    }
    if (error.status >= 500)
      logger.error({ requestId: request.id, code: error.code, err: error.cause ?? error }, 'request failed');
    request.errorCode = error.code;
    if (error.retryAfterSeconds !== undefined)
      void reply.header('retry-after', String(error.retryAfterSeconds));
    const body: ErrorBody = {
      code: error.code,
      message: error.message,
      ...(error.details ? { details: error.details } : {}),
      requestId: request.id,
    };
    void reply.code(error.status).header('cache-control', 'no-store').send(body);
  }
}

/** A page of the H5 app asked for by its address. Nothing under /api ever is. */
const isDocument = (request: FastifyRequest) =>
  request.method === 'GET' &&
  !request.url.startsWith('/api/') &&
  String(request.headers.accept ?? '').includes('text/html');
