import type { StanceRecord } from '../../record/record';
import { itemsOf } from '../../record/values';
import type { DraftScene } from './draft';

/** What a scene asks as its writer sees it: choices a line each, a line to draw as two actors; in the table each is one cell. */

/** Choices a line each, of a cell of the table. */
export function choiceLines(cell: string): string {
  return cell.split(';').join('\n');
}

/** The cell of lines; a semicolon that is typed begins a new choice, since in the table it ends one. */
export function choicesCell(lines: string): string {
  return lines.split(/\r?\n|;/).join(';');
}

/** Ids of holder and target of a line to draw, each empty where it is not chosen. */
export function drawnPair(cell: string): readonly [holder: string, target: string] {
  const [holder = '', target = ''] = cell.split(';').map((id) => id.trim());
  return [holder, target];
}

/** The cell of a line to draw; empty where neither actor is chosen. */
export function pairCell(holder: string, target: string): string {
  return holder === '' && target === '' ? '' : `${holder};${target}`;
}

/** What is wrong with what a scene asks, a sentence each. */
export function askFaults(
  { question, choices, predict }: Pick<DraftScene, 'question' | 'choices' | 'predict'>,
  { actorIndex }: Pick<StanceRecord, 'actorIndex'>,
): string[] {
  const options = itemsOf(choices);
  const pair = itemsOf(predict);
  const faults: string[] = [];
  if (question.trim() === '' && options.length + pair.length > 0) faults.push('The scene has answers and asks nothing.');
  if (options.length === 1) faults.push('There is one choice: two or more are needed.');
  if (pair.length > 0 && (pair.length !== 2 || pair[0] === pair[1])) faults.push('A line to draw is that of two actors.');
  for (const id of pair) if (!actorIndex.has(id)) faults.push(`A line to draw names “${id}”, which is no actor of the record.`);
  return faults;
}
