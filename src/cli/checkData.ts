import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { columnsIn, PACKAGE_FILE, writePackage } from '../record/package';
import { canonicalTable } from '../record/canonical';
import { readTable } from '../record/reading/csv';
import { allFaults } from '../analysis/figures/checkFigures';
import { readRecord } from '../record/reading/read';
import { isTableName } from '../record/schema';
import { writeTable } from '../record/write';
import { count } from '../words/counts';
import { list } from '../words/names';
import { figuresJson, figuresText } from './figuresText';
import { fileFaults } from '../record/media';
import { inReadingOrder } from '../record/checking/rules';
import type { StanceRecord } from '../record/record';
import { datasetsIn, isDataset, mediaSizes, readFolder } from './datasetFolder';
import { asGithub, asJson, asText, errorsIn, type Report } from './report';

/** The checker for a terminal and for CI: the same rules as in the page. */

const HELP = `Usage: npm run check-data -- [folder...] [options]

Holds datasets (folders of CSV tables) against the schema and the rules of the record.
Without a folder: every dataset in data/. A folder of datasets stands for each of them.

  --format text|json|github  how to report (default: text)
  --report                   what each dataset is made of instead: figures, coders, gaps, and for each pair and
                             month its rows by side of source (text or json)
  --fix                      write the tables in canonical form first: what a spreadsheet rewrites on saving (TRUE, 53.90,
                             quotes, semicolons, line ends, a byte order mark) comes back as it was; no value changes
  --write-package            write the tables' schema into datapackage.json, keeping the rest of it
  --help                     show this

Exit status: 0 no errors (there may be warnings), 1 errors, 2 wrong usage.
`;

const FORMATS = { text: asText, json: asJson, github: asGithub };

class UsageError extends Error {}

interface Options {
  folders: string[];
  format: keyof typeof FORMATS;
  fix: boolean;
  writePackage: boolean;
  report: boolean;
  help: boolean;
}

function isFormat(text: string): text is Options['format'] {
  return Object.hasOwn(FORMATS, text);
}

/**
 * `npm run check-data --format json`, without `--`, gives npm the option and this program the bare `json`: what npm took is in its
 * environment, and is meant all the same.
 */
function withNpmOptions(args: string[], env: NodeJS.ProcessEnv): string[] {
  const given = [...args];
  for (const flag of ['fix', 'report', 'help', 'write-package'])
    if (env[`npm_config_${flag.replace('-', '_')}`] === 'true' && !given.includes(`--${flag}`)) given.push(`--${flag}`);
  const format = env['npm_config_format'];
  if (format === undefined || format === '' || given.some((arg) => arg.startsWith('--format'))) return given;
  const at = format === 'true' ? given.findIndex(isFormat) : -1;
  const value = format === 'true' ? given.splice(at < 0 ? given.length : at, 1)[0] : format;
  return value === undefined ? given : [...given, '--format', value];
}

function optionsOf(args: string[]): Options {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        'write-package': { type: 'boolean', default: false },
        fix: { type: 'boolean', default: false },
        report: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (!isFormat(values.format))
    throw new UsageError(`There is no format ${values.format}; formats are ${Object.keys(FORMATS).join(', ')}.`);
  if (values.report && values.format === 'github') throw new UsageError('A report is text or json.');
  return {
    folders: positionals,
    format: values.format,
    fix: values.fix,
    writePackage: values['write-package'],
    report: values.report,
    help: values.help,
  };
}

function foldersOf(given: string[]): string[] {
  const folders = given.length > 0 ? given.flatMap((one) => (isDataset(one) ? [one] : orOwn(one))) : datasetsIn('data');
  if (folders.length === 0) throw new UsageError('There is no dataset in data/; name a folder.');
  for (const folder of folders) {
    if (!isDataset(folder)) throw new UsageError(`${folder} is no folder with ${PACKAGE_FILE} or CSV files.`);
  }
  return folders.map((folder) => folder.replaceAll('\\', '/').replace(/\/+$/, '') || '/');
}

/** The datasets in a folder that is none itself; the folder where there are none, so that it is named. */
function orOwn(folder: string): string[] {
  const inside = existsSync(folder) && statSync(folder).isDirectory() ? datasetsIn(folder) : [];
  return inside.length > 0 ? inside : [folder];
}

/** Rewrites the tables of a folder in canonical form, and says what that changed and which tables it leaves alone. */
function fixOf(folder: string): string[] {
  const said: string[] = [];
  for (const [file, content] of readFolder(folder)) {
    const name = file.toLowerCase().replace(/\.csv$/, '');
    if (!isTableName(name)) continue;
    const { table, faults, unread } = readTable(name, file, content);
    const path = `${folder}/${file}`;
    const kept = faults.find(({ rule }) => NOT_FIXED.has(rule));
    if (unread || kept) {
      said.push(`  left alone ${path}: ${kept?.message ?? faults[0]?.message ?? ''}`);
      continue;
    }
    const { table: written, cells } = canonicalTable(table);
    const after = writeTable(written);
    if (after === new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)) continue;
    writeFileSync(join(folder, file), after);
    const shape = [...new Set(faults.map(({ rule }) => rule))].map((rule) => FIXED[rule]).filter((words) => words !== undefined);
    said.push(`  written    ${path}: ${list([...(cells > 0 ? [count(cells, 'cell')] : []), ...shape]) || 'quotes'}`);
  }
  return said;
}

/** Faults that a person has to settle before a table can be written without losing anything. */
const NOT_FIXED = new Set(['wrong-encoding', 'unbalanced-quotes', 'ragged-row']);

const FIXED: Readonly<Record<string, string>> = {
  'byte-order-mark': 'byte order mark',
  'line-ends': 'line ends',
  'wrong-delimiter': 'separators',
  'blank-row': 'blank rows',
  'surplus-cells': 'empty columns',
  'wrong-header': 'header',
};

function writePackageOf(folder: string): void {
  const file = join(folder, PACKAGE_FILE);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
  try {
    const name = basename(resolve(folder));
    const { tables } = readRecord(readFolder(folder), name);
    const after = writePackage(before, name, columnsIn(tables));
    if (after !== before) writeFileSync(file, after);
  } catch (error) {
    throw new UsageError(`${file} cannot be rewritten: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The record of a folder, with what is wrong with the files of its media. */
function checkedFolder(folder: string): StanceRecord {
  const record = readRecord(readFolder(folder), basename(resolve(folder)));
  const faults = inReadingOrder([...allFaults(record), ...fileFaults(record.tables, mediaSizes(folder))]);
  return { ...record, faults };
}

function run(args: string[]): number {
  const options = optionsOf(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const folders = foldersOf(options.folders);
  // The report may be read by a program: what was written is said beside it.
  if (options.fix) for (const line of folders.flatMap(fixOf)) process.stderr.write(`${line}\n`);
  if (options.writePackage) folders.forEach(writePackageOf);
  const reports = folders.map((folder): Report => ({
    folder,
    record: checkedFolder(folder),
  }));
  if (options.report) {
    process.stdout.write(options.format === 'json' ? figuresJson(reports) : figuresText(reports));
    return 0;
  }
  process.stdout.write(FORMATS[options.format](reports));
  return errorsIn(reports) > 0 ? 1 : 0;
}

// A reader that has seen enough (`| head`) closes the pipe: that is no fault of the check.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = run(withNpmOptions(process.argv.slice(2), process.env));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
