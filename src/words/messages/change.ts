import { calendarOf, type Day } from '../calendar';
import { count, countOf, countWord, figure, plural } from '../counts';
import { betweenWords, dayBeside, formatDay, formatMonth, formatYear } from '../dates';
import { capital, list, possessive } from '../names';
import { ofHundred, pWords, qWords, scoreInterval, signed } from '../numbers';
import { signWords } from '../scores';
import { marked, type Piece } from './message';

/** Sentences about what changed. A piece's role is the number of the pair that its words are about. */

/** What rows are, as far as the record tells words from acts. */
export type RowsKind = 'words' | 'acts' | 'words and acts';

/** What most of some rows are: the side or the grade that more than half of them have, else mixed. */
export type Lean =
  'hostile' | 'critical' | 'critical or hostile' | 'mixed' | 'cooperative or supportive' | 'cooperative' | 'supportive';

/** Whose words and acts on whom. */
export interface Subject {
  pair: number;
  /** As in a sentence: `the United States`. */
  holder: string;
  target: string;
  kind: RowsKind;
}

/** How a pair moved: by rows before and after, and by the direction of the mean where the rows lean alike. */
export interface Move {
  last: Day;
  first: Day;
  from: Lean;
  to: Lean;
  rising: boolean;
  /** What most rows are says the contrary of the mean, or nothing: the direction alone is said. */
  byMean: boolean;
}

/** One side of a change in numbers. */
export interface Side {
  rows: number;
  /** Rows on this side's own end: below zero before a rise. */
  hits: number;
  positive: boolean;
  occasions: number;
  /** Rows count once an occasion; else every row counts, and occasions are rows. */
  grouped: boolean;
  mean: number;
}

const leans = (lean: Lean): string => (lean === 'mixed' ? 'mixed' : `mostly ${lean}`);

/** Between two days that are all that is known of when: `in November 2025`, `between 18 December 2025 and 3 January 2026`. */
const when = (last: Day, first: Day): string => {
  const [a, b] = [calendarOf(last), calendarOf(first)];
  return a.year === b.year && a.month === b.month ? `in ${formatMonth(b.year, b.month)}` : betweenWords(last, first);
};

const theirs = ({ pair, holder, target, kind }: Subject): Piece<string> => ({
  text: `${possessive(holder)} ${kind} on ${target}`,
  role: String(pair),
});

const Theirs = (subject: Subject): Piece<string> => ({ ...theirs(subject), text: capital(theirs(subject).text) });

const moved = ({ from, to, rising, byMean }: Move, verb: 'turned' | 'moved'): string => {
  const way = rising ? 'warmer' : 'harsher';
  if (byMean) return `grew ${way} on average`;
  return from === to ? `grew ${way}, though still ${leans(to)}` : `${verb} from ${leans(from)} to ${leans(to)}`;
};

const sideOf = ({ rows, hits, positive, occasions, grouped }: Side, past: boolean): string => {
  const on = grouped && occasions !== rows ? ` on ${count(occasions, 'occasion')}` : '';
  const verb = past ? plural(hits, { one: 'was', other: 'were' }) : plural(hits, { one: 'is', other: 'are' });
  return `${countOf(hits, rows, 'row')}${on} ${verb} ${signWords(positive)}`;
};

