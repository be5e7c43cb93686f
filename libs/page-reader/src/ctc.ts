import { OTHER, SIGNS } from './alphabet';

/** Probabilities of the signs at each step, `steps` rows of SIGNS.length. */
export type Steps = { steps: number; data: Float32Array };
export type Reading = { text: string; probability: number };

const BEAM_WIDTH = 16;
const MIN_PROBABILITY = 0.004;

type Beam = { text: string; last: number; blank: number; sign: number };

const [DOT, DOTS] = [SIGNS.indexOf('.'), SIGNS.indexOf('…')];

/**
 * Makes one `…` of a row of dots: the recogniser sees some of the six, each time another number. Changes the steps.
 */
export function joinDots({ steps, data }: Steps): Steps {
  const at = (step: number, sign: number) => step * SIGNS.length + sign;
  const dots = (step: number) => data[at(step, DOT)]! + data[at(step, DOTS)]!;
  const isOpen = (step: number) => dots(step) + data[at(step, 0)]! > 0.5;
  for (let from = 0; from < steps; from++) {
    if (dots(from) < 0.3) continue;
    let [last, peaks] = [from, 1];
    for (let step = from + 1; step < steps && isOpen(step); step++) {
      if (dots(step) < 0.3) continue;
      if (dots(step - 1) < 0.3 || data[at(step, DOTS)]! > 0.3) peaks++;
      last = step;
    }
    if (peaks < 2) continue;
    for (let step = from; step <= last; step++) {
      data.fill(0, at(step, 0), at(step + 1, 0));
      data[at(step, DOTS)] = 1;
    }
    from = last;
  }
  return { steps, data };
}

/** The probability of exactly this reading (CTC forward). */
export function probabilityOf({ steps, data }: Steps, text: string): number {
  const signs = [...text].flatMap((sign) => [SIGNS.indexOf(sign), 0]);
  const states = [0, ...signs];
  let forward = new Float64Array(states.length);
  forward[0] = 1;
  for (let step = 0; step < steps; step++) {
    const next = new Float64Array(states.length);
    for (let state = 0; state < states.length; state++) {
      const sign = states[state]!;
      let sum = forward[state]! + (state > 0 ? forward[state - 1]! : 0);
      if (sign > 0 && state > 1 && states[state - 2] !== sign) sum += forward[state - 2]!;
      next[state] = sum * data[step * SIGNS.length + sign]!;
    }
    forward = next;
  }
  return forward[states.length - 1]! + (forward[states.length - 2] ?? 0);
}

/** The likeliest readings of a line with their probabilities (CTC prefix beam search), best first. */
export function readings({ steps, data }: Steps, limit = 12): Reading[] {
  let beams: Beam[] = [{ text: '', last: 0, blank: 1, sign: 0 }];
  for (let step = 0; step < steps; step++) {
    const row = data.subarray(step * SIGNS.length, (step + 1) * SIGNS.length);
    const likely: number[] = [];
    for (let sign = 1; sign < SIGNS.length; sign++) if (row[sign]! > MIN_PROBABILITY) likely.push(sign);
    const next = new Map<string, Beam>();
    const beamOf = (text: string, last: number): Beam => {
      let beam = next.get(text);
      if (!beam) next.set(text, (beam = { text, last, blank: 0, sign: 0 }));
      return beam;
    };
    for (const beam of beams) {
      const total = beam.blank + beam.sign;
      const same = beamOf(beam.text, beam.last);
      same.blank += total * row[0]!;
      if (beam.last > 0) same.sign += beam.sign * row[beam.last]!;
      for (const sign of likely) {
        const from = sign === beam.last ? beam.blank : total;
        if (from > 0) beamOf(beam.text + SIGNS[sign]!, sign).sign += from * row[sign]!;
      }
    }
    beams = [...next.values()].sort((a, b) => b.blank + b.sign - a.blank - a.sign).slice(0, BEAM_WIDTH);
  }
  return beams
    .slice(0, limit)
    .map(({ text, blank, sign }) => ({ text, probability: blank + sign }))
    .filter(({ probability }) => probability > 1e-4);
}

/** The likeliest sign of each step, joined where it stays, with where it stands as a share of the length. */
export function signsAlong({ steps, data }: Steps): { sign: string; from: number; to: number; p: number }[] {
  const found: { sign: string; from: number; to: number; p: number }[] = [];
  let previous = 0;
  for (let step = 0; step < steps; step++) {
    let best = 0;
    for (let sign = 1; sign <= OTHER; sign++)
      if (data[step * SIGNS.length + sign]! > data[step * SIGNS.length + best]!) best = sign;
    const p = data[step * SIGNS.length + best]!;
    const last = found.at(-1);
    if (best > 0 && best === previous && last) {
      last.to = (step + 1) / steps;
      last.p = Math.max(last.p, p);
    } else if (best > 0) found.push({ sign: SIGNS[best]!, from: step / steps, to: (step + 1) / steps, p });
    previous = best;
  }
  return found;
}
