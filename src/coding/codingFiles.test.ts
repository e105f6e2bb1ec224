import { describe, expect, it } from 'vitest';
import { zipOf } from '../formats/zip';
import { readRecord } from '../record/reading/read';
import { writeTable } from '../record/write';
import { dataset } from '../testing/soundDataset';
import { shipped } from '../testing/shippedDataset';
import { filesOf, mergeCoders, readSheets, sheetOf, tablesOf, type CoderSheet } from './codingFiles';
import type { Answer, Run } from './run';

const record = readRecord(dataset(), 'small');
const WORDS = 'words--belarus--poland';
const CLOSURE = 'closure--poland--belarus';
const bytes = (text: string) => new TextEncoder().encode(text);
const csv = (...rows: string[]) => bytes(`stance,coder,score,reason\n${rows.join('\n')}\n`);
const run: Run = {
  key: 'small anna spread~2~1',
  record: 'small',
  coder: { id: 'anna', name: 'Anna K.', side: '' },
  sample: 'spread~2~1',
  stances: [WORDS, CLOSURE, 'gone--a--b'],
  begun: '2026-11-27T20:00:00Z',
};
const answers = (...list: Answer[]) => new Map(list.map((answer) => [answer.stance, answer]));
const done = (stance: string, score: Answer['score'], reason = ''): Answer => ({ stance, score, reason, seconds: 9, done: true });
const scoresOf = ({ codings }: CoderSheet) =>
  Object.fromEntries([...codings.values()].map(({ stance, score }) => [stance, score]));

describe('a run as tables', () => {
  const sheet = sheetOf(
    run,
    answers(done(WORDS, 1, ' "kind", he says '), { ...done(CLOSURE, -2), done: false }, done('gone--a--b', null)),
  );

  it('has a row a coding, an empty score where the coder could not say, and no draft', () => {
    expect(writeTable(tablesOf([sheet]).codings)).toBe(
      `stance,coder,score,reason\n${WORDS},anna,1,"""kind"", he says"\ngone--a--b,anna,,\n`,
    );
  });

  it('has a row of the coder, a person, with what was given', () => {
    expect(tablesOf([sheet]).coders.rows).toEqual([
      [
        'anna',
        'Anna K.',
        'person',
        expect.stringMatching(/coding kit: 3 stances spread over .*, seed 1; blind to titles, outlets/),
        '',
      ],
    ]);
  });

  it('comes back from the zip that is saved, but for what the record no longer holds, which is named', async () => {
    const zip = zipOf(filesOf([sheet], { seconds: new Map([[WORDS, 12]]) }), 'anna', new Date('2026-11-27T00:00:00Z'));
    const { sheets, faults } = await readSheets(record, { name: 'anna.zip', bytes: zip });
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject({ id: 'anna', name: 'Anna K.', files: ['anna.zip'] });
    expect(scoresOf(sheets[0]!)).toEqual({ [WORDS]: 1 });
    expect(faults.map(({ file, column, value }) => [file, column, value])).toEqual([['anna.zip', 'stance', 'gone--a--b']]);
  });

  it('has the seconds of each row beside, where there are any', () => {
    expect(filesOf([sheet], { seconds: new Map([[WORDS, 12]]) }).get('seconds.csv')).toBe(`stance,seconds\n${WORDS},12\n`);
    expect([...filesOf([sheet]).keys()]).toEqual(['coders.csv', 'codings.csv']);
  });

  it('has what was settled as cells of the stances', () => {
    const settled = [{ stance: WORDS, score: 1, why: 'praise, with a wish' }];
    expect(filesOf([sheet], { settled }).get('settled.csv')).toBe(`id,score,rationale\n${WORDS},1,"praise, with a wish"\n`);
  });
});

describe('a file of codings', () => {
  it('may hold several coders, and its good rows are taken where another is wrong', async () => {
    const given = csv(`${WORDS},a1,1,x`, `${WORDS},b1,7,y`, `${CLOSURE},b1,-2,`, `wrds--belarus--poland,a1,1,`);
    const { sheets, faults } = await readSheets(record, { name: 'class.csv', bytes: given });
    expect(sheets.map((sheet) => [sheet.id, scoresOf(sheet)])).toEqual([
      ['a1', { [WORDS]: 1 }],
      ['b1', { [CLOSURE]: -2 }],
    ]);
    expect(faults.map(({ file, line, column }) => [file, line, column])).toEqual([
      ['class.csv', 3, 'score'],
      ['class.csv', 5, 'stance'],
    ]);
  });

  it.each([
    ['a picture', bytes('\u0089PNG'), /no table of codings/],
    ['another table', bytes('id,name\na,b\n'), /no table of codings/],
    ['a zip without one', zipOf(new Map([['x.csv', 'a,b\n']]), 'x', new Date('2026-11-27T00:00:00Z')), /no table of codings/],
  ])('that is %s is named with what would be right', async (_, given, message) => {
    const { sheets, faults } = await readSheets(record, { name: 'x', bytes: given });
    expect(sheets).toEqual([]);
    expect(faults[0]?.message).toMatch(message);
    expect(faults[0]?.suggestion).toContain('stance, coder, score and reason');
  });

  it('that is a broken zip does not throw', async () => {
    const { sheets, faults } = await readSheets(record, { name: 'x.zip', bytes: bytes('PK\u0003\u0004 and then nothing') });
    expect(sheets).toEqual([]);
    expect(faults).toHaveLength(1);
  });
});

