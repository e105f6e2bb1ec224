import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf, dayFrom, dayOf, FIRST_DAY, isoOf, LAST_DAY } from './calendar';

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

describe('day arithmetic', () => {
  test('a day survives the way to ISO text and back, over sixteen thousand years', () => {
    fc.assert(fc.property(anyDay, (day) => dayOf(isoOf(day)) === day));
  });

  test('the day after is one more on the calendar', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: date } = calendarOf(day);
        expect(dayFrom(year, month, date)).toBe(day);
      }),
    );
  });

  test('agrees with the machine’s own calendar where that can be trusted', () => {
    fc.assert(fc.property(fc.integer({ min: -719_000, max: 2_900_000 }), (day) => isoOf(day) === isoOfMachine(day)));
  });

  test('years before 1000 and before Christ are not taken for 19xx', () => {
    expect(isoOf(dayOf('0043-01-01'))).toBe('0043-01-01');
    expect(isoOf(dayOf('-0043-03-15'))).toBe('-0043-03-15');
  });

  test.each(['2025-02-29', '1900-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '2025-11', '05/11/2025', ''])(
    '%j is no day',
    (text) => expect(dayOf(text)).toBeNaN(),
  );
});

function isoOfMachine(day: number): string {
  const iso = new Date(day * 86_400_000).toISOString();
  return iso.slice(0, iso.indexOf('T')).replace(/^\+0/, '+');
}
