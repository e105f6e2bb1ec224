import { describe, expect, it } from 'vitest';
import { CONSISTENCIES, type Consistency } from '../record/record';
import { readTable } from '../record/reading/csv';
import { shipped } from '../testing/shippedDataset';
import { evidenceIn, orderOf } from './gridModel';
import { classView, givenWords, mergeRaters, readSheets, sheetsToCsv } from './together';

const flank = shipped('eastern-flank');
const CELLS = flank.hypotheses.flatMap(({ id }) => evidenceIn(flank, []).map((e) => [id, flank.evidence.id[e]!] as const));
const bytes = (text: string) => new TextEncoder().encode(text);
const HEAD = 'hypothesis,evidence,rater,consistency,rationale';

/** The file of a student who rates `n` cells by a rule. */
function file(rater: string, rate: (cell: number) => Consistency, n = CELLS.length): Uint8Array {
  const rows = CELLS.slice(0, n).map(
    ([hypothesis, evidence], i) => `${hypothesis},${evidence},${rater},${rate(i)},${rater} on ${i}`,
  );
  return bytes(`${HEAD}\n${rows.join('\n')}\n`);
}
const by = (i: number): Consistency => CONSISTENCIES[i % 5]!;

describe('the files of a class', () => {
  it('of ten students are ten students, and no file overwrites another', () => {
    const names = ['ada', 'ben', 'cem', 'dora', 'eva', 'finn', 'gosia', 'hugo', 'ida', 'ada'];
    const read = names.map((name, k) =>
      readSheets(
        flank,
        `${name}-${k}.csv`,
        file(name, (i) => (i === 7 ? CONSISTENCIES[k % 5]! : by(i)), 40),
      ),
    );
    expect(read.flatMap(({ faults }) => faults)).toEqual([]);
    const { sheets, apart } = mergeRaters(flank, read.flatMap((one) => one.sheets)); // prettier-ignore
    expect(sheets.map(({ id }) => id)).toEqual([...names.slice(0, 9), 'ada-2']);
    expect(apart).toEqual([{ id: 'ada', as: 'ada-2', cells: 1 }]);
    const view = classView(flank, sheets);
    expect(view.agreement.units).toBe(40);
    expect(view.agreement.ratings).toBe(400);
    // They differ on one cell alone, which comes first.
    const [first, second] = view.cells;
    expect([flank.hypotheses[first!.hypothesis]!.id, flank.evidence.id[first!.evidence]]).toEqual([...CELLS[7]!]);
    expect(first?.spread).toBe(4);
    expect(first?.mean).toBe(0);
    expect(second?.spread).toBe(0);
    expect(givenWords(first!.given)).toBe(
      'CC: ada and finn; C: ben and gosia; N: cem and hugo; I: dora and ida; II: eva and ada-2',
    );
    expect(view.people).toHaveLength(10);
    expect(view.people[0]).toEqual({ id: 'ada', rated: 40, shared: 40, near: 39 });

    // As one file they pass the checks and come back the same.
    const again = readSheets(flank, 'class.csv', bytes(sheetsToCsv(sheets)));
    expect(again.faults).toEqual([]);
    expect(again.sheets.map(({ id, ratings }) => [id, ratings.size])).toEqual(sheets.map(({ id }) => [id, 40]));
    expect(readTable('assessments', 'class.csv', sheetsToCsv(sheets)).table.rows).toHaveLength(400);
  });

  it('have an order of the explanations by their own mean, and no published rating in it', () => {
    const against: Record<string, Consistency> = { [flank.hypotheses[2]!.id]: 'CC' };
    const read = readSheets(
      flank,
      'a.csv',
      file('ada', (i) => against[CELLS[i]![0]] ?? 'II'),
    );
    const view = classView(flank, read.sheets);
    expect(view.order[0]).toMatchObject({ hypothesis: 2, inconsistency: 0 });
    expect(view.order.map(({ hypothesis }) => hypothesis)).not.toEqual(orderOf(flank, { rater: '', weigh: true, without: new Set() }).map(({ hypothesis }) => hypothesis)); // prettier-ignore
    expect(view.cells).toEqual([]);
  });

  it('saved twice are one person; a rater of the record keeps the name', () => {
    const half = readSheets(flank, 'a.csv', file('ada', by, 20)).sheets;
    const whole = readSheets(flank, 'b.csv', file('ada', by, 30)).sheets;
    const { sheets, apart } = mergeRaters(flank, [...half, ...whole]);
    expect(apart).toEqual([]);
    expect(sheets.map(({ ratings, files }) => [ratings.size, files])).toEqual([[30, ['a.csv', 'b.csv']]]);
    const [rater = ''] = flank.assessments.map((one) => one.rater);
    const taken = mergeRaters(flank, readSheets(flank, 'c.csv', file(rater, by, 5)).sheets);
    expect(taken.apart).toEqual([{ id: rater, as: `${rater}-2`, cells: 0 }]);
  });

  it('are taken but for the rows that are wrong, which are named with their line', () => {
    const [hypothesis, evidence] = CELLS[0]!;
    const given = `${HEAD}\n${hypothesis},${evidence},ada,CC,\n${hypothesis},no-such-row,ada,C,\n${hypothesis},${evidence},ben,XX,\n`;
    const { sheets, faults } = readSheets(flank, 'x.csv', bytes(given));
    expect(sheets.map(({ id, ratings }) => [id, ratings.size])).toEqual([['ada', 1]]);
    expect(faults.map(({ file: name, line, column }) => [name, line, column])).toEqual([
      ['x.csv', 3, 'evidence'],
      ['x.csv', 4, 'consistency'],
    ]);
    expect(readSheets(flank, 'y.csv', bytes('a,b\n1,2\n')).faults[0]?.message).toBe('The file holds no table of ratings.');
  });
});
