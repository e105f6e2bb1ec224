import type { Slice } from '../../analysis/slice';
import type { StanceRecord } from '../../record/record';
import type { EventMark } from '../events/eventsModel';
import { whenOf } from '../../record/when';
import { shortDay, vagueDate } from '../../words/dates';
import type { Stem } from '../lanes/stemsModel';
import type { Bracket } from '../lanes/tiesModel';
import { GRADE_WORDS, scored } from '../../words/scores';
import { count } from '../../words/counts';

/** One thing in the plot that the keyboard can stop at. */
export interface Stop {
  x: number;
  /** Evidence ids that Enter opens; empty for a tie. */
  ids: readonly string[];
  /** Index of the tie that Enter selects. */
  tie?: number;
  text: string;
}

/** A lane with its stops from left to right. */
export interface Track {
  label: string;
  stops: readonly Stop[];
}

export interface Cursor {
  track: number;
  stop: number;
}

/**
 * Where a key takes the cursor: left and right to the neighbour in the lane, up and down to the nearest stop of the next lane that has
 * any, Home and End to the lane's ends. Null for a key that is none of these.
 */
export function moveCursor(tracks: readonly Track[], cursor: Cursor, key: string): Cursor | null {
  const stops = tracks[cursor.track]?.stops ?? [];
  switch (key) {
    case 'ArrowRight':
      return { ...cursor, stop: Math.min(stops.length - 1, cursor.stop + 1) };
    case 'ArrowLeft':
      return { ...cursor, stop: Math.max(0, cursor.stop - 1) };
    case 'Home':
      return { ...cursor, stop: 0 };
    case 'End':
      return { ...cursor, stop: Math.max(0, stops.length - 1) };
    case 'ArrowDown':
    case 'ArrowUp': {
      const direction = key === 'ArrowDown' ? 1 : -1;
      const x = stops[cursor.stop]?.x ?? 0;
      for (let track = cursor.track + direction; tracks[track] !== undefined; track += direction) {
        const stop = nearestStop(tracks[track]!.stops, x);
        if (stop >= 0) return { track, stop };
      }
      return cursor;
    }
    default:
      return null;
  }
}

/** Keeps a cursor on something that is there: the window may have changed under it. */
export function soundCursor(tracks: readonly Track[], cursor: Cursor): Cursor | null {
  const stops = tracks[cursor.track]?.stops;
  if (stops !== undefined && stops.length > 0) return { track: cursor.track, stop: Math.min(cursor.stop, stops.length - 1) };
  const track = tracks.findIndex((other) => other.stops.length > 0);
  return track < 0 ? null : { track, stop: 0 };
}

/** The keyboard enters a lane at the stop nearest to `x`. */
export function enterAt(tracks: readonly Track[], track: number, x: number): Cursor {
  return { track, stop: Math.max(0, nearestStop(tracks[track]?.stops ?? [], x)) };
}

function nearestStop(stops: readonly Stop[], x: number): number {
  let best = -1;
  stops.forEach((stop, i) => {
    if (best < 0 || Math.abs(stop.x - x) < Math.abs(stops[best]!.x - x)) best = i;
  });
  return best;
}

/** Evidence ids behind a stem, each once. */
export function stemIds(slice: Slice, stem: Stem): string[] {
  const { stances, evidence } = slice.record;
  return [...new Set(stem.rows.map((k) => evidence.id[stances.evidence[slice.row[k]!]!]!))];
}

/** "12 Sep 2025, Donald Tusk: Poland shuts the border, −2 hostile". */
export function stemWords(slice: Slice, stem: Stem): string {
  const { stances, evidence, actors } = slice.record;
  if (stem.rows.length > 1) return `${shortDay(stem.day)}: ${count(stem.rows.length, 'row')}, mean ${GRADE_WORDS[stem.grade]}`;
  const k = stem.rows[0]!;
  const e = stances.evidence[slice.row[k]!]!;
  const speaker = evidence.speaker[e]! >= 0 ? `${actors[evidence.speaker[e]!]!.name}: ` : '';
  return `${dateWords(slice.record, e)}, ${speaker}${evidence.title[e]!}, ${scored(slice.score[k]!, 0)}`;
}

/** The date of an evidence row, short, with its time where that is known, and what of it is not known. */
export function dateWords(record: StanceRecord, e: number): string {
  return vagueDate(whenOf(record, e), 'short');
}

export function eventWords(record: StanceRecord, mark: EventMark): string {
  return `${dateWords(record, mark.e)}, ${mark.title}`;
}

export function bracketWords(bracket: Bracket): string {
  const side = bracket.sign > 0 ? 'positive' : bracket.sign < 0 ? 'negative' : 'takes no side';
  return `${bracket.title}, ${side}, ${bracket.life}`;
}
