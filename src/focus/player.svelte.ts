import { addStep } from './step';
import type { Focus } from './focus.svelte';

/** Plays the clock: moves the as-of date by the chosen step, so many steps a second, and stops at the window's end. */
export class Player {
  playing = $state(false);
  readonly #focus: Focus;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(focus: Focus) {
    this.#focus = focus;
  }

  toggle(): void {
    if (this.playing) this.stop();
    else this.play();
  }

  /** Starts at the window's first day where less than one step is left: to move a few days and stop is no playing. */
  play(): void {
    const { at, to, from, step } = this.#focus.state;
    if (addStep(at, step, 1) > to) this.#focus.moveTo(from);
    this.playing = true;
    this.#wait();
  }

  stop(): void {
    this.playing = false;
    clearTimeout(this.#timer);
  }

  /** One step forwards (1) or back (-1), within the window. */
  step(direction: 1 | -1): void {
    const { at, step, from, to } = this.#focus.state;
    this.#focus.moveTo(Math.min(to, Math.max(from, addStep(at, step, direction))));
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      if (!this.playing) return;
      this.step(1);
      if (this.#focus.state.at >= this.#focus.state.to) this.stop();
      else this.#wait();
    }, 1000 / this.#focus.state.speed);
  }
}
