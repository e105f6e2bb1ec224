import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { moveSentences } from '../analysis/change/moves';
import { rowKeys } from '../edits/rowKeys';
import { readRecord } from '../record/reading/read';
import { TABLE_NAMES, type StanceRecord, type TextTable } from '../record/record';
import { movesMessages } from '../words/messages/moves';
import { datasetsIn, isDataset, readFolder } from './datasetFolder';

/** What a change of tables moves: for whoever reads a pull request. */

const HELP = `Usage: npm run compare-data -- BEFORE AFTER [--format text|markdown]

Sets two states of a dataset side by side (two folders of tables, or two folders of datasets): rows added, changed and taken out,
what the checks say, the mean of every pair that moved, and the headline.

  --format text|markdown   for a terminal, or for a comment (default: text)
  --help                   show this

Exit status: 0, 2 wrong usage.
`;

/** Rows of one table that differ, by what names them. */
function rowsDiffer(
  before: TextTable | undefined,
  after: TextTable | undefined,
): { added: number; removed: number; changed: number } {
  const cells = (table: TextTable | undefined): Map<string, string> =>
    new Map(
      table === undefined
        ? []
        : rowKeys(table).map((key, row) => [
            key,
            // By the columns' names, so that a moved column is no change of every row.
            JSON.stringify(table.columns.map((column, at) => [column, table.rows[row]?.[at] ?? '']).sort()),
          ]),
    );
  const [was, is] = [cells(before), cells(after)];
  const added = [...is.keys()].filter((key) => !was.has(key)).length;
  const removed = [...was.keys()].filter((key) => !is.has(key)).length;
  const changed = [...is].filter(([key, row]) => was.has(key) && was.get(key) !== row).length;
  return { added, removed, changed };
}

/** What became of one dataset, as lines. */
export interface Compared {
  name: string;
  rows: string[];
  checks: string;
  moves: string[];
}

/** Sets two states of one dataset side by side; null stands for a state in which there is none. */
export function compare(name: string, before: StanceRecord | null, after: StanceRecord | null): Compared {
  if (after === null) return { name, rows: [movesMessages.goneRecord], checks: '', moves: [] };
  const errors = after.faults.filter(({ severity }) => severity === 'error').length;
  const checks = movesMessages.checks(errors, after.faults.length - errors);
  if (before === null) {
    const all = Object.values(after.tables).reduce((sum, { rows }) => sum + rows.length, 0);
    return { name, rows: [movesMessages.newRecord(all)], checks, moves: [] };
  }
  const rows = TABLE_NAMES.flatMap((table) => {
    const differ = rowsDiffer(before.tables[table], after.tables[table]);
    return differ.added + differ.removed + differ.changed === 0 ? [] : [movesMessages.table(table, differ)];
  });
  const moves = moveSentences(before, after);
  return { name, rows: rows.length > 0 ? rows : [movesMessages.sameTables], checks, moves };
}

/** Signs that Markdown or a code host would read as more than text, a person's name that is called among them. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return text.replace(/[\u0000-\u001f\u007f]/g, ' ').replace(/[\\`*_{}[\]()<>#!|~@&$]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function asMarkdown(all: readonly Compared[]): string {
  const parts = all.map(({ name, rows, checks, moves }) =>
    [
      `### ${plain(name)}`,
      '',
      ...rows.map((row) => `- ${plain(row)}`),
      ...(checks === '' ? [] : ['', plain(checks)]),
      ...(moves.length === 0 ? [] : ['', '**What it moves**', '', ...moves.map((move) => `- ${plain(move)}`)]),
    ].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}

export function asText(all: readonly Compared[]): string {
  const parts = all.map(({ name, rows, checks, moves }) =>
    [name, ...rows.map((row) => `  ${row}`), ...(checks === '' ? [] : [`  ${checks}`]), ...moves.map((move) => `  ${move}`)].join(
      '\n',
    ),
  );
  return `${parts.join('\n\n')}\n`;
}

/** Datasets by name: the folder itself, or those within it. */
function recordsIn(folder: string): Map<string, StanceRecord> {
  const folders = isDataset(folder) ? [folder] : datasetsIn(folder);
  return new Map(folders.map((one) => [basename(resolve(one)), readRecord(readFolder(one), basename(resolve(one)))]));
}

function run(args: string[]): number {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' }, help: { type: 'boolean', default: false } },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
  const { values, positionals } = parsed;
  const [before, after, more] = positionals;
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (before === undefined || after === undefined || more !== undefined || !['text', 'markdown'].includes(values.format)) {
    process.stderr.write(`Name two folders.\n\n${HELP}`);
    return 2;
  }
  const [was, is] = [recordsIn(before), recordsIn(after)];
  if (was.size === 0 && is.size === 0) {
    process.stderr.write(`There is no dataset in ${before} or ${after}.\n\n${HELP}`);
    return 2;
  }
  // Two folders of one dataset each are two states of it, whatever they are called.
  const one = was.size === 1 && is.size === 1 && isDataset(before) && isDataset(after);
  const names = one ? [[...is.keys()][0] ?? ''] : [...new Set([...was.keys(), ...is.keys()])].sort();
  const all = names.map((name) => compare(name, (one ? [...was.values()][0] : was.get(name)) ?? null, is.get(name) ?? null));
  process.stdout.write(values.format === 'markdown' ? asMarkdown(all) : asText(all));
  return 0;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename)
  process.exitCode = run(process.argv.slice(2));
