import type { ErrorBody } from '@wuhao/contracts';
import { ERROR_CODES, type ErrorCode } from '@wuhao/contracts/errors';

/** What can go wrong before the server has answered, or been asked. */
export type ClientErrorCode = ErrorCode | 'NETWORK' | 'TIMEOUT' | 'CANCELLED' | 'PHOTO_LOST';

export class ApiError extends Error {
  constructor(
    readonly code: ClientErrorCode,
    message: string,
    readonly at: {
      status?: number;
      requestId?: string;
      details?: ErrorBody['details'];
      /** The server's own wish (Retry-After). */
      retryAfterMs?: number;
    } = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The same request may succeed a moment later. */
  get isPassing(): boolean {
    return this.code === 'NETWORK' || this.code === 'TIMEOUT' || (this.at.status ?? 0) >= 502;
  }
}

export const isCancelled = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'CANCELLED';

const isErrorCode = (code: unknown): code is ErrorCode => ERROR_CODES.includes(code as ErrorCode);

/**
 * What has no error body of ours was said on the way, by a gateway or a school's proxy, whatever its status: the server
 * may never have heard of the request. A code that only a newer server knows is ours all the same.
 */
export const toApiError = (status: number, body: unknown, retryAfterMs?: number): ApiError => {
  const { code, message, requestId, details } = (body ?? {}) as Partial<ErrorBody>;
  if (typeof code !== 'string' || typeof requestId !== 'string')
    return new ApiError('NETWORK', `an answer ${status} that is not of our server`, { status, retryAfterMs });
  const known = isErrorCode(code) ? code : 'INTERNAL';
  return new ApiError(known, message ?? code, { status, requestId, details, retryAfterMs });
};
