import { ID_PATTERN, type Field } from '../field';
import { fileOf, type Findings } from './findings';
import { KeySuggester } from './suggestKey';
import { TABLE_NAMES, type TableName, type TextTable } from '../record';
import { fileFault } from './rules';
import { SCHEMAS, targetsOf } from '../schema';
import { cellOf, isWhole, type Ids, type Tables } from '../tables';
import { itemsOf } from '../values';
import { count } from '../../words/counts';
import { list } from '../../words/names';

/** Rules on identity: ids and other names of a row occur once, statements and events share one set of ids, a page is one source. */
export function checkIds(tables: Tables, findings: Findings): Ids {
  const ids: Ids = new Map();
  for (const name of TABLE_NAMES) {
    const table = tables[name];
    if (!table) continue;
    const key = SCHEMAS[name].primaryKey;
    // Rows cannot be told apart by columns that are not there; that is reported of the header.
    if (!key.every((column) => table.columns.includes(column))) continue;
    const seen = new Map<string, number>();
    const ragged: number[] = [];
    for (let row = 0; row < table.rows.length; row++) {
      if (!isWhole(table, row)) {
        ragged.push(row);
        continue;
      }
      const value = key.map((column) => cellOf(table, row, column)).join(' ');
      if (value.trim() === '') continue;
      const first = seen.get(value);
      if (first === undefined) {
        seen.set(value, row);
        continue;
      }
      const message = `\`${value}\` is already on line ${table.lines[first] ?? 0}.`;
      findings.add(table, { row, column: key[0] ?? '' }, 'duplicate-id', message, 'Give one another id, or delete it.');
    }
    // A row that is too short or too long is reported for that; what points at it rests on its fault and is no slip of its own.
    for (const row of key.length === 1 ? ragged : []) {
      const id = cellOf(table, row, key[0] ?? '');
      if (SLUG.test(id) && !seen.has(id)) seen.set(id, row);
    }
    if (key.length === 1) ids.set(name, seen);
  }
  checkEvidenceIds(tables, ids, findings);
  checkUrls(tables.sources, findings);
  return ids;
}

const SLUG = new RegExp(`^${ID_PATTERN}$`);

function checkEvidenceIds(tables: Tables, ids: Ids, findings: Findings): void {
  const { statements } = tables;
  const events = ids.get('events');
  if (!statements || !events) return;
  for (const [id, row] of ids.get('statements') ?? []) {
    const other = events.get(id);
    if (other === undefined) continue;
    const message = `\`${id}\` is also the id of an event (line ${tables.events?.lines[other] ?? 0}), and stances point at both tables.`;
    findings.add(statements, { row, column: 'id' }, 'duplicate-id', message, 'Give one another id.');
  }
}

function checkUrls(sources: TextTable | undefined, findings: Findings): void {
  if (!sources) return;
  const seen = new Map<string, number>();
  for (let row = 0; row < sources.rows.length; row++) {
    const url = cellOf(sources, row, 'url');
    if (url === '' || !isWhole(sources, row)) continue;
    const first = seen.get(url);
    if (first === undefined) seen.set(url, row);
    else {
      const message = `The same page is on line ${sources.lines[first] ?? 0} as \`${cellOf(sources, first, 'id')}\`.`;
      findings.add(sources, { row, column: 'url' }, 'duplicate-url', message, 'Keep one row and point at it.');
    }
  }
}

const SINGULAR: Readonly<Record<TableName, string>> = {
  actors: 'actor',
  places: 'place',
  sources: 'source',
  events: 'event',
  statements: 'statement',
  stances: 'stance',
  coders: 'coder',
  codings: 'coding',
  ties: 'tie',
  hypotheses: 'hypothesis',
  assessments: 'assessment',
  claims: 'claim',
  stories: 'story',
  scenes: 'scene',
};

function keysOf(field: Field, text: string): string[] {
  return field.type === 'list' ? itemsOf(text) : text === '' ? [] : [text];
}

/** More keys than this that point into a table which is not there are no slips of the pen. */
const MOST_SLIPS = 5;

/** A key that points at nothing, wherever a column has it. */
interface Dangling {
  row: number;
  keepRow: boolean;
  lines: number[];
}

/** Where else a slip stands: it is mended in one go, so that it is one fault. */
function elsewhere(lines: readonly number[]): string {
  if (lines.length < 2) return '';
  const rest = lines.slice(1).map(String);
  return ` So ${lines.length === 2 ? 'does line' : 'do lines'} ${list(rest, { most: 6 })}.`;
}

/**
 * Rules on references: every key points at a row that exists. A dangling key keeps its row out only where the row cannot do without
 * it. A key that dangles in many rows of a column is one fault; tables that are missing or can't be read are reported once, not once a row.
 *
 * @param unread tables whose file is there and can't be read, which is reported of the file
 */
