import { weakness, type Look } from '../analysis/stance/look';
import { holds } from '../analysis/rift/tied';
import type { StanceRecord } from '../record/record';
import type { Link, NetworkSet } from './networkSet';
import type { Change } from './networkSteps';
import type { Day } from '../words/calendar';
import { formatDay, formatDate } from '../words/dates';
import { GRADE_WORDS } from '../words/scores';
import { signed } from '../words/numbers';

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** `Belarus on Poland`; the ends of a tie are joined by `and`. */
export function pairWords(record: StanceRecord, link: Link): string {
  return `${record.actors[link.holder]!.name} ${link.pair < 0 ? 'and' : 'on'} ${record.actors[link.target]!.name}`;
}

/** `Belarus on Poland +0.5, 12 rows, last 21 January 2026`, and what makes it weak. */
export function lineWords(record: StanceRecord, link: Link, look: Look | null, at: Day): string {
  const pair = pairWords(record, link);
  if (!look) return `${pair}: not covered by ${formatDay(at)}`;
  if (look.ties.length > 0) {
    const ties = look.ties.map((index) => tieWords(record, index));
    return `${pair} ${signed(look.value, 0)}: ${ties.join('; ')}`;
  }
  return `${pair} ${signed(look.value)}, ${plural(look.n, 'row')}, last ${formatDay(look.last)}${weakness(look)}`;
}

/** A line's name for those who do not see it: `Belarus on Poland +0.5, 12 rows, last 21 January 2026 (cooperative)`. */
export function lineName(record: StanceRecord, link: Link, look: Look): string {
  const grade = look.ties.length > 0 ? '' : ` (${GRADE_WORDS[look.grade]})`;
  return lineWords(record, link, look, look.last) + grade;
}

/** How a line changed between two dates: `Belarus on Poland −0.6 to +0.5, critical to cooperative`. */
export function changeWords(record: StanceRecord, link: Link, { before, after }: Change, from: Day, at: Day): string {
  const value = (look: Look | null) => (look ? signed(look.value, look.ties.length > 0 ? 0 : 1) : 'not covered');
  const days = `between ${formatDay(Math.min(from, at))} and ${formatDay(Math.max(from, at))}`;
  const [first, second] = from <= at ? [before, after] : [after, before];
  return `${pairWords(record, link)} ${value(first)} to ${value(second)} ${days}`;
}

/** `21 of 56 pairs changed their grade, 12 are covered on one day only, between …`. */
export function changesCaption(changes: ReadonlyMap<string, Change>, all: number, days: string): string {
  const once = [...changes.values()].filter(({ before, after }) => !before || !after).length;
  const covered = once > 0 ? `, ${once} ${once === 1 ? 'is' : 'are'} covered on one of the two days only` : '';
  return `${changes.size - once} of ${all} pairs changed their grade between ${days}${covered}`;
}

/** `friendship since 1872`. */
export function tieWords(record: StanceRecord, index: number): string {
  const tie = record.ties[index]!;
  return `${tie.kind.replace('-', ' ')}${tie.start ? ` since ${formatDate(tie.start)}` : ''}`;
}

/** `Belarus, state: 6 stances held, 8 received`. */
export function actorName(record: StanceRecord, set: NetworkSet, actor: number): string {
  const { name, kind } = record.actors[actor]!;
  const held = set.held.get(actor) ?? 0;
  const received = set.received.get(actor) ?? 0;
  if (set.kind === 'ties') return `${name}, ${kind}: signed ties with ${plural(held + received, 'other')}`;
  return `${name}, ${kind}: ${plural(held, 'stance')} held, ${received} received`;
}

/** What the plate's foot says of an actor: its stances, and how many ties it is in. */
export function actorWords(record: StanceRecord, set: NetworkSet, actor: number, at: Day): string {
  const ties = record.ties.filter((tie) => tie.members.includes(actor) && holds(tie, at)).length;
  return ties === 0
    ? actorName(record, set, actor)
    : `${actorName(record, set, actor)}; ${plural(ties, 'tie')} in force, in the table`;
}

/** The picture in a sentence, for those who do not see it. */
export function pictureWords(set: NetworkSet, lines: number, at: Day): string {
  const kind = set.kind === 'ties' ? 'signed tie' : 'stance';
  return `Network of ${plural(set.actors.length, 'actor')} and ${plural(lines, kind)} on ${formatDay(at)}`;
}
