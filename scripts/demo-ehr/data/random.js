/**
 * A small seeded generator (mulberry32): the same seed gives the same invented people.
 */
export class Random {
  #state;

  /** @param {string} seed */
  constructor(seed) {
    this.#state = 2166136261;
    for (const character of seed) {
      this.#state = Math.imul(this.#state ^ character.codePointAt(0), 16777619);
    }
  }

  /** @returns {number} in [0, 1) */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /**
   * @param {number} low
   * @param {number} high inclusive
   * @returns {number} a whole number
   */
  whole(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }
}
