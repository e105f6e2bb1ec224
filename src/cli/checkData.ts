import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { columnsIn, PACKAGE_FILE, writePackage } from '../record/package';
import { readRecord } from '../record/reading/read';
import { figuresJson, figuresText } from './figuresText';
import { datasetsIn, isDataset, readFolder } from './datasetFolder';
import { asGithub, asJson, asText, errorsIn, type Report } from './report';

/** The checker for a terminal and for CI: the same rules as in the page. */

const HELP = `Usage: npm run check-data -- [folder...] [options]

Holds datasets (folders of CSV tables) against the schema and the rules of the record.
Without a folder: every dataset in data/.

  --format text|json|github  how to report (default: text)
  --report                   what each dataset is made of instead: figures, coders, gaps, and for each pair and
                             month its rows by side of source (text or json)
  --write-package            write the tables' schema into datapackage.json, keeping the rest of it
  --help                     show this

Exit status: 0 no errors (there may be warnings), 1 errors, 2 wrong usage.
`;

const FORMATS = { text: asText, json: asJson, github: asGithub };

class UsageError extends Error {}

interface Options {
  folders: string[];
  format: keyof typeof FORMATS;
  writePackage: boolean;
  report: boolean;
  help: boolean;
}

function isFormat(text: string): text is Options['format'] {
  return Object.hasOwn(FORMATS, text);
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
    writePackage: values['write-package'],
    report: values.report,
    help: values.help,
  };
}

function foldersOf(given: string[]): string[] {
  const folders = given.length > 0 ? given : datasetsIn('data');
  if (folders.length === 0) throw new UsageError('There is no dataset in data/; name a folder.');
  for (const folder of folders) {
    if (!isDataset(folder)) throw new UsageError(`${folder} is no folder with ${PACKAGE_FILE} or CSV files.`);
  }
  return folders.map((folder) => folder.replaceAll('\\', '/').replace(/\/+$/, '') || '/');
}

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

function run(args: string[]): number {
  const options = optionsOf(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const folders = foldersOf(options.folders);
  if (options.writePackage) folders.forEach(writePackageOf);
  const reports = folders.map((folder): Report => ({
    folder,
    record: readRecord(readFolder(folder), basename(resolve(folder))),
  }));
  if (options.report) {
    process.stdout.write(options.format === 'json' ? figuresJson(reports) : figuresText(reports));
    return 0;
  }
  process.stdout.write(FORMATS[options.format](reports));
  return errorsIn(reports) > 0 ? 1 : 0;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
