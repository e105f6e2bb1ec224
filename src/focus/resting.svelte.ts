import type { Day } from '../words/calendar';

/** ms without a step after which the hand rests. */
const REST = 250;
/** ms that the resting day stays behind at most, however long the hand moves without a pause. */
const LONGEST = 1000;

/**
 * The as-of date where the hand last rested. What is read rather than seen to move (sentences, lists of rows, the search for changes) may
 * follow it in a large record, so that a scrub pays for what moves alone. The first step after a pause counts as a rest: a single step shows
 * all of its day at once.
 */
export class Resting {
  #day: Day = $state.raw(0);
  #next: Day = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #moved = -Infinity;
  #behind = 0;

  constructor(day: Day) {
    this.#day = day;
  }

  get day(): Day {
    return this.#day;
  }

  /** The hand stands on `day` and everything is to follow it at once. */
  set(day: Day): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#day = day;
  }

  /**
   * The hand moved on to `day`, perhaps one of many steps.
   *
   * @param now ms on a clock that only goes forward
   */
  move(day: Day, now: number): void {
    const moving = now - this.#moved < REST;
    this.#moved = now;
    if (!moving) {
      this.set(day);
      return;
    }
    this.#next = day;
    if (this.#timer === null) this.#behind = now;
    else clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(REST, this.#behind + LONGEST - now));
    this.#timer = setTimeout(() => this.set(this.#next), wait);
  }
}
