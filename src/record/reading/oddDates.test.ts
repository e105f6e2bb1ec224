import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL, pairOf, sliceRecord } from '../../analysis/slice';
import { runStances, stanceAt, weightsAt } from '../../analysis/stance/stance';
import { caseFiles, caseRecord, happened, said, scored } from '../../testing/cases';
import { dayOf, LAST_DAY, NO_DAY } from '../../words/calendar';
import { coverageMessages } from '../../words/messages/coverage';
import { openEvidence } from '../open';
import { buildSearch, search } from '../search/search';
import { writeTable } from '../write';
import type { Fault, StanceRecord } from '../record';
import { whenOf } from '../when';
import { formatDate } from '../../words/dates';
import { readRecord } from './read';

const opened = (record: StanceRecord, id: string) => openEvidence(record, record.evidenceIndex.get(id) ?? -1);
/** Faults but for those of the package, which the small records do without. */
const faultsOf = (record: StanceRecord): Fault[] => record.faults;

/** The stance of alba towards borea at the end of a day, under the reading "the latest row". */
function latest(record: StanceRecord, date: string): number | null {
  const slice = sliceRecord(record, ALL);
  const running = runStances(slice, { mode: 'latest', halfLife: 90, from: dayOf('2020-01-01') });
  const pair = pairOf(slice, 0, 1);
  const stance = stanceAt(running, pair, dayOf(date));
  const weights = weightsAt(running, pair, dayOf(date));
  if (stance) expect(weights.map(({ weight }) => weight)).toEqual(Array.from({ length: stance.n }, () => 1));
  return stance?.value ?? null;
}

describe('an unknown date', () => {
  const record = caseRecord({
    statements: [said('a-unknown-year', 'XXXX'), said('b-dated', '2014-05-01')],
    stances: [scored('a-unknown-year', 1), scored('b-dated', 1)],
    events: [happened('z-building', 'XXXX-XX-XX', '', 'spot')],
  });

  test('is no fault and no century: the row stands after the dated ones, on no day', () => {
    expect(faultsOf(record)).toEqual([]);
    expect(record.evidence.id).toEqual(['b-dated', 'a-unknown-year', 'z-building']);
    expect(record.evidence.dated).toBe(1);
    expect([...record.evidence.day]).toEqual([dayOf('2014-05-01'), NO_DAY, NO_DAY]);
    expect([record.stances.n, record.stances.dated]).toEqual([2, 1]);
    expect(record.span).toEqual([dayOf('2014-05-01'), dayOf('2014-05-01')]);
    expect(opened(record, 'a-unknown-year').date).toBe('date unknown');
    expect(opened(record, 'z-building').date).toBe('date unknown');
  });

  test('keeps the row out of every number and in the slice', () => {
    const slice = sliceRecord(record, ALL);
    expect([slice.n, slice.all]).toEqual([1, 2]);
    expect(slice.pairs.item).toHaveLength(1);
    expect(slice.day[1]).toBe(NO_DAY);
  });

  test('has no word of a date to be found by, and its own words are found', () => {
    const index = buildSearch(record);
    expect(search(index, 'a-unknown-year').evidence.map(({ index: e }) => record.evidence.id[e])).toContain('a-unknown-year');
    const year = search(index, '2014').evidence.map(({ index: e }) => record.evidence.id[e]);
    expect(year).toEqual(['b-dated']);
  });

  test('is refused where it would say that a tie always held, and where only an end can be open', () => {
    const tie = (start: string, end: string) => `t,treaty,alba;borea,1,Treaty,${start},${end},,src-a`;
    const faults = (start: string, end: string) => faultsOf(caseRecord({ ties: [tie(start, end)] }));
    expect(faults('1990', '')).toEqual([]);
    expect(faults('1990', '..')).toEqual([]);
    expect(faults('1990', 'XXXX')).toMatchObject([{ rule: 'bad-date', column: 'end' }]);
    expect(faults('XXXX', '')).toMatchObject([{ rule: 'bad-date', column: 'start' }]);
    expect(faults('..', '2000')).toMatchObject([
      { rule: 'bad-date', column: 'start', message: '`..` is an open end, and `start` is no end.' },
    ]);
    expect(faultsOf(caseRecord({ statements: [said('s', '..')] }))).toMatchObject([{ rule: 'bad-date', column: 'date' }]);
  });

  test.each([
    ['unknown', 'XXXX'],
    ['../..', 'XXXX'],
    ['n.d.', 'XXXX'],
    ['2026-01-21 18:00', '2026-01-21T18:00'],
    ['2026-01-21T9:05', '2026-01-21T09:05'],
  ])('`%s` is told to be written as `%s`', (written, right) => {
    const [fault] = faultsOf(caseRecord({ statements: [said('s', written)] }));
    expect(fault?.severity).toBe('error');
    expect(fault?.suggestion).toContain(`\`${right}\``);
  });

  test('of a source is none', () => {
    const { sources } = caseRecord({
      sources: ['src-a,https://example.org/a,A page,Example Agency,,XXXX,en,news-agency,false'],
    });
    expect(sources[0]?.published).toBeNull();
  });
});

