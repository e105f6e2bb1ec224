import { expect, test } from 'vitest';
import { cardPlace, lookSteps } from './firstLookModel';

test('three steps, of which a record of ties names no words and no change', () => {
  for (const steps of [lookSteps(true), lookSteps(false)])
    expect(steps.map(({ about }) => about[0]?.match(/"(.*)"/)?.[1])).toEqual(['Network', 'Rows', 'Clock and timeline']);
  expect(
    lookSteps(false)
      .map(({ title, text }) => title + text)
      .join(' '),
  ).not.toMatch(/says|words|Yellow|formula/);
  expect(lookSteps(true)[0]?.text).toMatch(/nothing is drawn/);
});

const card = { width: 300, height: 150 };
const window = { width: 1440, height: 900 };

test('a card stands beside its part, right before left, then over or under it, and always within the window', () => {
  expect(cardPlace({ left: 28, top: 300, width: 650, height: 300 }, card, window)).toEqual({ left: 690, top: 312 });
  expect(cardPlace({ left: 1100, top: 100, width: 340, height: 500 }, card, window)).toEqual({ left: 788, top: 112 });
  expect(cardPlace({ left: 28, top: 640, width: 1384, height: 260 }, card, window)).toEqual({ left: 40, top: 478 });
  expect(cardPlace({ left: 28, top: 10, width: 1384, height: 260 }, card, window)).toEqual({ left: 40, top: 282 });
  expect(cardPlace({ left: 0, top: 0, width: 390, height: 844 }, card, { width: 390, height: 844 })).toEqual({
    left: 12,
    top: 682,
  });
  // A part that reaches below the window: the card does not.
  expect(cardPlace({ left: 28, top: 880, width: 200, height: 400 }, card, window)).toEqual({ left: 240, top: 738 });
});
