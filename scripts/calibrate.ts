/**
 * `npm run calibrate -- [repetitions] [sizes|power|coverage|headline|badge|stance]`: how often the test of change errs, how much it finds, how well its ranges cover, and what the badge shows on noise, on made-up scores with
 * the days and occasions of the default record's own pairs. Prints tables; asserts nothing. docs/method.md holds a run of it.
 */
import { groundOf } from '../src/analysis/change/asserted';
import { testChange } from '../src/analysis/change/changeTest';
import { looksAt, type Looks } from '../src/analysis/change/looks';
import { occasionsOf, type Occasion } from '../src/analysis/change/occasions';
import { pivotOf, PIVOT_TEST } from '../src/analysis/change/pivot';
import { rankPivots } from '../src/analysis/change/pivotRanking';
import { strongestSplit, type Series } from '../src/analysis/change/statistic';
import { seeded, shuffle } from '../src/analysis/random';
import { ALL, pairOf, sliceRecord, type Slice } from '../src/analysis/slice';
import { NO_SCORE, type StanceRecord } from '../src/record/record';
import { datasetRecord } from '../src/testing/smallRecord';
import { dayOf } from '../src/words/calendar';
import { calibrateStance } from './calibrateStance';

const asked = process.argv.slice(2);
const REPEATS = Math.max(50, Number(asked.find((word) => /^\d+$/.test(word)) ?? 400));
const chosenParts = asked.filter((word) => !/^\d+$/.test(word));
const WINDOW = { from: dayOf('2025-01-01'), to: dayOf('2026-01-26') };
const LEVEL = 0.05;

const random = seeded(2026);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const grade = (value: number) => Math.max(-2, Math.min(2, Math.round(value)));
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Normal values with the days' dependence and variance 1. */
type Noise = (days: readonly number[]) => number[];

const leaning =
  (keep: number): Noise =>
  (days) => {
    let value = normal();
    return days.map((_, i) => (value = i === 0 ? value : keep * value + Math.sqrt(1 - keep * keep) * normal()));
  };

/** Half of the variance is a mood: one that fades with exp(-days / 30), or one that is drawn anew every 30 days. */
const moody =
  (fades: boolean): Noise =>
  (days) => {
    let mood = normal();
    const start = random() * 30;
    return days.map((day, i) => {
      const before = days[i - 1] ?? day;
      if (i > 0 && fades) {
        const keep = Math.exp(-(day - before) / 30);
        mood = keep * mood + Math.sqrt(1 - keep * keep) * normal();
      } else if (Math.floor((day + start) / 30) !== Math.floor((before + start) / 30)) mood = normal();
      return Math.SQRT1_2 * (mood + normal());
    });
  };

/** By row, so that what is put together is put together by the product's own code. */
const copies: Noise = (days) => {
  let value = normal();
  return days.map((day, i) => (value = i > 0 && days[i - 1] === day ? value : normal()));
};

const NOISES: readonly { name: string; make: Noise; byRow: boolean }[] = [
  { name: 'independent rows', make: leaning(0), byRow: true },
  { name: 'same-day copies', make: copies, byRow: true },
  { name: 'AR(1) of 0.3', make: leaning(0.3), byRow: false },
  { name: 'AR(1) of 0.5', make: leaning(0.5), byRow: false },
  { name: '30-day mood, drawn anew', make: moody(false), byRow: false },
  { name: '30-day mood, fading', make: moody(true), byRow: false },
];

interface Own {
  name: string;
  pair: number;
  occasions: readonly Occasion[];
}

const record = datasetRecord('eastern-flank');
const slice = sliceRecord(record, { ...ALL, basis: 'own' });
const own: Own[] = Array.from({ length: slice.pairs.n }, (_, pair) => {
  const [holder, target] = [slice.pairs.holder[pair] ?? 0, slice.pairs.target[pair] ?? 0];
  const name = `${record.actors[holder]?.name ?? ''} on ${record.actors[target]?.name ?? ''}`;
  return { name, pair, occasions: occasionsOf(slice, pair, WINDOW) };
})
  .filter(({ occasions }) => occasions.length >= 8)
  .sort((a, b) => a.occasions.length - b.occasions.length);

