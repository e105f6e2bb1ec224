import { describe, expect, it, test } from 'vitest';
import { START } from '../focus/view';
import { listOf } from '../record/record';
import { shipped } from '../testing/shippedDataset';
import { formatDate } from '../words/dates';
import { noteCard } from './read/noteCard';
import { addressOf, evidenceBehind, referenceOf, sourcesBehind, webAddress } from './reference';
import { strayed, stateOfScene, viewFaults, viewOfState } from './sceneState';
import { readScene, readStory, sceneAsked, sceneFaults } from './storyModel';

const record = shipped('eastern-flank');
const live = record.sources.findIndex(({ mirror, url }) => !mirror && url !== '');
const ids = {
  evidence: record.evidence.id[3]!,
  tie: record.ties[1]!.id,
  claim: record.claims[1]!.id,
  hypothesis: record.hypotheses[1]!.id,
  actor: record.actors[2]!.id,
  place: record.places[2]!.id,
  source: record.sources[live]!.id,
};

describe('what a link in a text leads to', () => {
  test.each([
    ['evidence', ids.evidence, { e: 3 }],
    ['tie', ids.tie, { tie: record.ties[1] }],
    ['claim', ids.claim, { claim: record.claims[1] }],
    ['hypothesis', ids.hypothesis, { hypothesis: record.hypotheses[1] }],
    ['actor', ids.actor, { actor: record.actors[2] }],
    ['place', ids.place, { place: record.places[2] }],
    ['source', ids.source, { source: record.sources[live] }],
  ])('is a row by its id, with and without the mark: %s', (type, id, index) => {
    expect(referenceOf(record, `#${id}`)).toEqual({ type, id, ...index });
    expect(referenceOf(record, encodeURIComponent(id))).toEqual({ type, id, ...index });
  });

  it('is a page that was read by its address, and any other of the web is live as what it is', () => {
    const { url } = record.sources[live]!;
    expect(referenceOf(record, url)).toEqual({ type: 'source', id: ids.source, source: record.sources[live] });
    for (const href of ['https://example.org/none', 'mailto:a@example.org', '//example.org/x'])
      expect(referenceOf(record, href)).toEqual({ type: 'address', url: href });
    const mirrored = { ...record, sources: record.sources.map((source) => ({ ...source, mirror: true })) };
    expect(referenceOf(mirrored, url)).toEqual({ type: 'address', url });
    expect(referenceOf(mirrored, ids.source)).toEqual({ type: 'address', url });
    expect(webAddress(record, 'https://example.org/none')).toBe('https://example.org/none');
    // A page that was read at a mirror is not led to, and no script is.
    for (const text of ['javascript:alert(1)', 'mailto:a@example.org', '//example.org/x', 'data:text/html,x'])
      expect(webAddress(record, text)).toBe('');
    expect(webAddress(mirrored, url)).toBe('');
  });

  it('is missing where nothing has that id, with the row that was meant', () => {
    expect(referenceOf(record, `#${ids.evidence}x`)).toEqual({ type: 'missing', id: `${ids.evidence}x`, meant: ids.evidence });
    expect(referenceOf(record, '#%E0%A4%A')).toMatchObject({ type: 'missing', id: '%E0%A4%A' });
  });

  it('has a lasting address in the record that it is of', () => {
    const address = (id: string, data = 'eastern-flank') => addressOf(referenceOf(record, id), data);
    expect(address(ids.evidence)).toBe(`#/evidence?data=eastern-flank&item=${encodeURIComponent(ids.evidence)}`);
    expect(address(ids.evidence, '')).toBe(`#/evidence?item=${encodeURIComponent(ids.evidence)}`);
    expect(address(ids.claim)).toBe(`#/claims?data=eastern-flank&x-claim=${encodeURIComponent(ids.claim)}`);
    expect(address(ids.hypothesis)).toBe('#/hypotheses?data=eastern-flank&');
    expect(address(ids.actor)).toBe(`#/atlas?data=eastern-flank&actor=${ids.actor}`);
    expect(address(ids.place)).toBe(`#/atlas?data=eastern-flank&place=${ids.place}`);
    expect(address(ids.tie)).toBe(`#/evidence?data=eastern-flank&item=${encodeURIComponent(ids.tie)}`);
    expect(address(ids.source)).toBe(record.sources[live]!.url);
    expect(address('https://example.org/none')).toBe('');
  });

  it('brings the rows behind it, oldest first, and the sources, first used first', () => {
    const [early, late] = [record.evidence.id[3]!, record.evidence.id[9]!];
    expect(evidenceBehind(record, [late, ids.actor, early, late])).toEqual([3, 9]);
    const all = sourcesBehind(record, [ids.claim, ids.source, ids.evidence, ids.tie, ids.actor]);
    expect(all).toEqual([...new Set([record.claims[1]!.source, live, ...listOf(record.evidence.sources, 3), ...record.ties[1]!.sources].map((source) => record.sources[source]))]); // prettier-ignore
  });

  it('opens a card where it is no row, that says what is known of it', () => {
    const tie = record.ties[1]!;
    const card = noteCard(record, ids.tie)!;
    expect(card).toMatchObject({ title: tie.title, url: '', sources: tie.sources.map((source) => record.sources[source]) });
    if (tie.start !== null) expect(card.lines.at(-1)).toContain(`From ${formatDate(tie.start)}`);
    expect(noteCard(record, ids.claim)).toMatchObject({
      title: `Claim: ${record.claims[1]!.claim}`,
      lines: [`Verdict: ${record.claims[1]!.verdict}.`, record.claims[1]!.note],
      sources: [record.sources[record.claims[1]!.source]],
    });
    expect(noteCard(record, ids.hypothesis)).toMatchObject({ title: record.hypotheses[1]!.title, lines: [record.hypotheses[1]!.description], sources: [] }); // prettier-ignore
    expect(noteCard(record, ids.actor)).toMatchObject({ title: record.actors[2]!.name, lines: [record.actors[2]!.description] });
    expect(noteCard(record, ids.place)).toEqual({ title: record.places[2]!.name, lines: [], url: '', sources: [] });
    expect(noteCard(record, ids.source)).toMatchObject({ url: record.sources[live]!.url, sources: [record.sources[live]] });
    expect([noteCard(record, ids.evidence), noteCard(record, 'no-such-row')]).toEqual([null, null]);
  });
});

