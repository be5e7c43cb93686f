import { apiOrigin, clientType } from '../platform/transport';
import type { IncomingReply, LocalPhoto, OutgoingRequest, Transport } from '../platform/transport.types';
import { ApiError, toApiError } from './api-error';

export interface Call {
  method: OutgoingRequest['method'];
  /** Below /api/v1, e.g. `/homework`. */
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  /** Made once per action of the user and kept over its repetitions. */
  idempotencyKey?: string;
  accessToken?: string | null;
  signal?: AbortSignal;
  timeoutMs?: number;
}

export interface Upload {
  purpose: string;
  query?: Call['query'];
  photo: LocalPhoto;
  idempotencyKey: string;
  accessToken?: string | null;
  signal?: AbortSignal;
  onProgress?: (part: number) => void;
}

const REQUEST_TIMEOUT_MS = 12_000;
/** As long as the server reads one: 10 MB at 35 kB/s. */
const UPLOAD_TIMEOUT_MS = 5 * 60_000;
const UPLOAD_SILENCE_MS = 30_000;

const addressOf = (path: string, query: Call['query'] = {}) => {
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  return `${apiOrigin}/api/v1${path}${search && `?${search}`}`;
};

export const headersOf = (of: {
  accessToken?: string | null;
  idempotencyKey?: string;
}): Record<string, string> => ({
  Accept: 'application/json',
  'X-Client-Type': clientType,
  'X-Client-Version': CLIENT_VERSION,
  ...(of.accessToken && { Authorization: `Bearer ${of.accessToken}` }),
  ...(of.idempotencyKey && { 'Idempotency-Key': of.idempotencyKey }),
});

const bodyOf = ({ status, body, isForeign, retryAfterMs }: IncomingReply): unknown => {
  if (status >= 200 && status < 300) {
    // The page of a portal, say, which answers 200 to everything: nothing has reached our server.
    if (isForeign) throw new ApiError('NETWORK', 'an answer that is not of our server');
    return body;
  }
  throw toApiError(status, body, retryAfterMs);
};

/** One request as it is: no session, no repetition. Throws ApiError. */
export const call = async (transport: Transport, of: Call): Promise<unknown> =>
  bodyOf(
    await transport.send({
      method: of.method,
      url: addressOf(of.path, of.query),
      headers: { ...headersOf(of), ...(of.body !== undefined && { 'Content-Type': 'application/json' }) },
      body: of.body === undefined ? undefined : JSON.stringify(of.body),
      timeoutMs: of.timeoutMs ?? REQUEST_TIMEOUT_MS,
      signal: of.signal,
    }),
  );

export const sendFile = async (transport: Transport, of: Upload): Promise<unknown> =>
  bodyOf(
    await transport.upload({
      url: addressOf('/files/upload', of.query),
      headers: headersOf(of),
      fields: { purpose: of.purpose },
      photo: of.photo,
      timeoutMs: UPLOAD_TIMEOUT_MS,
      silenceMs: UPLOAD_SILENCE_MS,
      signal: of.signal,
      onProgress: of.onProgress,
    }),
  );
