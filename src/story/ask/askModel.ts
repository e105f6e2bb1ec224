import Papa from 'papaparse';
import { pairOf, sliceRecord, type Filters } from '../../analysis/slice';
import { runStances, stanceAt } from '../../analysis/stance/stance';
import type { StanceRecord } from '../../record/record';
import { isoOf, type Day } from '../../words/calendar';
import { scored } from '../../words/scores';
import { decimal } from '../../words/numbers';
import type { Answer } from './answerStore';

/** A line that a reader draws before the record is drawn over it. */

/** Days at which the line has a point: few enough to draw, enough to turn. */
export const POINTS = 7;

/** `POINTS` days from the first to the last of a window, evenly apart, both included; fewer in a window of fewer days. */
export function daysOf(from: Day, to: Day): Day[] {
  const n = Math.min(POINTS, Math.max(1, to - from + 1));
  return n === 1 ? [from] : Array.from({ length: n }, (_, i) => Math.round(from + (i * (to - from)) / (n - 1)));
}

/** What is asked of a window of the record. */
export interface Asked {
  from: Day;
  to: Day;
  halfLife: number;
  filters: Filters;
  pair: readonly [holder: number, target: number];
}

/**
 * The running stance of the pair (recent rows count more) at days, or at every day of a row where none are given; null where the
 * record has no row of it by then.
 */
export function recordLine(
  record: StanceRecord,
  { from, halfLife, filters, pair }: Asked,
  days: readonly Day[],
): (number | null)[] {
  const slice = sliceRecord(record, filters);
  const running = runStances(slice, { mode: 'decay', halfLife, from });
  const at = pairOf(slice, ...pair);
  return days.map((day) => (at < 0 ? null : (stanceAt(running, at, day)?.value ?? null)));
}

/** How far a drawn line lies from the record's: the mean of the distances at the days that the record covers; null where it covers none. */
export function distance(drawn: readonly number[], record: readonly (number | null)[]): number | null {
  const apart = drawn.flatMap((value, i) => {
    const there = record[i];
    return there === null || there === undefined ? [] : [Math.abs(value - there)];
  });
  return apart.length === 0 ? null : apart.reduce((sum, one) => sum + one, 0) / apart.length;
}

/** In a sentence: how far the line lies from the record, and where both end. */
export function distanceWords(drawn: readonly number[], record: readonly (number | null)[]): string {
  const apart = distance(drawn, record);
  if (apart === null) return 'The record has no row of this pair by then: nothing is drawn over your line.';
  const [mine, theirs] = [drawn.at(-1), record.at(-1)];
  const end =
    mine === undefined || theirs === null || theirs === undefined
      ? ''
      : ` You end at ${scored(mine)}, the record at ${scored(theirs)}.`;
  return `Your line lies ${decimal(apart, 1)} from the record’s on average; the scale has 4.${end}`;
}

/** A value at a place of a plot: the scale runs from 2 at the top to -2 at the bottom, in steps of a tenth. */
export function valueAt(y: number, top: number, height: number): number {
  const value = 2 - (4 * (y - top)) / height;
  return Math.round(Math.min(2, Math.max(-2, value)) * 10) / 10;
}

/** A value after a key was pressed on a point: a tenth by an arrow, a half by a page; null for a key that moves nothing. */
export function keyed(value: number, key: string): number | null {
  const moves: Record<string, number> = {
    ArrowUp: 0.1,
    ArrowRight: 0.1,
    ArrowDown: -0.1,
    ArrowLeft: -0.1,
    PageUp: 0.5,
    PageDown: -0.5,
  };
  if (key === 'Home') return -2;
  if (key === 'End') return 2;
  const by = moves[key];
  return by === undefined ? null : Math.round(Math.min(2, Math.max(-2, value + by)) * 10) / 10;
}

/** Answers as a table: a row a scene; a line as its values at its days. */
export function answersCsv(answers: readonly Answer[], daysOfScene: (scene: number) => readonly Day[]): string {
  const rows = answers.map(({ scene, question, text, line }) => {
    const days = daysOfScene(scene);
    const drawn = line.map((value, i) => `${days[i] === undefined ? '' : isoOf(days[i])} ${value}`.trim()).join(';');
    return [String(scene), question, text, drawn];
  });
  return `${Papa.unparse([['scene', 'question', 'answer', 'line'], ...rows], { newline: '\n' })}\n`;
}
