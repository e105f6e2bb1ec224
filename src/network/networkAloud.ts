import { nameOf } from '../record/names';
import type { StanceRecord } from '../record/record';
import { aloudMessages, type Counted, type Sides } from '../words/messages/aloud';
import { gradeOf } from '../words/scores';
import type { DrawnLine } from './networkSteps';

/** How many names stand out. */
const MOST = 3;

/**
 * What stands over the rows of the network's table: how the lines lie, then the actors with most of them.
 *
 * @param ties whether the lines are ties, which have a sign and no score
 */
export function networkAloud(record: StanceRecord, lines: readonly Pick<DrawnLine, 'link' | 'look'>[], ties: boolean): string[] {
  const sides: Sides = { positive: 0, negative: 0, mixed: 0, weak: 0 };
  const ends = new Map<number, number>();
  for (const { link, look } of lines) {
    const grade = gradeOf(look.value);
    if (grade > 0) sides.positive++;
    else if (grade < 0) sides.negative++;
    else sides.mixed++;
    if (look.thin || look.stale) sides.weak++;
    // A stance on oneself is one line of one actor.
    for (const actor of new Set([link.holder, link.target])) ends.set(actor, (ends.get(actor) ?? 0) + 1);
  }
  const most = [...ends]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .slice(0, MOST)
    .map(([actor, n]): Counted => [nameOf(record, actor), n]);
  return [...(ties ? [] : [aloudMessages.sides(sides)]), aloudMessages.most('lines', most)].filter((words) => words !== '');
}
