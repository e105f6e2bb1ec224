import { describe, expect, it } from 'vitest';
import { Focus } from '../../focus/focus.svelte';
import { Player } from '../../focus/player.svelte';
import { startOf } from '../../focus/start';
import { PAGES, START } from '../../focus/view';
import { opening } from '../../focus/views';
import type { Story } from '../../record/record';
import { pictureOn } from '../../save/pictureView';
import { scenePictures } from '../../save/scenePictures';
import { greatPowers, shipped } from '../../testing/shippedDataset';
import { smallRecord } from '../../testing/smallRecord';
import { Given } from '../given.svelte';
import { FRAMED, PAGED, pageOf, pagesFor, SCENES, TABBED, tabOf, VIEWS } from './all';

const flank = shipped('eastern-flank');
const powers = greatPowers();
const names = (views: readonly { name: string }[]) => views.map(({ name }) => name);

describe('the list of views', () => {
  it('has one name for each, and one view for each page of a link, in the order of the masthead', () => {
    expect(new Set(names(VIEWS)).size).toBe(VIEWS.length);
    expect(PAGED.map(({ home }) => home)).toEqual(PAGES);
    for (const page of PAGES) expect(pageOf({ page }).home).toBe(page);
  });

  it('lets a reader go from every view to the page on which it stands, on a phone to itself', () => {
    for (const view of VIEWS) {
      const state = { ...START, ...opening(view, {}) };
      expect(state.page).toBe(view.home);
      if (view.phone !== null) expect(tabOf(state)).toBe(view);
    }
  });

  it('keeps the names that links and stories of old use', () => {
    expect(names(SCENES)).toEqual(['network', 'map', 'timeline', 'matrix', 'pair', 'rows', 'change', 'rifts', 'balance', 'hypotheses', 'claims']); // prettier-ignore
    expect(names(FRAMED)).toEqual([
      'network',
      'map',
      'timeline',
      'matrix',
      'pair',
      'rows',
      'balance',
      'hypotheses',
      'claims',
      'story',
    ]);
    expect(tabOf({ ...START, extra: { tab: 'net' } })?.name).toBe('network');
  });

  it('opens a phone on the map, and marks the tab of every page that has one', () => {
    expect(tabOf(START)?.name).toBe('map');
    expect(tabOf({ ...START, page: 'timeline' })?.phone).toBe('Time');
    expect(tabOf({ ...START, page: 'balance' })).toBeNull();
    expect(TABBED.map(({ phone }) => phone)).toEqual(['Net', 'Map', 'Time', 'Pair', 'Rows']);
  });
});

describe('what is offered of a record', () => {
  it('is no page of stances where there are none', () => {
    const pages = names(pagesFor(powers));
    expect(pages).toContain('balance');
    for (const name of ['change', 'rifts', 'hypotheses', 'claims']) expect(pages).not.toContain(name);
    expect(names(pagesFor(flank))).toEqual(expect.arrayContaining(['change', 'pair', 'rifts', 'balance', 'claims', 'desk']));
  });

  it('is the pair where there are ties to show, and not in an empty record', () => {
    expect(names(pagesFor(powers))).toContain('pair');
    expect(names(pagesFor(smallRecord({})))).not.toContain('pair');
  });
});

describe.each(VIEWS.map((view) => [view.name, view] as const))('%s', (_, view) => {
  const focus = new Focus(flank, startOf(flank, ''));
  const given = new Given(focus, new Player(focus));

  it('is given the focus wherever it stands', () => {
    for (const place of [view.scene, view.frame?.shown]) if (place) expect(place.props(given)['focus']).toBe(focus);
  });

  it('has a picture, or says in a sentence why not', () => {
    const picture = pictureOn(2000, view);
    if ('none' in picture) expect(picture.none).toMatch(/^[A-Z].*\.$/);
    else expect(picture).toBe(view.picture);
  });

  it('says what a small window would need, and draws on one that is just wide enough', () => {
    if ('none' in view.picture || view.picture.screen === 0) return expect(pictureOn(320, view)).toBe(view.picture);
    const { screen } = view.picture;
    expect(pictureOn(screen - 1, view)).toEqual({ none: expect.stringContaining(`${view.label} needs a window of ${screen}`) });
    expect(pictureOn(screen, view)).toBe(view.picture);
  });
});

describe('the scenes of a story as pictures', () => {
  const scene = (order: number, title: string, plate: string): Story['scenes'][number] => ({
    ...flank.stories[0]!.scenes[0]!,
    order,
    title,
    view: `from=2025-01-01&to=2025-12-31&at=2025-06-01${plate}`,
    text: 'One paragraph.\n\nAnother.',
  });
  const story: Story = {
    ...flank.stories[0]!,
    id: 'tour',
    scenes: [scene(2, 'Second', '&x-plate=claims'), scene(1, 'First', ''), scene(3, 'Third', '&x-plate=globe')],
  };
  const drawn = scenePictures(story, { ...START, data: 'mine' }, VIEWS, 2000);

  it('are the views that they name, in the order of the story', () => {
    expect(drawn.map(({ n, title }) => [n, title])).toEqual([[1, 'First'], [2, 'Second'], [3, 'Third']]); // prettier-ignore
    for (const view of SCENES) {
      const [one] = scenePictures({ ...story, scenes: [scene(1, '', `&x-plate=${view.name}`)] }, START, VIEWS, 2000);
      expect(one?.picture).toBe(view.picture);
    }
    expect(drawn[0]?.picture).toBe(VIEWS.find(({ name }) => name === 'network')?.picture);
  });

  it('never show another view: one that is not known says so', () => {
    expect(drawn[2]?.picture).toEqual({ none: 'There is no view called “globe”.' });
  });

  it('carry the scene’s first words, its dataset and its place in the story', () => {
    expect(drawn[1]).toMatchObject({
      told: 'One paragraph.',
      state: { page: 'story', data: 'mine', extra: { plate: 'claims', story: 'tour', scene: '2' } },
    });
  });
});
