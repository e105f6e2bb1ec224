import type { Day, StanceRecord } from '../record/record';
import { signsAt, SIGN_RULE, type SignedGraph, type SignRule } from './signs';
import type { Running } from './stance';
import { censusOf, triadsOf, type TriadCensus } from './triads';

/** One step of balance through time: it holds from `day` until the day of the next step. */
export interface BalanceStep {
  day: Day;
  /** Share of triads that are balanced, in [0, 1]; null where there is none. */
  degree: number | null;
  census: TriadCensus;
  edges: number;
}

/**
 * The degree of balance between two days (both inclusive), with a step on every day on which a sign may change (a stance row, a tie that
 * starts or ends, with `stale: false` also the day on which a stance goes stale) and did. The first step is at `from`.
 */
export function balanceSeries(
  record: StanceRecord,
  running: Running,
  { from, to, rule = SIGN_RULE }: { from: Day; to: Day; rule?: SignRule },
): BalanceStep[] {
  const days = new Set<Day>([from]);
  const add = (day: Day) => {
    if (day > from && day <= to) days.add(day);
  };
  if (rule.source !== 'tie') {
    const silence = Math.floor(2 * running.reading.halfLife) + 1;
    for (const day of running.day) {
      add(day);
      if (!rule.stale) add(day + silence);
    }
  }
  if (rule.source !== 'stance') {
    for (const tie of record.ties) {
      add(tie.from);
      add(tie.until);
    }
  }
  const steps: BalanceStep[] = [];
  let last = '';
  for (const day of [...days].sort((a, b) => a - b)) {
    const graph = signsAt(record, running, day, rule);
    const print = fingerprint(graph);
    if (print === last) continue;
    last = print;
    const triads = triadsOf(graph);
    const census = censusOf(triads);
    steps.push({ day, degree: triads.length === 0 ? null : census.balanced / triads.length, census, edges: graph.edges.length });
  }
  return steps;
}

function fingerprint(graph: SignedGraph): string {
  return `${graph.n}:${graph.edges.map(({ a, b, sign }) => `${graph.actors[a]!}${sign > 0 ? '+' : '-'}${graph.actors[b]!}`).join(' ')}`;
}
