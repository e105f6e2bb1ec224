import { describe, expect, it } from 'vitest';
import { figureFaults } from '../analysis/figures/checkFigures';
import { isFigure } from '../analysis/figures/figure';
import { sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { filtersOf } from '../focus/focus.svelte';
import { decodeView } from '../focus/url';
import { START } from '../focus/view';
import { shipped, SHIPPED } from '../testing/shippedDataset';
import { unlinkedSentences } from './read/markdown';
import { evidenceBehind, referenceOf } from './reference';
import { triadAt } from './triad';
import { readScene, readStory, sceneFaults } from './storyModel';
import { SCENES } from '../shell/views/all';

const scenesOf = (name: (typeof SHIPPED)[number]) =>
  shipped(name).stories.flatMap((story) => story.scenes.map((scene) => ({ name: `${story.id} ${scene.order}`, scene })));

/** Tours that were written with the page: in those that others add, a sentence may be without a link and a scene without notes. */
const OWN = ['the-pivot', 'two-camps'];
const ownScenes = (name: (typeof SHIPPED)[number]) =>
  scenesOf(name).filter(({ name: own }) => OWN.some((id) => own.startsWith(`${id} `)));

describe.each(SHIPPED)('the tours of %s', (name) => {
  const record = shipped(name);

  it.each(scenesOf(name))('$name: the view decodes, and every id is in the record', ({ scene }) => {
    // A number that a new row has made stale is a warning of the check, and turns no test red.
    expect(sceneFaults({ ...scene, text: scene.text.replace(/\]\(figure:[^)]*\)/g, ']') }, record, SCENES)).toEqual([]);
  });

  it.each(ownScenes(name))('$name: every sentence leads to its evidence, and every scene has notes', ({ scene }) => {
    const story = readStory({ id: '', title: '', subtitle: '', author: '', scenes: [scene] });
    const bare = unlinkedSentences(story.scenes[0]!.blocks).filter((sentence) => !sentence.endsWith(':'));
    expect(bare).toEqual([]);
    expect(scene.text).toContain('---notes---');
  });

  it('links rows by their dates: no scene shows what its clock has not reached', () => {
    for (const { scene } of scenesOf(name)) {
      const state = decodeView(scene.view, START);
      const [read] = readStory({ id: '', title: '', subtitle: '', author: '', scenes: [scene] }).scenes;
      // The tour of the powers opens with where it is going; a scene on what followed names its later rows in its window.
      for (const e of evidenceBehind(record, read!.hrefs)) expect(record.evidence.first[e]!).toBeLessThanOrEqual(state.to);
    }
  });
});

describe.each(SHIPPED)('the numbers of the tours of %s', (name) => {
  const record = shipped(name);

  it('are bound to readings of the rows that can be made', () => {
    const bound = scenesOf(name).flatMap(({ scene }) => readScene(scene, 1).hrefs.filter(isFigure));
    expect(bound.length).toBeGreaterThan(10);
    // Which of them hold is the check's to say, so that a row that is added turns no test red.
    expect(figureFaults(record).filter(({ rule }) => rule === 'bad-figure')).toEqual([]);
  });

  it('are unbound nowhere where a text counts rows, pairs or triads', () => {
    // "20 of 26", "all 20 triads": a count without a link would go stale in silence.
    const counting =
      /(?<![\w[])(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (of \d|of the (eight|eleven)|balanced|triads are)/;
    for (const { scene } of scenesOf(name)) {
      const [shown = ''] = scene.text.split('---notes---');
      expect(counting.exec(shown.replace(/\[[^\]]*\]\(figure:[^)]*\)/g, '#'))?.[0]).toBeUndefined();
    }
  });
});

describe('the triads of the tour of the powers', () => {
  const record = shipped('great-powers');
  const story = record.stories.find(({ id }) => id === 'two-camps')!;
  const running = runStances(sliceRecord(record, filtersOf(START, null)), { mode: 'decay', halfLife: 30, from: 0 });

  it.each([2, 4, 5, 6, 7, 8, 9])('scene %i names the triads that it counts, each as what it is on that day', (order) => {
    const scene = story.scenes.find((each) => each.order === order);
    const { at } = decodeView(scene?.view ?? '', START);
    const told = readStory({ ...story, scenes: scene === undefined ? [] : [scene] })
      .scenes.flatMap(({ hrefs }) => hrefs)
      .flatMap((href) => {
        const reference = referenceOf(record, href);
        return reference.type === 'triad' ? [triadAt(record, running, at, reference.members).told] : [];
      });
    const count = (word: string) => told.filter((each) => each.endsWith(`: ${word}.`)).length;
    // In 1907 one of each kind stands for the twenty.
    const named = { 2: [2, 1], 4: [5, 2], 5: [1, 2], 6: [3, 2], 7: [3, 2], 8: [1, 2], 9: [3, 0] }[order];
    expect([count('balanced'), count('strained')]).toEqual(named);
  });

  it('rests on the paper and on nothing else', () => {
    const read = readStory(story);
    const types = new Set(read.scenes.flatMap(({ hrefs }) => hrefs).map((href) => referenceOf(record, href).type));
    expect([...types].sort()).toEqual(['evidence', 'figure', 'source', 'tie', 'triad']);
  });
});