describe('a scene', () => {
  const state = { ...START, from: 20_000, to: 20_100, at: 20_050 };
  const view = viewOfState(state);

  it('keeps the view without page, record and place in the story', () => {
    const kept = viewOfState({ ...state, data: 'x', page: 'matrix', extra: { story: 's', scene: '2', write: '1', notes: '1', plate: 'map' } }); // prettier-ignore
    expect(kept).toBe(`${view}&x-plate=map`);
    expect(stateOfScene(kept, { ...START, data: 'mine' }, { story: 's', scene: 3 })).toMatchObject({
      page: 'story',
      data: 'mine',
      at: 20_050,
      extra: { plate: 'map', story: 's', scene: '3' },
    });
  });

  it('is left where the clock, an actor or a filter is another, and not where a row of it is opened', () => {
    const scene = stateOfScene(view, state, { story: 's', scene: 1 });
    expect(strayed(view, scene)).toBe(false);
    expect(strayed(view, { ...scene, item: ids.evidence })).toBe(false);
    for (const patch of [{ at: 20_051 }, { actors: [ids.actor] }, { sign: 'negative' as const }])
      expect(strayed(view, { ...scene, ...patch })).toBe(true);
  });

  it('says each thing in its view that the page would pass over, or that the record has not', () => {
    const faults = (text: string) => viewFaults(text, record, []);
    expect(faults(view)).toEqual([]);
    expect(faults(' ')).toEqual(['The scene has no view: capture one.']);
    expect(faults('from=2025-01-01&to=2025-02-01')).toEqual(['The view names no window: it needs from, to and at.']);
    expect(faults(`${view}&nothing=1`)).toEqual(['The view does not understand “nothing=1”.']);
    expect(faults(`${view}&sign=sour`)).toEqual(['The view does not understand “sign=sour”.']);
    expect(faults(`${view}&x-plate=globe`)).toEqual(['There is no view called “globe”.']);
    const named = [['actor', 'actor'], ['item', 'row'], ['place', 'place'], ['without', 'source'], ['coder', 'coder'], ['topic', 'topic'], ['only', 'actor'], ['where', 'place']]; // prettier-ignore
    for (const [key, what] of named)
      expect(faults(`${view}&${key}=nobody`)).toEqual([`The view names ${what} “nobody”, which is not in the record.`]);
    expect(faults(`${view}&pair=${ids.actor}~nobody`)).toEqual(['The view names actor “nobody”, which is not in the record.']);
  });

  it('says what is wrong with its title and its links', () => {
    const faults = (title: string, text: string) => sceneFaults({ title, text, view }, record, []);
    expect(faults('Title', `[A row of ${ids.evidence.slice(0, 4)}](#${ids.evidence})`)).toEqual([]);
    expect(faults('Title', `[Submarines](#${ids.evidence}) dive.`)).toEqual([expect.stringMatching(/^“Submarines dive.” links to .*shares no name, date or word/)]); // prettier-ignore
    expect(faults(' ', '')).toEqual(['The scene has no title.']);
    expect(faults('T', `[row](#${ids.evidence}x)`)).toEqual([`The text links to “${ids.evidence}x”, which is not in the record. Was “${ids.evidence}” meant?`]); // prettier-ignore
    expect(faults('T', '[row](#zzzzzzzzzzzzzzzzzzzzzzzz)')).toEqual(['The text links to “zzzzzzzzzzzzzzzzzzzzzzzz”, which is not in the record.']); // prettier-ignore
    expect(faults('T', '[page](https://example.org/x)')).toEqual(['The text links to https://example.org/x, which is no source of the record.']); // prettier-ignore
    expect(faults('T', '[page](mailto:a@example.org)')).toEqual(['The text links to mailto:a@example.org, which is no source of the record: it is shown and not live.']); // prettier-ignore
  });

  it('is read in its order; a speaker without notes has the plain words', () => {
    const scene = (order: number, text: string) => ({ id: `s${order}`, order, title: `Scene ${order}`, text, view });
    const story = { id: 's', title: 'T', subtitle: 'S', author: 'A', scenes: [scene(2, 'b'), scene(1, '**A** [link](#x)\n\n> [card](#y)\n\n\n\nend_'), scene(10, 'c\n\n---notes---\nspeak')] }; // prettier-ignore
    const read = readStory(story as never);
    expect(read.scenes.map(({ n, title }) => [n, title])).toEqual([[1, 'Scene 1'], [2, 'Scene 2'], [3, 'Scene 10']]); // prettier-ignore
    expect(read.scenes.map(({ notes }) => notes)).toEqual(['A link\n\nend', 'b', 'speak']);
    expect(read.scenes[0]!.hrefs).toEqual(['#x', '#y']);
    expect(readScene({ title: 'T', text: '', view }, 4)).toEqual({
      n: 4,
      title: 'T',
      view,
      blocks: [],
      notes: '',
      spoken: '',
      hrefs: [],
    });
  });

  test.each([
    ['2', 3, 2],
    ['9', 3, 3],
    ['0', 3, 1],
    ['-4', 3, 1],
    ['x', 3, 1],
    ['1.5', 3, 1],
    ['1', 0, 1],
  ])('asked for as %s of %i is %i', (asked, count, n) => {
    // prettier-ignore
    expect(sceneAsked({ ...START, extra: { scene: asked } }, count)).toBe(n);
  });
  it('is the first where none is asked for', () => expect(sceneAsked(START, 3)).toBe(1));
});
