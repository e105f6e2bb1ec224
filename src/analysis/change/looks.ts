import { BASES, listOf, SOURCE_KINDS, type StanceRecord } from '../../record/record';
import { changeMessages } from '../../words/messages/change';
import { kindWords } from '../../words/sources';
import { seedOf } from '../random';
import { pairOf, sliceRecord, slicePair, sliceRows, type Slice } from '../slice';
import { runStances, stanceAt } from '../stance/stance';
import { LEVEL } from './changeTest';
import { atOnce, type ChangeTests } from './changeTests';
import type { LeadWindow } from './leadParts';
import { occasionsOf, type Occasion } from './occasions';
import { splitOf, type Pivot } from './pivot';

/** What a look leaves out or takes otherwise. */
export type LookKind = 'source kind' | 'side' | 'coder' | 'occasion' | 'rows' | 'own words' | 'half-life';

/** One look at a change from another side. */
export interface Look {
  kind: LookKind;
  /** `without state media`: reads after "it fails". */
  what: string;
  holds: boolean;
  /** What was found instead, with its numbers. */
  numbers: string;
}

/** Whether a change holds from other sides. */
export interface Looks {
  list: readonly Look[];
  held: number;
  /** `The change holds in 9 of 12 looks; it fails with coder c’s scores (p = .21).` */
  words: string;
}

type Split = NonNullable<ReturnType<typeof splitOf>>;

/** What is tested for a look: one split, or one for each occasion that is left out; or the answer where none need be tested. */
interface Asked {
  kind: LookKind;
  what: string;
  splits: readonly { without: Occasion | null; split: Split | null }[];
  answer: Pick<Look, 'holds' | 'numbers'> | null;
}

const asked = new WeakMap<Pivot['occasions'], Map<string, Asked[]>>();

/** Draws at most for one look. One that they cannot tell from chance does not hold. */
const MOST = 99_999;
/** Half-lives, in days, at which the running stance must show the change too. */
const HALF_LIVES = [60, 180] as const;

/**
 * Whether a change holds when it is looked at otherwise. Only looks that could disagree are counted: without each kind of source that rows rest on
 * alone, without each side's sources, by each coder alone, by the holder's own words alone, with every row for itself, without any
 * one occasion (which fails if leaving out a single one undoes the change), and by the running stance at longer half-lives, where they have
 * had the time to show it. Other seeds and more draws are no looks: they say the same by design.
 *
 * A look holds where a change of the same direction is found, within the days in which the first may lie, that chance explains at most 5
 * times in 100.
 *
 * @returns null while tests are being made beside the page
 */
export function looksAt(
  slice: Slice,
  pivot: Pivot,
  window: LeadWindow,
  asserted: boolean,
  tests: ChangeTests = atOnce,
): Looks | null {
  const key = `${pivot.pair} ${window.from} ${window.at}`;
  let memory = asked.get(pivot.occasions);
  if (!memory) asked.set(pivot.occasions, (memory = new Map()));
  let questions = memory.get(key);
  if (!questions) memory.set(key, (questions = questionsOf(slice, pivot, window)));
  const { actors } = slice.record;
  const seed = seedOf(pivot.how.seed, `${actors[pivot.holder]!.id} ${actors[pivot.target]!.id}`);
  const list: Look[] = [];
  let waiting = false;
  for (const { kind, what, splits, answer } of questions) {
    if (answer) {
      list.push({ kind, what, ...answer });
      continue;
    }
    const found = splits.map(({ without, split }) => {
      const test = split && tests.of(split.series, { seed, settleOnly: true, most: MOST });
      // A p close to 0.05 is told before it is settled: until then it says nothing, for or against.
      if (split && (!test || !(test.settled || test.done))) waiting = true;
      return {
        without,
        split,
        p: test?.p ?? 1,
        holds: split !== null && test?.settled === true && sameChange(pivot, split, test.p),
      };
    });
    const failed = found.filter(({ holds }) => !holds).sort((a, b) => b.p - a.p);
    const shown = failed[0] ?? found.reduce((worst, one) => (one.p > worst.p ? one : worst));
    list.push({
      kind,
      what,
      holds: failed.length === 0,
      numbers: changeMessages.lookNumbers(shown.split, shown.p, shown.without, failed.length),
    });
  }
  if (waiting) return null;
  const failed = list.filter(({ holds }) => !holds);
  const held = list.length - failed.length;
  return {
    list,
    held,
    words: changeMessages.looks(
      asserted,
      held,
      list.length,
      (asserted ? failed : list.filter(({ holds }) => holds)).map(({ what }) => what),
    ),
  };
}

