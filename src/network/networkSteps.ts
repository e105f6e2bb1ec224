import { lookKey, lookOf, tieKey, tieLook, type Look } from '../analysis/stance/look';
import type { Running } from '../analysis/stance/stance';
import type { Curve } from '../ui/marks';
import { shapeOf, type Shape } from './networkLines';
import type { Link, NetworkSet } from './networkSet';
import type { Day } from '../words/calendar';

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
    const look = linkLook(this.#running, link, at);
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
  return link.pair < 0 ? tieKey(running.slice.record, link.ties, at) : lookKey(running, link.pair, at);
}

/** What a link says at the end of day `at`, or null where nothing is known. */
export function linkLook(running: Running, link: Link, at: Day): Look | null {
  return link.pair < 0 ? tieLook(running.slice.record, link.ties, at) : lookOf(running, link.pair, at);
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
    const change = { before: linkLook(running, link, before), after: linkLook(running, link, at) };
    if (change.before?.grade !== change.after?.grade) changes.set(link.key, change);
  }
  return changes;
}
