import type { Edits } from '../../edits/edits.svelte';
import { fold } from '../../record/fold';
import { isDate, parseDate } from '../../record/reading/dates';
import type { Field } from '../../record/field';
import type { DatasetMeta, TableName } from '../../record/record';
import { SCHEMAS, targetsOf } from '../../record/schema';
import { itemsOf } from '../../record/values';
import { isoOf } from '../../words/calendar';
import { vagueDate } from '../../words/dates';

/** What a column of a grid holds, how wide it is, and what may be chosen for a cell of it. */

export const fieldOf = (table: TableName, column: string): Field | undefined =>
  SCHEMAS[table].fields.find(({ name }) => name === column);

const LONG = new Set([
  'quote',
  'quote_original',
  'summary',
  'notes',
  'note',
  'description',
  'rationale',
  'reason',
  'text',
  'claim',
  'instructions',
]);

/** Width of a column in px, by what it holds. */
export function widthOf(table: TableName, column: string): number {
  const field = fieldOf(table, column);
  if (field === undefined) return 140;
  if (LONG.has(column)) return 300;
  if (column === 'id' || column === 'evidence' || column === 'stance' || column === 'url') return 230;
  if (column === 'title' || column === 'name') return 220;
  if (field['stanceline:type'] === 'edtf') return 112;
  if (field.type === 'boolean' || field.type === 'integer' || field.type === 'number') return 76;
  if (field.type === 'list') return 190;
  return targetsOf(table, field).length > 0 ? 150 : 120;
}

/** One value that may be chosen. */
export interface Option {
  value: string;
  /** What it is called, where its name says more than it does. */
  label: string;
  /** What it is found by, beside both. */
  also: string;
}

const distinct = (cells: Iterable<string>): Option[] => {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => ({ value, label: '', also: '' }));
};

/** A column of words in which few say the same is written, not chosen. */
const CHOSEN_SHARE = 0.6;

/** Everything that may be chosen for cells of a column, most used first; empty for one that is written. */
export function optionsFor(edits: Pick<Edits, 'table'>, meta: DatasetMeta, table: TableName, column: string): Option[] {
  const field = fieldOf(table, column);
  const own = edits.table(table);
  const at = own.columns.indexOf(column);
  const cells = () => own.rows.map((row) => (row[at] ?? '').trim());
  if (field?.constraints?.enum) return field.constraints.enum.map((value) => ({ value: String(value), label: '', also: '' }));
  if (field?.type === 'boolean') return ['true', 'false'].map((value) => ({ value, label: '', also: '' }));
  const targets = field === undefined ? [] : targetsOf(table, field);
  if (targets.length > 0)
    return targets.flatMap((target) => {
      const { columns, rows } = edits.table(target);
      const [id, name, title, outlet, aliases] = ['id', 'name', 'title', 'outlet', 'aliases'].map((one) => columns.indexOf(one));
      const cell = (row: readonly string[], place: number | undefined) => (row[place ?? -1] ?? '').trim();
      return rows.flatMap((row) => {
        const value = cell(row, id);
        if (value === '') return [];
        return [{ value, label: cell(row, name) || cell(row, title) || cell(row, outlet), also: cell(row, aliases) }];
      });
    });
  if (column === 'coder' || column === 'rater') {
    const coders = edits.table('coders');
    const [id, name] = [coders.columns.indexOf('id'), coders.columns.indexOf('name')];
    return distinctBy([
      ...coders.rows.map((row) => ({ value: row[id] ?? '', label: row[name] ?? '', also: '' })),
      ...distinct(cells()),
    ]);
  }
  if (column === 'side' && meta.sides)
    return Object.entries(meta.sides).map(([value, { label }]) => ({ value, label, also: '' }));
  if (field?.type === 'list') return distinct(cells().flatMap(itemsOf));
  if (column === 'id' || LONG.has(column) || column === 'url' || column === 'title' || column === 'name') return [];
  if (field?.type === 'integer' || field?.type === 'number' || field?.['stanceline:type'] === 'edtf') return [];
  const all = distinct(cells());
  const filled = cells().filter((cell) => cell !== '').length;
  return all.length <= Math.max(3, filled * CHOSEN_SHARE) ? all : [];
}

function distinctBy(options: readonly Option[]): Option[] {
  const known = new Map<string, Option>();
  for (const option of options) if (option.value !== '' && !known.has(option.value)) known.set(option.value, option);
  return [...known.values()];
}

/** Whether a column's cells hold several values. */
export const isList = (table: TableName, column: string): boolean => fieldOf(table, column)?.type === 'list';

