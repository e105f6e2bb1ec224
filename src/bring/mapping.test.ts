import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { foreignDate, orderIn } from './foreignDate';
import { gradeOfWord, gradeOnScale, starsIn } from './grades';
import { faultsOf, mapSheets, previewOf } from './mapSheet';
import { gradeIn, gradesOf, lacking, profilesOf, proposeMapping, scaleOf, type Mapping } from './mapping';
import { pastedSheet } from './pasted';
import { delimiterOf, letterOf, textSheet, type Sheet } from './sheet';

const sheet = (text: string): Sheet => {
  const read = textSheet('rows.csv', text);
  if (read === null) throw new Error('no rows');
  return read;
};

describe('dates of other tools', () => {
  it.each([
    ['2025-11-05', '2025-11-05'],
    ['2025/11/5', '2025-11-05'],
    ['20251105', '2025-11-05'],
    ['20251105103000', '2025-11-05T10:30'],
    ['16 May 2025', '2025-05-16'],
    ['May 16, 2025', '2025-05-16'],
    ['May 2025', '2025-05'],
    ['2025-11', '2025-11'],
    ['1984~', '1984~'],
    ['2019-05-08T14:17:04+0000', '2019-05-08T14:17:04+00:00'],
    ['2005-01-26 00:00:00', '2005-01-26'],
    ['13/11/2025', '2025-11-13'],
    ['11/13/2025', '2025-11-13'],
    ['45966', '2025-11-05'],
    ['2025-02-30', ''],
    ['12', ''],
    ['soon', ''],
    ['', ''],
  ])('“%s” is “%s”', (text, date) => {
    expect(foreignDate(text)).toBe(date);
  });

  it('that can be read in two ways are read by what the column says, and else not', () => {
    expect([foreignDate('05/11/2025'), foreignDate('05/11/2025', 'day-first'), foreignDate('05/11/2025', 'month-first')]).toEqual(['', '2025-11-05', '2025-05-11']); // prettier-ignore
    expect(foreignDate('05/05/2025')).toBe('2025-05-05');
    expect([orderIn(['05/11/2025', '13/11/2025']), orderIn(['11/13/2025']), orderIn(['1/2/2025']), orderIn(['13/1/2025', '1/13/2025'])]).toEqual(['day-first', 'month-first', null, 'mixed']); // prettier-ignore
  });
});

describe('scales beside the five grades', () => {
  it('words, stars and Likert items; what is not known stays so', () => {
    expect(['Strongly agree', 'disagree', 'neutral', 'hostile', 'whatever'].map(gradeOfWord)).toEqual([2, -1, 0, -2, null]);
    expect(['★★★☆☆', '*', '4/5', '5 stars', '6/5', 'x'].map(starsIn)).toEqual([3, 1, 4, 5, null, null]);
  });

  it('numbers by the scale that they are on', () => {
    const of = (values: string) => gradesOf(sheet(`who,score\n${values.split(' ').map((value) => `a,${value}`).join('\n')}\n`), 'score').grades; // prettier-ignore
    expect(of('-2 -1 0 1 2')).toEqual({ '-2': -2, '-1': -1, '0': 0, '1': 1, '2': 2 });
    expect(of('0 1')).toEqual({ '0': -1, '1': 1 });
    expect(of('1 2 3 4 5')).toEqual({ '1': -2, '2': -1, '3': 0, '4': 1, '5': 2 });
    expect(of('1 4 7')).toEqual({ '1': -2, '4': 0, '7': 2 });
    expect(of('-10 -2 0 3.5 10')).toEqual({ '-10': -2, '-2': -1, '0': 0, '3.5': 1, '10': 2 });
    expect(of('agree odd')).toEqual({ agree: 1, odd: null });
    expect([gradeOnScale(0, 0, 100), gradeOnScale(50, 0, 100), gradeOnScale(100, 0, 100)]).toEqual([-2, 0, 2]);
    expect([scaleOf(-0.8, 0.6), scaleOf(-7, 3), scaleOf(0, 100)]).toEqual([{ least: -1, most: 1 }, { least: -10, most: 10 }, { least: 0, most: 100 }]); // prettier-ignore
  });

  it('too many numbers to list are on a scale', () => {
    const text = `who,tone\n${Array.from({ length: 40 }, (_, i) => `a,${(i - 20) / 20}`).join('\n')}\n`;
    const mapping: Mapping = { columns: {}, order: null, issues: false, ...gradesOf(sheet(text), 'tone') };
    expect(mapping.scale).toEqual({ least: -1, most: 1 });
    expect(['-1', '-0.3', '0', '0.3', '0.9', '', 'x'].map((value) => gradeIn(mapping, value))).toEqual([
      -2,
      -1,
      0,
      1,
      2,
      null,
      null,
    ]);
  });
});

const ROWS = `Date,Country A,Country B,Rating,Headline,Link,Remarks on tone,lat,lon,Place
05/11/2025,Poland,Belarus,Strongly agree,First,https://example.org/1,warm,53.9,27.6,Minsk
13/11/2025,Belarus,Poland,disagree,Second,https://example.org/2,cold,,,
13/13/2025,Belarus,Poland,odd,Third,https://example.org/3,,95,27,Nowhere
2025-11,Poland,,neutral,Fourth,,,,,
`;

