import { describe, expect, it } from 'vitest';
import { rankRifts, riftAt } from '../analysis/rift/rift';
import { ALL, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { shipped } from '../testing/shippedDataset';
import { closeOnly, contributionsOf, growthWords, riftHow, riftKey, riftsSentence } from './riftsModel';
import { dayOf } from '../words/calendar';

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

  it('leaves out pairs that a treaty alone ties, and counts what is left', () => {
    const whole = rankRifts(record, running, { from, at });
    const close = closeOnly(record, whole, at);
    const pair = [actor('belarus'), actor('poland')].sort((a, b) => a - b);
    const has = (ranking: typeof whole) => ranking.ranked.some(({ a, b }) => a === pair[0] && b === pair[1]);
    expect(has(whole)).toBe(true);
    expect(has(close)).toBe(false);
    expect(close.unknown).toBeGreaterThanOrEqual(0);
    expect(riftsSentence(record, close.ranked, close.unknown, close.few.length)).toContain('Belarus and Russia disagree most');
  });

  it('names a pair the same from both sides', () => {
    expect(riftKey(record, { a: actor('russia'), b: actor('belarus') })).toBe(
      riftKey(record, { a: actor('belarus'), b: actor('russia') }),
    );
  });

  it('puts the values into the formula', () => {
    const rift = riftAt(running, actor('belarus'), actor('russia'), at);
    const how = riftHow(running, rift, at);
    expect(how.rows).toHaveLength(rift.targets.length);
    expect(how.filled).toContain(`= ${rift.value.toFixed(2)}`);
  });

  it('says growth in words', () => {
    expect(growthWords(null, from)).toContain('not known');
    expect(growthWords(-0.2, from)).toBe('narrowed by 0.20 since 1 January 2025');
  });
});
