import { figureOf, isFigure, type Figure } from '../analysis/figures/figure';
import {
  listOf,
  type Actor,
  type Claim,
  type Hypothesis,
  type Place,
  type Source,
  type StanceRecord,
  type Tie,
} from '../record/record';
import { nearest } from '../record/nearest';
import { triadIn } from './triad';

/** What a link in a text leads to, and the row itself. Rows of the record, pages that were read and other pages of the web are live; all else is said as text. */
export type Reference =
  | { type: 'evidence'; id: string; e: number }
  | { type: 'tie'; id: string; tie: Tie }
  | { type: 'claim'; id: string; claim: Claim }
  | { type: 'hypothesis'; id: string; hypothesis: Hypothesis }
  | { type: 'actor'; id: string; actor: Actor }
  | { type: 'place'; id: string; place: Place }
  | { type: 'source'; id: string; source: Source }
  /** Three actors and what is between them on the clock's day. */
  | { type: 'triad'; ids: readonly [string, string, string]; members: readonly [number, number, number] }
  /** A number that is bound to the rows. */
  | { type: 'figure'; href: string; figure: Figure }
  /** An address that is no page of the record, or a page read at a mirror: see {@link webAddress}. */
  | { type: 'address'; url: string }
  | { type: 'missing'; id: string; meant: string | null };

interface Ids {
  ties: Map<string, Tie>;
  claims: Map<string, Claim>;
  hypotheses: Map<string, Hypothesis>;
  urls: Map<string, Source>;
}

const remembered = new WeakMap<StanceRecord, Ids>();

function idsOf(record: StanceRecord): Ids {
  const known = remembered.get(record);
  if (known) return known;
  const index = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
  const ids = {
    ties: index(record.ties),
    claims: index(record.claims),
    hypotheses: index(record.hypotheses),
    urls: new Map(
      record.sources.flatMap((source) => (source.mirror || source.url === '' ? [] : [[source.url, source] as const])),
    ),
  };
  remembered.set(record, ids);
  return ids;
}

/** Reads the address of a link: `#id` or `id` of a row, or the address of a source. */
export function referenceOf(record: StanceRecord, href: string): Reference {
  const ids = idsOf(record);
  const triad = triadIn(href);
  if (triad !== null) {
    const stranger = triad.find((id) => !record.actorIndex.has(id));
    if (stranger !== undefined) return { type: 'missing', id: stranger, meant: nearest(stranger, record.actorIndex.keys()) };
    const [a = -1, b = -1, c = -1] = triad.map((id) => record.actorIndex.get(id));
    return { type: 'triad', ids: triad, members: [a, b, c] };
  }
  if (isFigure(href)) return { type: 'figure', href, figure: figureOf(record, href) };
  if (/^[a-z][a-z+.-]*:/i.test(href) || href.startsWith('//')) {
    const source = ids.urls.get(href);
    return source === undefined ? { type: 'address', url: href } : { type: 'source', id: source.id, source };
  }
  const id = decoded(href.replace(/^#/, ''));
  const e = record.evidenceIndex.get(id);
  if (e !== undefined) return { type: 'evidence', id, e };
  const tie = ids.ties.get(id);
  if (tie !== undefined) return { type: 'tie', id, tie };
  const claim = ids.claims.get(id);
  if (claim !== undefined) return { type: 'claim', id, claim };
  const hypothesis = ids.hypotheses.get(id);
  if (hypothesis !== undefined) return { type: 'hypothesis', id, hypothesis };
  const source = record.sources[record.sourceIndex.get(id) ?? -1];
  if (source !== undefined) {
    const { mirror, url } = source;
    return mirror || url === '' ? { type: 'address', url: url || id } : { type: 'source', id, source };
  }
  const actor = record.actors[record.actorIndex.get(id) ?? -1];
  if (actor !== undefined) return { type: 'actor', id, actor };
  const place = record.places[record.placeIndex.get(id) ?? -1];
  if (place !== undefined) return { type: 'place', id, place };
  return { type: 'missing', id, meant: nearest(id, record.evidenceIndex.keys()) };
}

/** The permanent address of what a reference leads to, for a link that is opened elsewhere; empty for one that leads nowhere. */
export function addressOf(reference: Reference, data: string): string {
  const at = (page: string, query: string) => `#/${page}?${data === '' ? '' : `data=${data}&`}${query}`;
  switch (reference.type) {
    case 'evidence':
      return at('evidence', `item=${encodeURIComponent(reference.id)}`);
    case 'claim':
      return at('claims', `x-claim=${encodeURIComponent(reference.id)}`);
    case 'hypothesis':
      return at('hypotheses', '');
    case 'tie':
      return at('evidence', `item=${encodeURIComponent(reference.id)}`);
    case 'actor':
      return at('atlas', `actor=${encodeURIComponent(reference.id)}`);
    case 'place':
      return at('atlas', `place=${encodeURIComponent(reference.id)}`);
    case 'triad':
      return at('atlas', `x-triad=${reference.ids.join('~')}`);
    case 'figure': {
      const [page = '', query = ''] = 'address' in reference.figure ? reference.figure.address.split('?') : [];
      return page === '' ? '' : at(page, query);
    }
    case 'source':
      return reference.source.url;
    default:
      return '';
  }
}

/** An address as a live link has it: a page of the web that is no source read at a mirror; empty for any other, which is shown as text. */
export function webAddress(record: StanceRecord, url: string): string {
  const mirrored = record.sources.some((source) => source.mirror && source.url === url);
  return /^https?:\/\//i.test(url) && !mirrored ? url : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Rows of statements and events behind a set of addresses, oldest first; a claim brings the rows that bear on it. */
export function evidenceBehind(record: StanceRecord, hrefs: readonly string[]): number[] {
  const rows = new Set<number>();
  for (const href of hrefs) {
    const reference = referenceOf(record, href);
    if (reference.type === 'evidence') rows.add(reference.e);
  }
  return [...rows].sort((a, b) => a - b);
}

/** Sources that stand behind addresses, in the order in which they are first used. */
export function sourcesBehind(record: StanceRecord, hrefs: readonly string[]): Source[] {
  const found = new Set<Source>();
  const add = (source: number) => {
    const page = record.sources[source];
    if (page !== undefined) found.add(page);
  };
  for (const href of hrefs) {
    const reference = referenceOf(record, href);
    if (reference.type === 'evidence') listOf(record.evidence.sources, reference.e).forEach(add);
    else if (reference.type === 'source') found.add(reference.source);
    else if (reference.type === 'tie') reference.tie.sources.forEach(add);
    else if (reference.type === 'claim') add(reference.claim.source);
  }
  return [...found];
}
