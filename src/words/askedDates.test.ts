import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedDate } from './askedDates';
import { dayOf, isoOf } from './calendar';
import { formatDay } from './dates';

const read = (text: string): string => {
  const words = text.toLowerCase().replaceAll(',', '').split(' ');
  const date = askedDate(words, 0);
  return date === null ? 'none' : `${isoOf(date.first)}/${isoOf(date.last)} ${date.words}`;
};

test.each([
  ['2025-06-23', '2025-06-23/2025-06-23 1'],
  ['23 June 2025', '2025-06-23/2025-06-23 3'],
  ['23rd of June 2025', '2025-06-23/2025-06-23 4'],
  ['June 23, 2025', '2025-06-23/2025-06-23 3'],
  ['23 Jun 2025', '2025-06-23/2025-06-23 3'],
  ['23.06.2025', '2025-06-23/2025-06-23 1'],
  ['23/6/2025', '2025-06-23/2025-06-23 1'],
  ['6/23/2025', '2025-06-23/2025-06-23 1'],
  ['3/4/2025', '2025-04-03/2025-04-03 1'],
  ['December 2025', '2025-12-01/2025-12-31 2'],
  ['2025-02', '2025-02-01/2025-02-28 1'],
  ['02.2024', '2024-02-01/2024-02-29 1'],
  ['2025', '2025-01-01/2025-12-31 1'],
  ['may 2025', '2025-05-01/2025-05-31 2'],
])('%s', (text, days) => expect(read(text)).toBe(days));

test.each(['may', 'marchers 2025', '23 June', '30 February 2025', '2025-13-01', '32.01.2025', '45', 'dec25', '', '20251'])(
  '%j is no date',
  (text) => expect(read(text)).toBe('none'),
);

test('a day is found as the page writes it, in ISO 8601 and with points', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf('1000-01-01'), max: dayOf('2999-12-31') }), (day) => {
      const [y, m, d] = isoOf(day).split('-');
      for (const text of [formatDay(day), isoOf(day), `${d}.${m}.${y}`, formatDay(day, 'short')])
        expect(read(text).slice(0, 21)).toBe(`${isoOf(day)}/${isoOf(day)}`);
    }),
  );
});
