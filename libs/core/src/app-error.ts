import { ERROR_STATUS, type ErrorBody, type ErrorCode } from '@wuhao/contracts';

type Details = NonNullable<ErrorBody['details']>;
type Options = {
  details?: Details;
  cause?: unknown;
  /** May succeed when tried again later (jobs ask). */
  retryable?: boolean;
  /** Sent as Retry-After. */
  retryAfterSeconds?: number;
};

/** An error that has an answer in the API. The message is for developers, the client has its own sentences. */
export class AppError extends Error {
  readonly details?: Details;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;

  constructor(
    readonly code: ErrorCode,
    message: string,
    { details, cause, retryable = false, retryAfterSeconds }: Options = {},
  ) {
    super(message, { cause });
    this.name = 'AppError';
    this.details = details;
    this.retryable = retryable;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** One body for everything that is missing or somebody else's: the two cannot be told apart. */
export const notFound = () => new AppError('NOT_FOUND', 'Not found');

export const invalid = (path: string, message: string) =>
  new AppError('VALIDATION_FAILED', 'The request is not valid', { details: [{ path, message }] });
