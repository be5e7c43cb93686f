import { BadRequestException, NotFoundException, type ArgumentsHost } from '@nestjs/common';
import { ErrorBody } from '@wuhao/contracts';
import { AppError, invalid, notFound } from './app-error';
import { ErrorFilter } from './error.filter';
import { logger } from './logger';

logger.level = 'silent';

/** What the client would receive. */
function answer(error: unknown, { requestRead = true, clientGone = false } = {}) {
  const sent = { status: 0, headers: {} as Record<string, string>, body: undefined as unknown };
  const reply = {
    sent: false,
    raw: { headersSent: false, destroyed: clientGone },
    code: (status: number) => ((sent.status = status), reply),
    header: (name: string, value: string) => ((sent.headers[name] = value), reply),
    send: (body: unknown) => ((sent.body = body), reply),
  };
  const host = {
    switchToHttp: () => ({
      getRequest: () => ({
        id: 'req-00000001',
        method: 'POST',
        url: '/api/v1/x',
        headers: {},
        raw: { destroyed: requestRead },
      }),
      getResponse: () => reply,
    }),
  } as unknown as ArgumentsHost;
  new ErrorFilter().catch(error, host);
  return sent;
}

describe('ErrorFilter', () => {
  it.each<[string, unknown, number, string]>([
    ['our own errors', new AppError('CONFLICT', 'no'), 409, 'CONFLICT'],
    ['a bad field', invalid('title', 'too long'), 400, 'VALIDATION_FAILED'],
    ['what is missing', notFound(), 404, 'NOT_FOUND'],
    ['a route that Nest does not know', new NotFoundException(), 404, 'NOT_FOUND'],
    ['a bad request of Nest', new BadRequestException('x'), 400, 'VALIDATION_FAILED'],
    ['a body that is no JSON', Object.assign(new Error('x'), { statusCode: 400 }), 400, 'VALIDATION_FAILED'],
    [
      'a body that is too large',
      Object.assign(new Error('x'), { statusCode: 413 }),
      400,
      'VALIDATION_FAILED',
    ],
    ['anything else', new TypeError('secret detail'), 500, 'INTERNAL'],
    ['a thrown string', 'secret detail', 500, 'INTERNAL'],
  ])('answers %s', (_name, error, status, code) => {
    const sent = answer(error);
    expect(sent.status).toBe(status);
    expect(ErrorBody.parse(sent.body)).toMatchObject({ code, requestId: 'req-00000001' });
    expect(JSON.stringify(sent.body)).not.toContain('secret detail');
  });

  it('says when to come back', () => {
    expect(answer(new AppError('RATE_LIMITED', 'x', { retryAfterSeconds: 30 })).headers['retry-after']).toBe(
      '30',
    );
  });

  it('answers what is missing with one body, whoever says so', () => {
    expect(answer(notFound()).body).toEqual(answer(new NotFoundException('another text')).body);
  });

  it('does not answer a client that went away', () => {
    expect(answer(new Error('x'), { clientGone: true }).body).toBeUndefined();
  });
});
