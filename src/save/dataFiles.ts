import { writeBibtex } from '../formats/bibtex';
import { writeCslJson } from '../formats/cslJson';
import { icalStamp, writeIcalendar } from '../formats/icalendar';
import { everything, selectionOf, sourcesOf, type Selection } from '../formats/selection';
import { writeParquet } from '../formats/parquet';
import { PLAIN_JSON, writeFlatWorkbook, writePlainJson, writeRecordWorkbook } from '../formats/recordOut';
import { lostWords, type FormatName } from '../formats/losses';
import { stanceTable, writeStancesCsv } from '../formats/stancesCsv';
import { datasetFiles, subsetTables } from '../formats/subset';
import { zipOf } from '../formats/zip';
import type { Slice } from '../analysis/slice';
import { encodeView } from '../focus/url';
import type { ViewState } from '../focus/view';
import { EVENT, type StanceRecord } from '../record/record';
import { rowLink, viewLink } from './links';
import { otherFiles } from './otherFiles';
import { fileName, pictureWords } from './pictureWords';
import { count, type Noun } from '../words/counts';

/** One file that is offered: made when its size is asked for, since only then is the size true. */
export interface DataFile {
  label: string;
  format: FormatName;
  /** What is in it, in a sentence. */
  words: string;
  name: string;
  type: string;
  content: Blob;
  /** What the record says and this format has no place for; empty where nothing is lost. */
  lost: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Address of the schema of plain JSON: beside the page; its bare name where the page is a file of somebody's machine. */
function schemaAddress(base: string): string {
  return /^https?:/.test(base) ? new URL(PLAIN_JSON, base).href : PLAIN_JSON;
}

/** Why no rows may leave the page; empty where they may: terms of the data that the record was brought from. */
export function heldBack({ meta }: Pick<StanceRecord, 'meta'>): string {
  return meta.brought === undefined || meta.brought.mayLeave ? '' : meta.brought.terms;
}

/** The rows that go along: those that the view stands on, or all of them. */
export function chosenRows(slice: Slice, state: ViewState, whole: boolean): Selection {
  return whole ? everything(slice.record) : selectionOf(slice, state);
}

/** `57 stances, 61 statements and events, 90 sources`. */
export function rowsWords(slice: Slice, selection: Selection): string {
  const { record } = slice;
  const parts: [number, Noun][] = [
    [selection.stances.length, 'stance'],
    [selection.evidence.length, 'statement or event'],
    [sourcesOf(record, selection).length, 'source'],
    [selection.ties.length, 'tie'],
  ];
  const words = parts.filter(([n]) => n > 0).map(([n, noun]) => count(n, noun));
  return words.length === 0 ? 'no rows' : words.join(', ');
}

/**
 * Every file that the rows can be saved as. A format that would be empty is left out.
 *
 * @param documents of the record that go along with its tables, by file name
 * @param media pictures, sounds and films that the scenes name, by path in the record's folder: they go along with the stories
 */
export function dataFiles(
  slice: Slice,
  state: ViewState,
  whole: boolean,
  base: string,
  now: Date,
  documents: ReadonlyMap<string, string> = new Map(),
  media: ReadonlyMap<string, Uint8Array> = new Map(),
): DataFile[] {
  const { record } = slice;
  if (heldBack(record) !== '') return [];
  const selection = chosenRows(slice, state, whole);
  const name = fileName(record.meta.name, whole ? 'all' : 'selection');
  const link = (id: string) => rowLink(base, state.data, id);
  const sources = sourcesOf(record, selection);
  const events = selection.evidence.filter((e) => record.evidence.kind[e] === EVENT);
  const { when, filters } = pictureWords(record, state, slice);
  const text = (content: string, type: string) => new Blob([content], { type });
  const bytes = (content: Uint8Array | ArrayBuffer, type: string) => new Blob([new Uint8Array(content)], { type });
  const tables = subsetTables(record, selection);
  const about = {
    name: whole ? record.meta.name : `${record.meta.name}-selection`,
    title: whole ? record.meta.title : `${record.meta.title} (selection)`,
    view: encodeView({ ...state, data: '', page: 'atlas', extra: {} }).replace(/^[^?]*\?/, ''),
    words: [when, filters].filter(Boolean).join('. '),
  };
  const folder = datasetFiles(record, selection, about, documents);
  const packageText = folder.get('datapackage.json') ?? '{}';
  const flat = stanceTable(record, selection.stances, link);
  const scores = new Set(flat.columns.filter((column) => column === 'score' || column.startsWith('coder_')));
  const files: (Omit<DataFile, 'lost'> | null)[] = [
    selection.stances.length === 0
      ? null
      : {
          label: 'Stances with citations (CSV)',
          format: 'stances',
          words: `${count(selection.stances.length, 'row')} for a spreadsheet: scores of every coder, quote, sources, a citation and the link to the row`,
          name: `${name}-stances.csv`,
          type: 'text/csv',
          // The mark at its head is how spreadsheets know UTF-8.
          content: text(`\ufeff${writeStancesCsv(record, selection.stances, link)}`, 'text/csv'),
        },
    selection.stances.length === 0
      ? null
      : {
          label: 'Stances with citations (XLSX)',
          format: 'stancesXlsx',
          words: 'the same as a workbook; scores are numbers, nothing computes',
          name: `${name}-stances.xlsx`,
          type: XLSX,
          content: bytes(writeFlatWorkbook('stances', flat, scores, now), XLSX),
        },
    selection.stances.length === 0
      ? null
      : {
          label: 'Stances with citations (Parquet)',
          format: 'parquet',
          words: 'the same for DuckDB, R and Python; an empty cell is null',
          name: `${name}-stances.parquet`,
          type: 'application/vnd.apache.parquet',
          content: bytes(writeParquet(flat, scores), 'application/vnd.apache.parquet'),
        },
    {
      label: 'Tables (zip)',
      format: 'tables',
      words: `the dataset’s own tables with everything that these rows point at${documents.size > 0 ? ', and its codebook' : ''}: drop the zip on Stanceline to open it again`,
      name: `${name}.zip`,
      type: 'application/zip',
      content: new Blob([zipOf(new Map<string, string | Uint8Array>([...folder, ...(whole ? media : [])]), name, now)], {
        type: 'application/zip',
      }),
    },
    {
      label: 'Tables (XLSX)',
      format: 'workbook',
      words: 'the same tables as the sheets of one workbook: drop it on Stanceline to open it again',
      name: `${name}.xlsx`,
      type: XLSX,
      content: bytes(writeRecordWorkbook(tables, packageText, now), XLSX),
    },
    {
      label: 'Tables (JSON)',
      format: 'json',
      words: `the same rows as plain JSON for a program, after a published schema (${PLAIN_JSON}): opens here again`,
      name: `${name}.stanceline.json`,
      type: 'application/json',
      content: text(writePlainJson(tables, packageText, schemaAddress(base)), 'application/json'),
    },
    sources.length === 0
      ? null
      : {
          label: 'Sources (BibTeX)',
          format: 'bibtex',
          words: `${count(sources.length, 'source')} for biblatex; a mirror is marked and never linked as if it were the outlet; words as spoken stand in the annotation`,
          name: `${name}.bib`,
          type: 'application/x-bibtex',
          content: text(writeBibtex(record, sources, selection.evidence, viewLink(base, state)), 'application/x-bibtex'),
        },
    sources.length === 0
      ? null
      : {
          label: 'Sources (CSL-JSON)',
          format: 'csl',
          words: 'the same for Zotero and others',
          name: `${name}.json`,
          type: 'application/json',
          content: text(writeCslJson(record, sources, selection.evidence, viewLink(base, state)), 'application/json'),
        },
    events.length === 0
      ? null
      : {
          label: 'Events (iCalendar)',
          format: 'icalendar',
          words: `${count(events.length, 'event')} for a calendar; a vague date covers every day that it may mean, and says so`,
          name: `${name}.ics`,
          type: 'text/calendar',
          content: text(writeIcalendar(record, events, icalStamp(now), link), 'text/calendar'),
        },
  ];
  return [
    ...files.filter((file) => file !== null).map((file): DataFile => ({ ...file, lost: lostWords(file.format, record) })),
    ...otherFiles({ slice, state, selection, whole, name, now, link, address: viewLink(base, state) }),
  ];
}
