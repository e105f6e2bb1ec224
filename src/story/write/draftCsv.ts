import { readTable } from '../../record/reading/csv';
import { columnsOf, plainColumnsOf } from '../../record/schema';
import { mediaCells, sceneMedia } from '../../record/media';
import { itemsOf } from '../../record/values';
import { cellOf } from '../../record/tables';
import { writeTable } from '../../record/write';
import type { Scene, SceneAsk, StanceRecord, Story, TextTable } from '../../record/record';
import { freshId, newDraft, sceneWith, WRITTEN, type Draft, type DraftScene } from './draft';

export type StoryTables = Record<'stories.csv' | 'scenes.csv', string>;

function emptyTable(name: 'stories' | 'scenes'): TextTable {
  return { name, columns: plainColumnsOf(name), rows: [], lines: new Uint32Array(0) };
}

/** A table of scenes with those columns as well that the scenes of drafts have something in; its own rows have nothing there. */
function withColumns(table: TextTable, drafts: readonly Draft[]): TextTable {
  const scenes = drafts.flatMap((draft) => draft.scenes);
  const missing = WRITTEN.filter((name) => !table.columns.includes(name) && scenes.some((scene) => scene[name] !== ''));
  if (missing.length === 0) return table;
  const columns = [...table.columns, ...columnsOf('scenes').filter((name) => (missing as readonly string[]).includes(name))];
  return { ...table, columns, rows: table.rows.map((cells) => columns.map((_, i) => cells[i] ?? '')) };
}

/** Cells of a row by the table's own columns; a column that the value has not stays empty. */
function rowOf(table: Pick<TextTable, 'columns'>, values: Readonly<Record<string, string>>): string[] {
  return table.columns.map((column) => values[column] ?? '');
}

/**
 * The two tables of the dataset with the drafts behind what is published, and the drafts' ids in them. Published rows stand unchanged: a
 * draft whose id is taken gets a new one.
 */
export function tablesOf(
  record: StanceRecord,
  drafts: readonly Draft[],
): { stories: TextTable; scenes: TextTable; ids: readonly string[] } {
  const stories = record.tables.stories ?? emptyTable('stories');
  const scenes = withColumns(record.tables.scenes ?? emptyTable('scenes'), drafts);
  const taken = new Set(record.stories.map(({ id }) => id));
  const ids: string[] = [];
  const storyRows = [...stories.rows];
  const sceneRows = [...scenes.rows];
  for (const draft of drafts) {
    const id = freshId(draft.title, taken);
    taken.add(id);
    ids.push(id);
    storyRows.push(rowOf(stories, { id, title: draft.title, subtitle: draft.subtitle, author: draft.author }));
    draft.scenes.forEach((scene, i) => sceneRows.push(rowOf(scenes, { ...scene, story: id, order: String(i + 1) })));
  }
  return { stories: withRows(stories, storyRows), scenes: withRows(scenes, sceneRows), ids };
}

const withRows = (table: TextTable, rows: string[][]): TextTable => ({
  ...table,
  rows,
  lines: Uint32Array.from(rows, (_, i) => i + 2),
});

/** The same two tables as files, in canonical form. */
export function tablesWith(record: StanceRecord, drafts: readonly Draft[]): StoryTables {
  const { stories, scenes } = tablesOf(record, drafts);
  return { 'stories.csv': writeTable(stories), 'scenes.csv': writeTable(scenes) };
}

/** A story of the record as a draft of its own, to change without touching it. */
export function draftOf(story: Story, id: string, { actors }: Pick<StanceRecord, 'actors'>): Draft {
  const scenes = [...story.scenes].sort((a, b) => a.order - b.order);
  return {
    id,
    title: story.title,
    subtitle: story.subtitle,
    author: story.author,
    scenes: scenes.map((scene, i) => sceneWith(`s${i + 1}`, writtenOf(scene, actors))),
    changed: 0,
  };
}

/** A scene of a record as its cells have it. */
function writtenOf({ title, text, view, ask, media }: Scene, actors: StanceRecord['actors']): Partial<DraftScene> {
  const plain = { title, text, view, ...(media === undefined ? {} : mediaCells(media)) };
  if (ask === undefined) return plain;
  const predict = (ask.predict ?? []).map((actor) => actors[actor]?.id ?? '').join(';');
  return { ...plain, question: ask.question, choices: ask.choices.join(';'), predict };
}

