import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { caseRecord, happened } from '../testing/cases';
import { smallRecord } from '../testing/smallRecord';
import { dayOf } from '../words/calendar';
import { eventMarks } from './events/eventsModel';
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
