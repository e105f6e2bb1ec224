import { everything, selectionOf } from '../formats/selection';
import type { Carried } from '../formats/singleFile';
import { datasetFiles } from '../formats/subset';
import { MEDIA_FOLDER } from '../record/media';
import type { Slice } from '../analysis/slice';
import { encodeView } from '../focus/url';
import type { ViewState } from '../focus/view';
import { pictureWords } from './pictureWords';

/** What the one file opens with: the view as it is, or a story from its first scene. */
export function openingOf(state: ViewState, story: string): ViewState {
  const bare = { ...state, data: '' };
  return story === '' ? bare : { ...bare, page: 'story', item: '', extra: { story, scene: '1' } };
}

/** Bytes as base64, in pieces: a call takes no more than some ten thousand arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/**
 * A dataset to carry in a page: the whole record, or the rows that the view stands on.
 *
 * @param media pictures, sounds and films that go along, by path in the record's folder
 */
export function carriedOf(
  slice: Slice,
  state: ViewState,
  story: string,
  whole: boolean,
  origin: string,
  media: ReadonlyMap<string, Uint8Array> = new Map(),
): Carried {
  const { record } = slice;
  const selection = whole || story !== '' ? everything(record) : selectionOf(slice, state);
  const { when, filters } = pictureWords(record, state, slice);
  const name = selection.whole ? record.meta.name : `${record.meta.name}-selection`;
  const title = selection.whole ? record.meta.title : `${record.meta.title} (selection)`;
  const view = selection.whole ? record.meta.view : '';
  const files = datasetFiles(record, selection, { name, title, view, words: [when, filters].filter(Boolean).join('. ') });
  const carried = { name, title, view: encodeView(openingOf(state, story)), origin, files: Object.fromEntries(files) };
  if (media.size === 0) return carried;
  const inside = [...media].map(([path, bytes]) => [path.slice(MEDIA_FOLDER.length), base64Of(bytes)]);
  return { ...carried, media: Object.fromEntries(inside) as Record<string, string> };
}
