import type { StanceRecord } from '../../record/record';
import { leadingTriads, sideLeads } from './leading';
import { signsAt, SIGN_RULE, stanceSign, takesPart, tieSign, type SignedEdge, type SignRule } from './signs';
import { silentFrom, type Running } from '../stance/stance';
import { holds, pairsOfTie } from '../rift/tied';
import { censusOf, triadsOf, type TriadCensus } from './triads';
import type { Day } from '../../words/calendar';

/** One step of balance through time: it holds from `day` until the day of the next step. */
export interface BalanceStep {
  day: Day;
  /** Share of the triads that lead (see `leadingTriads`) that are balanced, in [0, 1]; null where there is none. */
  degree: number | null;
  /** Census of those triads. */
  census: TriadCensus;
  edges: number;
}

/** A side's sign, doubled where it makes its triads lead. */
type Side = 1 | -1 | 2 | -2;

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
    if (x === y || day <= from || day > to || !takesPart(record, rule, x) || !takesPart(record, rule, y)) return;
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
  readonly #sides = new Map<number, Map<number, Side>>();
  readonly #ties = new Map<number, number[]>();
  /** Triads that lead, by number of negative edges. */
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
    const { ppp, ppm, pmm, mmm } = censusOf(triadsOf(graph).filter(leadingTriads(record, graph, rule)));
    this.#count = [ppp, ppm, pmm, mmm];
    for (const edge of graph.edges) this.#set(graph.actors[edge.a]!, graph.actors[edge.b]!, this.#side(edge));
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
    const after = this.#sideOn(a, b, day);
    if (before === after) return false;
    for (const [c, ac] of this.#of(a)) {
      const bc = this.#of(b).get(c);
      if (bc === undefined) continue;
      const negative = Number(ac < 0) + Number(bc < 0);
      const led = Math.abs(ac) === 2 || Math.abs(bc) === 2;
      if (before !== undefined && (led || Math.abs(before) === 2)) this.#count[negative + Number(before < 0)]!--;
      if (after !== undefined && (led || Math.abs(after) === 2)) this.#count[negative + Number(after < 0)]!++;
    }
    this.#set(a, b, after);
    return true;
  }

  #side({ sign, reason }: Pick<SignedEdge, 'sign' | 'reason'>): Side {
    return sideLeads(this.record, reason, this.rule) ? (sign > 0 ? 2 : -2) : sign;
  }

  #sideOn(a: number, b: number, day: Day): Side | undefined {
    const { record, running, rule } = this;
    const stance = rule.source === 'tie' ? null : stanceSign(running, a, b, day, rule);
    if (stance) return this.#side(stance);
    if (rule.source === 'stance') return undefined;
    const ties = this.#ties.get(a * record.actors.length + b) ?? [];
    const held = ties.filter((tie) => holds(record.ties[tie]!, day));
    const tie = tieSign(record, a, b, held);
    return tie ? this.#side(tie) : undefined;
  }

  #of(actor: number): Map<number, Side> {
    let sides = this.#sides.get(actor);
    if (!sides) this.#sides.set(actor, (sides = new Map()));
    return sides;
  }

  #set(a: number, b: number, side: Side | undefined): void {
    this.#edges += Number(side !== undefined) - Number(this.#of(a).has(b));
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      if (side === undefined) this.#of(x).delete(y);
      else this.#of(x).set(y, side);
    }
  }
}
