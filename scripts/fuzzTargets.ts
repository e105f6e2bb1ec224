import fc from 'fast-check';
import { decodeView, encodeView } from '../src/focus/url';
import { START } from '../src/focus/view';
import { readJson } from '../src/record/jsonText';
import { readPackage } from '../src/record/package';
import { readTable } from '../src/record/reading/csv';
import { isDate, parseDate } from '../src/record/reading/dates';
import { readRecord, readTables } from '../src/record/reading/read';
import { unzipDataset } from '../src/record/reading/unzip';
import { TABLE_NAMES, type StanceRecord } from '../src/record/record';
import type { Tables } from '../src/record/tables';
import { readText } from '../src/story/read/markdown';
import { zipSync } from 'fflate';
import { dataset } from '../src/testing/soundDataset';

const sound = dataset();

/** Text with the signs that readers stumble over: quotes, separators, ends of lines, directions, halves of letters, digits of no calendar. */
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        ',',
        ';',
        '\n',
        '\r',
        '\t',
        '|',
        '\\',
        '..',
        '/',
        '-',
        '~',
        '?',
        '%',
        'X',
        '9',
        '0',
        'T',
        ':',
        'Z',
        '+',
        '=',
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '../2025',
    '2025/..',
    '..',
    '+999999-12-31',
    '-999999-01-01',
    '0000',
    '2025-02-30',
    '99999999999999999999',
    '1e400',
    '-0',
    'NaN',
    'Infinity',
    '__proto__',
    'constructor',
    '\u202Eevil\u202C',
    '\uD800',
    '<script>alert(1)</script>',
    '=HYPERLINK("x")',
  ),
);

/** A dataset of which one cell, one line or one header says something odd. */
const spoiled = fc
  .tuple(fc.constantFrom(...sound.keys()), fc.nat(), fc.nat(), odd, fc.boolean())
  .map(([file, line, cell, text, whole]) => {
    const lines = sound.get(file)!.split('\n');
    const at = line % lines.length;
    const cells = lines[at]!.split(',');
    cells[cell % cells.length] = text;
    lines[at] = whole ? text : cells.join(',');
    return { file, text: lines.join('\n') };
  });

/** The sound tables, cut into cells once: of a spoiled dataset one file alone differs. */
const read = new Map(
  TABLE_NAMES.flatMap((name) => {
    const text = sound.get(`${name}.csv`);
    return text === undefined ? [] : [[name, readTable(name, `${name}.csv`, text)] as const];
  }),
);
const { meta } = readPackage(null, 'fuzz');

/** The sound dataset with one file in the place of its own; the whole of it is read from its files where no table is spoiled. */
function recordWith(file: string, text: string): StanceRecord {
  const spoiledName = TABLE_NAMES.find((name) => `${name}.csv` === file);
  if (spoiledName === undefined) return readRecord(new Map([...sound, [file, text]]), 'fuzz');
  const tables: Tables = {};
  for (const [name, { table }] of read) tables[name] = table;
  const { table, faults, unread } = readTable(spoiledName, file, text);
  if (unread) Reflect.deleteProperty(tables, spoiledName);
  else tables[spoiledName] = table;
  return readTables(tables, meta, faults, unread ? new Set([spoiledName]) : undefined);
}

function holds(claim: boolean, why: string): void {
  if (!claim) throw new Error(why);
}

const finite = (days: Int32Array) => days.every((day) => Number.isInteger(day));

