import type { Day } from '../words/calendar';

/** ms without a step after which the hand rests, and frames that must be drawn after them: a slow machine takes longer for a step. */
const REST = 150;
const FRAMES = 12;
/** Steps that the resting day stays behind at most, however long the hand moves without a pause. */
const MOST_STEPS = 60;
/** ms after which the hand rests although no frame was drawn: a page that is not seen draws none. */
const UNSEEN = 1000;

/** Calls back once nothing happened for a while; returns what calls that off. */
type Quiet = (then: () => void) => () => void;

/** By the clock and by the frames of the page; by the clock alone where there is no page. */
const onceQuiet: Quiet = (then) => {
  const draws = typeof requestAnimationFrame === 'function';
  let timer = setTimeout(() => {
    timer = setTimeout(end, UNSEEN);
    if (draws) count(FRAMES);
    else end();
  }, REST);
  let frame = 0;
  function count(left: number): void {
    if (left === 0) end();
    else frame = requestAnimationFrame(() => count(left - 1));
  }
  function stop(): void {
    clearTimeout(timer);
    if (draws) cancelAnimationFrame(frame);
  }
  function end(): void {
    stop();
    then();
  }
  return stop;
};

/**
 * The as-of date where the hand last rested. What is read rather than seen to move (sentences, lists of rows, the search for changes) may
 * follow it in a large record, so that a scrub pays for what moves alone. The first step after a pause counts as a rest: a single step shows
 * all of its day at once.
 */
export class Resting {
  #day: Day = $state.raw(0);
  readonly #quiet: Quiet;
  #stop: (() => void) | null = null;
  #steps = 0;

  /** @param quiet tells when the hand rests */
  constructor(day: Day, quiet: Quiet = onceQuiet) {
    this.#day = day;
    this.#quiet = quiet;
  }

  get day(): Day {
    return this.#day;
  }

  /** The hand stands on `day` and everything is to follow it at once. */
  set(day: Day): void {
    this.#stop?.();
    this.#stop = null;
    this.#steps = 0;
    this.#day = day;
  }

  /** The hand moved on to `day`, perhaps one of many steps. */
  move(day: Day): void {
    const moving = this.#stop !== null && this.#steps < MOST_STEPS;
    this.#stop?.();
    if (moving) this.#steps++;
    else {
      this.#steps = 0;
      this.#day = day;
    }
    this.#stop = this.#quiet(() => this.set(day));
  }
}
