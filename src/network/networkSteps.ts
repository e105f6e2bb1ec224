import { lastRow, type Running } from '../analysis/stance/stance';
import type { Day } from '../words/day';
import { gradeOf, type Curve, type Grade } from '../ui/marks';
import { shapeOf, type Shape } from './networkLines';
import type { Link, NetworkSet } from './networkSet';

/** What a line says at a date. */
export interface Look {
  grade: Grade;
  /** Running stance, or the sign of the ties: -1 or +1. */
  value: number;
  /** Rows that count; the number of ties. */
  n: number;
  effective: number;
  /** Day of the last row; for ties, the latest day on which one of them began. */
  last: Day;
  /** Few effective rows: drawn lighter. */
  thin: boolean;
  /** No row for two half-lives: drawn lighter. */
  stale: boolean;
  /** Ties in force (indices into `record.ties`); empty for a stance. */
  ties: readonly number[];
}

/** A line as it is drawn at a date. The same object comes back while nothing about the line changes. */
export interface DrawnLine {
  key: string;
  link: Link;
  look: Look;
  shape: Shape;
  /** Stroke of the spine, px. */
  width: number;
  focus: boolean;
}

/** Under this many effective rows a stance counts as thinly evidenced. */
export const THIN = 2.2;
/** How much heavier what is in focus is drawn. */
export const FOCUS_WEIGHT = 1.9;

/**
 * The lines of a network at any date. Between two rows of a pair nothing about its line changes but its staleness, so each line is
 * kept and handed out again until its last row is another one: a step of the clock costs a search a pair and draws what changed.
 */
export class NetworkSteps {
  readonly #running: Running;
  readonly #set: NetworkSet;
  readonly #courses: readonly Curve[];
  readonly #kept: (DrawnLine | null)[];
  readonly #marks: string[];
  #last: DrawnLine[] = [];

  constructor(running: Running, set: NetworkSet, courses: readonly Curve[]) {
    this.#running = running;
    this.#set = set;
    this.#courses = courses;
    this.#kept = set.links.map(() => null);
    this.#marks = set.links.map(() => '');
  }

  /** The lines known on `at`, those in focus last. The same array where no line differs from the last call. */
  at(at: Day, focus: ReadonlySet<string>): DrawnLine[] {
    const behind: DrawnLine[] = [];
    const before: DrawnLine[] = [];
    this.#set.links.forEach((link, i) => {
      const line = this.#line(i, link, at, focus.has(link.key));
      if (line) (line.focus ? before : behind).push(line);
    });
    const lines = [...behind, ...before];
    const same = lines.length === this.#last.length && lines.every((line, i) => line === this.#last[i]);
    if (!same) this.#last = lines;
    return this.#last;
  }

  #line(i: number, link: Link, at: Day, focus: boolean): DrawnLine | null {
    const mark = `${markOf(this.#running, link, at)} ${focus}`;
    if (mark === this.#marks[i]) return this.#kept[i] ?? null;
    this.#marks[i] = mark;
    const look = lookOf(this.#running, link, at);
    const scale = focus ? FOCUS_WEIGHT : 1;
    const directed = link.pair >= 0;
    this.#kept[i] = look && {
      key: link.key,
      link,
      look,
      shape: shapeOf(this.#courses[i]!, look.grade, scale, directed),
      width: widthOf(look) * scale,
      focus,
    };
    return this.#kept[i] ?? null;
  }
}

/** Changes whenever what a line says changes. */
function markOf(running: Running, link: Link, at: Day): string {
  if (link.pair < 0) return tiesOn(running, link, at).join(' ');
  const j = lastRow(running, link.pair, at);
  return j < 0 ? '' : `${j} ${isStale(running, j, at)}`;
}

function isStale(running: Running, j: number, at: Day): boolean {
  return at - running.day[j]! > 2 * running.reading.halfLife;
}

function tiesOn(running: Running, link: Link, at: Day): number[] {
  const { ties } = running.slice.record;
  return link.ties.filter((tie) => ties[tie]!.from <= at && at < ties[tie]!.until);
}

/** What a link says at the end of day `at`, or null where nothing is known. */
export function lookOf(running: Running, link: Link, at: Day): Look | null {
  if (link.pair < 0) {
    const ties = tiesOn(running, link, at);
    const all = running.slice.record.ties;
    const sum = ties.reduce((total, tie) => total + all[tie]!.sign, 0);
    if (sum === 0) return null;
    const value = sum > 0 ? 1 : -1;
    const last = Math.max(...ties.map((tie) => all[tie]!.from));
    return { grade: value, value, n: ties.length, effective: Infinity, last, thin: false, stale: false, ties };
  }
  const j = lastRow(running, link.pair, at);
  const value = j < 0 ? NaN : running.value[j]!;
  if (Number.isNaN(value)) return null;
  const effective = running.effective[j]!;
  return {
    grade: gradeOf(value),
    value,
    n: running.count[j]!,
    effective,
    last: running.day[j]!,
    thin: effective < THIN,
    stale: isStale(running, j, at),
    ties: [],
  };
}

/** Stroke of a spine: heavier with strength and with evidence, between 1.1 and 2 px. */
function widthOf(look: Look): number {
  if (look.ties.length > 0) return 1.7;
  const evidence = Math.min(1, Math.log2(Math.max(1, look.effective)) / 4);
  return Math.round((1.1 + 0.3 * Math.abs(look.value) + 0.3 * evidence) * 10) / 10;
}

/** How a link differs between two dates. */
export interface Change {
  before: Look | null;
  after: Look | null;
}

/** The links whose grade is another on `at` than on `before`, or that are known on one of the two days only. */
export function changesBetween(running: Running, set: NetworkSet, before: Day, at: Day): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const link of set.links) {
    const change = { before: lookOf(running, link, before), after: lookOf(running, link, at) };
    if (change.before?.grade !== change.after?.grade) changes.set(link.key, change);
  }
  return changes;
}
