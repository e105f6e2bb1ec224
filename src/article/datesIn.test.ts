import { describe, expect, test } from 'vitest';
import { dayOf } from '../words/calendar';
import { datesIn } from './datesIn';

// A Monday.
const TODAY = dayOf('2026-01-26');
const found = (text: string) => datesIn(text, TODAY).map(({ start, end, edtf }) => [text.slice(start, end), edtf]);

describe('whole dates in each language', () => {
  test.each([
    ['English', 'on 21 January 2026 he', '21 January 2026', '2026-01-21'],
    ['American', 'on January 21st, 2026, he', 'January 21st, 2026', '2026-01-21'],
    ['of', 'the 21st of January 2026', '21st of January 2026', '2026-01-21'],
    ['short', 'on 5 Nov 2025', '5 Nov 2025', '2025-11-05'],
    ['Russian', 'он 5 ноября 2025 года', '5 ноября 2025', '2025-11-05'],
    ['Belarusian', 'ён 5 лістапада 2025 года', '5 лістапада 2025', '2025-11-05'],
    ['Belarusian', '9 верасня 2025', '9 верасня 2025', '2025-09-09'],
    ['Ukrainian', 'він 12 вересня 2025 року', '12 вересня 2025', '2025-09-12'],
    ['Polish', 'dnia 12 września 2025 r.', '12 września 2025', '2025-09-12'],
    ['Lithuanian', '2026 m. sausio 21 d. jis', '2026 m. sausio 21', '2026-01-21'],
    ['German', 'am 3. März 2025', '3. März 2025', '2025-03-03'],
    ['ISO', 'on 2026-01-21 he', '2026-01-21', '2026-01-21'],
    ['digits', 'on 21.01.2026 he', '21.01.2026', '2026-01-21'],
    ['digits, month first', 'on 01/21/2026 he', '01/21/2026', '2026-01-21'],
    ['month', 'since November 2025 he', 'November 2025', '2025-11'],
    ['two days', 'from 9 to 10 September 2025', '9 to 10 September 2025', '2025-09-09/2025-09-10'],
    ['a dash', 'w dniach 9–10 września 2025', '9–10 września 2025', '2025-09-09/2025-09-10'],
  ])('%s: %s', (_, text, words, edtf) => {
    expect(found(text)).toEqual([[words, edtf]]);
    expect(datesIn(text, TODAY)[0]?.how).toBe('written');
  });
});

test('a date without a year is the one nearest to the article, and says so', () => {
  expect(found('On 23 November, and on 5 February, and in December.')).toEqual([
    ['23 November', '2025-11-23'],
    ['5 February', '2026-02-05'],
    ['December', '2025-12'],
  ]);
  expect(datesIn('On 23 November', TODAY)[0]?.how).toBe('year');
});

describe('told from the day of the article', () => {
  test.each([
    ['he said yesterday', '2026-01-25'],
    ['он сказал вчера', '2026-01-25'],
    ['ён сказаў учора', '2026-01-25'],
    ['він сказав вчора', '2026-01-25'],
    ['powiedział wczoraj', '2026-01-25'],
    ['przedwczoraj powiedział', '2026-01-24'],
    ['jis sakė vakar', '2026-01-25'],
    ['he said on Tuesday', '2026-01-20'],
    ['он сказал во вторник', '2026-01-20'],
    ['ён сказаў у аўторак', '2026-01-20'],
    ['powiedziała we wtorek', '2026-01-20'],
    ['він сказав у середу', '2026-01-21'],
    ['jis sakė antradienį', '2026-01-20'],
    ['he said on Monday', '2026-01-26'],
    ['he said two days ago', '2026-01-24'],
    ['он сказал 3 дня назад', '2026-01-23'],
    ['powiedział dwa dni temu', '2026-01-24'],
    ['prieš 2 dienas jis sakė', '2026-01-24'],
  ])('%s is %s', (text, edtf) => {
    expect(datesIn(text, TODAY).map((date) => [date.edtf, date.how])).toEqual([[edtf, 'told']]);
  });

  test('the same day is the date before it, also where that is in digits', () => {
    expect(found('On 3 May 2025 he left. The same day she came.')[1]).toEqual(['The same day', '2025-05-03']);
    expect(found('21.01.2026 он ушёл. В тот же день она пришла.')[1]).toEqual(['тот же день', '2026-01-21']);
    expect(found('The same day she came.')).toEqual([]);
  });
});

test('words that only look like dates are none', () => {
  expect(
    found('He may say so, they march on, the 21 states, 31 February 2026, version 1.2.2026.4, sun and moon, a monday'),
  ).toEqual([]);
});
