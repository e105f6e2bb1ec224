import type { Fault } from '../record';
import { count } from '../../words/counts';

/** Every rule that a dataset is held against: a stable name, how grave a breach is, and the rule in one sentence. */
export const RULES = [
  ['missing-table', 'error', 'A dataset has the table of actors and every table that its rows point into.'],
  ['unreadable-file', 'error', 'Every file of the dataset can be fetched, unpacked and read.'],
  ['cut-file', 'error', 'A file is as long as datapackage.json says, and byte for byte the same.'],
  ['unknown-table', 'warning', 'A CSV file in the folder is named after one of the tables.'],
  ['bad-package', 'error', 'datapackage.json is JSON, describes the dataset, and agrees with the schema of the tables.'],
  ['not-a-table', 'error', 'A file that is named after a table is one: CSV text with a header.'],
  ['wrong-header', 'error', 'The first line of a table names its columns, as the schema writes them.'],
  ['missing-column', 'error', 'Every column that a row cannot do without is in the header.'],
  ['absent-column', 'warning', 'Every column of the schema is in the header, also where its cells may be empty.'],
  ['unknown-column', 'warning', 'The header has no column that the schema does not know.'],
  ['duplicated-column', 'error', 'A column is named once.'],
  ['wrong-encoding', 'error', 'Files are UTF-8.'],
  ['byte-order-mark', 'warning', 'Files do not start with a byte order mark.'],
  ['damaged-text', 'warning', 'Cells hold no replacement character, the trace of a conversion that lost letters.'],
  [
    'hidden-character',
    'warning',
    'Cells hold no control characters, none that turn the direction of what follows, and none that cannot be seen.',
  ],
  ['too-long-cell', 'error', 'A cell has no more than a million characters.'],
  ['wrong-delimiter', 'error', 'Cells are separated by commas.'],
  ['line-ends', 'warning', 'Lines end with a line feed alone.'],
  ['unbalanced-quotes', 'error', 'A double quote that opens a cell is closed, and quotes inside it are doubled.'],
  ['ragged-row', 'error', 'Every row has as many cells as the header.'],
  ['surplus-cells', 'warning', 'A row does not end in empty cells beyond those of the header.'],
  ['blank-row', 'warning', 'There are no blank rows, at the end or between.'],
  ['required', 'error', 'A required cell is not empty.'],
  ['wrong-type', 'error', 'Numbers, whole numbers and true or false are written as such.'],
  ['not-in-list', 'error', 'A cell with a fixed list of values holds one of them, in lower case as listed.'],
  ['bad-id', 'error', 'An id is a slug: lower-case Latin letters, digits and hyphens.'],
  ['bad-code', 'warning', 'Countries are ISO 3166-1 alpha-3, languages ISO 639 codes.'],
  ['duplicate-id', 'error', 'An id, or the columns that together name a row, occurs once.'],
  ['duplicate-url', 'warning', 'A page is one row of the sources.'],
  ['duplicate-item', 'warning', 'A list names an item once.'],
  ['dangling-key', 'error', 'A reference points at a row that exists.'],
  ['rests-on-fault', 'warning', 'A row does not depend on a row that was left out for an error of its own.'],
  [
    'bad-date',
    'error',
    'A date is ISO 8601 or EDTF (levels 0 and 1) and exists in the calendar; years are astronomical: 0000 is 1 BC, -0430 is 431 BC.',
  ],
  ['spreadsheet-date', 'error', 'A date has not been rewritten by a spreadsheet.'],
  ['end-before-start', 'error', 'Nothing ends before it starts.'],
  ['out-of-range', 'error', 'A number lies within the bounds of its column; scores run from -2 to 2.'],
  ['half-a-position', 'warning', 'Latitude and longitude are given together.'],
  ['swapped-coordinates', 'warning', 'Latitude and longitude are in their own columns.'],
  ['long-quote', 'warning', 'A quote has no more than 50 words.'],
  ['too-long-quote', 'error', 'A quote has no more than 80 words.'],
  ['no-source', 'warning', 'Every statement, event and tie names a page that was read.'],
  ['unfindable-source', 'warning', 'A source has an address or at least a title.'],
  ['bad-url', 'error', 'An address is a full http or https URL.'],
  ['space-around', 'warning', 'A cell does not begin or end with a space.'],
  ['formula', 'warning', 'A cell does not begin like a spreadsheet formula.'],
  ['list-delimiter', 'error', 'The items of a list are separated by semicolons.'],
  ['missing-attribution', 'error', 'A stance whose basis is attribution says who attributes it.'],
  ['stray-attribution', 'error', 'Only a stance whose basis is attribution says who attributes it.'],
  ['issue-holds', 'error', 'An issue is what others take a stance on: it holds none, and does not speak.'],
  ['too-few-members', 'error', 'A tie has two or more members.'],
  ['both-sides', 'warning', 'Evidence stands for a claim or against it, not both.'],
  ['undeclared-side', 'error', 'The side of a source is one that datapackage.json declares.'],
  ['undeclared-coder', 'error', 'Who codes or rates is a row of coders.csv, where there is one.'],
  ['unused-side', 'warning', 'A side that datapackage.json declares is the side of some source.'],
  ['half-an-original', 'warning', 'An original quote stands beside its translation, with its language and whose words it is.'],
  ['wide-occasion', 'warning', 'The rows of an occasion lie within 60 days.'],
  ['lone-occasion', 'warning', 'The only row of an occasion is not a slip of the pen for another occasion.'],
  ['ends-together', 'warning', 'Ties do not end together because their source does.'],
  ['stance-twice', 'warning', 'One holder takes one stance on one target in one statement or event.'],
  ['score-beside-coders', 'warning', 'The score of a stance lies among those that its coders gave.'],
  ['coders-apart', 'warning', 'The coders of a stance do not lie the whole scale apart.'],
  ['other-holder', 'warning', 'A stance shown by a statement is its speaker’s, or that of an actor for whom he speaks.'],
  ['outside-evidence', 'warning', 'Evidence for or against a claim is among its evidence.'],
  ['lone-topic', 'warning', 'The only row of a topic is not a slip of the pen for another topic.'],
  ['at-zero', 'warning', 'Nothing lies at latitude 0 and longitude 0.'],
  ['far-date', 'warning', 'No date lies centuries from all others.'],
  ['stray-link', 'warning', 'A sentence of a scene shares a name, a date or a word with each row that it links to.'],
  [
    'half-a-question',
    'warning',
    'A scene that asks has a question, and choices are two or more, a line to draw has a holder and a target.',
  ],
  [
    'bad-media',
    'warning',
    'A picture, sound or film of a scene is a file in media/, of a kind and size that a page shows, told in words and with its licence.',
  ],
  ['dead-link', 'warning', 'A link of a scene leads to a row, a view or the web.'],
  ['spreadsheet-error', 'error', 'No cell holds the error of a spreadsheet.'],
  ['speaks-in-circles', 'error', 'Nobody speaks for himself, directly or through others.'],
] as const satisfies readonly (readonly [string, Fault['severity'], string])[];

