import type { StanceRecord } from '../record/record';
import { weakness } from '../analysis/stance/look';
import type { Cell } from './matrixModel';
import { formatDate, formatDay } from '../words/dates';
import type { Day } from '../words/calendar';
import { GRADE_WORDS } from '../words/scores';
import { signed } from '../words/numbers';

/** A cell in words: `Belarus on Poland +0.5 cooperative, 12 rows, last 21 January 2026`. */
export function cellWords(
  record: StanceRecord,
  holder: number,
  target: number,
  cell: Cell | null,
  at: Day,
  ties: boolean,
): string {
  const pair = `${record.actors[holder]!.name} ${ties ? 'and' : 'on'} ${record.actors[target]!.name}`;
  if (!cell) return ties ? `${pair}: no signed tie on ${formatDay(at)}` : `${pair}: not covered by ${formatDay(at)}`;
  if (cell.ties.length > 0) {
    const held = cell.ties.map((index) => {
      const tie = record.ties[index]!;
      return `${tie.kind.replace('-', ' ')}${tie.start ? ` since ${formatDate(tie.start)}` : ''}`;
    });
    return `${pair} ${signed(cell.value, 0)}: ${held.join('; ')}`;
  }
  const rows = `${cell.n} row${cell.n === 1 ? '' : 's'}`;
  return `${pair} ${signed(cell.value)} ${GRADE_WORDS[cell.grade]}, ${rows}, last ${formatDay(cell.last)}${weakness(cell)}`;
}
