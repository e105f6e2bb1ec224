import { listOf, type Source, type SourceKind, type StanceRecord } from '../record/record';

/** What the record already knows of the page that is read: the page itself, its outlet, and what earlier rows say of that outlet. */

const TRACKING = /^(utm_.*|fbclid|gclid|yclid|mc_.*|ref|share|from)$/i;

/**
 * An address as it is compared: without the way in (https, `www.`, `m.`, `amp`), what a page adds to know where its readers come from, the
 * slash at its end and what follows `#`. Empty for what is no address of the web.
 */
export function addressKey(address: string): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return '';
  const url = new URL(address);
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).map(([name, value]) => `${name}=${value}`);
  const path = url.pathname.replace(/\/amp\/?$/i, '').replace(/\/+$/, '');
  return `${hostOf(address)}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** The host of an address without `www.` and the like; empty for none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase().replace(/^(www|m|amp)\./, '') : '';
}

/** The source (index) that was read at an address; -1 for none. */
export function sourceAt(record: StanceRecord, address: string): number {
  const wanted = addressKey(address);
  return wanted === '' ? -1 : record.sources.findIndex(({ url }) => addressKey(url) === wanted);
}

/** The statements and events (indices) that rest on a source, in the record's order. */
export function rowsOfSource({ evidence }: StanceRecord, source: number): number[] {
  if (source < 0) return [];
  return Array.from({ length: evidence.n }, (_, e) => e).filter((e) => listOf(evidence.sources, e).includes(source));
}

/** What earlier rows of an outlet say of it. */
export interface OutletFacts {
  outlet: string;
  kind: SourceKind;
  language: string;
  country: string;
  side: string;
  owner: string;
  /** How many sources of the record are of it. */
  sources: number;
}

/** What most rows say in a column; of equals, what the later row says. Empty for no row. */
function most(sources: readonly Source[], read: (source: Source) => string): string {
  const counts = new Map<string, number>();
  for (const source of sources) counts.set(read(source), (counts.get(read(source)) ?? 0) + 1);
  let best = '';
  for (const [value, n] of counts) if (n >= (counts.get(best) ?? 0)) best = value;
  return best;
}

/** What most of the record's sources of an outlet say of it; null for an outlet that it does not know. */
export function outletFacts(record: StanceRecord, outlet: string): OutletFacts | null {
  const wanted = outlet.trim().toLowerCase();
  const own = record.sources.filter((source) => wanted !== '' && source.outlet.toLowerCase() === wanted);
  const [first] = own;
  if (first === undefined) return null;
  return {
    outlet: most(own, (source) => source.outlet),
    kind: (most(own, (source) => source.kind) || first.kind) as SourceKind,
    language: most(own, ({ language }) => language),
    country: most(own, ({ country }) => country),
    side: most(own, ({ side }) => side),
    owner: most(own, ({ owner }) => owner),
    sources: own.length,
  };
}

/** The outlet that most of the record's sources at an address's host are of; empty for a host that it does not know. */
export function outletAt(record: StanceRecord, address: string): string {
  const host = hostOf(address);
  // What was read at a mirror says nothing of whose host it is.
  const own = record.sources.filter(({ url, mirror }) => host !== '' && !mirror && hostOf(url) === host);
  return most(own, ({ outlet }) => outlet);
}

/** The date in an address, as a table writes it: `/2026/01/26/`, `2026-01-26`, `20260126`, `/2026/01/`; empty for none. */
export function dateInAddress(address: string): string {
  const day = /(?<!\d)((?:19|20)\d\d)([/_.-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(address);
  if (day !== null) return `${day[1]}-${day[3]}-${day[4]}`;
  const month = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])\//.exec(address);
  return month === null ? '' : `${month[1]}-${month[2]}`;
}

/** Letters that only one of these languages writes. */
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['be', /[ў]/giu],
  ['uk', /[їєґ]/giu],
  ['ru', /[ыэъё]/giu],
  ['pl', /[łąęśźżćń]/giu],
  ['lt', /[ėįųūčšž]/giu],
  ['lv', /[āēģķļņī]/giu],
  ['de', /[äöüß]/giu],
];

/** Commonest words of languages that have no letters of their own. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['en', /\b(the|and|that|with|said|was|for)\b/giu],
  ['de', /\b(der|die|und|nicht|das|mit)\b/giu],
  ['fr', /\b(les|des|une|dans|est|que)\b/giu],
  ['es', /\b(los|las|una|que|del|por)\b/giu],
];

/** The language (ISO 639-1) that a text is written in, by its letters and commonest words; empty where they do not say. */
export function languageOf(text: string): string {
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  if (letters < 20) return '';
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
  const cyrillic = count(/\p{Script=Cyrillic}/gu) > letters / 2;
  const best = (table: typeof LETTERS, least: number) =>
    table
      .map(([code, pattern]) => [code, count(pattern)] as const)
      .reduce((a, b) => (b[1] > a[1] ? b : a), ['', least] as const)[0];
  if (cyrillic) {
    const belarusian = count(/ў/giu);
    // ы and э are Belarusian letters too: ў decides.
    return belarusian > 0
      ? 'be'
      : best(
          LETTERS.filter(([code]) => code === 'uk' || code === 'ru'),
          0,
        ) || 'ru';
  }
  return (
    best(WORDS.slice(0, 1), letters / 60) ||
    best(
      LETTERS.filter(([code]) => !/^(be|uk|ru)$/.test(code)),
      letters / 200,
    ) ||
    best(WORDS, 0)
  );
}
