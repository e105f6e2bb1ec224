import { nameOf } from '../record/names';
import { saidStance } from '../analysis/stance/look';
import type { Running } from '../analysis/stance/stance';
import { tieWords } from '../analysis/rift/tieWords';
import type { Day } from '../words/calendar';
import { stanceMessages } from '../words/messages/stance';
import { pairName, tieName } from '../words/names';
import type { Cell } from './matrixModel';

/** A cell in words: a stance with its rows, the ties of two actors, or that there is none. */
export function cellWords(
  running: Running,
  holder: number,
  target: number,
  cell: Cell | null,
  at: Day,
  from: Day,
  ties: boolean,
): string {
  const { record } = running.slice;
  const [a, b] = [nameOf(record, holder), nameOf(record, target)];
  const pair = ties ? tieName(a, b) : pairName(a, b);
  if (cell === null) return ties ? stanceMessages.noTie(pair, at) : stanceMessages.notCovered(pair, at);
  if (cell.ties.length === 0) return stanceMessages.ofPair(pair, saidStance(running, cell, from));
  return stanceMessages.tied(
    pair,
    cell.value,
    cell.ties.map((index) => tieWords(record, index)),
  );
}
