import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Journey } from '../journeys/journey';

const FOLDER = path.resolve(import.meta.dirname, '../journeys');

/** Names of all journeys: the files of the folder that export one. */
export const listJourneys = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /^export const journey: Journey\b/m.test(readFileSync(path.join(FOLDER, file), 'utf8')))
    .map((file) => path.basename(file, '.ts'))
    .sort();

export const readJourney = async (name: string): Promise<Journey> =>
  ((await import(`../journeys/${name}.ts`)) as { journey: Journey }).journey;
