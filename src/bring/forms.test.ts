import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../formats/workbook';
import { readRecord } from '../record/reading/read';
import type { StanceRecord } from '../record/record';
import { FOREIGN_FILES, type ForeignFile } from '../testing/foreignFiles';
import { bringFiles } from './bringFiles';

const encoder = new TextEncoder();

async function bring(files: Record<string, Uint8Array>) {
  const outcome = await bringFiles(new Map(Object.entries(files)), { sqlite: () => Promise.reject(new Error('none')) });
  if (outcome.kind !== 'brought')
    throw new Error(`${Object.keys(files).join()} is read as ${JSON.stringify(outcome).slice(0, 200)}`);
  const record = readRecord(outcome.files, 'brought');
  expect(record.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { record, report: outcome.report };
}

const countsOf = ({ actors, evidence, stances, ties, sources }: StanceRecord) => [actors.length, evidence.n, stances.n, ties.length, sources.length]; // prettier-ignore

/** What a record says of who, whom, when, where and how, in an order that does not depend on that of rows or columns. */
function said({ actors, evidence, stances, ties, places }: StanceRecord) {
  const name = (actor: number) => actors[actor]?.name ?? '';
  return {
    actors: actors.map((actor) => `${actor.name} ${actor.kind}`).sort(),
    rows: evidence.id.map((_, e) => `${evidence.title[e]} ${evidence.first[e]} ${evidence.last[e]} ${evidence.until[e]}`).sort(),
    stances: Array.from({ length: stances.n }, (_, i) => `${name(stances.holder[i] ?? -1)} ${name(stances.target[i] ?? -1)} ${stances.score[i]} ${stances.day[i]}`).sort(), // prettier-ignore
    ties: ties.map((tie) => `${tie.members.map(name).sort().join()} ${tie.sign} ${tie.from} ${tie.until}`).sort(),
    places: places.map(({ name: place, lat, lon }) => `${place} ${lat} ${lon}`).sort(),
  };
}

describe('a file of each format, made by hand from its description', () => {
  it.each(FOREIGN_FILES.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    const { record, report } = await bring({ [file.name]: encoder.encode(file.text) });
    expect([report.format, report.rowsIn, report.rowsShown]).toEqual([file.format, file.rowsIn, file.rowsShown]);
    expect(countsOf(record)).toEqual(file.counts);
  });
});

/** The cells of a file of rows. */
function cellsOf({ text }: ForeignFile): string[][] {
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

interface Form {
  delimiter: string;
  /** Order of the columns, as numbers to sort them by. */
  order: number[];
  spelling: (name: string) => string;
  newline: string;
  mark: string;
  wide: boolean;
  quotes: boolean;
  blank: number;
  tail: number;
  lead: number;
}

const form = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  order: fc.array(fc.integer(), { minLength: 70, maxLength: 70 }),
  spelling: fc.constantFrom<(name: string) => string>(
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.toLowerCase(),
    (name) => name.replaceAll('_', ' '),
    (name) => name.replaceAll(' ', '_'),
    (name) => ` ${name} `,
  ),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  mark: fc.constantFrom('', '\ufeff'),
  wide: fc.boolean(),
  quotes: fc.boolean(),
  blank: fc.nat(2),
  tail: fc.nat(3),
  lead: fc.nat(2),
});

/** The same rows as another program would have written them. */
function written(
  rows: string[][],
  { delimiter, order, spelling, newline, mark, wide, quotes, blank, tail, lead }: Form,
): Uint8Array {
  const [header = []] = rows;
  const places = header.map((_, i) => i).sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b);
  const turned = rows.map((row) => [...places.map((place) => row[place] ?? ''), ...Array<string>(tail).fill('')]);
  const named = [(turned[0] ?? []).map((name) => (name === '' ? '' : spelling(name))), ...turned.slice(1)];
  const body = Papa.unparse(named, { delimiter, newline, quotes });
  const empty = `${Array<string>((header.length || 1) + tail)
    .fill('')
    .join(delimiter)}${newline}`;
  const text = `${newline.repeat(lead)}${body}${newline}${empty.repeat(blank)}`;
  if (!wide) return encoder.encode(mark + text);
  return new Uint8Array(Uint16Array.from(`\ufeff${text}`, (_, i) => `\ufeff${text}`.charCodeAt(i)).buffer);
}

