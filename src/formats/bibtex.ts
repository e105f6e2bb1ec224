import type { Source, SourceKind, StanceRecord } from '../record/record';
import { codingWords } from '../record/coding';
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
  return text.replace(/[\\{}&%$#_~^]/g, (letter) => ESCAPES[letter]!).replace(/\s+/g, ' ');
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
        record.sources[index]!.id.normalize('NFD')
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

function sourceEntry(source: Source, key: string, original: string): string {
  const press = PRESS.has(source.kind) && !source.mirror;
  return entry(press ? 'article' : 'online', key, [
    // In double braces: names of people and of desks alike stand as written.
    ['author', source.author === '' ? '' : `{${latexText(source.author)}}`],
    ['title', `{${latexText(source.title || source.outlet)}}`],
    [press ? 'journaltitle' : 'organization', latexText(source.outlet)],
    ['date', source.published?.text ?? ''],
    ['langid', source.language],
    ['url', source.mirror ? '' : latexUrl(source.url)],
    ['note', source.mirror ? `Read at a mirror, not at the outlet's own address: \\nolinkurl{${latexUrl(source.url)}}` : ''],
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
    ...sources.map((index) => sourceEntry(record.sources[index]!, keys.get(index)!, originals.get(index) ?? '')),
  ].join('\n');
}
