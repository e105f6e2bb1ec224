import type { StanceRecord } from '../../record/record';
import type { Day } from '../../words/calendar';
import { rowsOf, sliceRecord, sliceRows, type Slice } from '../slice';
import { runStances, type Reading } from '../stance/stance';
import { rechecks, type Recheck } from './checks';
import { rankRifts } from './rift';
import type { TieSet } from './tied';
import { count } from '../../words/counts';
import { decimal } from '../../words/numbers';

/** One look at a rift from another side. */
export interface Check {
  /** "without state media", "with coder c’s scores", "with a half-life of 180 days". */
  what: string;
  kind: Recheck['kind'] | 'half-life';
  survives: boolean;
  /** What was found instead, with its numbers. */
  numbers: string;
}

/** Whether a rift holds from all of them. */
export interface Robustness {
  checks: Check[];
  held: number;
  words: string;
}

/** Half-lives, in days, under which the rift must stay the widest too. */
const HALF_LIVES = [60, 180] as const;

/**
 * The ways to ask whether a rift stays the widest when rows, scores or the half-life change, among the pairs of the same set of ties as
 * the list that it leads. Each is a look of its own, of some ten milliseconds, so that a page can take one at a time.
 */
export function riftLooks(
  slice: Slice,
  reading: Reading,
  { a, b }: { a: number; b: number },
  window: { from: Day; at: Day; set: TieSet },
): (() => Check)[] {
  const { record, filters } = slice;
  const placeIn = (other: Slice, how: Reading): { survives: boolean; numbers: string } => {
    const { ranked } = rankRifts(record, runStances(other, how), window);
    const place = ranked.findIndex((rift) => (rift.a === a && rift.b === b) || (rift.a === b && rift.b === a));
    if (place < 0) return { survives: false, numbers: 'too few third actors in common' };
    const rift = ranked[place]!;
    return {
      survives: place === 0,
      numbers: `rift ${decimal(rift.value, 2)} over ${rift.targets.length} third actors, place ${place + 1} of ${ranked.length}`,
    };
  };
  const rows = Array.from({ length: slice.pairs.n }, (_, pair) => pair)
    .filter((pair) => slice.pairs.holder[pair] === a || slice.pairs.holder[pair] === b)
    .flatMap((pair) => Array.from(rowsOf(slice, pair)))
    .filter((k) => slice.day[k]! <= window.at)
    .map((k) => slice.row[k]!);
  const looks: (() => Check)[] = rechecks(record, filters, rows, 4).map((recheck) => () => ({
    what: recheck.what,
    kind: recheck.kind,
    ...placeIn(slicedBy(record, recheck), reading),
  }));
  for (const halfLife of HALF_LIVES) {
    looks.push(() => ({
      what: `with a half-life of ${halfLife} days`,
      kind: 'half-life',
      ...placeIn(slice, { ...reading, mode: 'decay', halfLife }),
    }));
  }
  return looks;
}

/** What the looks say together. */
export function riftRobustness(checks: Check[]): Robustness {
  const failed = checks.filter(({ survives }) => !survives);
  const held = checks.length - failed.length;
  const named = failed.slice(0, 3).map((check) => `${check.what} (${check.numbers})`);
  const rest = failed.length - named.length;
  const others = rest > 0 ? ` and in ${count(rest, 'other')}` : '';
  const fails = failed.length === 0 ? '' : `; not ${named.join(', ')}${others}`;
  const words = `The rift stays the widest in ${held} of ${checks.length} checks${fails}.`;
  return { checks, held, words };
}

function slicedBy(record: StanceRecord, { filters, drops }: Recheck): Slice {
  const slice = sliceRecord(record, filters);
  return drops ? sliceRows(slice, (k) => !drops(slice.row[k]!)) : slice;
}