describe('a sheet means the same', () => {
  const tables = FOREIGN_FILES.filter(({ table }) => table);

  it.each(tables.map((file) => [file.name, file] as const))(
    '%s, in any order of columns, separator, encoding, spelling of its header, with empty rows and columns',
    async (_, file) => {
      const rows = cellsOf(file);
      const plain = said((await bring({ [file.name]: encoder.encode(file.text) })).record);
      await fc.assert(
        fc.asyncProperty(form, async (given) => {
          const { record, report } = await bring({ 'x.txt': written(rows, given) });
          expect([report.format, report.rowsIn, report.rowsShown]).toEqual([file.format, file.rowsIn, file.rowsShown]);
          expect(said(record)).toEqual(plain);
        }),
        { numRuns: 25, seed: Number(process.env['FUZZ_SEED'] ?? 20_260_126) },
      );
    },
  );

  it.each(tables.map((file) => [file.name, file] as const))('%s, as a workbook and as an ODS sheet', async (_, file) => {
    const plain = said((await bring({ [file.name]: encoder.encode(file.text) })).record);
    const [columns = [], ...rows] = cellsOf(file);
    const xlsx = writeWorkbook([{ name: 'Sheet1', columns, rows, numbers: new Set(columns) }], new Date(2026, 0, 1));
    expect(said((await bring({ 'x.xlsx': xlsx })).record)).toEqual(plain);
    const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const cell = (text: string) => (text === '' ? '<table:table-cell/>' : `<table:table-cell office:value-type="string"><text:p>${xml(text)}</text:p></table:table-cell>`); // prettier-ignore
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="S">${[columns, ...rows].map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`; // prettier-ignore
    const ods = zipSync({ 'content.xml': strToU8(content), 'META-INF/manifest.xml': strToU8('<m/>'), mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }); // prettier-ignore
    expect(said((await bring({ 'x.ods': ods })).record)).toEqual(plain);
  });

  it('with decimal commas', async () => {
    const file = tables.find(({ name }) => name === 'acled-present.csv');
    if (file === undefined) throw new Error('there is no such file');
    const rows = cellsOf(file).map((row, i) =>
      row.map((cell) => (i > 0 && /^\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell)),
    );
    const text = Papa.unparse(rows, { delimiter: ';' });
    expect(said((await bring({ 'x.csv': encoder.encode(text) })).record)).toEqual(said((await bring({ 'y.csv': encoder.encode(file.text) })).record)); // prettier-ignore
  });
});

describe('several files at once', () => {
  it('are read together, each by its own reader; what is none is told of', async () => {
    const two = FOREIGN_FILES.filter(({ name }) => ['edges.csv', 'calendar.ics', 'library.bib'].includes(name));
    const files = Object.fromEntries(two.map(({ name, text }) => [name, encoder.encode(text)]));
    const { report, record } = await bring({ ...files, 'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]) });
    expect(report.format).toBe('signed edge list, calendar (iCalendar) and list of sources (BibTeX)');
    expect([report.rowsIn, report.rowsShown]).toEqual([7, 7]);
    expect(record.ties).toHaveLength(3);
    expect(report.notes.map(({ file, message }) => `${file}: ${message}`)).toEqual(['picture.png: It is left out: it is a picture (PNG).']); // prettier-ignore
  });

  it('in a zip with a backup inside: the backup is never opened in their place', async () => {
    const [edges, calendar] = ['edges.csv', 'calendar.ics'].map((wanted) => FOREIGN_FILES.find(({ name }) => name === wanted)?.text ?? ''); // prettier-ignore
    const backup = zipSync({ 'calendar.ics': strToU8(calendar ?? '') });
    const { report, record } = await bring({ 'all.zip': zipSync({ 'data/edges.csv': strToU8(edges ?? ''), 'data/old/backup.zip': backup }) }); // prettier-ignore
    expect([report.format, record.ties.length, record.evidence.n]).toEqual(['signed edge list', 3, 0]);
    expect(report.notes[0]?.message).toContain('an archive within an archive');
  });
});
