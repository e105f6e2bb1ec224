import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { START, type ViewState } from '../focus/view';
import { KEEPS, lossesOf, lostWords, PARTS, type FormatName, type PartName } from '../formats/losses';
import { tokenRecord, TOKENS } from '../testing/tokenRecord';
import { dayOf } from '../words/calendar';
import { dataFiles } from './dataFiles';

const record = tokenRecord();
const state: ViewState = {
  ...START,
  from: dayOf('2024-01-01'),
  to: dayOf('2025-12-31'),
  at: dayOf('2025-06-01'),
};
const documents = new Map([['CODEBOOK.md', '# Codebookword\n']]);
const files = dataFiles(sliceRecord(record, ALL), state, true, 'https://example.org/app/', new Date(2026, 0, 1), documents);

/** Everything that a file says, as text, whatever it is packed in. */
async function textIn(content: Blob, name: string): Promise<string> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  if (name.endsWith('.parquet')) return JSON.stringify(await parquetReadObjects({ file: bytes.buffer }));
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n');
}

const partsThere = (text: string): Set<PartName> => {
  const there = new Set<PartName>();
  // Lines of iCalendar are folded.
  const whole = text.replaceAll('\r\n ', '');
  for (const [part, token] of Object.entries(TOKENS)) if (whole.includes(token)) there.add(part as PartName);
  if (whole.includes('Codebookword')) there.add('codebook');
  return there;
};

describe('what a format loses is what it says that it loses', () => {
  it('of every part of a record that is there', () => {
    expect(record.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(files.map(({ format }) => format).sort()).toEqual((Object.keys(KEEPS) as FormatName[]).sort());
  });

  it.each(files.map((file) => [file.label, file] as const))('%s', async (_, { content, name, format, lost }) => {
    const there = partsThere(await textIn(content, name));
    const claimed = lossesOf(format).filter((part) => part !== 'stances');
    const missing = (Object.keys(PARTS) as PartName[]).filter((part) => part !== 'stances' && !there.has(part));
    expect(claimed.sort()).toEqual(missing.sort());
    const all = lossesOf(format);
    const words = new Set(lost.replace(/;.*$/, '').replace('everything but ', '').split(/, | and /)); // prettier-ignore
    for (const part of all) expect(words.has(PARTS[part])).toBe(!lost.startsWith('everything but '));
  });

  it('names the formats without any stance', () => {
    const without = files.filter(({ format }) => lossesOf(format).includes('stances')).map(({ format }) => format);
    expect(without.sort()).toEqual(['bibtex', 'csl', 'icalendar', 'jsonLd', 'timelineJs']);
  });

  it('says what is in a file where that is less than what is not', () => {
    expect(lostWords('edges')).toBe('everything but stances; every row behind a number; pairs that are not covered on that day');
    expect(lostWords('workbook')).toBe('the codebook');
    expect(lostWords('tables')).toBe('');
    expect(lostWords('stances')).toMatch(/^other names of actors, descriptions of actors, /);
  });

  it('never names a part that the record does not have', () => {
    const bare = { ...record, hypotheses: [], assessments: [], claims: [], stories: [] };
    expect(lostWords('stances', bare)).not.toMatch(/hypotheses|ratings|claims|stories/);
    expect(lostWords('stances', bare)).toContain('ties');
  });
});
