import type { FromView } from '../../protocol';

/** What a part can ask of what is around its page. */
interface Surroundings {
  send(message: FromView): void;
  /** Fails the test by the name of what is not carried out. */
  lack(name: string): void;
}

let around: Surroundings;

export const setSurroundings = (given: Surroundings): void => {
  around = given;
};
export const send = (message: FromView): void => around.send(message);
export const lack = (name: string): void => around.lack(name);
