import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { readTable } from '../record/reading/csv';
import { readRecord } from '../record/reading/read';
import { TABLE_NAMES } from '../record/record';
import { dataset } from '../testing/soundDataset';
import { greatPowers, shipped } from '../testing/shippedDataset';
import { latexText, writeBibtex } from './bibtex';
import { writeCslJson } from './cslJson';
import { fold, icalStamp, icalText, writeIcalendar } from './icalendar';
import { everything, selectionOf, sourcesOf } from './selection';
import { writeSingleFile } from './singleFile';
import { plainCell, writeStancesCsv } from './stancesCsv';
import { datasetFiles } from './subset';
import { zipOf } from './zip';
import { dayOf } from '../words/calendar';

const flank = shipped('eastern-flank');
const powers = greatPowers();
const small = readRecord(dataset(), 'small');
const link = (id: string) => `https://example.org/#/evidence?item=${id}`;
const window = (from: string, to: string) => ({ from: dayOf(from), to: dayOf(to), pair: null, beside: [], actors: [] });
const about = { name: 'part', title: 'A part', view: '', words: 'some rows.' };

describe('what a view takes along', () => {
  it('is the rows of the pair in the window, and the evidence behind them', () => {
    const slice = sliceRecord(flank, { ...ALL, basis: 'own' });
    const pair = ['belarus', 'poland'] as const;
    const { stances, evidence } = selectionOf(slice, { ...window('2025-01-01', '2026-01-31'), pair });
    expect(stances.length).toBeGreaterThan(20);
    for (const i of stances) {
      expect(flank.actors[flank.stances.holder[i]!]!.id).toBe('belarus');
      expect(flank.actors[flank.stances.target[i]!]!.id).toBe('poland');
    }
    expect(new Set(evidence)).toEqual(new Set(stances.map((i) => flank.stances.evidence[i]!)));
  });

  it('has the ties of a record without stances', () => {
    const { stances, ties } = selectionOf(sliceRecord(powers, ALL), window('1872-01-01', '1890-12-31'));
    expect(stances).toEqual([]);
    expect(ties.length).toBeGreaterThan(3);
    expect(ties.length).toBeLessThan(powers.ties.length);
  });
});

describe('the tables of a selection', () => {
  const slice = sliceRecord(flank, ALL);
  const cuts = [
    ['a pair', selectionOf(slice, { ...window('2025-01-01', '2026-05-31'), pair: ['belarus', 'poland'], beside: ['russia'] })],
    ['an actor', selectionOf(slice, { ...window('2024-01-01', '2025-06-30'), actors: ['lithuania'] })],
    ['a window', selectionOf(slice, window('2025-09-01', '2025-09-30'))],
    ['everything', everything(flank)],
  ] as const;

  it.each(cuts)('open again without a fault and with the same rows: %s', (_, selection) => {
    const files = datasetFiles(flank, selection, about);
    const again = readRecord(files, 'part');
    // No slip either, but for a tie or two that end where the cut does.
    const slips = new Set(flank.faults.map(({ rule }) => rule));
    const ofCut = new Set(['ends-together', 'lone-occasion', 'lone-topic']);
    expect(again.faults.filter(({ rule }) => !ofCut.has(rule) && !slips.has(rule))).toEqual([]);
    expect(again.stances.id).toEqual(selection.stances.map((i) => flank.stances.id[i]!));
    expect(new Set(again.evidence.id)).toEqual(
      new Set(
        [...selection.evidence, ...selection.stances.map((i) => flank.stances.evidence[i]!)].map((e) => flank.evidence.id[e]!),
      ),
    );
    expect(again.meta.coding).toBe(flank.meta.coding);
    // Whoever coded none of these rows is not among their coders.
    expect(flank.coders).toEqual(expect.arrayContaining(again.coders));
    expect(again.coders.length).toBeGreaterThan(1);
  });

  it('keep every cell as it was', () => {
    const files = datasetFiles(flank, cuts[0][1], about);
    for (const name of TABLE_NAMES) {
      const known = new Set((flank.tables[name]?.rows ?? []).map((row) => JSON.stringify(row)));
      const { table } = readTable(name, `${name}.csv`, files.get(`${name}.csv`)!);
      for (const row of table.rows) expect(known.has(JSON.stringify(row))).toBe(true);
    }
  });

  it('leave out a claim of which part of the evidence is left out', () => {
    const closure = small.evidenceIndex.get('2025-09-closure')!;
    const both = everything(small);
    const one = { ...both, whole: false, evidence: [closure], stances: [] };
    expect(readRecord(datasetFiles(small, one, about), 'part').claims).toEqual([]);
    expect(readRecord(datasetFiles(small, { ...both, whole: false }, about), 'part').claims).toHaveLength(1);
  });

  it('say how the scores were made, and make a zip that opens', () => {
    const files = datasetFiles(flank, cuts[0][1], about);
    expect(files.get('ABOUT.txt')).toContain('readings by language models');
    const inside = unzipSync(zipOf(files, 'part', new Date('2026-01-01T12:00:00')));
    expect(strFromU8(inside['part/actors.csv']!)).toBe(files.get('actors.csv'));
  });
});

