import { caseRecord, happened } from '../testing/cases';
import { describe, expect, it } from 'vitest';
import { filtersOf } from '../focus/focus.svelte';
import { decodeView } from '../focus/url';
import { START } from '../focus/view';
import { pairOf, rowsOf, sliceRecord } from '../analysis/slice';
import { shipped } from '../testing/shippedDataset';
import { hrefsOf, plainText, readText, unlinkedSentences, type Inline } from './read/markdown';
import { addressOf, referenceOf } from './reference';
import { calloutsOf, placeCallouts } from './read/calloutModel';
import { rowsBehind } from './read/rowsBehind';
import { stateOfScene, strayed, viewFaults, viewOfState } from './sceneState';
import { SCENES } from '../shell/views/all';
import { sceneFaults } from './storyModel';
import { dayOf } from '../words/calendar';
import { daysWords } from '../words/dates';

const record = shipped('eastern-flank');
const ROW = '2025-09-09-tusk-announces-closure-all-crossings-belarus';

function typesIn(children: readonly Inline[]): string[] {
  return children.map((child) => child.type);
}

describe('the text of a scene', () => {
  it('is read as a tree: emphasis, links, lists, cards, and notes apart', () => {
    const { blocks, notes } = readText(
      `One *slanted* **bold** [link](#${ROW}).\n\n- first\n- second [a](b)\n\n> [card](${ROW})\n> [other](x)\n\n---notes---\n\nSay it slowly.`,
    );
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'list', 'cards']);
    expect(blocks[2]).toMatchObject({
      links: [
        { href: ROW, words: 'card' },
        { href: 'x', words: 'other' },
      ],
    });
    expect(hrefsOf(blocks)).toEqual([`#${ROW}`, 'b', ROW, 'x']);
    expect(notes).toBe('Say it slowly.');
  });

  it('never makes markup of what a table holds', () => {
    const { blocks } = readText(
      'Say <script>alert(1)</script> a <b onclick="x()">b</b> ![pic](https://x.example/p.png) &amp; `<i>`',
    );
    const [block] = blocks;
    expect(block?.type).toBe('paragraph');
    if (block?.type !== 'paragraph') return;
    expect(new Set(typesIn(block.children))).toEqual(new Set(['text', 'code']));
    expect(plainText(block.children)).toBe(
      'Say <script>alert(1)</script> a <b onclick="x()">b</b> ![pic](https://x.example/p.png) &amp; <i>',
    );
  });

  it('keeps a whole block of raw markup as words', () => {
    const { blocks } = readText('<div>\n<p>hello</p>\n</div>');
    expect(blocks).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: '<div>\n<p>hello</p>\n</div>' }] }]);
  });

  it('finds the sentences without evidence, also where a link ends or begins one', () => {
    const { blocks } = readText(`First [linked](a). Second is bare. “[Third](b).” Fourth? [Fifth](c)`);
    expect(unlinkedSentences(blocks)).toEqual(['Second is bare.', 'Fourth?']);
  });
});

describe('links', () => {
  it('lead to rows, ties, claims, explanations and sources of the record', () => {
    expect(referenceOf(record, `#${ROW}`)).toMatchObject({ type: 'evidence', id: ROW });
    expect(referenceOf(record, 'radical-change').type).toBe('claim');
    expect(referenceOf(record, 'divide-and-rule').type).toBe('hypothesis');
    expect(referenceOf(record, record.ties[0]!.id).type).toBe('tie');
  });

  it('are live on the web only for pages that were read at their own address', () => {
    const own = record.sources.find(({ mirror, url }) => !mirror && url !== '')!;
    const mirror = record.sources.find((source) => source.mirror && source.url !== '')!;
    expect(referenceOf(record, own.url)).toMatchObject({ type: 'source', id: own.id });
    expect(referenceOf(record, mirror.url).type).toBe('address');
    expect(referenceOf(record, 'https://example.org/').type).toBe('address');
    expect(referenceOf(record, 'javascript:alert(1)').type).toBe('address');
    expect(addressOf(referenceOf(record, 'javascript:alert(1)'), '')).toBe('');
  });

  it('that lead nowhere are said, with what may have been meant', () => {
    const faults = sceneFaults(
      { title: 'A', text: `[x](${ROW}s)`, view: 'from=2025-01-01&to=2025-02-01&at=2025-01-05' },
      record,
      SCENES,
    );
    expect(faults).toEqual([`The text links to “${ROW}s”, which is not in the record. Was “${ROW}” meant?`]);
  });
});

