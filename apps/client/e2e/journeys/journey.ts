import type { AppDriver } from '@wuhao/weapp-runtime';
import type { Door } from '../stage/door';
import type { StudentApi } from './student-api';

/** Grading, or an app that finds its server again, on a machine that does ten other things. How long it takes is measured elsewhere. */
export const SLOWEST_MS = 120_000;

/**
 * What a person does with the product, in the words of the driver, so that it runs on every target.
 * A file of this folder that exports one as `journey` is run by the specs of both targets and by `npm run journeys`.
 */
export interface Journey {
  /** A sentence: `loses the network in the middle of an upload and hands in one homework`. */
  title: string;
  /** It shuts the door of the server: the H5 app's own files come as from a CDN then. */
  losesServer?: true;
  /** Starts on the log-in page of a phone that nobody has used. Throws at the first thing that is not as it should be. */
  run(app: AppDriver, world: World): Promise<void>;
}

export interface Person {
  phone: string;
  password: string;
  nickname: string;
}

/** Who uses phones and knows the server. */
export interface People {
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
}

/** What is outside of the phone. */
export interface World extends People {
  /** Between this phone and the server. */
  door: Pick<Door, 'address' | 'open' | 'shut' | 'expireAccessTokens' | 'passages'>;
  /** Keeps a picture of this moment and checks what holds on every page. */
  look(name: string): Promise<void>;
}
