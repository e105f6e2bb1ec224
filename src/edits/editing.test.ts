import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../record/reading/csv';
import type { Tables } from '../record/tables';
import { Editing } from './editing';
import type { Change, Step } from './step';

const HEADER = 'id,name,kind,speaks_for,country,lat,lon,aliases,description,mine';
const actors = (...lines: string[]): Tables => ({
  actors: readTable('actors', 'actors.csv', `${[HEADER, ...lines].join('\n')}\n`).table,
});
const ALBA = 'alba,Alba,state,,POL,52.2,21,,,first';
const BOREA = 'borea,Borea,state,,BLR,53.9,27.5,,,second';
const CERA = 'cera,Cera,state,,LTU,54.7,25.3,,,';
const base = () => actors(ALBA, BOREA, CERA);

const set = (row: string, cells: Record<string, string>): Change => ({ kind: 'set', table: 'actors', row, cells });
const remove = (row: string): Change => ({ kind: 'remove', table: 'actors', row });
const add = (id: string, more: Partial<Extract<Change, { kind: 'add' }>> = {}): Change => ({
  kind: 'add',
  table: 'actors',
  cells: { id, name: id.toUpperCase(), kind: 'state' },
  ...more,
});
const ids = (editing: Editing) => editing.table('actors').rows.map(([id]) => id);
/** Log of a tab, as it comes back from where it is kept. */
const kept = (steps: readonly Step[]) => structuredClone(steps) as Step[];

describe('changing rows', () => {
  it('sets cells, adds below a row and at the end, removes, and tells what differs', () => {
    const editing = new Editing('case', base());
    editing.apply([set('borea', { name: 'Boreas' }), add('dora', { below: 'alba' }), add('ella'), remove('cera')], 'four');
    expect(ids(editing)).toEqual(['alba', 'dora', 'borea', 'ella']);
    expect(editing.cell('actors', 'borea', 'name')).toBe('Boreas');
    expect(editing.cell('actors', 'borea', 'mine')).toBe('second');
    expect(editing.diff().map(({ before, after }) => [before?.[1] ?? null, after?.[1] ?? null])).toEqual([
      [null, 'DORA'],
      ['Borea', 'Boreas'],
      ['Cera', null],
      [null, 'ELLA'],
    ]);
  });

  it('takes rows that are added one below the other in their order', () => {
    const editing = new Editing('case', base());
    editing.apply([add('dora', { key: '+d', below: 'alba' }), add('ella', { below: '+d' })], 'two');
    editing.apply([add('fine', { below: 'alba' })], 'one');
    expect(ids(editing)).toEqual(['alba', 'fine', 'dora', 'ella', 'borea', 'cera']);
  });

  it('is no step where nothing differs, and no change where what was written is written back', () => {
    const editing = new Editing('case', base());
    expect(editing.apply([set('alba', { name: 'Alba' })], 'nothing')).toBeNull();
    editing.apply([set('alba', { name: 'Other' })], 'there');
    editing.apply([set('alba', { name: 'Alba' })], 'and back');
    expect(editing.changed).toBe(false);
    expect(editing.past).toHaveLength(2);
  });

  it('refuses a row that is not there', () => {
    const editing = new Editing('case', base());
    expect(() => editing.apply([set('nobody', { name: 'x' })], 'x')).toThrow('there is no row nobody in actors');
  });

  it('adds a column that the table lacks, under which the other rows are empty, and takes it back', () => {
    const editing = new Editing('case', base());
    editing.apply([set('borea', { colour: 'green' })], 'colour');
    const table = editing.table('actors');
    expect(table.columns.at(-1)).toBe('colour');
    expect(table.rows.map((row) => row.at(-1))).toEqual(['', 'green', '']);
    expect(editing.addedColumns('actors')).toEqual(['colour']);
    expect(editing.diff()).toHaveLength(1);
    editing.undo();
    expect(editing.table('actors').columns).not.toContain('colour');
    expect(editing.changed).toBe(false);
    editing.redo();
    expect(editing.cell('actors', 'borea', 'colour')).toBe('green');
  });

  it('begins a table that has no file', () => {
    const editing = new Editing('case', base());
    editing.apply([{ kind: 'add', table: 'coders', cells: { id: 'marta', kind: 'person' } }], 'a coder');
    expect(editing.tables().coders?.columns).toEqual(['id', 'name', 'kind', 'instructions', 'side']);
    expect(editing.tables().coders?.rows).toEqual([['marta', '', 'person', '', '']]);
    editing.undo();
    expect(editing.tables().coders).toBeUndefined();
  });

  it('mends a row that is too short, and gives it back as it was', () => {
    const tables = actors('alba,Alba,state', BOREA);
    const editing = new Editing('case', tables);
    editing.apply([set('alba', { kind: 'movement' })], 'mend');
    expect(editing.row('actors', 'alba')).toHaveLength(10);
    editing.undo();
    expect(editing.row('actors', 'alba')).toEqual(['alba', 'Alba', 'state']);
    expect(editing.changed).toBe(false);
  });

  it('knows rows without an id, and rows of one id, apart', () => {
    const editing = new Editing('case', actors(ALBA, ALBA.replace('first', 'twin'), ',nameless,state,,,,,,,'));
    const { keys } = editing.table('actors');
    expect(new Set(keys).size).toBe(3);
    editing.apply([set(keys[1] ?? '', { mine: 'x' }), set(keys[2] ?? '', { id: 'nemo' })], 'both');
    expect(editing.table('actors').rows.map((row) => [row[0], row[9]])).toEqual([
      ['alba', 'first'],
      ['alba', 'x'],
      ['nemo', ''],
    ]);
  });

  it('hands out the published table itself where nothing was changed in it', () => {
    const tables = base();
    const editing = new Editing('case', tables);
    editing.apply([{ kind: 'add', table: 'coders', cells: { id: 'm', kind: 'person' } }], 'x');
    expect(editing.tables().actors).toBe(tables.actors);
  });

  it('gives every row the line on which it would start, blank lines and long cells counted', () => {
    const tables: Tables = {
      actors: readTable('actors', 'actors.csv', `${HEADER}\n${ALBA}\n\n${BOREA}\n${CERA}\n`).table,
    };
    const editing = new Editing('case', tables);
    editing.apply([set('alba', { description: 'two\nlines' })], 'x');
    expect([...(editing.tables().actors?.lines ?? [])]).toEqual([2, 5, 6]);
  });
});