describe('a record without a dated row', () => {
  test('covers nothing, and says so without a date', () => {
    const empty = caseRecord({});
    expect(empty.span).toBeNull();
    expect(coverageMessages.covers(empty)).toBe('The record has no rows yet.');
    const undated = caseRecord({ statements: [said('s', 'XXXX')] });
    expect(undated.span).toBeNull();
    expect(coverageMessages.covers(undated)).toBe('No row of the record has a date.');
  });

  test('covers the lives of its ties where those have dates', () => {
    const { span } = caseRecord({ ties: ['t,treaty,alba;borea,1,Treaty,1990,2000,,src-a'] });
    expect(span).toEqual([dayOf('1990-01-01'), dayOf('2000-01-01')]);
  });
});

describe('times of day', () => {
  const morning = said('z-morning', '2020-03-10T09:00');
  const evening = said('a-evening', '2020-03-10T18:00');
  const stances = [scored('first', 0), scored('z-morning', -2), scored('a-evening', 2)];

  test('order the rows of a day, and the latest of them is the latest row', () => {
    const record = caseRecord({ statements: [said('first', '2020-01-01'), morning, evening], stances });
    expect(faultsOf(record)).toEqual([]);
    expect(record.evidence.id).toEqual(['first', 'z-morning', 'a-evening']);
    expect(record.stances.id.map((id) => id.split('--')[0])).toEqual(['first', 'z-morning', 'a-evening']);
    expect(latest(record, '2020-03-10')).toBe(2);
    expect(latest(record, '2020-03-09')).toBe(0);
    expect(opened(record, 'a-evening').date).toBe('10 March 2020, 18:00');
  });

  test('without them the rows of a day are one, as ever', () => {
    const record = caseRecord({
      statements: [said('first', '2020-01-01'), said('z-morning', '2020-03-10'), said('a-evening', '2020-03-10')],
      stances,
    });
    expect(record.evidence.id).toEqual(['first', 'a-evening', 'z-morning']);
    expect(latest(record, '2020-03-10')).toBe(0);
  });

  test('a row without a time comes before those that have one, and is not the latest of its day', () => {
    const record = caseRecord({
      statements: [said('first', '2020-01-01'), morning, said('a-evening', '2020-03-10')],
      stances,
    });
    expect(record.evidence.id).toEqual(['first', 'a-evening', 'z-morning']);
    expect(latest(record, '2020-03-10')).toBe(-2);
  });

  test('rows of one minute stay one', () => {
    const record = caseRecord({
      statements: [said('first', '2020-01-01'), morning, said('a-evening', '2020-03-10T09:00')],
      stances,
    });
    expect(latest(record, '2020-03-10')).toBe(0);
  });

  test('with offsets are in the order of the instants, each on the day that is written', () => {
    const record = caseRecord({
      statements: [
        said('first', '2020-01-01'),
        said('z-morning', '2020-03-10T10:00+03:00'),
        said('a-evening', '2020-03-10T09:00+01:00'),
      ],
      stances,
    });
    expect(record.evidence.id).toEqual(['first', 'z-morning', 'a-evening']);
    expect([...record.evidence.day].slice(1)).toEqual([dayOf('2020-03-10'), dayOf('2020-03-10')]);
  });

  test('never move the clock: whatever the times, days and pairs are those of the dates alone', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    const row = fc.record({ day: fc.integer({ min: 1, max: 3 }), minute: fc.option(fc.nat(1439), { nil: null }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const dates = rows.map(({ day }) => `2020-03-${two(day)}`);
        const times = rows.map(({ minute }) => (minute === null ? '' : `T${two(Math.floor(minute / 60))}:${two(minute % 60)}`));
        const make = (cells: string[]) =>
          caseRecord({
            statements: cells.map((date, i) => said(`s${i}`, date)),
            stances: cells.map((_, i) => scored(`s${i}`, 1)),
          });
        const plain = make(dates);
        const timed = make(dates.map((date, i) => date + times[i]!));
        expect([...timed.evidence.day]).toEqual([...plain.evidence.day]);
        expect(timed.span).toEqual(plain.span);
        const order = timed.evidence.id.map((id) => {
          const i = Number(id.slice(1));
          return `${dates[i]!} ${times[i] === '' ? ' ' : times[i]!} ${id}`;
        });
        expect(order).toEqual([...order].sort());
      }),
    );
  });
});

