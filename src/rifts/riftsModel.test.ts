import { describe, expect, it } from 'vitest';
import { rankRifts, riftAt } from '../analysis/rift/rift';
import { riftChance } from '../analysis/rift/riftChance';
import { ALL, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { dayOf } from '../words/calendar';
import { smallRecord } from '../testing/smallRecord';
import { shipped } from '../testing/shippedDataset';
import { contributionsOf, growthWords, riftGroups, riftHow, riftKey, riftsSentence, scaleEnd } from './riftsModel';

const record = shipped('eastern-flank');
const at = dayOf('2026-01-26');
const from = dayOf('2025-01-01');
const slice = sliceRecord(record, { ...ALL, basis: 'own' });
const running = runStances(slice, { mode: 'decay', halfLife: 30, from });
const actor = (id: string) => record.actorIndex.get(id)!;

describe('the rifts page', () => {
  it('shows every third actor with shares that make up the whole rift', () => {
    const rift = riftAt(running, actor('belarus'), actor('russia'), at);
    const thirds = contributionsOf(slice, rift, at);
    expect(thirds.map(({ target }) => target)).toContain('poland');
    expect(thirds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(thirds.reduce((sum, { gap }) => sum + gap, 0) / thirds.length).toBeCloseTo(rift.value, 9);
  });

  it('gives each side’s last word no later than the clock', () => {
    const rift = riftAt(running, actor('belarus'), actor('russia'), at);
    for (const { lastA, lastB } of contributionsOf(slice, rift, at)) {
      for (const word of [lastA, lastB]) {
        expect(word).not.toBeNull();
        expect(record.evidence.day[record.evidenceIndex.get(word!.id)!]!).toBeLessThanOrEqual(at);
      }
    }
  });

  it('leads with the pair that stands furthest beyond chance, and says how many would by chance alone', () => {
    const { ranked, few, unknown } = rankRifts(record, running, { from, at, set: 'close' });
    const groups = riftGroups(ranked.map((rift) => ({ rift, chance: riftChance(running, rift, at) })));
    const pair = [actor('belarus'), actor('poland')].sort((a, b) => a - b);
    expect(ranked.some(({ a, b }) => a === pair[0] && b === pair[1])).toBe(false);
    for (const { rift, chance } of groups.beyond) expect(rift.value).toBeGreaterThan(chance!.high);
    for (const { rift, chance } of groups.within) expect(rift.value).toBeLessThanOrEqual(chance!.high);
    const words = riftsSentence(record, groups, few.length, unknown);
    expect(words).toContain(
      `Of ${ranked.length} tied pairs with stances on two third actors or more, Belarus and Russia disagree most`,
    );
    expect(words).toMatch(/about \d would be by chance alone \(q = \.\d\d\)|holds over all \d+ pairs/);
  });

  it('says so where nobody is further apart than chance shows, and claims no rank before that is known', () => {
    const rift = { ...riftAt(running, actor('belarus'), actor('russia'), at), ties: [0], growth: null };
    const chance = { mean: 0.3, low: 0.1, high: 0.9, p: 0.6, deals: 499 };
    const other = { rift: { ...rift, value: 0.1 }, chance };
    expect(riftsSentence(record, riftGroups([{ rift, chance }, other]), 1, 2)).toMatch(
      /^Of 2 tied pairs .*, none is further apart than two holders without a difference would be\. The widest: Belarus and Russia, 0\.\d\d of at most 1\. 1 tied pair has .*; 2 have none/,
    );
    expect(riftsSentence(record, riftGroups([{ rift, chance }]), 0, 0)).toMatch(/^The one tied pair .* is no further apart/);
    const open = riftGroups([{ rift, chance: undefined }, other]);
    expect([open.beyond, open.within, open.open.length]).toEqual([[], [], 2]);
    expect(riftsSentence(record, open, 0, 0)).not.toMatch(/chance|most:/);
    expect(riftsSentence(record, riftGroups([]), 0, 0)).toMatch(/^No tied pair/);
  });

  it('keeps the bars on a scale that holds them and what chance shows', () => {
    const rift = { ...riftAt(running, actor('belarus'), actor('russia'), at), ties: [0], growth: null, value: 0.2 };
    expect(scaleEnd([{ rift, chance: null }])).toBe(0.25);
    expect(scaleEnd([{ rift, chance: { mean: 0.2, low: 0, high: 0.26, p: 1, deals: 9 } }])).toBe(0.5);
    expect(scaleEnd([{ rift: { ...rift, value: 1 }, chance: null }])).toBe(1);
  });

  it('quotes for a third actor only words that carry the score on it', () => {
    const small = smallRecord({
      stances: [
        ['x', 't', '2025-01-01', -2, { quote: '“They mean war.”' }],
        ['x', 't', '2025-01-02', 1, { quote: 'We thank Tango.' }],
        ['x', 't', '2025-01-03', -2, { quote: 'Uniform is a friend, Tango is not.' }],
        ['x', 'u', '2025-01-03', 2, { on: 2 }],
        ['x', 't', '2025-01-04', -2, { quote: '“Tango is the enemy.”' }],
        ['x', 'u', '2025-01-04', 2, { on: 4 }],
        ['x', 't', '2025-01-05', -1, { quote: 'Uniform breaks its word.' }],
        ['x', 'u', '2025-01-05', -1, { on: 6 }],
        ['x', 't', '2025-01-06', -1, { quote: '“Both break their word.”' }],
        ['x', 'u', '2025-01-06', -1, { on: 8 }],
        ['y', 't', '2025-01-01', 0, {}],
      ],
      names: { t: 'Tango', u: 'Uniform' },
    });
    const run = runStances(sliceRecord(small, ALL), { mode: 'decay', halfLife: 30, from });
    const find = (id: string) => small.actorIndex.get(id)!;
    const word = (until: string) => {
      const day = dayOf(until);
      const [third] = contributionsOf(run.slice, riftAt(run, find('x'), find('y'), day), day);
      return [third!.lastA!.words, third!.lastA!.quoted, third!.lastA!.score];
    };
    expect(word('2025-01-04')).toEqual(['“Tango is the enemy.”', true, -2]);
    // The same score on both, but the words are on the other.
    expect(word('2025-01-05')).toEqual(['“Tango is the enemy.”', true, -2]);
    expect(word('2025-01-06')).toEqual(['“Both break their word.”', true, -1]);
    // The row of the day names both, so its quote could carry either score; the stance is negative, so the thanks do not stand for it.
    expect(word('2025-01-03')).toEqual(['“They mean war.”', true, -2]);
  });

  it('names a pair the same from both sides', () => {
    expect(riftKey(record, { a: actor('russia'), b: actor('belarus') })).toBe(
      riftKey(record, { a: actor('belarus'), b: actor('russia') }),
    );
  });

  it('puts the values into the formula', () => {
    const rift = riftAt(running, actor('belarus'), actor('russia'), at);
    const how = riftHow(running, rift, at, riftChance(running, rift, at));
    expect(how.notes.join(' ')).toMatch(/would show 0\.\d\d, and up to 0\.\d\d in 19 of 20 deals \(p /);
    expect(how.rows).toHaveLength(rift.targets.length);
    expect(how.filled).toContain(`= ${rift.value.toFixed(2)}`);
  });

  it('says growth in words', () => {
    expect(growthWords(null, from, 4)).toContain('nothing in common known');
    expect(growthWords({ by: -0.2, targets: 1 }, from, 8)).toBe('narrowed by 0.20 since 1 January 2025, over 1 of the 8');
    expect(growthWords({ by: 0.1, targets: 3 }, from, 3)).toBe('grew by 0.10 since 1 January 2025, over all');
  });
});