/** Days for n occasions: those of a pair of the record that has as many, else drawn from all of them. */
function daysFor(n: number): number[] {
  const alike = own.filter(({ occasions }) => occasions.length === n);
  const one = alike[Math.floor(random() * alike.length)];
  if (one) return one.occasions.map(({ day }) => day);
  const pool = own.flatMap(({ occasions }) => occasions.map(({ day }) => day));
  return Array.from({ length: n }, () => pool[Math.floor(random() * pool.length)] ?? 0).sort((a, b) => a - b);
}

const seriesOf = (days: readonly number[], values: readonly number[]): Series => ({
  days,
  scores: values.map(grade),
  minSegment: 3,
});
let seed = 0;
const found = (series: Series) => (testChange(series, { seed: seed++, settleOnly: true, most: 20_000 })?.p ?? 1) <= LEVEL;

function sizes(): void {
  console.log(`\nShare of p <= .05 without a change, ${REPEATS} records of noise for each pair, by the pair's own occasions`);
  const bands: readonly [string, number, number][] = [
    ['8 to 15', 8, 15],
    ['16 to 19', 16, 19],
    ['20 to 25', 20, 25],
    ['26 and more', 26, 999],
  ];
  const table: Record<string, Record<string, string>> = {};
  for (const { name, make, byRow } of NOISES) {
    const row: Record<string, string> = {};
    for (const [band, low, high] of bands) {
      const pairs = own.filter(({ occasions }) => occasions.length >= low && occasions.length <= high);
      if (pairs.length === 0) continue;
      let hits = 0;
      for (const { occasions } of pairs) {
        for (let r = 0; r < REPEATS; r++) hits += Number(found(byRow ? byRows(occasions, make) : byOccasion(occasions, make)));
      }
      row[`${band} (${pairs.length} pairs)`] = percent(hits / (pairs.length * REPEATS));
    }
    for (const n of [40, 80]) {
      let hits = 0;
      for (let r = 0; r < REPEATS; r++) {
        const days = [...new Set(daysFor(n + 40))].slice(0, n);
        hits += Number(found(seriesOf(days, make(days))));
      }
      row[`${n} (days drawn)`] = percent(hits / REPEATS);
    }
    table[name] = row;
  }
  console.table(table);
}

const byOccasion = (occasions: readonly Occasion[], make: Noise): Series => {
  const days = occasions.map(({ day }) => day);
  return seriesOf(days, make(days));
};

/** Noise on every row; each occasion stands at the mean of its rows. */
function byRows(occasions: readonly Occasion[], make: Noise): Series {
  const rows = occasions.flatMap(({ rows: members }) => members).sort((a, b) => a - b);
  const scores = make(rows.map((k) => slice.day[k] ?? 0)).map(grade);
  const scoreOf = new Map(rows.map((k, i) => [k, scores[i] ?? 0]));
  const means = occasions.map(({ rows: members }) => mean(members.map((k) => scoreOf.get(k) ?? 0)));
  return { days: occasions.map(({ day }) => day), scores: means, minSegment: 3 };
}

/** The plain test: the strongest split against that of shuffled scores. */
function foundPlain(series: Series): boolean {
  const level = (strongestSplit(series)?.strength ?? 0) * (1 - 1e-9);
  const deck = [...series.scores];
  let extreme = 0;
  for (let d = 0; d < 399; d++) {
    shuffle(deck, random);
    if ((strongestSplit({ ...series, scores: deck })?.strength ?? 0) >= level) extreme++;
  }
  return (1 + extreme) / 400 <= LEVEL;
}

function power(): void {
  console.log(`\nShare of changes of one grade that are found, ${REPEATS} records each; in brackets the plain shuffles`);
  const table: Record<string, Record<string, string>> = {};
  const places: readonly [string, () => number][] = [
    ['in the middle', () => 0.5],
    ['anywhere from a fifth to four fifths', () => 0.2 + 0.6 * random()],
  ];
  for (const [name, place] of places) {
    const row: Record<string, string> = {};
    for (const n of [16, 20, 31, 40, 80]) {
      let [ours, plain] = [0, 0];
      for (let r = 0; r < REPEATS; r++) {
        const days = [...new Set(daysFor(n + 40))].slice(0, n);
        const at = Math.round(place() * n);
        const series = seriesOf(
          days,
          days.map((_, i) => normal() + (i < at ? -0.5 : 0.5)),
        );
        ours += Number(found(series));
        plain += Number(foundPlain(series));
      }
      row[String(n)] = `${percent(ours / REPEATS)} (${percent(plain / REPEATS)})`;
    }
    table[name] = row;
  }
  console.table(table);
}

