import { lookKey, lookOf, tieKey, tieLook, type Look } from '../analysis/stance/look';
import type { Running } from '../analysis/stance/stance';
import { FOCUS_WEIGHT, lineParts, widthOf, type LineParts } from '../ui/lines';
import type { Curve } from '../ui/curves';
import { betweenNodes } from './networkLines';
import type { Link, NetworkSet } from './networkSet';
import type { Day } from '../words/calendar';

/** A line as it is drawn at a date. The same object comes back while nothing about the line changes. */
export interface DrawnLine {
  key: string;
  link: Link;
  look: Look;
  parts: LineParts;
  focus: boolean;
}

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
    this.#kept[i] = look && {
      key: link.key,
      link,
      look,
      parts: lineParts(betweenNodes(this.#courses[i]!), look.grade, {
        width: widthOf(look.value, look.effective),
        weight: focus ? FOCUS_WEIGHT : 1,
        directed: link.pair >= 0,
      }),
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

/** Whether a tie of the link was in force until its source told no more, before `day`. */
function cutOff(running: Running, link: Link, day: Day): boolean {
  const { ties } = running.slice.record;
  return (
    link.pair < 0 &&
    link.ties.some((index) => {
      const tie = ties[index];
      return tie !== undefined && tie.censored && tie.until <= day;
    })
  );
}

/** How many links say nothing on day `at` because the source of their ties tells no more by then. */
export function untoldLinks(running: Running, set: NetworkSet, at: Day): number {
  return set.links.filter((link) => linkLook(running, link, at) === null && cutOff(running, link, at)).length;
}

/** How a link differs between two dates. */
export interface Change {
  before: Look | null;
  after: Look | null;
}

/**
 * The links whose grade is another on `at` than on `before`, or that are known on one of the two days only. A tie of which its source tells no
 * more is not known after its last day: that is no change.
 */
export function changesBetween(running: Running, set: NetworkSet, before: Day, at: Day): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const link of set.links) {
    const change = { before: linkLook(running, link, before), after: linkLook(running, link, at) };
    const untold =
      (change.before === null && cutOff(running, link, before)) || (change.after === null && cutOff(running, link, at));
    if (change.before?.grade !== change.after?.grade && !untold) changes.set(link.key, change);
  }
  return changes;
}
