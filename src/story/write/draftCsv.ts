import { readTable } from '../../record/reading/csv';
import { columnsOf } from '../../record/schema';
import { cellOf } from '../../record/tables';
import { writeTable } from '../../record/write';
import type { StanceRecord, Story, TextTable } from '../../record/record';
import { freshId, type Draft } from './draft';

export type StoryTables = Record<'stories.csv' | 'scenes.csv', string>;

function emptyTable(name: 'stories' | 'scenes'): TextTable {
  return { name, columns: columnsOf(name), rows: [], lines: new Uint32Array(0) };
}

/** Cells of a row by the table's own columns; a column that the value has not stays empty. */
function rowOf(table: TextTable, values: Readonly<Record<string, string>>): string[] {
  return table.columns.map((column) => values[column] ?? '');
}

/**
 * The two tables of the dataset with the drafts behind what is published, in canonical form. Published rows stand unchanged: a draft
 * whose id is taken gets a new one.
 */
export function tablesWith(record: StanceRecord, drafts: readonly Draft[]): StoryTables {
  const stories = record.tables.stories ?? emptyTable('stories');
  const scenes = record.tables.scenes ?? emptyTable('scenes');
  const taken = new Set(record.stories.map(({ id }) => id));
  const storyRows = [...stories.rows];
  const sceneRows = [...scenes.rows];
  for (const draft of drafts) {
    const id = freshId(draft.title, taken);
    taken.add(id);
    storyRows.push(rowOf(stories, { id, title: draft.title, subtitle: draft.subtitle, author: draft.author }));
    draft.scenes.forEach(({ title, text, view }, i) => {
      sceneRows.push(rowOf(scenes, { story: id, order: String(i + 1), title, text, view }));
    });
  }
  return {
    'stories.csv': writeTable({ ...stories, rows: storyRows }),
    'scenes.csv': writeTable({ ...scenes, rows: sceneRows }),
  };
}

/** A story of the record as a draft of its own, to change without touching it. */
export function draftOf(story: Story, id: string): Draft {
  const scenes = [...story.scenes].sort((a, b) => a.order - b.order);
  return {
    id,
    title: story.title,
    subtitle: story.subtitle,
    author: story.author,
    scenes: scenes.map(({ title, text, view }, i) => ({ key: `s${i + 1}`, title, text, view })),
    changed: 0,
  };
}

/** A draft as a story, to be read at once. */
export function storyOf({ id, title, subtitle, author, scenes }: Draft): Story {
  return {
    id,
    title: title || 'Untitled story',
    subtitle,
    author,
    scenes: scenes.map(({ title: heading, text, view }, i) => ({ order: i + 1, title: heading || `Scene ${i + 1}`, text, view })),
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
  const found = new Map<string, Story>();
  stories.rows.forEach((_, row) => {
    const id = cellOf(stories, row, 'id');
    found.set(id, {
      id,
      title: cellOf(stories, row, 'title'),
      subtitle: cellOf(stories, row, 'subtitle'),
      author: cellOf(stories, row, 'author'),
      scenes: [],
    });
  });
  scenes.rows.forEach((_, row) => {
    const id = cellOf(scenes, row, 'story');
    const story = found.get(id) ?? { id, title: id, subtitle: '', author: '', scenes: [] };
    found.set(id, story);
    story.scenes.push({
      order: Number(cellOf(scenes, row, 'order')) || story.scenes.length + 1,
      title: cellOf(scenes, row, 'title'),
      text: cellOf(scenes, row, 'text'),
      view: cellOf(scenes, row, 'view'),
    });
  });
  const used = new Set(taken);
  const drafts: Draft[] = [];
  for (const story of found.values()) {
    const published = record.stories.find(({ id }) => id === story.id);
    if (published !== undefined && same(published, story)) continue;
    const id = freshId(story.title, used);
    used.add(id);
    drafts.push(draftOf(story, id));
  }
  if (drafts.length === 0 && faults.length === 0) faults.push('There is no story in it that is not already here.');
  return { drafts, faults };
}

function same(a: Story, b: Story): boolean {
  const plain = ({ title, subtitle, author, scenes }: Story) =>
    JSON.stringify([
      title,
      subtitle,
      author,
      [...scenes].sort((x, y) => x.order - y.order).map((s) => [s.title, s.text.trim(), s.view]),
    ]);
  return plain(a) === plain(b);
}
