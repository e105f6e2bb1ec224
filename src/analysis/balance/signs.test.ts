import { describe, expect, it } from 'vitest';
import { balanceSeries } from './balanceSeries';
import { leadingTriads } from './leading';
import { signsAt, SIGN_RULE, weakSide, type SignRule } from './signs';
import { ALL, sliceRecord } from '../slice';
import { smallRecord } from '../../testing/smallRecord';
import { runStances, type Reading } from '../stance/stance';
import { censusOf, triadsOf } from './triads';
import { dayOf } from '../../words/calendar';
import { greatPowers } from '../../testing/shippedDataset';

const reading: Reading = { mode: 'decay', halfLife: 30, from: dayOf('2025-01-01') };
const record = smallRecord({
  stances: [
    ['x', 'y', '2025-01-01', 2],
    ['y', 'x', '2025-01-01', -1],
    ['x', 'z', '2025-01-02', -2],
    ['z', 'y', '2025-01-03', 1],
    ['y', 'z', '2025-01-03', -1],
    ['x', 'p', '2025-01-03', 1],
    ['x', 'y', '2025-06-01', -2],
  ],
  ties: [
    ['y;z', 'alliance', '1', '2020', '2025-03-01'],
    ['x;z', 'alliance', '1', '2020', ''],
    ['x;w', 'enmity', '-1', '2020', ''],
    ['x;w', 'alliance', '1', '2025-05-01', ''],
    ['y;w', 'deployment', '', '2020', ''],
  ],
  kinds: { p: 'person' },
});
const running = runStances(sliceRecord(record, ALL), reading);
const signsOn = (date: string, rule: Partial<SignRule> = {}) => {
  const graph = signsAt(record, running, dayOf(date), { ...SIGN_RULE, ...rule });
  const name = (node: number) => record.actors[graph.actors[node]!]!.id;
  return graph.edges
    .map(({ a, b, sign, reason }) => `${[name(a), name(b)].sort().join('')}${sign > 0 ? '+' : '-'}${reason.kind[0]}`)
    .sort();
};

describe('the sign of a pair', () => {
  it('is that of the mean of both directions, and none near zero', () => {
    expect(signsOn('2025-01-10', { source: 'stance' })).toEqual(['xy+s', 'xz-s']);
    expect(signsOn('2025-01-10', { source: 'stance', threshold: 0.6 })).toEqual(['xz-s']);
    expect(signsOn('2025-06-01', { source: 'stance' })).toEqual(['xy-s', 'xz-s']);
  });

  it('is that of the tie where only ties count; ties that cancel out give none', () => {
    expect(signsOn('2025-01-10', { source: 'tie' })).toEqual(['wx-t', 'xz+t', 'yz+t']);
    expect(signsOn('2025-05-01', { source: 'tie' })).toEqual(['xz+t']);
  });

  it('falls back on the tie where both count', () => {
    expect(signsOn('2025-01-10')).toEqual(['wx-t', 'xy+s', 'xz-s', 'yz+t']);
    expect(signsOn('2025-03-01')).toEqual(['wx-t', 'xy+s', 'xz-s']);
  });

  it('counts persons only where they are asked for, and old words unless they are not', () => {
    expect(signsOn('2025-01-10', { source: 'stance', kinds: [] })).toEqual(['px+s', 'xy+s', 'xz-s']);
    expect(signsOn('2025-05-30', { source: 'stance', stale: false })).toEqual([]);
  });

  it('is weak where it rests on one row or is long silent, and can then be left out', () => {
    const weak = (date: string) => {
      const graph = signsAt(record, running, dayOf(date), { ...SIGN_RULE, source: 'stance' });
      return graph.edges.map(({ a, b, reason }) => [a, b].map((n) => record.actors[graph.actors[n]!]!.id).sort().join('') + weakSide(reason)).sort(); // prettier-ignore
    };
    expect(weak('2025-01-10')).toEqual(['xynull', 'xzsingle']);
    expect(weak('2025-05-30')).toEqual(['xystale', 'xzstale']);
    expect(weakSide({ kind: 'tie', ties: [0] })).toBeNull();
    expect(signsOn('2025-01-10', { source: 'stance', single: false })).toEqual(['xy+s']);
    // Without its one row the pair falls back on its tie.
    expect(signsOn('2025-01-10', { single: false })).toEqual(['wx-t', 'xy+s', 'xz+t', 'yz+t']);
  });

  it('is nothing where nothing is known', () => expect(signsOn('2019-01-01')).toEqual([]));
});

describe('balance through time', () => {
  it('equals the balance of each day, and steps only where a sign changed', () => {
    const from = dayOf('2024-12-01');
    const to = dayOf('2025-07-01');
    for (const rule of [
      SIGN_RULE,
      { ...SIGN_RULE, stale: false },
      { ...SIGN_RULE, single: false },
      { ...SIGN_RULE, source: 'tie' as const },
    ]) {
      const steps = balanceSeries(record, running, { from, to, rule });
      expect(steps[0]!.day).toBe(from);
      for (let day = from; day <= to; day++) {
        const step = steps.filter((s) => s.day <= day).at(-1)!;
        const graph = signsAt(record, running, day, rule);
        expect([step.edges, step.census]).toEqual([
          graph.edges.length,
          censusOf(triadsOf(graph).filter(leadingTriads(record, graph, rule))),
        ]);
      }
    }
  });

  it('shows the great powers reach perfect balance in 1907', () => {
    const powers = greatPowers();
    const none = runStances(sliceRecord(powers, ALL), reading);
    const span = { from: dayOf('1872-01-01'), to: dayOf('1917-12-31') };
    const steps = balanceSeries(powers, none, { ...span, rule: { ...SIGN_RULE, source: 'tie' } });
    expect(steps.map(({ day, census }) => [new Date(day * 864e5).getUTCFullYear(), census.balanced, census.unbalanced])).toEqual([
      [1872, 5, 2],
      [1882, 6, 2],
      [1890, 3, 2],
      [1891, 6, 2],
      [1904, 6, 2],
      [1907, 20, 0],
    ]);
    expect(steps.at(-1)!.degree).toBe(1);
  });
});

describe('a stance on oneself', () => {
  it('is no sign between two, at a date or through time', () => {
    const own = smallRecord({ stances: [['x', 'x', '2025-01-01', 2], ['x', 'y', '2025-01-02', 2], ['y', 'y', '2025-01-03', -2]] }); // prettier-ignore
    const running = runStances(sliceRecord(own, ALL), reading);
    const day = dayOf('2025-02-01');
    expect(signsAt(own, running, day).edges).toHaveLength(1);
    const steps = balanceSeries(own, running, { from: dayOf('2024-12-31'), to: day, rule: SIGN_RULE });
    expect(steps.map(({ edges }) => edges)).toEqual([0, 1]);
  });
});
