import { congruenceAt, hasIssues, type Congruence } from '../analysis/rift/congruence';
import type { Look } from '../analysis/stance/look';
import type { Running } from '../analysis/stance/stance';
import { actorId, nameOf } from '../record/names';
import type { StanceRecord } from '../record/record';
import type { Curve } from '../ui/curves';
import { FOCUS_WEIGHT, lineParts, widthOf } from '../ui/lines';
import type { Day } from '../words/calendar';
import { networkMessages } from '../words/messages/network';
import { tieName } from '../words/names';
import { gradeOf, type Grade } from '../words/scores';
import { betweenNodes } from './networkLines';
import type { Link, NetworkSet } from './networkSet';
import type { DrawnLine } from './networkSteps';

/** The network's other reading: who agrees with whom on the issues, instead of who says what of whom. */

/** Whether the record can be read so: some of its actors are issues. */
export function hasAgreement(record: StanceRecord): boolean {
  return record.actors.some(({ kind }) => kind === 'issue');
}

/**
 * Every two holders with rows on one issue up to `to`, whatever sides they take: who is drawn does not depend on the date, so that nobody moves.
 */
export function agreementSet(running: Running, to: Day): NetworkSet {
  const { slice } = running;
  const { record, pairs } = slice;
  const issues = hasIssues(running);
  const holders = new Map<number, number[]>();
  for (let p = 0; p < pairs.n; p++) {
    const [holder, target, first] = [pairs.holder[p] ?? -1, pairs.target[p] ?? -1, pairs.item[pairs.start[p] ?? 0] ?? 0];
    if (holder === target || (issues && record.actors[target]?.kind !== 'issue') || (slice.day[first] ?? Infinity) > to) continue;
    const known = holders.get(target);
    if (known) known.push(holder);
    else holders.set(target, [holder]);
  }
  const links = new Map<string, Link>();
  const [held, received] = [new Map<number, number>(), new Map<number, number>()];
  for (const [target, list] of holders) {
    const sorted = [...list].sort((x, y) => x - y);
    sorted.forEach((a, i) => {
      for (const b of sorted.slice(i + 1)) {
        const key = `${actorId(record, a)} ${actorId(record, b)}`;
        if (links.has(key) || target === a || target === b) continue;
        links.set(key, { key, holder: a, target: b, pair: -1, ties: [] });
        held.set(a, (held.get(a) ?? 0) + 1);
        received.set(b, (received.get(b) ?? 0) + 1);
      }
    });
  }
  const actors = [...new Set([...held.keys(), ...received.keys()])].sort((x, y) => x - y);
  return { kind: 'ties', actors, guests: new Set(), links: [...links.values()], held, received };
}

/** A drawn line and what it says. */
export interface AgreementLine extends DrawnLine {
  of: Congruence;
}

/** A line without a direction has no teeth: what is against is dashed, however much it is, so that it is told without colour. */
const gradeOfLine = (value: number): Grade => Math.max(-1, gradeOf(2 * value)) as Grade;

/** The lines of a date: congruence less conflict over the mean activity, by its sign and size; those in focus last. */
export function agreementLines(
  running: Running,
  set: NetworkSet,
  courses: readonly Curve[],
  at: Day,
  chosen: ReadonlySet<number>,
): AgreementLine[] {
  const known = new Map(congruenceAt(running, at).map((one) => [`${one.a} ${one.b}`, one]));
  const lines = set.links.flatMap((link, i): AgreementLine[] => {
    const of = known.get(`${link.holder} ${link.target}`);
    const course = courses[i];
    if (of === undefined || course === undefined) return [];
    const n = of.same.length + of.opposite.length;
    const value = of.normalised;
    const focus = chosen.has(link.holder) && chosen.has(link.target);
    const look: Look = { grade: gradeOfLine(value), value, n, rows: n, effective: n, last: at, newest: -1, thin: n === 1, stale: false, ties: [] }; // prettier-ignore
    const parts = lineParts(betweenNodes(course), look.grade, {
      width: widthOf(2 * value, n),
      weight: focus ? FOCUS_WEIGHT : 1,
      directed: false,
    });
    return [{ key: link.key, link, look, parts, focus, of }];
  });
  return [...lines.filter(({ focus }) => !focus), ...lines.filter(({ focus }) => focus)];
}

/** `Alpha and Beta agree on Carbon tax, disagree on Cap and trade: +0.3`. */
export function agreementWords(record: StanceRecord, { link, of }: AgreementLine): string {
  const names = (targets: readonly number[]) => targets.map((target) => nameOf(record, target));
  return networkMessages.agreement(
    tieName(nameOf(record, link.holder), nameOf(record, link.target)),
    names(of.same),
    names(of.opposite),
    of.normalised,
  );
}
