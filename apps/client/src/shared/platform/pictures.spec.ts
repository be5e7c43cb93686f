import { pictures } from './pictures';
import { PhotosRefused } from './pictures.types';

const answerPermission = (state: string | Error) =>
  Object.defineProperty(navigator, 'permissions', {
    configurable: true,
    value: { query: () => (state instanceof Error ? Promise.reject(state) : Promise.resolve({ state })) },
  });

/** The person closes the chooser, or takes files. */
const finishChooser = (files: File[]) => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(input, 'files', { value: files });
  input.dispatchEvent(new Event(files.length > 0 ? 'change' : 'cancel'));
  return input;
};

it('takes what was chosen, up to what fits, each under an id of its own', async () => {
  const choosing = pictures.choose('album', 2);
  const input = finishChooser([new File(['one'], 'a'), new File(['three'], 'b'), new File(['x'], 'c')]);
  expect(input.multiple).toBe(true);
  const chosen = await choosing;
  expect(chosen.map(({ bytes }) => bytes)).toEqual([3, 5]);
  expect(new Set(chosen.map(({ id }) => id)).size).toBe(2);
  expect(document.querySelector('input')).toBeNull();
});

it('takes a closed camera for a change of mind', async () => {
  answerPermission('prompt');
  const choosing = pictures.choose('camera', 1);
  finishChooser([]);
  expect(await choosing).toEqual([]);
});

it('takes it for a refusal where the browser keeps the camera closed', async () => {
  answerPermission('denied');
  const choosing = pictures.choose('camera', 1);
  finishChooser([]);
  await expect(choosing).rejects.toBeInstanceOf(PhotosRefused);
});

it('never takes a closed album for a refusal, nor the silence of a browser that does not say', async () => {
  answerPermission('denied');
  const album = pictures.choose('album', 9);
  finishChooser([]);
  expect(await album).toEqual([]);
  answerPermission(new TypeError('no such permission'));
  const camera = pictures.choose('camera', 1);
  finishChooser([]);
  expect(await camera).toEqual([]);
});
