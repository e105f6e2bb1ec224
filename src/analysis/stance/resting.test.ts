import { describe, expect, it } from 'vitest';
import { smallRecord } from '../../testing/smallRecord';
import { dayOf } from '../../words/calendar';
import { ALL, sliceRecord, type Filters } from '../slice';
import { restingPairs, signedPairs } from './resting';

describe('pairs with at least so many rows', () => {
  const slice = sliceRecord(
    smallRecord({
      stances: [
        ['a', 'b', '2025-01-01', 1],
        ['a', 'b', '2025-01-05', 1],
        ['b', 'a', '2025-01-02', 0],
        ['c', 'a', '2025-01-03', -1],
        ['c', 'a', '2025-01-04', -1],
        ['c', 'a', '2025-01-09', -1],
      ],
    }),
    ALL,
  );
  const kept = (to: string, rows: number) =>
    restingPairs(slice, dayOf(to), rows).map((p) => 'abc'[slice.pairs.holder[p]!]! + 'abc'[slice.pairs.target[p]!]!);

  it('keeps a pair with exactly that many, and none with one fewer', () => {
    expect(kept('2025-12-31', 1)).toEqual(['ab', 'ba', 'ca']);
    expect(kept('2025-12-31', 2)).toEqual(['ab', 'ca']);
    expect(kept('2025-12-31', 3)).toEqual(['ca']);
    expect(kept('2025-12-31', 4)).toEqual([]);
  });

  it('counts the rows up to the end of the day, that day included', () => {
    expect(kept('2025-01-04', 2)).toEqual(['ca']);
    expect(kept('2025-01-05', 2)).toEqual(['ab', 'ca']);
    expect(kept('2024-12-31', 1)).toEqual([]);
  });
});

describe('pairs that signed ties join', () => {
  const record = smallRecord({
    kinds: { d: 'person' },
    ties: [
      ['a;b', 'alliance', '1', '2020', ''],
      ['a;c', 'enmity', '-1', '2021', '2022'],
      ['b;a', 'enmity', '-1', '2023', ''],
      ['b;c', 'treaty', '', '2020', ''],
      ['c;d', 'alliance', '1', '2020', ''],
    ],
  });
  const pairs = (filters: Partial<Filters> = {}) =>
    signedPairs(sliceRecord(record, { ...ALL, ...filters })).map(
      ({ a, b, ties }) => `${'abcd'[a]}${'abcd'[b]} ${ties.map((tie) => record.ties[tie]!.id).join(' ')}`,
    );

  it('are each named once with all their ties, and ties without a sign join nobody', () => {
    expect(pairs()).toEqual(['ab t0 t2', 'cd t4', 'ac t1']);
  });

  it('pass where one of them is chosen, and where both are of a chosen kind', () => {
    expect(pairs({ actors: ['b'] })).toEqual(['ab t0 t2']);
    expect(pairs({ actors: ['d'] })).toEqual(['cd t4']);
    expect(pairs({ actors: ['c'] })).toEqual(['cd t4', 'ac t1']);
    expect(pairs({ actorKinds: ['state'] })).toHaveLength(2);
    expect(pairs({ actorKinds: ['person'] })).toEqual([]);
    expect(pairs({ actorKinds: ['state', 'person'] })).toHaveLength(3);
  });
});
