import { deflateSync } from 'fflate';
import { FORM, idsOf, plainDay, rank, type Cells, type CompiledRecord, type CompiledTable, type Steps } from './compiled';
import { dateOf } from './dates';
import { readFiles, soundTables, type Files } from './read';
import { recordOf, type SoundTables } from './recordOf';
import type { TextTable } from '../record';
import { SCHEMAS, targetsOf } from '../schema';
import type { Tables } from '../tables';
import type { DateSpan } from '../../words/dates';

/** Writes the compiled form of a record (`compiled.ts`). For the build: it tries every way in which a column can be written. */

/** Bytes that something takes once the server has packed it. */
function weightOf(value: unknown): number {
  return deflateSync(new TextEncoder().encode(JSON.stringify(value)), { level: 6 }).length;
}

function lightest<T>(ways: readonly [T, ...T[]]): T {
  if (ways.length === 1) return ways[0];
  let [best] = ways;
  let least = Infinity;
  for (const way of ways) {
    const weight = weightOf(way);
    if (weight >= least) continue;
    least = weight;
    best = way;
  }
  return best;
}

function stepsOf(values: readonly number[]): Steps {
  return values.map((value, i) => value - (values[i - 1] ?? 0));
}

/** Cells as they are, or as one of few. */
function plainCells(values: readonly string[]): Cells {
  const written: Cells = values.some((value) => value.includes('\n')) ? { list: values } : { text: values.join('\n') };
  const words = [...new Set(values)];
  const [first] = words;
  if (first !== undefined && words.length === 1) return { all: first };
  if (words.length > values.length / 2) return written;
  const at = new Map(words.map((word, i) => [word, i]));
  const own: Cells = words.some((word) => word.includes('\n')) ? { list: words } : { text: words.join('\n') };
  return lightest<Cells>([written, { words: own, at: stepsOf(values.map((value) => at.get(value) ?? 0)) }]);
}

/** Cells as places in the ids of other tables; null where one names what is not there, or is written in another way. */
function asIds(values: readonly string[], tables: Tables, of: Extract<Cells, { of: unknown }>['of']): Cells | null {
  if (of.length === 0) return null;
  const place = new Map<string, number>();
  for (const [i, id] of idsOf(tables, of).entries()) if (!place.has(id)) place.set(id, i);
  const at: number[] = [];
  const counts: number[] = [];
  for (const value of values) {
    const items = value === '' ? [] : value.split(';');
    for (const item of items) {
      const found = place.get(item);
      // An id that is empty or holds a separator would come back as another cell.
      if (found === undefined || item === '') return null;
      at.push(found);
    }
    counts.push(items.length);
  }
  const one = counts.every((count) => count === 1);
  return { of, ...(one ? {} : { counts: stepsOf(counts) }), at: stepsOf(at) };
}

const SEPARATORS = ['', '--', '-', ':', '/', ' '];
/** A beginning that fewer cells share is none. */
const SHARE = 0.8;

/** Cells as what stands in their own row already, and a rest: an id that is made of evidence, holder and target. */
function asBeginning(values: readonly string[], columns: readonly (readonly string[])[], own: number): Cells | null {
  const begins: [string, number][] = [];
  let start = values.map(() => '');
  let held = values.map(() => true);
  for (;;) {
    let best: { separator: string; column: number; hits: number; letters: number } | null = null;
    for (const [column, cells] of columns.entries()) {
      if (column === own || begins.some(([, other]) => other === column)) continue;
      for (const separator of SEPARATORS) {
        let hits = 0;
        let letters = 0;
        values.forEach((value, row) => {
          const cell = cells[row] ?? '';
          if (!held[row] || cell === '' || !value.startsWith((start[row] ?? '') + separator + cell)) return;
          hits++;
          letters += separator.length + cell.length;
        });
        if (hits >= values.length * SHARE && (best === null || letters > best.letters))
          best = { separator, column, hits, letters };
      }
    }
    if (best === null) break;
    const { separator, column } = best;
    begins.push([separator, column]);
    start = start.map((text, row) => text + separator + (columns[column]?.[row] ?? ''));
    held = held.map((ok, row) => ok && (columns[column]?.[row] ?? '') !== '' && (values[row] ?? '').startsWith(start[row] ?? ''));
  }
  if (begins.length === 0) return null;
  const rest = plainCells(values.map((value, row) => (held[row] ? value.slice((start[row] ?? '').length) : value)));
  return { begins, not: stepsOf(held.flatMap((ok, row) => (ok ? [] : [row]))), rest };
}

function compileTable(table: TextTable, tables: Tables, isSound: SoundTables['isSound']): CompiledTable {
  const { name, columns, rows } = table;
  const width = columns.length;
  const values = columns.map((_, at) => rows.map((row) => row[at] ?? ''));
  const id = columns.indexOf('id');
  const plain = values.map(plainCells);
  const pointing = values.map((column, at): Cells | null => {
    const field = SCHEMAS[name].fields.find((one) => one.name === columns[at]);
    const targets = field === undefined || at === id ? [] : targetsOf(name, field);
    // Only what has been read before it, or the ids of the table itself.
    if (targets.some((target) => target !== name && tables[target] === undefined)) return null;
    return asIds(column, { ...tables, [name]: table }, targets);
  });
  const cells = values.map((column, at): Cells => {
    const own = plain[at] ?? { list: column };
    const ids = pointing[at] ?? null;
    return ids === null ? own : lightest<Cells>([own, ids]);
  });
  // The ids begin with what the other columns say, never the other way round: a circle could not be read.
  const ids = values[id];
  const begun = ids === undefined ? null : asBeginning(ids, values, id);
  if (begun !== null && !cells.some((one) => 'of' in one && one.of.includes(name))) {
    const own = cells[id];
    if (own !== undefined) cells[id] = lightest<Cells>([own, begun]);
  }
  return {
    name,
    columns,
    n: rows.length,
    lines: stepsOf([...table.lines]),
    cells,
    ragged: rows.flatMap((row, i) => (row.length === width ? [] : [[i, row] as const])),
    out: stepsOf([...rows.keys()].filter((row) => !isSound(name, row))),
  };
}

/**
 * The compiled form of tables that were checked; `openCompiled` makes of it what `recordOf` makes of them.
 *
 * @param spanOf what a text means as a date; null where it is none
 */
export function compileTables(sound: SoundTables, spanOf: (text: string) => DateSpan | null): CompiledRecord {
  const dates = new Map<string, DateSpan | null>();
  // What is asked of the dates is what the page will ask.
  recordOf(sound, (text) => {
    const span = spanOf(text);
    const day = plainDay(text);
    if (JSON.stringify(span) !== JSON.stringify(day)) dates.set(text, span);
    return span;
  });
  const before: Tables = {};
  const tables: CompiledTable[] = [];
  for (const table of Object.values(sound.tables)) {
    tables.push(compileTable(table, before, sound.isSound));
    before[table.name] = table;
  }
  return { form: FORM, meta: sound.meta, faults: sound.faults, tables, dates: [...dates] };
}

/** The compiled form of a dataset's files; parameters as for `readRecord`. */
export function compileFiles(files: Files, name: string): CompiledRecord {
  const { tables, meta, faults, unread } = readFiles(files, name);
  return compileTables(soundTables(tables, meta, faults, unread), dateOf);
}

/** Whether columns that are read later are pointed at: what the tests hold the writer to. */
export function readableInOrder({ cells, columns }: CompiledTable): boolean {
  return cells.every(
    (own) => !('begins' in own) || own.begins.every(([, column]) => rank(cells[column]) < 2 && column < columns.length),
  );
}
