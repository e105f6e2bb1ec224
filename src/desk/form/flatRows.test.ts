import { describe, expect, test } from 'vitest';
import { Editing } from '../../edits/editing';
import { readTables } from '../../record/reading/read';
import { shippedByModels } from '../../testing/shippedDataset';
import { readBlock } from '../grid/block';
import { FLAT_COLUMNS, flatLines, flatRows } from './flatRows';

const record = shippedByModels('eastern-flank');
const HEAD = 'url\tpublished\tdate\tspeaker\tquote\tsummary\ttopics\ttarget\tscore\treason\tcoder';
const URL_ = 'https://courier.example/2026/02/03/a-day';
const sheet = (...lines: string[]) => flatLines(readBlock([HEAD, ...lines].join('\n')));
const line = (cells: Partial<Record<string, string>>) =>
  HEAD.split('\t')
    .map(
      (column) =>
        ({
          url: URL_,
          published: '2026-02-03',
          date: '2026-02-03',
          speaker: 'Radosław Sikorski',
          quote: 'We expect an answer.',
          summary: 'Asked about Minsk, the minister says that an answer is due.',
          topics: 'border',
          target: 'Belarus',
          score: '-1',
          reason: 'demand',
          coder: 'Ines Fremd',
          ...cells,
        })[column] ?? '',
    )
    .join('\t');

function pasted(...lines: string[]) {
  const editing = new Editing('eastern-flank', record.tables);
  const flat = sheet(...lines);
  const made = flatRows(record, flat?.lines ?? [], (table, parts, also) => editing.freshId(table, parts, also));
  editing.apply(made.rows, 'pasted');
  return { made, after: readTables(editing.tables(), record.meta) };
}
const errors = (faults: readonly { severity: string; message: string }[]) =>
  faults.filter(({ severity }) => severity === 'error').map(({ message }) => message);

describe('a flat sheet of statements', () => {
  test('is told by its headings, in any of their spellings, and no other block is', () => {
    const lines = flatLines([
      ['Said by', 'Said of', 'Score', 'Mood'],
      ['A', 'B', '1', 'grim'],
      ['', ' ', '', ''],
    ]);
    expect(lines).toEqual({ lines: [{ speaker: 'A', target: 'B', score: '1' }], passed: ['Mood'] });
    expect(flatLines([['id', 'speaker', 'target', 'score']])).toBeNull();
    expect(flatLines([['speaker', 'date', 'quote']])).toBeNull();
    expect(flatLines([['speaker', 'target', 'date']])).toBeNull();
    expect(flatLines([[...FLAT_COLUMNS]])?.passed).toEqual([]);
  });

  test('becomes a page, statements, stances and codings that pass every check, with names read as the record spells them', () => {
    const { made, after } = pasted(
      line({}),
      line({ target: 'Weißrussland', quote: 'It is their move.', score: '+1' }),
      line({ target: 'Russia', quote: 'It is their move.', score: '−2' }),
    );
    expect(errors(after.faults)).toEqual([]);
    expect(made).toMatchObject({ statements: 2, stances: 3, unknown: [] });
    const count = (table: string) => made.rows.filter((row) => row.table === table).length;
    expect(['sources', 'statements', 'stances', 'coders', 'codings'].map(count)).toEqual([1, 2, 3, 1, 3]);
    const [first, second] = made.rows.filter(({ table }) => table === 'statements').map(({ cells }) => cells);
    expect(first).toMatchObject({
      id: '2026-02-03-radoslaw-sikorski-on-belarus',
      title: 'Radosław Sikorski on Belarus',
      speaker: 'radoslaw-sikorski',
      on_behalf_of: 'poland',
      targets: 'belarus',
      sources: second?.['sources'],
    });
    expect(second).toMatchObject({ title: 'Radosław Sikorski on Belarus and Russia', targets: 'belarus;russia' });
    expect(made.rows.filter(({ table }) => table === 'stances').map(({ cells }) => cells['score'])).toEqual(['-1', '1', '-2']);
    expect(made.rows.find(({ table }) => table === 'sources')?.cells).toMatchObject({ url: URL_, outlet: 'courier.example' });
  });

  test('rests on a page that the record has, without adding it', () => {
    const known = record.sources.find(({ url, published }) => url !== '' && published !== null);
    const { made } = pasted(line({ url: known?.url ?? '', date: known?.published?.text ?? '', published: '' }));
    expect(made.rows.filter(({ table }) => table === 'sources')).toEqual([]);
    expect(made.rows.find(({ table }) => table === 'statements')?.cells['sources']).toBe(known?.id);
  });

  test('gives each row an id of its own, also beside rows of the same day and title', () => {
    const { made, after } = pasted(line({ quote: 'One.' }), line({ quote: 'Two.' }), line({ quote: 'Three.' }));
    expect(new Set(made.rows.map(({ table, cells }) => `${table} ${cells['id'] ?? cells['stance'] ?? ''}`)).size).toBe(
      made.rows.length,
    );
    expect(errors(after.faults)).toEqual([]);
  });

  test('loses nothing that is not understood: it stands in its cell, and the check names it', () => {
    const { made, after } = pasted(line({ speaker: 'Nobody Known', date: '3rd of Feb', score: 'cold', place: '' }));
    expect(made.unknown).toEqual(['Nobody Known']);
    expect(made.rows.find(({ table }) => table === 'statements')?.cells).toMatchObject({
      speaker: 'Nobody Known',
      date: '3rd of Feb',
    });
    expect(made.rows.find(({ table }) => table === 'stances')?.cells['score']).toBe('cold');
    const said = errors(after.faults).join('\n');
    for (const word of ['Nobody Known', '3rd of Feb', 'cold']) expect(said).toContain(word);
  });

  test('without a coder gives no codings, and with several targets in a cell a stance for each', () => {
    const { made } = pasted(line({ coder: '', target: 'Belarus; Russia' }));
    expect(made.rows.map(({ table }) => table)).toEqual(['sources', 'statements', 'stances', 'stances']);
    expect(made.rows.at(-1)?.cells).toMatchObject({ target: 'russia', score: '-1' });
  });
});