/** Mean of the grades of normal scores around `centre`, by a sum over fine steps of the density. */
function gradedMean(centre: number): number {
  let sum = 0;
  for (let x = -6; x < 6; x += 0.001) sum += grade(centre + x + 0.0005) * Math.exp(-0.5 * (x + 0.0005) ** 2);
  return (sum * 0.001) / Math.sqrt(2 * Math.PI);
}

function coverage(): void {
  console.log(
    `\nHow often the 90 % ranges cover: place of the change; size of the change (mean width in brackets), ${REPEATS} records each`,
  );
  const table: Record<string, Record<string, string>> = {};
  for (const [name, make] of [
    ['independent', leaning(0)],
    ['AR(1) of 0.3', leaning(0.3)],
    ['AR(1) of 0.5', leaning(0.5)],
    ['30-day mood, fading', moody(true)],
  ] as const) {
    for (const size of [0, 1, 2]) {
      const row: Record<string, string> = {};
      const truth = gradedMean(size / 2) - gradedMean(-size / 2);
      for (const n of [16, 31, 80]) {
        let [place, inside, days90, width] = [0, 0, 0, 0];
        for (let r = 0; r < REPEATS; r++) {
          const days = [...new Set(daysFor(n + 40))].slice(0, n);
          const at = Math.round((0.25 + 0.5 * random()) * n);
          const series = seriesOf(
            days,
            make(days).map((value, i) => value + (i < at ? -size : size) / 2),
          );
          const test = testChange(series, { seed: seed++, settleOnly: true, most: 5000 });
          if (!test) continue;
          const [first, last] = test.range;
          place += Number(at >= first && at <= last);
          days90 += (days[last] ?? 0) - (days[first - 1] ?? 0);
          inside += Number(truth >= test.interval[0] - 1e-9 && truth <= test.interval[1] + 1e-9);
          width += test.interval[1] - test.interval[0];
        }
        const where = size === 0 ? '' : `${percent(place / REPEATS)} (${Math.round(days90 / REPEATS)} days); `;
        row[String(n)] = `${where}${percent(inside / REPEATS)} (${(width / REPEATS).toFixed(1)})`;
      }
      table[`${name}, ${size === 0 ? 'no change' : `${size} grade${size > 1 ? 's' : ''}`}`] = row;
    }
  }
  console.table(table);
}

/** The record with noise for scores, ranked as the page ranks it. */
function headline(records: number): void {
  const holder = record.actorIndex.get('belarus') ?? -1;
  const target = record.actorIndex.get('poland') ?? -1;
  const chosen = [holder, target] as const;
  const pair = pairOf(slice, holder, target);
  const table: Record<string, Record<string, string>> = {};
  for (const { name, make } of NOISES) {
    let [all, asked] = [0, 0];
    for (let r = 0; r < records; r++) {
      const noisy: Slice = { ...slice, score: noiseFor(make) };
      const { ranked } = rankPivots(noisy, { ...WINDOW, seed: r + 1 });
      all += Number(ranked.some((pivot) => groundOf(pivot, null) !== null));
      asked += Number(ranked.some((pivot) => pivot.pair === pair && groundOf(pivot, chosen) !== null));
    }
    table[name] = { 'over all pairs': percent(all / records), 'Belarus on Poland, chosen': percent(asked / records) };
  }
  console.log(`\nShare of ${records} records of noise on which a change is asserted, with the pairs and dates of this record`);
  console.table(table);
}

/** Changes on noise that the badge is looked at for, each asserted for a pair chosen beforehand. */
const ASSERTED = 30;
/** Kinds of noise that the badge is looked at on: a badge costs forty tests. */
const BADGE_NOISES = ['independent rows', 'AR(1) of 0.5', '30-day mood, fading'];

