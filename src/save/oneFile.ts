import { everything, selectionOf } from '../formats/selection';
import type { Carried } from '../formats/singleFile';
import { datasetFiles } from '../formats/subset';
import type { Slice } from '../analysis/slice';
import { encodeView } from '../focus/url';
import type { ViewState } from '../focus/view';
import { pictureWords } from './pictureWords';

/** What the one file opens with: the view as it is, or a story from its first scene. */
export function openingOf(state: ViewState, story: string): ViewState {
  const bare = { ...state, data: '' };
  return story === '' ? bare : { ...bare, page: 'story', item: '', extra: { story, scene: '1' } };
}

/** A dataset to carry in a page: the whole record, or the rows that the view stands on. */
export function carriedOf(slice: Slice, state: ViewState, story: string, whole: boolean, origin: string): Carried {
  const { record } = slice;
  const selection = whole || story !== '' ? everything(record) : selectionOf(slice, state);
  const { when, filters } = pictureWords(record, state, slice);
  const name = selection.whole ? record.meta.name : `${record.meta.name}-selection`;
  const title = selection.whole ? record.meta.title : `${record.meta.title} (selection)`;
  const view = selection.whole ? record.meta.view : '';
  const files = datasetFiles(record, selection, { name, title, view, words: [when, filters].filter(Boolean).join('. ') });
  return { name, title, view: encodeView(openingOf(state, story)), origin, files: Object.fromEntries(files) };
}