describe('an event that still goes on', () => {
  const record = caseRecord({
    events: [
      happened('one-day', '2022-02-24'),
      happened('goes-on', '2022-02-25', '..'),
      happened('goes-on-too', '2022-03/..'),
      happened('at-least', '2022-04-01', '2022-05/..'),
      happened('ended', '2022-04-02', '2022-04-05'),
      happened('end-unknown', '2022-04-03', 'XXXX'),
    ],
  });
  const until = (id: string) => record.evidence.until[record.evidenceIndex.get(id) ?? -1];

  test('has an open end; an empty one means one day', () => {
    expect(faultsOf(record)).toEqual([]);
    expect(['one-day', 'goes-on', 'goes-on-too', 'at-least', 'ended', 'end-unknown'].map(until)).toEqual([
      dayOf('2022-02-24'),
      LAST_DAY,
      LAST_DAY,
      LAST_DAY,
      dayOf('2022-04-05'),
      dayOf('2022-04-03'),
    ]);
    const start = record.evidenceIndex.get('goes-on-too') ?? -1;
    expect([record.evidence.first[start], record.evidence.last[start]]).toEqual([dayOf('2022-03-01'), dayOf('2022-03-31')]);
  });

  test('says so in words, and does not stretch what the record covers', () => {
    expect(opened(record, 'goes-on').date).toBe('since 25 February 2022 and still going on');
    expect(opened(record, 'one-day').date).toBe('24 February 2022');
    expect(record.span).toEqual([dayOf('2022-02-24'), dayOf('2022-04-03')]);
  });
});

describe('an event in words', () => {
  test.each([
    ['2022-02-24', '', '24 February 2022'],
    ['2022-02-24', '2022-02-24', '24 February 2022'],
    ['2022-02-24', '2022-02-26', '24 to 26 February 2022'],
    ['2022-02-24', '..', 'since 24 February 2022 and still going on'],
    ['2022-03/..', '', 'since March 2022 and still going on'],
    ['2022-02-24', '2022-03/..', 'from 24 February 2022 until March 2022 at least'],
    ['2022-02-24', 'XXXX', 'from 24 February 2022, its end unknown'],
    ['2022-02-24T05:00', '2022-02-24T07:30', '24 February 2022, 05:00 to 07:30'],
    ['2022-02-24T05:00', '2022-02-25', '24 February 2022, 05:00 to 25 February 2022'],
    ['XXXX', '2022-02-25', 'date unknown'],
    ['2022-02/2022-03', '2022-04', 'February to March 2022'],
  ])('an event from %j to %j: %s', (start, end, words) => {
    const record = caseRecord({ events: [happened('e', start, end)] });
    expect(record.faults).toEqual([]);
    expect(formatDate(whenOf(record, 0))).toBe(words);
    expect(opened(record, 'e').date).toBe(words);
  });
});

test('an event may have several places, and a dangling one of them is left out alone', () => {
  const record = caseRecord({
    events: [happened('two', '2020-01-01', '', 'spot;spot2'), happened('half', '2020-01-02', '', 'spot3;spot2')],
  });
  const places = (id: string) => opened(record, id).places.map((place) => record.places[place]?.id);
  expect(places('two')).toEqual(['spot', 'spot2']);
  expect(places('half')).toEqual(['spot2']);
  expect(faultsOf(record)).toMatchObject([
    { rule: 'dangling-key', column: 'place', message: '`spot3` is not the id of a place.' },
  ]);
  const index = buildSearch(record);
  expect(search(index, '"Spot two"').evidence).toHaveLength(2);
});

test('odd dates come back as they were written', () => {
  const files = caseFiles({
    statements: [said('a', 'XXXX'), said('b', '2020-03-10T09:00+03:00')],
    events: [happened('c', '2022-03/..'), happened('d', '2022-03-01', '..', 'spot;spot2')],
  });
  for (const table of Object.values(readRecord(files, 'case').tables))
    expect(writeTable(table)).toBe(files.get(`${table.name}.csv`));
});
