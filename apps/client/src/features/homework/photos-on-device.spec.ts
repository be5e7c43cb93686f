import { deviceStore } from '../../shared/platform/device-store';
import { keptPhotos } from '../../shared/platform/kept-photos';
import { keptDrafts, sweepPhotos } from './photos-on-device';

const page = (id: string) => ({
  ...{ key: id, source: { id }, photo: { id }, edit: { turns: 0, crop: { x: 0, y: 0, w: 1, h: 1 } } },
  ...{ hints: [], canEdit: true },
});
const files = new Set<string>();

beforeEach(() => {
  localStorage.clear();
  files.clear();
  ['named', 'nameless', 'handed in'].forEach((id) => files.add(id));
  jest.spyOn(keptPhotos, 'ids').mockImplementation(async () => [...files]);
  jest.spyOn(keptPhotos, 'remove').mockImplementation(async (id) => void files.delete(id));
  keptDrafts.write('s', { pages: [page('named')], subject: 'math' });
  deviceStore.write('of.s.outbox.1', JSON.stringify({ id: '1', kind: 'k', payload: 'handed in' }));
});
afterEach(() => jest.restoreAllMocks());

it('removes the photos that nobody names', async () => {
  await sweepPhotos();
  expect([...files]).toEqual(['named', 'handed in']);
});

it.each(['names', 'read'] as const)('leaves every photo where %s fails once', async (part) => {
  jest.spyOn(deviceStore, part).mockReturnValueOnce(undefined);
  await sweepPhotos();
  expect([...files]).toEqual(['named', 'nameless', 'handed in']);
});