describe('the view of a scene', () => {
  const view = 'from=2025-09-01&to=2025-09-30&at=2025-09-12&pair=poland~belarus&x-plate=map';
  const reading = { ...decodeView('from=2020-01-01&to=2020-12-31&at=2020-06-01&q=old', START), data: 'mine' };

  it('sets clock, focus, filters and plate, and leaves dataset and place in the story', () => {
    const state = stateOfScene(view, reading, { story: 'a', scene: 3 });
    expect(state).toMatchObject({ page: 'story', data: 'mine', at: dayOf('2025-09-12'), pair: ['poland', 'belarus'], query: '' });
    expect(state.extra).toEqual({ plate: 'map', story: 'a', scene: '3' });
  });

  it('is what capturing the same state gives', () => {
    expect(viewOfState(stateOfScene(view, reading, { story: 'a', scene: 3 }))).toBe(view);
  });

  it('is left by moving the clock, not by opening a row', () => {
    const state = stateOfScene(view, reading, { story: 'a', scene: 3 });
    expect(strayed(view, state)).toBe(false);
    expect(strayed(view, { ...state, item: ROW })).toBe(false);
    expect(strayed(view, { ...state, at: state.at + 1 })).toBe(true);
  });

  it('is checked: keys and values that mean nothing, ids that are not there', () => {
    expect(viewFaults(view, record, SCENES)).toEqual([]);
    expect(viewFaults(`${view}&basis=own&sign=any&half=30&rows=2`, record, SCENES)).toEqual([]);
    expect(viewFaults(`${view}&form=2025&basis=none`, record, SCENES)).toEqual([
      'The view does not understand “form=2025”.',
      'The view does not understand “basis=none”.',
    ]);
    expect(viewFaults('from=2025-09-01&to=2025-09-31&at=2025-09-12', record, SCENES)).toHaveLength(1);
    expect(viewFaults('pair=poland~atlantis&x-plate=globe', record, SCENES)).toEqual([
      'The view names no window: it needs from, to and at.',
      'There is no view called “globe”.',
      'The view names actor “atlantis”, which is not in the record.',
    ]);
    expect(viewFaults('', record, SCENES)).toHaveLength(1);
  });

  it('tells its window as a reader would', () => {
    const words = (from: string, to: string) => daysWords(dayOf(from), dayOf(to));
    expect(words('2025-09-01', '2025-09-30')).toBe('September 2025');
    expect(words('2025-10-01', '2025-11-30')).toBe('October to November 2025');
    expect(words('2025-09-09', '2025-09-16')).toBe('9 to 16 September 2025');
    expect(words('1872-01-01', '1914-12-31')).toBe('1872 to 1914');
    expect(words('2025-01-01', '2025-12-31')).toBe('2025');
  });
});

describe('callouts', () => {
  it('number events in order of time and keep their boxes apart and in the frame', () => {
    const ids = [
      '2025-09-12-poland-shuts-all-crossings-belarus',
      '2025-09-10-drones-enter-polish-airspace-poland-allies-shoot',
      '2025-09-11-us-lifts-belavia-sanctions-belarus-frees-52',
      ROW,
    ];
    const callouts = calloutsOf(record, ids);
    expect(callouts.map(({ n, date }) => `${n} ${date}`)).toEqual(['1 10 Sep', '2 11 Sep', '3 12 to 25 Sep']);
    const frame = { width: 800, height: 600, point: (lat: number, lon: number) => ({ x: (lon - 18) * 55, y: (57 - lat) * 90 }) };
    const boxes = placeCallouts(callouts, frame).map(({ box }) => box);
    expect(boxes).toHaveLength(3);
    boxes.forEach((a, i) => {
      expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 800 && a.y + a.height <= 600).toBe(true);
      for (const b of boxes.slice(i + 1)) {
        expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
      }
    });
  });

  it('have a line to every place of their event that the map shows, and stand while one of them is in it', () => {
    const two = caseRecord({ events: [happened('twice', '2022-02-24', '', 'spot;spot2')] });
    const [callout] = calloutsOf(two, ['twice']);
    expect(callout?.places).toHaveLength(2);
    const places = callout?.places ?? [];
    const at = (seen: readonly number[]) => ({
      width: 800,
      height: 600,
      point: (lat: number, lon: number) => {
        const i = places.findIndex((place) => place.lat === lat && place.lon === lon);
        return seen.includes(i) ? { x: 200 + 300 * i, y: 300 } : { x: -50, y: 300 };
      },
    });
    const spots = (seen: readonly number[]) =>
      placeCallouts(callout ? [callout] : [], at(seen)).map(({ lines }) => lines.map(({ spot }) => spot.x));
    expect(spots([0, 1])).toEqual([[200, 500]]);
    expect(spots([1])).toEqual([[500]]);
    expect(spots([])).toEqual([]);
    // A line ends on the edge of its box.
    const [placed] = placeCallouts(callout ? [callout] : [], at([0, 1]));
    for (const { end } of placed?.lines ?? []) {
      const { x, y, width, height } = placed?.box ?? { x: 0, y: 0, width: 0, height: 0 };
      expect(end.x >= x && end.x <= x + width && end.y >= y && end.y <= y + height).toBe(true);
    }
  });
});

it('counts the rows behind a scene that the list of rows then shows', () => {
  const state = decodeView('from=2025-01-01&to=2026-01-31&at=2026-01-26&pair=belarus~poland', START);
  const slice = sliceRecord(record, filtersOf(state, null));
  const rows = rowsOf(slice, pairOf(slice, record.actorIndex.get('belarus')!, record.actorIndex.get('poland')!));
  const inWindow = [...rows].filter((k) => slice.day[k]! >= state.from && slice.day[k]! <= state.at);
  expect(inWindow.length).toBeGreaterThan(20);
  expect(rowsBehind(slice, state)).toBe(inWindow.length);
  expect(rowsBehind(slice, { ...state, pair: null, actors: ['belarus'] })).toBeNull();
  const none = decodeView('from=1900-01-01&to=1900-12-31&at=1900-06-01', START);
  expect(rowsBehind(slice, none)).toBe(0);
});
