import type { AppDriver } from '@wuhao/weapp-runtime';
import { forgiveLostRequests } from './steps';

const BROWSER = 'console.error: Failed to load resource:';

/** What is left of these problems. */
function leftOf(target: AppDriver['target'], problems: string[]): string[] {
  let left = problems;
  const app = {
    target,
    forgive: (pattern: RegExp) => {
      left = left.filter((problem) => !pattern.test(problem));
    },
  };
  forgiveLostRequests(app as AppDriver);
  return left;
}

it('forgives the browser’s own lines of requests that came to nothing', () => {
  const lines = [
    `${BROWSER} net::ERR_INTERNET_DISCONNECTED (http://localhost:1/api/v1/files/upload)`,
    `${BROWSER} net::ERR_CONNECTION_REFUSED (http://localhost:1/api/v1/health/live)`,
    `${BROWSER} the server responded with a status of 401 (Unauthorized) (http://localhost:1/api/v1/mistakes/1)`,
    `${BROWSER} the server responded with a status of 404 (Not Found) (http://localhost:1/api/v1/files/uploads/1)`,
  ];
  expect(leftOf('h5', lines)).toEqual([]);
});

it.each(['h5', 'weapp'] as const)(
  'forgives nothing that the app lets fall or says itself, on %s',
  (target) => {
    const lines = [
      'unhandled rejection: request:fail net::ERR_INTERNET_DISCONNECTED',
      'unhandled rejection: TypeError: Failed to fetch',
      'error: Failed to load resource: net::ERR_FAILED (x)',
      'console.error: net::ERR_INTERNET_DISCONNECTED',
      'console.error: view: failed to load https://api.example/picture: net::ERR_INTERNET_DISCONNECTED',
      `${BROWSER} the server responded with a status of 404 (Not Found) (http://localhost:1/api/v1/mistakes/1)`,
      `${BROWSER} the server responded with a status of 500 (Internal Server Error) (http://localhost:1/api/v1/me)`,
    ];
    expect(leftOf(target, lines)).toEqual(lines);
  },
);
