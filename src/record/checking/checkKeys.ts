import type { Field } from '../field';
import { fileOf, type Findings } from './findings';
import { KeySuggester } from './suggestKey';
import { TABLE_NAMES, type TableName, type TextTable } from '../record';
import { fileFault } from './rules';
import { SCHEMAS, targetsOf } from '../schema';
import { cellOf, isWhole, type Ids, type Tables } from '../tables';
import { itemsOf } from '../values';

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
    for (let row = 0; row < table.rows.length; row++) {
      if (!isWhole(table, row)) continue;
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
    if (key.length === 1) ids.set(name, seen);
  }
  checkEvidenceIds(tables, ids, findings);
  checkUrls(tables.sources, findings);
  return ids;
}

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

/**
 * Rules on references: every key points at a row that exists. A dangling key keeps its row out only where the row cannot do without
 * it. Tables that are missing altogether are reported once, not once a row.
 */
export function checkReferences(tables: Tables, ids: Ids, findings: Findings): void {
  const suggester = new KeySuggester(tables, ids);
  const missing = new Map<TableName, TableName>();
  for (const name of TABLE_NAMES) {
    const table = tables[name];
    if (!table) continue;
    for (const field of SCHEMAS[name].fields) {
      const targets = targetsOf(name, field);
      const at = table.columns.indexOf(field.name);
      if (targets.length === 0 || at < 0) continue;
      const present = targets.filter((target) => tables[target]);
      const kind = targets.map((target) => SINGULAR[target]).join(' or ');
      const article = /^[aeiou]/.test(kind) ? 'an' : 'a';
      for (let row = 0; row < table.rows.length; row++) {
        if (!isWhole(table, row)) continue;
        const keys = keysOf(field, (table.rows[row]?.[at] ?? '').trim());
        const dangling = keys.filter((key) => !targets.some((target) => ids.get(target)?.has(key)));
        if (dangling.length === 0) continue;
        const required = field.constraints?.required === true;
        const keepRow = !required || dangling.length < keys.length;
        if (present.length === 0) {
          missing.set(targets[0] ?? name, name);
          if (!keepRow) findings.leaveOut(table, row);
          continue;
        }
        // Items under a wrong separator are one long key that dangles; the separator is what is reported.
        if (field.type === 'list' && keys.length === 1 && /[,|]/.test(keys[0] ?? '')) continue;
        for (const key of dangling) {
          const message = `\`${key}\` is not the id of ${article} ${kind}.`;
          findings.add(table, { row, column: field.name, keepRow }, 'dangling-key', message, suggester.suggest(key, targets));
        }
      }
    }
  }
  for (const [target, from] of missing) {
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
