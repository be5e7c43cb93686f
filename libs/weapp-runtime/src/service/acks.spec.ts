import { acknowledge, awaitAck, closeAcks, openAcks } from './acks';

it('calls back once, for the page that drew', () => {
  openAcks(1);
  const drawn: string[] = [];
  const ack = awaitAck(1, () => drawn.push('a'));
  acknowledge(2, ack);
  acknowledge(1, ack);
  acknowledge(1, ack);
  expect(drawn).toEqual(['a']);
  closeAcks(1);
});

it('forgets the callbacks of a page that is gone, and takes no new ones for it', () => {
  openAcks(3);
  const drawn: string[] = [];
  const before = awaitAck(3, () => drawn.push('before'));
  closeAcks(3);
  const after = awaitAck(3, () => drawn.push('after'));
  openAcks(3);
  acknowledge(3, before);
  acknowledge(3, after);
  expect(drawn).toEqual([]);
  closeAcks(3);
});
