import {
  BASES,
  NO_SCORE,
  SOURCE_KINDS,
  type ActorKind,
  type Counts,
  type PackedRows,
  type SourceKind,
  type StanceRecord,
} from '../record/record';
import { evidenceFacets, stanceFacets, type Facet, type Form, type Presence } from './facets';

const ATTRIBUTION = BASES.indexOf('attribution');

/** What the reader leaves in. Empty lists leave everything in; every filter must pass. */
export interface Filters {
  /** Actor ids: a row passes when its holder or its target is one of them. */
  actors: readonly string[];
  /** Kinds of actor: holder and target must each be of one of them. */
  actorKinds: readonly ActorKind[];
  /** Topics: the evidence must carry at least one. */
  topics: readonly string[];
  /** Kinds of source: at least one source of the evidence must be of one of them. */
  sourceKinds: readonly SourceKind[];
  /** Sides (ids): at least one source of the evidence must be on one of them. */
  sides: readonly string[];
  /** A side to leave out: evidence whose sources are all on it falls away. Empty: none. */
  withoutSide: string;
  /** Outlets, as the sources name them: at least one source of the evidence must be of one of them. */
  outlets: readonly string[];
  /** Actor ids: the evidence must be in the words of one of them. */
  speakers: readonly string[];
  /** Actor ids: the stance must be held by one of them. */
  holders: readonly string[];
  /** Actor ids: the stance must be towards one of them. */
  targets: readonly string[];
  /** Place ids: the evidence must be of one of them. */
  places: readonly string[];
  /** Words, acts, events: see FORMS. */
  forms: readonly Form[];
  /** Rows whose notes say that the sources differ. */
  disputed: Presence;
  /** Rows that hold the original wording beside its translation. */
  original: Presence;
  /** Facets whose chosen values are left out rather than kept. */
  but: readonly Facet[];
  /** `own`: the holder's own words and acts; `attributed`: what others say of it; `all`: both. */
  basis: 'own' | 'attributed' | 'all';
  /** Least confidence: index into CONFIDENCES. */
  confidence: 0 | 1 | 2;
  sign: 'any' | 'negative' | 'mixed' | 'positive';
  /** A source id to leave out: evidence that rests on it alone falls away. Empty: none. */
  without: string;
  /** Whose scores: a coder of `codings`, or empty for the agreed score. */
  coder: string;
  /** Count words for and against a leader (an actor that speaks for another) as words on the actor it speaks for. */
  fold: boolean;
  /** Evidence (by index) that a text search found, or null for no search. */
  found: ReadonlySet<number> | null;
}

/** What is set by choosing, where nothing is chosen: every row passes. */
export const NOTHING_CHOSEN: Omit<Filters, 'found'> = {
  actors: [],
  actorKinds: [],
  topics: [],
  sourceKinds: [],
  sides: [],
  withoutSide: '',
  outlets: [],
  speakers: [],
  holders: [],
  targets: [],
  places: [],
  forms: [],
  disputed: 'any',
  original: 'any',
  but: [],
  basis: 'all',
  confidence: 0,
  sign: 'any',
  without: '',
  coder: '',
  fold: false,
};

export const ALL: Filters = { ...NOTHING_CHOSEN, found: null };

/** The directed pairs (holder, target) of a slice, and their rows in date order. */
export interface Pairs {
  n: number;
  holder: Uint32Array;
  target: Uint32Array;
  /** Rows of pair p: `item[start[p] .. start[p + 1])`, positions in the slice in date order. */
  start: Uint32Array;
  item: Uint32Array;
  /** `holder * actors + target` to pair. */
  index: Map<number, number>;
}

/**
 * The stance rows that pass the filters, in order of date and time, as columns: what every running number is computed from. The rows
 * that have no date stand after the others, at positions `n` to `all`; they belong to no pair and to no number.
 */
export interface Slice {
  record: StanceRecord;
  filters: Filters;
  /** Rows that have a date. */
  n: number;
  /** Rows with and without one. */
  all: number;
  /** Row of `record.stances`. */
  row: Uint32Array;
  day: Int32Array;
  /** Seconds from midnight, NO_TIME where the time is not known. */
  time: Int32Array;
  holder: Uint32Array;
  target: Uint32Array;
  /** The score of the chosen coder, -2 to +2. */
  score: Float64Array;
  pairs: Pairs;
  /** In a packed record positions are bundles of rows (see `PackedRows`), and `score` is their mean; absent where each is one row. */
  bundles?: Bundles;
}