/**
 * The badge of Belarus on Poland: in how many of its looks a change holds, on noise and on the record. On noise every row is dealt a new
 * score, and each coder differs from it as that coder differs from the agreed score of the row, so that the coders part as they do.
 */
function badge(records: number): void {
  const holder = record.actorIndex.get('belarus') ?? -1;
  const target = record.actorIndex.get('poland') ?? -1;
  const window = { from: WINDOW.from, at: WINDOW.to };
  const looked = (of: Slice, asserts: boolean, r: number): Looks | null => {
    const pivot = pivotOf(of, pairOf(of, holder, target), WINDOW, { ...PIVOT_TEST, seed: r + 1 });
    if (!pivot?.test || (asserts && groundOf({ ...pivot, q: null }, [holder, target]) === null)) return null;
    return looksAt(of, pivot, window, asserts);
  };
  const shareOf = ({ held, list }: Looks) => held / list.length;
  const words = (found: readonly Looks[]) => {
    const shares = found.map(shareOf).sort((a, b) => a - b);
    const at = (share: number) => percent(shares[Math.floor(share * (shares.length - 1))] ?? 0);
    return shares.length === 0 ? 'none' : `${at(0.5)} (${at(0.1)} to ${at(0.9)}; ${shares.length})`;
  };
  const table: Record<string, Record<string, string>> = {};
  for (const { name, make } of NOISES.filter(({ name }) => BADGE_NOISES.includes(name))) {
    const all: Looks[] = [];
    const asserted: Looks[] = [];
    for (let r = 0; r < 40 * records && (r < records || asserted.length < ASSERTED); r++) {
      const noisy = sliceRecord(noisyRecord(make), slice.filters);
      const one = r < records ? looked(noisy, false, r) : null;
      const sure = looked(noisy, true, r);
      if (one) all.push(one);
      if (sure) asserted.push(sure);
    }
    table[name] = { 'any strongest split': words(all), 'changes that are asserted': words(asserted) };
  }
  const here = looked(slice, true, 0);
  console.log('\nShare of looks in which the change holds, Belarus on Poland: median (a tenth to nine tenths; how many)');
  console.table(table);
  console.log(here ? `On the record: ${here.words}` : 'On the record no change of this pair is asserted.');
}

/** The record with noise for the scores of the first view's rows, its coders parting from them as they part. */
function noisyRecord(make: Noise): StanceRecord {
  const noise = noiseFor(make);
  const { coders } = record;
  const score = record.stances.score.slice();
  const codings = record.stances.coders.slice();
  for (let k = 0; k < slice.n; k++) {
    const i = slice.row[k] ?? 0;
    const agreed = score[i] ?? 0;
    score[i] = noise[k] ?? 0;
    for (let c = 0; c < coders.length; c++) {
      const given = codings[i * coders.length + c] ?? NO_SCORE;
      if (given !== NO_SCORE) codings[i * coders.length + c] = grade((noise[k] ?? 0) + given - agreed);
    }
  }
  return { ...record, stances: { ...record.stances, score, coders: codings } };
}

/** Noise for every pair, one series a pair, by its rows. */
function noiseFor(make: Noise): Float64Array {
  const score = new Float64Array(slice.n);
  for (let pair = 0; pair < slice.pairs.n; pair++) {
    const rows = slice.pairs.item.subarray(slice.pairs.start[pair], slice.pairs.start[pair + 1]);
    const values = make(Array.from(rows, (k) => slice.day[k] ?? 0));
    rows.forEach((k, i) => (score[k] = grade(values[i] ?? 0)));
  }
  return score;
}

console.log(`Pairs with 8 occasions and more: ${own.map(({ name, occasions }) => `${name} ${occasions.length}`).join(', ')}.`);
const parts: Record<string, () => void> = {
  sizes,
  power,
  coverage,
  headline: () => headline(REPEATS),
  badge: () => badge(30),
  stance: () => calibrateStance(),
};
for (const [name, part] of Object.entries(parts)) if (chosenParts.length === 0 || chosenParts.includes(name)) part();
