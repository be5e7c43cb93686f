import { AppError } from '@wuhao/core';

/** One body for every token that is missing, malformed, forged, expired, revoked or reused. */
export const unauthenticated = () => new AppError('UNAUTHENTICATED', 'Log in first');
