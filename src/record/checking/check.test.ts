import { describe, expect, test } from 'vitest';
import { readRecord } from '../reading/read';
import type { Fault } from '../record';
import { RULES, type RuleName } from './rules';
import { dataset, type SoundFile } from '../../testing/soundDataset';

/** One thing broken: what is replaced where, and what the check says of it. */
type Case = [
  rule: RuleName,
  file: SoundFile,
  change: [from: string, to: string],
  expected: { line: number; column?: string; value?: string; message: string; suggestion: string },
];

const words = (n: number): string => Array.from({ length: n }, (_, i) => `w${i}`).join(' ');

const CASES: Case[] = [
  // The header.
  [
    'missing-column',
    'stances.csv',
    ['holder,', 'bearer,'],
    {
      line: 1,
      column: 'holder',
      message: 'The column `holder` is missing, and no row of stances can be read without it.',
      suggestion: 'Add it to the header: id,evidence,holder,target,score,basis,attributed_by,rationale.',
    },
  ],
  [
    'absent-column',
    'stories.csv',
    ['id,title,subtitle,author\nthaw,A thaw?,,', 'id,title,author\nthaw,A thaw?,'],
    {
      line: 1,
      message: 'The header has no `subtitle`; it is read as empty.',
      suggestion: 'Add what is known; cells may stay empty.',
    },
  ],
  [
    'unknown-column',
    'stories.csv',
    ['subtitle', 'Subtitel'],
    {
      line: 1,
      column: 'Subtitel',
      message: '`Subtitel` is no column of stories; it is not read.',
      suggestion: 'Did you mean `subtitle`?',
    },
  ],
  [
    'duplicated-column',
    'stories.csv',
    ['id,title,subtitle,author\nthaw,A thaw?,,', 'id,title,subtitle,author,title\nthaw,A thaw?,,,'],
    {
      line: 1,
      column: 'title',
      message: 'The column `title` is named twice; the first is read.',
      suggestion: 'Delete or rename one.',
    },
  ],
  // Single cells.
  [
    'required',
    'actors.csv',
    ['belarus,Belarus,', 'belarus,,'],
    {
      line: 3,
      column: 'name',
      value: '',
      message: '`name` is empty, and every row needs one.',
      suggestion: 'Name as it is shown.',
    },
  ],
  [
    'wrong-type',
    'places.csv',
    ['52.10,', '"52,10",'],
    { line: 3, column: 'lat', value: '52,10', message: '`52,10` is no number.', suggestion: 'Write `52.1`.' },
  ],
  [
    'wrong-type',
    'stances.csv',
    [',-2,', ',−2,'],
    { line: 3, column: 'score', value: '−2', message: '`−2` is no whole number.', suggestion: 'Write `-2`.' },
  ],
  [
    'wrong-type',
    'statements.csv',
    [',false,', ',nie,'],
    { line: 2, column: 'quote_translated', message: '`nie` is neither true nor false.', suggestion: 'Write `false`.' },
  ],
  [
    'not-in-list',
    'stances.csv',
    ['conduct', 'Conducts'],
    {
      line: 3,
      column: 'basis',
      message: '`Conducts` is not a value of `basis`.',
      suggestion: 'Did you mean `conduct`? It is one of statement, conduct, attribution.',
    },
  ],
  [
    'bad-id',
    'places.csv',
    ['grodno,', 'Hrodna_Łąka,'],
    {
      line: 4,
      column: 'id',
      message: '`Hrodna_Łąka` is no id: ids are lower-case Latin letters and digits, joined by hyphens.',
      suggestion: 'Write `hrodna-laka`.',
    },
  ],
  [
    'bad-code',
    'places.csv',
    ['Grodno,BLR', 'Grodno,by'],
    { line: 4, column: 'country', message: '`by` is no country code.', suggestion: 'Write `BLR`.' },
  ],
  [
    'damaged-text',
    'places.csv',
    ['Grodno', 'Hr\uFFFDdna'],
    { line: 4, column: 'name', message: 'Letters were lost in a conversion (they show as �).', suggestion: 'Type them again.' },
  ],
  [
    'hidden-character',
    'places.csv',
    ['Grodno', 'Gro\u202Edno\u0007'],
    {
      line: 4,
      column: 'name',
      message: 'The cell holds U+202E and U+0007, which cannot be seen and may turn or hide what stands beside it.',
      suggestion: 'Write `Grodno`.',
    },
  ],
  [
    'too-long-cell',
    'places.csv',
    ['Grodno', 'G'.repeat(1_000_001)],
    {
      line: 4,
      column: 'name',
      message: 'The cell has 1,000,001 characters; 1,000,000 characters are the most that are read.',
      suggestion: 'Shorten it.',
    },
  ],
  [
    'bad-date',
    'statements.csv',
    ['2025-11-05', '2025-02-30'],
    {
      line: 2,
      column: 'date',
      value: '2025-02-30',
      message: '`2025-02-30` is no date: February 2025 has 28 days.',
      suggestion: 'Write `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `2025-11~` is “about November 2025”.',
    },
  ],
  [
    'bad-date',
    'statements.csv',
    ['2025-11-05', '20251105'],
    {
      line: 2,
      column: 'date',
      message: '`20251105` is no date: it is no ISO 8601 or EDTF date.',
      suggestion: 'Write `2025-11-05`.',
    },
  ],
  ...(
    [
      ['431 BC', '-0430'],
      ['44 BCE', '-0043'],
      ['1 B.C.', '0000'],
    ] as const
  ).map(([written, meant]): Case => [
    'bad-date',
    'statements.csv',
    ['2025-11-05', written],
    {
      line: 2,
      column: 'date',
      message: `\`${written}\` is no date: it is no ISO 8601 or EDTF date.`,
      suggestion: `Write \`${meant}\`: years are astronomical, 1 BC is \`0000\`.`,
    },
  ]),
  [
    'spreadsheet-date',
    'statements.csv',
    ['2025-11-05', '05/11/2025'],
    {
      line: 2,
      column: 'date',
      message: '`05/11/2025` is a date as a spreadsheet shows it, not as ISO 8601.',
      suggestion: 'Write `2025-11-05` (if the day came first) or `2025-05-11` (if the month did).',
    },
  ],
  ...(
    [
      ['5.11.2025', '`2025-11-05` (if the day came first) or `2025-05-11` (if the month did)'],
      ['25.11.2025', '`2025-11-25`'],
      ['11/25/25', '`2025-11-25`'],
      ['45966', "`2025-11-05` if this is a spreadsheet's day number"],
      ['Nov-25', '`2025-11`'],
      ['5-Nov-25', '`2025-11-05`'],
      ['2025/11/5', '`2025-11-05`'],
    ] as const
  ).map(([written, meant]): Case => [
    'spreadsheet-date',
    'events.csv',
    ['2025-09-12', written],
    {
      line: 2,
      column: 'start',
      value: written,
      message: `\`${written}\` is a date as a spreadsheet shows it, not as ISO 8601.`,
      suggestion: `Write ${meant}.`,
    },
  ]),
  [
    'out-of-range',
    'stances.csv',
    [',-2,', ',-3,'],
    {
      line: 3,
      column: 'score',
      message: '`-3` is out of range: `score` runs from -2 to 2.',
      suggestion: 'Write `-2` (hostile) if that is meant.',
    },
  ],
  [
    'out-of-range',
    'places.csv',
    ['52.10,23.68', '123.68,52.10'],
    {
      line: 3,
      column: 'lat',
      message: '`123.68` is out of range: `lat` runs from -90 to 90.',
      suggestion: 'Latitude and longitude may be swapped.',
    },
  ],
  [
    'bad-url',
    'sources.csv',
    ['https://example.org/1', 'www.example.org/1'],
    {
      line: 2,
      column: 'url',
      message: '`www.example.org/1` is no http or https address.',
      suggestion: 'Write `https://www.example.org/1`.',
    },
  ],
  [
    'bad-url',
    'sources.csv',
    ['https://example.org/1', 'javascript:alert(1)'],
    { line: 2, column: 'url', message: '`javascript:alert(1)` is no http or https address.', suggestion: '' },
  ],
  [
    'space-around',
    'actors.csv',
    ['minister,The Minister,', 'minister,The Minister ,'],
    {
      line: 4,
      column: 'name',
      value: 'The Minister ',
      message: 'The cell begins or ends with a space.',
      suggestion: 'Write `The Minister`.',
    },
  ],
  [
    'formula',
    'stories.csv',
    ['A thaw?', '=A1+1'],
    {
      line: 2,
      column: 'title',
      message: 'The cell begins like a spreadsheet formula; a spreadsheet will compute it or refuse it.',
      suggestion: 'Begin with a letter or a quotation mark instead of `=`.',
    },
  ],
  [
    'list-delimiter',
    'ties.csv',
    ['poland;belarus', '"poland, belarus"'],
    {
      line: 2,
      column: 'members',
      value: 'poland, belarus',
      message: 'The items of `members` are separated by commas.',
      suggestion: 'Write `poland;belarus`.',
    },
  ],
  [
    'duplicate-item',
    'events.csv',
    ['poland;belarus', 'poland;belarus;poland'],
    { line: 2, column: 'participants', message: '`poland` is listed twice.', suggestion: 'Delete one.' },
  ],
  // Identity and references.
  [
    'duplicate-id',
    'places.csv',
    ['grodno,', 'minsk,'],
    { line: 4, column: 'id', message: '`minsk` is already on line 2.', suggestion: 'Give one another id, or delete it.' },
  ],
  [
    'duplicate-id',
    'codings.csv',
    ['poland,b,', 'poland,a,'],
    {
      line: 3,
      column: 'stance',
      message: '`words--belarus--poland a` is already on line 2.',
      suggestion: 'Give one another id, or delete it.',
    },
  ],
  [
    'duplicate-id',
    'statements.csv',
    ['2025-11-words,', '2025-09-closure,'],
    {
      line: 2,
      column: 'id',
      message: '`2025-09-closure` is also the id of an event (line 2), and stances point at both tables.',
      suggestion: 'Give one another id.',
    },
  ],
  [
    'duplicate-url',
    'sources.csv',
    ['example.org/2', 'example.org/1'],
    { line: 3, column: 'url', message: 'The same page is on line 2 as `agency-1`.', suggestion: 'Keep one row and point at it.' },
  ],
  [
    'dangling-key',
    'stances.csv',
    ['belarus,poland,', 'belarus,polnd,'],
    {
      line: 2,
      column: 'target',
      value: 'polnd',
      message: '`polnd` is not the id of an actor.',
      suggestion: 'Did you mean `poland`?',
    },
  ],
  [
    'dangling-key',
    'stances.csv',
    ['belarus,poland,', 'belarus,rzeczpospolita,'],
    {
      line: 2,
      column: 'target',
      message: '`rzeczpospolita` is not the id of an actor.',
      suggestion: '`rzeczpospolita` is a name; its id is `poland`.',
    },
  ],
  [
    'dangling-key',
    'stances.csv',
    ['2025-11-words,', '2025-11-word,'],
    {
      line: 2,
      column: 'evidence',
      message: '`2025-11-word` is not the id of a statement or event.',
      suggestion: 'Did you mean `2025-11-words`?',
    },
  ],
  [
    'dangling-key',
    'statements.csv',
    ['minsk,', 'vladivostok,'],
    {
      line: 2,
      column: 'place',
      message: '`vladivostok` is not the id of a place.',
      suggestion: 'Add it to places.csv first.',
    },
  ],
  [
    'rests-on-fault',
    'statements.csv',
    ['2025-11-05', 'yesterday'],
    {
      line: 2,
      message: 'This row is left out because `2025-11-words` in statements.csv has an error.',
      suggestion: 'Mend `2025-11-words` in statements.csv.',
    },
  ],
  // Sense.
  [
    'end-before-start',
    'events.csv',
    ['2025-09-25', '2025-09'.concat('-01')],
    {
      line: 2,
      column: 'end',
      message: 'It ends (2025-09-01) before it starts (2025-09-12).',
      suggestion: 'Swap the two, or correct one.',
    },
  ],
  [
    'half-a-position',
    'actors.csv',
    ['POL,52.23,21.01', 'POL,52.23,'],
    { line: 2, column: 'lon', message: '`lon` is empty while the other is given.', suggestion: 'Give both or neither.' },
  ],
  [
    'swapped-coordinates',
    'places.csv',
    ['52.10,23.68', '23.68,52.10'],
    {
      line: 3,
      column: 'lat',
      message: '23.68, 52.1 is far from the other rows of BLR.',
      suggestion: 'Did you mean lat `52.1`, lon `23.68`?',
    },
  ],
  [
    'long-quote',
    'statements.csv',
    ['Some words.', words(51)],
    {
      line: 2,
      column: 'quote',
      message: 'The quote has 51 words; 50 are enough, and more than 80 copy the source.',
      suggestion: 'Keep the words that carry the stance.',
    },
  ],
  [
    'too-long-quote',
    'statements.csv',
    ['Some words.', words(81)],
    {
      line: 2,
      column: 'quote',
      message: 'The quote has 81 words; 50 are enough, and more than 80 copy the source.',
      suggestion: 'Keep the words that carry the stance.',
    },
  ],
  [
    'no-source',
    'ties.csv',
    [',agency-1', ','],
    {
      line: 2,
      column: 'sources',
      message: 'The row names no page that was read.',
      suggestion: 'Add the id of a row of sources.csv.',
    },
  ],
  [
    'unfindable-source',
    'sources.csv',
    ['https://example.org/2', ''],
    { line: 3, column: 'url', message: 'The source has neither an address nor a title.', suggestion: 'Add one of them.' },
  ],
  [
    'missing-attribution',
    'stances.csv',
    ['conduct', 'attribution'],
    {
      line: 3,
      column: 'attributed_by',
      message: 'The basis is attribution, and nobody is named who says so.',
      suggestion: 'Name the actor in `attributed_by`, or change the basis.',
    },
  ],
  [
    'stray-attribution',
    'stances.csv',
    ['conduct,,', 'conduct,minister,'],
    {
      line: 3,
      column: 'attributed_by',
      message: '`minister` attributes it, but the basis is `conduct`.',
      suggestion: 'Empty the cell, or set the basis to `attribution`.',
    },
  ],
  [
    'both-sides',
    'claims.csv',
    ['2025-11-words,2025-09-closure,', '2025-09-closure,2025-09-closure,'],
    {
      line: 2,
      column: 'evidence_for',
      message: '`2025-09-closure` stands both for and against the claim; it is sorted to neither.',
      suggestion: 'Leave it in one column, or in `evidence` alone.',
    },
  ],
  [
    'too-few-members',
    'ties.csv',
    ['poland;belarus', 'poland'],
    {
      line: 2,
      column: 'members',
      message: 'A tie of one member ties nobody.',
      suggestion: 'Add the others, separated by semicolons.',
    },
  ],
  [
    'speaks-in-circles',
    'actors.csv',
    ['belarus,Belarus,state,,', 'belarus,Belarus,state,minister,'],
    {
      line: 3,
      column: 'speaks_for',
      message: '`belarus` speaks for itself by way of `minister`.',
      suggestion: 'Empty one of the cells.',
    },
  ],
  // The file as a whole; more of it in csv.test.ts.
  [
    'unbalanced-quotes',
    'places.csv',
    ['Brest', '"Brest'],
    {
      line: 3,
      column: 'name',
      message: 'A double quote in this row is opened and not closed, or stands inside a quoted cell.',
      suggestion: 'Close the quote, or double every quote inside the cell ("").',
    },
  ],
  [
    'ragged-row',
    'places.csv',
    ['Brest', 'Brest, Belarus'],
    {
      line: 3,
      message: 'The row has 7 cells where the header has 6.',
      suggestion: 'Put a cell that holds a comma in double quotes.',
    },
  ],
  [
    'surplus-cells',
    'places.csv',
    ['Brest,BLR,city,52.10,23.68', 'Brest,BLR,city,52.10,23.68,, '],
    {
      line: 3,
      message: 'A row ends in empty cells beyond those of the header; it is read without them.',
      suggestion: 'Delete the empty columns on the right.',
    },
  ],
  [
    'blank-row',
    'places.csv',
    ['brest,', '\nbrest,'],
    { line: 3, message: 'There is a blank row between the others.', suggestion: 'Delete it.' },
  ],
  [
    'line-ends',
    'stories.csv',
    ['author\n', 'author\r\n'],
    { line: 1, message: 'Lines end with a carriage return.', suggestion: 'Save it with line feeds (LF) alone.' },
  ],
  [
    'wrong-delimiter',
    'stories.csv',
    ['id,title,subtitle,author\nthaw,A thaw?,,', 'id;title;subtitle;author\nthaw;A thaw?;;'],
    { line: 1, message: 'Cells are separated by semicolons, not by commas.', suggestion: 'Save it as CSV with commas.' },
  ],
];

