import type { SourceKind, StanceRecord } from '../record/record';
import { codingWords } from '../record/coding';
import { originalsOf } from './originals';
import { calendarOf, type Day } from '../words/calendar';
import { authorsOf, type Author } from '../words/authors';
import type { DateSpan } from '../words/dates';
import { doiOf } from '../words/sources';

type CslDate = { 'date-parts': number[][]; circa?: boolean } | { literal: string };

/** The parts of CSL-JSON that are written. */
interface CslItem {
  id: string;
  type: 'article-newspaper' | 'article-journal' | 'webpage' | 'dataset';
  title: string;
  author?: ({ literal: string } | { family: string; given: string; suffix?: string })[];
  issued?: CslDate;
  'container-title'?: string;
  publisher?: string;
  language?: string;
  URL?: string;
  DOI?: string;
  keyword?: string;
  note?: string;
  /** Words as spoken, with their language: reference managers keep it beside the entry and print it in annotated bibliographies. */
  annote?: string;
}

const PRESS: ReadonlySet<SourceKind> = new Set(['news-agency', 'independent-media', 'state-media', 'opinion']);

function parts(day: Day, precision: DateSpan['precision']): number[] {
  const { year, month, day: date } = calendarOf(day);
  if (precision === 'year') return [year];
  return precision === 'month' ? [year, month] : [year, month, date];
}

/** A date in CSL's terms: parts as far as they are known, both ends of an interval, `circa` where it is vague. */
export function cslDate(span: DateSpan): CslDate {
  const vague = span.approximate || span.uncertain ? { circa: true } : {};
  if (span.precision === 'interval') {
    if (Math.abs(span.first) > 2_000_000 || Math.abs(span.last) > 2_000_000) return { literal: span.text };
    return { 'date-parts': [parts(span.first, 'day'), parts(span.last, 'day')], ...vague };
  }
  return { 'date-parts': [parts(span.first, span.precision)], ...vague };
}

const cslName = (author: Author): { literal: string } | { family: string; given: string; suffix?: string } => {
  if (author.kind === 'body') return { literal: author.name };
  const { family, given, suffix } = author;
  return suffix === '' ? { family, given } : { family, given, suffix };
};

/**
 * Sources as CSL-JSON (Zotero and others read it), the dataset itself first. A mirror's address stands in the note, not as `URL`.
 *
 * @param sources indices into `record.sources`
 * @param evidence indices into `record.evidence`: the rows that they are cited for
 */
export function writeCslJson(
  record: StanceRecord,
  sources: readonly number[],
  evidence: readonly number[],
  address: string,
): string {
  const originals = originalsOf(record, evidence);
  const coding = codingWords(record);
  const items: CslItem[] = [
    {
      id: `stanceline-${record.meta.name}`,
      type: 'dataset',
      title: record.meta.title,
      ...(record.meta.authors === undefined ? {} : { author: record.meta.authors.map((literal) => ({ literal })) }),
      URL: address,
      note: [record.meta.licence && `Licence: ${record.meta.licence}.`, coding].filter(Boolean).join(' '),
    },
  ];
  for (const index of sources) {
    const source = record.sources[index];
    if (source === undefined) continue;
    const press = PRESS.has(source.kind);
    const original = originals.get(index);
    // Without a title it is cited by its outlet, once: that stands where the title would.
    const titled = source.title !== '' && source.title !== source.outlet;
    const authors = authorsOf(source.author === source.outlet ? '' : source.author, source.outlet);
    const doi = source.mirror ? '' : doiOf(source.url);
    items.push({
      id: source.id,
      type: source.kind === 'journal' ? 'article-journal' : press ? 'article-newspaper' : 'webpage',
      title: titled ? source.title : source.outlet,
      ...(authors.length === 0 ? {} : { author: authors.map(cslName) }),
      ...(source.published === null || source.published.precision === 'unknown' ? {} : { issued: cslDate(source.published) }),
      ...(titled ? { 'container-title': source.outlet } : {}),
      ...(source.language === '' ? {} : { language: source.language }),
      ...(doi === '' ? {} : { DOI: doi }),
      ...(source.mirror || source.url === '' || doi !== '' ? {} : { URL: source.url }),
      keyword: source.mirror ? `${source.kind}, mirror` : source.kind,
      ...(source.mirror ? { note: `Read at a mirror, not at the outlet’s own address: ${source.url}` } : {}),
      ...(original === undefined ? {} : { annote: original }),
    });
  }
  return `${JSON.stringify(items, null, 2)}\n`;
}
