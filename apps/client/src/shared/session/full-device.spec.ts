import { session } from './session';

const user = { id: 's', role: 'student', nickname: '小雨', phone: null } as const;

it('begins on a device that is full of what was read', async () => {
  localStorage.setItem('wuhao.of.s.reads', 'much');
  const write = Storage.prototype.setItem;
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, name, text) {
    if (localStorage.getItem('wuhao.of.s.reads')) throw new DOMException('no room', 'QuotaExceededError');
    write.call(this, name, text);
  });
  await session.begin({ accessToken: 'a', expiresIn: 900, user });
  expect(session.state().status).toBe('in');
  expect(localStorage.getItem('wuhao.signedIn')).toBe('1');
});
