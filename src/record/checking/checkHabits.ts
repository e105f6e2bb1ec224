import { isDate, parseDate } from '../reading/dates';
import { decodePage } from '../reading/codePage';
import type { Findings } from './findings';
import { nearest } from '../nearest';
import type { TableName, TextTable } from '../record';
import { SCHEMAS } from '../schema';
import { strayLinks } from '../sceneLinks';
import { cellOf, isWhole, type Ids, type Tables } from '../tables';
import { integerOf, itemsOf, numberOf } from '../values';
import { calendarOf, isoOf } from '../../words/calendar';
import { list } from '../../words/names';

/** Rules on what is possible in one row and yet a slip beside the others: rows that pass every rule on cells and mean what nobody meant. */

type EachRow = (row: number, cells: (column: string) => string) => void;

function eachRow(table: TextTable | undefined, then: EachRow): void {
  for (let row = 0; table && row < table.rows.length; row++)
    if (isWhole(table, row)) then(row, (column) => cellOf(table, row, column));
}

/** Columns in which somebody acts: no issue can stand there. */
const ACTING = [
  ['statements', 'speaker', 'speaks here'],
  ['statements', 'on_behalf_of', 'is spoken for here'],
  ['stances', 'holder', 'holds a stance here'],
  ['stances', 'attributed_by', 'attributes a stance here'],
] as const;

/** An issue is a target and never a holder: a proposal takes no side. */
function checkIssues(tables: Tables, findings: Findings): void {
  const issues = new Set<string>();
  eachRow(tables.actors, (_, cells) => {
    if (cells('kind') === 'issue') issues.add(cells('id'));
  });
  if (issues.size === 0) return;
  for (const [name, column, does] of ACTING) {
    const table = tables[name];
    eachRow(table, (row, cells) => {
      const id = cells(column);
      if (!table || !issues.has(id)) return;
      const message = `\`${id}\` is an issue, on which others take a side, and ${does}.`;
      const advice = `Name the actor that takes the side, or give \`${id}\` another kind in actors.csv.`;
      findings.add(table, { row, column }, 'issue-holds', message, advice);
    });
  }
}

/** Two rows for one stance: the same evidence, holder, target and basis count twice in every mean. */
function checkTwice({ stances }: Tables, findings: Findings): void {
  if (!stances) return;
  const seen = new Map<string, number>();
  eachRow(stances, (row, cells) => {
    const parts = ['evidence', 'holder', 'target', 'basis', 'attributed_by'].map(cells);
    if (parts.slice(0, 3).includes('')) return;
    const key = parts.join(' ');
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      return;
    }
    const message = `Line ${stances.lines[first] ?? 0} is the same stance: \`${cells('holder')}\` on \`${cells('target')}\` in \`${cells('evidence')}\`. It counts twice.`;
    findings.add(stances, { row, column: 'evidence' }, 'stance-twice', message, 'Keep one row.');
  });
}

/** Readings of one score that lie the whole scale apart are a slip or a row to talk about. */
const FAR_APART = 4;

/** The score of a stance lies among those that its coders gave, and they do not lie the whole scale apart. */
function checkCoders({ stances, codings }: Tables, findings: Findings): void {
  if (!stances || !codings) return;
  const given = new Map<string, { coder: string; score: number }[]>();
  eachRow(codings, (_, cells) => {
    const score = integerOf(cells('score'));
    if (Number.isNaN(score)) return;
    const own = given.get(cells('stance')) ?? [];
    own.push({ coder: cells('coder'), score });
    given.set(cells('stance'), own);
  });
  eachRow(stances, (row, cells) => {
    const own = given.get(cells('id')) ?? [];
    const score = integerOf(cells('score'));
    if (own.length === 0 || !(Math.abs(score) <= 2)) return;
    const scores = own.map((one) => one.score);
    const [least, most] = [Math.min(...scores), Math.max(...scores)];
    const said = list(
      own.map((one) => `${one.coder} ${one.score}`),
      { most: 6 },
    );
    if (score < least || score > most) {
      const message = `The score is ${score}, and its coders gave ${said}.`;
      findings.add(stances, { row, column: 'score' }, 'score-beside-coders', message, 'Correct the score, or the codings.');
    }
    if (most - least >= FAR_APART) {
      const message = `Its coders lie ${most - least} steps apart: ${said}.`;
      findings.add(stances, { row, column: 'score' }, 'coders-apart', message, 'Read the row again: one of them may be a slip.');
    }
  });
}

