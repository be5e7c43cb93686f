import { AbortController } from './abort-controller';

it('tells its listeners once, with the first reason', () => {
  const controller = new AbortController();
  const heard: string[] = [];
  const gone = () => heard.push('gone');
  controller.signal.addEventListener('abort', () => heard.push('listener'));
  controller.signal.addEventListener('abort', gone);
  controller.signal.removeEventListener('abort', gone);
  controller.signal.onabort = () => heard.push('handler');
  controller.abort('first');
  controller.abort('second');
  expect(heard).toEqual(['handler', 'listener']);
  expect(controller.signal).toMatchObject({ aborted: true, reason: 'first' });
  expect(() => controller.signal.throwIfAborted()).toThrow('first');
});