/** So many are offered at once. */
const MOST = 10;

/**
 * Options that fit what is typed, best first: those that begin with it, then those of which a word does, then those that hold it.
 *
 * @param typed what is looked for; empty for the first ones
 */
export function fitting(options: readonly Option[], typed: string, most = MOST): Option[] {
  const text = fold(typed.trim());
  if (text === '') return options.slice(0, most);
  const rank = ({ value, label, also }: Option): number => {
    const [id, name] = [fold(value), fold(label)];
    if (id === text || name === text) return 0;
    if (name.startsWith(text) || id.startsWith(text)) return 1;
    const words = `${name} ${id.replaceAll('-', ' ')} ${fold(also)}`;
    if (words.includes(` ${text}`)) return 2;
    return words.includes(text) || id.includes(text) ? 3 : 4;
  };
  return options
    .map((option, i) => ({ option, i, at: rank(option) }))
    .filter(({ at }) => at < 4)
    .sort((a, b) => a.at - b.at || a.i - b.i)
    .slice(0, most)
    .map(({ option }) => option);
}

/** The part of a list that is being written: what stands around the caret, up to the semicolons. */
export function itemAt(text: string, caret: number): { typed: string; put: (value: string) => { text: string; caret: number } } {
  const start = text.lastIndexOf(';', caret - 1) + 1;
  const next = text.indexOf(';', caret);
  const end = next < 0 ? text.length : next;
  return {
    typed: text.slice(start, end),
    put: (value) => {
      const head = `${text.slice(0, start)}${value}`;
      return { text: `${head}${text.slice(end)}`, caret: head.length };
    },
  };
}

/** Other precisions of a date that is written, in the words in which the page would say them. */
export function precisionsOf(text: string): Option[] {
  const read = parseDate(text.trim());
  if (text.trim() === '') return [];
  if (!isDate(read)) return [];
  const plain = text
    .trim()
    .replace(/[~?%]$/, '')
    .replace(/T.*$/, '');
  if (!/^\d{4}(-\d{2}){0,2}$/.test(plain)) return [{ value: text.trim(), label: vagueDate(read), also: '' }];
  const day = isoOf(read.first);
  const written = [
    plain,
    day,
    day.slice(0, 7),
    day.slice(0, 4),
    `${plain}~`,
    `${plain}?`,
    `${day}/${isoOf(read.last + (read.first === read.last ? 1 : 0))}`,
  ];
  return [...new Set([text.trim(), ...written])].flatMap((value) => {
    // A day is not made up where only the month is known.
    if (value.length > plain.length && /^\d{4}-\d{2}-\d{2}$/.test(value)) return [];
    const span = parseDate(value);
    return isDate(span) ? [{ value, label: vagueDate(span), also: '' }] : [];
  });
}

/** What a cell means, in words: the date, the names of those whom it names; empty where the cell says it all. */
export function meaningOf(edits: Pick<Edits, 'table'>, table: TableName, column: string, cell: string): string {
  const field = fieldOf(table, column);
  if (field === undefined || cell.trim() === '') return '';
  if (field['stanceline:type'] === 'edtf') {
    const read = parseDate(cell.trim());
    return isDate(read) && read.text !== 'XXXX' ? vagueDate(read) : '';
  }
  const targets = targetsOf(table, field);
  if (targets.length === 0) return '';
  const ids = field.type === 'list' ? itemsOf(cell) : [cell.trim()];
  const names = ids.map((id) => {
    for (const target of targets) {
      const { columns, rows } = edits.table(target);
      const place = columns.indexOf('id');
      const row = rows.find((cells) => (cells[place] ?? '').trim() === id);
      if (row === undefined) continue;
      const called = (['name', 'title', 'outlet', 'claim'] as const).map((one) => (row[columns.indexOf(one)] ?? '').trim());
      return called.find((name) => name !== '') ?? id;
    }
    return id;
  });
  return names.join(', ');
}

/** A pair of coordinates pasted into one cell (`53.9, 27.57`, `53.9 27.57`), apart; null for anything else. */
export function positionIn(text: string): { lat: string; lon: string } | null {
  const parts = /^\s*([+-]?\d{1,2}(?:\.\d+)?)°?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)°?\s*$/.exec(text);
  if (parts === null || Math.abs(Number(parts[1])) > 90 || Math.abs(Number(parts[2])) > 180) return null;
  return { lat: String(Number(parts[1])), lon: String(Number(parts[2])) };
}
