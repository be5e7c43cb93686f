import path from 'node:path';
import { launch, launchH5 } from '@wuhao/weapp-runtime';
import { type Desk, layDesk, photoTests } from './photo-tests';

const dist = path.resolve(import.meta.dirname, '../../../../dist/client/weapp');
/** Built into the mini-program; the run maps it to where the server really listens. */
const API = 'https://api.wuhao.example';
/** What takes so long is slow because of the machine, or does not come. */
const PATIENCE_MS = 60_000;

let desk: Desk;
beforeAll(async () => {
  desk = await layDesk();
}, 180_000);
afterAll(() => desk?.server.remove(), 60_000);

describe('in the browser', () =>
  photoTests(
    () => desk,
    ({ address }) => launchH5({ address, patienceMs: PATIENCE_MS }),
  ));
describe('in the mini-program', () =>
  photoTests(
    () => desk,
    ({ address }) => launch({ dist, hosts: { [API]: address }, patienceMs: PATIENCE_MS }),
  ));
