import { count } from './counts';
import { formatDate, type DateStyle, type WrittenDate } from './dates';
import { list, slugWords } from './names';

/** How a source is cited: one order and one wording on the page, under pictures and in what leaves it. */

/** What is needed of a source to cite it; a record's `Source` is one. */
export interface CitedSource {
  outlet: string;
  /** Empty where the page has none. */
  title: string;
  author: string;
  /** As the table has it: `state-media`. */
  kind: string;
  published: WrittenDate | null;
  url: string;
  /** What was read is a copy at another address. */
  mirror: boolean;
}

/** A kind of source as words: `state media`. */
export function kindWords(kind: string): string {
  return slugWords(kind);
}

/** When it came out: `5 November 2025`, `no date on the page`. */
export function publishedWords({ published }: Pick<CitedSource, 'published'>, style: DateStyle = 'long'): string {
  return published === null ? 'no date on the page' : formatDate(published, style);
}

/** The name of a source in a sentence: `BelTA, “Border reopens”`; one without a title by its outlet and date: `24 Kanal, 5 November 2025`. */
export function sourceName(source: Pick<CitedSource, 'outlet' | 'title' | 'published'>, style: DateStyle = 'long'): string {
  const what = source.title === '' || source.title === source.outlet ? '' : `“${source.title}”`;
  return [source.outlet, what || publishedWords(source, style)].filter(Boolean).join(', ');
}

/**
 * A source cited whole: `N. Petrov, BelTA, “Border reopens”, 5 November 2025, state media`. Without a title it is cited by outlet and
 * date; a date that is not on the page is said.
 */
export function sourceWords(source: CitedSource): string {
  const title = source.title === '' || source.title === source.outlet ? '' : `“${source.title}”`;
  return [
    source.author === source.outlet ? '' : source.author,
    source.outlet,
    title,
    publishedWords(source),
    kindWords(source.kind),
  ]
    .filter(Boolean)
    .join(', ');
}

/** {@link sourceWords} without the title, to stand under it: `N. Petrov, BelTA, 5 November 2025, state media`. */
export function byline(source: CitedSource): string {
  return [source.author === source.outlet ? '' : source.author, source.outlet, publishedWords(source), kindWords(source.kind)]
    .filter(Boolean)
    .join(', ');
}

/** The DOI that an address leads to: `10.1016/j.physd.2006.09.028`; empty for any other address. */
export function doiOf(url: string): string {
  const [, doi = ''] = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/\S+)$/i.exec(url) ?? [];
  try {
    return decodeURIComponent(doi);
  } catch {
    return doi;
  }
}

/** Where it was read, a mirror said to be one: `https://…`, `read at a mirror: https://…`; empty without an address. */
export function addressWords({ url, mirror }: Pick<CitedSource, 'url' | 'mirror'>): string {
  return url === '' ? '' : mirror ? `read at a mirror: ${url}` : url;
}

/** {@link sourceWords} and {@link addressWords}: for a footnote. */
export function citation(source: CitedSource): string {
  return [sourceWords(source), addressWords(source)].filter(Boolean).join(', ');
}

/** A row's sources in a line: `BelTA, state media`, `BelTA, state media and 2 more`; empty without one. */
export function sourcesLine(sources: readonly Pick<CitedSource, 'outlet' | 'kind'>[]): string {
  const [first] = sources;
  if (first === undefined) return '';
  const more = sources.length > 1 ? ` and ${sources.length - 1} more` : '';
  return `${first.outlet}, ${kindWords(first.kind)}${more}`;
}

/**
 * How a record is named under a picture or in a file: `Stanceline, “Title”, CC-BY-4.0`. Where its reader has changed rows, it says so: its
 * authors do not answer for those.
 */
export function recordLine({
  title,
  licence,
  authors = [],
  edits = 0,
}: {
  title: string;
  licence: string;
  authors?: readonly string[];
  /** Rows that differ from what is published. */
  edits?: number;
}): string {
  const by = authors.map((name) => (name === MAINTAINERS ? 'Stanceline' : name));
  const changed = edits > 0 ? `${count(edits, 'row')} changed by a reader` : '';
  return [list(by), `“${title}”`, licence, changed].filter((part) => part !== '').join(', ');
}

/** Who keeps the records that come with the page. */
const MAINTAINERS = 'The Stanceline maintainers';
