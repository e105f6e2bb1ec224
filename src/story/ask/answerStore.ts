import type { DBSchema } from 'idb';
import { store } from '../../ui/browserStore';

/** What a reader answered to the questions of a story: kept in this browser, scene by scene. */

export interface Answer {
  story: string;
  /** Place of the scene, from 1. */
  scene: number;
  question: string;
  /** A choice, or words; empty where a line was drawn. */
  text: string;
  /** The line that was drawn, -2 to 2 at evenly spaced days; empty for none. */
  line: number[];
}

interface Kept extends Answer {
  record: string;
}

interface Schema extends DBSchema {
  answers: { key: [string, string, number]; value: Kept };
}

const answers = store<Schema>('stanceline-answers', 1, (database) => {
  database.createObjectStore('answers', { keyPath: ['record', 'story', 'scene'] });
});

/** An answer as it is kept; null where there is none, or none of this shape. */
export function answerOf(kept: unknown): Answer | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { story, scene, question, text, line } = kept as Partial<Record<keyof Answer, unknown>>;
  if (typeof story !== 'string' || typeof scene !== 'number' || typeof question !== 'string' || typeof text !== 'string')
    return null;
  if (!Array.isArray(line) || !line.every((value) => typeof value === 'number' && Math.abs(value) <= 2)) return null;
  return { story, scene, question, text, line };
}

export async function keptAnswer(record: string, story: string, scene: number): Promise<Answer | null> {
  return answerOf(await (await answers()).get('answers', [record, story, scene]));
}

/** All answers to a story's questions, in the order of its scenes. */
export async function keptAnswers(record: string, story: string): Promise<Answer[]> {
  const all: unknown[] = await (await answers()).getAll('answers', IDBKeyRange.bound([record, story], [record, story, []]));
  return all.flatMap((kept) => answerOf(kept) ?? []).sort((a, b) => a.scene - b.scene);
}

export async function keepAnswer(record: string, answer: Answer): Promise<void> {
  await (await answers()).put('answers', { ...answer, line: [...answer.line], record });
}

export async function dropAnswer(record: string, story: string, scene: number): Promise<void> {
  await (await answers()).delete('answers', [record, story, scene]);
}
