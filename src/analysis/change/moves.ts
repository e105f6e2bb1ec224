import { dayOf, type Day } from '../../words/calendar';
import { movesMessages } from '../../words/messages/moves';
import { plainText } from '../../words/messages/message';
import { actorId, pairNames } from '../../record/names';
import type { StanceRecord } from '../../record/record';
import { ALL, rowsOf, sliceRecord, type Slice } from '../slice';
import { runStances } from '../stance/stance';
import { leadOf } from './lead';
import { PIVOT_TEST, rowsIn } from './pivot';
import { rankPivots } from './pivotRanking';

/** What an edit of a record moves: the means of pairs, and the sentence that the page opens with. */

/** The window of a record's first view, and the pair that it selects. */
export interface Opening {
  from: Day;
  /** The as-of date, inclusive. */
  at: Day;
  /** Ids of holder and target; null for none. */
  pair: readonly [string, string] | null;
}

/** The window and pair on which a record opens, as its package says; the whole span where it says nothing. Null where nothing has a date. */
export function openingOf({ meta, span }: Pick<StanceRecord, 'meta' | 'span'>): Opening | null {
  if (span === null) return null;
  const params = new URLSearchParams(meta.view.slice(meta.view.indexOf('?') + 1));
  const day = (name: string, none: Day) => {
    const value = dayOf(params.get(name) ?? '');
    return Number.isNaN(value) ? none : value;
  };
  const from = day('from', span[0]);
  const at = day('at', day('to', span[1]));
  const [holder = '', target = '', more] = (params.get('pair') ?? '').split('~');
  return {
    from: Math.min(from, at),
    at: Math.max(from, at),
    pair: holder === '' || target === '' || more !== undefined ? null : [holder, target],
  };
}

/** The rows of a pair in the window. */
export interface PairMean {
  n: number;
  /** Of their scores, -2 to 2. */
  mean: number;
}

export interface PairMove {
  /** Ids of holder and target. */
  pair: readonly [string, string];
  /** `Belarus on Poland`. */
  name: string;
  /** null where the record has no row of the pair in the window. */
  before: PairMean | null;
  after: PairMean | null;
}

/** Own words and acts alone, as every page shows them first. */
const own = (record: StanceRecord): Slice => sliceRecord(record, { ...ALL, basis: 'own' });

function meansOf(record: StanceRecord, { from, at }: Opening): Map<string, { name: string } & PairMean> {
  const slice = own(record);
  const means = new Map<string, { name: string } & PairMean>();
  for (let pair = 0; pair < slice.pairs.n; pair++) {
    const [first, last] = rowsIn(slice, pair, { from, to: at });
    if (last === first) continue;
    const rows = rowsOf(slice, pair).subarray(first, last);
    const sum = rows.reduce((all, k) => all + (slice.score[k] ?? 0), 0);
    const holder = slice.pairs.holder[pair] ?? -1;
    const target = slice.pairs.target[pair] ?? -1;
    const key = `${actorId(record, holder)} ${actorId(record, target)}`;
    means.set(key, { name: pairNames(record, holder, target), n: rows.length, mean: sum / rows.length });
  }
  return means;
}

/**
 * Pairs whose rows in the window are others than before, or score otherwise: the widest move of a mean first, then those that are new or
 * gone. Own words and acts; the window is that of the record's first view after the edit.
 */
export function pairMoves(before: StanceRecord, after: StanceRecord): PairMove[] {
  const window = openingOf(after) ?? openingOf(before);
  if (window === null) return [];
  const [was, is] = [meansOf(before, window), meansOf(after, window)];
  const moves = [...new Set([...was.keys(), ...is.keys()])].flatMap((key): PairMove[] => {
    const [a, b] = [was.get(key), is.get(key)];
    if (a?.n === b?.n && a?.mean === b?.mean) return [];
    const [holder = '', target = ''] = key.split(' ');
    const mean = (one: PairMean | undefined): PairMean | null => (one === undefined ? null : { n: one.n, mean: one.mean });
    return [{ pair: [holder, target], name: (b ?? a)?.name ?? '', before: mean(a), after: mean(b) }];
  });
  const width = ({ before: a, after: b }: PairMove) => (a === null || b === null ? -1 : Math.abs(a.mean - b.mean));
  return moves.sort((a, b) => width(b) - width(a) || (a.name < b.name ? -1 : 1));
}

/** The sentence with which a record opens, as the page says it on its first view; empty where nothing has a date. */
export function headlineOf(record: StanceRecord): string {
  const opening = openingOf(record);
  if (opening === null) return '';
  const slice = own(record);
  const { from, at, pair } = opening;
  const [holder, target] = (pair ?? []).map((id) => record.actorIndex.get(id));
  const chosen = holder === undefined || target === undefined ? null : ([holder, target] as const);
  const ranking = rankPivots(slice, { from, to: at, ...PIVOT_TEST });
  const running = runStances(slice, { mode: 'decay', halfLife: 30, from });
  const lead = leadOf({
    slice,
    window: { from, at },
    ranking,
    how: PIVOT_TEST,
    about: chosen,
    chosen,
    byRecord: chosen !== null,
    running,
  });
  return [lead.parts, lead.standing]
    .map((parts) => plainText(parts.map(({ text }) => ({ text, role: null }))).trim())
    .filter((text) => text !== '')
    .join(' ');
}

/** Whether the sentence with which a record opens changes, as a sentence. */
export function headlineSentence(before: StanceRecord, after: StanceRecord): string {
  const [was, is] = [headlineOf(before), headlineOf(after)];
  return was === is ? movesMessages.sameHeadline : movesMessages.headline(was, is);
}

/** What moved, as sentences: one a pair, and one of the headline. Empty where nothing did. */
export function moveSentences(before: StanceRecord, after: StanceRecord, most = 15): string[] {
  const moves = pairMoves(before, after);
  const window = openingOf(after) ?? openingOf(before);
  if (window === null) return [];
  const said = moves.slice(0, most).map(({ name, before: a, after: b }) => movesMessages.pair(name, window.from, a, b));
  const more = moves.length > most ? [movesMessages.more(moves.length - most)] : [];
  return [...said, ...more, headlineSentence(before, after)];
}
