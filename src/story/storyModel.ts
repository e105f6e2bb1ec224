import { figureFaultsIn } from '../analysis/figures/checkFigures';
import type { Scene, SceneAsk, SceneMedia, StanceRecord, Story } from '../record/record';
import type { ViewState } from '../focus/view';
import type { KnownView } from '../focus/views';
import { hrefsOf, readText, type Block } from './read/markdown';
import { strayLinks } from '../record/sceneLinks';
import { referenceOf, webAddress } from './reference';
import { viewFaults } from './sceneState';

/** A scene ready to be read. */
export interface ReadScene {
  /** Place in the story, from 1. */
  n: number;
  title: string;
  view: string;
  blocks: Block[];
  /** For the speaker: the notes of the scene, or where it has none its text. */
  notes: string;
  /** The notes as they are written; empty where there are none. */
  spoken: string;
  /** Every address in the text. */
  hrefs: string[];
  /** What it asks; absent where it asks nothing. */
  ask?: SceneAsk;
  /** Its picture, sound or film; absent where it has none. */
  media?: SceneMedia;
}

export interface ReadStory {
  id: string;
  title: string;
  subtitle: string;
  author: string;
  scenes: ReadScene[];
}

/** Scenes in their order, with their texts read. */
export function readStory(story: Story): ReadStory {
  const scenes = [...story.scenes].sort((a, b) => a.order - b.order).map((scene, i) => readScene(scene, i + 1));
  return { id: story.id, title: story.title, subtitle: story.subtitle, author: story.author, scenes };
}

export function readScene(scene: Pick<Scene, 'title' | 'text' | 'view' | 'ask' | 'media'>, n: number): ReadScene {
  const { blocks, notes } = readText(scene.text);
  return {
    n,
    title: scene.title,
    view: scene.view,
    blocks,
    notes: notes || plainNotes(scene.text),
    spoken: notes,
    hrefs: hrefsOf(blocks),
    ...(scene.ask ? { ask: scene.ask } : {}),
    ...(scene.media ? { media: scene.media } : {}),
  };
}

/** The text without its markup, for a speaker who has no notes. */
function plainNotes(text: string): string {
  return text
    .replace(/^>.*$/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The place in a story that a state asks for: 1 to the number of scenes; 1 where it asks for none. */
export function sceneAsked(state: ViewState, count: number): number {
  const n = Number(state.extra['scene']);
  return Number.isInteger(n) ? Math.min(Math.max(n, 1), Math.max(count, 1)) : 1;
}

/**
 * What is wrong with a scene, a sentence each: nothing is passed over in silence.
 *
 * @param views those that may stand beside its words
 */
export function sceneFaults(
  scene: Pick<Scene, 'title' | 'text' | 'view'>,
  record: StanceRecord,
  views: readonly KnownView[],
): string[] {
  const faults = scene.title.trim() === '' ? ['The scene has no title.'] : [];
  for (const href of hrefsOf(readText(scene.text).blocks)) {
    const reference = referenceOf(record, href);
    if (reference.type === 'missing') {
      const meant = reference.meant === null ? '' : ` Was “${reference.meant}” meant?`;
      faults.push(`The text links to “${reference.id}”, which is not in the record.${meant}`);
    } else if (reference.type === 'address') {
      const shown = webAddress(record, reference.url) === '' ? ': it is shown and not live' : '';
      faults.push(`The text links to ${reference.url}, which is no source of the record${shown}.`);
    }
  }
  for (const { sentence, id } of strayLinks(scene.text, record.tables))
    faults.push(`“${sentence}” links to “${id}”, and shares no name, date or word with it: does the row say so?`);
  for (const { message, suggestion } of figureFaultsIn(record, scene.text))
    faults.push([message, suggestion.replaceAll('`', '')].filter((part) => part !== '').join(' '));
  return [...faults, ...viewFaults(scene.view, record, views)];
}
