import { fireEvent, screen } from '@testing-library/react';
import { forget } from '../../testing/fake-server';
import { renderPage } from '../../testing/render';
import { textSize } from '../../shared/ui/text-size';
import MePage from './me';

beforeEach(() => {
  forget();
  textSize.set('standard');
});

it('makes the letters of every page larger at once, and keeps that on the device', async () => {
  const { container } = await renderPage(<MePage />);
  const frame = container.querySelector('.frame')!;
  expect(frame.classList).toContain('text-standard');
  fireEvent.click(screen.getByRole('button', { name: /字的大小/ }));
  fireEvent.click(screen.getByText('特大'));
  expect(frame.classList).toContain('text-largest');
  expect(localStorage.getItem('wuhao.device.textSize')).toBe('largest');
});
