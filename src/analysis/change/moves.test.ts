import { describe, expect, it } from 'vitest';
import { readTables } from '../../record/reading/read';
import type { StanceRecord } from '../../record/record';
import { shipped } from '../../testing/shippedDataset';
import { dayOf } from '../../words/calendar';
import { headlineOf, moveSentences, openingOf, pairMoves } from './moves';

const flank = shipped('eastern-flank');
const { stances } = flank.tables;

/** The record with the cells of a stance set otherwise, or without it. */
function edited(change: (id: string, cells: Record<string, string>) => Record<string, string> | null): StanceRecord {
  if (stances === undefined) throw new Error('no stances');
  const rows = stances.rows.flatMap((row) => {
    const cells = Object.fromEntries(stances.columns.map((column, at) => [column, row[at] ?? '']));
    const after = change(cells['id'] ?? '', cells);
    return after === null ? [] : [stances.columns.map((column) => after[column] ?? '')];
  });
  return readTables({ ...flank.tables, stances: { ...stances, rows, lines: new Uint32Array(rows.length) } }, flank.meta);
}

describe('what an edit moves', () => {
  it('is read in the window and of the pair on which the record opens', () => {
    expect(openingOf(flank)).toEqual({ from: dayOf('2025-01-01'), at: dayOf('2026-01-26'), pair: ['belarus', 'poland'] });
    expect(openingOf({ meta: { ...flank.meta, view: '' }, span: [3, 9] })).toEqual({ from: 3, at: 9, pair: null });
    expect(openingOf({ meta: flank.meta, span: null })).toBeNull();
  });

  it('is nothing where nothing was edited', () => {
    expect(pairMoves(flank, flank)).toEqual([]);
    expect(moveSentences(flank, flank)).toEqual(['The headline is unchanged.']);
  });

  it('is the mean of the pair, with its rows, and no other pair', () => {
    const id = '2026-01-21-ryzhenkov-cooperation-with-poland--belarus--poland';
    const after = edited((row, cells) => (row === id ? { ...cells, score: '-2' } : cells));
    const [move, ...more] = pairMoves(flank, after);
    expect(more).toEqual([]);
    expect(move?.name).toBe('Belarus on Poland');
    expect(move?.before?.n).toBe(move?.after?.n);
    // One score of n went from +1 to −2.
    expect((move?.before?.mean ?? 0) - (move?.after?.mean ?? 0)).toBeCloseTo(3 / (move?.after?.n ?? 1), 10);
    expect(moveSentences(flank, after)[0]).toMatch(
      /^Belarus on Poland, mean since 1 January 2025: .\d\.\d\d \(\d+ rows\), now .\d\.\d\d \(\d+ rows\)$/,
    );
  });

  it('leaves out what is attributed, and what lies after the window', () => {
    const attributed = edited((_, cells) => (cells['basis'] === 'attribution' ? { ...cells, score: '0' } : cells));
    expect(pairMoves(flank, attributed)).toEqual([]);
    const later = edited((row, cells) => (row.startsWith('2026-03') ? null : cells));
    expect(pairMoves(flank, later)).toEqual([]);
  });

  it('says that a pair is new or gone, after those that moved', () => {
    const without = edited((_, cells) => (cells['holder'] === 'belarus' && cells['target'] === 'poland' ? null : cells));
    const gone = pairMoves(flank, without);
    expect(gone).toHaveLength(1);
    expect(gone[0]).toMatchObject({ pair: ['belarus', 'poland'], after: null });
    expect(moveSentences(flank, without)[0]).toMatch(/now no row$/);
    expect(moveSentences(without, flank)[0]).toMatch(/: no row before, now /);
  });

  it('names the headline before and after where it changes', () => {
    const turned = edited((_, cells) =>
      cells['holder'] === 'belarus' && cells['target'] === 'poland' ? { ...cells, score: '-2' } : cells,
    );
    expect(headlineOf(flank)).toMatch(/Belarus/);
    const said = moveSentences(flank, turned).at(-1) ?? '';
    expect(said).toContain(headlineOf(flank));
    expect(said).toContain(headlineOf(turned));
    expect(headlineOf(turned)).not.toBe(headlineOf(flank));
  });

  it('names the widest moves and counts the others', () => {
    const all = edited((_, cells) => ({ ...cells, score: String(-Number(cells['score'])) }));
    const said = moveSentences(flank, all, 3);
    expect(said).toHaveLength(5);
    expect(said[3]).toMatch(/^and \d+ other pairs$/);
    const widths = pairMoves(flank, all).map(({ before, after }) => Math.abs((before?.mean ?? 0) - (after?.mean ?? 0)));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });
});
