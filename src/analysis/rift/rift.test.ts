import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates } from '../stance/compare';
import { rankRifts, riftAt, riftInterval, riftSeries } from './rift';
import { ALL, pairOf, sliceRecord } from '../slice';
import { gapIntervalAt } from '../stance/gap';
import { dayOf } from '../../words/calendar';
import { smallRecord } from '../../testing/smallRecord';
import { runStances, stanceAt, type Reading } from '../stance/stance';
import { syntheticRecord } from '../../testing/synthetic';
import { friendlyPairs, pairsOfTie } from './tied';

const reading: Reading = { mode: 'decay', halfLife: 30, from: dayOf('2025-01-01') };
const day = dayOf('2025-03-01');

describe('a rift', () => {
  const record = smallRecord({
    stances: [
      ['x', 't', '2025-01-01', 2],
      ['y', 't', '2025-01-02', -2],
      ['x', 'u', '2025-01-03', 1],
      ['y', 'u', '2025-01-04', 0],
      ['x', 'v', '2025-01-05', 1],
      ['x', 'y', '2025-01-06', -2],
      ['y', 'x', '2025-01-06', 2],
    ],
    ties: [
      ['x;y', 'alliance', '1', '2020', ''],
      ['x;v', 'alliance', '1', '2020', '2025-02-01'],
      ['x;t', 'sanctions', '-1', '2020', ''],
    ],
  });
  const running = runStances(sliceRecord(record, ALL), reading);
  const actor = (id: string) => record.actorIndex.get(id)!;

  it('is the mean gap over the third actors that both hold a stance on: here (1 + 1/4) / 2', () => {
    const rift = riftAt(running, actor('x'), actor('y'), day);
    expect(rift.value).toBe(0.625);
    expect(rift.targets.map(({ target, gap }) => [record.actors[target]!.id, gap])).toEqual([['t', 1], ['u', 0.25]]); // prettier-ignore
  });

  it('is unknown where nothing is in common, never zero', () => {
    const rift = riftAt(running, actor('x'), actor('v'), day);
    expect([rift.value, rift.few]).toEqual([NaN, true]);
    expect(riftInterval(running, rift, day)).toBeNull();
  });

  it('is ranked among pairs that positive ties join on that day', () => {
    const { ranked, few, unknown } = rankRifts(record, running, { from: dayOf('2025-01-04'), at: day });
    expect(ranked.map(({ a, b, ties }) => [record.actors[a]!.id, record.actors[b]!.id, ties])).toEqual([['x', 'y', [0]]]);
    expect(ranked[0]!.growth).toEqual({ by: 0, targets: 1 });
    expect([few, unknown]).toEqual([[], 0]);
    expect(rankRifts(record, running, { from: reading.from, at: dayOf('2025-01-31') }).unknown).toBe(1);
  });

  it('leaves out those that a treaty alone joins, where only those on one side are asked for', () => {
    const more = smallRecord({
      stances: [['x', 't', '2025-01-01', 2]],
      ties: [['x;y', 'treaty', '1', '2020', ''], ['y;z', 'treaty', '1', '2020', ''], ['y;z', 'union', '1', '2020', '']], // prettier-ignore
    });
    const names = (set: 'close' | 'any') =>
      friendlyPairs(more, day, set).map(({ a, b }) => [more.actors[a]!.id, more.actors[b]!.id].sort().join(''));
    expect(names('any')).toEqual(['xy', 'yz']);
    expect(names('close')).toEqual(['yz']);
    expect(
      rankRifts(more, runStances(sliceRecord(more, ALL), reading), { from: reading.from, at: day, set: 'close' }).unknown,
    ).toBe(1);
  });

  it('has the interval of its gaps, added as squares', () => {
    const rift = riftAt(running, actor('x'), actor('y'), day);
    const bounds = rift.targets.map(({ target }) =>
      gapIntervalAt(running, [pairOf(running.slice, actor('x'), target), pairOf(running.slice, actor('y'), target)], day)!,
    );
    const [low, high] = riftInterval(running, rift, day)!;
    const under = Math.hypot(...bounds.map((bound, i) => rift.targets[i]!.gap - bound.low / 4)) / 2;
    const over = Math.hypot(...bounds.map((bound, i) => bound.high / 4 - rift.targets[i]!.gap)) / 2;
    expect(low).toBeCloseTo(Math.max(0, 0.625 - under), 12);
    expect(high).toBeCloseTo(Math.min(1, 0.625 + over), 12);
  });

  it('steps through time with every row on a common target', () => {
    const steps = riftSeries(running, actor('x'), actor('y'));
    expect(steps.map(({ value, targets }) => [value, targets])).toEqual([[NaN, 0], [1, 1], [1, 1], [0.625, 2]]); // prettier-ignore
  });
});

