import { MEDIA_COLUMNS } from '../../record/media';
import { slugOf } from '../../words/slug';

/** A story that is being written: it lives in this browser until its tables are saved. */
export interface Draft {
  /** Key in this browser and, made unique, the id of the story in the tables. */
  id: string;
  title: string;
  subtitle: string;
  author: string;
  scenes: DraftScene[];
  /** When it was last changed, milliseconds. */
  changed: number;
}

/** What is written in a scene: the columns of its table of these names, each as its cell has it. */
export const WRITTEN = ['title', 'text', 'view', 'question', 'choices', 'predict', ...MEDIA_COLUMNS] as const;

export interface DraftScene extends Record<(typeof WRITTEN)[number], string> {
  /** Tells scenes apart while they are moved about; never saved to a table. */
  key: string;
}

/** A scene of which some is written, and all else empty. */
export function sceneWith(key: string, written: Partial<Omit<DraftScene, 'key'>>): DraftScene {
  const none = Object.fromEntries(WRITTEN.map((name) => [name, ''])) as Record<(typeof WRITTEN)[number], string>;
  return { ...none, ...written, key };
}

/** Acts on a draft: each gives a new draft and leaves the old one as it was, so that every step can be undone. */

export function newDraft(id: string): Draft {
  return { id, title: '', subtitle: '', author: '', scenes: [], changed: 0 };
}

/** A key that no scene of the draft has. */
function freshKey(draft: Draft): string {
  const used = new Set(draft.scenes.map(({ key }) => key));
  let n = draft.scenes.length + 1;
  while (used.has(`s${n}`)) n++;
  return `s${n}`;
}

/** Adds a scene with a view after scene `after` (a place from 0), or at the end. */
export function addScene(draft: Draft, view: string, after = draft.scenes.length - 1): { draft: Draft; key: string } {
  const key = freshKey(draft);
  const scenes = [...draft.scenes];
  scenes.splice(after + 1, 0, sceneWith(key, { view }));
  return { draft: { ...draft, scenes }, key };
}

export function changeScene(draft: Draft, key: string, patch: Partial<DraftScene>): Draft {
  return { ...draft, scenes: draft.scenes.map((scene) => (scene.key === key ? { ...scene, ...patch } : scene)) };
}

/** Moves a scene to place `to` (from 0), within the ends. */
export function moveScene(draft: Draft, key: string, to: number): Draft {
  const from = draft.scenes.findIndex((scene) => scene.key === key);
  const place = Math.min(Math.max(to, 0), draft.scenes.length - 1);
  if (from < 0 || from === place) return draft;
  const scenes = [...draft.scenes];
  scenes.splice(place, 0, ...scenes.splice(from, 1));
  return { ...draft, scenes };
}

export function copyScene(draft: Draft, key: string): { draft: Draft; key: string } {
  const place = draft.scenes.findIndex((scene) => scene.key === key);
  const scene = draft.scenes[place];
  if (scene === undefined) return { draft, key };
  const added = addScene(draft, scene.view, place);
  return { draft: changeScene(added.draft, added.key, { ...scene, key: added.key }), key: added.key };
}

export function removeScene(draft: Draft, key: string): Draft {
  return { ...draft, scenes: draft.scenes.filter((scene) => scene.key !== key) };
}

/** The text with a link to a row at the selection [start, end): the selected words become its words. */
export function insertLink(text: string, start: number, end: number, id: string, words: string): { text: string; caret: number } {
  const chosen = text.slice(start, end).trim() || words;
  const before = text.slice(0, start);
  const space = before !== '' && !/\s$/.test(before) && start === end ? ' ' : '';
  const link = `${space}[${chosen.replace(/[[\]]/g, '')}](${id})`;
  return { text: before + link + text.slice(end), caret: start + link.length };
}

/** The text with a card of a row at its end. */
export function insertCard(text: string, id: string, words: string): string {
  const body = text.replace(/\s+$/, '');
  return `${body}${body === '' ? '' : '\n\n'}> [${words.replace(/[[\]]/g, '')}](${id})\n`;
}

/** A slug from a title that is in none of the `taken` ids. */
export function freshId(title: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(title, 60) || 'my-story';
  if (!taken.has(slug)) return slug;
  let n = 2;
  while (taken.has(`${slug}-${n}`)) n++;
  return `${slug}-${n}`;
}
