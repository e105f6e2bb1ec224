import { describe, expect, test } from 'vitest';
import { ALL, sliceRecord } from '../slice';
import { caseRecord } from '../../testing/cases';
import { greatPowers } from '../../testing/shippedDataset';
import { lifeOf } from '../../timeline/lanes/tiesModel';
import { dayOf } from '../../words/calendar';
import type { StanceRecord } from '../../record/record';
import { holds } from '../rift/tied';
import { tiesLead } from './leadTies';

/** Alliances of one pair of powers each, as a table that ends in 2012 has them. */
const POWERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const actors = POWERS.map((id) => `${id},Power ${id},state,,,,,,`);
const tie = (i: number, start: string, end: string) =>
  `t${i},alliance,${POWERS[i]};${POWERS[i + 1]},1,Alliance ${i},${start},${end},,src-a`;
const cut = [...[0, 1, 2, 3, 4].map((i) => tie(i, '1949', '2012')), tie(5, '1955', '1991')];
const leadText = (record: StanceRecord, from: string, at: string) => {
  const lead = tiesLead(sliceRecord(record, ALL), { from: dayOf(from), at: dayOf(at) })!;
  return { text: lead.parts.map(({ text }) => text).join(''), counts: lead.counts };
};

describe('ties that end where their source does', () => {
  const record = caseRecord({ actors, ties: cut });

  test('are asked about, and are not known after it rather than ended', () => {
    expect(record.faults).toMatchObject([
      {
        rule: 'ends-together',
        severity: 'warning',
        file: 'ties.csv',
        line: 2,
        column: 'end',
        message: '5 of 6 ties end on the last date of all, `2012`: is this the end of your data?',
      },
    ]);
    expect(record.faults[0]?.suggestion).toContain('"until": "2012-12-31"');
    expect(record.ties.map(({ censored }) => censored)).toEqual([true, true, true, true, true, false]);
    expect(lifeOf(record.ties[0]!)).toBe('since 1949, not known after 2012');
    expect(lifeOf(record.ties[5]!)).toBe('1955 up to 1991');
    expect(holds(record.ties[0]!, dayOf('2012-12-31'))).toBe(true);
    expect(holds(record.ties[0]!, dayOf('2013-01-01'))).toBe(false);
    expect(record.span).toEqual([dayOf('1949-01-01'), dayOf('2012-12-31')]);
  });

  test('make no headline; what really ended does', () => {
    expect(leadText(record, '1949-01-01', '2012-12-31').text).toContain('In 1991 Power f and Power g ceased to be friendly');
    const after = leadText(record, '2000-01-01', '2020-01-01');
    expect(after.text).toBe('No tie changed its sign between 1 January 2000 and 1 January 2020.');
    expect(after.counts).toBe('5 signed ties are not known after 2012.');
  });

  test('a day that the package declares counts, without a question', () => {
    const declared = (until: string) => caseRecord({ actors, ties: cut }, { stanceline: { coverage: { ties: { until } } } });
    const asked = (one: StanceRecord) => one.faults.filter(({ rule }) => rule === 'ends-together');
    const same = declared('2012-12-31');
    expect(asked(same)).toEqual([]);
    expect(same.ties).toEqual(record.ties);
    const later = declared('2020-12-31');
    expect(asked(later)).toEqual([]);
    expect(later.ties.some(({ censored }) => censored)).toBe(false);
    expect(leadText(later, '2000-01-01', '2020-01-01').text).toContain('ceased to be friendly');
    expect(declared('2012').faults).toContainEqual(
      expect.objectContaining({ rule: 'bad-package', message: '`stanceline.coverage.ties.until` is no day.' }),
    );
  });

  test('a few ends on one date, or ties that still hold, are the end of ties', () => {
    const few = caseRecord({ actors, ties: [tie(0, '1949', '2012'), tie(1, '1949', '1990'), tie(2, '1949', '2012')] });
    expect(few.faults).toEqual([]);
    expect(few.ties.some(({ censored }) => censored)).toBe(false);
    const going = caseRecord({ actors, ties: [...cut.slice(0, 5), tie(5, '1955', '')] });
    expect(going.faults).toEqual([]);
    expect(going.ties.some(({ censored }) => censored)).toBe(false);
  });
});

test('in the great powers no day and no number changes', () => {
  const { ties } = greatPowers();
  expect(ties.filter(({ censored }) => censored)).toHaveLength(15);
  for (const one of ties) expect(one.until).toBe(one.end?.first);
});
