import { openEvidence } from '../record/open';
import type { Claim, StanceRecord, Verdict } from '../record/record';
import { codingWords } from '../record/coding';

/** Ratings as ClaimReview has them: a number between a worst and a best, and the word. */
const RATING: Record<Verdict, number | null> = { contradicted: 1, qualified: 2, supported: 3, unverified: null };

type Item = Record<string, unknown>;

function quotation(record: StanceRecord, e: number, linkOf: (evidence: string) => string): Item | null {
  const open = openEvidence(record, e);
  if (open.quote === '') return null;
  const speaker = record.actors[open.speaker];
  const sources = open.sources.flatMap((index) => record.sources[index] ?? []).filter(({ mirror, url }) => !mirror && url !== '');
  return {
    '@type': 'Quotation',
    '@id': linkOf(open.id),
    name: open.title,
    text: open.quote,
    ...(open.original === null ? {} : { translationOfWork: { '@type': 'Quotation', text: open.original.text, ...(open.original.language === '' ? {} : { inLanguage: open.original.language }) } }), // prettier-ignore
    ...(speaker === undefined ? {} : { spokenByCharacter: { '@type': speaker.kind === 'person' ? 'Person' : 'Organization', name: speaker.name } }), // prettier-ignore
    ...(/^\d{4}(-\d\d){0,2}/.test(open.dateText) ? { dateCreated: /^\d{4}(-\d\d){0,2}/.exec(open.dateText)?.[0] } : {}),
    ...(sources.length === 0 ? {} : { isBasedOn: sources.map(({ url }) => url) }),
  };
}

function review(record: StanceRecord, claim: Claim, address: string): Item {
  const source = record.sources[claim.source];
  const rating = RATING[claim.verdict];
  return {
    '@type': 'ClaimReview',
    claimReviewed: claim.claim,
    ...(rating === null ? {} : { reviewRating: { '@type': 'Rating', ratingValue: rating, worstRating: 1, bestRating: 3, alternateName: claim.verdict } }), // prettier-ignore
    reviewBody: claim.note,
    author: { '@type': 'Organization', name: 'The Stanceline maintainers' },
    url: address,
    ...(source === undefined ? {} : { itemReviewed: { '@type': 'Claim', appearance: { '@type': 'CreativeWork', ...(source.mirror || source.url === '' ? {} : { url: source.url }), name: source.title, publisher: source.outlet }, ...(source.author === '' ? {} : { author: { '@type': 'Person', name: source.author } }) } }), // prettier-ignore
  };
}

/**
 * JSON-LD of schema.org: the record as a `Dataset`, its quotes as `Quotation`, its claims as `ClaimReview`.
 *
 * @param evidence indices into `record.evidence`
 * @param claims whether the claims go along: they weigh the whole record
 */
export function writeJsonLd(
  record: StanceRecord,
  evidence: readonly number[],
  claims: boolean,
  address: string,
  linkOf: (evidence: string) => string,
): string {
  // prettier-ignore
  const span = record.evidence.dated > 0 ? [openEvidence(record, 0).dateText, openEvidence(record, record.evidence.dated - 1).dateText] : []; // prettier-ignore
  const quotes: Item[] = evidence.map((e) => quotation(record, e, linkOf)).filter((item) => item !== null);
  const reviews: Item[] = claims ? record.claims.map((claim) => review(record, claim, address)) : [];
  const graph: Item[] = [
    {
      '@type': 'Dataset',
      '@id': address,
      name: record.meta.title,
      description: [record.meta.description || record.meta.title, codingWords(record)].filter(Boolean).join(' '),
      ...(record.meta.licence === '' ? {} : { license: record.meta.licence }),
      ...(span.length === 0 ? {} : { temporalCoverage: span.join('/') }),
      creator: { '@type': 'Organization', name: 'The Stanceline maintainers' },
      url: address,
    },
    ...quotes,
    ...reviews,
  ];
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, null, 1)}\n`;
}
