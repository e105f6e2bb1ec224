import type { StanceRecord, Story } from '../record/record';
import type { ViewState } from '../focus/view';
import { storyOf, tablesOf } from './write/draftCsv';
import type { Draft } from './write/draft';
import { DRAFT } from './shownStory';
import { isTold, readTold, toldOf } from './write/told';

/** A story as the dialog takes it along. */
interface Told {
  key: string;
  story: Story;
  own: boolean;
  link: () => Readonly<Record<string, string>>;
  within: () => { record: StanceRecord; id: string };
}

/** A story of the reader's own; it goes into a record behind what is published there. */
function ownTale(record: StanceRecord, key: string, draft: Draft): Told {
  return {
    key,
    story: storyOf(draft, record),
    own: true,
    link: () => ({ ...toldOf(draft), scene: '1' }),
    within: () => {
      const { stories, scenes, ids } = tablesOf(record, [draft]);
      const id = ids[0] ?? '';
      const told = { ...record, tables: { ...record.tables, stories, scenes } };
      return { record: { ...told, stories: [...record.stories, { ...storyOf(draft, record), id }] }, id };
    },
  };
}

/** Every story that can be taken along: those of the record, the reader's drafts, and the one that the present link carries. One without scenes is none. */
export function talesOf(record: StanceRecord, drafts: readonly Draft[], { extra }: Pick<ViewState, 'extra'>): Told[] {
  const published = record.stories.map((story): Told => ({
    key: story.id,
    story,
    own: false,
    link: () => ({ story: story.id, scene: '1' }),
    within: () => ({ record, id: story.id }),
  }));
  const asked = extra['story'] ?? '';
  const carried = isTold(asked) ? readTold(extra['told'] ?? '') : null;
  return [
    ...published,
    ...(carried === null ? [] : [ownTale(record, asked, carried)]),
    ...drafts.map((draft) => ownTale(record, `${DRAFT}${draft.id}`, draft)),
  ].filter(({ story }) => story.scenes.length > 0);
}
