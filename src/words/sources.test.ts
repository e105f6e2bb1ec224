import { expect, test } from 'vitest';
import { dayOf } from './calendar';
import { addressWords, byline, citation, recordLine, sourceName, sourcesLine, sourceWords, type CitedSource } from './sources';

const source: CitedSource = {
  outlet: 'BelTA',
  title: 'Border reopens',
  author: 'N. Petrov',
  kind: 'state-media',
  published: { text: '2025-11-05', first: dayOf('2025-11-05'), last: dayOf('2025-11-05') },
  url: 'https://example.org/a',
  mirror: false,
};

test('a source cited whole', () => {
  expect(citation(source)).toBe('N. Petrov, BelTA, “Border reopens”, 5 November 2025, state media, https://example.org/a');
  expect(citation({ ...source, author: '', mirror: true })).toBe(
    'BelTA, “Border reopens”, 5 November 2025, state media, read at a mirror: https://example.org/a',
  );
  expect(addressWords({ url: '', mirror: true })).toBe('');
});

test('under its title', () => {
  expect(byline(source)).toBe('N. Petrov, BelTA, 5 November 2025, state media');
  expect(byline({ ...source, author: 'BelTA', published: null })).toBe('BelTA, no date on the page, state media');
});

test('without a title it is cited by outlet and date, and the outlet is never said twice', () => {
  const bare = { ...source, outlet: '24 Kanal', author: '24 Kanal', kind: 'independent-media', title: '' };
  expect(sourceWords(bare)).toBe('24 Kanal, 5 November 2025, independent media');
  expect(sourceWords({ ...bare, title: '24 Kanal' })).toBe('24 Kanal, 5 November 2025, independent media');
  expect(sourceWords({ ...bare, published: null })).toBe('24 Kanal, no date on the page, independent media');
  expect([sourceName(source), sourceName(bare), sourceName(bare, 'short')]).toEqual([
    'BelTA, “Border reopens”',
    '24 Kanal, 5 November 2025',
    '24 Kanal, 5 Nov 2025',
  ]);
});

test('a row’s sources in a line, and a record’s name', () => {
  expect([sourcesLine([]), sourcesLine([source]), sourcesLine([source, source, source])]).toEqual([
    '',
    'BelTA, state media',
    'BelTA, state media and 2 more',
  ]);
  const ours = ['The Stanceline maintainers'];
  expect(recordLine({ title: 'T', licence: 'CC-BY-4.0', authors: ours })).toBe('Stanceline, “T”, CC-BY-4.0');
  // A reader's own record is its authors', never ours.
  expect(recordLine({ title: 'T', licence: '', authors: ['A. Reader', 'B. Reader'] })).toBe('A. Reader and B. Reader, “T”');
  expect(recordLine({ title: 'T', licence: '' })).toBe('“T”');
  // Nobody is made to answer for rows that a reader changed.
  expect([0, 1, 3].map((edits) => recordLine({ title: 'T', licence: 'CC0', authors: ours, edits }))).toEqual([
    'Stanceline, “T”, CC0',
    'Stanceline, “T”, CC0, 1 row changed by a reader',
    'Stanceline, “T”, CC0, 3 rows changed by a reader',
  ]);
});
