import { forget } from '../../testing/fake-server';
import { pictureStore } from '../platform/picture-store';
import { session } from '../session/session';
import { keepReads } from './read-cache';

it('forgets at a start of nobody the pictures that the last visit could not forget', async () => {
  forget();
  const clear = jest.spyOn(pictureStore, 'clear');
  keepReads();
  expect(clear).not.toHaveBeenCalled(); // whose they are is not known yet
  await session.restore();
  expect(session.state().status).toBe('out');
  expect(clear).toHaveBeenCalled();
});
