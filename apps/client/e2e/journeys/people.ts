import { existsSync } from 'node:fs';
import path from 'node:path';
import type { People, Person } from './journey';
import { StudentApi } from './student-api';

const SAMPLES = path.resolve(import.meta.dirname, '../../../../samples');
const PHONES = 100_000_000;

/** Mulberry32: small, and the same on every machine. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Around the server at this address. */
export function createPeople(seed: number, address: string): People {
  const random = randomFrom(seed);
  const newPerson = (): Person => ({
    phone: `139${String(Math.floor(random() * PHONES)).padStart(8, '0')}`,
    password: `paper-${Math.floor(random() * PHONES)}`,
    nickname: '小测',
  });
  return {
    newPerson,
    register: (person = newPerson()) => StudentApi.register(address, person),
    logIn: (person) => StudentApi.logIn(address, person),
    photo: (n) => {
      const file = path.join(SAMPLES, `sheet-${n}.jpg`);
      if (!existsSync(file)) throw new Error(`there is no sample sheet ${n}`);
      return file;
    },
    random,
  };
}
