import type { StanceRecord, Story } from '../record/record';

/** A story as it is taken along: one of the record, or one of the reader's own that stands in no table yet. */
export interface Tale {
  /** As the page's link names it: its id, or with what tells a draft from a published story. */
  readonly key: string;
  readonly story: Story;
  /** Whether it is the reader's own. */
  readonly own: boolean;
  /** The settings by which a link shows it to others; those of a story that is not published carry the story itself. */
  readonly link: () => Readonly<Record<string, string>>;
  /** The record with the story in its tables, and its id there. */
  readonly within: () => { record: StanceRecord; id: string };
}

/** The story that the page shows; undefined where it shows none that can be taken along. */
export const taleOn = (tales: readonly Tale[], { page, extra }: { page: string; extra: Readonly<Record<string, string>> }) =>
  page === 'story' ? tales.find(({ key }) => key === extra['story']) : undefined;

/** What it is called among others. */
export const taleWords = ({ story, own }: Tale): string => (own ? `“${story.title}”, your own` : `“${story.title}”`);
