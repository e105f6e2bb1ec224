import type { Day } from '../../words/calendar';
import type { Stretch } from './stepsModel';

/** The pair's line for the ear: its height as pitch, its way through time as time. */

/** A tone that stands still, as the stance does between two rows. */
export interface Tone {
  /** Seconds from the beginning; a day on which nothing is known is silent. */
  start: number;
  end: number;
  /** Hz. */
  pitch: number;
  /** Long silent: played softer, as it is drawn paler. */
  soft: boolean;
}

/** Seconds that a window takes, however long it is. */
export const LENGTH = 8;

/** The pitch of a score: a tuning fork's 440 Hz (ISO 16) at 0, an octave for every two points, so that equal steps sound equally large. */
export const pitchOf = (value: number): number => 440 * 2 ** (value / 2);

/**
 * Tones of one holder's line in a window, in order of time.
 *
 * @param window first day, and the day after the last
 */
export function tonesOf(stretches: readonly Stretch[], [from, until]: readonly [Day, Day], seconds = LENGTH): Tone[] {
  const second = (day: Day) => ((Math.min(until, Math.max(from, day)) - from) / (until - from)) * seconds;
  return stretches.flatMap((stretch) => {
    const [start, end] = [second(stretch.from), second(stretch.until)];
    return start < end ? [{ start, end, pitch: pitchOf(stretch.value), soft: stretch.stale }] : [];
  });
}
