import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ApiError } from '../../shared/http/api-error';
import { pictures } from '../../shared/platform/pictures';
import { answer, forget, ok, seenOf } from '../../testing/fake-server';
import { renderPage } from '../../testing/render';
import { moves } from '../../testing/taro';
import { mistake } from '../../testing/views';
import AddMistakePage from './add';

const choose = jest.spyOn(pictures, 'choose');
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: '放进错题本' }));

beforeEach(() => {
  forget();
  answer('POST /files/upload', ok({ id: 'f1' }, 201));
  answer('POST /mistakes', ok(mistake({ id: 'm9' }), 201));
});

it('needs a photo or a question', async () => {
  await renderPage(<AddMistakePage />);
  save();
  expect(screen.getByRole('alert').textContent).toBe('拍一张照片，或者写下题目');
  expect(seenOf('POST /mistakes')).toHaveLength(0);
});

it('saves what was typed and leads to it', async () => {
  await renderPage(<AddMistakePage />);
  fill('题目（可以打字）', ' 3/4 + 1/8 = ');
  fill('当时写的答案（可以不填）', '4/12');
  fill('知识点（用空格隔开）', '异分母加法、通分');
  fireEvent.click(screen.getByRole('button', { name: '概念没弄清' }));
  save();
  await waitFor(() => expect(moves).toContainEqual({ how: 'replace', url: '/pages/mistakes/detail?id=m9' }));
  expect(seenOf('POST /mistakes')[0]?.body).toEqual({
    subject: 'math',
    question: '3/4 + 1/8 =',
    studentAnswer: '4/12',
    cause: 'concept',
    knowledgePoints: ['异分母加法', '通分'],
  });
});

it('saves a photo alone, under the same keys when it has to be sent again', async () => {
  choose.mockResolvedValueOnce([{ id: 'p1', url: 'blob:p1', file: new File(['x'], 'p1') }]);
  const lost = new ApiError('TIMEOUT', 'lost');
  answer('POST /mistakes', lost, lost, ok(mistake({ id: 'm9' }), 201));
  await renderPage(<AddMistakePage />);
  fireEvent.click(screen.getByRole('button', { name: '拍下题目' }));
  await screen.findByAltText('题目的照片');
  save();
  expect(await screen.findByText('网络有点慢，内容都还在')).toBeTruthy();
  save();
  await waitFor(() => expect(seenOf('POST /mistakes')).toHaveLength(3));
  const [first, ...again] = seenOf('POST /mistakes');
  expect(again).toEqual([first, first]);
  expect(seenOf('POST /files/upload').map(({ headers }) => headers['Idempotency-Key'])).toEqual(['p1', 'p1']);
});
