import { describe, expect, it } from 'vitest';
import { ALL, pairOf, rowsBefore, rowsOf, slicePair, sliceRecord, sliceRows, type Filters } from './slice';
import { smallRecord } from '../testing/smallRecord';
import { syntheticRecord } from '../testing/synthetic';

const record = smallRecord({
  stances: [
    ['x', 'y', '2025-01-01', -2, { coders: { a: -2, b: -1 } }],
    ['x', 'leader', '2025-01-02', 1, { sources: 's2', confidence: 'low', coders: { a: 1 } }],
    ['leader', 'x', '2025-01-03', 2, { topics: 'trade' }],
    ['y', 'x', '2025-01-04', 0, { basis: 'attribution', sources: 's1;s2' }],
    ['leader', 'y', '2025-01-05', -1],
  ],
  speaksFor: { leader: 'y' },
  kinds: { leader: 'person' },
});
const scores = (filters: Partial<Filters>) => Array.from(sliceRecord(record, { ...ALL, ...filters }).score);

describe('the filters', () => {
  it('leave everything in where none is set', () => expect(scores({})).toEqual([-2, 1, 2, 0, -1]));
  it.each<[string, Partial<Filters>, number[]]>([
    ['actors, as holder or target', { actors: ['leader'] }, [1, 2, -1]],
    ['kinds of actor, both ends', { actorKinds: ['state'] }, [-2, 0]],
    ['topics', { topics: ['trade'] }, [2]],
    ['first-hand rows', { basis: 'own' }, [-2, 1, 2, -1]],
    ['attributed rows', { basis: 'attributed' }, [0]],
    ['confidence', { confidence: 1 }, [-2, 2, 0, -1]],
    ['sign', { sign: 'negative' }, [-2, -1]],
    ['a source that rows rest on alone', { without: 's2' }, [-2, 2, 0, -1]],
    ['a source that does not exist', { without: 'nothing' }, [-2, 1, 2, 0, -1]],
    ['a coder, where that coder scored', { coder: 'b' }, [-1]],
    ['a coder that does not exist', { coder: 'z' }, []],
    ['a text search', { found: new Set([0, 3]) }, [-2, 0]],
  ])('%s', (_, filters, expected) => expect(scores(filters)).toEqual(expected));
});

describe('folding leaders into states', () => {
  const folded = sliceRecord(record, { ...ALL, fold: true });
  const actor = (id: string) => record.actorIndex.get(id)!;

  it('counts their words and words on them for the state, and leaves out a stance on itself', () => {
    expect(Array.from(folded.score)).toEqual([-2, 1, 2, 0]);
    expect(rowsOf(folded, pairOf(folded, actor('x'), actor('y')))).toHaveLength(2);
    expect(pairOf(folded, actor('leader'), actor('x'))).toBe(-1);
  });

  it('keeps what somebody says of himself, which no folding made', () => {
    const own = smallRecord({ stances: [['leader', 'leader', '2025-01-01', 2], ['leader', 'x', '2025-01-02', 1]], speaksFor: { leader: 'x' } }); // prettier-ignore
    const pairs = (fold: boolean) => {
      const slice = sliceRecord(own, { ...ALL, fold });
      return Array.from(slice.holder, (holder, k) => [holder, slice.target[k]!].map((i) => own.actors[i]!.id).join(' on '));
    };
    expect(pairs(false)).toEqual(['leader on leader', 'leader on x']);
    expect(pairs(true)).toEqual(['x on x']);
  });

  it('filters the actors that count', () => {
    expect(scores({ fold: true, actors: ['y'] })).toEqual([-2, 1, 2, 0]);
    expect(scores({ fold: true, actorKinds: ['person'] })).toEqual([]);
    expect(scores({ fold: true, actorKinds: ['state'] })).toEqual([-2, 1, 2, 0]);
  });
});

describe('the columns of a slice', () => {
  const slice = sliceRecord(syntheticRecord({ stances: 500, actors: 15 }), ALL);

  it('are in date order, and so are the rows of each pair, which together are all rows', () => {
    for (let k = 1; k < slice.n; k++) expect(slice.day[k]!).toBeGreaterThanOrEqual(slice.day[k - 1]!);
    const seen = new Set<number>();
    for (let pair = 0; pair < slice.pairs.n; pair++) {
      const rows = Array.from(rowsOf(slice, pair));
      expect(rows).toEqual([...rows].sort((a, b) => a - b));
      for (const k of rows) {
        expect([slice.holder[k], slice.target[k]]).toEqual([slice.pairs.holder[pair], slice.pairs.target[pair]]);
        seen.add(k);
      }
    }
    expect(seen.size).toBe(slice.n);
  });

  it('count rows before a day as a plain loop does', () => {
    for (const day of [slice.day[0]!, slice.day[100]!, slice.day[499]! + 1, -5]) {
      expect(rowsBefore(slice.day, day)).toBe(Array.from(slice.day).filter((d) => d < day).length);
    }
  });

  it('keep their order when rows are dropped', () => {
    const half = sliceRows(slice, (k) => k % 2 === 0);
    expect(half.n).toBe(250);
    expect(Array.from(half.row)).toEqual(Array.from(slice.row).filter((_, k) => k % 2 === 0));
    expect(half.pairs.item).toHaveLength(250);
  });

  it('are those of one pair where it is taken by itself', () => {
    const rows = rowsOf(slice, 7);
    const own = slicePair(slice, 7);
    expect([own.n, own.pairs.n]).toEqual([rows.length, 1]);
    expect(pairOf(own, slice.pairs.holder[7]!, slice.pairs.target[7]!)).toBe(0);
    for (const column of ['row', 'day', 'score'] as const)
      expect(Array.from(own[column])).toEqual(Array.from(rows, (k) => slice[column][k]));
  });
});
