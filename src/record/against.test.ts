import { describe, expect, it, test } from 'vitest';
import { smallRecord, type Line } from '../testing/smallRecord';
import { against, arguesAgainst } from './against';

const found = (stances: readonly Line[], id: string, most?: number) => {
  const record = smallRecord({ stances });
  const list = against(record, record.stances.id.indexOf(id), most);
  return list.map(({ stance, days }) => [record.stances.id[stance], days]);
};

describe('what argues against a stance', () => {
  const stances: Line[] = [
    ['a', 'b', '2025-01-01', -1],
    ['a', 'b', '2025-03-01', -1],
    ['a', 'b', '2025-03-20', 2],
    ['a', 'b', '2025-03-29', -2],
    ['a', 'b', '2025-04-20', -1],
    ['a', 'b', '2025-03-21', 1],
    ['a', 'b', '2025-03-21', 0],
    ['a', 'c', '2025-03-21', -2],
    ['b', 'a', '2025-03-21', -2],
  ];

  it('are rows of the pair with the other sign, the nearest in time first, before or after', () => {
    expect(found(stances, 'r2')).toEqual([
      ['r3', 9],
      ['r1', -19],
      ['r4', 31],
    ]);
    expect(found(stances, 'r2', 1)).toEqual([['r3', 9]]);
    expect(found(stances, 'r2', 9)).toHaveLength(4);
  });

  it('of rows equally near the stronger comes first, then the one that the record has first', () => {
    expect(
      found(
        [
          ['a', 'b', '2025-01-05', 1],
          ['a', 'b', '2025-01-03', -1],
          ['a', 'b', '2025-01-07', -2],
          ['a', 'b', '2025-01-07', -1],
        ],
        'r0',
      ),
    ).toEqual([
      ['r2', 2],
      ['r1', -2],
      ['r3', 2],
    ]);
  });

  it('never is a row of the same statement, nor one without a date', () => {
    expect(
      found(
        [
          ['a', 'b', '2025-01-01', 1],
          ['a', 'b', '2025-01-01', -1, { on: 0 }],
          ['a', 'b', 'XXXX', -2],
        ],
        'r0',
      ),
    ).toEqual([]);
    expect(found([['a', 'b', 'XXXX', -2], ['a', 'b', '2025-01-01', 1]], 'r0')).toEqual([]); // prettier-ignore
    const record = smallRecord({ stances });
    expect(against(record, -1)).toEqual([]);
    expect(against(record, 99)).toEqual([]);
  });
});

test.each([
  [-1, 1, true],
  [1, -2, true],
  [2, 0.4, false],
  [0, 1, false],
  [0, -1, false],
  [2, 0, true],
  [-2, 0, true],
  [1, 0, false],
  [0, 0, false],
])('a score of %i argues against %d: %s', (score, own, argues) => expect(arguesAgainst(score, own)).toBe(argues));
