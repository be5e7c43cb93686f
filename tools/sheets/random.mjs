// A seeded source of chance, so that a sheet can be made again (mulberry32).
export class Chance {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  between(low, high) {
    return low + this.next() * (high - low);
  }

  whole(low, high) {
    return Math.floor(this.between(low, high + 1));
  }

  pick(choices) {
    return choices[Math.floor(this.next() * choices.length)];
  }

  happens(probability) {
    return this.next() < probability;
  }

  /** Bell-shaped around 0 with deviation 1. */
  bell() {
    return this.next() + this.next() + this.next() + this.next() - 2;
  }
}