/** What stands behind the positions of a slice of a packed record. */
export interface Bundles {
  /** Rows of position `k`. */
  rows: Uint32Array;
  /** Those of grade `g`: `grades[5 * k + g + 2]`. */
  grades: Counts;
  /** Those whose basis is conduct. */
  acts: Counts;
  /** Rows of the positions before `k`, in date order: `before[k]`; one longer than the positions. */
  before: Float64Array;
  /** Rows before place `j` of `pairs.item`; one longer as well. */
  inPairs: Float64Array;
}

/** How many rows a position stands for. */
export const rowsAt = (slice: Slice, k: number): number => slice.bundles?.rows[k] ?? 1;

/** How many rows a range of positions (`to` not included) stands for. */
export function rowsBetween({ bundles }: Slice, from: number, to: number): number {
  return bundles === undefined ? to - from : (bundles.before[to] ?? 0) - (bundles.before[from] ?? 0);
}

/** How many rows a range of places of `pairs.item` (`to` not included) stands for. */
export function rowsOfPlaces({ bundles }: Slice, from: number, to: number): number {
  return bundles === undefined ? to - from : (bundles.inPairs[to] ?? 0) - (bundles.inPairs[from] ?? 0);
}

/** How many rows a list of positions stands for. */
export function rowsBehind(slice: Slice, positions: Iterable<number> & { readonly length: number }): number {
  if (slice.bundles === undefined) return positions.length;
  let sum = 0;
  for (const k of positions) sum += rowsAt(slice, k);
  return sum;
}

/** Adds the rows of a position to five counts by grade, lowest first, each times `weight`. */
export function addGrades(slice: Slice, k: number, counts: number[], weight = 1): void {
  const { bundles } = slice;
  if (bundles === undefined) {
    const grade = Math.min(4, Math.max(0, Math.round(slice.score[k] ?? 0) + 2));
    counts[grade] = (counts[grade] ?? 0) + weight;
    return;
  }
  for (let g = 0; g < 5; g++) counts[g] = (counts[g] ?? 0) + weight * (bundles.grades[5 * k + g] ?? 0);
}

/** The score of every row that positions stand for. */
export function scoresOf(slice: Slice, positions: Iterable<number>): number[] {
  const { bundles } = slice;
  if (bundles === undefined) return Array.from(positions, (k) => slice.score[k] ?? 0);
  const scores: number[] = [];
  for (const k of positions)
    for (let g = 0; g < 5; g++) for (let n = bundles.grades[5 * k + g] ?? 0; n > 0; n--) scores.push(g - 2);
  return scores;
}

/** Score of stance `i` in the chosen coder's eyes, or null where that coder gave none or is unknown. */
export function scoreOf(record: StanceRecord, coder: string, i: number): number | null {
  if (coder === '') return record.stances.score[i]!;
  const c = record.coders.indexOf(coder);
  if (c < 0) return null;
  const score = record.stances.coders[i * record.coders.length + c]!;
  return score === NO_SCORE ? null : score;
}

/** A test of one evidence row against the filters that read evidence alone: topics, sources, speaker, place, confidence, search. */
export function evidenceTest(record: StanceRecord, filters: Filters): (evidence: number) => boolean {
  const { evidence } = record;
  const facets = evidenceFacets(record, filters);
  return (e) => {
    if (evidence.confidence[e]! < filters.confidence) return false;
    if (filters.found !== null && !filters.found.has(e)) return false;
    return facets.every((passes) => passes(e));
  };
}

/** The actor that counts: a leader folded into the actor it speaks for where the reader asks for that, else itself. */
export function folding(record: StanceRecord, filters: Filters): (actor: number) => number {
  const { actors } = record;
  return filters.fold ? (actor) => (actors[actor]!.speaksFor >= 0 ? actors[actor]!.speaksFor : actor) : (actor) => actor;
}

