// Zod-free on purpose: the client imports this file at run time.

/** Every error code of the API with the status it is sent with. */
export const ERROR_STATUS = {
  VALIDATION_FAILED: 400,
  UNAUTHENTICATED: 401,
  INVALID_CREDENTIALS: 401,
  CONSENT_REQUIRED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  GONE: 410,
  FILE_TOO_LARGE: 413,
  FILE_TYPE_REFUSED: 415,
  PICTURE_UNREADABLE: 422,
  CONTENT_REJECTED: 422,
  RATE_LIMITED: 429,
  QUOTA_EXCEEDED: 429,
  INTERNAL: 500,
  AI_NOT_CONFIGURED: 503,
  AI_UNAVAILABLE: 503,
  STORAGE_UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export const ERROR_CODES = Object.keys(ERROR_STATUS) as ErrorCode[];
