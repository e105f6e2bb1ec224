import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Editing } from '../../edits/editing';
import { Edits } from '../../edits/edits.svelte';
import type { WorkingTable } from '../../edits/merge';
import { loadTables } from '../../record/reading/load';
import { readRecord } from '../../record/reading/read';
import type { StanceRecord } from '../../record/record';
import { memoryStorage } from '../../testing/keptHere';
import { dataset } from '../../testing/soundDataset';
import { paste, readBlock, writeBlock } from './block';
import { fitting, itemAt, meaningOf, optionsFor, positionIn, precisionsOf, widthOf } from './columns';
import { GridState } from './gridState.svelte';
import { keptKeys, passes, shownKeys } from './gridView';
import { faultsOf, mendsOf } from './mends';
import { moved, type Spot } from './range';

const published = readRecord(new Map(dataset()), 'case');
const working = (name: 'places' | 'statements'): WorkingTable => new Editing('case', published.tables).table(name);
/** A table of one column beside its ids. */
const tableOf = (...cells: string[]): WorkingTable => ({
  name: 'places',
  columns: ['id', 'name'],
  keys: cells.map((_, i) => `k${i}`),
  rows: cells.map((cell, i) => [`k${i}`, cell]),
  published: cells.map((_, i) => i),
});

describe('which rows are shown', () => {
  it('are those whose cells hold what is asked, in any case and without its marks', () => {
    expect(passes('Łódź and Kraków', 'lodz')).toBe(true);
    expect(passes('Minsk', 'brest')).toBe(false);
    expect([passes('Minsk', '=minsk'), passes('Minsk region', '=minsk')]).toEqual([true, false]);
    expect([passes('', '='), passes('x', '=')]).toEqual([true, false]);
    expect([passes('Minsk', '!min'), passes('Brest', '!min'), passes('', '!'), passes('x', '!')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('are sorted as numbers where they are numbers, empty cells last both ways, equal ones as the table has them', () => {
    const table = tableOf('10', '9', '', 'ten', '-1', '9');
    const order = (down: boolean) => shownKeys(table, { texts: {}, among: null }, { column: 'name', down });
    expect(order(false)).toEqual(['k4', 'k1', 'k5', 'k0', 'k3', 'k2']);
    expect(order(true)).toEqual(['k3', 'k0', 'k1', 'k5', 'k4', 'k2']);
  });

  it('are those of a filter and of a set at once', () => {
    const table = tableOf('ab', 'b', 'abc');
    expect(shownKeys(table, { texts: { name: 'a', gone: 'x' }, among: new Set(['k1', 'k2']) }, null)).toEqual(['k2']);
  });

  it('stay where they are while they are edited; new ones stand below the row above them', () => {
    const after: WorkingTable = { ...tableOf('b', 'n', 'c', 'm'), keys: ['k0', '+n', 'k2', '+m'] };
    expect(keptKeys(['k2', 'k1', 'k0'], new Set(['k0', 'k1', 'k2']), after)).toEqual(['k2', '+m', 'k0', '+n']);
  });
});

describe('keys', () => {
  const size = { rows: 6, cols: 3 };
  const full = new Set(['0 0', '1 0', '2 0', '5 0']);
  const filled = ({ row, col }: Spot) => full.has(`${row} ${col}`);
  const to = (from: [number, number], key: string, far = false) => {
    const spot = moved({ row: from[0], col: from[1] }, { key, far }, size, filled, 4);
    return spot && [spot.row, spot.col];
  };
  it('move by a cell and never out of the sheet', () => {
    expect(to([0, 0], 'ArrowUp')).toEqual([0, 0]);
    expect(to([2, 2], 'ArrowRight')).toEqual([2, 2]);
    expect(to([2, 1], 'ArrowDown')).toEqual([3, 1]);
    expect(to([5, 0], 'PageUp')).toEqual([1, 0]);
    expect(to([4, 0], 'PageDown')).toEqual([5, 0]);
    expect(to([3, 1], 'Home')).toEqual([3, 0]);
    expect(to([3, 1], 'Home', true)).toEqual([0, 0]);
    expect(to([3, 1], 'End')).toEqual([3, 2]);
    expect(to([0, 0], 'End', true)).toEqual([5, 2]);
    expect(to([0, 0], 'q')).toBeNull();
  });
  it('with Ctrl go to the end of a run, to the next that begins, and to the edge', () => {
    expect(to([0, 0], 'ArrowDown', true)).toEqual([2, 0]);
    expect(to([2, 0], 'ArrowDown', true)).toEqual([5, 0]);
    expect(to([5, 0], 'ArrowUp', true)).toEqual([2, 0]);
    expect(to([0, 0], 'ArrowRight', true)).toEqual([0, 2]);
  });
});

describe('the clipboard', () => {
  it('gives back what it was given, line breaks, tabs and quotes in cells included', () => {
    const cells = [
      ['a', 'two\nlines', 'tab\there'],
      ['said "so"', '', 'é;'],
    ];
    expect(readBlock(writeBlock(cells))).toEqual(cells);
  });
  it('reads what a spreadsheet puts there: carriage returns, and a line end that is no row', () => {
    expect(readBlock('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(readBlock('"a\r\nb"\tc\r\n')).toEqual([['a\nb', 'c']]);
  });
  const places = working('places');
  const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
  it('writes a block over the cells below and right of the cursor, and adds rows below the last', () => {
    const { changes, size } = paste({ table: places, keys: places.keys }, at(2, 0), [
      ['x', 'X'],
      ['y', 'Y', 'POL'],
    ]);
    expect(changes[0]).toEqual({ kind: 'set', table: 'places', row: 'grodno', cells: { id: 'x', name: 'X' } });
    expect(changes[1]).toMatchObject({ kind: 'add', below: 'grodno', cells: { id: 'y', name: 'Y', country: 'POL' } });
    expect(size).toEqual({ rows: 2, cols: 3 });
  });
  it('leaves out what would lie beyond the last column', () => {
    const last = places.columns.length - 1;
    const { changes, size } = paste({ table: places, keys: places.keys }, at(0, last), [['1', '2', '3']]);
    expect(changes).toEqual([{ kind: 'set', table: 'places', row: 'minsk', cells: { lon: '1' } }]);
    expect(size).toEqual({ rows: 1, cols: 1 });
  });
  it('writes one cell into the whole selection', () => {
    const { changes } = paste({ table: places, keys: places.keys }, at(0, 2, 1, 3), [['z']]);
    expect(changes).toEqual(
      ['minsk', 'brest'].map((row) => ({ kind: 'set', table: 'places', row, cells: { country: 'z', kind: 'z' } })),
    );
  });
  it('goes by the headings where the first row names columns: known rows are written over, others added', () => {
    const { changes, size } = paste({ table: places, keys: places.keys }, at(0, 0), [
      ['name', 'id'],
      ['Brest-Litovsk', 'brest'],
      ['Pinsk', 'pinsk'],
    ]);
    expect(changes).toEqual([
      { kind: 'set', table: 'places', row: 'brest', cells: { name: 'Brest-Litovsk', id: 'brest' } },
      { kind: 'add', table: 'places', cells: { name: 'Pinsk', id: 'pinsk' } },
    ]);
    expect(size).toBeNull();
  });
});

describe('what may be chosen', () => {
  const edits = new Editing('case', published.tables);
  const values = (table: 'statements' | 'places' | 'sources', column: string) =>
    optionsFor(edits, published.meta, table, column).map(({ value }) => value);
  it('are the listed values, true and false, the rows of the table that is pointed into, and topics in use', () => {
    expect(values('statements', 'confidence')).toEqual(['low', 'medium', 'high']);
    expect(values('statements', 'quote_translated')).toEqual(['true', 'false']);
    expect(values('statements', 'speaker')).toEqual(['poland', 'belarus', 'minister']);
    expect(new Set(values('statements', 'topics'))).toEqual(new Set(['border', 'talks']));
    expect(values('statements', 'summary')).toEqual([]);
    expect(values('statements', 'date')).toEqual([]);
  });
  it('are found by name, id and other spellings, the beginning of a name first', () => {
    const speakers = optionsFor(edits, published.meta, 'statements', 'speaker');
    expect(fitting(speakers, 'rzecz').map(({ value }) => value)).toEqual(['poland']);
    expect(fitting(speakers, 'MIN').map(({ label }) => label)).toEqual(['The Minister']);
    expect(fitting(speakers, 'b').map(({ value }) => value)[0]).toBe('belarus');
    expect(fitting(speakers, 'zzz')).toEqual([]);
    expect(fitting(speakers, '', 2)).toHaveLength(2);
  });
  it('complete the item of a list in which the caret stands', () => {
    const { typed, put } = itemAt('border;ta;x', 9);
    expect(typed).toBe('ta');
    expect(put('talks')).toEqual({ text: 'border;talks;x', caret: 12 });
    expect(itemAt('bo', 2).put('border').text).toBe('border');
  });
  it('of a date are its other precisions, and never a day that is not known', () => {
    const words = Object.fromEntries(precisionsOf('2025-11-05').map(({ value, label }) => [value, label]));
    expect(words).toMatchObject({ '2025-11-05': '5 November 2025', '2025-11': 'November 2025, day not known' });
    expect(Object.keys(words)).toEqual(expect.arrayContaining(['2025', '2025-11-05~', '2025-11-05?', '2025-11-05/2025-11-06']));
    expect(precisionsOf('2025-11').map(({ value }) => value)).not.toContain('2025-11-01');
    expect(precisionsOf('yesterday')).toEqual([]);
    expect(precisionsOf('')).toEqual([]);
  });
  it('is said in words: a date as it is read, the names behind ids', () => {
    expect(meaningOf(edits, 'statements', 'date', '2025-11')).toBe('November 2025, day not known');
    expect(meaningOf(edits, 'statements', 'targets', 'poland;belarus;nobody')).toBe('Poland, Belarus, nobody');
    expect(meaningOf(edits, 'statements', 'title', 'x')).toBe('');
  });
  it('knows a position that is pasted whole', () => {
    expect(positionIn('53.90, 27.57')).toEqual({ lat: '53.9', lon: '27.57' });
    expect(positionIn('-12 130')).toEqual({ lat: '-12', lon: '130' });
    expect([positionIn('91, 10'), positionIn('53.9'), positionIn('a, b')]).toEqual([null, null, null]);
  });
  it('has room for what a column holds', () => {
    expect(widthOf('statements', 'quote')).toBeGreaterThan(widthOf('statements', 'date'));
    expect(widthOf('places', 'mine')).toBeGreaterThan(0);
  });
});

describe('faults in the cell', () => {
  /** Faults and mends of a table with one line more. */
  function mended(name: 'stances' | 'statements' | 'places' | 'actors' | 'codings', line: string) {
    const files = new Map(dataset());
    files.set(`${name}.csv`, `${files.get(`${name}.csv`) ?? ''}${line}\n`);
    const record = readRecord(files, 'case');
    const editing = new Editing('case', record.tables);
    const table = editing.table(name);
    const faults = faultsOf(table, record.faults);
    const key = table.keys.at(-1) ?? '';
    const own = faults.get(key) ?? new Map();
    return Object.fromEntries(
      [...own].map(([column, list]) => [
        column,
        (list as StanceRecord['faults']).flatMap((fault) =>
          mendsOf(fault, table, table.rows.at(-1) ?? [], 'fresh-id').map(({ cells }) => cells),
        ),
      ]),
    );
  }
  it('are mended by what the checks suggest', () => {
    expect(mended('places', 'spot,Spot,BLR,city,53,5,27')).toEqual({ '': [] });
    expect(mended('places', 'spot,Spot,BLR,City,"53,5",27')).toMatchObject({ kind: [{ kind: 'city' }], lat: [{ lat: '53.5' }] });
    expect(mended('actors', 'spot,Spot,state,belarsu,BLR,,,,')).toMatchObject({ speaks_for: [{ speaks_for: 'belarus' }] });
  });
  it('leave the choice between two readings of a date to the hand', () => {
    const line = 's,T,05/11/2025,minister,,poland,,,,,border;tlaks,agency-1,high,';
    expect(mended('statements', line)).toMatchObject({ date: [{ date: '2025-11-05' }, { date: '2025-05-11' }] });
  });
  it('of a list are of the item that is wrong', () => {
    const line = 's,T,2025-11-05,minister,,poland;belarsu,,,,,border,agency-1,high,';
    expect(mended('statements', line)).toMatchObject({ targets: [{ targets: 'poland;belarus' }] });
  });
  it('write the id of a row without one, and fill up a row that is short', () => {
    expect(mended('places', ',Spot,BLR,city,53,27')).toMatchObject({ id: [{ id: 'fresh-id' }] });
    expect(mended('places', 'spot,Spot')).toMatchObject({ '': [{ id: 'spot' }] });
  });
});

describe('the sheet', () => {
  let shown: StanceRecord;
  let grid: GridState;
  beforeEach(() => {
    vi.stubGlobal('localStorage', memoryStorage());
    vi.stubGlobal('BroadcastChannel', undefined);
    shown = published;
    const edits = new Edits(published, {
      keep: {
        read: () => Promise.resolve({ steps: [], damaged: 0 }),
        get: () => Promise.resolve(null),
        put: () => Promise.resolve(),
        replace: () => Promise.resolve(),
      },
      reread: (job) => loadTables(job),
      show: (record) => (shown = record),
      files: () => Promise.resolve(new Map()),
    });
    grid = new GridState('places', edits, () => shown);
    return () => edits.close();
  });
  const column = (name: string) => grid.keys.map((key) => grid.edits.cell('places', key, name));
  const select = (top: number, left: number, bottom: number, right: number) => {
    grid.go({ row: top, col: left });
    grid.go({ row: bottom, col: right }, true);
  };

  it('writes a cell, fills a selection with one text, and takes both back', () => {
    grid.go({ row: 0, col: 1 });
    grid.write('Mensk');
    grid.keep('Mensk');
    expect(column('name')).toEqual(['Mensk', 'Brest', 'Grodno']);
    select(0, 2, 2, 2);
    grid.write();
    grid.keep('POL', true);
    expect(column('country')).toEqual(['POL', 'POL', 'POL']);
    expect(grid.said).toBe('3 cells written');
    grid.undo();
    grid.undo();
    expect([column('name')[0], column('country')[0]]).toEqual(['Minsk', 'BLR']);
    expect(grid.edits.changed).toBe(false);
  });

  it('takes a position that is written into one of its two cells apart', () => {
    grid.go({ row: 1, col: grid.table.columns.indexOf('lat') });
    grid.write('x');
    grid.keep('52.1, 23.7');
    expect([column('lat')[1], column('lon')[1]]).toEqual(['52.1', '23.7']);
  });

  it('copies, clears and pastes a block, and fills down from above', () => {
    select(0, 0, 1, 1);
    expect(grid.copy()).toBe('minsk\tMinsk\nbrest\tBrest');
    grid.clear();
    expect(column('id')).toEqual(['', '', 'grodno']);
    grid.undo();
    grid.go({ row: 2, col: 0 });
    grid.paste('a\tA\nb\tB');
    expect(column('name')).toEqual(['Minsk', 'Brest', 'A', 'B']);
    expect(grid.range).toEqual({ top: 2, left: 0, bottom: 3, right: 1 });
    grid.go({ row: 1, col: 1 });
    grid.fill('down');
    expect(column('name')).toEqual(['Minsk', 'Minsk', 'A', 'B']);
  });

  it('adds, duplicates under fresh ids, and removes rows', () => {
    select(0, 0, 1, 0);
    grid.duplicateRows();
    expect(column('id')).toEqual(['minsk', 'minsk-2', 'brest', 'brest-2', 'grodno']);
    grid.go({ row: 0, col: 3 });
    grid.addRow();
    expect([grid.cursor, column('id')[1]]).toEqual([{ row: 1, col: 0 }, '']);
    select(1, 0, 4, 0);
    grid.removeRows();
    expect(column('id')).toEqual(['minsk', 'grodno']);
  });

  it('keeps a row in its place while it is edited under a filter, and shows one that is asked for by name', () => {
    grid.filter('name', 'r');
    expect(column('id')).toEqual(['brest', 'grodno']);
    grid.sort('name');
    grid.sort('name');
    expect(column('id')).toEqual(['grodno', 'brest']);
    grid.go({ row: 0, col: 1 });
    grid.write();
    grid.keep('Aaa');
    expect(column('id')).toEqual(['grodno', 'brest']);
    grid.reveal('minsk', 'country');
    expect([column('id').length, grid.cell(grid.cursor), grid.column(grid.cursor.col)]).toEqual([3, 'BLR', 'country']);
    expect(grid.filters).toEqual({});
  });

  it('finds and replaces as it is written, within the selection where there is one', () => {
    grid.search = { text: 'BLR', exact: true, whole: true };
    expect(grid.hits).toHaveLength(3);
    grid.seek(1);
    expect(grid.cursor).toEqual({ row: 0, col: 2 });
    grid.seek(-1);
    expect(grid.cursor.row).toBe(2);
    select(0, 0, 1, 5);
    grid.replaceAll('$&');
    expect(column('country')).toEqual(['$&', '$&', 'BLR']);
    expect(grid.said).toBe('“BLR” replaced in 2 cells');
  });

  it('tells changed rows and rows at fault, and takes a row back', async () => {
    grid.go({ row: 1, col: 3 });
    grid.write();
    grid.keep('villag');
    await grid.edits.settled();
    grid.show('faults');
    expect(column('id')).toEqual(['brest']);
    grid.show('changed');
    expect(column('id')).toEqual(['brest']);
    grid.takeBackRow();
    expect(grid.edits.changed).toBe(false);
    grid.show('all');
    grid.addRow();
    grid.takeBackRow();
    expect(column('id')).toEqual(['minsk', 'brest', 'grodno']);
  });

  it('adds a column of one’s own', () => {
    grid.addColumn(' mine ');
    expect(grid.column(grid.cursor.col)).toBe('mine');
    grid.addColumn('mine');
    expect(grid.table.columns.filter((name) => name === 'mine')).toHaveLength(1);
  });
});
