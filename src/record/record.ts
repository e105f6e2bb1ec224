import type { Day } from '../words/calendar';
import type { DateSpan } from '../words/dates';

/**
 * The record in memory: what the CSV tables say, as columns sorted by date.
 *
 * Everything here is plain data (typed arrays, arrays of strings, small objects), so that a worker can hand it to the page by
 * structured clone and so that a window of time is two binary searches. Functions that read it live beside it or in `analysis/`.
 */

export const TABLE_NAMES = [
  'actors',
  'places',
  'sources',
  'events',
  'statements',
  'stances',
  'coders',
  'codings',
  'ties',
  'hypotheses',
  'assessments',
  'claims',
  'stories',
  'scenes',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** A table as it was read: every row, the faulty ones too, so that writing it back loses nothing. */
export interface TextTable {
  name: TableName;
  columns: string[];
  rows: string[][];
  /** 1-based line of the file on which each row starts (quoted cells may hold line breaks). */
  lines: Uint32Array;
}

/** One thing that is wrong with a table, said so that a person can mend it. */
export interface Fault {
  file: string;
  /** 1-based line in the file, 0 where the whole file is meant. */
  line: number;
  /** 1-based data row (the header is not counted), 0 where the whole file is meant. */
  row: number;
  column: string;
  value: string;
  rule: string;
  severity: 'error' | 'warning';
  /** What is wrong, in a sentence. */
  message: string;
  /** What would be right, in a sentence; empty where nothing better can be said than the message. */
  suggestion: string;
}

export const CODER_KINDS = ['person', 'model'] as const;
export type CoderKind = (typeof CODER_KINDS)[number];
/** `issue`: a proposal or question on which others take a side: a target, never a holder. `unspecified`: nobody has said what it is. */
export const ACTOR_KINDS = ['state', 'organisation', 'alliance', 'person', 'movement', 'outlet', 'issue', 'unspecified'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
export const PLACE_KINDS = ['capital', 'city', 'crossing', 'base', 'region'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];
export const SOURCE_KINDS = [
  'official',
  'state-media',
  'news-agency',
  'independent-media',
  'opinion',
  'think-tank',
  'journal',
  // Nobody has said what kind of publisher it is.
  'unspecified',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const TIE_KINDS = [
  'alliance',
  'union',
  'treaty',
  'membership',
  'deployment',
  'sanctions',
  'summit-group',
  'friendship',
  'enmity',
  // Of which nothing is said but that it is there.
  'link',
] as const;
export type TieKind = (typeof TIE_KINDS)[number];
/** In rising order: the index is the value in `confidence` columns. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
/** The index is the value in the `basis` column of stances. */
export const BASES = ['statement', 'conduct', 'attribution'] as const;
export type Basis = (typeof BASES)[number];
/** Whose words an original quote is: the speaker's as spoken or written, or another language's report of them. */
export const QUOTE_ORIGINS = ['own', 'reported'] as const;
export type QuoteOrigin = (typeof QUOTE_ORIGINS)[number];
export const VERDICTS = ['supported', 'qualified', 'contradicted', 'unverified'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** From very consistent to very inconsistent (Heuer 1999, chapter 8). */
export const CONSISTENCIES = ['CC', 'C', 'N', 'I', 'II'] as const;
export type Consistency = (typeof CONSISTENCIES)[number];

export interface Actor {
  id: string;
  name: string;
  kind: ActorKind;
  /** The actor whose stance this one states (a minister speaks for the state), -1 for none. */
  speaksFor: number;
  /** ISO 3166-1 alpha-3, or empty. */
  country: string;
  /** Degrees; NaN where unknown. */
  lat: number;
  lon: number;
  aliases: string[];
  description: string;
}

export interface Place {
  id: string;
  name: string;
  country: string;
  kind: PlaceKind;
  lat: number;
  lon: number;
}

export interface Source {
  id: string;
  url: string;
  title: string;
  outlet: string;
  author: string;
  /** null where the page gave no date. */
  published: DateSpan | null;
  language: string;
  kind: SourceKind;
  /** Country of the outlet, ISO 3166-1 alpha-3, or empty. */
  country: string;
  /** Id of one of the record's `sides`, or empty where none is given. */
  side: string;
  /** Who owns or runs the outlet, in the table's words, or empty. */
  owner: string;
  /** Read at an address that is not the outlet's own: shown as text to copy, never as a live link. */
  mirror: boolean;
}

/** A side that outlets are on, as the dataset declares it. */
export interface Side {
  id: string;
  /** Short and without an article, so that it stands in a list and before `side`: `Polish`, `Belarusian state`. */
  label: string;
  /** Who is counted to it, in a sentence; empty where the dataset does not say. */
  description: string;
}

export interface Tie {
  id: string;
  kind: TieKind;
  members: number[];
  /** 0 where the tie takes no side. */
  sign: -1 | 0 | 1;
  title: string;
  start: DateSpan | null;
  end: DateSpan | null;
  /** Holds on the days from `from` (inclusive) up to `until` (exclusive); FIRST_DAY and LAST_DAY where open. */
  from: Day;
  until: Day;
  /** It was last seen to hold when the dataset's source ends: from `until` on it is not known whether it holds, which is no end. */
  censored: boolean;
  summary: string;
  sources: number[];
}

export interface Hypothesis {
  id: string;
  title: string;
  description: string;
  proposedBy: number[];
  /** Index of a source, -1 for none. */
  source: number;
}

export interface Assessment {
  hypothesis: number;
  /** Index into `evidence`. */
  evidence: number;
  rater: string;
  consistency: Consistency;
  rationale: string;
}

export interface Claim {
  id: string;
  source: number;
  order: number;
  claim: string;
  quote: string;
  actors: number[];
  verdict: Verdict;
  /** Everything that bears on it, whichever way. */
  evidence: number[];
  /** Part of `evidence` that speaks for the claim; the rest of it was not sorted, is background, or cuts both ways. */
  supporting: number[];
  /** Part of `evidence` that speaks against the claim. */
  opposing: number[];
  note: string;
}

export interface Story {
  id: string;
  title: string;
  subtitle: string;
  author: string;
  scenes: Scene[];
}

export interface Scene {
  order: number;
  title: string;
  /** Markdown. */
  text: string;
  /** The same state string as a shared link. */
  view: string;
  /** What the scene asks; absent where it asks nothing. */
  ask?: SceneAsk;
  /** Its picture, sound or film; absent where it has none. */
  media?: SceneMedia;
}

/** A picture, sound or film that comes with the record. */
export interface SceneMedia {
  /** Name within the folder `media/`. */
  file: string;
  /** What it shows or says. */
  alt: string;
  credit: string;
  licence: string;
  /** Name of its captions within the folder; empty where it has none. */
  captions: string;
}

/** A question of a scene, answered by a choice, by a line that is drawn, or in words. */
export interface SceneAsk {
  question: string;
  /** Empty where there is nothing to choose from. */
  choices: string[];
  /** Holder and target (actors) whose running stance is to be drawn; null where none is. */
  predict: readonly [holder: number, target: number] | null;
}

/** Many short lists in two arrays: list `i` is `item[start[i] .. start[i + 1])`. */
export interface Lists {
  start: Uint32Array;
  item: Uint32Array;
}

export const STATEMENT = 0;
export const EVENT = 1;

/**
 * Statements and events together, sorted by `day`, then `time`, then id. Rows without a date come last: `day`, `first`, `last` and
 * `until` of theirs are NO_DAY, after every day, so that no window of time holds them.
 */
export interface EvidenceColumns {
  n: number;
  /** How many have a date: rows `dated` to `n` have none. */
  dated: number;
  id: string[];
  title: string[];
  /** STATEMENT or EVENT. */
  kind: Uint8Array;
  /** Row of its own text table. */
  row: Uint32Array;
  day: Int32Array;
  /** Seconds from midnight (see DateSpan), NO_TIME where the time is not known: such a row comes first on its day. */
  time: Int32Array;
  first: Int32Array;
  last: Int32Array;
  /** Last day that an event went on (inclusive); LAST_DAY while it still goes on; `last` for a statement or an event of one day. */
  until: Int32Array;
  /** Actor who spoke, -1 for an event. */
  speaker: Int32Array;
  /** Actor on whose behalf, -1 for none. */
  behalf: Int32Array;
  /** First of `places`, -1 for none. */
  place: Int32Array;
  /** Where it was said, at most one place; everywhere that an event went on. */
  places: Lists;
  /** Index into CONFIDENCES. */
  confidence: Uint8Array;
  /** Kinds of its sources: bit k is set where a source of SOURCE_KINDS[k] stands behind it. */
  kinds: Uint8Array;
  /** Targets of a statement, participants of an event (actors). */
  actors: Lists;
  /** Indices into `topics` of the record. */
  topics: Lists;
  sources: Lists;
  /** Stances coded from it. */
  stances: Lists;
}

/** What `coders` holds where a coder gave no score. */
export const NO_SCORE = -128;

/** Coded stances, sorted by `day`, then `time`, then id; those whose evidence has no date come last. */
export interface StanceColumns {
  n: number;
  /** How many have a date: rows `dated` to `n` have none. */
  dated: number;
  id: string[];
  row: Uint32Array;
  evidence: Uint32Array;
  /** Copied from the evidence, so that a scrub step touches these arrays only. */
  day: Int32Array;
  time: Int32Array;
  first: Int32Array;
  last: Int32Array;
  holder: Uint32Array;
  target: Uint32Array;
  /** -2 to +2. */
  score: Int8Array;
  /** Index into BASES. */
  basis: Uint8Array;
  /** Actor who says that the holder takes this stance, -1 for none. */
  attributedBy: Int32Array;
  /** Index into `occasions` of the record, -1 where the row belongs to none. */
  occasion: Int32Array;
  /** Scores of each coder: `coders[i * record.coders.length + c]`, NO_SCORE where there is none. */
  coders: Int8Array;
}

/** What a dataset says of itself in `datapackage.json`; every field has a stated default. */
export interface DatasetMeta {
  /** Slug, as in the URL. */
  name: string;
  title: string;
  description: string;
  /** The first view, as a state string (see focus/url.ts); empty: the whole span of the record. */
  view: string;
  /** A later view offered as one step ("what came after"), or null. */
  next: { label: string; view: string } | null;
  /** South-west and north-east corners of the map in degrees, or null: fit the record. */
  bounds: [[number, number], [number, number]] | null;
  licence: string;
  /** Who made the record, as its package names them; absent where it names nobody. */
  authors?: string[];
  /**
   * What each coder of `codings` and `assessments` is, by its id: from `coders.csv`, or where that is missing from the package; a coder
   * that is missing is shown by its id alone.
   */
  coders?: Record<string, string>;
  /** Whether a coder is a person or a model, as `coders.csv` says. */
  coderKinds?: Record<string, CoderKind>;
  /** Sides that its sources are on, by id, in the order in which they are listed. */
  sides?: Record<string, Omit<Side, 'id'>>;
  /** Rows of each table as the published package counts them; absent where it does not. */
  rows?: Partial<Record<TableName, number>>;
  /** Last day on which the source of the ties could see them (inclusive): an end then or later is the end of the source. */
  tiesUntil?: Day;
  /** How the scores were made, in a sentence that stands wherever coders are compared. */
  coding?: string;
  /** How ratings of hypotheses and verdicts on claims were made, in a sentence that stands where they are shown. */
  judging?: string;
  /** Rows in which the record differs from what is published, where it holds edits of the reader's own; absent where it holds none. */
  edits?: number;
  /** Of a record that was brought from another format: the terms it is under, and what was told and chosen then, as it was written. */
  brought?: {
    /** Empty for none. */
    terms: string;
    /** Whether rows may be in files that are saved from the page. */
    mayLeave: boolean;
    written: { readonly brought: object; readonly mapping?: object };
  };
}

/** Counts of rows: 32 bits where 16 do not hold the largest. */
export type Counts = Uint16Array | Uint32Array;

/**
 * What a packed record holds in place of its rows. Each of its `stances` is a bundle: the rows of a pair on a day, whose `score` is their mean,
 * rounded; its `evidence` are days. Numbers are made from the counts here, never from the bundle's score.
 */
export interface PackedRows {
  /** Rows of bundle `i` with grade `g` (-2 to 2): `grades[5 * i + g + 2]`. */
  grades: Counts;
  /** Rows of each bundle whose basis is conduct. */
  acts: Counts;
  /** The same rows by kinds of source and basis; null while that is not fetched. */
  cube: PackedCube | null;
  /** All rows that the bundles stand for. */
  rows: number;
  /** Rows have times within a day, which the bundles do not keep. */
  times: boolean;
  /** Rows share occasions beyond a day, which the bundles do not keep. */
  occasions: boolean;
}

/** Cells of a cube: rows of one pair, day, kinds of source and basis. */
export interface PackedCube {
  n: number;
  /** The bundle that a cell is part of. */
  bundle: Uint32Array;
  /** Bits as in `evidence.kinds`. */
  kinds: Uint8Array;
  /** Index into BASES. */
  basis: Uint8Array;
  /** As of bundles. */
  grades: Counts;
}

export interface StanceRecord {
  /** Of a packed record alone: what its bundles of rows stand for. */
  packed?: PackedRows;
  meta: DatasetMeta;
  tables: Partial<Record<TableName, TextTable>>;
  faults: Fault[];
  actors: Actor[];
  places: Place[];
  sources: Source[];
  ties: Tie[];
  hypotheses: Hypothesis[];
  assessments: Assessment[];
  claims: Claim[];
  stories: Story[];
  /** Every topic in use, sorted. */
  topics: string[];
  /** Every coder in `codings`, sorted. */
  coders: string[];
  /** Sides of its sources: those that the package declares, in its order, then those that only a cell names. */
  sides: Side[];
  /** Every occasion of a stance, sorted. */
  occasions: string[];
  evidence: EvidenceColumns;
  stances: StanceColumns;
  actorIndex: Map<string, number>;
  placeIndex: Map<string, number>;
  sourceIndex: Map<string, number>;
  evidenceIndex: Map<string, number>;
  /**
   * First and last day (inclusive) on which the record has a statement or event, or of its ties where no row has a date; null where
   * nothing has one.
   */
  span: [Day, Day] | null;
}

/** List `i` of `lists`, as a view that shares memory. */
export function listOf(lists: Lists, i: number): Uint32Array {
  return lists.item.subarray(lists.start[i], lists.start[i + 1]);
}
