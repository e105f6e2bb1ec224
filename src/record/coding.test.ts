import { describe, expect, test } from 'vitest';
import { codedByPeople, coderKind, codingWords, judgingWords, rowCodersWords } from './coding';
import { readRecord } from './reading/read';
import { dataset } from '../testing/soundDataset';
import { shipped, shippedByModels } from '../testing/shippedDataset';

const HEAD = 'id,name,kind,instructions,side';

/** The small record with a table of coders and the codings that these gave. */
function withCoders(coders: string, codings = '') {
  const files = dataset();
  files.set('coders.csv', `${HEAD}\n${coders}`);
  if (codings !== '') files.set('codings.csv', `stance,coder,score,reason\n${codings}`);
  return readRecord(files, 'small');
}

const MODELS = 'a,,model,the codebook alone,\nb,,model,,\n';
const words = 'words--belarus--poland';
const closure = 'closure--poland--belarus';

describe('how the scores were made is computed from who the coders are', () => {
  test('models alone', () => {
    const record = withCoders(MODELS);
    expect(record.faults).toEqual([]);
    expect(codingWords(record)).toBe(
      'Every score rests on readings by language models (2 coders) of the title, quote and summary of its row; no person has coded the record yet.',
    );
    expect(codedByPeople(record)).toBe(0);
  });

  test('a person beside them: of how many stances, and what the others are', () => {
    const record = withCoders(
      `${MODELS}anna,Anna K.,person,the codebook,\n`,
      `${words},a,1,\n${words},anna,1,\n${closure},a,-2,\n`,
    );
    expect(codedByPeople(record)).toBe(1);
    expect(codingWords(record)).toBe(
      '1 of 2 stances was coded by a person; the others are readings by language models (1 coder).',
    );
  });

  test('people alone', () => {
    const record = withCoders('anna,Anna K.,person,,\nbo,,person,,\n', `${words},anna,1,\n${words},bo,2,\n${closure},anna,-2,\n`);
    expect(codingWords(record)).toBe('Every stance was coded by people (2).');
    expect(codingWords(record)).not.toMatch(/model/);
  });

  test('a coder whom the table does not know is nobody in particular, and a fault', () => {
    const record = withCoders('a,,model,,\n');
    expect(record.faults).toMatchObject([
      {
        rule: 'undeclared-coder',
        file: 'codings.csv',
        line: 3,
        column: 'coder',
        message: '`b` is no row of coders.csv.',
        suggestion: expect.stringContaining('Add it there, with its kind: person or model.') as string,
      },
    ]);
    expect(coderKind(record, 'b')).toBe('unknown');
    expect(codingWords(record)).toBe(
      'The scores are readings by language models (1 coder) and by coders of whom the dataset does not say what they are (1); the dataset names no person among them.',
    );
  });

  test('without a table it is the dataset’s own sentence, and without one it says so', () => {
    const files = dataset();
    files.set('datapackage.json', JSON.stringify({ stanceline: { coding: 'Two students coded it.' } }));
    expect(codingWords(readRecord(files, 'small'))).toBe('Two students coded it.');
    expect(codingWords(readRecord(dataset(), 'small'))).toMatch(/does not say how its scores were made/);
    expect(codingWords(readRecord(dataset({ 'stances.csv': null, 'codings.csv': null }), 'small'))).toBe('');
  });

  test('of the shipped record: four models, and no person', () => {
    const flank = shippedByModels('eastern-flank');
    expect(codingWords(flank)).toMatch(/language models \(4 coders\).*no person has coded the record yet\.$/);
    expect(flank.meta.coders?.['b']).toMatch(/^a language model; the codebook alone, .*same family as a/);
    expect(flank.meta.coders?.['c']).toMatch(/side: Belarusian state$/);
  });
});

test('ratings and verdicts: raters of the table, beside what the dataset says of its verdicts', () => {
  const record = withCoders(`${MODELS.replace('a,,model', 'a,Anna,person')}`);
  expect(judgingWords(record)).toBe('The ratings are by 1 person. The dataset does not say who gave the verdicts on claims.');
  expect(judgingWords(shipped('eastern-flank'))).toMatch(/language models; no person has checked them/);
});

test.each([
  [[['p', 1]], '1 coder, a person'],
  [[['a', 1]], '1 coder, a language model'],
  [
    [
      ['p', 1],
      ['q', 1],
    ],
    '2 coders, all of them people, all alike',
  ],
  [
    [
      ['p', 1],
      ['a', 2],
    ],
    '2 coders, one of them a person, not all alike',
  ],
  [
    [
      ['a', 1],
      ['b', null],
    ],
    '2 coders, all language models, not all alike',
  ],
  [[['x', 0]], '1 coder'],
] as const)('the line of a row: %j', (codings, line) => {
  const meta = {
    ...shipped('eastern-flank').meta,
    coders: {},
    coderKinds: { p: 'person', q: 'person', a: 'model', b: 'model' },
  } as const;
  expect(
    rowCodersWords(
      { meta },
      codings.map(([coder, score]) => ({ coder, score })),
    ),
  ).toBe(line);
});

describe('the table of coders', () => {
  test('names a side that the package declares', () => {
    expect(withCoders('a,,model,,minsk\nb,,model,,\n').faults).toMatchObject([
      { rule: 'undeclared-side', file: 'coders.csv', line: 2, column: 'side' },
    ]);
  });

  test('has a kind for everybody', () => {
    const record = withCoders('a,,robot,,\nb,,model,,\n');
    expect(record.faults).toMatchObject([{ rule: 'not-in-list', file: 'coders.csv', line: 2, column: 'kind' }]);
    expect(coderKind(record, 'a')).toBe('unknown');
  });
});
