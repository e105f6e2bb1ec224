import type { Source, SourceKind, StanceRecord } from '../record/record';
import { codingWords } from '../record/coding';
import { authorsOf, type Author } from '../words/authors';
import type { DateSpan } from '../words/dates';
import { babelName } from '../words/languages';
import { doiOf } from '../words/sources';
import { originalsOf } from './originals';

const PRESS: ReadonlySet<SourceKind> = new Set(['news-agency', 'independent-media', 'state-media', 'opinion', 'journal']);

const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text in which nothing is a command of LaTeX. Letters of every alphabet stay as they are: biber and lualatex read UTF-8. */
export function latexText(text: string): string {
  return text.replace(/[\\{}&%$#_~^]/g, (letter) => ESCAPES[letter] ?? letter).replace(/\s+/g, ' ');
}

/** An address as biblatex takes it, verbatim; what would end the field is percent-encoded. */
function latexUrl(url: string): string {
  return url.replace(/[{}\\\s]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** Keys of entries, by source index: the source's id in letters that every tool takes, told apart where two fall together. */
function keysOf(record: StanceRecord, sources: readonly number[]): Map<number, string> {
  const taken = new Set<string>();
  return new Map(
    sources.map((index) => {
      const plain =
        (record.sources[index]?.id ?? '')
          .normalize('NFD')
          .replace(/[^A-Za-z0-9.-]+/g, '-')
          .replace(/^-+|-+$/g, '') || 'source';
      let key = plain;
      for (let n = 2; taken.has(key); n++) key = `${plain}-${n}`;
      taken.add(key);
      return [index, key];
    }),
  );
}

function entry(type: string, key: string, fields: [string, string][]): string {
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},`);
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
}

/** Names as BibTeX tells them apart: `Antal, T. and {AFP}`; a body in braces stands as it is written. */
function latexNames(authors: readonly Author[]): string {
  return authors
    .map((author) => {
      if (author.kind === 'body') return `{${latexText(author.name)}}`;
      const [family, suffix, given] = [author.family, author.suffix, author.given].map(latexText);
      return [family, suffix, given].filter((part) => part !== '').join(', ');
    })
    .join(' and ');
}

/** A date as biblatex reads it: the day without its time; empty where it is not known. */
function latexDate(span: DateSpan | null): string {
  return span === null || span.precision === 'unknown' ? '' : span.text.replace(/T[\d:.+Z-]*/g, '');
}

function sourceEntry(source: Source, key: string, original: string): string {
  // Without a title it is cited by its outlet, once: that stands where the title would.
  const titled = source.title !== '' && source.title !== source.outlet;
  const press = PRESS.has(source.kind) && !source.mirror && titled;
  const doi = doiOf(source.url);
  return entry(press ? 'article' : 'online', key, [
    ['author', latexNames(authorsOf(source.author === source.outlet ? '' : source.author, source.outlet))],
    // In double braces: capitals stand as written.
    ['title', `{${latexText(titled ? source.title : source.outlet)}}`],
    [press ? 'journaltitle' : 'organization', titled ? latexText(source.outlet) : ''],
    ['date', latexDate(source.published)],
    ['langid', babelName(source.language)],
    ['doi', source.mirror ? '' : latexUrl(doi)],
    ['url', source.mirror || doi !== '' ? '' : latexUrl(source.url)],
    ['note', source.mirror ? `Read at a mirror, not at the outlet's own address: ${latexText(source.url)}` : ''],
    ['annote', latexText(original)],
    ['keywords', source.mirror ? `${source.kind}, mirror` : source.kind],
  ]);
}

/**
 * Sources as BibTeX for biblatex, the dataset itself first. A source that was read at a mirror has no `url` field: its address stands
 * in the note, so that no bibliography links there as if it were the outlet. Words as spoken, where the rows hold them, stand in `annote`.
 *
 * @param sources indices into `record.sources`
 * @param evidence indices into `record.evidence`: the rows that they are cited for
 */
export function writeBibtex(
  record: StanceRecord,
  sources: readonly number[],
  evidence: readonly number[],
  address: string,
): string {
  const originals = originalsOf(record, evidence);
  const keys = keysOf(record, sources);
  const coding = codingWords(record);
  const dataset = entry('dataset', `stanceline-${record.meta.name}`.replace(/[^A-Za-z0-9.-]+/g, '-'), [
    ['author', (record.meta.authors ?? []).map((name) => `{${latexText(name)}}`).join(' and ')],
    ['title', `{${latexText(record.meta.title)}}`],
    ['url', latexUrl(address)],
    ['note', latexText([record.meta.licence && `Licence: ${record.meta.licence}.`, coding].filter(Boolean).join(' '))],
  ]);
  return [
    dataset,
    ...sources.flatMap((index) => {
      const source = record.sources[index];
      return source === undefined ? [] : [sourceEntry(source, keys.get(index) ?? source.id, originals.get(index) ?? '')];
    }),
  ].join('\n');
}
