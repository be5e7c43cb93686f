import { fireEvent, screen } from '@testing-library/react';
import { photoWords } from '../shared/photo/photo.zh';
import { renderPage } from '../testing/render';
import { Gallery } from './Gallery';
import { gallery } from './gallery.zh';

it.each(Object.keys(gallery.sections))('draws the group %s', async (section) => {
  const { container } = await renderPage(<Gallery />, { params: { section } });
  expect(container.querySelectorAll('.sample').length).toBeGreaterThan(0);
});

it.each([
  [gallery.refused, photoWords.refusedTitle.camera],
  [gallery.stillRefused, photoWords.stillRefused],
  [gallery.privacy, photoWords.privacyTitle],
  [gallery.failed, photoWords.failedTitle],
  [gallery.confirmBusy, gallery.confirmText],
  [gallery.confirmFailed, gallery.confirmText],
])('shows what comes over a page: %s', async (button, words) => {
  await renderPage(<Gallery />, { params: { section: 'layers' } });
  fireEvent.click(screen.getByRole('button', { name: button }));
  expect(screen.getByText(words)).toBeTruthy();
});