describe('stances for a spreadsheet', () => {
  it('hold the quote, the coders, the link, and how they were coded in every row', () => {
    const { table, faults } = readTable('stances', 'stances.csv', writeStancesCsv(flank, [0, 1, 2], link));
    expect(faults.filter(({ rule }) => rule === 'ragged-row')).toEqual([]);
    expect(table.rows).toHaveLength(3);
    const cell = (row: number, column: string) => table.rows[row]![table.columns.indexOf(column)]!;
    expect(cell(0, 'stance')).toBe(flank.stances.id[0]);
    expect(cell(1, 'permalink')).toBe(link(cell(1, 'evidence')));
    expect(cell(2, 'citation')).toContain(cell(2, 'permalink'));
    for (const row of [0, 1, 2]) expect(cell(row, 'how_coded')).toContain('language models');
    for (const coder of flank.coders) expect(cell(0, `coder_${coder}`)).toMatch(/^(-?[0-2])?$/);
  });

  it('hold no cell that a spreadsheet would compute', () => {
    expect(['=1+1', '+words', '@name', '-words', '-2', '2', 'words'].map(plainCell)).toEqual([
      "'=1+1",
      "'+words",
      "'@name",
      "'-words",
      '-2',
      '2',
      'words',
    ]);
  });

  it('keep the address of a mirror apart from those of outlets', () => {
    const { table } = readTable('stances', 'stances.csv', writeStancesCsv(small, [0, 1], link));
    const at = table.rows.findIndex((row) => row[0] === 'words--belarus--poland');
    expect(table.rows[at]![table.columns.indexOf('urls')]).toBe('https://example.org/1');
    expect(table.rows[at]![table.columns.indexOf('mirrors')]).toBe('https://example.org/2');
  });
});

