import { describe, expect, test } from 'vitest';
import { shipped } from '../testing/shippedDataset';
import { isoOf } from '../words/calendar';
import { figuresOf } from './figures';
import { readRecord } from './reading/read';

const record = readRecord(
  new Map([
    ['actors.csv', 'id,name,kind\na,A,state\nb,B,state\n'],
    [
      'sources.csv',
      'id,url,title,outlet,author,published,language,kind,country,side,owner,mirror\n' +
        's1,https://example.org/1,One,One,,,en,official,POL,polish,state,false\n' +
        's2,https://example.org/2,Two,Two,,,en,state-media,BLR,minsk,state,false\n' +
        's3,https://example.org/3,Three,Three,,,en,official,POL,,,false\n',
    ],
    [
      'statements.csv',
      'id,title,date,speaker,on_behalf_of,targets,quote,quote_translated,summary,place,topics,sources,confidence,notes\n' +
        'x,X,2025-01-10,a,,b,,false,S.,,,s1;s2,high,\n' +
        'y,Y,2025-01-20,a,,b,,false,S.,,,s1,high,\n' +
        'z,Z,2025-04-02,a,,b,,false,S.,,,s3,high,\n' +
        'w,W,2025-04-03,b,,a,,false,S.,,,s2,high,\n',
    ],
    [
      'stances.csv',
      'id,evidence,holder,target,score,basis,attributed_by,rationale\n' +
        'x1,x,a,b,-1,statement,,R.\ny1,y,a,b,1,statement,,R.\nz1,z,a,b,0,statement,,R.\nw1,w,b,a,0,statement,,R.\n',
    ],
    ['codings.csv', 'stance,coder,score,reason\nx1,me,-1,\ny1,me,1,\nx1,you,0,\n'],
  ]),
  'small',
);

describe('the figures of a record', () => {
  const figures = figuresOf(record);

  test('count sources by side, those of no side last and by name', () => {
    expect(figures.sides.map(({ id, n }) => [id, n])).toEqual([
      ['polish', 1],
      ['minsk', 1],
      ['', 1],
    ]);
    expect(figures.sides.at(-1)?.label).toBe('no side given');
    expect(figures.kinds.map(({ id, n }) => [id, n])).toEqual([
      ['official', 2],
      ['state-media', 1],
    ]);
    expect(figures.countries[0]).toMatchObject({ id: 'POL', n: 2 });
  });

  test('count the rows of each pair by month and side; a row with two sides counts for both', () => {
    const [most, other] = figures.pairs;
    expect(most).toMatchObject({ holder: 0, target: 1, rows: 3, bySide: [2, 1, 1] });
    expect(most?.months).toEqual([
      { year: 2025, month: 1, rows: 2, bySide: [2, 1, 0] },
      { year: 2025, month: 4, rows: 1, bySide: [0, 0, 1] },
    ]);
    expect(other).toMatchObject({ holder: 1, target: 0, rows: 1, bySide: [0, 1, 0] });
  });

  test('name the months without a row between the first and the last', () => {
    expect(figures.emptyMonths.map(isoOf)).toEqual(['2025-02-01', '2025-03-01']);
  });

  test('count what each coder gave', () => {
    expect(figures.coders.map(({ id, n }) => [id, n])).toEqual([
      ['me', 2],
      ['you', 1],
    ]);
  });

  test('of a record without a row are empty and none of them is invented', () => {
    const empty = figuresOf(readRecord(new Map([['actors.csv', 'id,name,kind\n']]), 'empty'));
    expect(empty).toMatchObject({ pairs: [], emptyMonths: [], undated: 0, sides: [], coders: [] });
  });
});

test('the shipped record adds up: every dated stance stands in one month of one pair', () => {
  const flank = shipped('eastern-flank');
  const { pairs, sides } = figuresOf(flank);
  const months = pairs.flatMap((pair) => pair.months);
  expect(months.reduce((sum, { rows }) => sum + rows, 0)).toBe(flank.stances.dated);
  for (const { rows, bySide } of months) for (const n of bySide) expect(n).toBeLessThanOrEqual(rows);
  expect(sides.reduce((sum, { n }) => sum + n, 0)).toBe(flank.sources.length);
});