/** What a scene of a draft asks; null where it asks nothing. An actor whom the record has not draws no line. */
export function askOf(
  { question, choices, predict }: Pick<DraftScene, 'question' | 'choices' | 'predict'>,
  { actorIndex }: Pick<StanceRecord, 'actorIndex'>,
): SceneAsk | null {
  const options = itemsOf(choices);
  const [holder, target, more] = itemsOf(predict).map((id) => actorIndex.get(id));
  const pair = holder === undefined || target === undefined || more !== undefined ? null : ([holder, target] as const);
  if (question.trim() === '' && pair === null) return null;
  return { question: question.trim(), choices: options.length < 2 ? [] : options, predict: pair };
}

/** A draft as a story, to be read at once. */
export function storyOf({ id, title, subtitle, author, scenes }: Draft, record: Pick<StanceRecord, 'actorIndex'>): Story {
  return {
    id,
    title: title || 'Untitled story',
    subtitle,
    author,
    scenes: scenes.map((scene, i): Scene => {
      const ask = askOf(scene, record);
      const media = sceneMedia((column) => scene[column].trim());
      const read = { order: i + 1, title: scene.title || `Scene ${i + 1}`, text: scene.text, view: scene.view };
      return { ...read, ...(ask === null ? {} : { ask }), ...(media === null ? {} : { media }) };
    }),
  };
}

/**
 * Stories in a pair of tables, as drafts. Stories that are published in the record word for word are left out; scenes of a story that
 * the first table does not name become a draft of their own.
 *
 * @param files content by file name; `stories.csv` may be missing
 * @param taken ids of drafts that are there already
 */
export function draftsIn(
  files: ReadonlyMap<string, Uint8Array | string>,
  record: StanceRecord,
  taken: ReadonlySet<string>,
): { drafts: Draft[]; faults: string[] } {
  const faults: string[] = [];
  const read = (name: 'stories' | 'scenes'): TextTable => {
    const content = files.get(`${name}.csv`);
    if (content === undefined) return emptyTable(name);
    const { table, faults: wrong } = readTable(name, `${name}.csv`, content);
    for (const { line, message } of wrong) faults.push(`${name}.csv${line > 0 ? `, line ${line}` : ''}: ${message}`);
    return table;
  };
  const stories = read('stories');
  const scenes = read('scenes');
  const found = new Map<string, Draft>();
  stories.rows.forEach((_, row) => {
    const id = cellOf(stories, row, 'id');
    const [title, subtitle, author] = ['title', 'subtitle', 'author'].map((column) => cellOf(stories, row, column));
    found.set(id, { ...newDraft(id), title: title ?? '', subtitle: subtitle ?? '', author: author ?? '' });
  });
  // A sort keeps the order of rows whose place is the same.
  const placed = scenes.rows.map((_, row) => ({ row, order: Number(cellOf(scenes, row, 'order')) || scenes.rows.length }));
  for (const { row } of placed.sort((a, b) => a.order - b.order)) {
    const id = cellOf(scenes, row, 'story');
    const draft = found.get(id) ?? { ...newDraft(id), title: id };
    const written = Object.fromEntries(WRITTEN.map((column) => [column, cellOf(scenes, row, column)]));
    found.set(id, { ...draft, scenes: [...draft.scenes, sceneWith(`s${draft.scenes.length + 1}`, written)] });
  }
  const used = new Set(taken);
  const drafts: Draft[] = [];
  for (const draft of found.values()) {
    const published = record.stories.find(({ id }) => id === draft.id);
    if (published !== undefined && same(draftOf(published, draft.id, record), draft)) continue;
    const id = freshId(draft.title, used);
    used.add(id);
    drafts.push({ ...draft, id });
  }
  if (drafts.length === 0 && faults.length === 0) faults.push('There is no story in it that is not already here.');
  return { drafts, faults };
}

function same(a: Draft, b: Draft): boolean {
  const plain = ({ title, subtitle, author, scenes }: Draft) =>
    JSON.stringify([title, subtitle, author, scenes.map((scene) => WRITTEN.map((column) => scene[column].trim()))]);
  return plain(a) === plain(b);
}
