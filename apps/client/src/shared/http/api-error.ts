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

/** A gateway on the way may answer in its own words: then the status alone speaks. */
export const toApiError = (status: number, body: unknown, retryAfterMs?: number): ApiError => {
  const { code, message, requestId, details } = (body ?? {}) as Partial<ErrorBody>;
  if (isErrorCode(code))
    return new ApiError(code, message ?? code, { status, requestId, details, retryAfterMs });
  return new ApiError('INTERNAL', `unexpected answer ${status}`, { status, retryAfterMs });
};
