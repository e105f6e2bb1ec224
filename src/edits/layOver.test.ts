import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { dataset } from '../testing/soundDataset';
import { Editing } from './editing';
import { layOverAll, looseTables } from './layOver';

const encode = (text: string) => new TextEncoder().encode(text);
const record = readRecord(new Map(dataset()), 'case');
const places = dataset().get('places.csv') ?? '';

function laid(text: string) {
  const editing = new Editing('case', record.tables);
  const [found] = layOverAll(new Map([['places', encode(text)]]), (name) => editing.table(name)) ?? [];
  if (found === undefined) throw new Error('it is no table');
  return { editing, found };
}

describe('a table laid over the open record', () => {
  it('changes what differs and no more, though a spreadsheet wrote every line anew', () => {
    const saved = places.replace('Brest', 'Brest-Litovsk').replaceAll('\n', '\r\n').replaceAll(',', ';').replace('city', 'City');
    const { editing, found } = laid(`${saved}pinsk;Pinsk;BLR;city;52,1;26.1\r\n`.replace('52,1', '52.1'));
    expect(found.counts).toEqual({ changed: 1, added: 1, lacking: 0 });
    editing.apply(found.changes, 'places.csv laid over');
    expect(editing.diff().map(({ before, after }) => [before?.[1] ?? null, after?.[1]])).toEqual([
      ['Brest', 'Brest-Litovsk'],
      [null, 'Pinsk'],
    ]);
    editing.undo();
    expect(editing.changed).toBe(false);
  });

  it('tells rows that it lacks apart from those that it changes', () => {
    const { editing, found } = laid(places.split('\n').slice(0, 2).join('\n'));
    expect([found.counts.lacking, found.changes]).toEqual([2, []]);
    editing.apply(found.removed, 'x');
    expect(editing.table('places').keys).toEqual(['minsk']);
  });

  it('goes by the names of columns, keeps those that it lacks, and brings those that are new', () => {
    const { editing, found } = laid('mine,name,id,empty\nseen,Mensk,minsk,\n');
    editing.apply(found.changes, 'x');
    expect(editing.addedColumns('places')).toEqual(['mine']);
    expect([editing.cell('places', 'minsk', 'name'), editing.cell('places', 'minsk', 'kind')]).toEqual(['Mensk', 'capital']);
  });

  it('leaves a row that is too long alone', () => {
    expect(laid(`${places}brest,Brest,BLR,city,52.1,23.7,more\n`).found.counts.changed).toBe(0);
  });
});

describe('files that are parts of a record', () => {
  const of = (...names: string[]) => looseTables(new Map(names.map((name) => [name, encode('id\n')])));
  it('are one table or two, under a folder, in capitals, or a second copy', () => {
    expect([...(of('stances.csv') ?? [])].map(([name]) => name)).toEqual(['stances']);
    expect([...(of('x/Stances (1).CSV', 'x/codings.csv') ?? [])].map(([name]) => name)).toEqual(['stances', 'codings']);
    expect(of('actors.csv')).not.toBeNull();
  });
  it('are not a record, nor something else', () => {
    for (const names of [
      ['actors.csv', 'ties.csv'],
      ['a.csv'],
      ['stances.csv', 'datapackage.json'],
      ['stances.xlsx'],
      [],
      ['stances.csv', 'x/stances.csv'],
      ['events.csv', 'places.csv', 'sources.csv'],
    ])
      expect(of(...names), names.join()).toBeNull();
  });
});
