import { evidenceTest, rowsBefore, type Filters } from '../analysis/slice';
import { holds } from '../analysis/rift/tied';
import { EVENT, listOf, STATEMENT, type StanceRecord } from '../record/record';
import { type Day, LAST_DAY } from '../words/calendar';

/** What happened and what was said at a place, in order of date, as far as the filters let it pass. */
export interface PlaceRows {
  place: number;
  /** Days of its events, and their rows in `evidence`. */
  eventDays: Int32Array;
  events: Uint32Array;
  /** Those of its events that still go on, as places in `events`. */
  going: readonly number[];
  statementDays: Int32Array;
}

/** Rows by place, for places with a spot on the map. Computed when the filters change, not when the clock moves. */
export function placeRows(record: StanceRecord, filters: Filters): PlaceRows[] {
  const passes = evidenceTest(record, filters);
  const { evidence, places } = record;
  const events = places.map((): number[] => []);
  const statements = places.map((): number[] => []);
  for (let e = 0; e < evidence.dated; e++) {
    // An event of several places stands at each of them.
    const spots = listOf(evidence.places, e).filter((place) => !Number.isNaN(places[place]!.lat + places[place]!.lon));
    if (spots.length === 0 || !passes(e)) continue;
    for (const place of spots) {
      if (evidence.kind[e] === EVENT) events[place]!.push(e);
      else if (evidence.kind[e] === STATEMENT) statements[place]!.push(e);
    }
  }
  const rows: PlaceRows[] = [];
  places.forEach((_, place) => {
    if (events[place]!.length + statements[place]!.length === 0) return;
    rows.push({
      place,
      eventDays: Int32Array.from(events[place]!, (e) => evidence.day[e]!),
      events: Uint32Array.from(events[place]!),
      going: events[place]!.flatMap((e, i) => (evidence.until[e] === LAST_DAY ? [i] : [])),
      statementDays: Int32Array.from(statements[place]!, (e) => evidence.day[e]!),
    });
  });
  return rows;
}

/** What a place shows at a date: how many rows the window holds up to it, and how fresh the last event is. */
export interface PlaceMark {
  place: number;
  events: number;
  statements: number;
  /** Row of the last event, -1 for none. */
  last: number;
  /** 0: in the last month, or still going on; 1: in the last half year; 2: older. */
  age: 0 | 1 | 2;
}

/** Marks of the window from `from` up to `at`; a place without a row in it has none. What still goes on is in every later window. */
export function placeMarks(rows: readonly PlaceRows[], from: Day, at: Day): PlaceMark[] {
  const marks: PlaceMark[] = [];
  for (const row of rows) {
    const end = rowsBefore(row.eventDays, at + 1);
    const start = rowsBefore(row.eventDays, from);
    const going = row.going.filter((i) => i < end);
    const events = Math.max(0, end - start) + going.filter((i) => i < start).length;
    const statements = Math.max(0, rowsBefore(row.statementDays, at + 1) - rowsBefore(row.statementDays, from));
    if (events + statements === 0) continue;
    const days = going.length > 0 ? 0 : events > 0 ? at - row.eventDays[end - 1]! : Infinity;
    marks.push({
      place: row.place,
      events,
      statements,
      last: events > 0 ? row.events[end - 1]! : -1,
      age: days <= 31 ? 0 : days <= 183 ? 1 : 2,
    });
  }
  return marks;
}

/** Marks that hide each other on the sheet, drawn as one with their count; a press goes from one place to the next. */
export interface SpotMark<M> {
  /** In the order of the record. */
  places: readonly M[];
  events: number;
  statements: number;
  age: 0 | 1 | 2;
}

/** Marks nearer than this, in px, cannot be told apart. */
const ONE_SPOT = 3;
/** Past so many marks in sight those count as one that meet: a press on either would reach the other. */
const CROWD = { marks: 60, meet: 13 };

/**
 * The marks of a sheet by spot: each goes to the first that it would hide, or stands for itself. In a crowd (many marks in sight) the one with
 * most behind it takes in those that it meets, so that every mark can be pressed and every place is counted.
 *
 * @param sight how many of the marks lie in the frame
 */
export function bySpot<M extends PlaceMark & { x: number; y: number }>(marks: readonly M[], sight = 0): (SpotMark<M> & M)[] {
  const spots: M[][] = [];
  const many = sight > CROWD.marks;
  const least = many ? CROWD.meet : ONE_SPOT;
  const behind = ({ events, statements }: M) => events + statements;
  for (const mark of many ? [...marks].sort((a, b) => behind(b) - behind(a) || a.place - b.place) : marks) {
    const spot = spots.find(([first]) => first !== undefined && Math.hypot(first.x - mark.x, first.y - mark.y) < least);
    if (spot === undefined) spots.push([mark]);
    else spot.push(mark);
  }
  return spots.flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const sum = (of: (mark: M) => number) => places.reduce((total, mark) => total + of(mark), 0);
    const age = places.reduce((youngest, mark) => (mark.age < youngest ? mark.age : youngest), first.age);
    return [{ ...first, places, events: sum((mark) => mark.events), statements: sum((mark) => mark.statements), age }];
  });
}

/** Radius of the ring that counts statements: its area grows with the count. */
export function ringRadius(statements: number): number {
  return 3.5 + Math.sqrt(statements) * 1.1;
}

/** Forces or weapons of others in a country, as deployment ties alive at a date say. */
export interface Deployment {
  /** Actor in whose country they are; -1 where the tie names none. */
  host: number;
  /** Indices into `ties`. */
  ties: number[];
}

/** A deployment tie and the actor in whose country it is, -1 where it names none. */
export interface Posting {
  tie: number;
  host: number;
}

/**
 * The deployments of a record with their hosts. The host is the member that the tie's title names after "in" ("German brigade in
 * Lithuania"); a deployment whose title names no member so has no single place and is told in words only.
 */
export function postingsOf(record: StanceRecord): Posting[] {
  return record.ties.flatMap(({ kind, members, title }, tie) => {
    if (kind !== 'deployment') return [];
    const named = (member: number) => {
      const { name, kind: kindOf } = record.actors[member]!;
      return kindOf === 'state' && new RegExp(`\\bin ${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u').test(title);
    };
    return [{ tie, host: members.find(named) ?? -1 }];
  });
}

/** The deployments alive at a date, by host. */
export function deploymentsAt(record: StanceRecord, postings: readonly Posting[], at: Day): Deployment[] {
  const byHost = new Map<number, number[]>();
  for (const { tie, host } of postings) if (holds(record.ties[tie]!, at)) byHost.set(host, [...(byHost.get(host) ?? []), tie]);
  return [...byHost].map(([host, ties]) => ({ host, ties })).sort((a, b) => a.host - b.host);
}
