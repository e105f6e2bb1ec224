import { spanOf } from '../../focus/start';
import { secondsOf } from '../../focus/step';
import type { Mode, Step } from '../../focus/view';
import type { StanceRecord } from '../../record/record';
import { calendarOf, type Day, dayFrom, dayOf } from '../../words/calendar';
import { formatYear, shortDay } from '../../words/dates';
import { count } from '../../words/counts';

export interface Preset {
  name: string;
  from: Day;
  to: Day;
}

/** The windows that are offered by name, those that say the same left out. */
export function windowPresets(record: StanceRecord, at: Day): Preset[] {
  const [first, last] = spanOf(record);
  const { year } = calendarOf(at);
  const own = windowOf(record.meta.view);
  const presets: Preset[] = [
    ...(own === null ? [] : [{ name: 'The first view of this record', ...own }]),
    { name: 'The whole record', from: first, to: last },
    { name: `The year ${formatYear(year)}`, from: dayFrom(year, 1, 1), to: dayFrom(year, 12, 31) },
    { name: `12 months up to ${shortDay(at)}`, from: at - 364, to: at },
    { name: `90 days up to ${shortDay(at)}`, from: at - 89, to: at },
  ];
  return presets.filter((a, i) => presets.findIndex((b) => b.from === a.from && b.to === a.to) === i);
}

/** The window that a state string names, or null. */
function windowOf(view: string): { from: Day; to: Day } | null {
  const params = new URLSearchParams(view.slice(view.indexOf('?') + 1));
  const from = dayOf(params.get('from') ?? '');
  const to = dayOf(params.get('to') ?? '');
  return Number.isNaN(from) || Number.isNaN(to) ? null : { from, to };
}

/**
 * Zooms a window about a day, which is kept where it stands on the screen: to `factor` times its length, a day at least. A factor above
 * 1 shows more days, up to the record's span (both days inclusive) and no farther; one below 1 fewer. A window that already reaches
 * beyond the span is not made wider.
 */
export function zoomed(
  from: Day,
  to: Day,
  about: Day,
  factor: number,
  [first, last]: readonly [Day, Day],
): { from: Day; to: Day } {
  const before = to - from + 1;
  const most = Math.max(last - first + 1, before);
  const length = Math.min(most, Math.max(1, factor > 1 ? Math.ceil(before * factor) : Math.floor(before * factor)));
  const start = Math.round(about + 0.5 - ((about - from + 0.5) / before) * length);
  // Growing uncovers nothing beyond the record as long as there is room on the other side.
  const kept = Math.max(Math.min(first, from), Math.min(Math.max(last, to) - length + 1, start));
  return { from: kept, to: kept + length - 1 };
}

/** "one week". */
export function stepWords(step: Step): string {
  return `one ${step}`;
}

/** The reading in words: what stands before the bold part, and the bold part. */
export function readingWords(mode: Mode, halfLife: number): { plain: string; bold: string } {
  switch (mode) {
    case 'decay':
      return { plain: 'a stance fades by half in', bold: count(halfLife, 'day') };
    case 'latest':
      return { plain: 'a stance is', bold: 'the latest row' };
    case 'mean':
      return { plain: 'a stance is', bold: 'the mean of the window' };
    case 'pivot':
      return { plain: 'a stance is', bold: 'the mean since its pivot' };
  }
}

/** Steps a second that are offered, slow to fast. */
export const SPEEDS = [0.5, 1, 2, 4, 8] as const;

/** "2 weeks a second". */
export function speedWords(speed: number, step: Step): string {
  return speed === 0.5 ? `half a ${step} a second` : `${count(speed, step)} a second`;
}

/** Whole seconds, at least one, that playing through the window takes. */
export function playSeconds(from: Day, to: Day, step: Step, speed: number): number {
  return Math.max(1, Math.round(secondsOf(from, to, step, speed)));
}
