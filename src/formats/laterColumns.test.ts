import { expect, test } from 'vitest';
import { readTable } from '../record/reading/csv';
import { readRecord } from '../record/reading/read';
import { caseRecord, happened } from '../testing/cases';
import { secondEdition } from '../testing/secondEdition';
import { dataset } from '../testing/soundDataset';
import { openEvidence } from '../record/open';
import { writeBibtex } from './bibtex';
import { writeCslJson } from './cslJson';
import { writeIcalendar } from './icalendar';
import { writeStancesCsv } from './stancesCsv';

const rowsOf = (files: Map<string, string>) => {
  const record = readRecord(files, 'small');
  const stances = Array.from({ length: record.stances.n }, (_, i) => i);
  return readTable(
    'stances',
    'stances.csv',
    writeStancesCsv(record, stances, (id) => `https://example.org/#${id}`),
  ).table;
};

test('an export carries originals, sides and occasions where the record has them, and no column of them where it has not', () => {
  const { columns, rows } = rowsOf(secondEdition());
  const cells = rows.find((row) => row[0]?.startsWith('words')) ?? [];
  const cell = (name: string) => cells[columns.indexOf(name)];
  expect(['quote_original', 'quote_language', 'quote_origin', 'sides', 'occasion'].map(cell)).toEqual([
    'Некалькі слоў.',
    'be',
    'own',
    'polish;belarusian-state',
    'border-2025',
  ]);
  expect(rowsOf(dataset()).columns.at(-1)).toBe('how_coded');
});

test('citations carry the words as spoken with their language, for the rows that go along and no others', () => {
  const record = readRecord(secondEdition(), 'small');
  const sources = record.sources.map((_, i) => i);
  const row = record.evidence.id.findIndex((_, e) => openEvidence(record, e).original !== null);
  const { id, date, speaker, sources: own } = openEvidence(record, row);
  const words = `In the original, Belarusian: “Некалькі слоў.” (${record.actors[speaker]?.name ?? ''}, ${date}; row ${id}).`;
  const items = JSON.parse(writeCslJson(record, sources, [row], 'https://example.org/')) as { id: string; annote?: string }[];
  expect(own.length).toBeGreaterThan(0);
  for (const [i, source] of record.sources.entries())
    expect(items.find((item) => item.id === source.id)?.annote).toBe(own.includes(i) ? words : undefined);
  const bibtex = writeBibtex(record, sources, [row], 'https://example.org/');
  expect(bibtex.split(`annote = {${words}}`)).toHaveLength(own.length + 1);
  // A row that is left out leaves its words out, and a record without originals has no such field.
  expect(writeBibtex(record, sources, [], 'https://example.org/')).not.toContain('annote');
  const plain = readRecord(dataset(), 'small');
  const all = plain.evidence.id.map((_, e) => e);
  expect(
    writeBibtex(plain, [0], all, 'https://example.org/') + writeCslJson(plain, [0], all, 'https://example.org/'),
  ).not.toContain('annote');
});

test('a calendar enters what still goes on where it began, says so, and leaves out what has no date', () => {
  const record = caseRecord({
    events: [
      happened('goes-on', '2022-02-24', '..', 'spot;spot2'),
      happened('undated', 'XXXX'),
      happened('timed', '2022-02-25T09:00'),
    ],
  });
  const text = writeIcalendar(record, [0, 1, 2], '20261127T120000Z', (id) => `https://example.org/#${id}`).replaceAll(
    '\r\n ',
    '',
  );
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text).toContain('DTSTART;VALUE=DATE:20220224\r\nDTEND;VALUE=DATE:20220225');
  expect(text).toContain('SUMMARY:Title of goes-on (date: since 24 February 2022 and still going on)');
  expect(text).toContain('LOCATION:Spot\\; Spot two');
  expect(text).not.toContain('GEO:');
  expect(text).toContain('SUMMARY:Title of timed\r\n');
});
