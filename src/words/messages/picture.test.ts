import { expect, test } from 'vitest';
import { dayOf } from '../calendar';
import { claimMessages } from './claims';
import { evidenceMessages } from './evidence';
import { pictureMessages } from './picture';

const [from, at, to] = [dayOf('2026-01-01'), dayOf('2026-01-21'), dayOf('2026-01-31')];

test('what stands around a picture', () => {
  const when = 'As of 21 January 2026; window 1 January 2026 to 31 January 2026';
  expect(pictureMessages.asOf(at, from, to, '')).toBe(when);
  expect(pictureMessages.asOf(at, from, to, pictureMessages.reading.decay(90))).toBe(
    `${when}; running stance with a half-life of 90 days`,
  );
  expect([pictureMessages.shown([]), pictureMessages.shown(['all topics', 'border'])]).toEqual([
    '',
    'Shown: all topics; border.',
  ]);
  expect(pictureMessages.sourceOfRows('Stanceline, “Small”', 1)).toBe('Source: Stanceline, “Small”, 1 coded row in the window.');
  expect(pictureMessages.sourceOfTies('Stanceline, “Small”', 2)).toBe('Source: Stanceline, “Small”, 2 ties.');
  expect(pictureMessages.source('Stanceline, “Small”')).toBe('Source: Stanceline, “Small”.');
  expect([pictureMessages.ratings(1, 4), pictureMessages.claims(12, 1)]).toEqual([
    '1 rating of 4 hypotheses',
    '12 claims of 1 article',
  ]);
});

test('what is counted of a claim', () => {
  expect([0, 1, 8].map(claimMessages.bearing)).toEqual(['no rows', '1 row', '8 rows']);
  expect([claimMessages.sides(1, 5, 2), claimMessages.sides(1, 5, 0)]).toEqual([
    '1 for, 5 against, 2 neither',
    '1 for, 5 against',
  ]);
});

test('what a card leaves out is counted in the singular too', () => {
  expect([1, 3].map(evidenceMessages.moreStances)).toEqual(['and 1 more stance', 'and 3 more stances']);
});
