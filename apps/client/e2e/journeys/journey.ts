import type { AppDriver } from '@wuhao/weapp-runtime';
import type { RunningServer } from '../server';
import type { StudentApi } from './student-api';

/**
 * What a person does with the product, in the words of the driver, so that it runs on every target.
 * A file of this folder that exports one as `journey` is run by the specs of both targets and by `npm run journeys`.
 */
/** Grading, or a server that comes back, on a machine that does ten other things. How long it takes is measured elsewhere. */
export const SLOWEST_MS = 120_000;

export interface Journey {
  /** A sentence: `loses the network in the middle of an upload and hands in one homework`. */
  title: string;
  /** It stops, restarts or breaks the server: then it gets one that no other journey uses. */
  ownServer?: true;
  /** Starts on the log-in page of a phone that nobody has used. Throws at the first thing that is not as it should be. */
  run(app: AppDriver, world: World): Promise<void>;
}

export interface Person {
  phone: string;
  password: string;
  nickname: string;
}

/** What is outside of the phone. */
export interface World {
  server: RunningServer;
  /** A person whom the server does not know yet. */
  newPerson(): Person;
  /** Makes an account of a student through the API; the phone knows nothing of it. */
  register(person?: Person): Promise<StudentApi>;
  /** A session of its own beside the phone's, to read back what the server has. */
  logIn(person: Person): Promise<StudentApi>;
  /** Photos of homework, by number from 1; the first is the fastest to grade and has wrong sums. */
  photo(n: number): string;
  /** 0 ≤ n < 1, the same again for the same seed: for moments and choices. */
  random(): number;
  /** Keeps a picture of this moment and checks what holds on every page. */
  look(name: string): Promise<void>;
}