describe('sources for a bibliography', () => {
  it('have nothing in BibTeX that LaTeX takes for a command', () => {
    expect(latexText('50% of {A} & B_1 #2 ~ ^ \\cmd $5')).toBe(
      '50\\% of \\{A\\} \\& B\\_1 \\#2 \\textasciitilde{} \\textasciicircum{} \\textbackslash{}cmd \\$5',
    );
  });

  it('balance their braces, have keys of their own and one entry each', () => {
    const sources = sourcesOf(flank, everything(flank));
    const text = writeBibtex(flank, sources, everything(flank).evidence, 'https://example.org/');
    const keys = [...text.matchAll(/^@\w+\{([^,]+),$/gm)].map((match) => match[1]);
    expect(keys).toHaveLength(sources.length + 1);
    expect(new Set(keys).size).toBe(keys.length);
    for (const entry of text.split(/\n(?=@)/)) {
      const bare = entry.replace(/\\[{}]/g, '');
      expect(bare.split('{').length).toBe(bare.split('}').length);
    }
  });

  it('never link to a mirror', () => {
    const mirror = small.sources.findIndex((source) => source.mirror);
    const bibtex = writeBibtex(small, [mirror], [], 'https://example.org/').split('@online')[1]!;
    expect(bibtex).not.toMatch(/^ {2}url = /m);
    expect(bibtex).toContain('Read at a mirror');
    const [, item] = JSON.parse(writeCslJson(small, [mirror], [], 'https://example.org/')) as Record<string, unknown>[];
    expect(item).not.toHaveProperty('URL');
    expect(item!['note']).toContain('https://example.org/2');
  });

  it('give CSL the parts of a date that are known', () => {
    const agency = small.sources.findIndex(({ id }) => id === 'agency-1');
    const items = JSON.parse(writeCslJson(small, [agency], [], 'https://example.org/')) as { issued?: unknown; type: string }[];
    expect(items[0]!.type).toBe('dataset');
    expect(items[1]).toMatchObject({ type: 'article-newspaper', issued: { 'date-parts': [[2025, 11, 5]] } });
  });
});

describe('events for a calendar', () => {
  const text = writeIcalendar(flank, everything(flank).evidence, icalStamp(new Date('2026-11-22T12:34:56.789Z')), link);
  const unfolded = text.replace(/\r\n /g, '');

  it('fold at 75 octets, end lines with CRLF, and unfold to what was written', () => {
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const long = `SUMMARY:${'Łódź, Гродно '.repeat(20)}`;
    expect(fold(long).replace(/\r\n /g, '')).toBe(long);
  });

  it('have every event once, with an exclusive end', () => {
    const events = flank.evidence.kind.reduce((sum, kind) => sum + kind, 0);
    const ids = [...unfolded.matchAll(/^UID:(.*)$/gm)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(events);
    expect(unfolded.match(/^DTSTAMP:20261122T123456Z$/gm)).toHaveLength(events);
    const closure = writeIcalendar(small, [0, 1], '20260101T000000Z', link);
    expect(closure).toContain('DTSTART;VALUE=DATE:20250912\r\nDTEND;VALUE=DATE:20250926\r\n');
    expect(closure).not.toContain('SUMMARY:Minister speaks');
  });

  it('enter a vague date over the days that it may mean, and say so', () => {
    const vague = readRecord(dataset({ 'events.csv': { '2025-09-12,2025-09-25': '2025-09~,' } }), 'small');
    const calendar = writeIcalendar(vague, [0, 1], '20260101T000000Z', link).replace(/\r\n /g, '');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20250901\r\nDTEND;VALUE=DATE:20251001');
    expect(calendar).toContain('SUMMARY:Border closed (date: about September 2025)');
  });

  it('escape what the format gives a meaning', () => {
    expect(icalText('a;b,c\\d\ne')).toBe('a\\;b\\,c\\\\d\\ne');
  });
});

describe('one file', () => {
  const template =
    '<title>Stanceline</title><script type="application/json" id="stanceline-data"></script><script>run()</script>';
  const carried = {
    name: 'a',
    title: 'A & <b>',
    view: '',
    origin: '',
    files: { 'actors.csv': 'id\n</script><script>alert(1)</script>$&' },
  };

  it('carries the tables so that no text of theirs ends the element', () => {
    const page = writeSingleFile(template, carried);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    const data = /id="stanceline-data">(.*?)<\/script>/s.exec(page)![1]!;
    expect(JSON.parse(data)).toEqual(carried);
    expect(page).toContain('<title>A &amp; &lt;b> · Stanceline</title>');
  });

  it('is not made from a page that is no template', () => {
    expect(() => writeSingleFile('<!doctype html><p>Not here</p>', carried)).toThrow(/single\.html/);
  });
});
