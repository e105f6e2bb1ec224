import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL } from '../../analysis/slice';
import { caseRecord, happened, said } from '../../testing/cases';
import type { TimeScale } from '../../ui/timeAxis';
import { dayOf } from '../../words/calendar';
import { dateWords, eventWords } from '../clock/cursorModel';
import {
  eventMarks,
  extentOf,
  firstClause,
  FOOT,
  itemDrawn,
  marksToDraw,
  shortTitle,
  packEvents,
  windowDragged,
  type EventMark,
  type Placed,
} from './eventsModel';

const scale: TimeScale = { from: 0, until: 400, width: 1200 };
const measure = (text: string) => text.length * 6;

const mark = (id: string, from: number, more: Partial<EventMark> = {}): EventMark => ({
  e: 0,
  id,
  title: `Event ${id} amid something else`,
  short: `Event ${id}`,
  shape: 'point',
  from,
  until: from + 1,
  open: false,
  weight: 1,
  ...more,
});

/** Px that a placed mark and its label take up. */
function reach(marks: readonly EventMark[], place: Placed, over = scale): [number, number] {
  const own = marks.find(({ id }) => id === place.id)!;
  const [a, b] = extentOf(place.at === undefined ? own : { ...own, shape: 'point', from: place.at }, over);
  if (place.side === 'right') return [a, b + 4 + measure(place.text)];
  if (place.side === 'left') return [a - 4 - measure(place.text), b];
  return [a, b];
}