describe('files put together', () => {
  const sheet = (id: string, scores: Record<string, 0 | 1 | -2 | null>, more: Partial<CoderSheet> = {}): CoderSheet => ({
    id,
    name: '',
    instructions: '',
    side: '',
    files: [`${id}.zip`],
    codings: new Map(Object.entries(scores).map(([stance, score]) => [stance, { stance, score, reason: 'why' }])),
    ...more,
  });

  it('of three coders are three coders', async () => {
    const flank = shipped('eastern-flank');
    const ids = flank.stances.id.slice(0, 12);
    const files = ['marta', 'jonas', 'olga'].map((coder, i) => ({
      name: `${coder}.csv`,
      bytes: csv(...ids.map((id, k) => `${id},${coder},${((i + k) % 5) - 2},because`)),
    }));
    const read = await Promise.all(files.map((file) => readSheets(flank, file)));
    const { sheets, apart } = mergeCoders(read.flatMap((one) => one.sheets), flank.coders); // prettier-ignore
    expect(apart).toEqual([]);
    expect(sheets.map(({ id, codings }) => [id, codings.size])).toEqual([
      ['marta', 12],
      ['jonas', 12],
      ['olga', 12],
    ]);
    // Their tables pass the checks of the record to which they are added.
    const { codings } = tablesOf(sheets);
    expect(codings.rows).toHaveLength(36);
    expect(new Set(codings.rows.map(([stance, coder]) => `${stance} ${coder}`)).size).toBe(36);
  });

  it('of one coder in two parts are one coder', () => {
    const { sheets, apart } = mergeCoders([
      sheet('anna', { [WORDS]: 1 }, { name: 'Anna' }),
      sheet('anna', { [WORDS]: 1, [CLOSURE]: -2 }, { files: ['later.zip'] }),
    ]);
    expect(apart).toEqual([]);
    expect(sheets).toHaveLength(1);
    expect(scoresOf(sheets[0]!)).toEqual({ [WORDS]: 1, [CLOSURE]: -2 });
    expect(sheets[0]).toMatchObject({ name: 'Anna', files: ['anna.zip', 'later.zip'] });
  });

  it('of one coder who thought some of it over are one coder, and the later stands', () => {
    const reasons = ['calls the fence a threat', 'thanks for the exchange', 'names no one else', 'asks for talks again'];
    const own = (last: 0 | 1, words = reasons): CoderSheet =>
      sheet(
        'anna',
        {},
        {
          codings: new Map(words.map((reason, i) => [`s${i}`, { stance: `s${i}`, score: i === 3 ? last : 1, reason }] as const)),
        },
      );
    const { sheets, apart, revised } = mergeCoders([own(0), own(1)]);
    expect([sheets.length, apart, revised]).toEqual([1, [], [{ id: 'anna', cells: 1 }]]);
    expect(sheets[0]?.codings.get('s3')?.score).toBe(1);
    // Somebody else of that name gives other reasons, and a word or two is no sign of one hand.
    expect(
      mergeCoders([
        own(0),
        own(
          1,
          reasons.map((words) => `${words}, plainly`),
        ),
      ]),
    ).toMatchObject({ revised: [], apart: [{ cells: 4 }] });
    expect(mergeCoders([own(0, ['why', 'why', 'why', 'why']), own(1, ['why', 'why', 'why', 'why'])]).apart).toHaveLength(1);
    // Two of four are no most.
    const half = own(
      1,
      reasons.map((words, i) => (i < 2 ? words : `${words}, now`)),
    );
    expect(mergeCoders([own(0), half]).apart).toHaveLength(1);
  });

  it('of two people with one name are kept apart, whichever came first, and nothing is overwritten', () => {
    const first = sheet('anna', { [WORDS]: 1 });
    const second = sheet('anna', { [WORDS]: null, [CLOSURE]: -2 });
    const third = sheet('anna', { [WORDS]: null }, { files: ['again.zip'] });
    const { sheets, apart } = mergeCoders([first, second, third]);
    expect(sheets.map((one) => [one.id, scoresOf(one)])).toEqual([
      ['anna', { [WORDS]: 1 }],
      ['anna-2', { [WORDS]: null, [CLOSURE]: -2 }],
    ]);
    expect(sheets[1]?.files).toEqual(['anna.zip', 'again.zip']);
    expect(apart).toEqual([{ id: 'anna', as: 'anna-2', cells: 1 }]);
  });

  it('never take the id of a coder of the record, nor one that another file has', () => {
    const { sheets, apart } = mergeCoders([sheet('a', { [WORDS]: 1 }), sheet('a-2', { [WORDS]: 0 })], ['a', 'b']);
    expect(sheets.map(({ id }) => id)).toEqual(['a-3', 'a-2']);
    expect(apart).toEqual([{ id: 'a', as: 'a-3', cells: 0 }]);
  });
});