/** A stance that a statement shows is its speaker's, or that of whom he speaks for. */
function checkHolders({ actors, statements, stances }: Tables, ids: Ids, findings: Findings): void {
  if (!actors || !statements || !stances) return;
  const actorRow = ids.get('actors');
  const cellOfActor = (id: string, column: string) => cellOf(actors, actorRow?.get(id) ?? -1, column);
  eachRow(stances, (row, cells) => {
    if (cells('basis') !== 'statement') return;
    const at = ids.get('statements')?.get(cells('evidence'));
    if (at === undefined || !isWhole(statements, at)) return;
    const speaker = cellOf(statements, at, 'speaker');
    // A joint body speaks for each of its members, which no column lists.
    if (!['person', 'state'].includes(cellOfActor(speaker, 'kind'))) return;
    const behalf = cellOf(statements, at, 'on_behalf_of');
    const voices = new Set([speaker, behalf].flatMap((id) => [id, ...speaksFor(id, cellOfActor)]).filter(Boolean));
    const holder = cells('holder');
    if (holder === '' || voices.has(holder) || speaksFor(holder, cellOfActor).some((id) => voices.has(id))) return;
    const message = `\`${holder}\` holds this stance, and the words are those of \`${speaker}\`${behalf ? ` on behalf of \`${behalf}\`` : ''}.`;
    const advice = `Write \`${behalf || cellOfActor(speaker, 'speaks_for') || speaker}\`, or \`attribution\` as the basis if somebody else says so.`;
    findings.add(stances, { row, column: 'holder' }, 'other-holder', message, advice);
  });
}

function speaksFor(id: string, cellOfActor: (id: string, column: string) => string): string[] {
  const passed: string[] = [];
  for (let at = cellOfActor(id, 'speaks_for'); at !== '' && !passed.includes(at); at = cellOfActor(at, 'speaks_for'))
    passed.push(at);
  return passed;
}

/** Evidence for or against a claim is evidence that bears on it. */
function checkLists({ claims }: Tables, findings: Findings): void {
  if (!claims) return;
  eachRow(claims, (row, cells) => {
    const all = new Set(itemsOf(cells('evidence')));
    for (const column of ['evidence_for', 'evidence_against']) {
      const outside = itemsOf(cells(column)).filter((id) => !all.has(id));
      if (outside.length === 0) continue;
      const message = `${list(
        outside.map((id) => `\`${id}\``),
        { most: 4 },
      )} ${outside.length === 1 ? 'is' : 'are'} not in \`evidence\`.`;
      findings.add(claims, { row, column }, 'outside-evidence', message, 'Add it to `evidence` as well.');
    }
  });
}

/** A topic of one row that differs by a letter or two from one of many rows. */
function checkTopics(tables: Tables, findings: Findings): void {
  const uses = new Map<string, { table: TextTable; row: number; n: number }>();
  for (const table of [tables.statements, tables.events])
    eachRow(table, (row, cells) => {
      for (const topic of itemsOf(cells('topics'))) {
        const before = uses.get(topic);
        if (before) before.n++;
        else if (table) uses.set(topic, { table, row, n: 1 });
      }
    });
  const common = [...uses].filter(([, { n }]) => n > 1).map(([topic]) => topic);
  for (const [topic, { table, row, n }] of uses) {
    if (n > 1) continue;
    const meant = nearest(topic, common);
    if (meant === null) continue;
    const message = `\`${topic}\` is the topic of this row alone, and \`${meant}\` that of ${uses.get(meant)?.n ?? 0}.`;
    findings.add(table, { row, column: 'topics' }, 'lone-topic', message, `Did you mean \`${meant}\`?`);
  }
}

