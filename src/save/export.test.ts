import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { decodeView } from '../focus/url';
import { START, type ViewState } from '../focus/view';
import { readRecord } from '../record/reading/read';
import { FRAMED } from '../shell/views/all';
import { greatPowers, shipped } from '../testing/shippedDataset';
import { dataFiles, rowsWords, chosenRows } from './dataFiles';
import { embeddedStory, embedOf, embedState, snippet, wholeState } from './embedModel';
import { baseOf, rowLink } from './links';
import { carriedOf, openingOf } from './oneFile';
import { pictureSize } from './pictureSizes';
import { fileName, firstParagraph, pictureWords } from './pictureWords';
import { sizeWords } from '../words/numbers';
import { dayOf } from '../words/calendar';

const flank = shipped('eastern-flank');
const powers = greatPowers();
const state: ViewState = {
  ...START,
  from: dayOf('2025-01-01'),
  to: dayOf('2026-01-31'),
  at: dayOf('2026-01-26'),
  pair: ['belarus', 'poland'],
};
const slice = sliceRecord(flank, { ...ALL, basis: 'own' });

describe('a frame in another page', () => {
  const embed = { views: ['network', 'timeline'] as const, controls: ['clock'] as const, theme: 'dark' as const };
  const framed = embedState(state, { ...embed, views: [...embed.views], controls: [...embed.controls] });

  it('has an address that says what it shows, and one that shows the whole', () => {
    const text = snippet(
      'https://example.org/',
      state,
      { views: ['network', 'timeline'], controls: ['clock'], theme: 'dark' },
      { width: '100%', height: 500 },
      'A "b"',
    );
    const src = /src="([^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&');
    const read = decodeView(new URL(src).hash, START);
    expect(embedOf(read, FRAMED)).toEqual(embed);
    expect(read.pair).toEqual(['belarus', 'poland']);
    expect(text).toContain('title="A &quot;b&quot;"');
    expect(embedOf(wholeState(framed), FRAMED)).toBeNull();
    expect(wholeState(framed)).toEqual(state);
  });

  it('grows by what its own frame says of this site alone, within bounds', () => {
    const text = snippet(
      'https://example.org/app/',
      state,
      { ...embed, views: ['claims'], controls: [] },
      { width: '100%', height: 500 },
      'x',
    );
    const code = /<script>([^]*)<\/script>/.exec(text)?.[1] ?? '';
    const frame = { contentWindow: {}, style: { height: '' } };
    let hear: (event: unknown) => void = () => undefined;
    runInNewContext(code, {
      document: { currentScript: { previousElementSibling: frame } },
      addEventListener: (_: string, listener: typeof hear) => (hear = listener),
    });
    const say = (height: unknown, from: object = {}) => {
      hear({ origin: 'https://example.org', source: frame.contentWindow, data: { 'stanceline:height': height }, ...from });
      return frame.style.height;
    };
    expect(say(900, { origin: 'https://example.com' })).toBe('');
    expect(say(900, { source: {} })).toBe('');
    expect(say(900, { data: null })).toBe('');
    expect(say('a lot')).toBe('');
    expect(say(900)).toBe('900px');
    expect(say(1e9)).toBe('6000px');
    expect(say(12)).toBe('500px');
  });

  it('holds a story with nothing of the view that is open', () => {
    const told = embeddedStory(state, { story: 'the-pivot', scene: '1' });
    expect(told).toMatchObject({ page: 'story', pair: null, extra: { story: 'the-pivot', scene: '1' }, from: state.from });
    expect(embedOf(embedState(told, { views: ['story'], controls: [], theme: '' }), FRAMED)?.views).toEqual(['story']);
  });

  it('passes over views that it does not know', () => {
    expect(embedOf({ ...state, extra: { embed: 'nonsense' } }, FRAMED)).toBeNull();
    expect(embedOf({ ...state, extra: { embed: 'map,nonsense', controls: 'all', theme: 'pink' } }, FRAMED)).toEqual({
      views: ['map'],
      controls: [],
      theme: '',
    });
  });
});

