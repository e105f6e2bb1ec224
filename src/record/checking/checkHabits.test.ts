import { describe, expect, test } from 'vitest';
import { readRecord } from '../reading/read';
import type { Fault } from '../record';
import { dataset, type SoundFile } from '../../testing/soundDataset';

type Changes = Partial<Record<SoundFile, Record<string, string>>>;

function faultsOf(changes: Changes): Fault[] {
  return readRecord(dataset(changes), 'small').faults;
}

const only = (changes: Changes, rule: string) => faultsOf(changes).filter((fault) => fault.rule === rule);

describe('two rows for one stance', () => {
  const again = 'words--again,2025-11-words,belarus,poland,1,statement,,\nclosure--poland';
  test('are named: the second counts twice', () => {
    expect(only({ 'stances.csv': { 'closure--poland': again } }, 'stance-twice')).toMatchObject([
      {
        file: 'stances.csv',
        line: 3,
        column: 'evidence',
        severity: 'warning',
        message: 'Line 2 is the same stance: `belarus` on `poland` in `2025-11-words`. It counts twice.',
        suggestion: 'Keep one row.',
      },
    ]);
  });

  test('of another basis or target are two stances', () => {
    const act = again.replace('statement', 'conduct');
    expect(only({ 'stances.csv': { 'closure--poland': act } }, 'stance-twice')).toEqual([]);
  });
});

describe('the score of a stance and those of its coders', () => {
  test('a score that no coder comes near is a slip', () => {
    expect(only({ 'stances.csv': { 'poland,1,': 'poland,-1,' } }, 'score-beside-coders')).toMatchObject([
      { line: 2, column: 'score', message: 'The score is -1, and its coders gave a 1 and b 2.' },
    ]);
  });

  test.each(['1', '2'])('%s, which a coder gave, is none', (score) =>
    expect(faultsOf({ 'stances.csv': { 'poland,1,': `poland,${score},` } })).toEqual([]),
  );

  test('four steps between two coders are said, three are not', () => {
    const apart = (a: string) => only({ 'codings.csv': { 'a,1,': `a,${a},` } }, 'coders-apart');
    expect(apart('-2')).toMatchObject([{ line: 2, message: 'Its coders lie 4 steps apart: a -2 and b 2.' }]);
    expect(apart('-1')).toEqual([]);
  });
});

describe('whose stance it is', () => {
  test('words of one actor are not the stance of another', () => {
    expect(only({ 'stances.csv': { 'words,belarus,poland': 'words,poland,belarus' } }, 'other-holder')).toMatchObject([
      {
        line: 2,
        column: 'holder',
        message: '`poland` holds this stance, and the words are those of `minister` on behalf of `belarus`.',
        suggestion: 'Write `belarus`, or `attribution` as the basis if somebody else says so.',
      },
    ]);
  });

  test('the speaker’s own and that of his state are his to take', () => {
    expect(only({ 'statements.csv': { 'minister,belarus,': 'minister,,' } }, 'other-holder')).toEqual([]);
    expect(only({ 'stances.csv': { 'words,belarus,poland': 'words,minister,poland' } }, 'other-holder')).toEqual([]);
  });

  test('a joint body may speak for each of its members, and an act has no speaker', () => {
    const body = { 'actors.csv': { 'The Minister,person,belarus': 'The Ministers,organisation,' } };
    const other = { 'words,belarus,poland': 'words,poland,belarus' };
    expect(only({ ...body, 'stances.csv': other }, 'other-holder')).toEqual([]);
    expect(
      only({ 'stances.csv': { 'words,belarus,poland,1,statement': 'words,poland,belarus,1,conduct' } }, 'other-holder'),
    ).toEqual([]);
  });
});

test('evidence for a claim that is not among its evidence', () => {
  const changes = { 'claims.csv': { '2025-11-words;2025-09-closure,': '2025-09-closure,' } };
  expect(only(changes, 'outside-evidence')).toMatchObject([
    { line: 2, column: 'evidence_for', message: '`2025-11-words` is not in `evidence`.' },
  ]);
});