/** Where latitude and longitude are both 0 there is water, and a cell that nobody filled. */
function checkNowhere(tables: Tables, findings: Findings): void {
  for (const table of [tables.actors, tables.places])
    eachRow(table, (row, cells) => {
      if (numberOf(cells('lat')) !== 0 || numberOf(cells('lon')) !== 0) return;
      const message = 'Latitude 0 and longitude 0 lie in the sea off Africa: what a form fills in where nothing is known.';
      if (table) findings.add(table, { row, column: 'lat' }, 'at-zero', message, 'Write where it is, or empty both cells.');
    });
}

/** A year so far from the record's others, in years or in lengths of the record, stretches the clock until nothing else can be seen. */
const FAR_YEARS = 100;
const FAR_SPANS = 4;
/** Fewer dates than this show no habit. */
const LEAST_DATES = 8;

/** A date centuries from all others is a slip of a digit. */
function checkFarDates(tables: Tables, findings: Findings): void {
  const dated: { table: TextTable; row: number; column: string; text: string; first: number; last: number }[] = [];
  for (const [table, column] of [
    [tables.statements, 'date'],
    [tables.events, 'start'],
  ] as const)
    eachRow(table, (row, cells) => {
      const read = parseDate(cells(column));
      if (table && isDate(read) && read.precision !== 'unknown' && read.precision !== 'interval')
        dated.push({ table, row, column, text: cells(column), first: read.first, last: read.last });
    });
  if (dated.length < LEAST_DATES) return;
  const days = dated.map(({ first }) => first).sort((a, b) => a - b);
  const at = (share: number) => days[Math.floor(share * (days.length - 1))] ?? 0;
  const [low, high] = [at(0.1), at(0.9)];
  const far = Math.max(FAR_YEARS * 365, (high - low) * FAR_SPANS);
  for (const { table, row, column, text, first, last } of dated) {
    if (first >= low - far && last <= high + far) continue;
    const message = `\`${text}\` lies ${Math.round(Math.max(low - last, first - high) / 365.25)} years from most of the record (${isoOf(low).slice(0, -3)} to ${isoOf(high).slice(0, -3)}); the clock would reach over all of them.`;
    const meant = `${calendarOf(high).year}`.slice(0, 2) + text.slice(2);
    const near = parseDate(meant);
    const advice = isDate(near) && near.first >= low - 366 && near.last <= high + 366 ? `Did you mean \`${meant}\`?` : '';
    findings.add(table, { row, column }, 'far-date', message, advice);
  }
}

/** A link of a scene leads to a row of the record, to a view or to the web. */
function checkLinks(tables: Tables, ids: Ids, findings: Findings): void {
  const { scenes } = tables;
  // Without one of the tables that scenes tell of, every link into it would be its fault.
  if (!scenes || !ids.has('statements') || !ids.has('events') || !ids.has('sources')) return;
  const known = (id: string) => [...ids.values()].some((rows) => rows.has(id));
  const all = [...ids.values()].flatMap((rows) => [...rows.keys()]);
  eachRow(scenes, (row, cells) => {
    for (const { sentence, id } of strayLinks(cells('text'), tables)) {
      const message = `“${sentence}” links to \`${id}\`, and shares no name, date or word with it.`;
      findings.add(
        scenes,
        { row, column: 'text' },
        'stray-link',
        message,
        'Link the row that says it, or say what the row says.',
      );
    }
    const dead = new Set<string>();
    for (const [, href = ''] of cells('text').matchAll(/\]\(\s*([^\s)]+)[^)]*\)/g))
      // A triad is linked by its three actors.
      for (const id of href.startsWith('triad:') ? href.slice(6).split('~') : [href])
        if (/^[a-z0-9][a-z0-9-]*$/.test(id) && !known(id)) dead.add(id);
    for (const id of dead) {
      const near = nearest(id, all);
      const meant = near !== null && near.replace(/\D/g, '') === id.replace(/\D/g, '') ? `Did you mean \`${near}\`?` : '';
      findings.add(scenes, { row, column: 'text' }, 'dead-link', `\`${id}\` is linked, and is the id of no row.`, meant);
    }
  });
}