export function checkReferences(tables: Tables, ids: Ids, findings: Findings, unread: ReadonlySet<TableName> = new Set()): void {
  const suggester = new KeySuggester(tables, ids);
  const missing = new Map<TableName, { from: TableName; rows: number }>();
  for (const name of TABLE_NAMES) {
    const table = tables[name];
    if (!table) continue;
    for (const field of SCHEMAS[name].fields) {
      const targets = targetsOf(name, field);
      const at = table.columns.indexOf(field.name);
      if (targets.length === 0 || at < 0) continue;
      const present = targets.filter((target) => ids.has(target));
      const kind = targets.map((target) => SINGULAR[target]).join(' or ');
      const article = /^[aeiou]/.test(kind) ? 'an' : 'a';
      const found = new Map<string, Dangling>();
      for (let row = 0; row < table.rows.length; row++) {
        if (!isWhole(table, row)) continue;
        const keys = keysOf(field, (table.rows[row]?.[at] ?? '').trim());
        const dangling = keys.filter((key) => !targets.some((target) => ids.get(target)?.has(key)));
        if (dangling.length === 0) continue;
        const required = field.constraints?.required === true;
        const keepRow = !required || dangling.length < keys.length;
        // One of two tables is enough to say that a key is in neither only where the other is there as well.
        if (present.length === 0 || targets.some((target) => unread.has(target))) {
          for (const target of targets.filter((one) => !ids.has(one))) {
            const before = missing.get(target);
            missing.set(target, { from: before?.from ?? name, rows: (before?.rows ?? 0) + 1 });
          }
          if (!keepRow) findings.leaveOut(table, row);
          continue;
        }
        // Items under a wrong separator are one long key that dangles; the separator is what is reported.
        if (field.type === 'list' && keys.length === 1 && /[,|]/.test(keys[0] ?? '')) continue;
        for (const key of dangling) {
          const before = found.get(key);
          if (before === undefined) found.set(key, { row, keepRow, lines: [table.lines[row] ?? 0] });
          else {
            before.lines.push(table.lines[row] ?? 0);
            if (!keepRow) findings.leaveOut(table, row);
          }
        }
      }
      // Where one of two tables is absent, most keys that dangle mean that one and not a slip in each row.
      const absent = targets.filter((target) => !ids.has(target));
      const slips = [...found.values()].reduce((sum, { lines }) => sum + lines.length, 0);
      if (absent.length > 0 && slips > MOST_SLIPS && slips * 2 > table.rows.length) {
        for (const target of absent) missing.set(target, { from: name, rows: slips });
        for (const { row, keepRow } of found.values()) if (!keepRow) findings.leaveOut(table, row);
        continue;
      }
      for (const [key, { row, keepRow, lines }] of found) {
        const message = `\`${key}\` is not the id of ${article} ${kind}.`;
        const place = { row, column: field.name, keepRow };
        findings.add(table, place, 'dangling-key', message, suggester.suggest(key, targets) + elsewhere(lines));
      }
    }
  }
  for (const [target, { from, rows }] of missing) {
    const why = unread.has(target) ? ' can’t be read' : null;
    if (why !== null || tables[target]) {
      const message = `${count(rows, 'row')} of other tables (first ${fileOf(from)}) point at rows of ${fileOf(target)}, which${why ?? ' has no ids'}.`;
      findings.faults.push(fileFault(fileOf(target), 'rests-on-fault', message, `Mend ${fileOf(target)} first.`));
      continue;
    }
    const message = `There is no ${fileOf(target)}, and ${fileOf(from)} points at its rows.`;
    findings.faults.push(
      fileFault(fileOf(target), 'missing-table', message, 'Add the file, or empty the column that points at it.'),
    );
  }
}

/**
 * Rows that depend on a row left out are left out too, table after table (each points only at tables before it), and one warning for
 * each such row says how many.
 */
export function leaveOutDependents(tables: Tables, ids: Ids, findings: Findings): void {
  for (const name of TABLE_NAMES) {
    const table = tables[name];
    if (!table) continue;
    const counts = new Map<string, { rows: number[]; field: Field; target: TableName }>();
    for (const field of SCHEMAS[name].fields) {
      if (field.constraints?.required !== true) continue;
      const targets = targetsOf(name, field);
      if (targets.length === 0) continue;
      for (let row = 0; row < table.rows.length; row++) {
        if (findings.isOut(name, row)) continue;
        const lost = keysOf(field, cellOf(table, row, field.name)).map((key) => {
          const target = targets.find((candidate) => ids.get(candidate)?.has(key));
          return { key, target, out: !!target && findings.isOut(target, ids.get(target)?.get(key) ?? -1) };
        });
        if (lost.length === 0 || !lost.every(({ out }) => out)) continue;
        findings.leaveOut(table, row);
        const { key, target } = lost[0] ?? {};
        if (key === undefined || !target) continue;
        const count = counts.get(key) ?? { rows: [], field, target };
        count.rows.push(row);
        counts.set(key, count);
      }
    }
    for (const [key, { rows, field, target }] of counts) {
      const others = rows.length > 1 ? ` and ${rows.length - 1} more` : '';
      const message = `This row${others} ${rows.length > 1 ? 'are' : 'is'} left out because \`${key}\` in ${fileOf(target)} has an error.`;
      findings.add(
        table,
        { row: rows[0] ?? 0, column: field.name },
        'rests-on-fault',
        message,
        `Mend \`${key}\` in ${fileOf(target)}.`,
      );
    }
  }
}