/** A test of one stance row against all filters; where leaders are folded, filters on actors read the folded ones. */
export function stanceTest(record: StanceRecord, filters: Filters): (stance: number) => boolean {
  const { stances, actors } = record;
  const evidencePasses = evidenceTest(record, filters);
  const facets = stanceFacets(record, filters);
  const kinds = new Set<ActorKind>(filters.actorKinds);
  const fold = folding(record, filters);
  return (i) => {
    const holder = fold(stances.holder[i]!);
    const target = fold(stances.target[i]!);
    const attributed = stances.basis[i] === ATTRIBUTION;
    if (filters.basis === 'own' && attributed) return false;
    if (filters.basis === 'attributed' && !attributed) return false;
    if (!facets.every((passes) => passes(i, holder, target))) return false;
    if (kinds.size > 0 && !(kinds.has(actors[holder]!.kind) && kinds.has(actors[target]!.kind))) return false;
    const score = scoreOf(record, filters.coder, i);
    if (score === null) return false;
    if (filters.sign === 'negative' && score >= 0) return false;
    if (filters.sign === 'mixed' && score !== 0) return false;
    if (filters.sign === 'positive' && score <= 0) return false;
    return evidencePasses(stances.evidence[i]!);
  };
}

/** Whether two actors are one only because one of them is folded into the other; a stance on oneself is one of its own. */
export function foldsOntoItself(holder: number, target: number, fold: (actor: number) => number): boolean {
  return holder !== target && fold(holder) === fold(target);
}

/** The rows that pass, with folded holders and targets and the chosen coder's scores. A leader’s stance on the actor into which it is folded is left out: it is none of that actor on itself. */
export function sliceRecord(record: StanceRecord, filters: Filters): Slice {
  if (record.packed !== undefined) return slicePacked(record, record.packed, filters);
  const { stances, actors } = record;
  const passes = stanceTest(record, filters);
  const fold = folding(record, filters);
  const row = new Uint32Array(stances.n);
  let all = 0;
  let n = 0;
  for (let i = 0; i < stances.n; i++) {
    if (passes(i) && !foldsOntoItself(stances.holder[i]!, stances.target[i]!, fold)) row[all++] = i;
    if (i < stances.dated) n = all;
  }
  const slice = {
    record,
    filters,
    n,
    all,
    row: row.slice(0, all),
    day: new Int32Array(all),
    time: new Int32Array(all),
    holder: new Uint32Array(all),
    target: new Uint32Array(all),
    score: new Float64Array(all),
  };
  for (let k = 0; k < all; k++) {
    const i = slice.row[k]!;
    slice.day[k] = stances.day[i]!;
    slice.time[k] = stances.time[i]!;
    slice.holder[k] = fold(stances.holder[i]!);
    slice.target[k] = fold(stances.target[i]!);
    slice.score[k] = scoreOf(record, filters.coder, i) ?? 0;
  }
  return { ...slice, pairs: pairsOf(slice, actors.length) };
}

/** The slice without the positions that fail a test and without rows that have no date: for checks that leave rows out by other rules than the reader's filters. */
export function sliceRows(slice: Slice, keeps: (position: number) => boolean): Slice {
  return sliceAt(slice, Array.from({ length: slice.n }, (_, k) => k).filter(keeps));
}

/** The rows of one pair by themselves: for what asks again and again about the same two. */
export function slicePair(slice: Slice, pair: number): Slice {
  return sliceAt(slice, Array.from(rowsOf(slice, pair)));
}

function sliceAt(slice: Slice, kept: readonly number[]): Slice {
  const columns = {
    n: kept.length,
    all: kept.length,
    row: Uint32Array.from(kept, (k) => slice.row[k]!),
    day: Int32Array.from(kept, (k) => slice.day[k]!),
    time: Int32Array.from(kept, (k) => slice.time[k]!),
    holder: Uint32Array.from(kept, (k) => slice.holder[k]!),
    target: Uint32Array.from(kept, (k) => slice.target[k]!),
    score: Float64Array.from(kept, (k) => slice.score[k]!),
  };
  const { bundles } = slice;
  const pairs = pairsOf(columns, slice.record.actors.length);
  const some = { record: slice.record, filters: slice.filters, ...columns, pairs };
  if (bundles === undefined) return some;
  const { grades, acts } = countsOf(bundles, Uint32Array.from(kept));
  return { ...some, bundles: bundlesOf(pairs, grades, acts) };
}

/** Filters that a packed record cannot answer before its rows are fetched, by their names. */
export function unanswered(filters: Filters): (keyof Filters)[] {
  const asks: Partial<Record<keyof Filters, boolean>> = {
    topics: filters.topics.length > 0,
    sides: filters.sides.length > 0,
    withoutSide: filters.withoutSide !== '',
    outlets: filters.outlets.length > 0,
    speakers: filters.speakers.length > 0,
    places: filters.places.length > 0,
    forms: filters.forms.length > 0,
    disputed: filters.disputed !== 'any',
    original: filters.original !== 'any',
    confidence: filters.confidence > 0,
    without: filters.without !== '',
    coder: filters.coder !== '',
    found: filters.found !== null,
  };
  return (Object.keys(asks) as (keyof Filters)[]).filter((name) => asks[name] === true);
}

