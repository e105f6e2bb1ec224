import { decodeView } from '../focus/url';
import { START } from '../focus/view';
import { daysWords } from '../words/dates';
import type { ReadScene } from './storyModel';

/** "Scene 4 of 9, September 2025": the place of a scene in its story, and its days where its view names them. */
export function whenWords({ n, view }: Pick<ReadScene, 'n' | 'view'>, count: number): string {
  if (!view.includes('from=')) return `Scene ${n} of ${count}`;
  const { from, to } = decodeView(view, START);
  return `Scene ${n} of ${count}, ${daysWords(from, to)}`;
}
