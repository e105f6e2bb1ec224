import { gunzipSync } from 'fflate';
import type { SqlJsStatic } from 'sql.js';
import { isZip, unzipFiles } from '../record/reading/unzip';
import { count } from '../words/counts';
import { list } from '../words/names';
import { Account, noteAbove, type Report } from './account';
import { bringBibtex, bringCsl, isBibtex, isCsl } from './bibliography';
import { bringCalendar, isCalendar } from './calendarFile';
import { bringAcled, bringUcdp, isAcled, isUcdp } from './conflictEvents';
import { bringCowAlliances, bringCowMid, isCowAlliances, isCowMid } from './cow';
import { bringDnaEvents, isDnaEvents } from './dna';
import { bringDnaFile, isSqlite } from './dnaFile';
import { bringEdgeList, isEdgeList } from './edgeList';
import { bringGdelt, gdeltColumns, isGdelt } from './gdelt';
import { bringGexf, bringGephiSheets, bringGraphJson, bringGraphml, isGephiEdges, isGephiNodes, isGexf, isGraphJson, isGraphml } from './graphFiles'; // prettier-ignore
import type { GradeChoice } from './grades';
import { bringMisp, isMisp } from './misp';
import { filesInPage, filesOfPlainJson, isOwnTable, isPlainJson, tablesInWorkbook } from './ownFiles';
import { RecordMaker, titleOfFile } from './recordMaker';
import { byHundredths, type OnShare } from './share';
import { rowsOf, sheetOf, sheetsOf, textOf, type Sheet } from './sheet';
import { bringTimelineJson, bringTimelineSheet, isTimelineJson, isTimelineSheet } from './timelineJs';
import { bringTimemap, bringTimemapSheet, isTimemap, isTimemapSheet } from './timemap';
import { asUsual, odsSheets, workbookKind, xlsxSheets } from './workbook';

/** What files that a reader gives turn out to be. What a file is, is told by what is in it, never by its name. */

export interface BringOptions {
  /** Grades that the reader gave instead of the proposed ones. */
  grades?: GradeChoice;
  /** Starts the reader of SQLite, asked for only where a file is one. */
  sqlite: () => Promise<SqlJsStatic>;
  onProgress?: OnShare;
  /** The day of reading, ISO: what has no date is shown on it. */
  today?: string;
}

export type Outcome =
  /** A record of this house: for the record's own reader. */
  | { kind: 'dataset'; files: Map<string, Uint8Array> }
  /** Something else that was understood, as the files of a record. */
  | { kind: 'brought'; files: Map<string, string>; title: string; report: Report }
  /** Rows of which nobody knows yet what they say: for the mapping. */
  | { kind: 'sheets'; sheets: Sheet[] }
  /** Nothing that can be read. */
  | { kind: 'unknown'; message: string };

/** What one file is, once it has been looked into. */
type Found =
  | { as: 'dataset'; files: Map<string, Uint8Array> }
  | {
      as: 'reader';
      format: string;
      file: string;
      read: (maker: RecordMaker, account: Account, options: BringOptions) => void | Promise<void>;
    }
  | { as: 'edges'; file: string; sheet: Sheet }
  | { as: 'nodes'; file: string; sheet: Sheet }
  | { as: 'sheet'; file: string; sheet: Sheet }
  | { as: 'nothing'; file: string; what: string };

const encoder = new TextEncoder();
const bytesOf = (files: ReadonlyMap<string, string | Uint8Array>): Map<string, Uint8Array> =>
  new Map([...files].map(([name, text]) => [name, typeof text === 'string' ? encoder.encode(text) : text]));

/** What bytes are that nobody here can read, in words that say it. */
const BINARY: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document: its tables have to be copied out first'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture (GIF)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a workbook or document of old Office (XLS, DOC): save it as XLSX, ODS or CSV'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file: save it as CSV'],
  [[0x52, 0x44, 0x58], 'a file of R (RData): save its tables as CSV'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive: unpack it, or pack it as a zip'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive: unpack it, or pack it as a zip'],
];

