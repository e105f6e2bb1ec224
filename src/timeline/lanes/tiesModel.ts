import { holds } from '../../analysis/rift/tied';
import type { StanceRecord, Tie, TieKind } from '../../record/record';
import { TIE_KINDS } from '../../record/record';
import type { Day } from '../../words/calendar';
import { slugWords } from '../../words/names';
import { lastingWords, lastKnownWords } from '../../words/dates';

/** The life of one tie as a bracket. */
export interface Bracket {
  /** Index into `record.ties`. */
  tie: number;
  sign: -1 | 0 | 1;
  from: Day;
  /** Exclusive. */
  until: Day;
  title: string;
  /** "1872 up to 1890", as precise as the record. */
  life: string;
  /** Line within the lane on which it stands, so that brackets of one lane never cover each other. */
  line: number;
}

export interface TieLane {
  kind: TieKind;
  label: string;
  brackets: Bracket[];
  /** Lines in use. */
  lines: number;
}

/** "summit-group" as a reader reads it. */
export function kindLabel(kind: TieKind): string {
  const words = slugWords(kind);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One lane for each kind of tie that holds at some time in the window (both days inclusive), brackets packed into the fewest lines. */
export function tieLanes(record: StanceRecord, from: Day, to: Day): TieLane[] {
  return TIE_KINDS.flatMap((kind) => {
    const brackets = record.ties
      .flatMap((tie, index): Bracket[] =>
        tie.kind === kind && tie.from <= to && tie.until > from
          ? [{ tie: index, sign: tie.sign, from: tie.from, until: tie.until, title: tie.title, life: lifeOf(tie), line: 0 }]
          : [],
      )
      .sort((a, b) => a.from - b.from || a.until - b.until || a.tie - b.tie);
    if (brackets.length === 0) return [];
    const ends: Day[] = [];
    for (const bracket of brackets) {
      let line = ends.findIndex((end) => end <= bracket.from);
      if (line < 0) line = ends.length;
      ends[line] = bracket.until;
      bracket.line = line;
    }
    return [{ kind, label: kindLabel(kind), brackets, lines: ends.length }];
  });
}

/** "7 of 12": how many ties of a lane hold on a day; "7 known" and "not known" where the source of others tells no more by then. */
export function holding(record: StanceRecord, lane: TieLane, at: Day): string {
  const ties = lane.brackets.flatMap(({ tie }) => record.ties[tie] ?? []);
  const held = ties.filter((tie) => holds(tie, at)).length;
  if (ties.some(({ censored, until }) => censored && until <= at)) return held === 0 ? 'not known' : `${held} known`;
  return `${held} of ${ties.length}`;
}

/** When a tie holds, in words, no more precise than its dates: "1872 up to 1890", "since 4 April 2023", "since 1816, not known after 2012". */
export function lifeOf({ start, end, censored, until }: Tie): string {
  if (!censored) return lastingWords(start, end) || 'at any date';
  return [lastingWords(start, null), `not known after ${lastKnownWords(until - 1)}`].filter(Boolean).join(', ');
}

/** Where a lane of ties stands: its top, its height and the height of one of its lines, in px. */
export interface TieRoom {
  top: number;
  height: number;
  line: number;
}

/** Px between two lanes of ties. */
const BETWEEN = 4;

/** Shares `height` px among the lanes by their lines, none taller than `tallest`; with `height` null each line is `tallest`. */
export function tieRooms(lanes: readonly TieLane[], height: number | null, tallest: number): TieRoom[] {
  const lines = lanes.reduce((sum, lane) => sum + lane.lines, 0);
  const line = height === null ? tallest : Math.min(tallest, (height - lanes.length * BETWEEN) / Math.max(1, lines));
  let top = 0;
  return lanes.map((lane) => {
    const room = { top, line, height: lane.lines * line };
    top += room.height + BETWEEN;
    return room;
  });
}

/** The bracket at `y` px that holds on `day`, or null. */
export function bracketAt(lanes: readonly TieLane[], rooms: readonly TieRoom[], y: number, day: Day): Bracket | null {
  const lane = rooms.findIndex(({ top, height }) => y >= top && y < top + height);
  const room = rooms[lane];
  if (room === undefined) return null;
  const line = Math.floor((y - room.top) / room.line);
  return lanes[lane]!.brackets.find((one) => one.line === line && one.from <= day && day < one.until) ?? null;
}

/** Ties that join a selected pair, or touch a selected actor (ids); null where nothing is selected. */
export function chosenTies(
  record: StanceRecord,
  pair: readonly [string, string] | null,
  actors: readonly string[],
): Set<number> | null {
  const index = (id: string) => record.actorIndex.get(id) ?? -1;
  if (pair === null && actors.length === 0) return null;
  const joined = pair?.map(index) ?? [];
  const touched = actors.map(index);
  return new Set(
    record.ties.flatMap(({ members }, i) =>
      (pair !== null && joined.every((actor) => members.includes(actor))) || touched.some((actor) => members.includes(actor))
        ? [i]
        : [],
    ),
  );
}
