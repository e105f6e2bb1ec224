import { describe, expect, it } from 'vitest';
import { START } from '../focus/view';
import { checkTables } from '../record/checking/check';
import { shipped } from '../testing/shippedDataset';
import { noStoryWords, shownStory } from './shownStory';
import { stateOfScene, strayed, viewOfState } from './sceneState';
import { talesOf } from './tales';
import { newDraft, sceneWith, type Draft } from './write/draft';
import { toldOf } from './write/told';

const record = shipped('eastern-flank');
const view = 'from=2025-01-01&to=2025-12-31&at=2025-06-01';
const draft: Draft = {
  ...newDraft('mine'),
  title: 'The pivot',
  scenes: [sceneWith('s1', { title: 'One', text: 'Words.', view, question: 'Why?' })],
};
const { story: asked, told } = toldOf(draft);

describe('the stories that can be taken along', () => {
  const tales = talesOf(record, [draft, newDraft('empty')], { extra: { story: asked, told } });

  it('are those of the record, the one of the link, and the reader’s own with a scene', () => {
    expect(tales.map(({ key, own }) => [key, own])).toEqual([
      ...record.stories.map(({ id }) => [id, false]),
      [asked, true],
      ['draft:mine', true],
    ]);
  });

  it('of the reader’s own carry themselves in their link, and the others their name', () => {
    expect(tales.at(-1)?.link()).toEqual({ story: asked, told, scene: '1' });
    expect(tales[0]?.link()).toEqual({ story: record.stories[0]?.id, scene: '1' });
  });

  it('stand in the tables of the record that takes them along, sound and under an id of their own', () => {
    const within = tales.at(-1)?.within();
    expect(within?.id).toBe('the-pivot-2');
    const { tables } = within?.record ?? record;
    expect(tables.scenes?.columns).toContain('question');
    expect(tables.scenes?.rows.at(-1)?.slice(0, 3)).toEqual(['the-pivot-2', '1', 'One']);
    expect(checkTables(tables).faults.filter(({ file }) => file === 'stories.csv' || file === 'scenes.csv')).toEqual([]);
    expect(tales[0]?.within().record).toBe(record);
  });
});

describe('the story that a link asks for', () => {
  const shown = (extra: Record<string, string>) => shownStory(record, { extra }, (id) => (id === 'mine' ? draft : undefined));

  it('is one of the record, of this browser, or of the link', () => {
    expect(shown({ story: 'the-pivot' })).toEqual({ story: record.stories[0], draft: null });
    expect(shown({ story: 'draft:mine' })?.draft).toBe(draft);
    expect(shown({ story: asked, told })?.story.scenes[0]).toMatchObject({ title: 'One', ask: { question: 'Why?' } });
  });

  it('is told of where it is not here', () => {
    expect([shown({ story: 'x' }), shown({ story: 'draft:x' }), shown({ story: asked }), shown({})]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(noStoryWords('x')).toBe('There is no story called “x” here.');
    expect(noStoryWords('draft:x')).toBe(
      'There is no story called “x” here: drafts stay in the browser in which they were written.',
    );
    expect(noStoryWords(asked)).toBe('The story in this link cannot be read: a part of the link is missing.');
  });

  it('goes on in the link from scene to scene, and the frame around it; another story leaves it', () => {
    const base = { ...START, extra: { told, story: asked, embed: 'story', theme: 'dark', triad: 'a~b~c' } };
    expect(stateOfScene(view, base, { story: asked, scene: 2 }).extra).toEqual({
      embed: 'story',
      plate: 'network',
      scene: '2',
      story: asked,
      theme: 'dark',
      told,
    });
    expect(stateOfScene(view, base, { story: 'the-pivot', scene: 1 }).extra).not.toHaveProperty('told');
    // Neither is part of a scene's view.
    const state = stateOfScene(view, base, { story: asked, scene: 1 });
    expect(viewOfState(state)).not.toMatch(/told|embed|theme/);
    expect(strayed(view, state)).toBe(false);
  });
});