describe('a sheet of rows', () => {
  const rows = sheet(ROWS);

  it('has a profile of each column: type, range, missing, odd values, examples', () => {
    const of = (name: string) => profilesOf(rows).find((profile) => profile.name === name)!;
    expect(of('lat')).toMatchObject({ type: 'numbers', filled: 2, missing: 2, range: ['53.9', '95'] });
    expect(of('Link')).toMatchObject({ type: 'addresses', filled: 3, missing: 1, odd: [] });
    expect(of('Country A')).toMatchObject({ different: 2, examples: ['Poland', 'Belarus'] });
    const years = profilesOf(sheet('when,n\n2001-01-02,1\n2002-01-02,2\n2003-01-02,3\n2004,4\n2005-01-01,5\n2006-01-01,6\n2007-01-01,7\n2008-01-01,8\n2009-01-01,9\nsoon,10\n')); // prettier-ignore
    expect(years[0]).toMatchObject({ type: 'dates', range: ['2001-01-02', '2009-01-01'], odd: [{ row: 10, value: 'soon' }] });
    expect(years[1]).toMatchObject({ type: 'whole numbers', range: ['1', '10'] });
  });

  it('is mapped by names and content, and says what is lacking', () => {
    const { columns, order, issues, grades } = proposeMapping(rows);
    expect(columns).toMatchObject({ date: ['Date'], holder: ['Country A'], target: ['Country B'], score: ['Rating'], title: ['Headline'], url: ['Link'], place: ['Place'] }); // prettier-ignore
    expect([order, issues, grades]).toEqual(['day-first', false, { 'Strongly agree': 2, disagree: -1, odd: null, neutral: 0 }]);
    expect(lacking({ columns: {}, order: null, issues: false, grades: {}, scale: null })).toEqual([
      'holder',
      'target',
      'date',
      'score',
    ]);
    expect(proposeMapping(sheet('speaker,concept,time,agreement\nA,B,2001,1\n')).issues).toBe(true);
  });

  it('shows its first statements, and what is wrong row by row with what would mend it', () => {
    const mapping = proposeMapping(rows);
    expect(previewOf(rows, mapping, 2)).toEqual([
      { row: 1, holder: 'Poland', target: 'Belarus', date: '2025-11-05', value: 'Strongly agree', grade: 2, title: 'First' },
      { row: 2, holder: 'Belarus', target: 'Poland', date: '2025-11-13', value: 'disagree', grade: -1, title: 'Second' },
    ]);
    const { faults, rows: n } = faultsOf(rows, mapping);
    expect(n).toBe(2);
    expect(faults.map(({ row, column, mend }) => [row, column, mend])).toEqual([
      [3, 'Date', { kind: 'cell', value: '2025' }],
      [3, 'Rating', null],
      [4, 'Country B', null],
    ]);
    expect(faultsOf(rows, { ...mapping, order: null }).faults[0]).toMatchObject({ row: 1, mend: { kind: 'order' } });
  });

  it('becomes statements; what has no role stands in the notes, and unknown is never 0', () => {
    const outcome = mapSheets([rows], proposeMapping(rows));
    if (outcome.kind !== 'brought') throw new Error(outcome.kind);
    const record = readRecord(outcome.files, 'mapped');
    expect(record.faults).toEqual([]);
    expect([record.evidence.n, record.stances.n]).toEqual([4, 2]);
    expect([...record.stances.score]).toEqual([2, -1]);
    const first = record.tables.statements!.rows[0]!;
    expect(first.at(-1)).toBe('Remarks on tone: warm');
    expect(record.places.map(({ name }) => name)).toEqual(['Minsk']);
    expect(outcome.report).toMatchObject({ rowsIn: 4, rowsShown: 4 });
    expect(record.meta.brought?.written.mapping).toMatchObject({ columns: { holder: ['Country A'] } });
  });

  it('of which neither who nor when is known is not opened', () => {
    expect(mapSheets([rows], { columns: {}, order: null, issues: false, grades: {}, scale: null })).toMatchObject({
      kind: 'unknown',
    });
  });
});

describe('cells of a sheet', () => {
  it('are parted by what parts most of them evenly', () => {
    expect([delimiterOf('a;b;c\n1;2,5;3\n'), delimiterOf('a\tb\n1, 2\t3\n'), delimiterOf('a,b\n1,2\n'), delimiterOf('a b c\n1 2 "x y"\n')]).toEqual([';', '\t', ',', ' ']); // prettier-ignore
    expect([letterOf(0), letterOf(25), letterOf(26)]).toEqual(['A', 'Z', 'AA']);
  });

  it('beyond the header are kept under letters, and columns of one name are told apart', () => {
    expect(sheet('a,a,,\n1,2,3,4\n')).toMatchObject({
      columns: ['a', 'a (2)', 'Column C', 'Column D'],
      rows: [['1', '2', '3', '4']],
    });
  });

  it('know the line of their file, also below cells with line breaks', () => {
    expect(sheet('a,b\n"x\ny",1\n\nz,2\n').lines).toEqual([2, 5]);
  });

  it('pasted from a spreadsheet are told from words', () => {
    expect(pastedSheet('a\tb\n1\t2\n')).not.toBeNull();
    expect([pastedSheet('some words'), pastedSheet('a\tb'), pastedSheet('a\tb\nwords\n')]).toEqual([null, null, null]);
  });
});
