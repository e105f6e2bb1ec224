import type { StanceRecord, Story } from '../record/record';
import type { ViewState } from '../focus/view';
import { storyOf } from './write/draftCsv';
import type { Draft } from './write/draft';
import { isTold, readTold } from './write/told';

/** In a link, a draft's id stands behind this, so that it is never taken for a published story's. */
export const DRAFT = 'draft:';

/** The story that a link asks for: one of the record, a draft of this browser, or one that the link carries. */
export interface ShownStory {
  story: Story;
  /** Null for a story of the record. */
  draft: Draft | null;
}

/**
 * The story that a state asks for; null where it is not here.
 *
 * @param find looks for a draft of this browser
 */
export function shownStory(
  record: StanceRecord,
  { extra }: Pick<ViewState, 'extra'>,
  find: (id: string) => Draft | undefined,
): ShownStory | null {
  const asked = extra['story'] ?? '';
  const draft = asked.startsWith(DRAFT)
    ? (find(asked.slice(DRAFT.length)) ?? null)
    : isTold(asked)
      ? readTold(extra['told'] ?? '')
      : null;
  if (draft !== null) return { story: storyOf(draft, record), draft };
  const story = record.stories.find(({ id }) => id === asked);
  return story === undefined ? null : { story, draft: null };
}

/** Why there is no such story, for the reader. */
export function noStoryWords(asked: string): string {
  if (isTold(asked)) return 'The story in this link cannot be read: a part of the link is missing.';
  const draft = asked.startsWith(DRAFT);
  return `There is no story called “${asked.replace(DRAFT, '')}” here${draft ? ': drafts stay in the browser in which they were written' : ''}.`;
}