test('a topic of one row a letter away from that of others', () => {
  const changes: Changes = {
    'statements.csv': { 'border;talks': 'boarder;talks' },
    'events.csv': {
      'agency-1,high,\n': 'agency-1,high,\n2025-10-reopening,Border open,2025-10-02,,brest,poland,border,,agency-1,high,\n',
    },
  };
  expect(only(changes, 'lone-topic')).toMatchObject([
    {
      file: 'statements.csv',
      line: 2,
      column: 'topics',
      message: '`boarder` is the topic of this row alone, and `border` that of 2.',
      suggestion: 'Did you mean `border`?',
    },
  ]);
});

test('latitude 0 with longitude 0 is a form’s default, and either alone is a place', () => {
  expect(only({ 'places.csv': { '52.10,23.68': '0,0' } }, 'at-zero')).toMatchObject([
    { file: 'places.csv', line: 3, column: 'lat', suggestion: 'Write where it is, or empty both cells.' },
  ]);
  expect(only({ 'places.csv': { '52.10,23.68': '0,9.45' } }, 'at-zero')).toEqual([]);
});

describe('a date far from all others', () => {
  const rows = (date: string) => {
    const more = Array.from({ length: 9 }, (_, i) => `e-${i},Talks,2025-0${i + 1}-01,,brest,poland,talks,,agency-1,high,\n`);
    return {
      'events.csv': {
        'agency-1,high,\n': `agency-1,high,\n${more.join('')}far,Far,${date},,brest,poland,talks,,agency-1,high,\n`,
      },
    };
  };

  test('is a slip of a digit, and the likely date is offered', () => {
    expect(only(rows('1025-06-01'), 'far-date')).toMatchObject([
      {
        line: 12,
        column: 'start',
        severity: 'warning',
        message:
          '`1025-06-01` lies 1000 years from most of the record (2025-01 to 2025-09); the clock would reach over all of them.',
        suggestion: 'Did you mean `2025-06-01`?',
      },
    ]);
  });

  test('within a century is history, and a record of centuries may be wide', () => {
    expect(only(rows('1947-06-01'), 'far-date')).toEqual([]);
    expect(only({ 'events.csv': { '2025-09-12,2025-09-25': '1025-09-12,1025-09-25' } }, 'far-date')).toEqual([]);
  });
});

test('a sentence of a scene whose link leads to a row that says nothing of it', () => {
  const said = (text: string) =>
    only({ 'scenes.csv': { 'First,,': `First,"${text}",` } }, 'stray-link').map(({ line, column, message }) => `${line} ${column} ${message}`); // prettier-ignore
  expect(said('Yellow [submarines](2025-11-words) dive. They surface later.')).toEqual([
    '2 text “Yellow submarines dive.” links to `2025-11-words`, and shares no name, date or word with it.',
  ]);
  // The year, the month, the speaker and the words of the row hold a sentence to it; a card shows the row itself.
  expect(said('In 2025 [submarines](2025-11-words) dive.')).toEqual([]);
  expect(said('In November [submarines](2025-11-words) dive.')).toEqual([]);
  expect(said('> [submarines](2025-11-words)\n\n---notes---\nYellow [submarines](2025-11-words).')).toEqual([]);
});

