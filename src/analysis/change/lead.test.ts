import { beforeAll, describe, expect, it } from 'vitest';
import { datasetRecord, smallRecord, type Line } from '../../testing/smallRecord';
import { dayOf, isoOf, type Day } from '../../words/calendar';
import { formatDay } from '../../words/dates';
import { signed } from '../../words/numbers';
import { ALL, pairOf, rowsOf, sliceRecord, type Slice } from '../slice';
import { runStances } from '../stance/stance';
import { leadOf, type LeadSubject } from './lead';
import type { Lead, LeadPart } from './leadParts';
import { leanOf } from './leaning';
import { PIVOT_TEST } from './pivot';
import { rankPivots } from './pivotRanking';
import { greatPowers } from '../../testing/shippedDataset';

const START = dayOf('2025-01-01');
const said = (parts: readonly LeadPart[]) => parts.map(({ text }) => text).join('');
const textOf = ({ parts }: Lead) => said(parts);
const series = (holder: string, target: string, scores: readonly number[], every = 3, from = START): Line[] =>
  scores.map((score, i): Line => [holder, target, isoOf(from + every * i), score]);

function leadAbout(
  slice: Slice,
  window: { from: Day; at: Day },
  about: readonly [string, string] | null,
  more: Partial<LeadSubject> = {},
): Lead {
  const actors = about?.map((id) => slice.record.actorIndex.get(id) ?? -1) ?? null;
  const pair = actors as [number, number] | null;
  const ranking = rankPivots(slice, { from: window.from, to: window.at });
  return leadOf({ slice, window, ranking, how: PIVOT_TEST, about: pair, chosen: pair, byRecord: false, running: null, ...more });
}

/** Every number of the counts, computed from the rows again by hand. */
function recount(slice: Slice, lead: Lead, window: { from: number; at: number }): string {
  const { pair, lastBefore, firstAfter, size, occasions, nBefore } = lead.pivot!;
  const rows = Array.from(rowsOf(slice, pair)).filter((k) => slice.day[k]! >= window.from && slice.day[k]! <= window.at);
  const firstDay = new Map(occasions.flatMap(({ rows: members, day }) => members.map((k) => [k, day] as const)));
  const sides = [rows.filter((k) => firstDay.get(k)! <= lastBefore), rows.filter((k) => firstDay.get(k)! >= firstAfter)];
  expect(sides[0]!.length + sides[1]!.length).toBe(rows.length);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = [occasions.slice(0, nBefore), occasions.slice(nBefore)].map((side) => mean(side.map((o) => mean(o.rows.map((k) => slice.score[k]!))))); // prettier-ignore
  const [bad, good] = [(s: number) => s < 0, (s: number) => s > 0];
  const tests = size > 0 ? [bad, good] : [good, bad];
  const hits = sides.map((side, i) => side.filter((k) => tests[i]!(slice.score[k]!)).length);
  const words =
    size > 0 ? ['critical or hostile', 'cooperative or supportive'] : ['cooperative or supportive', 'critical or hostile'];
  const part = (i: 0 | 1, verb: string) => {
    const count = i === 0 ? nBefore : occasions.length - nBefore;
    const on = count === sides[i]!.length ? '' : ` on ${count} occasions`;
    return `${hits[i] === 0 ? 'none' : hits[i]} of ${sides[i]!.length} rows${on} ${verb} ${words[i]}`;
  };
  return `${part(0, hits[0] === 1 ? 'was' : 'were')} (mean ${signed(means[0]!, 2)}); since ${formatDay(firstAfter)}, ${part(1, hits[1] === 1 ? 'is' : 'are')} (${signed(means[1]!, 2)}).`;
}

