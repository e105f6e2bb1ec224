import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import initSql from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { bringFiles } from './bringFiles';
import { GDELT_1, GDELT_2 } from './gdelt';
import { mapSheets } from './mapSheet';
import { profilesOf, proposeMapping, ROLES, type Mapping } from './mapping';
import { textSheet } from './sheet';

/** Files that look like each format and are wrong in every way that a generator thinks of: nothing is ever thrown. */

let sql: Awaited<ReturnType<typeof initSql>>;
beforeAll(async () => {
  sql = await initSql();
});

const nasty = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', '0', '-1', '2005', '2005-02-30', '05/11/2025', '20250105', 'NaN', 'Infinity', '[2001, 2002]', '<[1,2,3]>', '<b>x', '&#x0;', '"', "'", ';', ',', '\t', '\n', '\ud800', '__proto__', 'constructor', 'GBR', '1e400', '★★★', 'yes', '=1+1', 'https://example.org/a b'), // prettier-ignore
  fc.integer().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const rows = (columns: readonly string[], most = 8) =>
  fc.array(fc.array(nasty, { minLength: columns.length, maxLength: columns.length }), { minLength: 1, maxLength: most });
const table = (columns: readonly string[], delimiter = ',') =>
  rows(columns).map((cells) => [columns, ...cells].map((row) => row.map(quoted).join(delimiter)).join('\n'));
const bare = (columns: readonly string[]) =>
  rows(columns).map((cells) => cells.map((row) => ['1', '20250105', '202501', '2025', ...row.slice(4)].map((cell) => cell.replace(/[\t\n"]/g, ' ')).join('\t')).join('\n')); // prettier-ignore

const TIMELINE = 'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Alt Text,Type,Group,Background'.split(','); // prettier-ignore
const ACLED = 'event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,latitude,longitude,source,notes,fatalities'.split(','); // prettier-ignore
const UCDP = 'id,type_of_violence,side_a,side_b,date_prec,date_start,date_end,latitude,longitude,source_article,where_prec'.split(
  ',',
);
const ALLIANCES = 'version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente'.split(','); // prettier-ignore
const MEMBERS = 'version4id,ccode,state_name,all_st_year,mem_st_year,mem_st_month,mem_st_day,mem_end_year,right_censor,defense,nonaggression,entente'.split(','); // prettier-ignore
const MID = 'dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,hiact,hostlev'.split(',');
const DNA = 'statement_id,time,person,organization,concept,agreement,start_position,stop_position,text,coder,document_id,document_title'.split(','); // prettier-ignore

const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, nasty, fc.double(), fc.constant(null), fc.boolean(), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom('id', 'date', 'title', 'text', 'headline', 'value', 'name', 'year', 'month', 'start_date', 'events', 'sources', 'date-parts', 'raw'), tie('value')), // prettier-ignore
})).value;
const withKeys = (keys: readonly string[]) => fc.record(Object.fromEntries(keys.map((key) => [key, json])));

const xmlName = fc.constantFrom('node', 'edge', 'attvalue', 'attvalues', 'spell', 'attributes', 'attribute', 'data', 'key', 'graph', 'nodes', 'default'); // prettier-ignore
const xmlAttribute = fc.tuple(fc.constantFrom('id', 'source', 'target', 'label', 'start', 'end', 'timestamp', 'timestamps', 'intervals', 'for', 'value', 'class', 'title', 'type', 'key', 'attr.name', 'mode', 'weight'), nasty); // prettier-ignore
const element: fc.Arbitrary<string> = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(xmlName, fc.array(xmlAttribute, { maxLength: 4 }), fc.array(fc.oneof({ maxDepth: 4 }, nasty.map((text) => text.replace(/[<&]/g, '')), tie('element')), { maxLength: 3 }), fc.integer({ min: 0, max: 19 })) // prettier-ignore
    .map(([name, attributes, inner, broken]) => `<${name} ${attributes.map(([key, value]) => `${key}="${value.replace(/["<&]/g, '')}"`).join(' ')}>${inner.join('')}${broken === 0 ? '' : `</${name}>`}`), // prettier-ignore
})).element;

