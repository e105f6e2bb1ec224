import { describe, expect, it } from 'vitest';
import { smallRecord, type Line } from '../../testing/smallRecord';
import { ALL, type Filters } from '../slice';
import { rechecks } from './checks';
import { riftRobustness } from './riftRobustness';

const record = (stances: readonly Line[]) => smallRecord({ stances });
const asked = (stances: readonly Line[], filters: Partial<Filters> = {}, sourceRows = 1) => {
  const of = record(stances);
  return {
    record: of,
    list: rechecks(
      of,
      { ...ALL, ...filters },
      Uint32Array.from(stances, (_, i) => i),
      sourceRows,
    ),
  };
};
const whats = (stances: readonly Line[], filters: Partial<Filters> = {}, sourceRows = 1) =>
  asked(stances, filters, sourceRows).list.map(({ kind, what }) => `${kind}: ${what}`);
const plain: Line = ['a', 'b', '2025-01-01', 1, { sources: 's1;s2' }];

describe('the ways to look again at a finding', () => {
  it('leave out a kind of source where rows rest on it alone', () => {
    expect(whats([plain], { basis: 'own' })).toEqual(['source kind: without official sources']);
    const { list } = asked([plain]);
    expect(list[0]!.drops!(0)).toBe(true);
    expect(rechecks(record([plain]), { ...ALL, basis: 'own' }, [], 1)).toEqual([]);
  });

  it('ask for first-hand rows where others count too', () => {
    const { list } = asked([plain]);
    expect(list.find(({ kind }) => kind === 'basis')).toMatchObject({ what: 'with first-hand rows only', filters: { basis: 'own' }, drops: null }); // prettier-ignore
    expect(whats([plain], { basis: 'own' }).join()).not.toContain('first-hand');
  });

  it('leave out rows of low confidence where there are any and they are not left out already', () => {
    const low: Line = ['a', 'b', '2025-01-02', 1, { confidence: 'low', sources: 's1;s2' }];
    const { list } = asked([plain, low], { basis: 'own' });
    expect(list.find(({ kind }) => kind === 'confidence')).toMatchObject({
      what: 'without rows of low confidence',
      filters: { confidence: 1, basis: 'own' },
      drops: null,
    });
    expect(whats([plain], { basis: 'own' }).join()).not.toContain('confidence');
    expect(whats([plain, low], { basis: 'own', confidence: 1 }).join()).not.toContain('confidence');
  });

  it('take each coder’s scores, unless one coder’s are read already', () => {
    const coded: Line = ['a', 'b', '2025-01-01', 1, { coders: { x: 1, y: 2 }, sources: 's1;s2' }];
    const coders = asked([coded], { basis: 'own' }).list.filter(({ kind }) => kind === 'coder');
    expect(coders).toMatchObject([
      { what: 'with coder x’s scores', filters: { coder: 'x' }, drops: null },
      { what: 'with coder y’s scores', filters: { coder: 'y' }, drops: null },
    ]);
    expect(whats([coded], { basis: 'own', coder: 'x' })).toEqual(['source kind: without official sources']);
  });

  it('leave out rows dated more vaguely than a week', () => {
    const dates = (date: string) => asked([['a', 'b', date, 1], plain]).list.filter(({ kind }) => kind === 'dates');
    expect(dates('2025-01-01/2025-01-07')).toEqual([]);
    expect(dates('2025-01-01/2025-01-08').map(({ what }) => what)).toEqual(['without rows dated to a month or year']);
    const [month] = dates('2025-01');
    // The rows of a record stand in the order of their dates.
    expect([0, 1].map((row) => month!.drops!(row)).filter(Boolean)).toHaveLength(1);
  });

  it('leave out each source on which more than so many rows rest alone, the one with most rows first', () => {
    const alone = (source: string, day: number): Line => ['a', 'b', `2025-01-0${day}`, 1, { sources: source }];
    const rows = [alone('s2', 1), alone('s2', 2), alone('s3', 3), alone('s3', 4), alone('s3', 5), alone('s4', 6), plain];
    const sources = (more: Partial<Filters>, least: number) =>
      asked(rows, { basis: 'own', ...more }, least).list.filter(({ kind }) => kind === 'source');
    expect(sources({}, 1).map(({ what, filters }) => [what, filters.without])).toEqual([
      ['without Outlet 2, “Page s3” (3 rows)', 's3'],
      ['without Outlet 1, “Page s2” (2 rows)', 's2'],
    ]);
    expect(sources({}, 2)).toHaveLength(1);
    expect(sources({}, 3)).toEqual([]);
    expect(sources({ without: 's1' }, 1)).toEqual([]);
  });
});

describe('what the looks at a rift say together', () => {
  const check = (what: string, survives: boolean) => ({ what, kind: 'coder' as const, survives, numbers: `of ${what}` });

  it('is in how many of them it stays the widest, and the first three in which it does not', () => {
    expect(riftRobustness([check('a', true), check('b', true)])).toMatchObject({
      held: 2,
      words: 'The rift stays the widest in 2 of 2 checks.',
    });
    expect(riftRobustness([check('a', true), check('b', false)]).words).toBe(
      'The rift stays the widest in 1 of 2 checks; not b (of b).',
    );
    expect(riftRobustness([...'abcde'].map((what) => check(what, false))).words).toBe(
      'The rift stays the widest in 0 of 5 checks; not a (of a), b (of b), c (of c) and in 2 others.',
    );
    expect(riftRobustness([...'abc'].map((what) => check(what, false))).words).toBe(
      'The rift stays the widest in 0 of 3 checks; not a (of a), b (of b), c (of c).',
    );
  });
});
