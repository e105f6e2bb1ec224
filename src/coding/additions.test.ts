import { describe, expect, it } from 'vitest';
import { Editing } from '../edits/editing';
import { readRecord, readTables } from '../record/reading/read';
import { dataset } from '../testing/soundDataset';
import { filesByModels, shippedByModels } from '../testing/shippedDataset';
import { byPeople, byPeopleWords } from '../analysis/agreement/people';
import { additions } from './additions';
import type { CoderSheet } from './codingFiles';

const flank = shippedByModels('eastern-flank');
const ids = flank.stances.id;
const sheet = (id: string, scores: Record<string, -2 | -1 | 0 | 1 | 2 | null>, reason = 'why'): CoderSheet => ({
  id,
  name: '',
  instructions: 'the kit',
  side: '',
  files: [],
  codings: new Map(Object.entries(scores).map(([stance, score]) => [stance, { stance, score, reason }])),
});
const some = (n: number, score: 0 | 1): Record<string, -1 | 0 | 1> =>
  Object.fromEntries(ids.slice(0, n).map((id, i) => [id, i % 4 === 0 ? -1 : score]));

describe('codings added to a record', () => {
  it('of three coders make a record that passes every check, and that says who coded it', () => {
    const made = additions(flank, flank.tables, [
      sheet('anna', some(20, 1)),
      sheet('ben', some(20, 1)),
      sheet('cem', some(20, 0)),
    ]);
    expect(made).toMatchObject({ coders: 3, codings: 60, settled: 0, kept: 0 });
    const editing = new Editing('eastern-flank', flank.tables);
    editing.apply(made.changes, 'codings');
    const record = readTables(editing.tables(), flank.meta);
    expect(record.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(record.coders).toEqual(['a', 'anna', 'b', 'ben', 'c', 'cem', 'd']);
    expect(byPeopleWords('this record', byPeople(record))).toMatch(
      /^60 codings by anna, ben and cem, on 20 stances of this record; among them alpha is/,
    );
    // Added once more they change nothing.
    expect(additions(record, record.tables, [sheet('anna', some(20, 1))])).toMatchObject({
      changes: [],
      codings: 0,
      coders: 0,
      kept: 0,
    });
  });

  it('never overwrite what the same coder gave before, and say how many stay as they are', () => {
    const editing = new Editing('eastern-flank', flank.tables);
    editing.apply(additions(flank, flank.tables, [sheet('anna', some(3, 1))]).changes, 'first');
    const again = additions(flank, editing.tables(), [sheet('anna', { ...some(3, 1), [ids[1]!]: 0, [ids[5]!]: 1 })]);
    expect(again).toMatchObject({ coders: 0, codings: 1, kept: 1 });
    expect(again.changes.every(({ kind }) => kind === 'add')).toBe(true);
  });

  it('settle a score with a rationale that names both and keeps what it said', () => {
    const settled = [
      { stance: ids[0]!, score: 0, why: 'both, weighed', mine: { coder: 'anna', score: 1 }, theirs: { coder: 'a', score: -1 } },
    ];
    const made = additions(flank, flank.tables, [], settled);
    const editing = new Editing('eastern-flank', flank.tables);
    editing.apply(made.changes, 'settled');
    const before = flank.tables.stances!.rows[0]!;
    const column = (name: string) => flank.tables.stances!.columns.indexOf(name);
    const row = flank.tables.stances!.rows.findIndex((cells) => cells[0] === ids[0]);
    const was = flank.tables.stances!.rows[row]![column('rationale')]!;
    const now = editing.tables().stances!.rows[row]!;
    expect(before.length).toBe(now.length);
    expect(now[column('score')]).toBe('0');
    expect(now[column('rationale')]).toBe(`both, weighed; adjudicated: anna +1, a −1; before: ${was}`);
    expect(additions(flank, editing.tables(), [], settled)).toMatchObject({ settled: 0, changes: [] });
    expect(additions(flank, editing.tables(), [], [{ ...settled[0]!, score: -1 }])).toMatchObject({ settled: 1 });
    expect(additions(flank, flank.tables, [], [{ ...settled[0]!, stance: 'gone' }])).toMatchObject({ settled: 0, changes: [] });
  });

  it('make a table of coders where there is none, with what the package said of those before', () => {
    const files = new Map<string, string | Uint8Array>(filesByModels('eastern-flank'));
    files.delete('coders.csv');
    const record = readRecord(files, 'eastern-flank');
    const told = { ...record, meta: { ...record.meta, coders: { a: 'a language model' } } };
    const { changes } = additions(told, told.tables, [sheet('anna', some(1, 1))]);
    expect(changes.slice(0, 2)).toEqual([
      { kind: 'add', table: 'coders', cells: { id: 'a', kind: 'model', instructions: 'a language model' } },
      { kind: 'add', table: 'coders', cells: { id: 'anna', name: '', kind: 'person', instructions: 'the kit', side: '' } },
    ]);
    const small = readRecord(dataset(), 'small');
    expect(additions(small, small.tables, [sheet('anna', {})]).changes).toHaveLength(1);
  });
});
