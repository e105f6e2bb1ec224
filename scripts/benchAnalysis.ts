import { coderAgreement } from '../src/analysis/agreement/agreement';
import { degreeOfBalance, walkBalance } from '../src/analysis/balance/balance';
import { compareDates } from '../src/analysis/stance/compare';
import { frustration } from '../src/analysis/balance/frustration';
import { rankPivots } from '../src/analysis/change/pivotRanking';
import { looksAt } from '../src/analysis/change/looks';
import { rankRifts } from '../src/analysis/rift/rift';
import { signedGraph, signsAt } from '../src/analysis/balance/signs';
import { ALL, sliceRecord } from '../src/analysis/slice';
import { runStances, stanceAt } from '../src/analysis/stance/stance';
import { seeded } from '../src/analysis/random';
import { syntheticRecord } from '../src/testing/synthetic';
import { triadsOf } from '../src/analysis/balance/triads';

const DAY = 20_600;
const FROM = DAY - 365;

/** Median of several runs, in milliseconds; one run where it takes seconds. */
async function timed(work: () => unknown): Promise<string> {
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
    if (times[0]! > 1500) break;
  }
  times.sort((a, b) => a - b);
  return `${times[Math.floor(times.length / 2)]!.toFixed(2)} ms`;
}

/** A row for each function of the analysis, a column for each size. */
export async function benchAnalysis(): Promise<void> {
  const rows: Record<string, Record<string, string>> = {};
  const put = (name: string, size: string, value: string) => {
    rows[name] = { ...rows[name], [size]: value };
  };
  for (const stances of [1_000, 10_000, 100_000]) {
    const size = `${stances.toLocaleString('en')} stances`;
    const record = syntheticRecord({ stances, actors: stances >= 100_000 ? 600 : 200, ties: 60 });
    const slice = sliceRecord(record, ALL);
    const reading = { mode: 'decay' as const, halfLife: 30, from: FROM };
    const running = runStances(slice, reading);
    put('filter into a slice', size, await timed(() => sliceRecord(record, ALL)));
    put('running stances, decay', size, await timed(() => runStances(slice, reading)));
    put(
      'every pair at a date (a scrub step)',
      size,
      await timed(() => {
        for (let p = 0; p < slice.pairs.n; p++) stanceAt(running, p, DAY);
      }),
    );
    // A fresh slice each time: pivots are remembered by the slice.
    put('tests of change of all pairs', size, await timed(() => rankPivots(sliceRecord(record, ALL), { from: FROM, to: DAY })));
    put('pivots at the next day (a scrub step)', size, await timed(() => rankPivots(slice, { from: FROM, to: DAY })));
    const top = rankPivots(slice, { from: FROM, to: DAY }).ranked[0];
    if (top) put('looks at one change', size, await timed(() => looksAt(slice, top, { from: FROM, at: DAY }, true)));
    put('rifts of tied pairs', size, await timed(() => rankRifts(record, running, { from: FROM, at: DAY })));
    put('compare two dates', size, await timed(() => compareDates(running, FROM, DAY)));
    const graph = signsAt(record, running, DAY);
    put('signs at a date', size, await timed(() => signsAt(record, running, DAY)));
    put('signed triads and degree of balance', size, await timed(() => degreeOfBalance(triadsOf(graph))));
    put('walk balance', size, await timed(() => walkBalance(graph)));
    put("Krippendorff's alpha, 200 bootstrap draws", size, await timed(() => coderAgreement(record, { draws: 200 })));
  }
  console.log('\nAnalysis, median of up to 7 runs (Node)');
  console.table(rows);

  const graph = statesLike(150, 1250, 0.12);
  const begun = performance.now();
  const found = await frustration(graph, { timeLimit: 60 });
  console.log(
    `Exact frustration, 150 nodes and 1,250 ties, 12% negative at random: ${found.exact ? 'exact' : 'bound'} ${found.lower} to ${found.upper} in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
}

/** A signed graph of the size of a Correlates of War window: two loose camps, some signs against them. */
function statesLike(n: number, edges: number, against: number) {
  const random = seeded(7);
  const pairs = new Map<string, readonly [number, number, 1 | -1]>();
  const camp = Array.from({ length: n }, () => (random() < 0.3 ? 1 : 0));
  while (pairs.size < edges) {
    const a = Math.floor(random() * n);
    const b = Math.floor(random() * n);
    if (a === b) continue;
    const [low, high] = a < b ? [a, b] : [b, a];
    const agree = camp[low] === camp[high];
    const sign = agree !== random() < against ? 1 : -1;
    pairs.set(`${low} ${high}`, [low, high, sign]);
  }
  return signedGraph(n, [...pairs.values()]);
}
