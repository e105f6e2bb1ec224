import type { StanceRecord } from '../../record/record';
import { signsAt, SIGN_RULE, stanceSign, takesPart, tieSign, type SignRule } from './signs';
import { silentFrom, type Running } from '../stance/stance';
import { holds, pairsOfTie } from '../rift/tied';
import { censusOf, triadsOf, type TriadCensus } from './triads';
import type { Day } from '../../words/calendar';

/** One step of balance through time: it holds from `day` until the day of the next step. */
export interface BalanceStep {
  day: Day;
  /** Share of triads that are balanced, in [0, 1]; null where there is none. */
  degree: number | null;
  census: TriadCensus;
  edges: number;
}

/** Two actors, smaller index first. */
type Two = readonly [number, number];

/**
 * The degree of balance between two days (both inclusive), with a step on every day on which a sign changed (by a stance row, by a tie
 * that starts or ends, with `stale: false` also by silence). The first step is at `from`. Only the triads of pairs that change are counted
 * anew, so that years of rows cost little.
 */
export function balanceSeries(
  record: StanceRecord,
  running: Running,
  { from, to, rule = SIGN_RULE }: { from: Day; to: Day; rule?: SignRule },
): BalanceStep[] {
  const net = new Net(record, running, from, rule);
  const steps = [net.step(from)];
  const touched = touchedPairs(record, running, rule, from, to);
  for (const day of [...touched.keys()].sort((a, b) => a - b)) {
    let changed = false;
    for (const [a, b] of touched.get(day)!.values()) changed = net.update(a, b, day) || changed;
    if (changed) steps.push(net.step(day));
  }
  return steps;
}

/** The pairs whose sign may change on each day after `from`, up to `to`. */
function touchedPairs(record: StanceRecord, running: Running, rule: SignRule, from: Day, to: Day): Map<Day, Map<number, Two>> {
  const touched = new Map<Day, Map<number, Two>>();
  const touch = (day: Day, x: number, y: number) => {
    if (day <= from || day > to || !takesPart(record, rule, x) || !takesPart(record, rule, y)) return;
    const two: Two = x < y ? [x, y] : [y, x];
    let pairs = touched.get(day);
    if (!pairs) touched.set(day, (pairs = new Map()));
    pairs.set(two[0] * record.actors.length + two[1], two);
  };
  if (rule.source !== 'tie') {
    const { pairs } = running.slice;
    for (let p = 0; p < pairs.n; p++) {
      for (let j = pairs.start[p]!; j < pairs.start[p + 1]!; j++) {
        touch(running.day[j]!, pairs.holder[p]!, pairs.target[p]!);
        if (!rule.stale) touch(silentFrom(running.reading, running.day[j]!), pairs.holder[p]!, pairs.target[p]!);
      }
    }
  }
  if (rule.source !== 'stance') {
    for (const tie of record.ties) {
      if (tie.sign === 0) continue;
      for (const [a, b] of pairsOfTie(record, tie)) {
        touch(tie.from, a, b);
        touch(tie.until, a, b);
      }
    }
  }
  return touched;
}

/** The signed net of a day, which can be moved on pair by pair while its census is kept. */
class Net {
  readonly #signs = new Map<number, Map<number, 1 | -1>>();
  readonly #ties = new Map<number, number[]>();
  /** Triads by number of negative edges. */
  readonly #count: [number, number, number, number];
  #edges = 0;

  constructor(
    readonly record: StanceRecord,
    readonly running: Running,
    from: Day,
    readonly rule: SignRule,
  ) {
    record.ties.forEach((tie, index) => {
      if (tie.sign === 0) return;
      for (const [a, b] of pairsOfTie(record, tie)) {
        const key = a * record.actors.length + b;
        const list = this.#ties.get(key);
        if (list) list.push(index);
        else this.#ties.set(key, [index]);
      }
    });
    const graph = signsAt(record, running, from, rule);
    const { ppp, ppm, pmm, mmm } = censusOf(triadsOf(graph));
    this.#count = [ppp, ppm, pmm, mmm];
    for (const { a, b, sign } of graph.edges) this.#set(graph.actors[a]!, graph.actors[b]!, sign);
  }

  step(day: Day): BalanceStep {
    const [ppp, ppm, pmm, mmm] = this.#count;
    const census = { ppp, ppm, pmm, mmm, balanced: ppp + pmm, unbalanced: ppm + mmm };
    const all = census.balanced + census.unbalanced;
    return { day, degree: all === 0 ? null : census.balanced / all, census, edges: this.#edges };
  }

  /** Brings the pair to its sign on `day`; true where that changed it. */
  update(a: number, b: number, day: Day): boolean {
    const before = this.#of(a).get(b);
    const after = this.#signOn(a, b, day);
    if (before === after) return false;
    for (const [c, ac] of this.#of(a)) {
      const bc = this.#of(b).get(c);
      if (bc === undefined) continue;
      const negative = Number(ac < 0) + Number(bc < 0);
      if (before !== undefined) this.#count[negative + Number(before < 0)]!--;
      if (after !== undefined) this.#count[negative + Number(after < 0)]!++;
    }
    this.#set(a, b, after);
    return true;
  }

  #signOn(a: number, b: number, day: Day): 1 | -1 | undefined {
    const { record, running, rule } = this;
    const stance = rule.source === 'tie' ? null : stanceSign(running, a, b, day, rule);
    if (stance || rule.source === 'stance') return stance?.sign;
    const ties = this.#ties.get(a * record.actors.length + b) ?? [];
    const held = ties.filter((tie) => holds(record.ties[tie]!, day));
    return tieSign(record, a, b, held)?.sign;
  }

  #of(actor: number): Map<number, 1 | -1> {
    let signs = this.#signs.get(actor);
    if (!signs) this.#signs.set(actor, (signs = new Map()));
    return signs;
  }

  #set(a: number, b: number, sign: 1 | -1 | undefined): void {
    this.#edges += Number(sign !== undefined) - Number(this.#of(a).has(b));
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      if (sign === undefined) this.#of(x).delete(y);
      else this.#of(x).set(y, sign);
    }
  }
}
