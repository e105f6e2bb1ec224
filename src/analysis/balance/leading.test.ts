import { describe, expect, it } from 'vitest';
import { smallRecord } from '../../testing/smallRecord';
import { dayOf } from '../../words/calendar';
import { ALL, sliceRecord } from '../slice';
import { runStances } from '../stance/stance';
import { balanceSeries } from './balanceSeries';
import { addedByTies, leadingTriads } from './leading';
import { signsAt, SIGN_RULE, type SignSource } from './signs';
import { censusOf, triadsOf } from './triads';

const at = dayOf('2025-02-01');
const record = smallRecord({
  stances: [
    ['x', 'y', '2025-01-01', -2],
    ['x', 'y', '2025-01-05', -1],
  ],
  ties: [
    ['x;y;z;w;v', 'summit-group', '1', '2020', ''],
    ['x;v', 'enmity', '-1', '2020', ''],
    ['x;v', 'enmity', '-1', '2020', ''],
  ],
});
const running = runStances(sliceRecord(record, ALL), { mode: 'decay', halfLife: 30, from: dayOf('2025-01-01') });

function parted(source: SignSource) {
  const rule = { ...SIGN_RULE, source };
  const graph = signsAt(record, running, at, rule);
  const leads = leadingTriads(record, graph, rule);
  const triads = triadsOf(graph);
  return { all: triads.length, lead: censusOf(triads.filter(leads)), added: addedByTies(record, graph, triads, leads) };
}

describe('triads that lead', () => {
  it('have a side from words or acts; those that one summit makes of itself are told apart', () => {
    const { all, lead, added } = parted('both');
    expect(all).toBe(10);
    // x and y with z, w and v: the last has the enmity of x and v as well.
    expect(lead).toMatchObject({ ppm: 2, pmm: 1 });
    expect(added.triads).toHaveLength(7);
    expect(added.balanced).toBe(5);
    expect(added.most).toEqual({ tie: 0, triads: 5 });
  });

  it('have a side that is more than a membership, where ties alone count', () => {
    const { lead, added } = parted('tie');
    expect(lead).toMatchObject({ ppm: 3, balanced: 0 });
    expect(added.triads).toHaveLength(7);
    expect(added.most).toEqual({ tie: 0, triads: 7 });
  });

  it('are all of them where only words count', () => {
    const { all, added } = parted('stance');
    expect([all, added.triads.length, added.most]).toEqual([0, 0, null]);
  });

  it('are what the line through time counts', () => {
    const [step] = balanceSeries(record, running, { from: at, to: at });
    expect(step!.census).toEqual(parted('both').lead);
    expect(step!.degree).toBeCloseTo(1 / 3, 12);
  });
});