/** Rules on what is no cell, tested beside the code that keeps them. */
const ELSEWHERE: RuleName[] = [
  'stray-link',
  'unreadable-file',
  'cut-file',
  'bad-package',
  'wrong-encoding',
  'byte-order-mark',
  'missing-table',
  'unknown-table',
  // Columns that a table may lack: checkGroups.test.ts.
  'undeclared-side',
  'undeclared-coder',
  'unused-side',
  'half-an-original',
  'wide-occasion',
  'lone-occasion',
  'ends-together',
  // Slips beside other rows: checkHabits.test.ts.
  'stance-twice',
  'score-beside-coders',
  'coders-apart',
  'other-holder',
  'outside-evidence',
  'lone-topic',
  'at-zero',
  'far-date',
  'dead-link',
  'half-a-question',
  // media.test.ts, mediaFiles.test.ts
  'bad-media',
  'issue-holds',
  'spreadsheet-error',
  // What a file is: header.test.ts.
  'not-a-table',
  'wrong-header',
];

function faultsOf(files: Map<string, string>): Fault[] {
  return readRecord(files, 'small').faults;
}

test('the dataset in which things are broken has no fault of its own', () => {
  expect(faultsOf(dataset())).toEqual([]);
});

describe('each rule says where, what, and what would be right', () => {
  test.each(CASES)('%s: %s %j', (rule, file, [from, to], expected) => {
    const faults = faultsOf(dataset({ [file]: { [from]: to } }));
    const fault = faults.find((one) => one.rule === rule);
    expect(fault, JSON.stringify(faults, null, 1)).toMatchObject({ rule, ...expected });
    expect(fault?.severity).toBe(RULES.find(([name]) => name === rule)?.[1]);
    if (rule !== 'rests-on-fault') expect(fault?.file).toBe(file);
  });

  test('every rule is tested', () => {
    const tested = new Set<string>([...CASES.map(([rule]) => rule), ...ELSEWHERE]);
    expect(RULES.map(([name]) => name).filter((name) => !tested.has(name))).toEqual([]);
  });
});

