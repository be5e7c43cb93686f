import { fireEvent, screen } from '@testing-library/react';
import { photoDraft } from '../features/homework/use-photo-draft';
import { pictures } from '../shared/platform/pictures';
import { answer, forget, ok, refused, type Seen } from './fake-server';

/** What the camera or the album gives next. */
export const choose = jest.spyOn(pictures, 'choose');

export const photo = (id: string) => ({ id, url: `blob:${id}`, file: new File(['x'], id) });

export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** To a page that has none yet. */
export const addPhotos = async (...ids: string[]) => {
  choose.mockResolvedValueOnce(ids.map(photo));
  press('相册');
  await screen.findByRole('button', { name: new RegExp(`^第 ${ids.length} 张照片`) });
};

export const handIn = () => fireEvent.click(screen.getByRole('button', { name: /交上去批改|再试一次/ }));

export const upload = ({ body }: Seen) => ok({ id: `file-of-${(body as { photo: string }).photo}` }, 201);
const NOT_THERE = refused(404, 'NOT_FOUND');

/** An empty page before a server that takes everything and has none of these photos yet. */
export const beginAnew = (...ids: string[]): void => {
  forget();
  photoDraft.clear();
  for (const id of ids) answer(`GET /files/uploads/${id}`, NOT_THERE);
  answer('POST /files/upload', upload);
  answer('POST /homework', ok({ id: 'h1', status: 'queued' }, 202));
};
