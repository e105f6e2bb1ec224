import type { StanceRecord } from '../record/record';
import { list } from '../words/names';

/**
 * What a record says and a format has no place for, format by format. `losses.test.ts` writes a record in which each of these stands once and
 * looks for it in every file, so that this list is neither longer nor shorter than what is lost.
 */

/** Parts of a record, each by the words that name it where it is lost. */
export const PARTS = {
  aliases: 'other names of actors',
  descriptions: 'descriptions of actors',
  rationales: 'why a score was given',
  coders: 'scores of each coder',
  reasons: 'reasons of coders',
  quotes: 'quotes',
  originals: 'original wording',
  summaries: 'summaries',
  notes: 'notes',
  sources: 'addresses of sources',
  titles: 'titles of sources',
  mirrors: 'addresses of mirrors',
  places: 'places',
  topics: 'topics',
  stances: 'stances',
  statements: 'statements without a stance',
  events: 'events without a stance',
  undated: 'rows without a date',
  ties: 'ties',
  hypotheses: 'hypotheses',
  ratings: 'ratings of evidence',
  claims: 'claims',
  stories: 'stories',
  ownColumns: 'columns of the record’s own',
  codebook: 'the codebook',
} as const;
export type PartName = keyof typeof PARTS;

const ALL_PARTS = Object.keys(PARTS) as readonly PartName[];
const BUT_CODEBOOK = ALL_PARTS.filter((part) => part !== 'codebook');
const FLAT: readonly PartName[] = ['stances', 'rationales', 'coders', 'quotes', 'originals', 'summaries', 'notes', 'sources', 'titles', 'mirrors', 'topics']; // prettier-ignore
const SOURCES: readonly PartName[] = ['sources', 'titles', 'mirrors', 'originals'];

/** The parts that each format holds. */
export const KEEPS = {
  tables: ALL_PARTS,
  workbook: BUT_CODEBOOK,
  json: BUT_CODEBOOK,
  stances: FLAT,
  stancesXlsx: FLAT,
  parquet: FLAT,
  gexf: ['stances', 'ties', 'descriptions'],
  graphml: ['stances', 'ties'],
  gephi: ['stances', 'ties'],
  edges: ['stances'],
  matrix: ['stances'],
  timelineJs: ['quotes', 'summaries', 'sources', 'titles', 'statements', 'events'],
  jsonLd: ['quotes', 'originals', 'sources', 'titles', 'claims'],
  geoJson: ['stances', 'quotes', 'summaries', 'places', 'topics'],
  bibtex: SOURCES,
  csl: SOURCES,
  icalendar: ['events', 'sources', 'mirrors', 'places', 'topics'],
} as const satisfies Record<string, readonly PartName[]>;
export type FormatName = keyof typeof KEEPS;

/** The parts that a format has no place for. */
export function lossesOf(format: FormatName): PartName[] {
  const kept: readonly PartName[] = KEEPS[format];
  return ALL_PARTS.filter((part) => !kept.includes(part));
}

/** What a format adds to its list that is no part of its own: how what it keeps is changed. */
const CHANGED: Partial<Record<FormatName, string>> = {
  gexf: 'a vague date counts by its middle day',
  graphml: 'the course of time',
  gephi: 'a vague date counts by its middle day',
  edges: 'every row behind a number; pairs that are not covered on that day',
  matrix: 'every row behind a number',
  timelineJs: 'all but the first source of a row; what is vague is told in words alone',
  geoJson: 'rows without a place',
};

type Owning = Pick<StanceRecord, 'ties' | 'hypotheses' | 'assessments' | 'claims' | 'stories' | 'coders'>;

/** Whether a record has a part at all: what is not there cannot be lost. */
const HAS: Partial<Record<PartName, (record: Owning) => boolean>> = {
  ties: ({ ties }) => ties.length > 0,
  hypotheses: ({ hypotheses }) => hypotheses.length > 0,
  ratings: ({ assessments }) => assessments.length > 0,
  claims: ({ claims }) => claims.length > 0,
  stories: ({ stories }) => stories.length > 0,
  coders: ({ coders }) => coders.length > 0,
  reasons: ({ coders }) => coders.length > 0,
};

/**
 * What is not in a file, in a phrase; empty where nothing is lost. Where that is most of a record, what is in it is said instead.
 *
 * @param record where it is given, parts that it does not have are not named
 */
export function lostWords(format: FormatName, record?: Owning): string {
  const owned = (part: PartName) => record === undefined || (HAS[part]?.(record) ?? true);
  const lost = lossesOf(format).filter(owned);
  const kept = ALL_PARTS.filter((part) => owned(part) && !lost.includes(part));
  const words = (parts: readonly PartName[]) => list(parts.map((part) => PARTS[part]));
  const named = lost.length === 0 ? '' : lost.length > 2 * kept.length ? `everything but ${words(kept)}` : words(lost);
  return [named, CHANGED[format] ?? ''].filter(Boolean).join('; ');
}