/** What has to hold of each reader, whatever it is given: it never throws, and nothing that it hands on is no number. */
export const TARGETS = {
  /** Any bytes as a table: every row has a line, no row is lost without a word. */
  reader: fc.property(fc.constantFrom(...TABLE_NAMES), fc.oneof(fc.uint8Array({ maxLength: 200 }), odd), (name, content) => {
    const { table } = readTable(name, `${name}.csv`, content);
    holds(table.lines.length === table.rows.length, 'a row without a line');
  }),
  /** A record with something odd in it: read and checked whole, dates in order, references inside their tables. */
  checker: fc.property(spoiled, ({ file, text }) => {
    const record = recordWith(file, text);
    const { evidence, stances } = record;
    holds(finite(evidence.day) && finite(evidence.first) && finite(evidence.until), 'a day that is no number');
    for (let i = 0; i < evidence.dated; i++) holds(evidence.first[i]! <= evidence.last[i]!, 'a span that ends before it begins');
    holds(
      stances.holder.every((actor) => actor < record.actors.length),
      'a holder that is nobody',
    );
    holds(
      stances.evidence.every((row) => row < evidence.n),
      'a stance on no row',
    );
    for (const fault of record.faults) holds(fault.message !== '' && fault.value.length < 300, 'a fault that cannot be read');
  }),
  /** Any text as a link: some view opens, its link opens the same view again. */
  links: fc.property(
    fc.oneof(
      odd,
      fc
        .array(
          fc.tuple(
            fc.constantFrom('from', 'to', 'at', 'topic', 'coder', 'pair', 'speed', 'but', 'x-a', 'rows', 'q', 'outlet', 'side'),
            odd,
          ),
        )
        .map(
          (pairs) =>
            `#/${pairs.length % 2 === 0 ? 'atlas' : (pairs[0]?.[1] ?? '')}?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
        ),
    ),
    (text) => {
      const view = decodeView(text, { ...START, from: 0, to: 100, at: 50 });
      holds(view.from <= view.at && view.at <= view.to, 'a clock outside its window');
      const again = decodeView(encodeView(view), START);
      holds(
        JSON.stringify({ ...again }) === JSON.stringify({ ...view }).replace(/\\ud[89a-f][0-9a-f]{2}/g, '\uFFFD'),
        'a link that opens another view',
      );
    },
  ),
  /** Any text as a date: a span of whole days in order, or a reason. */
  dates: fc.property(odd, (text) => {
    const date = parseDate(text);
    if (isDate(date) && date.precision !== 'unknown')
      holds(Number.isInteger(date.first) && date.first <= date.last, 'a span that is none');
  }),
  /** Any bytes as an archive, and real ones with bytes turned: unpacked as packed, or refused with a reason. */
  zips: fc.asyncProperty(
    fc.uint8Array({ maxLength: 60 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
    fc.constantFrom(0, 6),
    async (bytes, turns, level) => {
      const archive = zipSync({ 'a/actors.csv': bytes, 'a/notes.txt': bytes }, { level });
      for (const [at, value] of turns) archive[at % archive.length] = value;
      const { files, faults } = await unzipDataset('fuzz.zip', turns.length === 0 || bytes.length > 50 ? archive : bytes);
      if (turns.length === 0)
        holds(String(files.get('actors.csv')) === String(bytes) && faults.length === 0, 'an archive that comes out as another');
      else
        holds(
          files.size === 0 || faults.length > 0 || [...files.values()].every((one) => String(one) === String(bytes)),
          'bytes that nobody packed',
        );
    },
  ),
  /** Any text as JSON and as a package: a value or a reason, within its limits. */
  packages: fc.property(
    fc.oneof(fc.json(), odd, fc.string({ unit: fc.constantFrom('[', '{', '"', ':', ']', '}', '1', '\\') })),
    (text) => {
      readJson(text);
      holds(readPackage(text, 'fuzz').meta.title !== '', 'a record without a title');
    },
  ),
  /** Any Markdown: tokens that are text, links that lead to rows or to the web. */
  markdown: fc.property(
    fc.oneof(
      odd,
      fc
        .array(
          fc.oneof(
            odd,
            fc.constantFrom('[', '](', ')', '**', '> ', '# ', '<b onload=1>', '![', 'javascript:', '\n\n', '`', '- '),
          ),
        )
        .map((parts) => parts.join('')),
    ),
    (text) => {
      const { blocks } = readText(text);
      const known = new Set([
        'text',
        'strong',
        'emphasis',
        'code',
        'link',
        'break',
        'paragraph',
        'heading',
        'list',
        'quote',
        'cards',
        'rule',
      ]);
      for (const type of JSON.stringify(blocks).matchAll(/"type":"(\w+)"/g))
        holds(known.has(type[1]!), `a ${type[1]!} that nobody draws`);
    },
  ),
};
