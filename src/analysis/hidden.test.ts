import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SOURCE_KINDS } from '../record/record';
import { smallRecord } from '../testing/smallRecord';
import { shipped } from '../testing/shippedDataset';
import { dayOf, LAST_DAY } from '../words/calendar';
import { Hidden } from './hidden';
import { ALL, sliceRecord, type Filters } from './slice';

const record = smallRecord({
  stances: [
    ['x', 'y', '2025-01-01', -2, { topics: 'trade' }],
    ['x', 'y', '2025-01-02', -1, { topics: 'trade', confidence: 'low' }],
    ['x', 'y', '2025-01-03', 1, { topics: 'border' }],
    ['y', 'x', '2025-01-04', 0, { basis: 'attribution' }],
  ],
});
const [x, y] = [record.actorIndex.get('x')!, record.actorIndex.get('y')!];
const hidden = (filters: Partial<Filters>) => new Hidden(record, { ...ALL, ...filters });

describe('what the filters hide of a pair', () => {
  test('is nothing where a row shows, where none is set, and where the record has none', () => {
    expect(hidden({}).ofPair(x, y, LAST_DAY)).toBeNull();
    expect(hidden({ topics: ['trade'] }).ofPair(x, y, LAST_DAY)).toBeNull();
    expect(hidden({ topics: ['trade'] }).ofPair(x, x, LAST_DAY)).toBeNull();
  });

  test('is counted up to the day, and the filter that alone hides most is named', () => {
    expect(hidden({ topics: ['nothing'] }).ofPair(x, y, LAST_DAY)).toEqual({ rows: 3, most: 'topics', by: 3, others: false });
    expect(hidden({ topics: ['nothing'] }).ofPair(x, y, dayOf('2025-01-02'))?.rows).toBe(2);
    // Alone, the topic hides one row and the sign two.
    expect(hidden({ topics: ['trade'], sign: 'positive' }).ofPair(x, y, LAST_DAY)).toEqual({
      rows: 3,
      most: 'sign',
      by: 2,
      others: true,
    });
  });

  test('own words alone hide what others say: that is no missing row', () => {
    expect(hidden({ basis: 'own' }).ofPair(y, x, LAST_DAY)).toEqual({ rows: 1, most: 'basis', by: 1, others: false });
  });

  test('all but a value hides as it does in the slice', () => {
    expect(hidden({ targets: ['y'], but: ['targets'] }).ofPair(x, y, LAST_DAY)).toMatchObject({ rows: 3, most: 'targets' });
  });
});

test('between two days, likewise', () => {
  expect(hidden({ topics: ['border'] }).between(dayOf('2025-01-01'), dayOf('2025-01-02'))).toMatchObject({
    rows: 2,
    most: 'topics',
  });
  expect(hidden({ topics: ['border'] }).between(dayOf('2025-01-01'), dayOf('2025-01-03'))).toBeNull();
});

test('a pair of the shipped record says hidden if and only if the record has rows of it and the slice none', () => {
  const flank = shipped('eastern-flank');
  const every = sliceRecord(flank, ALL);
  fc.assert(
    fc.property(
      fc.record({
        sourceKinds: fc.subarray([...SOURCE_KINDS], { maxLength: 2 }),
        basis: fc.constantFrom('own' as const, 'all' as const, 'attributed' as const),
        confidence: fc.constantFrom(0 as const, 1 as const, 2 as const),
      }),
      fc.nat({ max: every.pairs.n - 1 }),
      (set, pair) => {
        const filters = { ...ALL, ...set };
        const [holder, target] = [every.pairs.holder[pair]!, every.pairs.target[pair]!];
        const shown = sliceRecord(flank, filters).pairs.index.has(holder * flank.actors.length + target);
        const found = new Hidden(flank, filters).ofPair(holder, target, LAST_DAY);
        expect(found === null).toBe(shown);
        if (found !== null) expect(found.by).toBeLessThanOrEqual(found.rows);
      },
    ),
    { numRuns: 60 },
  );
});
