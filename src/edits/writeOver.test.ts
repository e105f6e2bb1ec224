import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../record/reading/csv';
import { Editing } from './editing';
import { writeOver } from './writeOver';

const encode = (text: string) => new TextEncoder().encode(text);

/** A table of stories over a file, and what is written of it after changes. */
function over(file: string, edit: (editing: Editing) => void) {
  const bytes = encode(file);
  const published = readTable('stories', 'stories.csv', bytes).table;
  const editing = new Editing('case', { stories: published });
  edit(editing);
  return writeOver(bytes, published, editing.table('stories'));
}
const set = (row: string, title: string) => (editing: Editing) =>
  void editing.apply([{ kind: 'set', table: 'stories', row, cells: { title } }], 'x');

const PLAIN = 'id,title,subtitle,author\na,One,,"quoted, always"\nb,Two,"TRUE",\nc,Three,,\n';

describe('a table written over its file', () => {
  it('is the file, where nothing changed', () => {
    expect(over(PLAIN, () => undefined)).toEqual({ text: PLAIN, kept: true });
  });

  it('changes the changed line alone, and keeps quotes that nobody needs in the others', () => {
    expect(over(PLAIN, set('c', 'Drei, drei')).text).toBe(PLAIN.replace('c,Three', 'c,"Drei, drei"'));
  });

  it('keeps a mark at the head, line ends, semicolons, blank lines and a title above the header', () => {
    const odd =
      '\ufeffMy stories;;;\r\nid;title;subtitle;author\r\n\r\na;One;"two\r\nlines";x\r\nb;"Two";;\r\n;;;\r\nc;Three;;\r\n\r\n';
    expect(over(odd, set('b', 'Zwei; zwei'))).toEqual({ text: odd.replace('b;"Two"', 'b;"Zwei; zwei"'), kept: true });
  });

  it('writes added rows in their place, and takes removed ones out with nothing else', () => {
    const file = 'id,title,subtitle,author\n\na,One,,\n\nb,Two,,\nc,Three,,\n\n';
    const { text } = over(file, (editing) => {
      editing.apply(
        [
          { kind: 'add', table: 'stories', cells: { id: 'n', title: 'New' }, below: 'a' },
          { kind: 'remove', table: 'stories', row: 'b' },
          { kind: 'add', table: 'stories', cells: { id: 'z', title: 'Last' } },
        ],
        'x',
      );
    });
    expect(text).toBe('id,title,subtitle,author\n\na,One,,\nn,New,,\n\nc,Three,,\nz,Last,,\n\n');
  });

  it('keeps the header where every row is removed, and adds to a header alone', () => {
    const gone = over('id,title,subtitle,author\na,One,,\n', (editing) => {
      editing.apply([{ kind: 'remove', table: 'stories', row: 'a' }], 'x');
    });
    expect(gone.text).toBe('id,title,subtitle,author\n');
    const begun = over('id,title,subtitle,author\n', (editing) => {
      editing.apply([{ kind: 'add', table: 'stories', cells: { id: 'a', title: 'One' } }], 'x');
    });
    expect(begun).toEqual({ text: 'id,title,subtitle,author\na,One,,\n', kept: true });
  });

  it('adds below a last line that was never ended', () => {
    const { text } = over('id,title,subtitle,author\na,One,,', (editing) => {
      editing.apply([{ kind: 'add', table: 'stories', cells: { id: 'b', title: 'Two' } }], 'x');
    });
    expect(text).toBe('id,title,subtitle,author\na,One,,\nb,Two,,');
  });

  it('is written anew, and says so, where the lines cannot be kept', () => {
    const column = over(PLAIN, (editing) => {
      editing.apply([{ kind: 'set', table: 'stories', row: 'a', cells: { mine: 'x' } }], 'x');
    });
    expect(column.kept).toBe(false);
    expect(column.text).toBe('id,title,subtitle,author,mine\na,One,,"quoted, always",x\nb,Two,TRUE,,\nc,Three,,,\n');
    const latin = Uint8Array.from([...encode('id,title,subtitle,author\na,caf'), 0xe9, ...encode(',,\n')]);
    const published = readTable('stories', 'stories.csv', latin).table;
    expect(writeOver(latin, published, new Editing('case', { stories: published }).table('stories'))).toEqual({
      text: 'id,title,subtitle,author\na,café,,\n',
      kept: false,
    });
    expect(over('id,title,subtitle,author\ra,One,,\r', set('a', 'Eins'))).toEqual({
      text: 'id,title,subtitle,author\na,Eins,,\n',
      kept: false,
    });
  });

  it('is read as the rows that stand here, whatever the file and the cells (law)', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '='), maxLength: 5 });
    const row = fc.tuple(cell, cell, cell);
    const act = fc.record({ at: fc.nat(8), what: fc.constantFrom('set', 'add', 'remove'), text: cell });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.array(act, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, acts, end) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\n', end)}"`;
          const lines = rows.map((cells, i) => [`r${i}`, ...cells.map(quote)].join(','));
          const file = `${['id,title,subtitle,author', ...lines].join(end)}${end}`;
          let rowsHere: readonly (readonly string[])[] = [];
          const { text } = over(file, (editing) => {
            for (const { at, what, text: words } of acts) {
              const { keys } = editing.table('stories');
              const key = keys[at % Math.max(1, keys.length)];
              if (what === 'add' || key === undefined)
                editing.apply(
                  [{ kind: 'add', table: 'stories', cells: { id: `n${at}`, title: words }, ...(key ? { below: key } : {}) }],
                  'x',
                );
              else if (what === 'remove') editing.apply([{ kind: 'remove', table: 'stories', row: key }], 'x');
              else editing.apply([{ kind: 'set', table: 'stories', row: key, cells: { author: words } }], 'x');
            }
            rowsHere = editing.table('stories').rows;
          });
          expect(readTable('stories', 'stories.csv', text).table.rows).toEqual(rowsHere);
        },
      ),
      { numRuns: 300 },
    );
  });
});
