import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finder } from '../focus/finder';
import { activeFilters } from '../focus/filters/filterWords';
import { startOf } from '../focus/start';
import { decodeView, encodeView } from '../focus/url';
import { START, type ViewState } from '../focus/view';
import { buildSearch, search } from '../record/search/search';
import { shipped } from '../testing/shippedDataset';
import { isoOf } from '../words/calendar';
import { answerOf } from './answer';
import { readQuestion } from './question';

const record = shipped('eastern-flank');
const finder: Finder = { index: buildSearch(record), search };
const now = startOf(record, '');

/** What a reading sets, without what it leaves at its start. */
function set(patch: Partial<ViewState>): Partial<ViewState> {
  return Object.fromEntries(
    Object.entries(patch).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(START[name as keyof ViewState])),
  );
}
const first = (text: string) => {
  const question = readQuestion(record, text)[0];
  if (question === undefined) return null;
  const { days } = question;
  return { ...set(question.patch), ...(days === null ? {} : { days: `${isoOf(days.first)}/${isoOf(days.last)}` }) };
};

describe('a question is read', () => {
  test.each([
    [
      'us on belarus sanctions december 2025 official',
      { pair: ['united-states', 'belarus'], topics: ['sanctions'], sourceKinds: ['official'], days: '2025-12-01/2025-12-31' },
    ],
    ['Belarus on Poland', { pair: ['belarus', 'poland'] }],
    ['беларусь польша', { pair: ['belarus', 'poland'] }],
    ['who turned on Belarus?', { targets: ['belarus'] }],
    ['on Poland by Belarus', { pair: ['belarus', 'poland'] }],
    [
      'what did Lukashenko say about Poland in January 2025',
      { speakers: ['aleksandr-lukashenko'], targets: ['poland'], days: '2025-01-01/2025-01-31' },
    ],
    ['Рыженков', { speakers: ['maksim-ryzhenkov'] }],
    ['Ryzenkov on Poland', { speakers: ['maksim-ryzhenkov'], targets: ['poland'] }],
    ['2025-06-23', { days: '2025-06-23/2025-06-23' }],
    ['23.06.2025', { days: '2025-06-23/2025-06-23' }],
    ['sanctions since October 2025', { topics: ['sanctions'], days: '2025-10-01/9999-12-31' }],
    ['prisoners before 2025', { topics: ['prisoners'], days: '0001-01-01/2024-12-31' }],
    ['from june 2025 to august 2025 border', { topics: ['border'], days: '2025-06-01/2025-08-31' }],
    ['14 days around 2025-09-09', { days: '2025-08-26/2025-09-23' }],
    [
      'state media on Poland -sanctions',
      { sourceKinds: ['state-media'], targets: ['poland'], topics: ['sanctions'], but: ['topics'] },
    ],
    ['hostile events poland', { sign: 'negative', forms: ['events'], only: ['poland'] }],
    ['disputed border', { disputed: 'only', topics: ['border'] }],
    ['oreshnik belarus', { only: ['belarus'], query: 'oreshnik' }],
    ['belarus "big deal"', { only: ['belarus'], query: '"big deal"' }],
    ['in Minsk 2025', { places: ['minsk'], days: '2025-01-01/2025-12-31' }],
    ['TASS on Poland', { outlets: ['TASS'], targets: ['poland'] }],
    ['us on belarus nato', { pair: ['united-states', 'belarus'], topics: ['nato'] }],
    ['poland -opinion', { only: ['poland'], sourceKinds: ['opinion'], but: ['sourceKinds'] }],
  ])('%s', (text, reading) => expect(first(text)).toEqual(reading));

  test.each(['', 'breakthrough', 'the of in', 'xyzzy plugh', 'may', '"big deal"'])(
    '%j has no part that the record names',
    (text) => expect(readQuestion(record, text)).toEqual([]),
  );

  test('other readings follow: the pair the other way, the actor as a topic', () => {
    expect(readQuestion(record, 'belarus poland').map(({ patch }) => patch.pair)).toEqual([
      ['belarus', 'poland'],
      ['poland', 'belarus'],
    ]);
    expect(readQuestion(record, 'nato').map(({ patch }) => [patch.only, patch.topics])).toEqual([
      [['nato'], []],
      [[], ['nato']],
    ]);
  });

  test('who turned is a question to the page of changes', () => {
    expect(readQuestion(record, 'who turned on belarus')[0]?.turned).toBe(true);
    expect(readQuestion(record, 'poland on belarus')[0]?.turned).toBe(false);
  });
});

const words = fc.constantFrom(
  ...[
    'belarus',
    'poland',
    'US',
    'on',
    'about',
    'sanctions',
    'border',
    'nato',
    'official',
    'state media',
    'december 2025',
    '2025-06-23',
  ],
  ...[
    'since',
    'hostile',
    'oreshnik',
    '-prisoners',
    '"big deal"',
    'Minsk',
    'TASS',
    'Lukashenko',
    'events',
    'disputed',
    'the',
    '-',
    '"',
    '±',
  ],
);

test('whatever is typed, every reading is a whole state that a link holds, in a sound window, with its own count and never a throw', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 6 }), fc.string({ maxLength: 8 }), (list, noise) => {
      for (const question of readQuestion(record, [...list, noise].join(' '))) {
        const { state, rows } = answerOf(record, finder, now, question);
        expect(decodeView(encodeView(state), now)).toEqual(state);
        expect(state.from).toBeLessThanOrEqual(state.at);
        expect(state.at).toBeLessThanOrEqual(state.to);
        expect(rows).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 60 },
  );
});

test('nothing that was set before stays behind in an answer', () => {
  const cluttered: ViewState = {
    ...now,
    topics: ['nuclear'],
    pair: ['russia', 'poland'],
    place: 'minsk',
    query: 'zeppelin',
    sign: 'positive',
  };
  const question = readQuestion(record, 'us on belarus')[0]!;
  const { state } = answerOf(record, finder, cluttered, question);
  expect(state.pair).toEqual(['united-states', 'belarus']);
  expect(activeFilters(record, state)).toEqual([]);
});