describe('rifts of a made-up record', () => {
  const record = syntheticRecord({ stances: 1500, actors: 12, pairs: 90, ties: 20 });
  const slice = sliceRecord(record, ALL);
  const running = runStances(slice, reading);
  const actorArbitrary = fc.nat(11);
  const dayArbitrary = fc.integer({ min: record.span![0], max: record.span![1] });

  it('are the same either way round, within [0, 1], and equal the definition', () => {
    fc.assert(
      fc.property(actorArbitrary, actorArbitrary, dayArbitrary, (a, b, at) => {
        if (a === b) return;
        const rift = riftAt(running, a, b, at);
        const back = riftAt(running, b, a, at);
        expect(back.value).toEqual(rift.value);
        const interval = riftInterval(running, rift, at);
        expect(riftInterval(running, back, at)).toEqual(interval && interval.map((bound) => expect.closeTo(bound, 9) as number));
        const gaps: number[] = [];
        for (let t = 0; t < 12; t++) {
          const find = (holder: number) => slice.pairs.index.get(holder * record.actors.length + t) ?? -1;
          const [x, y] = [stanceAt(running, find(a), at), stanceAt(running, find(b), at)];
          if (t !== a && t !== b && x && y) gaps.push(Math.abs(x.value - y.value) / 4);
        }
        expect(rift.targets).toHaveLength(gaps.length);
        if (gaps.length > 0) expect(rift.value).toBeCloseTo(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, 12);
        expect(rift.value >= 0 || gaps.length === 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('have an interval whose bounds are in order and within [0, 1]', () => {
    const { ranked } = rankRifts(record, running, { from: record.span![0], at: record.span![1] });
    expect(ranked.length).toBeGreaterThan(3);
    for (const rift of ranked.slice(0, 5)) {
      const [low, high] = riftInterval(running, rift, record.span![1])!;
      expect(low).toBeLessThanOrEqual(rift.value);
      expect(high).toBeGreaterThanOrEqual(rift.value);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(high);
    }
  });
});

describe('the pairs of a tie', () => {
  const members = 'org;p;q';
  it.each([
    [
      'alliance',
      [
        ['org', 'p'],
        ['org', 'q'],
        ['p', 'q'],
      ],
    ],
    [
      'membership',
      [
        ['org', 'p'],
        ['org', 'q'],
      ],
    ],
    [
      'sanctions',
      [
        ['org', 'q'],
        ['p', 'q'],
      ],
    ],
  ])('%s', (kind, expected) => {
    const record = smallRecord({ ties: [[members, kind, '1', '2020', '']], kinds: { org: 'organisation' } });
    expect(pairsOfTie(record, record.ties[0]!).map((pair) => pair.map((a) => record.actors[a]!.id))).toEqual(expected);
  });
});

describe('two dates compared', () => {
  const record = smallRecord({
    stances: [
      ['x', 'y', '2025-01-01', -1],
      ['y', 'x', '2025-01-01', 2],
      ['x', 'y', '2025-02-01', 2],
      ['y', 'z', '2025-02-02', 0],
    ],
  });
  const running = runStances(sliceRecord(record, ALL), { ...reading, mode: 'latest' });

  it('tell change from silence, and unknown from zero, whichever date is given first', () => {
    const found = compareDates(running, dayOf('2025-01-10'), dayOf('2025-02-10'));
    expect(found.changed.map(({ change, rows }) => [change, rows.length])).toEqual([[3, 1]]);
    expect(found.silent.map(({ change }) => change)).toEqual([0]);
    expect(found.appeared.map(({ before, change }) => [before, change])).toEqual([[null, null]]);
    expect(found.disappeared).toEqual([]);
    expect(compareDates(running, dayOf('2025-02-10'), dayOf('2025-01-10'))).toEqual(found);
  });
});

describe('an issue', () => {
  const record = smallRecord({
    stances: [
      ['x', 'tax', '2025-01-01', 2],
      ['y', 'tax', '2025-01-02', -2],
      ['x', 'trade', '2025-01-03', 1],
      ['y', 'trade', '2025-01-04', 1],
      ['x', 'x', '2025-01-05', 2],
      ['y', 'x', '2025-01-05', -2],
    ],
    ties: [['x;y', 'alliance', '1', '2020', '']],
    kinds: { tax: 'issue', trade: 'issue' },
  });
  const running = runStances(sliceRecord(record, ALL), reading);

  it('is a third party of a rift like any other; what one of the two says of itself is none', () => {
    const [x, y] = [record.actorIndex.get('x')!, record.actorIndex.get('y')!];
    const rift = riftAt(running, x, y, day);
    expect(rift.targets.map(({ target, gap }) => [record.actors[target]!.id, gap])).toEqual([['tax', 1], ['trade', 0]]); // prettier-ignore
    expect([rift.value, rift.few]).toEqual([0.5, false]);
    expect(riftSeries(running, x, y).map(({ targets }) => targets)).toEqual([0, 1, 1, 2]);
  });
});
