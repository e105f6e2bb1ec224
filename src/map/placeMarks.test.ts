import { expect, it } from 'vitest';
import { bySpot, type PlaceMark } from './placeMarks';

const mark = (place: number, x: number, y: number, more: Partial<PlaceMark> = {}) => ({
  place,
  x,
  y,
  events: 1,
  statements: 2,
  last: place,
  age: 2 as const,
  ...more,
});

it('draws places on one spot as one mark that counts them and what happened there, and leaves none out', () => {
  const spots = bySpot([mark(0, 50, 50), mark(1, 90, 50), mark(2, 51, 51, { age: 0, events: 4 }), mark(3, 50, 50, { age: 1 })]);
  expect(spots.map(({ places }) => places.map(({ place }) => place))).toEqual([[0, 2, 3], [1]]);
  expect(spots[0]).toMatchObject({ x: 50, y: 50, events: 6, statements: 6, age: 0 });
  expect(spots[1]).toMatchObject({ x: 90, events: 1, statements: 2, age: 2 });
});

it('tells places apart that stand three px from each other', () => {
  expect(bySpot([mark(0, 50, 50), mark(1, 53, 50)])).toHaveLength(2);
  expect(bySpot([mark(0, 50, 50), mark(1, 52.9, 50)])).toHaveLength(1);
});

it('in a crowd takes marks that meet as one, around the one with most behind it, whatever the order of the record', () => {
  const all = [mark(0, 50, 50), mark(1, 60, 50, { events: 9 }), mark(2, 70, 50), mark(3, 74, 50), mark(4, 47, 50)];
  expect(bySpot(all, 60)).toHaveLength(5);
  const spots = bySpot(all, 61);
  expect(spots.map(({ places }) => places.map(({ place }) => place))).toEqual([[1, 0, 2], [3], [4]]);
  expect(spots[0]).toMatchObject({ x: 60, events: 11, statements: 6 });
  expect(bySpot([...all].reverse(), 61)).toEqual(spots);
});