function binaryKind(bytes: Uint8Array): string {
  for (const [start, what] of BINARY) if (start.every((byte, i) => bytes[i] === byte)) return what;
  return '';
}

/** What a text is that nobody here reads, in words that say it; empty where that is not known either. */
function textKind(text: string): string {
  const start = text.slice(0, 4000);
  if (/^\s*(#.*\n\s*|Creator\b.*\n\s*|comment\b.*\n\s*)*graph\s*\[/i.test(start))
    return 'a graph in GML: save it as GEXF or GraphML';
  if (/^\s*(%.*\n\s*)*\*(vertices|network)\b/i.test(start)) return 'a graph of Pajek: save it as GEXF or GraphML';
  if (/^\s*\*?(dl|dl n ?=)/i.test(start)) return 'a graph of UCINET: save it as GEXF or GraphML';
  if (/^\s*nodedef>/i.test(start)) return 'a graph of GUESS (GDF): save it as GEXF or GraphML';
  if (/^\s*(strict\s+)?(di)?graph\b[^{]{0,200}\{/i.test(start)) return 'a graph in DOT: save it as GEXF or GraphML';
  return '';
}

const SHEETS: readonly (readonly [
  string,
  (sheet: Sheet) => boolean,
  (sheet: Sheet, maker: RecordMaker, account: Account, grades: GradeChoice) => void,
])[] = [
  // prettier-ignore
  ['TimelineJS sheet', isTimelineSheet, bringTimelineSheet],
  ['GDELT events', isGdelt, bringGdelt],
  ['ACLED export', isAcled, bringAcled],
  ['UCDP Georeferenced Event Dataset', isUcdp, bringUcdp],
  ['Correlates of War alliances', isCowAlliances, bringCowAlliances],
  ['Correlates of War disputes', isCowMid, bringCowMid],
  ['event list of Discourse Network Analyzer', isDnaEvents, bringDnaEvents],
  ['timemap sheet', isTimemapSheet, bringTimemapSheet],
  ['signed edge list', isEdgeList, bringEdgeList],
];

function foundSheet(sheet: Sheet): Found {
  for (const [format, is, bring] of SHEETS)
    if (is(sheet))
      return {
        as: 'reader',
        format,
        file: sheet.file,
        read: (maker, account, { grades = {} }) => {
          noteAbove(sheet, account);
          bring(sheet, maker, account, grades);
        },
      };
  if (isGephiEdges(sheet)) return { as: 'edges', file: sheet.file, sheet };
  if (isGephiNodes(sheet)) return { as: 'nodes', file: sheet.file, sheet };
  return { as: 'sheet', file: sheet.file, sheet };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Flat objects of a JSON list (or features of GeoJSON) as a sheet; null where it is no such list. */
function sheetOfJson(file: string, value: unknown): Sheet | null {
  const features = isObject(value) && value.type === 'FeatureCollection' && Array.isArray(value.features) ? value.features : null;
  const inner = isObject(value)
    ? Object.values(value).filter((one) => Array.isArray(one) && one.length > 0 && one.every(isObject))
    : [];
  const rows = (features?.map(pointOf) ?? (Array.isArray(value) ? value : inner.length === 1 ? inner[0] : null)) as
    unknown[] | null;
  if (rows === null || rows.length === 0) return null;
  if (rows.every(Array.isArray)) {
    const lines = rows.map((row) => row.map(plain));
    return sheetOf(file, lines, lines.map((_, i) => i + 1)); // prettier-ignore
  }
  if (!rows.every(isObject)) return null;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, 500);
  const lines = [columns, ...rows.map((row) => columns.map((column) => plain(row[column])))];
  return sheetOf(file, lines, lines.map((_, i) => i)); // prettier-ignore
}

function pointOf(feature: unknown): Record<string, unknown> {
  const own = isObject(feature) && isObject(feature.properties) ? feature.properties : {};
  const shape = isObject(feature) && isObject(feature.geometry) ? feature.geometry : {};
  const [lon, lat] = shape.type === 'Point' && Array.isArray(shape.coordinates) ? (shape.coordinates as unknown[]) : [];
  return lat === undefined ? own : { ...own, latitude: lat, longitude: lon };
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return Array.isArray(value) && value.every((one) => typeof one !== 'object') ? value.map(String).join(';') : JSON.stringify(value); // prettier-ignore
  return String(value);
}

function foundJson(file: string, value: unknown): Found {
  const reader = (format: string, read: (maker: RecordMaker, account: Account) => void): Found => ({ as: 'reader', format, file, read }); // prettier-ignore
  if (isPlainJson(value)) return { as: 'dataset', files: bytesOf(filesOfPlainJson(value)) };
  if (isTimelineJson(value)) return reader('TimelineJS JSON', (maker, account) => bringTimelineJson(value, maker, account));
  if (isMisp(value)) return reader('MISP event', (maker, account) => bringMisp(value, maker, account));
  if (isTimemap(value)) return reader('timemap JSON', (maker, account) => bringTimemap(value, maker, account));
  if (isCsl(value)) return reader('list of sources (CSL-JSON)', (maker, account) => bringCsl(value, maker, account));
  if (isGraphJson(value)) return reader('graph in JSON', (maker, account) => bringGraphJson(value, maker, account));
  const sheet = sheetOfJson(file, value);
  return sheet === null ? { as: 'nothing', file, what: 'JSON of a form that is not known here' } : foundSheet(sheet);
}

function foundText(file: string, text: string, onProgress?: OnShare): Found[] {
  const reader = (format: string, read: (maker: RecordMaker, account: Account) => void): Found[] => [
    { as: 'reader', format, file, read },
  ];
  if (text.trim() === '') return [{ as: 'nothing', file, what: 'empty' }];
  if (/^\s*<(!doctype html|html)[\s>]/i.test(text)) {
    const files = filesInPage(text);
    return [
      files === null
        ? { as: 'nothing', file, what: 'a web page that carries no record' }
        : { as: 'dataset', files: bytesOf(files) },
    ];
  }
  if (isGexf(text)) return reader('GEXF graph', (maker, account) => bringGexf(text, maker, account));
  if (isGraphml(text)) return reader('GraphML graph', (maker, account) => bringGraphml(text, maker, account));
  if (isCalendar(text)) return reader('calendar (iCalendar)', (maker, account) => bringCalendar(text, maker, account));
  if (/^\s*[[{]/.test(text)) {
    try {
      return [foundJson(file, JSON.parse(text) as unknown)];
    } catch (error) {
      if (/^\s*\{?\s*"/.test(text) || /^\s*\[\s*[{[]/.test(text))
        return [
          { as: 'nothing', file, what: `JSON that is broken (${error instanceof Error ? error.message : 'it does not parse'})` },
        ];
    }
  }
  if (/^\s*(\*(vertices|network)\b|nodedef>|(%.*\n\s*)+\*)/i.test(text.slice(0, 400)))
    return [{ as: 'nothing', file, what: textKind(text) || 'text without rows of cells' }];
  if (isBibtex(text)) return reader('list of sources (BibTeX)', (maker, account) => bringBibtex(text, maker, account));
  if (/^\s*</.test(text)) return [{ as: 'nothing', file, what: 'XML of a form that is not known here' }];
  const { rows, lines } = rowsOf(text, undefined, byHundredths(`Cutting the rows of ${file}`, onProgress));
  const columns = gdeltColumns(rows[0] ?? []);
  if (columns !== null) {
    const sheet: Sheet = { file, columns, rows: rows.map((row) => columns.map((_, i) => row[i] ?? '')), lines };
    return [foundSheet(sheet)];
  }
  const sheets = sheetsOf(file, rows, lines);
  const [sheet] = sheets;
  if (sheet === undefined || (sheet.columns.length < 2 && !/\.(csv|tsv|tab)$/i.test(file)))
    return [{ as: 'nothing', file, what: textKind(text) || 'text without rows of cells' }];
  return sheets.map(foundSheet);
}

const nameOf = (path: string): string => path.replace(/^.*[/\\]/, '');

/** Names of tables that a set of files holds as files of their own, with the columns that such a table has. */
function hasOwnTables(files: ReadonlyMap<string, Uint8Array>): boolean {
  for (const [path, bytes] of files) {
    const table = /^([a-z]+)\.csv$/i.exec(nameOf(path))?.[1]?.toLowerCase();
    if (table === undefined) continue;
    const head = textOf(path, bytes.subarray(0, 8000)).split(/\r?\n/, 1)[0] ?? '';
    if (
      isOwnTable(
        table,
        head.split(/[,;\t|]/).map((cell) => cell.replaceAll('"', '')),
      )
    )
      return true;
  }
  return false;
}

/** Most files that are looked into: a folder of pictures is not read through. */
const MOST_FILES = 300;
const MOST_UNPACKED = 500 * 1024 * 1024;

async function look(path: string, bytes: Uint8Array, onProgress?: OnShare, deep = false): Promise<Found[]> {
  const file = nameOf(path);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    // The last four bytes say how large it gets.
    const size = bytes.length > 4 ? new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true) : 0;
    if (size > MOST_UNPACKED) return [{ as: 'nothing', file, what: 'a gzip file that unpacks to more than 500 MB' }];
    return look(path.replace(/\.gz$/i, ''), gunzipSync(bytes), onProgress, deep);
  }
  if (isSqlite(bytes))
    return [
      {
        as: 'reader',
        format: 'file of Discourse Network Analyzer',
        file,
        read: async (maker, account, { sqlite, grades = {} }) => bringDnaFile(await sqlite(), bytes, maker, account, grades),
      },
    ];
  if (isZip(bytes)) {
    onProgress?.(`Unpacking ${file}`);
    const { files, faults } = await unzipFiles(file, bytes, () => true);
    const [fault] = faults;
    if (files.size === 0) return [{ as: 'nothing', file, what: fault ? `an archive: ${fault.message}` : 'an empty archive' }];
    const parts = asUsual(files);
    const kind = workbookKind(parts.keys());
    if (kind !== null) {
      onProgress?.(`Reading the sheets of ${file}`);
      const content = parts.get('content.xml');
      const sheets = kind === 'xlsx' ? await xlsxSheets(file, parts) : odsSheets(file, new TextDecoder().decode(content));
      const tables = tablesInWorkbook(sheets);
      if (tables !== null) return [{ as: 'dataset', files: bytesOf(tables) }];
      if (sheets.length === 0) return [{ as: 'nothing', file, what: 'a workbook without rows' }];
      return usefulSheets(sheets).map(foundSheet);
    }
    // An archive in an archive is a backup or a bundle: it is never opened in place of what lies beside it.
    if (deep) return [{ as: 'nothing', file, what: 'an archive within an archive' }];
    if (hasOwnTables(files)) return [{ as: 'dataset', files: new Map([[path, bytes]]) }];
    const found: Found[] = [];
    for (const [inner, content] of [...files].slice(0, MOST_FILES)) found.push(...(await look(inner, content, onProgress, true)));
    return found;
  }
  const what = binaryKind(bytes);
  if (what !== '') return [{ as: 'nothing', file, what }];
  if (
    bytes.subarray(0, 2000).filter((byte) => byte === 0).length > 20 &&
    !(bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0 || bytes[0] === 0)
  )
    // prettier-ignore
    return [{ as: 'nothing', file, what: 'a file of bytes whose form is not known here' }];
  return foundText(file, textOf(file, bytes), onProgress);
}

/** Of a timemap workbook the sheets that are exported count, not those behind them. */
function usefulSheets(sheets: readonly Sheet[]): readonly Sheet[] {
  const exported = sheets.filter(({ file }) => /“EXPORT_EVENTS”$/i.test(file));
  return exported.length > 0 ? exported : sheets;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');

/**
 * Says what files are, and reads those that this house understands. Never throws: what goes wrong is said in the outcome.
 *
 * @param files content by path; zips and workbooks are opened
 */
export async function bringFiles(files: ReadonlyMap<string, Uint8Array>, options: BringOptions): Promise<Outcome> {
  try {
    // Tables that lie side by side are a record, whatever lies beside them.
    if (hasOwnTables(files)) return { kind: 'dataset', files: new Map(files) };
    const found: Found[] = [];
    for (const [path, bytes] of [...files].slice(0, MOST_FILES)) {
      options.onProgress?.(`Looking into ${nameOf(path)}`);
      try {
        found.push(...(await look(path, bytes, options.onProgress)));
      } catch (error) {
        found.push({ as: 'nothing', file: nameOf(path), what: `not readable (${wordsOf(error)})` });
      }
    }
    return await readFound(found, options);
  } catch (error) {
    return { kind: 'unknown', message: `It could not be read: ${wordsOf(error)}.` };
  }
}

async function readFound(found: readonly Found[], options: BringOptions): Promise<Outcome> {
  const own = found.find((one) => one.as === 'dataset');
  if (own?.as === 'dataset') return { kind: 'dataset', files: own.files };
  const readers = found.filter((one) => one.as === 'reader');
  const edges = found.filter((one) => one.as === 'edges');
  const nodes = found.filter((one) => one.as === 'nodes');
  const nothing = found.filter((one) => one.as === 'nothing');
  const sheets = found.flatMap((one) => (one.as === 'sheet' || (one.as === 'nodes' && edges.length === 0) ? [one.sheet] : []));
  if (readers.length === 0 && edges.length === 0) {
    if (sheets.length > 0) return { kind: 'sheets', sheets };
    const named = nothing.slice(0, 5).map(({ file, what }) => `“${file}” is ${what}`);
    return {
      kind: 'unknown',
      message: found.length === 0 ? 'There is nothing in it.' : `${list(named)}${nothing.length > 5 ? `, and ${count(nothing.length - 5, 'file')} more` : ''}.`, // prettier-ignore
    };
  }
  const formats = [...new Set([...readers.map(({ format }) => format), ...(edges.length > 0 ? ['Gephi sheet'] : [])])];
  const read = [
    ...readers.map(({ file }) => file),
    ...edges.map(({ file }) => file),
    ...(edges.length > 0 ? nodes.map(({ file }) => file) : []),
  ];
  const account = new Account(list(formats), read);
  const maker = new RecordMaker();
  maker.today = options.today ?? '';
  maker.fallback = { title: read.join(', '), outlet: account.format };
  const failures: string[] = [];
  for (const one of readers) {
    options.onProgress?.(`Reading ${one.file}`);
    try {
      await one.read(maker, account, options);
    } catch (error) {
      failures.push(`“${one.file}” looks like ${withArticle(one.format)}, and could not be read: ${wordsOf(error)}`);
      account.note(0, '', '', `The file could not be read to its end: ${wordsOf(error)}.`, one.file);
    }
  }
  for (const { sheet } of edges) bringGephiSheets(sheet, nodes[0]?.sheet ?? null, maker, account);
  if (failures.length > 0 && account.rowsShown === 0) return { kind: 'unknown', message: `${failures.join('. ')}.` };
  for (const { file, what } of nothing) account.note(0, '', '', `It is left out: it is ${what}.`, file);
  for (const sheet of sheets)
    account.note(0, '', '', 'It is left out: what its columns say has to be told. Open it alone.', sheet.file);
  const title = maker.title.replace(/\s+/g, ' ').trim() || titleOfFile(read[0] ?? '');
  maker.title = title;
  const report = account.report();
  return { kind: 'brought', files: maker.files(title, { brought: report }), title, report };
}

const withArticle = (format: string): string => (/^[aeio]/i.test(format) ? `an ${format}` : `a ${format}`);