describe('tables that are missing', () => {
  test('actors are needed by everything', () => {
    expect(faultsOf(dataset({ 'actors.csv': null }))).toContainEqual(
      expect.objectContaining({ rule: 'missing-table', file: 'actors.csv', severity: 'error' }),
    );
  });

  test('a table that others point at is one fault, not one a row', () => {
    const faults = faultsOf(dataset({ 'sources.csv': null }));
    expect(faults.filter(({ rule }) => rule === 'dangling-key')).toEqual([]);
    expect(faults.filter(({ rule }) => rule === 'missing-table').map(({ file }) => file)).toEqual(['sources.csv']);
  });

  test('a misspelt file is not passed over in silence', () => {
    const files = dataset();
    files.set('statments.csv', files.get('statements.csv') ?? '');
    files.delete('statements.csv');
    expect(faultsOf(files)).toContainEqual(
      expect.objectContaining({ rule: 'unknown-table', file: 'statments.csv', suggestion: 'Did you mean `statements.csv`?' }),
    );
  });
});

describe('what is too long to read', () => {
  test('is cut in the value and in the sentence, and its length is said', () => {
    const long = '𝄞'.repeat(150_000);
    const [fault] = faultsOf(dataset({ 'actors.csv': { 'minister,The Minister,person': `minister,The Minister,${long}` } }));
    expect(fault?.rule).toBe('not-in-list');
    const start = '𝄞'.repeat(50);
    expect(fault?.value).toBe(`${start}… (300,000 characters)`);
    expect(fault?.message).toBe(`\`${start}… (300,000 characters)\` is not a value of \`kind\`.`);
    const key = faultsOf(dataset({ 'stances.csv': { 'belarus,poland,': `belarus,${'x'.repeat(500)},` } }));
    expect(key.find(({ rule }) => rule === 'dangling-key')?.message).toBe(
      `\`${'x'.repeat(100)}… (500 characters)\` is not the id of an actor.`,
    );
    expect(JSON.stringify([...key, fault]).length).toBeLessThan(4000);
  });

  test('in a stray space does not print the cell', () => {
    const faults = faultsOf(dataset({ 'statements.csv': { ',,minsk,': `,${'word '.repeat(60_000)},minsk,` } }));
    expect(faults).toMatchObject([{ rule: 'space-around', column: 'summary' }]);
    expect(JSON.stringify(faults).length).toBeLessThan(1000);
  });
});

