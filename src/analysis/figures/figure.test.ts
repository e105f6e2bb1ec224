import { describe, expect, it } from 'vitest';
import { readRecord } from '../../record/reading/read';
import { caseFiles, caseRecord, said, scored } from '../../testing/cases';
import { allFaults, figureFaults, figureFaultsIn } from './checkFigures';
import { figureOf, isFigure } from './figure';

const record = caseRecord({
  statements: ['2025-01-10', '2025-02-10', '2025-03-10', '2025-04-10', '2025-05-10'].map((day, i) => said(`s${i + 1}`, day)),
  stances: [
    scored('s1', -2),
    scored('s2', -1),
    scored('s3', 0),
    scored('s4', 1),
    // What somebody else says of the holder is no row of the holder's.
    's5--alba--borea,s5,alba,borea,2,attribution,borea,as said',
  ],
  ties: [
    'friends,alliance,alba;borea,1,Friends,2024-01-01,2025-01-01,,src-a',
    'foes,enmity,alba;borea,-1,Foes,2025-06-01,,,src-a',
  ],
  hypotheses: ['one,One,,,', 'two,Two,,,'],
  assessments: ['one,s1,a,C,', 'two,s1,a,II,', 'one,s2,a,I,', 'two,s2,a,I,'],
});
const value = (reading: string, of = record) => {
  const figure = figureOf(of, `figure:${reading}`);
  return 'fault' in figure ? figure.fault : figure.value;
};
const PAIR = 'pair=alba~borea';

describe('a figure', () => {
  it('counts the own rows of a pair in a window, both days included, by sign, speaker and kind of source', () => {
    expect(value(`rows?${PAIR}&from=2025-01-10&to=2025-03-10`)).toBe(3);
    expect(value(`rows?${PAIR}&from=2025-01-11&to=2025-03-09`)).toBe(1);
    expect(value(`rows?${PAIR}&from=2025-01-01&to=2025-12-31`)).toBe(4);
    const signs = ['negative', 'mixed', 'positive'].map((sign) =>
      value(`rows?${PAIR}&from=2025-01-01&to=2025-12-31&sign=${sign}`),
    );
    expect(signs).toEqual([2, 1, 1]);
    expect(value(`rows?${PAIR}&from=2025-01-01&to=2025-12-31&speaker=alba`)).toBe(4);
    expect(value(`rows?${PAIR}&from=2025-01-01&to=2025-12-31&speaker=borea`)).toBe(0);
    expect(value(`rows?${PAIR}&from=2025-01-01&to=2025-12-31&source=official~news-agency`)).toBe(4);
    expect(value(`rows?${PAIR}&from=2025-01-01&to=2025-12-31&source=state-media`)).toBe(0);
    // The other way round there is no row.
    expect(value('rows?pair=borea~alba&from=2025-01-01&to=2025-12-31')).toBe(0);
  });

  it('counts occasions, and takes a mean by the half-life of the page', () => {
    expect(value(`occasions?${PAIR}&from=2025-01-01&to=2025-03-31`)).toBe(3);
    // Two rows 31 days apart: (-2 * 2^(-31/30) - 1) / (2^(-31/30) + 1).
    const weight = 2 ** (-31 / 30);
    expect(value(`mean?${PAIR}&at=2025-02-10`)).toBeCloseTo((-2 * weight - 1) / (weight + 1), 12);
    expect(value('mean?pair=borea~alba&at=2025-02-10')).toMatch(/no value/);
  });

  it('counts tables, ties of a sign and of a day, explanations and their places', () => {
    expect([value('actors'), value('ties'), value('hypotheses')]).toEqual([2, 2, 2]);
    expect([value('ties?sign=positive'), value('ties?sign=negative'), value('ties?sign=mixed')]).toEqual([1, 1, 0]);
    // A tie holds from its first day up to and not on its last.
    expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01', '2025-06-01'].map((at) => value(`ties?at=${at}`))).toEqual([0, 1, 1, 0, 1]); // prettier-ignore
    expect([value('place?hypothesis=one'), value('place?hypothesis=two')]).toEqual([1, 2]);
  });

  it('counts signed pairs and triads, and how far from balance they are', () => {
    const net = caseRecord({
      actors: ['a', 'b', 'c', 'd'].map((id) => `${id},${id.toUpperCase()},state,,POL,52,21,,`),
      ties: [['a', 'b', 1], ['b', 'c', 1], ['a', 'c', -1], ['a', 'd', -1], ['b', 'd', -1]].map(([one, other, sign]) => `${one}-${other},friendship,${one};${other},${sign},T,1900,,,src-a`), // prettier-ignore
    });
    const at = 'at=1950-01-01';
    expect([value(`pairs?${at}`, net), value(`pairs?${at}&sign=positive`, net), value(`pairs?${at}&sign=negative`, net)]).toEqual([5, 2, 3]); // prettier-ignore
    expect([value(`triads?${at}`, net), value(`triads?${at}&is=balanced`, net), value(`triads?${at}&is=strained`, net)]).toEqual([2, 1, 1]); // prettier-ignore
    expect(value(`frustration?${at}`, net)).toBe(1);
    expect(value('triads?at=1850-01-01', net)).toBe(0);
  });

  it('leads to the page that shows it, with what a link can say of it', () => {
    const address = (reading: string) => {
      const figure = figureOf(record, `figure:${reading}`);
      return 'address' in figure ? figure.address : '';
    };
    expect(address(`rows?${PAIR}&from=2025-01-01&to=2025-12-31&sign=negative`)).toBe(
      `evidence?${PAIR}&from=2025-01-01&to=2025-12-31&sign=negative`,
    );
    expect(address('triads?at=2025-01-01&is=balanced')).toBe('balance?at=2025-01-01');
    expect(address('place?hypothesis=one')).toBe('hypotheses?');
    expect([isFigure('figure:rows'), isFigure('triad:a~b~c')]).toEqual([true, false]);
  });

  it.each([
    ['p?pair=alba~borea', /`p` is no figure; figures are rows,/],
    ['rows?from=2025-01-01&to=2025-02-01', /needs `pair`/],
    [`rows?${PAIR}&to=2025-02-01`, /needs `from`/],
    ['rows?pair=alba~nobody&from=2025-01-01&to=2025-02-01', /`pair=nobody`/],
    ['rows?pair=alba~borea~alba&from=2025-01-01&to=2025-02-01', /`pair=alba~borea~alba`/],
    [`rows?${PAIR}&from=2025-13-01&to=2025-02-01`, /`from=2025-13-01`/],
    [`rows?${PAIR}&from=2025-01-01&to=2025-02-01&sign=sour`, /`sign=sour`/],
    [`rows?${PAIR}&from=2025-01-01&to=2025-02-01&source=gossip`, /`source=gossip`/],
    [`rows?${PAIR}&from=2025-01-01&to=2025-02-01&spaker=alba`, /`spaker=alba`/],
    ['place?hypothesis=three', /`hypothesis=three`/],
    ['constructor', /is no figure/],
  ])('that cannot be read says why: %s', (reading, fault) => expect(value(reading)).toMatch(fault));
});

