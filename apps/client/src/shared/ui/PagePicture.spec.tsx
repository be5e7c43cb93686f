import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { picture } from '../../testing/views';
import { PagePicture } from './PagePicture';

it('lays the sharp picture over the small one, and is one picture to a screen reader', () => {
  const { container } = render(<PagePicture picture={picture} label="第 1 页" />);
  const addresses = [...container.querySelectorAll('img')].map((image) => image.getAttribute('src'));
  expect(addresses).toEqual([picture.thumbnailUrl, picture.url]);
  expect(screen.getAllByRole('img')).toHaveLength(1);
  expect(screen.getByRole('img', { name: '第 1 页' }).getAttribute('src')).toBe(picture.url);
});

it('shows the small one where the sharp one is lost', async () => {
  render(<PagePicture picture={picture} label="第 1 页" />);
  fireEvent.error(screen.getByRole('img'));
  const [small, sharp] = document.querySelectorAll('img');
  await waitFor(() => expect(sharp?.className).toContain('is-missing'));
  expect(small?.className).not.toContain('is-missing');
});
