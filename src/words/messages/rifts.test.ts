import { describe, expect, it } from 'vitest';
import { dayOf } from '../calendar';
import { riftMessages as said } from './rifts';

const from = dayOf('2025-01-01');
const widest = { a: 'Belarus', b: 'Russia', value: 0.256 };

describe('what is said of holders that drift apart', () => {
  it('has one pair and several, in each case', () => {
    expect(said.open(1, widest)).toBe(
      'The one tied pair with stances on two third actors or more: Belarus and Russia stand furthest apart, 0.26 of at most 1.',
    );
    expect(said.open(2, widest)).toMatch(/^Of 2 tied pairs .*: Belarus and Russia stand furthest apart, 0\.26 of at most 1\.$/);
    expect(said.within(1, widest)).toMatch(
      /^The one tied pair .* is no further apart than two holders .*: Belarus and Russia, 0\.26/,
    );
    expect(said.within(3, widest)).toMatch(/^Of 3 tied pairs .*, none is further apart .* The widest: Belarus and Russia, 0\.26/);
    expect(said.beyond(1, 1, widest)).toMatch(
      /^The one tied pair .*, Belarus and Russia, disagree by more than chance shows: 0\.26/,
    );
    expect(said.beyond(9, 1, widest)).toMatch(
      /disagree most: 0\.26 of at most 1, the only pair further apart than chance shows\.$/,
    );
    expect(said.beyond(9, 2, widest)).toMatch(
      /disagree most: 0\.26 of at most 1; 2 pairs are further apart than chance shows\.$/,
    );
  });

  it('says how many would stand out by chance, never none', () => {
    expect(said.wouldByChance(14, 0.7, 0.4)).toMatch(
      /^With 14 pairs looked at, less than one would be by chance alone \(q = 0?\.40?\)\.$/,
    );
    expect(said.wouldByChance(24, 1.2, 0.46)).toMatch(/about 1 would be by chance alone/);
    expect(said.holdsOverAll(24, 0.01)).toMatch(/^That holds over all 24 pairs looked at \(q = /);
  });

  it('says what is not compared, and of what nothing is known', () => {
    expect(said.notCompared(1, 0)).toBe('1 tied pair has a single third actor in common and is not compared.');
    expect(said.notCompared(2, 1)).toBe(
      '2 tied pairs have a single third actor in common and are not compared; 1 has none, so nothing is known of their agreement.',
    );
    expect(said.notCompared(1, 4)).toMatch(/; 4 have none, so nothing is known of their agreement\.$/);
    expect(said.notCompared(0, 1)).toBe('1 tied pair has no third actor in common, so nothing is known of their agreement.');
    expect(said.notCompared(0, 3)).toMatch(/^3 tied pairs have no third actor in common/);
  });

  it('says growth within a line and as a sentence', () => {
    expect(said.growth(0.1, from, null)).toBe('grew by 0.10 since 1 January 2025, over all');
    expect(said.grew(-0.1, from, { some: 1, of: 8 })).toBe('Narrowed by 0.10 since 1 January 2025, over 1 of the 8.');
    expect(said.growth(0.004, from, null)).toBe('as wide as at 1 January 2025, over all');
    expect(said.grew(-0.004, from, null)).toBe('As wide as at 1 January 2025, over all.');
    expect(said.grew(0.005, from, null)).toMatch(/^Grew by 0\.01 /);
  });

  it('names one tie and counts the rest', () => {
    expect([0, 1, 2].map((more) => said.tiedBy('Union State', more))).toEqual([
      'Tied by Union State.',
      'Tied by Union State, and 1 more tie.',
      'Tied by Union State, and 2 more ties.',
    ]);
  });
});
