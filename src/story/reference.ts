import { listOf, type StanceRecord } from '../record/record';
import { nearest } from '../record/nearest';

/** What a link in a text leads to. Only rows of the record and pages that were read are live; all else is said as text. */
export type Reference =
  | { type: 'evidence'; id: string; e: number }
  | { type: 'tie'; id: string; tie: number }
  | { type: 'claim'; id: string; claim: number }
  | { type: 'hypothesis'; id: string; hypothesis: number }
  | { type: 'actor'; id: string; actor: number }
  | { type: 'place'; id: string; place: number }
  | { type: 'source'; id: string; source: number }
  /** An address on the web that is no page of the record, or a page read at a mirror: shown, not live. */
  | { type: 'address'; url: string }
  | { type: 'missing'; id: string; meant: string | null };

interface Ids {
  ties: Map<string, number>;
  claims: Map<string, number>;
  hypotheses: Map<string, number>;
  urls: Map<string, number>;
}

const remembered = new WeakMap<StanceRecord, Ids>();

function idsOf(record: StanceRecord): Ids {
  const known = remembered.get(record);
  if (known) return known;
  const index = (rows: readonly { id: string }[]) => new Map(rows.map(({ id }, i) => [id, i]));
  const ids = {
    ties: index(record.ties),
    claims: index(record.claims),
    hypotheses: index(record.hypotheses),
    urls: new Map(record.sources.flatMap(({ url, mirror }, i) => (mirror || url === '' ? [] : [[url, i] as const]))),
  };
  remembered.set(record, ids);
  return ids;
}

/** Reads the address of a link: `#id` or `id` of a row, or the address of a source. */
export function referenceOf(record: StanceRecord, href: string): Reference {
  const ids = idsOf(record);
  if (/^[a-z][a-z+.-]*:/i.test(href) || href.startsWith('//')) {
    const source = ids.urls.get(href);
    return source === undefined ? { type: 'address', url: href } : { type: 'source', id: record.sources[source]!.id, source };
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
  const source = record.sourceIndex.get(id);
  if (source !== undefined) {
    const { mirror, url } = record.sources[source]!;
    return mirror || url === '' ? { type: 'address', url: url || id } : { type: 'source', id, source };
  }
  const actor = record.actorIndex.get(id);
  if (actor !== undefined) return { type: 'actor', id, actor };
  const place = record.placeIndex.get(id);
  if (place !== undefined) return { type: 'place', id, place };
  return { type: 'missing', id, meant: nearest(id, record.evidenceIndex.keys()) };
}

/** The permanent address of what a reference leads to, for a link that is opened elsewhere; empty for one that leads nowhere. */
export function addressOf(reference: Reference, data: string, record: StanceRecord): string {
  const at = (page: string, query: string) => `#/${page}?${data === '' ? '' : `data=${data}&`}${query}`;
  switch (reference.type) {
    case 'evidence':
      return at('evidence', `item=${encodeURIComponent(reference.id)}`);
    case 'claim':
      return at('claims', `x-claim=${encodeURIComponent(reference.id)}`);
    case 'hypothesis':
      return at('hypotheses', '');
    case 'tie':
      return at('atlas', `actor=${record.ties[reference.tie]!.members.map((member) => record.actors[member]!.id).join('~')}`);
    case 'actor':
      return at('atlas', `actor=${encodeURIComponent(reference.id)}`);
    case 'place':
      return at('atlas', `place=${encodeURIComponent(reference.id)}`);
    case 'source':
      return record.sources[reference.source]!.url;
    default:
      return '';
  }
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
export function sourcesBehind(record: StanceRecord, hrefs: readonly string[]): number[] {
  const found = new Set<number>();
  for (const href of hrefs) {
    const reference = referenceOf(record, href);
    if (reference.type === 'evidence') for (const source of listOf(record.evidence.sources, reference.e)) found.add(source);
    else if (reference.type === 'source') found.add(reference.source);
    else if (reference.type === 'tie') for (const source of record.ties[reference.tie]!.sources) found.add(source);
    else if (reference.type === 'claim') found.add(record.claims[reference.claim]!.source);
  }
  return [...found];
}
