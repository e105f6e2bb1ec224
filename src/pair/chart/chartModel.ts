import { fitted, spread, type Interval } from './asideModel';
import type { Dot } from './dotsModel';
import type { ChartFrame } from './frameModel';
import type { Annotation } from '../quotesModel';
import { linesOf } from '../../ui/textRuler';
import { quoted } from '../../words/names';

/** An annotation with its place in the chart's box and the line that joins it to its mark. */
export interface PlacedNote {
  note: Annotation;
  /** The quote, cut where it has to be. */
  text: string;
  x: number;
  y: number;
  width: number;
  leader: string;
}

/** What measures the words as they will be set. */
export interface Measures {
  quote: (text: string) => number;
  small: (text: string) => number;
}

const QUOTE_LINE = 20.8;
const SMALL_LINE = 17;
/** Left edge of the words beside the plot, from its right edge: room for the bracket and the leaders. */
export const WORDS = 30;
/** Quotes are cut to whole words at the first of these lengths that finds room. */
const LENGTHS = [130, 90, 60];

/** Head line and foot line of a note, as drawn. */
export function noteHead(note: Annotation): string {
  return `${note.label}: ${note.date}${note.speaker === '' ? '' : `, ${note.speaker}`}`;
}

function heightOf(note: Annotation, text: string, width: number, measures: Measures): number {
  const head = linesOf(noteHead(note), width / 1.06, measures.small);
  const foot = note.sourceLine === '' ? 0 : linesOf(note.sourceLine, width, measures.small);
  return (head + foot) * SMALL_LINE + linesOf(text, width, measures.quote) * QUOTE_LINE;
}

export interface AsideValue {
  holder: number;
  value: number;
}

/** Places beside the plot: one for each holder's value, the gap's, and the quotes that still find room. */
export interface AsideLayout {
  values: { holder: number; value: number; /** Middle of its line. */ y: number }[];
  /** Top of the gap's words; null where fewer than two holders have spoken. */
  gap: number | null;
  notes: PlacedNote[];
}

const VALUE_HEIGHT = 22;
const GAP_HEIGHT = 48;

/** Values and gap first, where they belong; then the quotes, near to their marks, in what is left; one goes under the lowest grade. */
export function asideLayout(
  frame: ChartFrame,
  values: readonly AsideValue[],
  notes: readonly Annotation[],
  dots: readonly Dot[],
  measures: Measures,
): AsideLayout {
  const column: Interval = [frame.top - 14, frame.bottom - 4];
  const wishes = values.map(({ holder, value }) => ({ key: `value ${holder}`, at: frame.yOf(value), height: VALUE_HEIGHT }));
  const [a, b] = [values[0], values[1]].map((item) => (item === undefined ? null : frame.yOf(item.value)));
  const both = a !== null && b !== null && a !== undefined && b !== undefined;
  if (both) {
    const wide = Math.abs(a - b) >= GAP_HEIGHT + VALUE_HEIGHT + 6;
    wishes.push({ key: 'gap', at: wide ? (a + b) / 2 : Math.max(a, b) + VALUE_HEIGHT + 8, height: GAP_HEIGHT });
  }
  const tops = spread(wishes, column);
  const taken: Interval[] = wishes.map(({ key, height }) => [tops.get(key)!, tops.get(key)! + height]);

  const placed: PlacedNote[] = [];
  const below = notes.find((note) => note.holder === 0 && note.score < 0 && frame.bottom - frame.yOf(-2) > 90);
  const foot = below === undefined ? null : footNote(frame, below, dots, measures);
  if (foot !== null) placed.push(foot);
  const width = frame.width - frame.right - WORDS;
  for (const note of notes) {
    const dot = note === foot?.note ? undefined : dots.find(({ k }) => k === note.k);
    if (dot === undefined) continue;
    const y = frame.yOf(dot.grade) + dot.dy;
    for (const length of LENGTHS) {
      const text = quoted(note.quote, length);
      const height = heightOf(note, text, width, measures);
      const top = fitted([{ key: '', at: y, height }], taken, column).get('');
      if (top === undefined) continue;
      taken.push([top, top + height]);
      placed.push({ note, text, x: frame.right + WORDS, y: top, width, leader: leaderTo(frame, dot, y, top, height) });
      break;
    }
  }
  return {
    values: values.map(({ holder, value }) => ({ holder, value, y: tops.get(`value ${holder}`)! + VALUE_HEIGHT / 2 })),
    gap: tops.get('gap') ?? null,
    notes: placed,
  };
}

/** From a mark to the words beside the plot: level where it can be, else first along the mark's own day. */
function leaderTo(frame: ChartFrame, dot: Dot, y: number, top: number, height: number): string {
  const end = Math.min(Math.max(y, top + 9), top + height - 9);
  const x = frame.right + WORDS - 6;
  return end === y ? `M${frame.left + dot.x},${y}H${x}` : `M${frame.left + dot.x},${y}V${end}H${x}`;
}

/**
 * A quote under the lowest grade, clear of the marks that hang from it: to the left of its mark, to its right or around it, wherever it
 * can stand highest; shorter where it finds no room.
 */
function footNote(frame: ChartFrame, note: Annotation, dots: readonly Dot[], measures: Measures): PlacedNote | null {
  const dot = dots.find(({ k }) => k === note.k);
  if (dot === undefined) return null;
  const plot = frame.right - frame.left;
  const hanging = dots.filter(({ grade, dy }) => grade === -2 && dy > 0);
  for (const length of LENGTHS) {
    const text = quoted(note.quote, length);
    const head = measures.small(noteHead(note)) * 1.06 + 4;
    const width = Math.min(plot - 20, Math.min(430, Math.max(200, measures.quote(text) / 2 + 60, head)));
    const height = heightOf(note, text, width, measures);
    const places = [dot.x - width - 8, dot.x - 6, dot.x - width / 2].map((wish) => {
      const left = Math.min(Math.max(8, wish), plot - width - 8);
      const under = hanging.filter(({ x }) => x > left - 6 && x < left + width + 6);
      return { left, top: frame.yOf(-2) + Math.max(8, ...under.map(({ dy }) => dy + 8)) };
    });
    const { left, top } = places.reduce((best, place) => (place.top < best.top ? place : best));
    if (top + height > frame.wordsBottom + 4) continue;
    const start = `M${frame.left + dot.x},${frame.yOf(dot.grade) + dot.dy}`;
    const beside = dot.x > left + width;
    const leader = beside ? `${start}V${top + 9}H${frame.left + left + Math.min(width, head) + 4}` : `${start}V${top - 1}`;
    return { note, text, x: frame.left + left, y: top, width, leader };
  }
  return null;
}
