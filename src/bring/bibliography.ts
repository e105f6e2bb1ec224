import { parse, type BibtexValue } from 'bibtex-parse';
import type { SourceKind } from '../record/record';
import { isWebAddress } from '../record/values';
import { monthNamed } from '../words/dates';
import { codeOfBabel } from '../words/languages';
import type { Account } from './account';
import { foreignDate, isoDate } from './foreignDate';
import { hostOf, type RecordMaker } from './recordMaker';

/** Lists of sources: BibTeX (read by bibtex-parse) and CSL-JSON. An entry is a source, and that it came out is an event. */

interface Work {
  row: number;
  key: string;
  type: string;
  title: string;
  author: string;
  outlet: string;
  date: string;
  url: string;
  language: string;
  note: string;
  summary: string;
  /** Whether the entry had a date that could not be read. */
  badDate: string;
}

export function isBibtex(text: string): boolean {
  return /^\s*(%[^\n]*\n\s*)*@\s*[a-z]+\s*[{(]\s*[^\s,{}]*\s*,/i.test(text) || /(^|\n)@(article|book|online|misc|incollection|inproceedings|techreport|phdthesis|report)\s*\{/i.test(text); // prettier-ignore
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

/** Whether a JSON value is a list of CSL items. */
export function isCsl(value: unknown): boolean {
  const list = Array.isArray(value) ? value : isObject(value) && Array.isArray(value.items) ? value.items : [];
  return (
    list.length > 0 &&
    list.slice(0, 20).every((item) => isObject(item) && typeof item.type === 'string' && ('issued' in item || 'container-title' in item || 'author' in item || 'URL' in item) && 'title' in item) // prettier-ignore
  );
}

/** Text of LaTeX without its commands: accents and dashes as letters, braces away. */
function latex(raw: string): string {
  const ACCENTS: Record<string, string> = { "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307', u: '\u0306', v: '\u030c', H: '\u030b', c: '\u0327', k: '\u0328', r: '\u030a' }; // prettier-ignore
  const LETTERS: Record<string, string> = { ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', aa: 'å', AA: 'Å', i: 'i' }; // prettier-ignore
  return raw
    .replace(
      /\\(['`^"~=.]|[uvHckr](?=[\s{]))\s*\{?\\?([A-Za-z])\}?/g,
      (_, accent: string, letter: string) => letter + (ACCENTS[accent] ?? ''),
    ) // prettier-ignore
    .replace(/\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?![A-Za-z])\s*/g, (_, name: string) => LETTERS[name] ?? '')
    .replace(/\\(?:textit|textbf|emph|textsc|url|href)\s*/g, '')
    .replace(
      /\\text(backslash|asciitilde|asciicircum)\{?\}?/g,
      (_, name: string) => ({ backslash: '\\', asciitilde: '~', asciicircum: '^' })[name] ?? '',
    ) // prettier-ignore
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/[{}]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Names of a field, as a table lists them: `Antal, T. and {Bed and Board}` is `T. Antal; Bed and Board`. What stands in braces is one name. */
function namesIn(field: string): string {
  const names = [''];
  let depth = 0;
  for (const piece of field.split(/(\s+and\s+|[{}])/)) {
    if (piece === '{') depth++;
    if (piece === '}') depth--;
    if (depth === 0 && /^\s+and\s+$/.test(piece)) names.push('');
    else names.push(`${names.pop() ?? ''}${piece}`);
  }
  return names
    .map((name) => {
      if (name.trim().startsWith('{')) return latex(name);
      const [family = '', ...rest] = name.split(',').map(latex);
      return [rest.at(-1) ?? '', family, ...rest.slice(0, -1)].filter((part) => part !== '').join(' ');
    })
    .filter((name) => name !== '')
    .join('; ');
}

/** Entries with their fields in capitals, as LaTeX: strings of the file's own are put in, commands stay for {@link latex}. */
function entriesOf(source: string): Record<string, string>[] {
  const strings = new Map<string, string>();
  const valueOf = ({ datatype, value }: BibtexValue): string => {
    if (datatype === 'concatinate') return value.map(valueOf).join('');
    if (datatype === 'identifier') return strings.get(value.toLowerCase()) ?? value;
    return value === null ? '' : String(value);
  };
  const entries: Record<string, string>[] = [];
  for (const item of parse(source)) {
    if (item.itemtype === 'string') strings.set(item.name.toLowerCase(), valueOf(item));
    if (item.itemtype !== 'entry') continue;
    const entry: Record<string, string> = { key: item.key ?? '', type: item.type };
    for (const field of item.fields) entry[field.name.toUpperCase()] = valueOf(field);
    entries.push(entry);
  }
  return entries;
}

/** Reads BibTeX into the record. Throws where the text is none. */
export function bringBibtex(source: string, maker: RecordMaker, account: Account): void {
  const read = entriesOf(source).map((entry, i): Work => {
    const get = (...names: string[]): string => {
      for (const name of names) {
        const value = text(entry[name]);
        if (value !== '') return latex(value);
      }
      return '';
    };
    const raw = (name: string): string => text(entry[name]).replace(/[{}]/g, '');
    const [year, month, day] = [Number(get('YEAR')), get('MONTH'), Number(get('DAY'))];
    const number = /^\d{1,2}$/.test(month) ? Number(month) : monthNamed(month);
    const dated = raw('DATE');
    const ofParts =
      Number.isInteger(year) && year !== 0 ? isoDate(year, number || undefined, number && day ? day : undefined) : '';
    const date = dated === '' ? ofParts : foreignDate(dated);
    const given = dated || [get('YEAR'), month].filter(Boolean).join(' ');
    return {
      row: i + 1,
      key: text(entry.key),
      type: text(entry.type).toLowerCase(),
      title: get('TITLE'),
      author: namesIn(text(entry.AUTHOR) || text(entry.EDITOR)),
      outlet: get('JOURNALTITLE', 'JOURNAL', 'BOOKTITLE', 'PUBLISHER', 'ORGANIZATION', 'INSTITUTION', 'SCHOOL', 'HOWPUBLISHED'),
      date,
      url: raw('URL').replaceAll('\\', '') || doi(raw('DOI')),
      language: codeOfBabel(raw('LANGID')),
      note: get('NOTE', 'ANNOTE'),
      summary: get('ABSTRACT'),
      badDate: date === '' ? given : '',
    };
  });
  add(read, maker, account);
}

const doi = (text: string): string =>
  text === '' ? '' : `https://doi.org/${text.replace(/^https?:\/\/(dx\.)?doi\.org\//i, '')}`;

function cslDate(value: unknown): string {
  if (!isObject(value)) return '';
  const spans = Array.isArray(value['date-parts']) ? (value['date-parts'] as unknown[]) : [];
  const part = (span: unknown): string => {
    const [year, month, day] = Array.isArray(span) ? span.map(Number) : [];
    return year === undefined ? '' : isoDate(year, month, month === undefined ? undefined : day);
  };
  const [from, to] = spans.map(part);
  const circa = value.circa === true || value.circa === 1 || value.circa === 'true' ? '~' : '';
  if (from) return to ? `${from}/${to}` : `${from}${circa}`;
  return foreignDate(text(value.raw) || text(value.literal));
}

const personIn = (value: unknown): string => {
  if (!isObject(value)) return '';
  return (
    text(value.literal) || [text(value.given), text(value['non-dropping-particle']), text(value.family)].filter(Boolean).join(' ')
  );
};

/** Reads CSL-JSON into the record. */
export function bringCsl(value: unknown, maker: RecordMaker, account: Account): void {
  const list = Array.isArray(value) ? value : isObject(value) && Array.isArray(value.items) ? value.items : [];
  const read = list.filter(isObject).map((item, i): Work => {
    const date = cslDate(item.issued);
    const people = Array.isArray(item.author) ? item.author : Array.isArray(item.editor) ? item.editor : [];
    return {
      row: i + 1,
      key: text(item.id),
      type: text(item.type),
      title: text(item.title),
      author: people.map(personIn).filter(Boolean).join('; '),
      outlet: text(item['container-title']) || text(item.publisher),
      date,
      url: text(item.URL) || doi(text(item.DOI)),
      language: text(item.language),
      note: text(item.note),
      summary: text(item.abstract),
      badDate: date === '' && item.issued !== undefined ? JSON.stringify(item.issued) : '',
    };
  });
  add(read, maker, account);
}

const KINDS: readonly (readonly [RegExp, SourceKind])[] = [
  [/^article-journal$|^article$/i, 'journal'],
  [/^(tech)?report$|legislation|bill|legal_case/i, 'official'],
];

function add(works: readonly Work[], maker: RecordMaker, account: Account): void {
  account.rowsIn += works.length;
  for (const work of works) {
    if (work.title === '' && work.url === '') {
      account.note(work.row, work.key, '', 'The entry has neither a title nor an address; it is left out.');
      continue;
    }
    if (work.badDate !== '') account.note(work.row, 'date', work.badDate, 'It is no date that is understood; the entry stands without one.'); // prettier-ignore
    // A newspaper's article and a journal's have one type in BibTeX: only CSL tells them apart.
    const kind = work.type === 'article' ? undefined : KINDS.find(([pattern]) => pattern.test(work.type))?.[1];
    const source = maker.source({
      url: isWebAddress(work.url) ? work.url : '',
      title: work.title,
      outlet: work.outlet || hostOf(work.url) || work.author,
      author: work.author,
      published: work.date,
      language: /^[a-z]{2}(-|$)/i.test(work.language) ? work.language.slice(0, 2).toLowerCase() : '',
      ...(kind === undefined ? {} : { kind }),
    });
    maker.event({
      id: work.key || work.title,
      title: work.title || work.url,
      date: work.date,
      topics: ['publication'],
      summary: work.summary,
      sources: [source],
      notes: work.note,
    });
    account.rowsShown++;
  }
  account.say(
    'An entry became a source, and that it came out an event under the topic “publication”: what the pages say is not read.',
  );
  account.lose('pages, volumes, numbers, editions and series', works.length);
}
