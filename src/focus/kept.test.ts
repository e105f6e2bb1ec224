import { describe, expect, it } from 'vitest';
import { keptEntries, keptItems } from './kept.svelte';

interface Mark {
  place: number;
  rows: number;
}
const placeOf = ({ place }: Mark) => place;

describe('a list made anew', () => {
  const before: Mark[] = [
    { place: 1, rows: 4 },
    { place: 2, rows: 5 },
  ];

  it('is the one from before where nothing differs', () => {
    expect(keptItems(before, structuredClone(before), placeOf)).toBe(before);
  });

  it('keeps the items that are as they were, and takes the others', () => {
    const now = [{ place: 2, rows: 5 }, { place: 1, rows: 6 }, { place: 3, rows: 4 }]; // prettier-ignore
    const kept = keptItems(before, now, placeOf);
    expect(kept).toEqual(now);
    expect(kept.map((item, i) => item === now[i])).toEqual([false, true, true]);
    expect(kept[0]).toBe(before[1]);
  });

  it('is another where an item is gone, comes in or stands elsewhere', () => {
    expect(keptItems(before, before.slice(0, 1), placeOf)).toEqual([before[0]]);
    expect(keptItems(before.slice(0, 1), before, placeOf)).toEqual(before);
    expect(keptItems(before, [...before].reverse(), placeOf)).toEqual([before[1], before[0]]);
  });
});

describe('a map made anew', () => {
  const before = new Map([
    ['a', { rows: 1 }],
    ['b', { rows: 2 }],
  ]);

  it('is the one from before where nothing differs', () => {
    expect(keptEntries(before, structuredClone(before))).toBe(before);
  });

  it('keeps the values that are as they were, and takes the others', () => {
    const now = new Map([
      ['a', { rows: 1 }],
      ['b', { rows: 3 }],
    ]);
    const kept = keptEntries(before, now);
    expect([...kept]).toEqual([...now]);
    expect(kept.get('a')).toBe(before.get('a'));
  });

  it('is another where a key is gone, comes in or changes its name', () => {
    const one = new Map([['a', { rows: 1 }]]);
    expect([...keptEntries(before, one)]).toEqual([...one]);
    expect([...keptEntries(one, before)]).toEqual([...before]);
    const renamed = new Map([
      ['a', { rows: 1 }],
      ['c', { rows: 2 }],
    ]);
    expect([...keptEntries(before, renamed)]).toEqual([...renamed]);
  });
});
