import { rowCard, type Card } from '../../record/card';
import type { SceneAsk, StanceRecord } from '../../record/record';
import { evidenceBehind } from '../reference';
import { shortName } from './shortName';
import type { ReadStory } from '../storyModel';

/** A story as a sheet to work on with a pencil: its questions, an empty matrix, and the rows behind it, without anybody's scores. */

export interface WorksheetQuestion {
  /** Place of the scene, from 1. */
  scene: number;
  title: string;
  question: string;
  choices: string[];
  /** Whether a line is to be drawn. */
  draws: boolean;
  /** Numbers of the rows behind the scene, as the list has them. */
  rows: number[];
}

export interface Worksheet {
  questions: WorksheetQuestion[];
  /** The rows behind the story, each once, in the order in which the scenes lead to them; the first is row 1. */
  rows: Card[];
  /** Heads of an empty matrix: numbered rows against explanations, or where the record has none actors against actors. */
  matrix: { kind: 'explanations' | 'actors'; columns: string[]; rows: string[] };
}

/** So many lines and columns of a matrix can be filled by hand on one sheet. */
const MOST_ROWS = 14;
const MOST_COLUMNS = 9;

const questionOf = (ask: SceneAsk | undefined): string =>
  ask !== undefined && ask.question !== ''
    ? ask.question
    : 'Which of these rows carry what the scene says, and which speak against it?';

/** The worksheet of a story. */
export function worksheetOf(record: StanceRecord, story: ReadStory): Worksheet {
  const numbers = new Map<number, number>();
  const questions = story.scenes.map(({ n, title, hrefs, ask }): WorksheetQuestion => {
    const rows = evidenceBehind(record, hrefs).map((e) => {
      if (!numbers.has(e)) numbers.set(e, numbers.size + 1);
      return numbers.get(e) ?? 0;
    });
    return { scene: n, title, question: questionOf(ask), choices: ask?.choices ?? [], draws: ask?.predict != null, rows };
  });
  const rows = [...numbers.keys()].map((e) => rowCard(record, e));
  return { questions, rows, matrix: matrixOf(record, rows) };
}

function matrixOf(record: StanceRecord, rows: readonly Card[]): Worksheet['matrix'] {
  if (record.hypotheses.length > 0)
    return {
      kind: 'explanations',
      columns: record.hypotheses.slice(0, MOST_COLUMNS).map(({ title }) => shortName(title)),
      rows: rows.slice(0, MOST_ROWS).map(({ title }, i) => `${i + 1}. ${title}`),
    };
  const { stances, ties } = record;
  const seen = new Map<number, number>();
  const add = (actor: number | undefined) => {
    if (actor !== undefined) seen.set(actor, (seen.get(actor) ?? 0) + 1);
  };
  for (let i = 0; i < stances.n; i++) [stances.holder[i], stances.target[i]].forEach(add);
  for (const { members } of ties) members.forEach(add);
  const names = [...seen]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_COLUMNS)
    .flatMap(([actor]) => record.actors[actor]?.name ?? []);
  return { kind: 'actors', columns: names, rows: names };
}
