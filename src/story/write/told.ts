import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { newDraft, sceneWith, WRITTEN, type Draft } from './draft';

/**
 * A story within a link (`x-told`), for one that stands in no table: its words packed (deflate, base64url), so that whoever opens the link
 * reads it, in a page that keeps nothing of it. What stands behind `#` reaches no server.
 */

/** Most letters of such a link that programs which hand links on leave whole. */
export const MOST_LETTERS = 8000;

/** Most bytes that a packed story is unpacked to: no link fills the memory. */
const MOST_BYTES = 2_000_000;

/** In a link, the id of a story that stands in it, so that it is never taken for a published one's or a draft's. */
const TOLD = 'told:';

/** Whether a link asks for the story that it carries. */
export const isTold = (asked: string): boolean => asked.startsWith(TOLD);

/** What a link says of a story that it carries: which one is asked for, and the story. */
export function toldOf(draft: Draft): { story: string; told: string } {
  const { title, subtitle, author, scenes } = draft;
  const plain = JSON.stringify([title, subtitle, author, scenes.map((scene) => WRITTEN.map((name) => scene[name]))]);
  const packed = deflateSync(strToU8(plain), { level: 9 });
  const told = btoa(strFromU8(packed, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  // What a reader answers in one such story is not taken for an answer in another.
  return { story: `${TOLD}${told.length}-${told.slice(-8)}`, told };
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');

/** The story of a link; null where a part of it is missing. */
export function readTold(told: string): Draft | null {
  try {
    const bytes = strToU8(atob(told.replaceAll('-', '+').replaceAll('_', '/')), true);
    const plain = strFromU8(inflateSync(bytes, { out: new Uint8Array(MOST_BYTES) }));
    const [title, subtitle, author, scenes] = JSON.parse(plain) as unknown[];
    if (!isTexts([title, subtitle, author]) || !Array.isArray(scenes) || !scenes.every(isTexts)) return null;
    return {
      ...newDraft('told'),
      title: String(title),
      subtitle: String(subtitle),
      author: String(author),
      scenes: scenes.map((cells, i) =>
        sceneWith(
          `s${i + 1}`,
          Object.fromEntries(WRITTEN.flatMap((name, at) => (cells[at] === undefined ? [] : [[name, cells[at]]]))),
        ),
      ),
    };
  } catch {
    return null;
  }
}
