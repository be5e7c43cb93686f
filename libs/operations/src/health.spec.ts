import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { HealthView, ReadyView } from '@wuhao/contracts';
import { CoreModule, logger, Registry, type HealthPart } from '@wuhao/core';
import { OperationsModule } from './operations.module';
import { Readiness } from './readiness';

logger.level = 'silent';

let app: NestFastifyApplication;
let probes: number;
let database: HealthPart['probe'];

beforeEach(async () => {
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'performance'],
  });
  probes = 0;
  database = () => Promise.resolve();
  const module = await Test.createTestingModule({ imports: [CoreModule, OperationsModule] }).compile();
  const registry = module.get(Registry);
  registry.addHealthPart({ name: 'queue', probe: () => Promise.resolve() });
  registry.addHealthPart({ name: 'database', probe: () => (probes++, database()) });
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
});
afterEach(async () => {
  await app.close();
  jest.useRealTimers();
});

const get = (url: string) => app.inject({ method: 'GET', url });
const health = async () => {
  const answer = await get('/health');
  const { status, parts } = HealthView.parse(answer.json());
  return { code: answer.statusCode, status, parts: parts.map((part) => `${part.name} ${part.status}`) };
};
const ready = async () => {
  const answer = await get('/health/ready');
  return [answer.statusCode, ReadyView.parse(answer.json()).status];
};
const nextProbe = () => jest.advanceTimersByTimeAsync(3_000);

it('is healthy at its first answer', async () => {
  await app.init();
  expect(await health()).toEqual({
    code: 200,
    status: 'healthy',
    parts: ['queue healthy', 'database healthy'],
  });
  expect(await ready()).toEqual([200, 'ready']);
});

it('names the part that fails, and is well again when it is', async () => {
  await app.init();
  database = () => Promise.reject(new Error('connection refused'));
  await nextProbe();
  expect(await health()).toEqual({
    code: 503,
    status: 'unhealthy',
    parts: ['queue healthy', 'database unhealthy'],
  });
  expect(await ready()).toEqual([503, 'not_ready']);
  database = () => Promise.resolve();
  await nextProbe();
  expect((await health()).code).toBe(200);
});

it('does not wait for a part that never answers', async () => {
  await app.init();
  database = () => new Promise(() => undefined);
  await jest.advanceTimersByTimeAsync(3_000 + 2_000);
  expect((await health()).parts).toEqual(['queue healthy', 'database unhealthy']);
});

it('starts no work, however often it is asked', async () => {
  await app.init();
  for (let n = 0; n < 20; n++) await Promise.all([get('/health'), get('/health/ready'), get('/health/live')]);
  expect(probes).toBe(1);
});

it('is alive but not ready while it drains', async () => {
  await app.init();
  app.get(Readiness).drain();
  expect(await ready()).toEqual([503, 'not_ready']);
  expect((await health()).code).toBe(200);
  const live = await get('/health/live');
  expect([live.statusCode, live.json()]).toEqual([200, { status: 'live' }]);
});

it('is neither healthy nor ready before it was probed', async () => {
  let answered: () => void = () => undefined;
  database = () => new Promise<void>((resolve) => (answered = resolve));
  const starting = app.init();
  await jest.advanceTimersByTimeAsync(0);
  expect(app.get(Readiness).isReady()).toBe(false);
  answered();
  await starting;
  expect(app.get(Readiness).isReady()).toBe(true);
});