/** Whether a packed record needs its cube of kinds and bases for these filters. */
export const needsCube = ({ sourceKinds, basis }: Filters): boolean => sourceKinds.length > 0 || basis !== 'all';

function bundlesOf({ item }: Pairs, grades: Counts, acts: Counts): Bundles {
  const n = acts.length;
  const [rows, before, inPairs] = [new Uint32Array(n), new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let k = 0; k < n; k++) {
    rows[k] = grades[5 * k]! + grades[5 * k + 1]! + grades[5 * k + 2]! + grades[5 * k + 3]! + grades[5 * k + 4]!;
    before[k + 1] = before[k]! + rows[k]!;
  }
  for (let j = 0; j < n; j++) inPairs[j + 1] = inPairs[j]! + rows[item[j]!]!;
  return { rows, grades, acts, before, inPairs };
}

/** The counts of some bundles; those of all of them are the very same. */
function countsOf({ grades, acts }: Pick<PackedRows, 'grades' | 'acts'>, row: Uint32Array): Pick<PackedRows, 'grades' | 'acts'> {
  if (row.length === acts.length) return { grades, acts };
  const some = { grades: new Uint32Array(5 * row.length), acts: new Uint32Array(row.length) };
  row.forEach((i, k) => {
    some.acts[k] = acts[i]!;
    for (let g = 0; g < 5; g++) some.grades[5 * k + g] = grades[5 * i + g]!;
  });
  return some;
}

/** Counts of rows by bundle of the cells that pass the filters on kinds of source and basis. */
function ofCube(record: StanceRecord, { cube }: PackedRows, filters: Filters): Pick<PackedRows, 'grades' | 'acts'> | null {
  if (cube === null) return null;
  const { n } = record.stances;
  const grades = new Uint32Array(5 * n);
  const acts = new Uint32Array(n);
  const bits = filters.sourceKinds.reduce((sum, kind) => sum | (1 << SOURCE_KINDS.indexOf(kind)), 0);
  const but = filters.but.includes('sourceKinds');
  const conduct = BASES.indexOf('conduct');
  for (let c = 0; c < cube.n; c++) {
    const kinds = cube.kinds[c] ?? 0;
    const basis = cube.basis[c] ?? 0;
    if (filters.basis !== 'all' && (basis === ATTRIBUTION) !== (filters.basis === 'attributed')) continue;
    if (bits !== 0 && !(but ? kinds === 0 || (kinds & ~bits) !== 0 : (kinds & bits) !== 0)) continue;
    const i = cube.bundle[c] ?? 0;
    let rows = 0;
    for (let g = 0; g < 5; g++) {
      const count = cube.grades[5 * c + g] ?? 0;
      grades[5 * i + g] = (grades[5 * i + g] ?? 0) + count;
      rows += count;
    }
    if (basis === conduct) acts[i] = (acts[i] ?? 0) + rows;
  }
  return { grades, acts };
}

/**
 * The bundles of a packed record that pass, with the rows of them that do: exact for filters on actors, kinds of source, basis and sign. No
 * bundle passes where a filter asks what the counts do not know (see {@link unanswered}), or before the cube is there that it needs.
 */