const FORMATS: Record<string, fc.Arbitrary<string | Uint8Array>> = {
  TimelineJS: table(TIMELINE),
  'TimelineJS, first version': table(['Start Date', 'End Date', 'Headline', 'Text', 'Media', 'Type', 'Tag']),
  'TimelineJS JSON': withKeys(['title', 'eras', 'scale']).chain((rest) => fc.array(withKeys(['start_date', 'end_date', 'text', 'media', 'group', 'background'])).map((events) => JSON.stringify({ ...rest, events: [{ start_date: {} }, ...events] }))), // prettier-ignore
  'edge list': table(['from', 'to', 'sign', 'begin', 'end']),
  'GDELT 2': bare(GDELT_2),
  'GDELT 1': bare(GDELT_1),
  'GDELT with a header': table(GDELT_2),
  ACLED: table(ACLED),
  UCDP: table(UCDP),
  'COW alliances': table(ALLIANCES),
  'COW members': table(MEMBERS),
  'COW disputes': table(MID),
  'DNA events': table(DNA, ';'),
  'Gephi edges': table(['Source', 'Target', 'Type', 'Weight', 'timeset']).map((text) => text.replace(/"Type"/, '"Kind"')),
  'timemap sheet': table(['id', 'date', 'latitude', 'longitude', 'location', 'description', 'sources', 'associations']),
  timemap: fc.array(withKeys(['id', 'description', 'date', 'latitude', 'sources', 'filters', 'associations']), { minLength: 1 }).map((list) => JSON.stringify(list)), // prettier-ignore
  CSL: fc.array(withKeys(['id', 'issued', 'author', 'URL']).map((item) => ({ ...item, type: 'book', title: 'T' })), { minLength: 1 }).map((list) => JSON.stringify(list)), // prettier-ignore
  MISP: withKeys(['date', 'Orgc', 'Tag']).chain((rest) => fc.array(withKeys(['type', 'value', 'first_seen', 'last_seen', 'Tag', 'Attribute'])).map((list) => JSON.stringify({ Event: { ...rest, info: 'x', Attribute: list, Object: list } }))), // prettier-ignore
  'graph in JSON': fc.array(withKeys(['source', 'target', 'attributes', 'label']), { minLength: 1 }).chain((edges) => fc.array(withKeys(['id', 'key', 'attributes'])).map((nodes) => JSON.stringify({ nodes, edges }))), // prettier-ignore
  GEXF: fc
    .array(element, { maxLength: 6 })
    .map((parts) => `<gexf version="1.3"><graph mode="dynamic">${parts.join('')}</graph></gexf>`),
  GraphML: fc.array(element, { maxLength: 6 }).map((parts) => `<graphml><graph>${parts.join('')}</graph></graphml>`),
  iCalendar: fc.array(fc.tuple(fc.constantFrom('DTSTART', 'DTEND', 'SUMMARY', 'GEO', 'RRULE', 'CATEGORIES', 'ATTENDEE;CN=x', 'DTSTART;VALUE=DATE', 'DURATION', 'URL'), nasty)).map((lines) => ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines.map(([key, value]) => `${key}:${value}`), 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')), // prettier-ignore
  BibTeX: fc.array(fc.tuple(fc.constantFrom('title', 'author', 'year', 'month', 'date', 'url'), nasty)).map((fields) => `@article{key,\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}`), // prettier-ignore
  'an archive of anything': fc.dictionary(fc.constantFrom('a.csv', 'b/c.json', 'content.xml', 'META-INF/manifest.xml', 'xl/workbook.xml', 'actors.csv'), nasty).map((files) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))), // prettier-ignore
  'a database of anything': fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array([...new TextEncoder().encode('SQLite format 3\0'), ...bytes])), // prettier-ignore
  bytes: fc.uint8Array({ maxLength: 300 }),
  text: fc.string({ maxLength: 200 }),
};

/** The same files at every run; others are drawn under `FUZZ_SEED`. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_126);

describe('nothing is thrown, and what comes of it is read without an error', () => {
  it.each(Object.entries(FORMATS))('%s', async (name, content) => {
    await fc.assert(
      fc.asyncProperty(content, async (given) => {
        const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
        const outcome = await bringFiles(new Map([[`${name}.txt`, bytes]]), { sqlite: () => Promise.resolve(sql) });
        expect(['dataset', 'brought', 'sheets', 'unknown']).toContain(outcome.kind);
        if (outcome.kind === 'unknown') expect(outcome.message).not.toBe('');
        if (outcome.kind !== 'brought') return;
        const { report } = outcome;
        expect(report.rowsShown).toBeLessThanOrEqual(report.rowsIn);
        const record = readRecord(outcome.files, 'fuzz');
        expect(record.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 40, seed: SEED },
    );
  });
});

describe('any sheet under any mapping', () => {
  const columns = ['who', 'whom', 'when', 'how', 'words', 'link'];
  const mapping: fc.Arbitrary<Mapping> = fc.record({
    columns: fc.dictionary(fc.constantFrom(...ROLES), fc.subarray(columns, { minLength: 1 })),
    order: fc.constantFrom(null, 'day-first' as const, 'month-first' as const),
    issues: fc.boolean(),
    grades: fc.dictionary(nasty, fc.constantFrom(null, -2, -1, 0, 1, 2)) as fc.Arbitrary<Mapping['grades']>,
    scale: fc.oneof(fc.constant(null), fc.record({ least: fc.double(), most: fc.double() })),
  });

  it('makes a record without an error, or says what is lacking', () => {
    fc.assert(
      fc.property(table(columns), fc.oneof(mapping, fc.constant(null)), (text, chosen) => {
        const sheet = textSheet('x.csv', text);
        if (sheet === null) return;
        profilesOf(sheet);
        const outcome = mapSheets([sheet], chosen ?? proposeMapping(sheet));
        expect(['brought', 'unknown']).toContain(outcome.kind);
        if (outcome.kind !== 'brought') return;
        const record = readRecord(outcome.files, 'fuzz');
        expect(record.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 150, seed: SEED },
    );
  });
});
