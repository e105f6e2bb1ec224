import { expect, test } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { readRecord } from '../record/reading/read';
import { actorLines, type Line } from './actorListModel';

const record = readRecord(
  new Map([
    [
      'actors.csv',
      `id,name,kind,speaks_for,aliases
north,North,state,,Północ
south,South,state,,
nora,Nora Żak,person,north,Нора
office,Office of Nora,organisation,nora,
lone,Lone Writer,person,,
a,Ring A,person,b,
b,Ring B,person,a,
`,
    ],
    ['statements.csv', 'id,title,date,speaker,confidence\ns1,One,2025-01-10,nora,high\n'],
    ['stances.csv', 'id,evidence,holder,target,score,basis\nx,s1,south,north,-1,statement\n'],
  ]),
  'small',
);
const lines = (typed = '') => actorLines(sliceRecord(record, ALL), typed);
const names = (list: readonly Line[]) =>
  list.flatMap((line) => (line.type === 'actor' ? [`${line.under ? '  ' : ''}${line.key}`] : []));

test('who speaks for another stands under it, however long the chain', () => {
  expect(names(lines()).slice(0, 4)).toEqual(['north', '  nora', '  office', 'south']);
});

test('every actor stands in the list once, even in a ring of speakers', () => {
  expect(
    names(lines())
      .map((name) => name.trim())
      .toSorted(),
  ).toEqual(['a', 'b', 'lone', 'nora', 'north', 'office', 'south']);
});

test('rows held, received and spoken are counted', () => {
  const line = (id: string) => lines().find((one) => one.key === id);
  expect(line('north')).toMatchObject({ held: 0, received: 1 });
  expect(line('south')).toMatchObject({ held: 1, received: 0 });
  expect(line('nora')).toMatchObject({ spoken: 1 });
});

test('a name in any spelling finds the actor, with the one it speaks for', () => {
  expect(names(lines('zak'))).toEqual(['north', '  nora']);
  expect(names(lines('нора'))).toEqual(['north', '  nora']);
  expect(names(lines('polnoc'))).toEqual(['north']);
  expect(lines('nobody')).toEqual([]);
});