describe('the lead of the Eastern Flank', () => {
  const record = datasetRecord('eastern-flank');
  const window = { from: dayOf('2025-01-01'), at: dayOf('2026-01-26') };
  const slice = sliceRecord(record, { ...ALL, basis: 'own' });
  let lead: Lead;
  beforeAll(() => {
    lead = leadAbout(slice, window, ['belarus', 'poland'], { byRecord: true });
  });

  it('is true of the rows, at the first view and at any other', () => {
    for (const [basis, at] of [
      ['all', '2025-10-01'],
      ['own', '2025-12-01'],
      ['own', '2026-05-31'],
    ] as const) {
      const some = sliceRecord(record, { ...ALL, basis });
      const span = { from: window.from, at: dayOf(at) };
      const found = leadAbout(some, span, ['belarus', 'poland']);
      expect(found.counts).toContain(recount(some, found, span));
      expect(found.pivot!.firstAfter).toBeLessThanOrEqual(span.at);
    }
  });

  it('speaks of the pair that is asked about, with what Russia did meanwhile, and then of all pairs', () => {
    expect(textOf(lead)).toMatch(/^In November 2025 Belarus’s words and acts on Poland (turned|moved) from mostly critical to /);
    expect(textOf(lead)).toMatch(/Russia’s (hardened|hardly moved|softened) meanwhile\.$/);
    expect(lead.counts).toContain(recount(slice, lead, window));
    expect(lead.counts).toMatch(/Russia’s: −\d\.\d\d to −\d\.\d\d, on \d+ and \d+ occasions\.$/);
    expect(lead.brief).toMatch(
      /^\d+ occasions; [+−]\d\.\d\d \(90% interval [+−]?\d\.\d to [+−]?\d\.\d\); p = \.\d+, q = \.\d+ over all pairs\.$/,
    );
    expect(lead.counts).toMatch(/Chance alone does as much in \d+ of 100 \(p = \.\d+; among the \d+ pairs tested q = \.\d+\)\./);
    expect(said(lead.standing)).toMatch(/^Of \d+ pairs with rows \d+ could be tested[,;] /);
    const pair = pairOf(slice, record.actorIndex.get('belarus')!, record.actorIndex.get('poland')!);
    expect(lead.pivot!.pair).toBe(pair);
    const marked = lead.parts.filter(({ mark }) => mark === 'pivot').map((part) => part.pair);
    expect(marked).toEqual(lead.kind === 'asserted' ? [pair] : []);
  });

  it('asserts what passes by itself of the pair on which the record opens, and says so', () => {
    const { p } = lead.pivot!.test!;
    expect(lead.kind).toBe(p <= 0.05 ? 'asserted' : 'chance');
    expect(lead.counts.includes('The record opens on this pair, so its own p counts.')).toBe(lead.ground === 'chosen');
    const other = leadAbout(slice, window, ['belarus', 'poland'], { chosen: null });
    expect(other.kind).toBe(lead.pivot === null || lead.ground !== 'all' ? 'chance' : 'asserted');
  });

  it('reads no row after the clock', () => {
    const early = { from: window.from, at: dayOf('2025-09-10') };
    const cut = sliceRecord(record, { ...ALL, found: new Set(Array.from(record.evidence.day.keys()).filter((e) => record.evidence.day[e]! <= early.at)) }); // prettier-ignore
    const whole = sliceRecord(record, ALL);
    for (const about of [null, ['belarus', 'poland']] as const) expect(leadAbout(whole, early, about)).toEqual({ ...leadAbout(cut, early, about), pivot: expect.anything() }); // prettier-ignore
  });

  it('says that nothing is covered where there are no rows', () => {
    const empty = leadAbout(slice, { from: dayOf('2019-01-01'), at: dayOf('2019-02-01') }, null);
    expect(empty.kind).toBe('empty');
    expect(textOf(empty)).toContain('not covered is not the same as nothing happened');
  });
});

