import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeScale } from '../../ui/timeAxis';
import { extentOf, firstClause, marksIn, packEvents, type EventMark } from './eventsModel';

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
  weight: 1,
  ...more,
});

/** Px that a placed mark and its label take up. */
function reach(marks: readonly EventMark[], place: { id: string; side: string; text: string }, over = scale): [number, number] {
  const [a, b] = extentOf(
    marks.find(({ id }) => id === place.id)!,
    over,
  );
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
        const labelled = placed.filter(({ row, more }) => row >= 0 && more.length === 0);
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
    const placed = packEvents(crowd, { ...scale, width: 600 }, measure, 1);
    expect(placed.find(({ id }) => id === 'm8')!.text).not.toBe('');
    const group = placed.find(({ more }) => more.length > 1);
    if (group) expect(group.text).toBe(`+${group.more.length}`);
    expect(placed).toHaveLength(9);
  });

  it('feeds no more than are useful, the heaviest', () => {
    const many = Array.from({ length: 1000 }, (_, i) => mark(String(i), i % 400, { weight: i }));
    const near = marksIn(many, 0, 400, 300);
    expect(near).toHaveLength(300);
    expect(Math.min(...near.map(({ weight }) => weight))).toBe(700);
  });
});

it('cuts titles at their first clause and keeps short ones whole', () => {
  expect(firstClause('Poland closes Kuźnica road crossing amid migration crisis')).toBe('Poland closes Kuźnica road crossing');
  expect(firstClause('US lifts Belavia sanctions; Belarus frees 52 prisoners')).toBe('US lifts Belavia sanctions');
  expect(firstClause('Entente Cordiale')).toBe('Entente Cordiale');
});
