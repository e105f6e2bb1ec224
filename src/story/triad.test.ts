import { describe, expect, it } from 'vitest';
import { sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { filtersOf } from '../focus/focus.svelte';
import { START } from '../focus/view';
import { greatPowers } from '../testing/shippedDataset';
import { dayOf } from '../words/calendar';
import { triadAt, triadIn } from './triad';

const record = greatPowers();
const running = runStances(sliceRecord(record, filtersOf(START, null)), { mode: 'decay', halfLife: 30, from: 0 });
const at = (date: string, ...ids: string[]) => {
  const [a = -1, b = -1, c = -1] = ids.map((id) => record.actorIndex.get(id));
  return triadAt(record, running, dayOf(date), [a, b, c]);
};

describe('a triad that a text names', () => {
  it('is a link of three actors, and no other', () => {
    expect(triadIn('triad:a~b~c')).toEqual(['a', 'b', 'c']);
    expect(['triad:a~b', 'triad:a~b~', 'triad:a~b~c~d', 'a~b~c', '#triad'].map(triadIn)).toEqual([null, null, null, null, null]);
  });

  it('is told by the signs of its day, its sides in the order of its actors', () => {
    const before = at('1890-12-31', 'france', 'germany', 'russia');
    expect(before.sides.map(({ sign }) => sign)).toEqual([-1, 0, -1]);
    expect(before.sides.map(({ words }) => words)).toEqual(['France and Germany: unfriendly', 'France and Russia: no sign', 'Germany and Russia: unfriendly']); // prettier-ignore
    expect(before.told).toMatch(/neither balanced nor strained/);
    const after = at('1891-12-31', 'france', 'germany', 'russia');
    expect([after.names, after.told]).toEqual(['France, Germany and Russia', 'Two friends have an enemy in common: balanced.']);
  });

  it('knows the four shapes of three signs', () => {
    expect(at('1872-12-31', 'germany', 'austria-hungary', 'russia').told).toBe('Three friends: balanced.');
    expect(at('1872-12-31', 'united-kingdom', 'france', 'russia').told).toBe('Three mutual enemies: strained.');
    expect(at('1904-12-31', 'united-kingdom', 'france', 'russia').told).toBe('Two who are at odds have a friend in common: strained.'); // prettier-ignore
  });
});
