import { describe, expect, it } from 'vitest';
import type { StanceRecord } from '../../record/record';
import { smallRecord, type TieLine } from '../../testing/smallRecord';
import { dayOf } from '../../words/calendar';
import { tieLook } from '../stance/look';
import { friendlyPairs, holds, pairsOfTie, tiedPairs } from './tied';
import { sinceWords, tieWords } from './tieWords';

const recordOf = (ties: readonly TieLine[], kinds: Record<string, 'organisation' | 'alliance'> = {}) =>
  smallRecord({ ties, kinds });
const joined = (record: StanceRecord, pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([a, b]) => `${record.actors[a]!.id}-${record.actors[b]!.id}`);
const pairsOf = (record: StanceRecord, tie = 0) => joined(record, pairsOfTie(record, record.ties[tie]!));

describe('the pairs that a tie joins', () => {
  it('are all of its members, each pair once', () => {
    expect(pairsOf(recordOf([['a;b;c', 'alliance', '1', '2020', '']]))).toEqual(['a-b', 'a-c', 'b-c']);
  });

  it('of a membership are the organisation or alliance with each member, wherever it is named', () => {
    expect(pairsOf(recordOf([['a;o;b', 'membership', '1', '2020', '']], { o: 'organisation' }))).toEqual(['a-o', 'o-b']);
    expect(pairsOf(recordOf([['a;o;b', 'membership', '1', '2020', '']], { o: 'alliance' }))).toEqual(['a-o', 'o-b']);
  });

  it('of a membership are those with the first named where no member is an organisation, or every one is', () => {
    expect(pairsOf(recordOf([['a;b;c', 'membership', '1', '2020', '']]))).toEqual(['a-b', 'a-c']);
    expect(pairsOf(recordOf([['o;p;q', 'membership', '1', '2020', '']], { o: 'organisation', p: 'alliance', q: 'organisation' }))).toEqual(['o-p', 'o-q']); // prettier-ignore
  });

  it('of sanctions are each of them with the last named, who bears them', () => {
    expect(pairsOf(recordOf([['a;b;c', 'sanctions', '-1', '2020', '']]))).toEqual(['a-c', 'b-c']);
  });

  it('name the actor first that the record names first', () => {
    const record = recordOf([
      ['a;b', 'alliance', '1', '2020', ''],
      ['b;a', 'treaty', '1', '2021', ''],
    ]);
    expect(pairsOf(record, 1)).toEqual(['a-b']);
  });
});

describe('ties on a day', () => {
  const record = recordOf([
    ['a;b', 'alliance', '1', '2020-01-01', '2021-01-01'],
    ['a;b', 'treaty', '1', '2020-06-01', ''],
    ['b;c', 'treaty', '1', '2020-01-01', ''],
    ['a;c', 'enmity', '-1', '2020-01-01', ''],
    ['c;d', 'friendship', '-1', '2020-01-01', ''],
    ['c;d', 'deployment', '1', '2020-01-01', ''],
  ]);
  const day = dayOf('2020-12-31');

  it('hold from their first day up to, and not on, the day of their end', () => {
    const tie = record.ties.find(({ id }) => id === 't0')!;
    expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((iso) => holds(tie, dayOf(iso)))).toEqual([false, true, true, false]); // prettier-ignore
  });

  it('are gathered by the pair that they join, those alone that are asked for', () => {
    const positive = tiedPairs(record, day, ({ sign }) => sign === 1);
    expect(joined(record, positive.map(({ a, b }) => [a, b] as const))).toEqual(['a-b', 'b-c', 'c-d']); // prettier-ignore
    expect(positive[0]!.ties.map((tie) => record.ties[tie]!.id)).toEqual(['t0', 't1']);
    expect(tiedPairs(record, dayOf('2019-12-31'), () => true)).toEqual([]);
  });

  it('put on one side whom a positive tie of a friendly kind joins, and under `close` more than a treaty', () => {
    const names = (set: 'any' | 'close', at = day) => joined(record, friendlyPairs(record, at, set).map(({ a, b }) => [a, b] as const)); // prettier-ignore
    expect(names('any')).toEqual(['a-b', 'b-c']);
    expect(names('close')).toEqual(['a-b']);
    expect(names('close', dayOf('2021-01-01'))).toEqual([]);
  });

  it('are said by their kind and since when, no more precisely than the table', () => {
    const vague = recordOf([
      ['a;b', 'summit-group', '1', '1872', ''],
      ['a;b', 'alliance', '1', '1879-10-07', ''],
    ]);
    expect(tieWords(vague, 0)).toBe('summit group since 1872');
    const since = (iso: string) => sinceWords(vague, tieLook(vague, [0, 1], dayOf(iso))!);
    expect(since('1875-01-01')).toBe('1872');
    expect(since('1880-01-01')).toBe('7 October 1879');
    expect(sinceWords(vague, { ...tieLook(vague, [0], dayOf('1875-01-01'))!, last: 0 })).toBe('');
  });
});
