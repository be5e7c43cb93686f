import type { ToLogic } from '../protocol';
import { BACKGROUND_MS, Suspension } from './suspension';

let delivered: ToLogic[];
let logic: Suspension;
const timer = (id: number): ToLogic => ({ kind: 'timer', id });

beforeEach(() => {
  jest.useFakeTimers();
  delivered = [];
  logic = new Suspension((message) => delivered.push(message));
});
afterEach(() => jest.useRealTimers());

it('lets the app go on for five seconds in the background, and holds what comes later', () => {
  logic.background();
  jest.advanceTimersByTime(BACKGROUND_MS - 1);
  logic.send(timer(1));
  jest.advanceTimersByTime(1);
  logic.send(timer(2));
  logic.send(timer(3));
  expect(delivered).toEqual([timer(1)]);
});

it('hands over in order what was held, when the app is back', () => {
  logic.background();
  jest.advanceTimersByTime(BACKGROUND_MS);
  logic.send(timer(1));
  logic.send(timer(2));
  logic.foreground();
  logic.send(timer(3));
  expect(delivered).toEqual([timer(1), timer(2), timer(3)]);
});

it('does not stop an app that came back in time', () => {
  logic.background();
  jest.advanceTimersByTime(BACKGROUND_MS - 1);
  logic.foreground();
  jest.advanceTimersByTime(BACKGROUND_MS);
  logic.send(timer(1));
  expect(delivered).toEqual([timer(1)]);
});
