import type { Call } from './http';

/** As many as a browser follows. */
export const MOST_REDIRECTS = 20;

const REDIRECTS = [301, 302, 303, 307, 308];

export const isRedirect = (status: number, location: string | undefined): location is string =>
  REDIRECTS.includes(status) && location !== undefined;

/** Where a redirect leads to, and as what: most of them turn a POST into a GET (RFC 9110, 15.4). */
export function redirected(call: Call, status: number, location: string): Call {
  const url = new URL(location, call.url).href;
  const isOther = status === 303 && call.method !== 'HEAD';
  if (!isOther && !(status <= 302 && call.method === 'POST')) return { ...call, url };
  const headers = Object.entries(call.headers).filter(([name]) => !/^content-/i.test(name));
  return { ...call, url, method: 'GET', body: Buffer.alloc(0), headers: Object.fromEntries(headers) };
}