function sameChange(first: Pivot, second: Split, p: number): boolean {
  const near = second.lastBefore <= first.range.to && second.firstAfter >= first.range.from;
  return p <= LEVEL && near && Math.sign(second.size) === Math.sign(first.size);
}

function questionsOf(slice: Slice, pivot: Pivot, window: LeadWindow): Asked[] {
  const { record, filters } = slice;
  // No look asks about another pair.
  const own = slicePair(slice, pivot.pair);
  const { how } = pivot;
  const span = { from: window.from, to: window.at };
  const rows = [...pivot.before, ...pivot.after].map((k) => slice.row[k]!);
  const again = (kind: LookKind, what: string, other: Slice, grouped = how.grouped): Asked => {
    const occasions = occasionsOf(other, pairOf(other, pivot.holder, pivot.target), span, grouped);
    return { kind, what, splits: [{ without: null, split: splitOf(occasions, { ...how, grouped }) }], answer: null };
  };
  const without = (kind: LookKind, what: string, drops: (stance: number) => boolean): Asked[] =>
    rows.some(drops)
      ? [
          again(
            kind,
            what,
            sliceRows(own, (k) => !drops(own.row[k]!)),
          ),
        ]
      : [];
  const { basis } = record.stances;
  const coders = filters.coder === '' ? record.coders : [];
  return [
    ...SOURCE_KINDS.flatMap((kind) => without('source kind', changeMessages.withoutKind(kindWords(kind)), restsOn(record, (source) => record.sources[source]!.kind === kind))), // prettier-ignore
    ...record.sides.flatMap(({ id, label }) => without('side', changeMessages.withoutSide(label), restsOn(record, (source) => record.sources[source]!.side === id))), // prettier-ignore
    ...coders.map((coder) => again('coder', changeMessages.byCoder(coder), sliceRecord(record, { ...filters, coder }))),
    ...without('own words', changeMessages.ownWords(), (stance) => basis[stance] !== OWN),
    ...(how.grouped && rows.length > pivot.n ? [again('rows', changeMessages.everyRow(), own, false)] : []),
    {
      kind: 'occasion',
      what: changeMessages.withoutAnyOccasion(how.grouped),
      splits: pivot.occasions.map((occasion) => ({
        without: occasion,
        split: splitOf(
          pivot.occasions.filter((other) => other !== occasion),
          how,
        ),
      })),
      answer: null,
    },
    ...HALF_LIVES.filter((halfLife) => window.at - pivot.firstAfter >= halfLife).map((halfLife): Asked =>
      halfLifeLook(own, pivot, window, halfLife),
    ),
  ];
}

const OWN = BASES.indexOf('statement');

/** Whether a stance row rests on such sources alone. */
function restsOn(record: StanceRecord, test: (source: number) => boolean): (stance: number) => boolean {
  return (stance) => {
    const sources = listOf(record.evidence.sources, record.stances.evidence[stance]!);
    return sources.length > 0 && sources.every(test);
  };
}

/** The running stance must show at least half of the change by the end of the window. */
function halfLifeLook(own: Slice, pivot: Pivot, window: LeadWindow, halfLife: number): Asked {
  const running = runStances(own, { mode: 'decay', halfLife, from: pivot.lastBefore });
  const pair = pairOf(own, pivot.holder, pivot.target);
  const before = stanceAt(running, pair, pivot.lastBefore)?.value ?? 0;
  const after = stanceAt(running, pair, window.at)?.value ?? 0;
  const holds = (after - before) * Math.sign(pivot.size) >= Math.abs(pivot.size) / 2;
  return {
    kind: 'half-life',
    what: changeMessages.atHalfLife(halfLife),
    splits: [],
    answer: { holds, numbers: changeMessages.runningMoved(before, after) },
  };
}
