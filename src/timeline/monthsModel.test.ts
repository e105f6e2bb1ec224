import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { readRecord } from '../record/reading/read';
import { caseRecord, happened } from '../testing/cases';
import { secondEdition } from '../testing/secondEdition';
import { smallRecord } from '../testing/smallRecord';
import { dayOf } from '../words/calendar';
import { eventMarks, type EventMark } from './events/eventsModel';
import { monthsOf, undatedItems } from './monthsModel';

describe('rows by month', () => {
  const record = smallRecord({
    stances: [
      ['a', 'b', '2025-01-10', -2],
      ['a', 'b', '2025-02-01', 1],
      ['b', 'a', '2025-02-20', 2],
      ['a', 'b', 'XXXX', 1],
    ],
  });
  const slice = sliceRecord(record, ALL);

  it('stand newest first under their months, with what they score', () => {
    const months = monthsOf(slice, [], dayOf('2025-01-01'), dayOf('2025-12-31'));
    expect(months.map(({ label, items, bin }) => [label, items.length, bin.counts])).toEqual([
      ['February 2025', 2, [0, 0, 0, 1, 1]],
      ['January 2025', 1, [1, 0, 0, 0, 0]],
    ]);
  });

  it('without a date are in no month, and listed by themselves with their stances', () => {
    const found = undatedItems(slice);
    expect(found.map(({ event, stances }) => [event, stances.map((k) => slice.score[k])])).toEqual([[false, [1]]]);
    expect(undatedItems(sliceRecord(record, { ...ALL, sign: 'negative' }))).toEqual([]);
  });

  it('are events too, where they pass and involve whom the filters ask for', () => {
    const events = caseRecord({ events: [happened('later', 'XXXX'), happened('known', '2022-02-24')] });
    const titles = (filters = ALL) => undatedItems(sliceRecord(events, filters)).map(({ e }) => events.evidence.id[e]);
    expect(titles()).toEqual(['later']);
    expect(titles({ ...ALL, topics: ['no-such-topic'] })).toEqual([]);
    // A mark has a place in time, and an undated event none.
    expect(eventMarks(events, ALL, null, []).map(({ id }) => id)).toEqual(['known']);
  });
});

const slice = sliceRecord(
  smallRecord({
    stances: [
      ['a', 'b', '2024-12-31', -2],
      ['a', 'c', '2024-12-31', 1, { on: 0 }],
      ['a', 'b', '2025-01-01', 2],
      ['b', 'a', '2025-01-20', 0],
      ['b', 'a', '2025-03-01', 1],
    ],
  }),
  ALL,
);
const months = (from: string, to: string) => monthsOf(slice, [], dayOf(from), dayOf(to));
const titles = (list: ReturnType<typeof months>) => list.map(({ items }) => items.map(({ e }) => slice.record.evidence.title[e]));

describe('the list of months', () => {
  it('has the newest month first, and within it the newest row; a statement stands once with all its stances', () => {
    const list = months('2024-12-01', '2025-02-28');
    expect(list.map(({ label }) => label)).toEqual(['January 2025', 'December 2024']);
    expect(titles(list)).toEqual([['Statement 3', 'Statement 2'], ['Statement 0']]);
    expect(list[1]!.items[0]).toMatchObject({ event: false, day: dayOf('2024-12-31') });
    expect(list[1]!.items[0]!.stances).toHaveLength(2);
    expect(new Set(list.map(({ key }) => key)).size).toBe(2);
  });

  it('bins the scores of a month, from its first day up to the first of the next, over the turn of the year too', () => {
    const [january, december] = months('2024-12-01', '2025-02-28').map(({ bin }) => bin);
    expect(january).toEqual({ from: dayOf('2025-01-01'), until: dayOf('2025-02-01'), counts: [0, 0, 1, 0, 1], total: 2 });
    expect(december).toEqual({ from: dayOf('2024-12-01'), until: dayOf('2025-01-01'), counts: [1, 0, 0, 1, 0], total: 2 });
  });

  it('holds the rows of the window alone, its first and last day included', () => {
    expect(titles(months('2025-01-01', '2025-01-20'))).toEqual([['Statement 3', 'Statement 2']]);
    expect(titles(months('2025-01-02', '2025-01-19'))).toEqual([]);
    expect(titles(months('2025-03-01', '2025-03-01'))).toEqual([['Statement 4']]);
  });

  it('marks events, also those that show no stance, and none outside the window', () => {
    const record = readRecord(secondEdition(), 'small');
    const none = sliceRecord(record, { ...ALL, found: new Set() });
    const e = record.evidence.kind.indexOf(1);
    const day = record.evidence.day[e]!;
    const marks = [{ e } as unknown as EventMark];
    const items = (from: number, to: number) => monthsOf(none, marks, from, to).flatMap((month) => month.items);
    expect(items(day, day)).toEqual([{ e, day, event: true, stances: [] }]);
    expect([items(day + 1, day + 9), items(day - 9, day - 1)]).toEqual([[], []]);
    const [withStances] = monthsOf(sliceRecord(record, ALL), marks, day, day).flatMap((month) => month.items).filter((item) => item.e === e); // prettier-ignore
    expect(withStances).toMatchObject({ event: true });
    expect(withStances!.stances.length).toBeGreaterThan(0);
  });
});