test('a scene that asks by halves, and one that asks as it should', () => {
  const asks = (question: string, choices: string, predict: string) =>
    only(
      {
        'scenes.csv': {
          'text,view': 'text,view,question,choices,predict',
          'First,,': `First,,,${question},${choices},${predict}`,
        },
      },
      'half-a-question',
    ).map(({ line, column, message }) => ({ line, column, message }));
  expect(asks('Whose?', '', '')).toEqual([]);
  expect(asks('Whose?', 'one;two', '')).toEqual([]);
  expect(asks('Where to?', '', 'belarus;poland')).toEqual([]);
  expect(asks('', '', '')).toEqual([]);
  expect(asks('', 'one;two', '')).toEqual([{ line: 2, column: 'question', message: 'The scene has answers and no question.' }]);
  expect(asks('Whose?', 'one', '')).toEqual([{ line: 2, column: 'choices', message: 'There is one choice.' }]);
  for (const pair of ['belarus', 'belarus;belarus', 'belarus;poland;minister'])
    expect(asks('Where to?', '', pair)).toEqual([
      { line: 2, column: 'predict', message: 'A line to draw is that of two actors.' },
    ]);
});

test('a link of a scene to a row that is not there', () => {
  const link = (href: string) =>
    only({ 'scenes.csv': { 'First,,': `First,"See [this](${href}).",` } }, 'dead-link').map(
      ({ line, column, message, suggestion }) => ({
        line,
        column,
        said: `${message} ${suggestion}`.trim(),
      }),
    );
  expect(link('2025-11-wrods')).toEqual([
    { line: 2, column: 'text', said: '`2025-11-wrods` is linked, and is the id of no row. Did you mean `2025-11-words`?' },
  ]);
  // Another date is another row, however near its letters.
  expect(link('2025-12-words')).toEqual([
    { line: 2, column: 'text', said: '`2025-12-words` is linked, and is the id of no row.' },
  ]);
  expect(link('triad:belaruss~poland~russia').map(({ said }) => said.slice(0, 45))).toContainEqual('`belaruss` is linked, and is the id of no row.'.slice(0, 45)); // prettier-ignore
  for (const sound of ['2025-11-words', 'agency-1', 'https://example.org/', '#/atlas?at=2025-11-05'])
    expect(link(sound)).toEqual([]);
});

describe('damaged cells', () => {
  const title = (text: string) => faultsOf({ 'statements.csv': { 'Minister speaks': text } });

  test.each(['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!'])('%s is what a spreadsheet left', (text) =>
    expect(title(text)).toMatchObject([{ rule: 'spreadsheet-error', line: 2, column: 'title', severity: 'error' }]),
  );

  test.each([
    ['Å\u0081ukaszenka mÃ³wi', 'Łukaszenka mówi'],
    ['Ð\u009fÐ¾Ð»Ñ\u008cÑ\u0088Ð°', 'Польша'],
    ['РњРёРЅСЃРє', 'Минск'],
  ])('%s is UTF-8 that was read as something else, and what it was is offered', (damaged, meant) =>
    expect(title(damaged)).toMatchObject([
      { rule: 'damaged-text', column: 'title', suggestion: `Write \`${meant}\`, and save files as UTF-8.` },
    ]),
  );

  test.each(['???? ??????', 'M?n?ster', 'W??szczowa'])('%s has lost its letters', (text) =>
    expect(title(text)).toMatchObject([{ rule: 'damaged-text', suggestion: 'Type them again.' }]),
  );

  test.each(['What now? Who knows?', 'Is it so?!', 'Ångström à la carte', 'Рік СРСР', '#1 of three'])('%s is sound', (text) =>
    expect(title(text)).toEqual([]),
  );
});

describe('a column of dates has one habit', () => {
  const date = (own: string, other: string, id = 'minister-words') =>
    only(
      {
        'statements.csv': {
          '2025-11-words,Minister speaks,2025-11-05': `x,Other,${other},minister,belarus,poland,,false,,minsk,talks,agency-1,high,\n${id},Minister speaks,${own}`,
        },
      },
      'spreadsheet-date',
    ).find(({ value }) => value === own)?.suggestion;

  test('one cell that can only be read one way decides for the others', () => {
    expect(date('05/11/2025', '25/11/2025')).toBe('Write `2025-11-05`.');
    expect(date('05/11/2025', '11/25/2025')).toBe('Write `2025-05-11`.');
  });

  test('the date in the id decides before it', () =>
    expect(date('05/11/2025', '25/11/2025', '2025-05-11-words')).toBe('Write `2025-05-11`.'));

  test('where nothing decides, both readings are given', () =>
    expect(date('05/11/2025', '04/03/2025')).toBe(
      'Write `2025-11-05` (if the day came first) or `2025-05-11` (if the month did).',
    ));
});