/** What a spreadsheet writes into a cell that it could not compute. */
const SPREADSHEET_ERROR = /^#(REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL|SPILL|CALC)[!?]?$|#REF!/i;
/** UTF-8 read as Windows-1252 (`Å‚`, `Ã³`, `Ð¿`) or as Windows-1251 (`Ð¡Ñ‚` as `РЎС‚`). */
const MOJIBAKE =
  /(?:[ÂÃÄÅÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){1,}|(?:[РС][°-ЏђЃѓ‚„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ ЎўЈ¤Ґ¦§Ё©Є«¬®ЇІіґµ¶·ё№є»јЅѕї]){2,}/;
/** Letters that a conversion replaced by question marks; three in a row are no question. */
const LOST = /\?{3,}|\p{L}\?\p{L}\?|\p{L}\?\?\p{L}/u;

/** What the words would be if they had been read in the encoding in which they were written; null where that makes none. */
function mended(text: string): string | null {
  for (const page of ['windows-1252', 'windows-1251'] as const) {
    const letters = decodePage(
      page,
      Uint8Array.from({ length: 256 }, (_, i) => i),
    );
    // A byte without a letter is left as a control character by some programs.
    const bytes = [...text].map((letter) => (/[\u0080-\u009f]/.test(letter) ? letter.charCodeAt(0) : letters.indexOf(letter)));
    if (bytes.includes(-1)) continue;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    } catch {
      // Not this one.
    }
  }
  return null;
}

/** Cells that a conversion or a spreadsheet has damaged without breaking any rule of their column. */
function checkDamage(tables: Tables, findings: Findings): void {
  for (const table of Object.values(tables)) {
    for (const [at, column] of table.columns.entries()) {
      const known = SCHEMAS[table.name].fields.some((field) => field.name === column);
      if (!known) continue;
      eachRow(table, (row) => {
        const text = (table.rows[row]?.[at] ?? '').trim();
        if (text.length < 2) return;
        if (text.startsWith('#') && SPREADSHEET_ERROR.test(text)) {
          const message = `\`${text.slice(0, 20)}\` is what a spreadsheet writes where it could not compute a cell.`;
          findings.add(
            table,
            { row, column, keepRow: true },
            'spreadsheet-error',
            message,
            'Write what was meant, or empty the cell.',
          );
          return;
        }
        if (/[\u0080-\uffff]/.test(text) && MOJIBAKE.test(text)) {
          const meant = mended(text);
          if (meant !== null) {
            const advice = `Write \`${meant}\`, and save files as UTF-8.`;
            findings.add(table, { row, column }, 'damaged-text', 'The cell was read in another encoding and saved so.', advice);
          }
          return;
        }
        if (text.includes('?') && !/^https?:/.test(text) && column !== 'view' && LOST.test(text))
          findings.add(
            table,
            { row, column },
            'damaged-text',
            'Letters were lost in a conversion (they show as ?).',
            'Type them again.',
          );
      });
    }
  }
}

/** Tables whose rows a contributor writes one by one; see the rules. */
export function checkHabits(tables: Tables, ids: Ids, findings: Findings): void {
  checkIssues(tables, findings);
  checkTwice(tables, findings);
  checkCoders(tables, findings);
  checkHolders(tables, ids, findings);
  checkLists(tables, findings);
  checkTopics(tables, findings);
  checkNowhere(tables, findings);
  checkFarDates(tables, findings);
  checkLinks(tables, ids, findings);
  checkDamage(tables, findings);
}

/** Whether days or months come first in a column's dates of numbers alone (`05/11/2025`), as far as its cells tell. */
export type DateHabit = 'day' | 'month' | null;

/** A column of dates has one habit: a cell that can only be read one way says how the others are to be read. */
export function dateHabitOf(table: TextTable, column: string): DateHabit {
  const at = table.columns.indexOf(column);
  let day = 0;
  let month = 0;
  for (const row of table.rows) {
    const parts = /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}/.exec((row[at] ?? '').trim());
    if (!parts) continue;
    if (Number(parts[1]) > 12 && Number(parts[2]) <= 12) day++;
    if (Number(parts[2]) > 12 && Number(parts[1]) <= 12) month++;
  }
  return day > 0 && month === 0 ? 'day' : month > 0 && day === 0 ? 'month' : null;
}

/** Tables in which an id begins with its row's date. */
export const DATED_IDS: Partial<Record<TableName, string>> = { statements: 'date', events: 'start', sources: 'published' };
