import { parse } from 'bibtex-parse';
import { describe, expect, it } from 'vitest';
import { bringBibtex } from '../bring/bibliography';
import { Account } from '../bring/account';
import { RecordMaker } from '../bring/recordMaker';
import type { Source, StanceRecord } from '../record/record';
import { parseDate } from '../record/reading/dates';
import { readRecord } from '../record/reading/read';
import { shipped, SHIPPED } from '../testing/shippedDataset';
import { dataset } from '../testing/soundDataset';
import { authorsOf } from '../words/authors';
import { babelName } from '../words/languages';
import { writeBibtex } from './bibtex';
import { writeCslJson } from './cslJson';

const plain = readRecord(dataset(), 'small');
const page: Source = { id: 'page', url: '', title: '', outlet: '24 Kanal', author: '', published: null, language: '', kind: 'independent-media', country: '', side: '', owner: '', mirror: false }; // prettier-ignore
const dated = (text: string) => {
  const span = parseDate(text);
  if (!('precision' in span)) throw new Error(text);
  return span;
};
const holding = (...sources: Partial<Source>[]): StanceRecord => ({
  ...plain,
  sources: sources.map((source, i) => ({ ...page, id: `page-${i}`, ...source })),
});
const all = (record: StanceRecord) => record.sources.map((_, i) => i);
/** Entries of the sources by key, without that of the dataset. */
function entriesOf(record: StanceRecord): Map<string, { type: string; fields: Record<string, string> }> {
  const read = parse(writeBibtex(record, all(record), [], 'https://example.org/'));
  const entries = read.flatMap((item) => (item.itemtype === 'entry' ? [item] : []));
  return new Map(
    entries
      .slice(1)
      .map(({ key, type, fields }) => [
        key ?? '',
        { type, fields: Object.fromEntries(fields.map(({ name, value }) => [name, String(value)])) },
      ]),
  );
}
const only = (source: Partial<Source>) => [...entriesOf(holding(source)).values()][0];
const csl = (source: Partial<Source>) =>
  (JSON.parse(writeCslJson(holding(source), [0], [], 'https://example.org/')) as Record<string, unknown>[])[1];

describe('a source in a bibliography', () => {
  it('without a title is cited by outlet and date, each once', () => {
    for (const title of ['', '24 Kanal']) {
      const entry = only({ title, published: dated('2025-11-05') });
      expect(entry).toEqual({
        type: 'online',
        fields: { title: '{24 Kanal}', date: '2025-11-05', keywords: 'independent-media' },
      });
      const item = csl({ title, published: dated('2025-11-05') });
      expect(item).toMatchObject({ title: '24 Kanal', issued: { 'date-parts': [[2025, 11, 5]] } });
      expect(item).not.toHaveProperty('container-title');
    }
    expect(only({ title: 'Border shut' })?.fields).toMatchObject({ title: '{Border shut}', journaltitle: '24 Kanal' });
    expect(csl({ title: 'Border shut' })).toMatchObject({ title: 'Border shut', 'container-title': '24 Kanal' });
  });

  it('names each of several authors, and keeps a body whole', () => {
    const fields = only({ author: 'T. Antal; P. L. Krapivsky; Bed and Board' })?.fields;
    expect(fields?.['author']).toBe('Antal, T. and Krapivsky, P. L. and {Bed and Board}');
    expect(csl({ author: 'Mariya Yemets, Anastasia Protz; AFP' })?.['author']).toEqual([
      { family: 'Yemets', given: 'Mariya' },
      { family: 'Protz', given: 'Anastasia' },
      { literal: 'AFP' },
    ]);
    // Who is the outlet itself is not named twice.
    expect(only({ author: '24 Kanal' })?.fields).not.toHaveProperty('author');
    expect(csl({ author: '24 Kanal' })).not.toHaveProperty('author');
  });

  it('of a DOI has it, and not its address once more', () => {
    const url = 'https://doi.org/10.1016/j.physd.2006.09.028';
    const fields = only({ url, kind: 'journal', title: 'Social balance' })?.fields;
    expect(fields).toMatchObject({ doi: '10.1016/j.physd.2006.09.028' });
    expect(fields).not.toHaveProperty('url');
    expect(csl({ url })).toMatchObject({ DOI: '10.1016/j.physd.2006.09.028' });
    expect(csl({ url })).not.toHaveProperty('URL');
    expect(only({ url: 'https://example.org/10.1/x' })?.fields).toMatchObject({ url: 'https://example.org/10.1/x' });
  });

  it('has a language that babel knows, or none', () => {
    expect(only({ language: 'de' })?.fields['langid']).toBe('ngerman');
    expect(only({ language: 'tlh' })?.fields).not.toHaveProperty('langid');
    for (const { language } of shipped('eastern-flank').sources) if (language !== '') expect(babelName(language)).not.toBe('');
  });

  it('has a date as far as it is known, without its hour', () => {
    const date = (text: string) => only({ published: dated(text) })?.fields['date'];
    expect(['2025-11', '2025~', '2025-11-05T18:00+03:00', '2025-09-09/2025-09-10', 'XXXX'].map(date)).toEqual([
      '2025-11',
      '2025~',
      '2025-11-05',
      '2025-09-09/2025-09-10',
      undefined,
    ]);
    expect(csl({ published: dated('XXXX') })).not.toHaveProperty('issued');
  });
});

/** What LaTeX itself knows; a file that needs a package for a command would stop some readers. */
const PLAIN_LATEX = ['\\textbackslash', '\\textasciitilde', '\\textasciicircum'];

describe.each(SHIPPED)('the bibliography of %s', (name) => {
  const record = shipped(name);
  const bibtex = writeBibtex(record, all(record), record.evidence.id.map((_, e) => e), 'https://example.org/'); // prettier-ignore

  it('uses no command that LaTeX alone does not know', () => {
    const commands = new Set(bibtex.match(/\\[A-Za-z]+/g) ?? []);
    expect([...commands].filter((command) => !PLAIN_LATEX.includes(command))).toEqual([]);
  });

  it('comes back as it went: titles, outlets, dates, addresses, languages, authors', () => {
    const maker = new RecordMaker();
    bringBibtex(bibtex, maker, new Account('list of sources (BibTeX)', ['back.bib']));
    const back = readRecord(maker.files('back'), 'back');
    const kept = record.sources.filter(({ mirror, title, outlet, url }) => !mirror && title !== '' && title !== outlet && url !== ''); // prettier-ignore
    expect(kept.length).toBeGreaterThan(0);
    const plainly = (text: string) => text.replace(/--/g, '–').replace(/\s+/g, ' ').trim();
    for (const source of kept) {
      const found = back.sources.find(({ url }) => url === source.url);
      expect(found).toMatchObject({ title: plainly(source.title), outlet: plainly(source.outlet), language: source.language });
      expect(found?.published?.text).toBe(source.published?.text);
      const names = authorsOf(source.author === source.outlet ? '' : source.author).map((author) =>
        author.kind === 'body' ? author.name : [author.given, author.family, author.suffix].filter(Boolean).join(' '),
      );
      expect(found?.author).toBe(names.join('; '));
    }
  });
});