function slicePacked(record: StanceRecord, packed: PackedRows, filters: Filters): Slice {
  const { stances, actors } = record;
  const known = unanswered(filters).length > 0 ? null : needsCube(filters) ? ofCube(record, packed, filters) : packed;
  const counts = known === null ? null : signed(known, filters.sign);
  const fold = folding(record, filters);
  const facets = stanceFacets(record, filters);
  const kinds = new Set<ActorKind>(filters.actorKinds);
  const row = new Uint32Array(counts === null ? 0 : stances.n);
  let n = 0;
  for (let i = 0; i < row.length; i++) {
    let rows = 0;
    for (let g = 0; g < 5; g++) rows += counts?.grades[5 * i + g] ?? 0;
    if (rows === 0) continue;
    const holder = fold(stances.holder[i]!);
    const target = fold(stances.target[i]!);
    if (foldsOntoItself(stances.holder[i]!, stances.target[i]!, fold)) continue;
    if (!facets.every((passes) => passes(i, holder, target))) continue;
    if (kinds.size > 0 && !(kinds.has(actors[holder]!.kind) && kinds.has(actors[target]!.kind))) continue;
    row[n++] = i;
  }
  const some = row.subarray(0, n);
  // Most of the time everything passes, and millions of numbers need not be there twice.
  const picked = <Column extends Int32Array | Uint32Array>(of: Column, map?: (value: number) => number): Column => {
    if (n === stances.n && map === undefined) return of;
    const column = of.slice(0, n) as Column;
    for (let k = 0; k < n; k++) column[k] = map === undefined ? of[some[k]!]! : map(of[some[k]!]!);
    return column;
  };
  const columns = {
    n,
    all: n,
    row: some,
    day: picked(stances.day),
    time: picked(stances.time),
    holder: picked(stances.holder, filters.fold ? fold : undefined),
    target: picked(stances.target, filters.fold ? fold : undefined),
    score: new Float64Array(n),
  };
  const pairs = pairsOf(columns, actors.length);
  const ofSome = countsOf(counts ?? packed, some);
  const bundles = bundlesOf(pairs, ofSome.grades, ofSome.acts);
  for (let k = 0; k < n; k++) {
    let sum = 0;
    for (let g = 0; g < 5; g++) sum += bundles.grades[5 * k + g]! * (g - 2);
    columns.score[k] = sum / bundles.rows[k]!;
  }
  return { record, filters, ...columns, pairs, bundles };
}

/** The counts of the grades of one sign alone; which of them are acts is not known then, and none is called so. */
function signed(counts: Pick<PackedRows, 'grades' | 'acts'>, sign: Filters['sign']): Pick<PackedRows, 'grades' | 'acts'> {
  if (sign === 'any') return counts;
  const keeps = { negative: [0, 1], mixed: [2], positive: [3, 4] }[sign];
  const grades = counts.grades.map((count, place) => (keeps.includes(place % 5) ? count : 0));
  return { grades, acts: new Uint32Array(counts.acts.length) };
}

/** Couples of actors that are looked up in a table, four megabytes of it at most. */
const MOST_DENSE = 1 << 20;

function pairsOf(slice: { n: number; holder: Uint32Array; target: Uint32Array }, actors: number): Pairs {
  const index = new Map<number, number>();
  // Where the square of the actors is small a look-up needs no map: a packed record asks millions of times.
  const dense = actors * actors <= MOST_DENSE ? new Int32Array(actors * actors).fill(-1) : null;
  const pairAt = new Uint32Array(slice.n);
  const holder: number[] = [];
  const target: number[] = [];
  const count: number[] = [];
  for (let k = 0; k < slice.n; k++) {
    const key = slice.holder[k]! * actors + slice.target[k]!;
    let pair = dense === null ? (index.get(key) ?? -1) : dense[key]!;
    if (pair < 0) {
      pair = index.size;
      index.set(key, pair);
      if (dense !== null) dense[key] = pair;
      holder.push(slice.holder[k]!);
      target.push(slice.target[k]!);
      count.push(0);
    }
    pairAt[k] = pair;
    count[pair]!++;
  }
  const start = new Uint32Array(index.size + 1);
  for (let p = 0; p < index.size; p++) start[p + 1] = start[p]! + count[p]!;
  const next = start.slice();
  const item = new Uint32Array(slice.n);
  for (let k = 0; k < slice.n; k++) item[next[pairAt[k]!]!++] = k;
  return { n: index.size, holder: Uint32Array.from(holder), target: Uint32Array.from(target), start, item, index };
}

/** Index of the pair, or -1 where the slice holds no row of it. */
export function pairOf(slice: Slice, holder: number, target: number): number {
  return slice.pairs.index.get(holder * slice.record.actors.length + target) ?? -1;
}

/** Positions in the slice of the rows of pair `p`, in date order. */
export function rowsOf(slice: Slice, pair: number): Uint32Array {
  return slice.pairs.item.subarray(slice.pairs.start[pair], slice.pairs.start[pair + 1]);
}

/** How many of the slice's rows lie before `day` (a binary search): with `day + 1`, how many up to and including it. */
export function rowsBefore(day: Int32Array, limit: number): number {
  let low = 0;
  let high = day.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (day[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