describe('the lead of any record', () => {
  const window = { from: START, at: START + 200 };
  const turn = [-1, -2, -1, -1, -2, -1, 1, 2, 1, 1, 2, 1];
  const calm = [1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0];

  it('says how a pair moved and how often chance does as much, without a mark, where it is not asserted', () => {
    const slice = sliceRecord(smallRecord({ stances: series('x', 'y', [-1, -1, 0, -1, 0, -1, 1, 0, -1, 0, 0, 1]) }), ALL);
    const lead = leadAbout(slice, window, ['x', 'y']);
    expect(lead.kind).toBe('chance');
    expect(textOf(lead)).toMatch(
      /^In January 2025 x’s words on y moved from mostly critical to mixed; chance alone does as much in \d+ of 100\.$/,
    );
    expect(lead.parts.every(({ mark }) => mark === null)).toBe(true);
  });

  it('names the pair that stands out where none is asked about, with the mark', () => {
    const slice = sliceRecord(smallRecord({ stances: [...series('x', 'y', turn), ...series('x', 'z', calm)] }), ALL);
    const lead = leadAbout(slice, window, null);
    expect(textOf(lead)).toBe('In January 2025 x’s words on y turned from mostly critical to mostly cooperative.');
    expect(lead.parts.filter(({ mark }) => mark === 'pivot').map(({ text }) => text)).toEqual(['x’s words on y']);
    expect(lead.counts).toMatch(
      /^Up to 16 January, 6 of 6 rows were critical or hostile \(mean −1\.33\); since 19 January 2025, 6 of 6 rows are/,
    );
    expect(said(lead.standing)).toBe('Of 2 pairs with rows 2 could be tested, and one stands out from chance: x on y.');
  });

  it('leads with all pairs where none is asked about and none stands out, and names the nearest', () => {
    const slice = sliceRecord(
      smallRecord({ stances: [...series('x', 'z', calm), ...series('x', 'y', [0, 1, 0, -1, 0, 1, 0, 0, 1, -1])] }),
      ALL,
    );
    const lead = leadAbout(slice, window, null);
    expect(textOf(lead)).toMatch(
      /^None of the 2 pairs that could be tested stands out from chance between 1 January 2025 and \d+ July 2025\. Nearest to it came x on [yz]: chance alone does as much in \d+ of 100, and 2 pairs were looked at\.$/,
    );
    expect(lead.kind).toBe('chance');
  });

  it('speaks of the pair that is asked about although another stands out, and names that one after it', () => {
    const slice = sliceRecord(smallRecord({ stances: [...series('x', 'y', turn), ...series('x', 'z', calm)] }), ALL);
    const lead = leadAbout(slice, window, ['x', 'z']);
    expect(textOf(lead)).toMatch(/x’s words on z grew (warmer|harsher), though still mostly cooperative; chance/);
    expect(said(lead.standing)).toContain('one stands out from chance: x on y.');
    expect(lead.standing.find(({ text }) => text === 'x on y')?.pair).toBe(lead.pivot!.pair === 0 ? 1 : 0);
  });

  it('says so where too little was recorded to look', () => {
    const slice = sliceRecord(smallRecord({ stances: series('x', 'y', [0, 1, 2]) }), ALL);
    expect(textOf(leadAbout(slice, window, null))).toContain(
      'one pair has rows, on fewer than the 8 occasions that a test needs',
    );
    expect(textOf(leadAbout(slice, window, ['x', 'y']))).toBe(
      'X’s words on y are mostly cooperative or supportive: too few occasions to look for a change (3; 8 are needed).',
    );
    expect(leadAbout(slice, window, ['y', 'x']).kind).toBe('empty');
  });

  it('says what the past of a change rests on when years of silence lie before it', () => {
    const early = series('x', 'y', [-1, -1, -2, -1, -1], 30, dayOf('2020-02-01'));
    const slice = sliceRecord(smallRecord({ stances: [...early, ...series('x', 'y', [1, 1, 0, 1, 2, 1, 1])] }), ALL);
    const lead = leadAbout(slice, { from: dayOf('2020-01-01'), at: START + 100 }, ['x', 'y']);
    expect(lead.counts).toContain(
      'What x said and did before rests on 5 rows of 2020; then the record is silent for more than a year.',
    );
    const steady = sliceRecord(smallRecord({ stances: series('x', 'y', turn) }), ALL);
    expect(leadAbout(steady, window, ['x', 'y']).counts).not.toContain('silent');
  });

  it('says both where the mean since the change and the running stance differ', () => {
    const slice = sliceRecord(
      smallRecord({ stances: series('x', 'y', [...turn.slice(0, 6), 1, 2, 2, 1, 2, 2, 2, 1, -1, -2], 12) }),
      ALL,
    );
    const running = (halfLife: number) => runStances(slice, { mode: 'decay', halfLife, from: START });
    const lead = leadAbout(slice, window, ['x', 'y'], { running: running(10) });
    expect(lead.counts).toMatch(
      /The mean since the change is \+1\.\d\d; the running stance, which weighs the latest rows most, stands at [−+]\d\.\d\d on /,
    );
    const agreed = leadAbout(slice, { from: START, at: START + 160 }, ['x', 'y'], { running: running(20) });
    expect(agreed.counts).not.toContain('running stance');
  });

  it('waits in words for tests that are not in', () => {
    const slice = sliceRecord(smallRecord({ stances: series('x', 'y', turn) }), ALL);
    const ranking = rankPivots(slice, { from: window.from, to: window.at }, { of: () => null });
    const lead = leadAbout(slice, window, ['x', 'y'], { ranking });
    expect(textOf(lead)).toContain('how often chance alone does as much is being worked out');
    expect([lead.kind, said(lead.standing)]).toEqual([
      'chance',
      'Of 1 pair with rows 1 can be tested; the tests are being made.',
    ]);
    expect(textOf(leadAbout(slice, window, null, { ranking }))).toContain('the tests are being made');
  });
});

