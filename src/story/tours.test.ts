import { describe, expect, it } from 'vitest';
import { achMatrix } from '../analysis/hypotheses/ach';
import { dropsOf, effectsOf } from '../hypotheses/dropsModel';
import { evidenceIn, rowsOf as ratingRows, weighed } from '../hypotheses/gridModel';
import { signsAt, SIGN_RULE } from '../analysis/balance/signs';
import { pairOf, rowsOf, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { censusOf, triadsOf } from '../analysis/balance/triads';
import { filtersOf } from '../focus/focus.svelte';
import { decodeView } from '../focus/url';
import { START } from '../focus/view';
import { shipped, SHIPPED } from '../testing/shippedDataset';
import { unlinkedSentences } from './read/markdown';
import { evidenceBehind, referenceOf } from './reference';
import { triadAt } from './triad';
import { readStory, sceneFaults } from './storyModel';
import { SCENES } from '../shell/views/all';
import { dayOf, isoOf } from '../words/calendar';

const scenesOf = (name: (typeof SHIPPED)[number]) =>
  shipped(name).stories.flatMap((story) => story.scenes.map((scene) => ({ name: `${story.id} ${scene.order}`, scene })));

/** Tours that were written with the page: in those that others add, a sentence may be without a link and a scene without notes. */
const OWN = ['the-pivot', 'two-camps'];
const ownScenes = (name: (typeof SHIPPED)[number]) =>
  scenesOf(name).filter(({ name: own }) => OWN.some((id) => own.startsWith(`${id} `)));

describe.each(SHIPPED)('the tours of %s', (name) => {
  const record = shipped(name);

  it.each(scenesOf(name))('$name: the view decodes, and every id is in the record', ({ scene }) => {
    expect(sceneFaults(scene, record, SCENES)).toEqual([]);
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

describe('the numbers of the pivot tour are those of the tables', () => {
  const record = shipped('eastern-flank');
  const story = record.stories.find(({ id }) => id === 'the-pivot')!;
  const [, , , , , sixth, seventh, eighth, ninth] = [...story.scenes].sort((a, b) => a.order - b.order);
  const actor = (id: string) => record.actorIndex.get(id)!;
  /** Evidence and score of the first-hand rows of a pair that a scene shows, from one day to another. */
  const rowsIn = (view: string, holder: string, target: string, from: string, to: string) => {
    const slice = sliceRecord(record, filtersOf(decodeView(view, START), null));
    return [...rowsOf(slice, pairOf(slice, actor(holder), actor(target)))]
      .filter((k) => slice.day[k]! >= dayOf(from) && slice.day[k]! <= dayOf(to))
      .map((k) => ({ evidence: record.stances.evidence[slice.row[k]!]!, score: slice.score[k]! }));
  };
  const idOf = ({ evidence }: { evidence: number }) => record.evidence.id[evidence]!;
  const before = (view: string) => rowsIn(view, 'belarus', 'poland', '2025-01-01', '2025-11-10');
  const after = (view: string) => rowsIn(view, 'belarus', 'poland', '2025-11-11', '2026-01-31');

  it('the words and acts of Minsk on Poland, before and after', () => {
    const [earlier, later] = [before(sixth!.view), after(sixth!.view)];
    const critical = earlier.filter(({ score }) => score < 0).length;
    const cooperative = later.filter(({ score }) => score > 0).length;
    expect(sixth!.text).toContain(`${critical} of ${earlier.length} words and acts`);
    expect([cooperative, later.length]).toEqual([8, 11]);
    expect(sixth!.text).toContain('eight of 11 are cooperative');
    // The rows that it names as the last before and the first after are that.
    expect(sixth!.text).toContain(`[5 November 2025](${idOf(earlier.at(-1)!)})`);
    expect(sixth!.text).toContain(`[11 November](${idOf(later[0]!)})`);
  });

  it('the first easing of Warsaw after the closure is the one that it names', () => {
    const eased = rowsIn(sixth!.view, 'poland', 'belarus', '2025-09-12', '2026-01-31').filter(({ score }) => score >= 0);
    expect(idOf(eased[0]!)).toBe('2025-09-23-tusk-announces-reopening-reserves-right-close-again');
    expect(sixth!.text).toContain(idOf(eased[0]!));
  });

  it('whose words go the other way, and which rest on state media alone', () => {
    const contrary = after(sixth!.view).filter(({ score }) => score < 0);
    expect(contrary.map(({ evidence }) => record.evidence.speaker[evidence])).toEqual(
      Array(3).fill(actor('aleksandr-lukashenko')),
    );
    for (const row of contrary) expect(seventh!.text).toContain(idOf(row));
    const kept = new Set(after(seventh!.view).map(idOf));
    const dropped = after(sixth!.view)
      .map(idOf)
      .filter((id) => !kept.has(id));
    expect(dropped).toEqual([
      '2025-11-17-ryzhenkov-reopened-crossings-help-restore-normal-relations',
      '2025-12-24-tertel-dialogue-poland-under-way-result-expected',
    ]);
    for (const id of dropped) expect(seventh!.text).toContain(id);
    expect(before(seventh!.view).length).toBeLessThan(before(sixth!.view).length);
  });

  it('the order of the explanations, and that no single row or source moves its first place', () => {
    const ranked = achMatrix(record).order;
    const order = ranked.filter(({ place }) => place > 0).map(({ hypothesis }) => record.hypotheses[hypothesis]!.id);
    // Most speaks against the last, also among those that have no place.
    const most = Math.max(...ranked.map(({ inconsistency }) => inconsistency));
    expect(ranked.find(({ inconsistency }) => inconsistency === most)?.place).toBe(order.length);
    expect(eighth!.text.indexOf(order[0]!)).toBeLessThan(eighth!.text.indexOf(order.at(-1)!));
    expect(eighth!.text).toContain(order.at(-1)!);
    // As the page of the explanations drops them, one after the other.
    const evidence = evidenceIn(record, []);
    const drops = dropsOf(record, evidence).filter(({ kind }) => kind === 'row' || kind === 'source');
    const effects = effectsOf(weighed(ratingRows(record, evidence, ''), true), drops, record.hypotheses.length);
    expect(effects.length).toBeGreaterThan(evidence.length - 1);
    expect(effects.filter(({ leaders }) => leaders.length > 0)).toEqual([]);
  });

  it('the row of March is the last of Minsk on Poland', () => {
    const rows = rowsIn(ninth!.view, 'belarus', 'poland', '2026-02-01', '2026-12-31');
    expect(rows.map(idOf)).toEqual(['2026-03-13-lukashenko-tells-poland-neighbours-keep-away-citing']);
    expect(ninth!.text).toContain(idOf(rows[0]!));
  });
});

describe('the numbers of the tour of the powers are those of the tables', () => {
  const record = shipped('great-powers');
  const story = record.stories.find(({ id }) => id === 'two-camps')!;
  const running = runStances(sliceRecord(record, filtersOf(START, null)), { mode: 'decay', halfLife: 30, from: 0 });
  const censusOn = (date: string) => censusOf(triadsOf(signsAt(record, running, dayOf(date), { ...SIGN_RULE, source: 'tie' })));

  it.each([
    [4, '1872-12-31', 5, 2, 'Seven triads have all three signs, and five are balanced'],
    [5, '1882-12-31', 6, 2, 'six of eight are now balanced'],
    [6, '1890-12-31', 3, 2, 'only five triads are left whole, and three are balanced'],
    [7, '1891-12-31', 6, 2, 'Six of eight triads are balanced'],
    [8, '1904-12-31', 6, 2, 'stays at six of eight'],
    [9, '1907-12-31', 20, 0, 'all 20 triads are balanced'],
  ] as const)('scene %i', (order, date, balanced, unbalanced, words) => {
    expect(censusOn(date)).toMatchObject({ balanced, unbalanced });
    const scene = story.scenes.find((each) => each.order === order)!;
    expect(scene.text).toContain(words);
    expect(isoOf(decodeView(scene.view, START).at)).toBe(date);
  });

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
    expect([...types].sort()).toEqual(['evidence', 'source', 'tie', 'triad']);
  });
});
