import { describe, expect, it } from 'vitest';
import { achMatrix, achSensitivity } from '../analysis/hypotheses/ach';
import { pivotOf } from '../analysis/change/pivot';
import { pivotRobustness } from '../analysis/change/robustness';
import { signsAt, SIGN_RULE } from '../analysis/balance/signs';
import { pairOf, sliceRecord, type Filters } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { censusOf, triadsOf } from '../analysis/balance/triads';
import { filtersOf } from '../focus/focus.svelte';
import { decodeView } from '../focus/url';
import { START } from '../focus/view';
import { dayOf, isoOf } from '../words/day';
import { shipped, SHIPPED } from '../testing/shippedDataset';
import { signed } from '../ui/marks';
import { unlinkedSentences } from './read/markdown';
import { evidenceBehind, referenceOf } from './reference';
import { readStory, sceneFaults } from './storyModel';

const scenesOf = (name: (typeof SHIPPED)[number]) =>
  shipped(name).stories.flatMap((story) => story.scenes.map((scene) => ({ name: `${story.id} ${scene.order}`, scene })));

describe.each(SHIPPED)('the tours of %s', (name) => {
  const record = shipped(name);

  it.each(scenesOf(name))('$name: the view decodes, and every id is in the record', ({ scene }) => {
    expect(sceneFaults(scene, record)).toEqual([]);
  });

  it.each(scenesOf(name))('$name: every sentence leads to its evidence, and every scene has notes', ({ scene }) => {
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

describe('the numbers of the pivot tour are those of the tables', () => {
  const record = shipped('eastern-flank');
  const story = record.stories.find(({ id }) => id === 'the-pivot')!;
  const [, , , , , sixth, seventh, eighth, ninth] = [...story.scenes].sort((a, b) => a.order - b.order);
  const state = decodeView(sixth!.view, START);
  const filters: Filters = filtersOf(state, null);
  const slice = sliceRecord(record, filters);
  const pair = (holder: string, target: string) => pairOf(slice, record.actorIndex.get(holder)!, record.actorIndex.get(target)!);
  const found = (holder: string, target: string, at: number) =>
    pivotOf(slice, pair(holder, target), { from: state.from, to: at })!;
  const chance = (p: number) => Math.round(p * 1000);

  it('the turn of Minsk', () => {
    const turn = found('belarus', 'poland', state.at);
    expect([isoOf(turn.lastBefore), isoOf(turn.firstAfter)]).toEqual(['2025-11-05', '2025-11-11']);
    expect(sixth!.text).toContain(signed(turn.from, 2));
    expect(sixth!.text).toContain(signed(turn.to, 2));
    expect(sixth!.text).toContain(`${turn.nBefore} rows before and ${turn.nAfter} after`);
    expect(sixth!.text).toContain(`${chance(turn.p)} of 1,000`);
    expect(turn.few).toBe(true);
  });

  it('the earlier turn of Warsaw', () => {
    const turn = found('poland', 'belarus', state.at);
    expect([isoOf(turn.lastBefore), isoOf(turn.firstAfter)]).toEqual(['2025-09-15', '2025-09-23']);
    expect(sixth!.text).toContain(
      `${signed(turn.from, 2)} to ${signed(turn.to, 2)} over ${turn.n} rows (${chance(turn.p)} of 1,000)`,
    );
  });

  it('the checks, and whose words go the other way', () => {
    const turn = found('belarus', 'poland', state.at);
    const { checks, held } = pivotRobustness(slice, turn, { from: state.from, at: state.at });
    expect(seventh!.text).toContain(`${held} of ${checks.length} checks`);
    expect(checks.filter(({ survives }) => !survives).map(({ what }) => what)).toEqual([
      'without state media',
      'with a half-life of 180 days',
    ]);
    const contrary = [...turn.after].filter((k) => slice.score[k]! < 0).map((k) => record.stances.evidence[slice.row[k]!]!);
    const lukashenko = record.actorIndex.get('aleksandr-lukashenko');
    expect(contrary.map((e) => record.evidence.speaker[e])).toEqual([lukashenko, lukashenko, lukashenko]);
    for (const e of contrary) expect(seventh!.text).toContain(record.evidence.id[e]);
    // The scene's own filter takes the mark away.
    const filtered = sliceRecord(record, filtersOf(decodeView(seventh!.view, START), null));
    const without = pairOf(filtered, turn.holder, turn.target);
    expect(pivotOf(filtered, without, { from: state.from, to: state.at })!.p).toBeGreaterThan(0.05);
  });

  it('the order of the explanations, and that no single row or source moves its first place', () => {
    const order = achMatrix(record).order.map(({ hypothesis }) => record.hypotheses[hypothesis]!.id);
    expect(eighth!.text.indexOf(order[0]!)).toBeLessThan(eighth!.text.indexOf(order.at(-1)!));
    expect(eighth!.text).toContain(order.at(-1)!);
    expect(achSensitivity(record).some(({ newLeader }) => newLeader)).toBe(false);
  });

  it('what the row of March does to the turn', () => {
    const later = decodeView(ninth!.view, START);
    const turn = found('belarus', 'poland', later.at);
    const { checks, held } = pivotRobustness(slice, turn, { from: later.from, at: later.at });
    expect(ninth!.text).toContain(`${held} of ${checks.length} checks`);
    expect(ninth!.text).toContain(`${chance(turn.p)} of 1,000`);
  });
});

describe('the numbers of the tour of the powers are those of the tables', () => {
  const record = shipped('great-powers');
  const story = record.stories.find(({ id }) => id === 'two-camps')!;
  const running = runStances(sliceRecord(record, filtersOf(START, null)), { mode: 'decay', halfLife: 30, from: 0 });
  const censusOn = (date: string) => censusOf(triadsOf(signsAt(record, running, dayOf(date), { ...SIGN_RULE, source: 'tie' })));

  it.each([
    [2, '1872-12-31', 5, 2, 'Seven triads have all three signs, and five are balanced'],
    [3, '1882-12-31', 6, 2, 'six of eight are now balanced'],
    [4, '1890-12-31', 3, 2, 'only five triads are left whole, and three are balanced'],
    [5, '1891-12-31', 6, 2, 'Six of eight triads are balanced'],
    [6, '1904-12-31', 6, 2, 'stays at six of eight'],
    [7, '1907-12-31', 20, 0, 'all 20 triads are balanced'],
  ] as const)('scene %i', (order, date, balanced, unbalanced, words) => {
    expect(censusOn(date)).toMatchObject({ balanced, unbalanced });
    const scene = story.scenes.find((each) => each.order === order)!;
    expect(scene.text).toContain(words);
    expect(isoOf(decodeView(scene.view, START).at)).toBe(date);
  });

  it('rests on the paper and on nothing else', () => {
    const read = readStory(story);
    const types = new Set(read.scenes.flatMap(({ hrefs }) => hrefs).map((href) => referenceOf(record, href).type));
    expect([...types].sort()).toEqual(['evidence', 'source', 'tie']);
  });
});
