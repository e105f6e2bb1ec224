import { columnsOfEvidence, columnsOfStances, spanOf, topicsOf } from './columns';
import { RowReader } from './rowReader';
import * as rows from './rows';
import type { DatasetMeta, Fault, StanceRecord, TableName, Tie } from '../record';
import type { Tables } from '../tables';
import type { DateSpan } from '../../words/dates';
import type { Day } from '../../words/calendar';

/** Tables that were held against the rules, and what came of it. */
export interface SoundTables {
  tables: Tables;
  meta: DatasetMeta;
  /** In reading order. */
  faults: Fault[];
  /** Whether a row (0-based) of a table is free of errors and of dependence on rows that are not. */
  isSound: (table: TableName, row: number) => boolean;
}

/**
 * A record from tables that were checked: nothing here knows a rule or the grammar of dates, so that a record which was checked when
 * the page was built needs neither. Pure; never throws.
 *
 * @param dateOf what a text means as a date; null where it is none
 */
export function recordOf(
  { tables, meta, faults, isSound }: SoundTables,
  dateOf: (text: string) => DateSpan | null,
): StanceRecord {
  const reader = new RowReader(tables, isSound, dateOf);
  const actors = rows.readActors(reader);
  const places = rows.readPlaces(reader);
  const sources = rows.readSources(reader);
  const topics = topicsOf(reader);
  const found = columnsOfEvidence(reader, sources.list, topics);
  const stances = columnsOfStances(reader, found);
  const { evidence } = found;
  const ties = rows.readTies(reader, meta.tiesUntil);
  const hypotheses = rows.readHypotheses(reader);
  return {
    meta,
    tables,
    faults,
    actors: actors.list,
    places: places.list,
    sources: sources.list,
    ties,
    hypotheses,
    assessments: rows.readAssessments(reader),
    claims: rows.readClaims(reader),
    stories: rows.readStories(reader),
    topics,
    coders: stances.coders,
    sides: rows.sidesOf(sources.list, meta.sides),
    occasions: stances.occasions,
    evidence,
    stances: stances.columns,
    actorIndex: actors.index,
    placeIndex: places.index,
    sourceIndex: sources.index,
    evidenceIndex: found.index,
    span: spanOf(evidence.dated > 0 ? daysOf(evidence) : ties.map(lifeOf)) ?? seenOn(ties, meta.tiesUntil),
  };
}

function daysOf({ dated, first, last }: StanceRecord['evidence']): [Day, Day][] {
  return Array.from({ length: dated }, (_, i) => [first[i] ?? 0, last[i] ?? 0]);
}

/** Ties of which none has a date are shown on the day on which their source saw them, where it says so. */
function seenOn(ties: readonly Tie[], day: Day | undefined): [Day, Day] | null {
  return ties.length === 0 || day === undefined ? null : [day, day];
}

/** A dataset of ties alone spans their lives. */
function lifeOf({ from, until, censored }: Tie): [Day, Day] {
  return [from, censored ? until - 1 : until];
}