describe('one cause is one fault', () => {
  test('a key that is misspelt in many rows', () => {
    const rows = Array.from({ length: 9 }, (_, i) => `s-${i},2025-11-words,belarus,polnd,1,conduct,,\n`).join('');
    const faults = only({ 'stances.csv': { 'closure--': `${rows}closure--` } }, 'dangling-key');
    expect(faults).toMatchObject([
      { line: 3, column: 'target', suggestion: 'Did you mean `poland`? So do lines 4, 5, 6, 7, 8 and 3 more.' },
    ]);
  });

  test('a ragged row is not missing for those that point at it', () => {
    const faults = faultsOf({ 'statements.csv': { ',agency-1;agency-2,high,\n': ',agency-1;agency-2,high,,,x\n' } });
    expect(faults.map(({ rule }) => rule)).not.toContain('dangling-key');
    expect(faults.find(({ rule }) => rule === 'ragged-row')).toMatchObject({ file: 'statements.csv', line: 2 });
  });

  test('a missing source is not bent to one of another day', () => {
    const sources = {
      'sources.csv': {
        'agency-1,': 'belta-2026-02-20,https://example.org/3,A,Belta,,2026-02-20,en,news-agency,false\nagency-1,',
      },
      'statements.csv': { 'agency-1;agency-2': 'belta-2026-06-10' },
    };
    expect(only(sources, 'dangling-key')).toMatchObject([{ suggestion: 'Add it to sources.csv first.' }]);
  });
});

describe('an issue, on which others take a side', () => {
  const asIssue = (row: string) => ({ 'actors.csv': { [row]: row.replace(/,(state|person),/, ',issue,') } });

  test('holds no stance', () => {
    expect(only(asIssue('poland,Poland,state,'), 'issue-holds')).toMatchObject([
      {
        file: 'stances.csv',
        line: 3,
        column: 'holder',
        severity: 'error',
        message: '`poland` is an issue, on which others take a side, and holds a stance here.',
        suggestion: 'Name the actor that takes the side, or give `poland` another kind in actors.csv.',
      },
    ]);
  });

  test('neither speaks nor is spoken for', () => {
    expect(only(asIssue('minister,The Minister,person,'), 'issue-holds')).toMatchObject([
      { file: 'statements.csv', line: 2, column: 'speaker', message: expect.stringContaining('and speaks here') as string },
    ]);
    expect(only(asIssue('belarus,Belarus,state,'), 'issue-holds').map(({ file, column }) => `${file} ${column}`)).toEqual([
      'stances.csv holder',
      'statements.csv on_behalf_of',
    ]);
  });

  test('attributes none', () => {
    const attributed = { 'stances.csv': { 'conduct,,': 'attribution,minister,' } };
    expect(
      only({ ...asIssue('minister,The Minister,person,'), ...attributed }, 'issue-holds').map(({ column }) => column),
    ).toEqual(['attributed_by', 'speaker']);
  });

  test('is a target like any other', () => {
    const issue = 'peace-talks,Peace talks,issue,,,,,,\nminister,The Minister';
    const changes: Changes = { 'actors.csv': { 'minister,The Minister': issue }, 'stances.csv': { '2025-11-words,belarus,poland': '2025-11-words,belarus,peace-talks' } }; // prettier-ignore
    expect(faultsOf(changes)).toEqual([]);
  });
});

test('somebody may take a stance on himself', () => {
  expect(faultsOf({ 'stances.csv': { 'closure,poland,belarus,': 'closure,poland,poland,' } })).toEqual([]);
});