describe('undo and redo', () => {
  it('goes back to the beginning and forward to the end, step by step, with no limit', () => {
    const editing = new Editing('case', base());
    const names = Array.from({ length: 250 }, (_, i) => `name ${i}`);
    for (const name of names) editing.apply([set('alba', { name })], name);
    for (const name of names.toReversed()) {
      expect(editing.cell('actors', 'alba', 'name')).toBe(name);
      editing.undo();
    }
    expect(editing.changed).toBe(false);
    expect(editing.undo()).toBeNull();
    for (const name of names) {
      editing.redo();
      expect(editing.cell('actors', 'alba', 'name')).toBe(name);
    }
    expect(editing.redo()).toBeNull();
  });

  it('has nothing to do again after something else was done', () => {
    const editing = new Editing('case', base());
    editing.apply([set('alba', { name: 'one' })], 'one');
    editing.undo();
    editing.apply([set('borea', { name: 'two' })], 'two');
    expect(editing.future).toEqual([]);
    expect(editing.past.map(({ label }) => label)).toEqual(['two']);
  });

  it('brings removed and added rows back to their places', () => {
    const editing = new Editing('case', base());
    editing.apply([add('dora', { below: 'alba' }), remove('borea')], 'x');
    editing.undo();
    expect(ids(editing)).toEqual(['alba', 'borea', 'cera']);
    editing.redo();
    expect(ids(editing)).toEqual(['alba', 'dora', 'cera']);
  });

  it('takes every step back, whatever was done (law)', () => {
    const cell = fc.record({
      what: fc.constantFrom('set', 'add', 'remove', 'column', 'undo', 'redo'),
      row: fc.nat(5),
      column: fc.constantFrom('name', 'mine', 'own'),
      text: fc.constantFrom('', 'x', 'y', 'a\nb'),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), (acts) => {
        const editing = new Editing('case', base(), 'tab');
        const seen = [JSON.stringify(editing.table('actors'))];
        for (const { what, row, column, text } of acts) {
          const before = editing.past.length;
          const { keys } = editing.table('actors');
          const key = keys[row % Math.max(1, keys.length)];
          if (what === 'undo') editing.undo();
          else if (what === 'redo') editing.redo();
          else if (what === 'column') editing.apply([{ kind: 'column', table: 'actors', column }], 'x');
          else if (what === 'add' || key === undefined) editing.apply([add(`n${row}`, key ? { below: key } : {})], 'x');
          else if (what === 'remove') editing.apply([remove(key)], 'x');
          else editing.apply([set(key, { [column]: text })], 'x');
          const depth = editing.past.length;
          const now = JSON.stringify(editing.table('actors'));
          // What could be done again is gone with the next act.
          if (what !== 'undo' && what !== 'redo' && depth > before) seen.splice(depth, Infinity, now);
          expect(now).toBe(seen[depth]);
          // What is kept says the same.
          const other = new Editing('case', base(), 'other');
          other.take(kept(editing.steps));
          expect(JSON.stringify(other.table('actors'))).toBe(now);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('two tabs', () => {
  it('keep both cells of one row, and come to the same rows whoever hears first', () => {
    const one = new Editing('case', base(), 'one');
    const two = new Editing('case', base(), 'two');
    const a = one.apply([set('alba', { name: 'Albania' })], 'name', 100);
    const b = two.apply([set('alba', { mine: 'seen' }), add('dora')], 'mine', 50);
    one.take(kept(b ? [b] : []));
    two.take(kept(a ? [a] : []));
    expect(one.tables()).toEqual(two.tables());
    expect(one.row('actors', 'alba')?.[1]).toBe('Albania');
    expect(one.row('actors', 'alba')?.[9]).toBe('seen');
    expect(ids(one)).toContain('dora');
  });

  it('take what both did back once', () => {
    const one = new Editing('case', base(), 'one');
    const two = new Editing('case', base(), 'two');
    const first = one.apply([set('alba', { name: 'x' })], 'x', 1);
    const second = one.apply([set('alba', { name: 'y' })], 'y', 2);
    two.take(kept([first, second].filter((step) => step !== null)));
    const undone = [one.undo(3), two.undo(3)].filter((step) => step !== null);
    one.take(kept(undone));
    two.take(kept(undone));
    expect(one.cell('actors', 'alba', 'name')).toBe('x');
    expect(two.cell('actors', 'alba', 'name')).toBe('x');
    expect(one.past).toHaveLength(1);
  });

  it('do not take a step twice, nor one of another record', () => {
    const editing = new Editing('case', base());
    const step = editing.apply([set('alba', { name: 'x' })], 'x');
    expect(editing.take(kept(step ? [step, { ...step, key: 'zz', record: 'other' }] : []))).toBe(false);
    expect(editing.steps).toHaveLength(1);
  });
});

describe('a newer publication', () => {
  const edited = () => {
    const editing = new Editing('case', base());
    editing.apply([set('alba', { name: 'My Alba' }), remove('cera'), add('dora')], 'mine');
    return editing;
  };

  it('shows what is new in it beside what was written here', () => {
    const editing = edited();
    editing.publish(actors(CERA, 'novi,Novi,state,,,,,,,', ALBA.replace('first', 'theirs'), BOREA));
    expect(ids(editing)).toEqual(['novi', 'alba', 'borea', 'dora']);
    expect(editing.row('actors', 'alba')?.slice(0, 2)).toEqual(['alba', 'My Alba']);
    expect(editing.row('actors', 'alba')?.[9]).toBe('theirs');
    expect(editing.clashes()).toEqual([]);
  });

  it('has nothing left to save once it holds what was written here', () => {
    const editing = edited();
    editing.publish(actors(ALBA.replace('Alba', 'My Alba'), BOREA, 'dora,DORA,state,,,,,,,'));
    expect(editing.changed).toBe(false);
    expect(ids(editing)).toEqual(['alba', 'borea', 'dora']);
  });

  it('keeps both sides of a cell that both changed, until one is chosen', () => {
    const editing = edited();
    editing.publish(actors(ALBA.replace('Alba', 'Their Alba'), BOREA, CERA));
    const [clash, ...more] = editing.clashes();
    expect(more).toEqual([]);
    expect([clash?.column, clash?.base?.[1], clash?.mine?.[1], clash?.theirs?.[1]]).toEqual([
      'name',
      'Alba',
      'My Alba',
      'Their Alba',
    ]);
    expect(editing.cell('actors', 'alba', 'name')).toBe('My Alba');
    const settled = clash ? editing.settle([clash], 'mine', 'mine') : null;
    expect(settled).not.toBeNull();
    expect(editing.clashes()).toEqual([]);
    expect(editing.cell('actors', 'alba', 'name')).toBe('My Alba');
    editing.undo();
    expect(editing.clashes()).toHaveLength(1);
    if (clash) editing.settle([clash], 'theirs', 'theirs');
    expect(editing.clashes()).toEqual([]);
    expect(editing.cell('actors', 'alba', 'name')).toBe('Their Alba');
    expect(editing.diff().map(({ key }) => key)).not.toContain('alba');
  });

  it('asks of a row that was removed here and changed there', () => {
    const editing = edited();
    editing.publish(actors(ALBA, BOREA, CERA.replace('Cera', 'Cera now')));
    const [clash] = editing.clashes();
    expect([clash?.key, clash?.column, clash?.mine, clash?.theirs?.[1]]).toEqual(['cera', '', null, 'Cera now']);
    if (clash) editing.settle([clash], 'mine', 'x');
    expect(ids(editing)).not.toContain('cera');
    expect(editing.clashes()).toEqual([]);
    editing.undo();
    if (clash) editing.settle([clash], 'theirs', 'x');
    expect(editing.cell('actors', 'cera', 'name')).toBe('Cera now');
  });

  it('asks of a row that was changed here and removed there, and loses nothing of it', () => {
    const editing = edited();
    editing.publish(actors(BOREA, CERA));
    const [clash] = editing.clashes();
    expect([clash?.key, clash?.mine?.[1], clash?.theirs]).toEqual(['alba', 'My Alba', null]);
    expect(ids(editing)).toContain('alba');
    if (clash) editing.settle([clash], 'mine', 'x');
    expect(editing.clashes()).toEqual([]);
    expect(editing.cell('actors', 'alba', 'mine')).toBe('first');
    editing.undo();
    if (clash) editing.settle([clash], 'theirs', 'x');
    expect(ids(editing)).not.toContain('alba');
    expect(editing.clashes()).toEqual([]);
  });

  it('finds its cells under columns that stand elsewhere, and keeps one that is published no longer', () => {
    const editing = new Editing('case', base());
    editing.apply([set('alba', { name: 'My Alba', mine: 'note' })], 'x');
    const header = 'kind,id,country,name,lat,lon,speaks_for,aliases,description';
    const next = readTable(
      'actors',
      'actors.csv',
      `${header}\nstate,alba,POL,Alba,52.2,21,,,\nstate,borea,BLR,Borea,,,,,\n`,
    ).table;
    editing.publish({ actors: next });
    expect(editing.table('actors').columns).toEqual([...header.split(','), 'mine']);
    expect(editing.table('actors').rows).toEqual([
      ['state', 'alba', 'POL', 'My Alba', '52.2', '21', '', '', '', 'note'],
      ['state', 'borea', 'BLR', 'Borea', '', '', '', '', '', ''],
    ]);
  });
});

describe('ids for new rows', () => {
  const editing = new Editing('case', base());
  it('write what the row is known by, in letters that a link can hold', () => {
    expect(editing.freshId('statements', ['2026-01-21', 'Tusk: “Łódź isn’t for sale”, he says'])).toBe(
      '2026-01-21-tusk-lodz-isnt-for-sale-he-says',
    );
    expect(editing.freshId('actors', ['Михаил Галузин'])).toBe('mikhail-galuzin');
    expect(editing.freshId('stances', ['2026-01-21-x', 'alba', 'borea'])).toBe('2026-01-21-x--alba--borea');
    expect(editing.freshId('sources', ['北京', ''])).toBe('source');
    expect(editing.freshId('hypotheses', [''])).toBe('hypothesis');
  });
  it('do not repeat one that is there, nor one that is about to be', () => {
    expect(editing.freshId('actors', ['Alba'])).toBe('alba-2');
    expect(editing.freshId('actors', ['Alba'], new Set(['alba-2']))).toBe('alba-3');
    expect(editing.freshId('places', ['Alba'])).toBe('alba');
  });
});

describe('edits that were saved to where the record comes from', () => {
  /** The tables as they would be read again once everything is saved. */
  const asSaved = (editing: Editing): Tables => {
    const { actors: table } = editing.tables();
    if (table === undefined) throw new Error('no actors');
    const text = [table.columns, ...table.rows].map((row) => row.join(',')).join('\n');
    return { actors: readTable('actors', 'actors.csv', `${text}\n`).table };
  };

  it('differ from nothing, and each can be taken back as a change of what is published now', () => {
    const editing = new Editing('case', base());
    editing.apply([set('borea', { name: 'Boreas' })], 'renamed');
    editing.apply([add('dora', { key: '+d' })], 'added');
    editing.apply([set('+d', { name: 'Dora' })], 'named');
    editing.apply([remove('cera')], 'removed');
    editing.publish(asSaved(editing));
    expect(editing.saved()?.quiet).toBe('saved');
    expect(editing.changed).toBe(false);
    expect(editing.past.map(({ label }) => label)).toEqual(['renamed', 'added', 'named', 'removed']);

    editing.undo();
    expect(ids(editing)).toEqual(['alba', 'borea', 'dora', 'cera']);
    editing.undo();
    expect(editing.diff().map(({ key, before, after }) => [key, before?.[1] ?? null, after?.[1] ?? null])).toEqual([
      ['dora', 'Dora', 'DORA'],
      ['cera', null, 'Cera'],
    ]);
    editing.undo();
    expect(editing.diff()[0]).toMatchObject({ key: 'dora', after: null });
    editing.undo();
    expect(editing.cell('actors', 'borea', 'name')).toBe('Borea');
    expect(editing.clashes()).toEqual([]);
    for (let i = 0; i < 4; i++) editing.redo();
    expect(editing.changed).toBe(false);
  });

  it('come out the same when the log is read again, by this tab or another', () => {
    const editing = new Editing('case', base());
    editing.apply([add('dora', { key: '+d' }), add('ella', { below: '+d' })], 'two');
    editing.publish(asSaved(editing));
    editing.saved();
    editing.undo();
    const other = new Editing(
      'case',
      asSaved(new Editing('case', actors(ALBA, BOREA, CERA, 'dora,DORA,state,,,,,,,', 'ella,ELLA,state,,,,,,,'))),
    );
    other.take(kept(editing.steps));
    expect(ids(other)).toEqual(['alba', 'borea', 'cera']);
    expect(other.diff()).toEqual(editing.diff());
  });

  it('stay changes where what is published says something else', () => {
    const editing = new Editing('case', base());
    editing.apply([set('borea', { name: 'Boreas' }), set('alba', { name: 'Albia' })], 'two');
    editing.publish(actors(ALBA, BOREA.replace('Borea', 'Boreas'), CERA));
    editing.saved();
    expect(editing.diff().map(({ key }) => key)).toEqual(['alba']);
    editing.publish(base());
    expect(editing.clashes()).toEqual([]);
    expect(editing.saved()).toBeNull();
  });
});

describe('a log that has grown long', () => {
  const many = (n: number) => {
    const editing = new Editing('case', base());
    for (let i = 0; i < n; i++) editing.apply([set('borea', { name: `Borea ${i}` })], `name ${i}`);
    return editing;
  };
  const shorten = (editing: Editing, most: number, rows = 1000) => {
    const short = editing.shortened(most, rows);
    if (short !== null) editing.shorten(short);
    return short;
  };

  it('begins with one step for the oldest: what is changed stays, and the newest can be taken back', () => {
    const editing = many(10);
    const short = shorten(editing, 3);
    expect(short?.dropped).toHaveLength(7);
    expect(editing.steps).toHaveLength(4);
    expect(editing.cell('actors', 'borea', 'name')).toBe('Borea 9');
    for (let i = 0; i < 3; i++) editing.undo();
    expect(editing.undo()).toBeNull();
    expect(editing.cell('actors', 'borea', 'name')).toBe('Borea 6');
    expect(editing.diff()[0]?.before?.[1]).toBe('Borea');
  });

  it('keeps no more than so many rows in the newest steps', () => {
    expect(shorten(many(10), 8, 4)?.dropped).toHaveLength(6);
  });

  it('keeps what a kept step takes back, and is left alone while something can be done again', () => {
    const editing = many(10);
    editing.undo();
    editing.undo();
    expect(editing.shortened(1, 1000)).toBeNull();
    editing.apply([set('alba', { name: 'Albia' })], 'other');
    const short = shorten(editing, 2);
    // The last undo took back the ninth step.
    expect(short?.dropped).toHaveLength(8);
    expect(editing.cell('actors', 'borea', 'name')).toBe('Borea 7');
    expect(editing.past.map(({ label }) => label)).toEqual(['other']);
  });

  it('keeps added rows in their place, added columns, and what became of rows that were saved', () => {
    const editing = new Editing('case', base());
    editing.apply([add('dora', { key: '+d', below: 'alba' })], 'added');
    editing.apply([set('borea', { colour: 'green' })], 'colour');
    editing.apply([remove('cera')], 'removed');
    editing.apply([set('alba', { name: 'Albia' })], 'renamed');
    const before = editing.table('actors');
    shorten(editing, 1);
    expect(editing.steps).toHaveLength(2);
    expect(editing.table('actors')).toEqual(before);
    const again = new Editing('case', base());
    again.take(kept(editing.steps));
    expect(again.table('actors')).toEqual(before);
  });

  it('is the same working copy, whatever was done, undone and left out', () => {
    const act = fc.oneof(
      fc.record({
        kind: fc.constant('set' as const),
        row: fc.constantFrom('alba', 'borea', 'cera'),
        name: fc.constantFrom('x', 'y', 'z'),
      }),
      fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'add' as const, 'remove' as const) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), fc.integer({ min: 0, max: 8 }), (acts, most) => {
        const editing = new Editing('case', base());
        let n = 0;
        for (const one of acts) {
          if (one.kind === 'set') {
            if (editing.row('actors', one.row) !== null) editing.apply([set(one.row, { name: one.name })], 'set');
          } else if (one.kind === 'add') editing.apply([add(`new-${n++}`, { below: 'alba' })], 'add');
          else if (one.kind === 'remove') {
            if (editing.row('actors', 'borea') !== null) editing.apply([remove('borea')], 'remove');
          } else editing[one.kind]();
        }
        const before = [editing.table('actors'), editing.diff()];
        const past = editing.past.map(({ key }) => key);
        shorten(editing, most);
        expect([editing.table('actors'), editing.diff()]).toEqual(before);
        expect(past.slice(past.length - editing.past.length)).toEqual(editing.past.map(({ key }) => key));
        while (editing.undo() !== null);
        const again = new Editing('case', base());
        again.take(kept(editing.steps));
        expect(again.table('actors')).toEqual(editing.table('actors'));
      }),
    );
  });
});