describe('the check of bound numbers', () => {
  const text = (said: string) => `Of all, [${said}](figure:rows?${PAIR}&from=2025-01-01&to=2025-12-31) are words.`;

  it('passes what follows from the rows, and gives the new number for what does not, said in the same manner', () => {
    expect(['4', 'four', 'Four'].flatMap((words) => figureFaultsIn(record, text(words)))).toEqual([]);
    expect(figureFaultsIn(record, text('Three'))).toEqual([
      {
        rule: 'stale-figure',
        value: 'Three',
        message: '“Three” in the text is now Four by the rows. Rows of the words and acts of Alba on Borea dated 1 January to 31 December 2025.', // prettier-ignore
        suggestion: 'Write `Four`, and read the sentence again: its other words may not hold either.',
      },
    ]);
    expect(figureFaultsIn(record, text('some'))).toMatchObject([{ rule: 'bad-figure', message: /“some”/ }]);
    expect(figureFaultsIn(record, '[4](figure:rows)')).toMatchObject([{ rule: 'bad-figure', message: /needs `pair`/ }]);
  });

  it('names file, line and row, as a warning, after what is wrong with the tables', () => {
    const files = caseFiles({ stories: ['tour,A tour,,'], scenes: ['tour,1,One,Nothing.,', 'tour,2,Two,"[9](figure:actors) actors.",'] }); // prettier-ignore
    const tour = readRecord(files, 'case');
    expect(figureFaults(tour)).toMatchObject([
      { file: 'scenes.csv', line: 3, row: 2, column: 'text', severity: 'warning', rule: 'stale-figure', value: '9' },
    ]);
    expect(allFaults(tour).slice(0, tour.faults.length)).toEqual(tour.faults);
    expect(allFaults(tour)).toHaveLength(tour.faults.length + 1);
    // Where there is nothing to say the record's own list is given.
    expect(allFaults(record)).toBe(record.faults);
  });
});
