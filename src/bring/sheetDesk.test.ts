import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bring } from './bring';
import { completed, proposeMapping } from './mapping';
import { FIRST_ROWS, headOfSheet, mended, Sheets } from './sheetDesk';
import { rowsOf, textSheet, type Sheet } from './sheet';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A sheet whose later rows say what the first do not. */
function longSheet(rows = FIRST_ROWS + 500): Sheet {
  const lines = Array.from({ length: rows }, (_, i) =>
    i < FIRST_ROWS
      ? `2025-01-0${(i % 9) + 1},Poland,Belarus,agree,Row ${i + 1}`
      : `05/1${i % 2}/2025,Belarus,Poland,${i === rows - 1 ? 'odd' : 'strongly disagree'},Row ${i + 1}`,
  );
  return textSheet('long.csv', ['Date,Country A,Country B,Rating,Headline', ...lines].join('\n'))!;
}

describe('a sheet of which the page has the first rows', () => {
  it('is headed by them, and says how many there are', () => {
    const head = headOfSheet(longSheet());
    expect([head.rows.length, head.lines.length, head.total]).toEqual([FIRST_ROWS, FIRST_ROWS, FIRST_ROWS + 500]);
    expect(headOfSheet(longSheet(3))).toMatchObject({ total: 3, rows: { length: 3 } });
    // Long cells are fewer rows, and one at least.
    expect(headOfSheet({ file: 'x', columns: ['a'], rows: [['y'.repeat(2e6)], ['z']], lines: [2, 3] }).rows).toHaveLength(1);
  });

  it('is looked at whole: counts, faults, and the values that its first rows have not', () => {
    const sheet = longSheet();
    const first = proposeMapping(headOfSheet(sheet));
    expect(first.grades).toEqual({ agree: 1 });
    const look = new Sheets([sheet]).look(0, first, []);
    expect(look.profiles.map(({ filled }) => filled)).toEqual(Array(5).fill(sheet.rows.length));
    expect(look.mapping.grades).toEqual({ agree: 1, 'strongly disagree': -2, odd: null });
    expect(look.faulty).toBe(500);
    expect(look.faults.at(-1)?.row).toBeGreaterThan(FIRST_ROWS);
    // What the reader chose stays, whatever the rest of the rows would propose.
    const chosen = { ...first, grades: { agree: 2 as const } };
    expect(new Sheets([sheet]).look(0, chosen, []).mapping.grades).toMatchObject({ agree: 2, 'strongly disagree': -2 });
  });

  it('is mended by cells, beyond the first rows too, and opens with all of them', () => {
    const sheet = longSheet();
    const mends = [{ row: sheet.rows.length, column: 'Rating', value: 'agree' }];
    const sheets = new Sheets([sheet, longSheet(2), { ...longSheet(2), columns: ['a', 'b', 'c', 'd', 'e'] }]);
    const mapping = { ...sheets.look(0, null, mends).mapping, order: 'day-first' as const };
    expect(mapping.grades).not.toHaveProperty('odd');
    expect(sheets.look(0, mapping, mends).faulty).toBe(0);
    const outcome = sheets.map(0, mapping, mends);
    if (outcome.kind !== 'brought') throw new Error(outcome.kind);
    // The second sheet has the same columns and comes along; the third says something else.
    expect([outcome.report.rowsIn, outcome.report.rowsShown]).toEqual([sheet.rows.length + 2, sheet.rows.length + 2]);
    expect(outcome.files.get('stances.csv')?.trim().split('\n')).toHaveLength(sheet.rows.length + 3);
    expect(mended(sheet, [{ row: 9_999_999, column: 'Rating', value: 'x' }]).rows).toEqual(sheet.rows);
  });

  it('puts numbers on a scale once they turn out to be too many to list', () => {
    const rows = Array.from({ length: 60 }, (_, i) => ['2025', 'A', 'B', String(i - 30)]);
    const sheet: Sheet = { file: 'x', columns: ['year', 'from', 'to', 'score'], rows, lines: rows.map((_, i) => i + 2) };
    const few = proposeMapping({ ...sheet, rows: rows.slice(0, 10) });
    expect(few.scale).toBeNull();
    expect(completed(few, sheet).scale).toEqual({ least: -100, most: 100 });
  });
});

describe('files on their way', () => {
  it('are read from where they lie, and what is large comes back as it lay there', async () => {
    const text = `id,name,kind\n${Array.from({ length: 40_000 }, (_, i) => `a${i},Actor ${i},state`).join('\n')}\n`;
    const blob = new Blob([text]);
    const outcome = await bring({ files: new Map([['actors.csv', blob]]), grades: {} });
    if (outcome.kind !== 'dataset') throw new Error(outcome.kind);
    expect(outcome.files.get('actors.csv')).toBe(blob);
  });

  it('of a sheet are read again after they were let go', async () => {
    const text = 'Date,Country A,Country B,Rating\n2025-11-05,Poland,Belarus,agree\n';
    const outcome = await bring({ files: new Map([['talks.csv', encode(text)]]), grades: {} });
    if (outcome.kind !== 'sheets') throw new Error(outcome.kind);
    const { desk } = outcome;
    const first = desk.look(0, null, []);
    const [overtaken, last] = [desk.look(0, null, []), desk.look(0, null, [])];
    expect((await first)?.faulty).toBe(0);
    expect([await overtaken, (await last)?.faulty]).toEqual([null, 0]);
    const mapping = (await desk.look(0, null, []))!.mapping;
    for (const again of [1, 2]) {
      const read = await desk.map(0, mapping, [], {});
      expect(read.kind === 'brought' && read.report.rowsShown, String(again)).toBe(1);
    }
    expect((await desk.look(0, mapping, []))?.profiles[0]?.name).toBe('Date');
  });
});

describe('rows that are cut in pieces', () => {
  it('are those that are cut at once, and say how far they have come', () => {
    const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('a,b', '"x"', 'two\nlines', '', ' ', 'é'));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 30 }),
        fc.integer({ min: 7, max: 60 }),
        (rows, chunk) => {
          // prettier-ignore
          const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
          const shares: number[] = [];
          const pieces = rowsOf(text, ',', (share) => shares.push(share), chunk);
          expect(pieces).toEqual(rowsOf(text, ','));
          expect(shares).toEqual([...shares].sort((a, b) => a - b));
          if (text.length > chunk) expect(shares.at(-1)).toBe(1);
        },
      ),
    );
  });
});