export const changeMessages = {
  /** A change that is asserted. */
  turned: (subject: Subject, move: Move) =>
    marked<string>`${capital(when(move.last, move.first))} ${theirs(subject)} ${moved(move, 'turned')}.`,

  /** A change that chance may explain; `chance` is null while it is being worked out. */
  movedByChance: (subject: Subject, move: Move, chance: number | null) =>
    chance === null
      ? marked<string>`${capital(when(move.last, move.first))} ${theirs(subject)} ${moved(move, 'moved')}; how often chance alone does as much is being worked out.`
      : marked<string>`${capital(when(move.last, move.first))} ${theirs(subject)} ${moved(move, 'moved')}; chance alone does as much in ${ofHundred(chance)}.`,

  /** What the holder's closest company did on the same target at the same time. */
  company: (subject: Subject, way: 'hardened' | 'softened' | 'hardly moved') =>
    marked<string>`${{ text: capital(possessive(subject.holder)), role: String(subject.pair) }} ${way} meanwhile.`,

  tooFew: (subject: Subject, lean: Lean, n: number, least: number, grouped: boolean) =>
    marked<string>`${Theirs(subject)} are ${leans(lean)}: too few ${grouped ? 'occasions' : 'rows'} to look for a change (${figure(n)}; ${figure(least)} are needed).`,

  unchanged: (subject: Subject, lean: Lean) =>
    marked<string>`${Theirs(subject)} are ${leans(lean)}: there is no change of score to find.`,

  /** No pair is chosen and none stands out. */
  noneStandsOut: (tested: number, from: Day, at: Day) =>
    tested === 1
      ? `The one pair that could be tested does not stand out from chance between ${formatDay(from)} and ${formatDay(at)}.`
      : `None of the ${figure(tested)} pairs that could be tested stands out from chance between ${formatDay(from)} and ${formatDay(at)}.`,

  /** The pair that came nearest to standing out. */
  nearest: (subject: Subject, chance: number, tested: number) =>
    marked<string>`Nearest to it came ${{ text: `${subject.holder} on ${subject.target}`, role: String(subject.pair) }}: chance alone does as much in ${ofHundred(chance)}, and ${count(tested, 'pair')} were looked at.`,

  beingTested: (tested: number, from: Day, at: Day) =>
    `${capital(countWord(tested, 'pair'))} can be tested for a change between ${formatDay(from)} and ${formatDay(at)}; the tests are being made.`,

  noneCanBeTested: (pairs: number, least: number, from: Day, at: Day) =>
    pairs === 1
      ? `Between ${formatDay(from)} and ${formatDay(at)} one pair has rows, on fewer than the ${figure(least)} occasions that a test needs.`
      : `Between ${formatDay(from)} and ${formatDay(at)} ${figure(pairs)} pairs have rows, none of them on the ${figure(least)} occasions that a test needs.`,

  /** Both sides in counts: what most of them were, and the mean of the occasions. */
  sides: (move: Pick<Move, 'last' | 'first'>, before: Side, after: Side) =>
    `Up to ${dayBeside(move.last, move.first)}, ${sideOf(before, true)} (mean ${signed(before.mean, 2)}); since ${formatDay(move.first)}, ${sideOf(after, false)} (${signed(after.mean, 2)}).`,

  /** How large and when, each with its 90 % interval. */
  size: (size: number, interval: readonly [number, number], range: { from: Day; to: Day }) =>
    `The change, ${signed(size, 2)} (90% interval ${scoreInterval(interval, 1)}), lies ${betweenWords(range.from, range.to)}.`,

  /** How often chance does as much; q is null where one pair was tested. */
  chance: (p: number, q: number | null, tested: number) =>
    q === null || tested < 2
      ? `Chance alone does as much in ${ofHundred(p)} (${pWords(p)}).`
      : `Chance alone does as much in ${ofHundred(p)} (${pWords(p)}; among the ${figure(tested)} pairs tested ${qWords(q)}).`,

  /** Why a change is said as a fact although many pairs were looked at. */
  chosen: (byRecord: boolean) =>
    byRecord
      ? 'The record opens on this pair, so its own p counts.'
      : 'You chose this pair, so its own p counts; had you picked it because it stood out, q would.',

  undecided: (draws: number) => `${figure(draws)} draws cannot tell this p from .05, so nothing is asserted.`,

  /** What a change across a long silence rests on. */
  silence: (rows: number, first: Day, last: Day, holder: string) => {
    const [a, b] = [calendarOf(first).year, calendarOf(last).year];
    const years = a === b ? `of ${formatYear(a)}` : `of ${formatYear(a)} to ${formatYear(b)}`;
    return `What ${holder} said and did before rests on ${count(rows, 'row')} ${years}; then the record is silent for more than a year.`;
  },

  /** The mean since the change and the running stance are two numbers: both are said where they differ. */
  running: (mean: number, stance: number, at: Day) =>
    `The mean since the change is ${signed(mean, 2)}; the running stance, which weighs the latest rows most, stands at ${signed(stance, 2)} on ${formatDay(at)}.`,

  companyNumbers: (holder: string, from: number, to: number, before: number, after: number) =>
    `${capital(possessive(holder))}: ${signed(from, 2)} to ${signed(to, 2)}, on ${figure(before)} and ${count(after, 'occasion')}.`,

  /** In a line: how much it rests on and how sure it is. */
  brief: (
    n: number,
    grouped: boolean,
    found: { size: number; interval: readonly [number, number]; p: number; q: number | null } | null,
  ) =>
    found === null
      ? `${count(n, grouped ? 'occasion' : 'row')}.`
      : `${count(n, grouped ? 'occasion' : 'row')}; ${signed(found.size, 2)} (90% interval ${scoreInterval(found.interval, 1)}); ${pWords(found.p)}${found.q === null ? '' : `, ${qWords(found.q)} over all pairs`}.`,

  /** Beside a change in a chart, which shows its size. */
  onChart: (n: number, grouped: boolean, p: number | null) =>
    `${count(n, grouped ? 'occasion' : 'row')}${p === null ? '' : `; ${pWords(p)}`}.`,

  /** Between the rows of a list: where the change stands, which is no day but a stretch of them. */
  between: (from: Day, to: Day) => `A change, some time ${betweenWords(from, to)}. Before it:`,

  /** Whether any pair stands out among all, and which. `named` are at most three of them. */
  standing: (pairs: number, tested: number, out: number, named: readonly Piece<string>[]) => {
    const looked = `Of ${count(pairs, 'pair')} with rows ${numberOf(tested)} could be tested`;
    if (out === 0)
      return marked<string>`${looked}; ${tested === 0 ? 'nothing can be said of change' : tested === 1 ? 'it does not stand out from chance' : 'none stands out from chance'}.`;
    const [a, b, c] = named;
    const more = out - named.length;
    const stands = `${looked}, and ${plural(out, { one: 'one stands', other: `${figure(out)} stand` })} out from chance`;
    if (a && b && c && more > 0) return marked<string>`${stands}: ${a}, ${b}, ${c} and ${figure(more)} more.`;
    if (a && b && c) return marked<string>`${stands}: ${a}, ${b} and ${c}.`;
    if (a && b) return marked<string>`${stands}: ${a} and ${b}.`;
    return a ? marked<string>`${stands}: ${a}.` : marked<string>`${stands}.`;
  },

  standingAwaited: (pairs: number, tested: number) =>
    `Of ${count(pairs, 'pair')} with rows ${numberOf(tested)} can be tested; the tests are being made.`,

  withoutKind: (kind: string) => `without ${plurals(kind)}`,
  withoutSide: (side: string) => `without sources of the side “${side}”`,
  byCoder: (coder: string) => `with coder ${coder}’s scores`,
  ownWords: () => 'with the holder’s own words only',
  everyRow: () => 'with every row for itself',
  withoutAnyOccasion: (grouped: boolean) => (grouped ? 'without any one occasion' : 'without any one row'),
  atHalfLife: (days: number) => `with a half-life of ${count(days, 'day')}`,

  /** What a look found: the split and its p, and what was left out where something was; null where nothing can be tested. */
  lookNumbers: (
    split: { from: number; to: number; nBefore: number; nAfter: number; firstAfter: Day } | null,
    p: number,
    without: { day: Day } | null,
    failed: number,
  ) => {
    if (split === null) return 'too few occasions, or no change of score';
    const found = `${signed(split.from, 2)} to ${signed(split.to, 2)} from ${formatDay(split.firstAfter)}, ${split.nBefore} and ${split.nAfter}; ${pWords(p)}`;
    if (without === null) return found;
    if (failed === 0) return `at the least without that of ${formatDay(without.day)}: ${pWords(p)}`;
    const others = failed > 1 ? `, and without ${count(failed - 1, 'other')}` : '';
    return `without that of ${formatDay(without.day)} ${pWords(p)}${others}`;
  },

  runningMoved: (before: number, after: number) => `running stance ${signed(before, 2)} to ${signed(after, 2)}`,

  /** `named` are the looks in which an asserted change fails, or in which one that chance explains would pass. */
  looks: (asserted: boolean, held: number, all: number, named: readonly string[]) => {
    if (all === 0) return 'There is no other way to look at it.';
    const some = named.length === 0 ? '' : list(named, { most: 4 });
    if (asserted) return `The change holds in ${figure(held)} of ${count(all, LOOK)}${some === '' ? '' : `; it fails ${some}`}.`;
    return held === 0
      ? `In none of ${count(all, LOOK)} would it pass for more than chance.`
      : `In ${figure(held)} of ${count(all, LOOK)} it would pass for more than chance: ${some}.`;
  },

  holdsIn: (held: number, all: number) => `Holds in ${figure(held)} of ${count(all, LOOK)}`,

  /** What was looked at and what came of it, before any list of changes. */
  ranking: (pairs: number, tested: number, out: number, waiting: number, least: number, grouped: boolean) => {
    if (pairs === 0) return 'No pair has a row in this window.';
    const enough = grouped ? count(least, 'occasion') : count(least, 'row');
    const few = pairs - tested;
    const looked = `Of ${count(pairs, 'pair')} with rows ${numberOf(tested)} could be tested for a change${few > 0 ? `; ${figure(few)} ${plural(few, { one: 'has', other: 'have' })} fewer than ${enough}` : ''}.`;
    if (tested === 0) return looked;
    if (waiting > 0) return `${looked} The tests are being made.`;
    return out === 0
      ? `${looked} None stands out from chance (q up to .05).`
      : `${looked} ${plural(out, { one: 'One stands', other: `${figure(out)} stand` })} out from chance (q up to .05).`;
  },

  /** Heads of the lists of changes that are not asserted, and of pairs that could not be tested. */
  explained: (n: number, waiting: number) =>
    waiting > 0
      ? `${count(n, 'pair')}, ${figure(waiting)} still being tested`
      : `${count(n, 'pair')} whose largest change chance may explain`,
  notTested: (n: number, least: number, grouped: boolean) =>
    `${count(n, 'pair')} with fewer than ${count(least, grouped ? 'occasion' : 'row')}, not tested`,

  /** How sure, in a line under a change. */
  sure: (n: number, grouped: boolean, nBefore: number, nAfter: number, few: boolean, p: number | null, q: number | null) => {
    const on = `${count(n, grouped ? 'occasion' : 'row')}${few ? ` (few: ${figure(nBefore)} before, ${figure(nAfter)} after)` : ''}`;
    if (p === null) return `${on}; how often chance does as much is being worked out`;
    return `${on}; chance alone does as much in ${ofHundred(p)} (${pWords(p)}${q === null ? '' : `; ${qWords(q)} over all pairs`})`;
  },

  groupingNote: () =>
    'Rows of one act, talk, decision or trigger, and rows of one day, count once, at their mean and on their first day. What is one occasion is a judgement of those who keep the record: the column says which rows they put together, and the grouping can be switched off.',
  ungroupedNote: () =>
    'Every row counts for itself. Several reports of one event then count as often as they were recorded, which makes chance look rarer than it is.',

  /** The days between which a change may lie, and its size. */
  uncertain: (interval: readonly [number, number], range: { from: Day; to: Day }) =>
    `The change may lie anywhere ${betweenWords(range.from, range.to)}, its size between ${signed(interval[0], 1)} and ${signed(interval[1], 1)} (90% intervals).`,
};

const LOOK = { one: 'look', other: 'looks' };

/** Kinds of source as they stand after "without". */
function plurals(kind: string): string {
  if (/media$/.test(kind)) return kind;
  if (/y$/.test(kind)) return kind.replace(/y$/, 'ies');
  return kind === 'official' ? 'official sources' : kind === 'opinion' ? 'opinion pieces' : `${kind}s`;
}

function numberOf(n: number): string {
  return n === 0 ? 'none' : figure(n);
}
