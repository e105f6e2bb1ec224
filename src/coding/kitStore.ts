import type { DBSchema } from 'idb';
import { Journal, store } from '../ui/browserStore';
import type { Answer, Answers, Run } from './run';
import { GRADES } from './results';

/** What this browser keeps of runs: each answer by itself, so that two tabs never overwrite one another's. */

interface KeptAnswer extends Answer {
  run: string;
}

/** How a stance on which two coders stand far apart was settled. */
export interface Settled {
  stance: string;
  /** Id of the other coder. */
  coder: string;
  score: number;
  why: string;
}

interface KeptSettled extends Settled {
  run: string;
}

interface Schema extends DBSchema {
  runs: { key: string; value: Run };
  answers: { key: [string, string]; value: KeptAnswer };
  settled: { key: [string, string]; value: KeptSettled };
}

const codings = store<Schema>('stanceline-codings', 1, (database) => {
  database.createObjectStore('runs', { keyPath: 'key' });
  database.createObjectStore('answers', { keyPath: ['run', 'stance'] });
  database.createObjectStore('settled', { keyPath: ['run', 'stance'] });
});

/** All that a run has: keys of two parts that begin with its own. */
const within = (run: string) => IDBKeyRange.bound([run], [run, []]);

/** The runs of a record, last begun first, with how many stances of each are answered. */
export async function keptRuns(record: string): Promise<{ run: Run; done: number }[]> {
  const database = await codings();
  const runs = ((await database.getAll('runs')) as unknown[]).filter(isRun).filter((run) => run.record === record);
  const counted = await Promise.all(
    runs.map(async (run) => ({ run, done: [...(await keptAnswers(run.key)).values()].filter(({ done }) => done).length })),
  );
  return counted.sort((a, b) => (a.run.begun < b.run.begun ? 1 : -1));
}

export async function keepRun(run: Run): Promise<void> {
  await (await codings()).put('runs', run);
}

/** Takes a run and all its answers away. */
export async function dropRun(key: string): Promise<void> {
  const transaction = (await codings()).transaction(['runs', 'answers', 'settled'], 'readwrite');
  await Promise.all([
    transaction.objectStore('runs').delete(key),
    transaction.objectStore('answers').delete(within(key)),
    transaction.objectStore('settled').delete(within(key)),
    transaction.done,
  ]);
}

/** The answers of a run; what is kept and has not the shape of one is left out. */
export async function keptAnswers(run: string): Promise<Answers> {
  const all = (await (await codings()).getAll('answers', within(run))) as unknown[];
  return new Map(all.flatMap((kept) => (isAnswer(kept) ? [[kept.stance, answerOf(kept)] as const] : [])));
}

const journal = new Journal('codings');
const lineOf = (run: string, stance: string) => `${run}\n${stance}`;

/** Keeps one answer. It is written down at once, so that a page that is closed before the store has answered finds it at its next visit. */
export async function keepAnswer(run: string, answer: Answer): Promise<void> {
  const line = lineOf(run, answer.stance);
  const text = JSON.stringify(answer);
  journal.note(line, text);
  await (await codings()).put('answers', { ...answer, run });
  if (journal.left().get(line) === text) journal.done(line);
}

/** Stores what an earlier visit wrote down and did not come to store. */
export async function recoverAnswers(run: string): Promise<void> {
  for (const [line, text] of journal.left()) {
    if (!line.startsWith(`${run}\n`)) continue;
    const answer = parsed(text);
    if (isAnswer(answer)) await (await codings()).put('answers', { ...answerOf(answer), run });
    journal.done(line);
  }
}

export async function keptSettled(run: string): Promise<ReadonlyMap<string, Settled>> {
  const all = await (await codings()).getAll('settled', within(run));
  return new Map(all.map(({ stance, coder, score, why }) => [stance, { stance, coder, score, why }]));
}

/** Keeps how a stance was settled, or with null that it is left open. */
export async function keepSettled(run: string, stance: string, settled: Settled | null): Promise<void> {
  if (settled === null) await (await codings()).delete('settled', [run, stance]);
  else await (await codings()).put('settled', { ...settled, run });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRun(value: unknown): value is Run {
  if (typeof value !== 'object' || value === null) return false;
  const { key, record, coder, sample, stances, begun } = value as Partial<Record<keyof Run, unknown>>;
  return (
    [key, record, sample, begun].every((text) => typeof text === 'string') &&
    typeof (coder as { id?: unknown } | null | undefined)?.id === 'string' &&
    Array.isArray(stances) &&
    stances.every((id) => typeof id === 'string')
  );
}

/** Whether a value is an answer. */
export function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { stance, score, reason, seconds, done } = value as Partial<Record<keyof Answer, unknown>>;
  return (
    typeof stance === 'string' &&
    typeof reason === 'string' &&
    typeof seconds === 'number' &&
    typeof done === 'boolean' &&
    (score === null || (score === undefined && !done) || GRADES.some((grade) => grade === score))
  );
}

const answerOf = ({ stance, score, reason, seconds, done }: Answer): Answer => ({ stance, score, reason, seconds, done });