describe('what most rows are', () => {
  it.each([
    [[-1, -1, -1, 1], 'critical'],
    [[-2, -2, -2, 1], 'hostile'],
    [[-2, -1, -2, -1, 2], 'critical or hostile'],
    [[-2, -2, 1, 1], 'mixed'],
    [[0, 0, 0, -1], 'mixed'],
    [[1, 1, 2, 2, 0], 'cooperative or supportive'],
    [[2, 2, 1], 'supportive'],
    [[1, 1, 2], 'cooperative'],
  ] as const)('of %j is %s', (scores, lean) => expect(leanOf(scores)).toBe(lean));
});

describe('the lead of a record of ties alone', () => {
  const slice = sliceRecord(greatPowers(), ALL);
  const at = (year: number) => leadAbout(slice, { from: dayOf('1872-01-01'), at: dayOf(`${year}-06-01`) }, null);

  it('tells where the record begins what holds, and no change', () => {
    expect([textOf(at(1872)), at(1872).counts]).toEqual([
      'The record begins in 1872 with 3 pairs on friendly terms and 6 on unfriendly ones.',
      '2 of 7 triads are unbalanced.',
    ]);
  });

  it('tells the last change of ties and what it did to the triads', () => {
    expect(textOf(at(1907))).toMatch(/^In 1907 .*With that the last unbalanced triads were gone\.$/);
    expect(at(1907).counts).toBe('Balanced triads went from 6 of 8 to 20 of 20; 15 signed ties held from then.');
    expect(textOf(at(1904))).toBe('In 1904 the United Kingdom and France turned from unfriendly to friendly.');
    expect(textOf(at(1891))).toContain('France and Russia became friendly');
  });

  it('says so where no tie changed', () => {
    const lead = leadAbout(slice, { from: dayOf('1893-01-01'), at: dayOf('1895-01-01') }, null);
    expect([lead.kind, textOf(lead)]).toEqual(['thin', 'No tie changed its sign between 1 January 1893 and 1 January 1895.']);
    expect(lead.counts).toBe('11 signed ties hold on 1 January 1895.');
  });
});