export type RuleName = (typeof RULES)[number][0];

/** Rules on files: their faults are found while a file is read, and those below it while its cells are checked. */
export const READING_RULES: ReadonlySet<string> = new Set<RuleName>([
  'unreadable-file',
  'cut-file',
  'unknown-table',
  'bad-package',
  'not-a-table',
  'wrong-header',
  'wrong-encoding',
  'byte-order-mark',
  'wrong-delimiter',
  'line-ends',
  'unbalanced-quotes',
  'ragged-row',
  'surplus-cells',
  'blank-row',
]);

const SEVERITY = new Map<string, Fault['severity']>(RULES.map(([name, severity]) => [name, severity]));

/** How grave a breach of a rule is; only errors keep a row out of the record and fail the check. */
export function severityOf(rule: RuleName): Fault['severity'] {
  return SEVERITY.get(rule) ?? 'error';
}

/** Longest value, in characters, that a fault shows whole. */
const MOST_SHOWN = 200;

/** A value as a fault shows it: beginning and length of one that is too long to read. */
export function shownValue(text: string): string {
  if (text.length <= MOST_SHOWN) return text;
  // A letter of two code units is not cut through.
  const start = text.slice(0, MOST_SHOWN / 2).replace(/[\uD800-\uDBFF]$/, '');
  return `${start}… (${count(text.length, 'character')})`;
}

/** A sentence in which every value between backquotes is short enough to read. */
export function shownSentence(text: string): string {
  if (text.length <= MOST_SHOWN) return text;
  return text.replace(/`([^`]+)`/g, (_, value: string) => `\`${shownValue(value)}\``);
}

/** A fault about a whole file: line, row and column are left open. */
export function fileFault(file: string, rule: RuleName, message: string, suggestion = '', line = 0): Fault {
  return { file, line, row: 0, column: '', value: '', rule, severity: severityOf(rule), message, suggestion };
}

/** Faults as people read a file: by file, then line, then as they were found. */
export function inReadingOrder(faults: Fault[]): Fault[] {
  return faults
    .map((fault, found) => ({ fault, found }))
    .sort((a, b) =>
      a.fault.file < b.fault.file ? -1 : a.fault.file > b.fault.file ? 1 : a.fault.line - b.fault.line || a.found - b.found,
    )
    .map(({ fault }) => fault);
}
