import { ApiError, toApiError } from '../shared/http/api-error';
import type {
  IncomingReply,
  OutgoingRequest,
  OutgoingUpload,
  Transport,
} from '../shared/platform/transport.types';

export const apiOrigin = '';
export const clientType = 'h5';

export interface Seen {
  /** `POST /homework`, without the prefix and the query. */
  route: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

type Answer = IncomingReply | Error | ((seen: Seen) => IncomingReply | Error | Promise<IncomingReply>);

let answers = new Map<string, Answer[]>();
export let seen: Seen[] = [];

export const ok = (body: unknown, status = 200): IncomingReply => ({ status, body });
export const refused = (status: number, code: string, more: object = {}): IncomingReply => ({
  status,
  body: { code, message: code, requestId: 'request-1', ...more },
});

/** Scripts the answers of a route; the last one is given again and again. */
export const answer = (route: string, ...scripted: Answer[]): void => void answers.set(route, scripted);

export const seenOf = (route: string): Seen[] => seen.filter((one) => one.route === route);

export const forget = (): void => {
  answers = new Map();
  seen = [];
};

const reply = async (of: Seen): Promise<IncomingReply> => {
  seen.push(of);
  const scripted = answers.get(of.route);
  if (!scripted) throw toApiError(500, { code: 'INTERNAL', message: `nothing scripted for ${of.route}` });
  const next = scripted.length > 1 ? scripted.shift()! : scripted[0]!;
  const given = typeof next === 'function' ? await next(of) : next;
  if (given instanceof Error) throw given;
  return given;
};

/** What nobody waits for any more is broken off, as a real transport does. */
const unlessAborted = (
  signal: AbortSignal | undefined,
  work: Promise<IncomingReply>,
): Promise<IncomingReply> =>
  new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new ApiError('CANCELLED', 'cancelled')));
    work.then(resolve, reject);
  });

const routeOf = (method: string, url: string) =>
  `${method} ${url.replace(/^.*\/api\/v1/, '').replace(/\?.*$/, '')}`;

export const transport: Transport = {
  send: ({ method, url, headers, body, signal }: OutgoingRequest) =>
    unlessAborted(
      signal,
      reply({
        route: routeOf(method, url),
        url,
        headers,
        body: body === undefined ? undefined : JSON.parse(body),
      }),
    ),
  upload: ({ url, headers, fields, photo, onProgress, signal }: OutgoingUpload) => {
    onProgress?.(0.5);
    const body = { ...fields, photo: photo.id };
    return unlessAborted(signal, reply({ route: routeOf('POST', url), url, headers, body }));
  },
};