describe('links of an export', () => {
  it('never give away a path of the machine', () => {
    expect(baseOf('file:///home/somebody/stanceline.html#/atlas', '')).toBe('stanceline.html');
    expect(baseOf('file:///home/somebody/stanceline.html', 'https://example.org/app/')).toBe('https://example.org/app/');
    expect(baseOf('https://example.org/app/#/atlas?x', '')).toBe('https://example.org/app/');
  });

  it('open the row in its dataset', () => {
    expect(decodeView(new URL(rowLink('https://a.b/', 'mine', '2025-x')).hash, START)).toMatchObject({
      page: 'evidence',
      data: 'mine',
      item: '2025-x',
    });
  });
});

describe('the words of a picture', () => {
  it('say date, window, reading, filters, rows, licence and how the scores were made', () => {
    const words = pictureWords(flank, { ...state, topics: ['border'], confidence: 2 }, slice);
    expect(words.when).toBe(
      'As of 26 January 2026; window 1 January 2025 to 31 January 2026; running stance with a half-life of 30 days',
    );
    expect(words.filters).toMatch(/border; in the actors’ own words and acts; .*high confidence; pairs on two rows or more\.$/);
    expect(words.source).toMatch(/CC-BY-4\.0, \d+ coded rows in the window\.$/);
    expect(words.coding).toContain('language models');
  });

  it('speak of ties where nothing is coded', () => {
    const words = pictureWords(powers, state, sliceRecord(powers, ALL));
    expect(words).toMatchObject({ filters: '', coding: '' });
    expect(words.source).toMatch(/\d+ ties\.$/);
  });

  it('enlarge type with the sheet and never shrink it', () => {
    expect(pictureSize(1600, 900).zoom).toBeCloseTo(900 / 700);
    expect(pictureSize(600, 500).zoom).toBe(1);
    expect(pictureSize(Number.NaN, 99_999)).toMatchObject({ width: 480, height: 6000 });
  });

  it('tell a scene by its first paragraph, without markup', () => {
    const text = '> "A quote"\n\nOn **21 January** he [said so](item:x-y)\nand left.\n\nMore.';
    expect(firstParagraph(text)).toBe('On 21 January he said so and left.');
    expect(firstParagraph('')).toBe('');
  });

  it('name files and sizes plainly', () => {
    expect(fileName('Ä flank', 'network', '2026-01-26')).toBe('ä-flank-network-2026-01-26');
    expect([sizeWords(0), sizeWords(1200), sizeWords(6_098_392)]).toEqual(['0 bytes', '1 kB', '6.1 MB']);
  });
});

describe('files of the rows', () => {
  it('leave out formats that would be empty', () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const ties = dataFiles(
      sliceRecord(powers, ALL),
      { ...START, from: dayOf('1800-01-01'), to: dayOf('1801-01-01') },
      false,
      'https://a.b/',
      now,
    );
    expect(ties.map(({ name }) => name)).toEqual([
      'great-powers-selection.zip',
      'great-powers-selection.xlsx',
      'great-powers-selection.stanceline.json',
    ]);
    const whole = dataFiles(slice, state, true, 'https://a.b/', now);
    expect(whole.map(({ name }) => name.split('.').at(-1))).toEqual([
      'csv',
      'xlsx',
      'parquet',
      'zip',
      'xlsx',
      'json',
      'bib',
      'json',
      'ics',
      'gexf',
      'graphml',
      'zip',
      'csv',
      'csv',
      'csv',
      'jsonld',
      'geojson',
    ]);
  });

  it('count what is in them', () => {
    expect(rowsWords(slice, chosenRows(slice, state, true))).toMatch(
      /^\d+ stances, \d+ statements and events, \d+ sources, \d+ ties$/,
    );
  });
});

describe('one file', () => {
  it('carries the record so that it reads the same, and opens on the view', () => {
    const carried = carriedOf(slice, { ...state, data: 'eastern-flank' }, '', true, 'https://a.b/');
    const again = readRecord(new Map(Object.entries(carried.files)), carried.name);
    expect(again.faults).toEqual(flank.faults);
    expect(again.meta).toEqual(flank.meta);
    expect(again.stances.id).toEqual(flank.stances.id);
    expect(decodeView(carried.view, START)).toEqual(state);
  });

  it('opens a story at its first scene', () => {
    expect(openingOf(state, 'tour')).toMatchObject({ page: 'story', extra: { story: 'tour', scene: '1' } });
  });
});