test('rows that a spreadsheet padded are read, and lose nothing that was not empty', () => {
  const files = dataset({ 'stances.csv': { 'statement,,': 'statement,,,,', 'conduct,,': 'conduct,,,,' } });
  const record = readRecord(files, 'small');
  expect(record.faults).toMatchObject([
    {
      rule: 'surplus-cells',
      severity: 'warning',
      file: 'stances.csv',
      line: 2,
      message: '2 rows end in empty cells beyond those of the header; they are read without them.',
    },
  ]);
  expect(record.stances.n).toBe(2);
  const ragged = readRecord(dataset({ 'stances.csv': { 'statement,,': 'statement,,,,more' } }), 'small');
  expect(ragged.faults.map(({ rule }) => rule)).toContain('ragged-row');
});

describe('one mistake is one fault', () => {
  test('a missing column does not make every row a fault', () => {
    expect(faultsOf(dataset({ 'codings.csv': { coder: 'kodierer' } })).map(({ rule }) => rule)).toEqual([
      'unknown-column',
      'missing-column',
    ]);
  });

  test('a list under a wrong separator does not dangle as well', () => {
    const faults = faultsOf(dataset({ 'events.csv': { 'poland;belarus': '"poland,belarus"' } }));
    expect(faults.map(({ rule }) => rule)).toEqual(['list-delimiter']);
  });

  test('a vague end is no fault while it may still lie after the start', () => {
    expect(faultsOf(dataset({ 'events.csv': { '2025-09-25': '2025-09' } }))).toEqual([]);
  });

  test('a column of the wrong kind in a long table stops being listed after a thousand rows, and is still counted', () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `p${i},Place,BLR,city,x,27`).join('\n');
    const faults = faultsOf(dataset({ 'places.csv': { 'minsk,Minsk': `${rows}\nminsk,Minsk` } }));
    const own = faults.filter(({ rule }) => rule === 'wrong-type');
    expect(own).toHaveLength(1000);
    expect(own.at(-1)?.message).toBe('501 more rows break this rule.');
  });

  test('all faults come in one pass, in the order in which a file is read', () => {
    const faults = faultsOf(
      dataset({ 'stances.csv': { ',1,': ',7,', '2025-09-closure,poland,': '2025-09-closur,polnd,', conduct: 'deed' } }),
    );
    expect(faults.filter(({ file }) => file === 'stances.csv').map(({ line, column }) => [line, column])).toEqual([
      [2, 'score'],
      [3, 'basis'],
      [3, 'evidence'],
      [3, 'holder'],
    ]);
  });
});
