import { CONFIDENCES, type Confidence } from '../record/record';
import { Account, noteAbove } from './account';
import type { Outcome } from './bringFiles';
import { foreignDate } from './foreignDate';
import { Grader } from './grades';
import { plainText } from './markup';
import { gradeIn, isMissing, lacking, proposedIn, ROLE_WORDS, type Mapping, type Role } from './mapping';
import { hostOf, RecordMaker, titleOfFile } from './recordMaker';
import { byHundredths, type OnShare } from './share';
import { numberIn, type Sheet } from './sheet';
import { count } from '../words/counts';
import { headOf } from './timemap';

/** A sheet of rows as statements, by a mapping of its columns. */

/** Something in a row that the mapping could not take, and what would mend it. */
export interface RowFault {
  row: number;
  column: string;
  value: string;
  message: string;
  /** What one press would change: the reading of dates, or a cell; null where a person has to look. */
  mend: { kind: 'order'; order: 'day-first' | 'month-first' } | { kind: 'cell'; value: string } | null;
}

/** One statement as the preview shows it. */
export interface PreviewRow {
  row: number;
  holder: string;
  target: string;
  date: string;
  value: string;
  grade: -2 | -1 | 0 | 1 | 2 | null;
  title: string;
}

interface Row {
  number: number;
  cells: (role: Role) => string;
}

function rowsOf(sheet: Sheet, { columns }: Mapping): Row[] {
  const places = new Map<Role, number[]>();
  for (const [role, names] of Object.entries(columns) as [Role, string[]][])
    places.set(role, names.map((name) => sheet.columns.indexOf(name)).filter((at) => at >= 0)); // prettier-ignore
  return sheet.rows.map((row, i) => ({
    number: i + 1,
    cells: (role) =>
      (places.get(role) ?? [])
        .map((at) => (row[at] ?? '').trim())
        .filter((cell) => !isMissing(cell))
        .join('; '),
  }));
}

const TWO_WAYS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})/;

function dateFault(row: Row, column: string, value: string): RowFault {
  const base = { row: row.number, column, value };
  if (TWO_WAYS.test(value) && foreignDate(value, 'day-first') !== '' && foreignDate(value, 'month-first') !== '')
    return {
      ...base,
      message: `It may be ${foreignDate(value, 'day-first')} or ${foreignDate(value, 'month-first')}. Say which number is the month.`,
      mend: { kind: 'order', order: 'day-first' },
    };
  const year = /\b(1[5-9]|20)\d{2}\b/.exec(value)?.[0];
  return {
    ...base,
    message: year === undefined ? 'It is no date that is understood.' : `It is no date that is understood; its year can be kept.`,
    mend: year === undefined ? null : { kind: 'cell', value: year },
  };
}

function remembered(test: (value: string) => boolean): (value: string) => boolean {
  const known = new Map<string, boolean>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const now = test(value);
    known.set(value, now);
    return now;
  };
}

/** What is wrong with the rows under a mapping, at most `most`, and how many rows lack something. */
export function faultsOf(sheet: Sheet, mapping: Mapping, most = 200): { faults: RowFault[]; rows: number } {
  const faults: RowFault[] = [];
  let rows = 0;
  // A value is read once, however many rows have it.
  const dated = remembered((date) => foreignDate(date, mapping.order) !== '');
  const graded = remembered((score) => gradeIn(mapping, score) !== null);
  for (const row of rowsOf(sheet, mapping)) {
    const found: RowFault[] = [];
    const column = (role: Role): string => mapping.columns[role]?.[0] ?? '';
    for (const role of ['holder', 'target'] as const)
      if (column(role) !== '' && row.cells(role) === '')
        found.push({ row: row.number, column: column(role), value: '', message: `“${ROLE_WORDS[role]}” is empty: the row is shown without a stance.`, mend: null }); // prettier-ignore
    const date = row.cells('date');
    if (column('date') !== '' && date === '')
      found.push({ row: row.number, column: column('date'), value: '', message: 'It has no date: it stands at the end of lists.', mend: null }); // prettier-ignore
    else if (date !== '' && !dated(date)) found.push(dateFault(row, column('date'), date));
    const score = row.cells('score');
    if (column('score') !== '' && (score === '' || !graded(score)))
      found.push({
        row: row.number,
        column: column('score'),
        value: score,
        message: score === '' ? 'It says no stance: it is shown without one.' : `“${score}” has no grade yet: choose one in the table of grades, or leave the row without a stance.`, // prettier-ignore
        mend: null,
      });
    if (found.length > 0) rows++;
    if (faults.length < most) faults.push(...found);
  }
  return { faults: faults.slice(0, most), rows };
}

/** The first rows as statements: what the record will show. */
export function previewOf(sheet: Sheet, mapping: Mapping, most = 8): PreviewRow[] {
  return rowsOf({ ...sheet, rows: sheet.rows.slice(0, most) }, mapping).map((row) => ({
    row: row.number,
    holder: row.cells('holder'),
    target: row.cells('target'),
    date: foreignDate(row.cells('date'), mapping.order),
    value: row.cells('score'),
    grade: gradeIn(mapping, row.cells('score')),
    title: titleOf(row),
  }));
}

