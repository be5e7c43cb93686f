import type { AppDriver } from '@wuhao/weapp-runtime';
import { narrated } from './narrated';

it('does what it is told and writes it down', async () => {
  const tapped: string[] = [];
  class Finger {
    readonly target = 'h5';
    tap(label: string): Promise<void> {
      tapped.push(label);
      return Promise.resolve();
    }
  }
  const steps: string[] = [];
  const app = narrated(new Finger() as unknown as AppDriver, steps);
  await app.tap('Go', { nth: 1 });
  expect(app.target).toBe('h5');
  expect(tapped).toEqual(['Go']);
  expect(steps).toEqual(['tap "Go" {"nth":1}']);
});
