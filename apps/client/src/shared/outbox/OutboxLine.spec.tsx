import { act, fireEvent, render, screen } from '@testing-library/react';
import { ApiError } from '../http/api-error';
import { session } from '../session/session';
import { answer, forget, ok } from '../../testing/fake-server';
import { STUDENT } from '../../testing/render';
import { outbox } from './outbox';
import { OutboxLine } from './OutboxLine';

let fate: ApiError;
const released: string[] = [];
outbox.register<string, void>('test', {
  lane: 'test',
  send: async () => {
    throw fate;
  },
  changes: () => [],
  describe: (payload) => `作业 ${payload}`,
  release: (payload) => void released.push(payload),
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const wait = async (...payloads: string[]) => {
  await act(async () => {
    for (const payload of payloads) await outbox.add('test', payload).tried;
  });
};

beforeEach(async () => {
  forget();
  localStorage.clear();
  released.length = 0;
  fate = new ApiError('NETWORK', 'cut');
  answer('POST /auth/refresh', ok({ accessToken: 'a', expiresIn: 900, user: STUDENT }));
  await act(() => session.begin({ accessToken: 'a', expiresIn: 900, user: STUDENT }));
  render(<OutboxLine />);
});

it('throws away the one that the person means, once it has said yes', async () => {
  await wait('one', 'two');
  press('2 件事等着上网后交');
  press('去掉：作业 two');
  expect(screen.getByText('「作业 two」还没有交上去。去掉以后不会再交，也找不回来。')).toBeTruthy();
  expect(released).toEqual([]);
  press('去掉它');
  expect(released).toEqual(['two']);
  expect(outbox.state().waiting.map(({ payload }) => payload)).toEqual(['one']);
  expect(screen.getByText('作业 one')).toBeTruthy(); // the list is there again
});

it('takes a thrown away homework back where it may have arrived, and offers no way to throw that away', async () => {
  outbox.register<string, void>('withdrawal', {
    lane: 'test',
    send: async () => {
      throw fate;
    },
    changes: () => [],
    describe: (payload) => `收回 ${payload}`,
    isUndo: true,
  });
  outbox.register<string, void>('arrived', {
    lane: 'test',
    send: async () => {
      throw fate;
    },
    changes: () => [],
    describe: (payload) => `作业 ${payload}`,
    undo: (payload) => ({ kind: 'withdrawal', payload }),
  });
  await act(async () => void (await outbox.add('arrived', 'one').tried));
  press('1 件事等着上网后交');
  press('去掉：作业 one');
  await act(async () => press('去掉它'));
  expect(outbox.state().waiting.map(({ kind }) => kind)).toEqual(['withdrawal']);
  expect(screen.queryByText('去掉这一件')).toBeNull();
  press('1 件事等着上网后交');
  expect(screen.getByText('收回 one')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /去掉/ })).toBeNull();
});

it('throws nothing away when the person does not want to', async () => {
  await wait('one');
  press('1 件事等着上网后交');
  press('去掉：作业 one');
  press('先不了');
  expect(outbox.state().waiting).toHaveLength(1);
  expect(screen.getByText('作业 one')).toBeTruthy();
});

it('asks no more about what has been handed in meanwhile', async () => {
  await wait('one');
  press('1 件事等着上网后交');
  press('去掉：作业 one');
  act(() => outbox.drop(outbox.state().waiting[0]!.id));
  expect(screen.queryByText('去掉这一件')).toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('does not come up by itself when the next write has to wait', async () => {
  await wait('one');
  press('1 件事等着上网后交');
  press('去掉：作业 one');
  press('去掉它');
  await wait('two');
  expect(screen.getByRole('button', { name: '1 件事等着上网后交' })).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('asks before it throws away what was refused, too', async () => {
  fate = new ApiError('CONSENT_REQUIRED', 'refused');
  await wait('one');
  press('有 1 件没交上，看一看');
  press('去掉：作业 one');
  expect(released).toEqual([]);
  press('去掉它');
  expect(outbox.state().refused).toEqual([]);
});