function titleOf(row: Row): string {
  const own = plainText(row.cells('title')).text || headOf(plainText(row.cells('quote') || row.cells('summary')).text);
  return own || [row.cells('speaker') || row.cells('holder'), row.cells('target')].filter(Boolean).join(' on ');
}

function confidenceIn(text: string): Confidence | null {
  const plain = text.toLowerCase().trim();
  return CONFIDENCES.find((one) => one === plain) ?? null;
}

/** Sheets as a record, by a mapping. Never throws. Columns without a role stand in the notes of their row, so that nothing is lost. */
export function mapSheets(sheets: readonly Sheet[], mapping: Mapping, onProgress?: OnShare): Outcome {
  const lack = lacking(mapping);
  if (lack.includes('date') && lack.includes('holder'))
    return { kind: 'unknown', message: 'A record needs at least who, or when. Choose a column for one of them.' };
  const account = new Account(
    'sheet of rows, by the mapping that was chosen',
    sheets.map(({ file }) => file),
  );
  const maker = new RecordMaker();
  maker.fallback = { title: account.files.join(', '), outlet: 'Sheet of rows' };
  const used = new Set(Object.values(mapping.columns).flat());
  const grader = new Grader(mapping.columns.score?.[0] ?? 'score', proposedIn(mapping));
  let without = 0;
  let quoted = 0;
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const told = byHundredths(`Making statements of ${count(rows, 'row')}`, onProgress);
  let made = 0;
  for (const sheet of sheets) {
    const rest = sheet.columns.map((name, at) => ({ name, at })).filter(({ name }) => !used.has(name));
    account.rowsIn += sheet.rows.length;
    noteAbove(sheet, account);
    for (const { row, column, value, message } of faultsOf(sheet, mapping, 500).faults)
      account.note(row, column, value, message, sheet.file);
    for (const row of rowsOf(sheet, mapping)) {
      told(made++ / rows);
      const holder = maker.actor(row.cells('holder'));
      // An issue that is called like somebody is not that somebody: it takes no stance.
      const named = row.cells('target');
      const target = mapping.issues ? maker.actor(named, { kind: 'issue' }, `issue ${named.toLowerCase()}`) : maker.actor(named);
      const speaker = row.cells('speaker') === '' ? holder : maker.actor(row.cells('speaker'), { kind: 'person' });
      const date = foreignDate(row.cells('date'), mapping.order);
      const end = foreignDate(row.cells('end'), mapping.order);
      const quote = plainText(row.cells('quote')).text;
      if (quote !== '') quoted++;
      const lat = numberIn(row.cells('lat'));
      const lon = numberIn(row.cells('lon'));
      const url = row.cells('url');
      const spot = maker.place(row.cells('place'), lat, lon, { kind: 'city' });
      const confidence = confidenceIn(row.cells('confidence'));
      const given = {
        title: titleOf(row) || `Row ${row.number}`,
        date,
        places: [spot],
        topics: row.cells('topic').split(/[;,]\s*/),
        summary: plainText(row.cells('summary')).text,
        sources: [
          url === '' && row.cells('outlet') === ''
            ? ''
            : maker.source({ url, outlet: row.cells('outlet') || hostOf(url), author: row.cells('author'), title: url === '' ? row.cells('title') : '' }), // prettier-ignore
        ],
        ...(confidence === null ? {} : { confidence }),
        notes: [
          row.cells('notes'),
          spot === '' && row.cells('place') !== '' ? `Place: ${row.cells('place')}` : '',
          ...rest.map(({ name, at }) => ((sheet.rows[row.number - 1]?.[at] ?? '') === '' ? '' : `${name}: ${sheet.rows[row.number - 1]?.[at] ?? ''}`)), // prettier-ignore
        ]
          .filter(Boolean)
          .join('\n'),
      };
      if (date === '' && holder === '' && given.summary === '' && quote === '') {
        account.note(row.number, '', '', 'The row names neither who nor when; it is left out.', sheet.file);
        continue;
      }
      const evidence =
        speaker === ''
          ? maker.event({ ...given, end: end <= date ? '' : end, participants: [target] })
          : maker.statement({ ...given, speaker, behalf: holder !== speaker ? holder : '', targets: [target], quote });
      account.rowsShown++;
      const value = row.cells('score');
      const grade = value === '' ? null : grader.grade(value);
      if (grade === null || holder === '' || target === '') {
        without++;
        continue;
      }
      const stance = maker.stance({ evidence, holder, target, score: grade, basis: 'statement', rationale: `“${value}” in the file.` }); // prettier-ignore
      if (row.cells('coder') !== '') maker.coding(stance, row.cells('coder'), grade);
    }
  }
  maker.howCoded = 'Scores are those of the file, put on the five grades by the table that was chosen when it was opened.';
  account.say('A row became a statement of who is named in it.');
  if (quoted > 0) account.say('Quotes of more than fifty words are cut, and stand whole in the summary.');
  account.lose('rows without a stance: somebody, something or the grade is missing; they are shown all the same', without);
  grader.tell(account);
  const title = titleOfFile((account.files[0] ?? '').replace(/, (sheet “|from row ).*$/, ''));
  maker.title = title;
  const report = account.report();
  onProgress?.('Writing its tables');
  return {
    kind: 'brought',
    files: maker.files(title, { brought: report, mapping: { ...mapping, header: sheets[0]?.columns ?? [] } }),
    title,
    report,
  };
}
