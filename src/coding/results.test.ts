import { describe, expect, it, test } from 'vitest';
import { readRecord } from '../record/reading/read';
import { dataset } from '../testing/soundDataset';
import { shippedByModels } from '../testing/shippedDataset';
import type { CoderSheet } from './codingFiles';
import { beside, classView, middleSeconds, readerOf, readersOf, toSettle } from './results';

const WORDS = 'words--belarus--poland';
const CLOSURE = 'closure--poland--belarus';
const record = readRecord(
  dataset({ 'codings.csv': { 'words--belarus--poland,b,2,': `words--belarus--poland,b,2,warm\n${CLOSURE},a,-2,` } }),
  'small',
);

const sheet = (id: string, scores: Record<string, CoderSheet['codings'] extends ReadonlyMap<string, infer C> ? (C extends { score: infer S } ? S : never) : never>): CoderSheet => ({ id, name: '', instructions: '', side: '', files: [], codings: new Map(Object.entries(scores).map(([stance, score]) => [stance, { stance, score, reason: `${id} on it` }])) }); // prettier-ignore

describe('against another coder', () => {
  const flank = shippedByModels('eastern-flank');
  const ids = flank.stances.id;
  const a = readersOf(flank).find(({ id }) => id === 'a')!;
  const grade = (i: number) => a.scores.get(ids[i]!)! as -2 | -1 | 0 | 1 | 2;

  it('counts the same grade, one apart and more, and every cell of the table', () => {
    const mine = sheet('me', {
      [ids[0]!]: grade(0),
      [ids[1]!]: grade(1),
      [ids[2]!]: grade(2) === 2 ? 1 : ((grade(2) + 1) as 0),
      [ids[3]!]: grade(3) > 0 ? -2 : 2,
      [ids[4]!]: null,
    });
    const found = beside(readerOf(mine), a);
    expect(found).toMatchObject({ same: 2, next: 1, far: 1, bars: false });
    expect(found.agreement.units).toBe(4);
    expect(found.cells.flat().reduce((sum, n) => sum + n, 0)).toBe(4);
    expect(found.cells[(grade(3) > 0 ? -2 : 2) + 2]![grade(3) + 2]).toBeGreaterThan(0);
  });

  it('is 1 for one who codes as the other did, with the interval about it', () => {
    const same = sheet('me', Object.fromEntries(ids.slice(0, 60).map((id, i) => [id, grade(i)])));
    const { agreement, far, next } = beside(readerOf(same), a);
    expect([agreement.alpha, agreement.units, next, far]).toEqual([1, 60, 0, 0]);
    expect(agreement.interval).toEqual([1, 1]);
  });

  it('has the bars of Krippendorff among people alone, from thirty stances on', () => {
    const of = (n: number) => readerOf(sheet('me', Object.fromEntries(ids.slice(0, n).map((id, i) => [id, grade(i)]))));
    const person = (n: number) => ({ ...of(n), kind: 'person' as const });
    expect(beside(of(60), a).bars).toBe(false);
    expect(beside(person(30), person(30)).bars).toBe(true);
    expect(beside(person(29), person(29)).bars).toBe(false);
  });

  it('names every coder, and the models together by the middle of their scores', () => {
    expect(readersOf(flank).map(({ label }) => label)).toEqual([
      'coder a',
      'coder b',
      'coder c',
      'coder d',
      'language models, 4 of them',
    ]);
    expect(readersOf(flank, ['b']).map(({ id }) => id)).toEqual(['a', 'c', 'd', ' model']);
    const small = readersOf(record);
    expect(small.find(({ id }) => id === 'b')?.scores.get(WORDS)).toBe(2);
    expect(small.at(-1)?.id).toBe('b');
  });
});

describe('what is to settle', () => {
  it('is what stands two grades apart or more, with both reasons and the grades between', () => {
    const mine = sheet('me', { [WORDS]: 0, [CLOSURE]: -1 });
    expect(toSettle(record, mine, 'b')).toEqual([
      { stance: WORDS, mine: { score: 0, reason: 'me on it' }, theirs: { score: 2, reason: 'warm' }, choices: [0, 1, 2] },
    ]);
    expect(toSettle(record, mine, 'a')).toEqual([]);
    // The oldest comes first, by the record's order.
    expect(toSettle(record, mine, 'a', 1).map(({ stance }) => stance)).toEqual([CLOSURE, WORDS]);
    expect(toSettle(record, mine, 'nobody')).toEqual([]);
  });
});

describe('a class', () => {
  it('has the mean of each stance that two scored, the widest first, and the alpha among all', () => {
    const view = classView(record, [
      sheet('x', { [WORDS]: 2, [CLOSURE]: -2 }),
      sheet('y', { [WORDS]: -1, [CLOSURE]: -1 }),
      sheet('z', { [WORDS]: null, [CLOSURE]: -2 }),
    ]);
    expect(view.cells.map(({ stance, mean, spread }) => [stance, mean, spread])).toEqual([
      [WORDS, 0.5, 3],
      [CLOSURE, -5 / 3, 1],
    ]);
    expect(view.cells[0]?.given).toHaveLength(3);
    expect(view.agreement).toMatchObject({ units: 2, ratings: 5 });
    expect(classView(record, [sheet('x', { [WORDS]: 1 })]).cells).toEqual([]);
  });
});

test('the middle of the seconds is not moved by one long pause', () => {
  expect(middleSeconds([10, 12, 900])).toBe(12);
  expect(middleSeconds([10, 12])).toBe(11);
  expect(middleSeconds([])).toBeNull();
});