describe('packing events', () => {
  const arbitrary = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 30 }),
      from: fc.integer({ min: -50, max: 450 }),
      length: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 300 })),
      weight: fc.integer({ min: 0, max: 20 }),
    }),
    { selector: ({ id }) => id, maxLength: 60 },
  );

  it('never lets labels or marks of a row overlap, nor leave the plot, nor loses a mark', () => {
    fc.assert(
      fc.property(arbitrary, (given) => {
        const marks = given.map(({ id, from, length, weight }) =>
          mark(id, from, { until: from + length, shape: length > 1 ? 'span' : 'point', weight }),
        );
        const placed = packEvents(marks, scale, measure, 3);
        const inside = marks.filter(({ from, until }) => from < scale.until && until > scale.from);
        expect(new Set(placed.map(({ id }) => id))).toEqual(new Set(inside.map(({ id }) => id)));
        const labelled = placed.filter(({ row }) => row >= 0);
        for (let row = 0; row < 3; row++) {
          const spans = labelled
            .filter((place) => place.row === row)
            .map((place) => reach(marks, place))
            .sort((a, b) => a[0] - b[0]);
          for (let i = 1; i < spans.length; i++) expect(spans[i]![0]).toBeGreaterThan(spans[i - 1]![1]);
          for (const [a, b] of spans) {
            expect(a).toBeGreaterThanOrEqual(-1.5);
            expect(b).toBeLessThanOrEqual(scale.width + 1.5);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('puts a label to the left where the right is the edge', () => {
    expect(packEvents([mark('late', 398)], scale, measure)[0]).toMatchObject({ row: 0, side: 'left' });
  });

  it('writes over a span that is long enough', () => {
    expect(packEvents([mark('long', -100, { until: 300, shape: 'span' })], scale, measure)[0]).toMatchObject({ side: 'over' });
  });

  it('gives the whole title where there is room and its first clause where there is not', () => {
    expect(packEvents([mark('a', 50)], scale, measure)[0]!.text).toBe('Event a amid something else');
    const crowd = ['a', 'b', 'c', 'd'].map((id, i) => mark(id, 50 + i * 24));
    expect(packEvents(crowd, scale, measure, 1)[0]!.text).toBe('Event a');
  });

  it('labels the heaviest first and counts ticks that stand together', () => {
    const crowd = Array.from({ length: 9 }, (_, i) =>
      mark(`m${i}`, 200, { short: 'A rather long event name, as they are', weight: i }),
    );
    const placed = packEvents(crowd, { ...scale, width: 600 }, measure, 2);
    expect(placed.find(({ id }) => id === 'm8')!.text).not.toBe('');
    expect(placed.filter(({ text }) => text.startsWith('+')).map(({ text }) => text)).toEqual(['+8']);
    expect(placed).toHaveLength(9);
  });

  describe('a busy day', () => {
    // Forty events on one day, and a few about it, as they come from a table sorted by id.
    const busy = Array.from({ length: 40 }, (_, i) => mark(`e${i}`, 200, { title: `Event number ${i} on the busy day` })).sort(
      (a, b) => (a.id < b.id ? -1 : 1),
    );
    const around = [mark('before', 120, { weight: 9 }), mark('after', 290, { weight: 9 })];

    it.each([1, 2, 3, 6])('has a count and leads to every event, in %i rows', (rowCount) => {
      const placed = packEvents([...busy, ...around], scale, measure, rowCount);
      const counts = placed.filter(({ at }) => at !== undefined);
      expect(counts).toHaveLength(1);
      const labelled = placed.filter(({ row, at }) => row >= 0 && at === undefined && row < rowCount);
      const onTheDay = labelled.filter(({ id }) => id.startsWith('e'));
      expect(onTheDay).toHaveLength(rowCount - 1);
      expect(counts[0]).toMatchObject({ text: `+${41 - rowCount}`, at: 200 });
      // Every event has a label of its own, or stands behind the count: which any of their ticks opens as well.
      const reached = new Set([...labelled.map(({ id }) => id), ...counts[0]!.more]);
      expect(reached.size).toBe(42);
      for (const { id, row, more } of placed)
        if (row < 0) expect(more).toEqual(counts[0]!.more.includes(id) ? counts[0]!.more : []);
    });

    it('is read in the order of its numbers', () => {
      const numbers = packEvents(busy, scale, measure, 2)
        .find(({ at }) => at !== undefined)!
        .more.map((id) => Number(id.slice(1)));
      expect(numbers).toEqual(Array.from({ length: 39 }, (_, i) => i + 1));
    });

    it('takes the lightest labels out of the way of the count, and no more than it needs', () => {
      const loud = busy.map((one, i) => ({ ...one, weight: i }));
      const placed = packEvents([...loud, ...around], scale, measure, 3);
      const labels = placed.filter(({ row, at }) => row >= 0 && at === undefined).map(({ id }) => id);
      expect(labels.sort()).toEqual(['after', 'before', ...loud.slice(-2).map(({ id }) => id)].sort());
    });

    it('counts spans that began before the window at its edge', () => {
      const long = Array.from({ length: 8 }, (_, i) =>
        mark(`s${i}`, -40 - i, { until: 20, shape: 'span', short: 'A span with a name of some length' }),
      );
      const placed = packEvents(long, scale, measure, 3);
      const count = placed.find(({ at }) => at !== undefined)!;
      expect(count.at).toBe(0);
      expect(count.side).toBe('right');
    });

    it('finds its room before the counts of quieter days beside it', () => {
      const quiet = [182, 182, 218, 218].map((day, i) => mark(`q${i}`, day, { short: 'A', title: 'A' }));
      for (const rowCount of [1, 2]) {
        const counts = packEvents([...busy, ...quiet], { ...scale, width: 400 }, measure, rowCount).filter(
          ({ at }) => at !== undefined,
        );
        expect(counts.some(({ at, more }) => at === 200 && more.length >= 38)).toBe(true);
      }
    });

    it('takes no label away for fewer than four, but a tick of theirs opens all of them', () => {
      const few = Array.from({ length: 5 }, (_, i) => mark(`f${i}`, 200, { short: 'One', title: 'One' }));
      const placed = packEvents(few, scale, measure, 3);
      expect(placed.filter(({ text }) => text === 'One')).toHaveLength(3);
      expect(placed.filter(({ row }) => row < 0).map(({ more }) => more)).toEqual([
        ['f3', 'f4'],
        ['f3', 'f4'],
      ]);
    });
  });

  it('feeds what is labelled, alone or leads a group, and of the others no more than are useful, the heaviest', () => {
    const many = Array.from({ length: 1000 }, (_, i) => mark(String(i), (i * 7) % 1200, { weight: i }));
    const placed = packEvents(many, scale, measure, 3);
    const fed = marksToDraw(many, placed, -400, 800, 300);
    const ids = new Set(fed.map(({ id }) => id));
    expect(fed).toHaveLength(Math.max(300, ids.size));
    for (const { id, row, more } of placed) if (row >= 0 || more.length === 0 || more[0] === id) expect(ids).toContain(id);
    // Behind some mark that is fed stands each of the window.
    const reached = new Set(placed.filter(({ id }) => ids.has(id)).flatMap(({ id, more }) => [id, ...more]));
    for (const { id, from } of many) if (from < 400) expect(reached).toContain(id);
    const left = many.filter(({ id, from }) => !ids.has(id) && from < 800);
    const spare = fed.filter(({ id, from }) => from >= 400 || !placed.some((place) => place.id === id && place.row >= 0));
    expect(Math.max(...left.map(({ weight }) => weight))).toBeLessThan(Math.max(...spare.map(({ weight }) => weight)));
    for (const { from, id } of fed) if (!placed.some((place) => place.id === id)) expect(from).toBeLessThan(800);
  });
});

describe('a thousand events in three rows', () => {
  const crowd = Array.from({ length: 1000 }, (_, i) =>
    mark(`c${i}`, (i * 37) % 400, { weight: (i * 31) % 97, until: ((i * 37) % 400) + 1 }),
  );
  const placed = packEvents(crowd, scale, measure, 3);
  const counts = placed.filter(({ more, row }) => row >= 0 && more.length > 0);
  const named = placed.filter(({ more, row }) => row >= 0 && more.length === 0);

  it('are each named, counted or a tick of their own; the counts stand in the lowest row, side by side', () => {
    expect(placed).toHaveLength(1000);
    expect(new Set(counts.map(({ row }) => row))).toEqual(new Set([2]));
    expect(counts.map(({ text, more }) => text === `+${more.length}`)).not.toContain(false);
    const alone = placed.filter(({ row, more }) => row < 0 && more.length === 0).length;
    expect(counts.reduce((sum, { more }) => sum + more.length, 0) + named.length + alone).toBe(1000);
    const spans = counts.map((place) => reach(crowd, place)).sort((a, b) => a[0] - b[0]);
    spans.forEach(([, right], i) => expect(right).toBeLessThan(spans[i + 1]?.[0] ?? scale.width + 0.01));
  });

  it('leave the upper rows to the heaviest, which no count drives out', () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.every(({ row }) => row < 2)).toBe(true);
    const heaviest = [...crowd].sort((a, b) => b.weight - a.weight)[0]!;
    expect(named.map(({ id }) => id)).toContain(heaviest.id);
    // One row has no room for both, and ordinary days keep their own way.
    expect(packEvents(crowd.slice(0, 180), scale, measure, 3).some(({ row, more }) => row < 2 && more.length > 0)).toBe(true);
  });

  it('are drawn from all over the window: no stretch is left bare', () => {
    const same = crowd.map((one) => ({ ...one, weight: 1 }));
    const fed = marksToDraw(same, packEvents(same, scale, measure, 3), 0, 400, 120);
    const thirds = [0, 1, 2, 3].map((n) => fed.filter(({ from }) => Math.floor(from / 100) === n).length);
    expect(Math.min(...thirds)).toBeGreaterThan(20);
  });
});

it('cuts titles at their first clause and keeps short ones whole', () => {
  expect(firstClause('Poland closes Kuźnica road crossing amid migration crisis')).toBe('Poland closes Kuźnica road crossing');
  expect(firstClause('US lifts Belavia sanctions; Belarus frees 52 prisoners')).toBe('US lifts Belavia sanctions');
  expect(firstClause('Entente Cordiale')).toBe('Entente Cordiale');
  expect(shortTitle('Poland closes Kuźnica road crossing amid migration crisis')).toBe('Poland closes Kuźnica road crossing…');
  expect(shortTitle('Entente Cordiale')).toBe('Entente Cordiale');
});

describe('an event that still goes on', () => {
  const record = caseRecord({
    events: [happened('goes-on', '2022-02-24', '..'), happened('one-day', '2022-02-24'), happened('undated', 'XXXX')],
  });
  const marks = eventMarks(record, ALL, null, []);

  it('is a span without an end, in every later window, and its words say since when', () => {
    expect(marks.map(({ id, shape, open }) => [id, shape, open])).toEqual([
      ['goes-on', 'span', true],
      ['one-day', 'point', false],
    ]);
    const later = { from: dayOf('2030-01-01'), until: dayOf('2031-01-01') };
    expect(marksToDraw(marks, [], later.from, later.until).map(({ id }) => id)).toEqual(['goes-on']);
    expect(extentOf(marks[0]!, { ...later, width: 500 })).toEqual([0, 500]);
    expect(eventWords(record, marks[0]!)).toBe('since 24 Feb 2022 and still going on, Title of goes-on');
    expect(eventWords(record, marks[1]!)).toBe('24 Feb 2022, Title of one-day');
  });
});

it('the time of a row is said where it is known', () => {
  const record = caseRecord({ statements: [said('s', '2026-01-21T18:00')], events: [happened('e', '2026-01-21T09:30')] });
  expect([0, 1].map((e) => dateWords(record, e))).toEqual(['21 Jan 2026, 09:30', '21 Jan 2026, 18:00']);
});

describe('what is drawn of a mark', () => {
  const point = mark('p', 10, { shape: 'point', until: 11, title: 'A day' });
  const span = mark('s', 10, { shape: 'span', until: 20, title: 'Ten days' });

  it('stands in the middle of its day, or over its days', () => {
    const place = { row: 1, side: 'right', text: 'A', more: [] } as const;
    expect(itemDrawn(point, place)).toEqual({
      id: 'p',
      from: 10.5,
      until: 10.5,
      text: 'A',
      title: 'A day',
      className: 'point row-1 side-right',
    });
    expect(itemDrawn(span, place)).toMatchObject({ from: 10, until: 20, className: 'span row-1 side-right' });
    expect(itemDrawn({ ...span, open: true }, place).className).toBe('span open row-1 side-right');
    expect(itemDrawn(point, FOOT).className).toBe('point foot side-none');
  });

  it('of a count is a point at its own day, without the title of any of its events', () => {
    const count = { row: 0, side: 'right', text: '+4', more: ['s', 'a', 'b', 'c'], at: 14 } as const;
    expect(itemDrawn({ ...span, open: true }, count)).toEqual({
      id: 's',
      from: 14.5,
      until: 14.5,
      text: '+4',
      title: '',
      className: 'point row-0 side-right',
    });
  });

  it('is dragged with its window, which keeps its length', () => {
    expect(windowDragged({ from: 100, until: 200, width: 500 }, 50)).toEqual({ from: 90, until: 190 });
    expect(windowDragged({ from: 100, until: 200, width: 500 }, -5)).toEqual({ from: 101, until: 201 });
  });
});
