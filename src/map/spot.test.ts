import { describe, expect, it } from 'vitest';
import { mercator } from './sheetModel';
import { decimalsOf, opensAt, spotText } from './spot';

describe('a spot that is picked on the map', () => {
  it('is as exact as a px of the map, and no more', () => {
    // 256 px around the earth at zoom 0: 1.4 degrees a px; at zoom 10 less than two thousandths.
    expect([0, 1, 4, 7, 10].map((zoom) => decimalsOf(256 * 2 ** zoom))).toEqual([0, 1, 2, 2, 3]);
    expect(decimalsOf(1e12)).toBe(5);
    expect(decimalsOf(10)).toBe(0);
    expect(spotText(53.90454, 27.56152, 256 * 2 ** 10)).toEqual({ lat: '53.905', lon: '27.562' });
    expect(spotText(53.90454, 27.56152, 256)).toEqual({ lat: '54', lon: '28' });
  });

  it('has no idle noughts, no minus before nought, and a longitude that a globe has', () => {
    expect(spotText(52.1, -0.0001, 256 * 2 ** 7)).toEqual({ lat: '52.1', lon: '0' });
    expect(spotText(-10, 190, 256 * 2 ** 7)).toEqual({ lat: '-10', lon: '-170' });
    expect(spotText(100 / 3, -540.5, 256 * 2 ** 7)).toEqual({ lat: '33.33', lon: '179.5' });
    expect(spotText(20, 30, 256)).toEqual({ lat: '20', lon: '30' });
  });
});

describe('the map of a picker', () => {
  const bounds = [
    [40, 10],
    [60, 40],
  ] as const;

  it('opens around the spot that is written, within the map', () => {
    const { corners, exact } = opensAt('52', '21', bounds);
    const [[south, west], [north, east]] = corners;
    expect([north, west, east, exact]).toEqual([54.5, 17, 25, true]);
    // In the middle of the map, where a degree is longer the farther north it lies.
    expect(mercator(0, south).y + mercator(0, north).y).toBeCloseTo(2 * mercator(0, 52).y, 12);
    expect(south).toBeCloseTo(49.35, 1);
    expect(opensAt('84.9', '0', bounds).corners[1][0]).toBe(85);
  });

  it.each([
    ['', '21'],
    ['52', ' '],
    ['52N', '21'],
    ['95', '21'],
    ['52', '210'],
  ])('opens where the record lies for %j, %j', (lat, lon) => {
    expect(opensAt(lat, lon, bounds)).toEqual({
      corners: [
        [40, 10],
        [60, 40],
      ],
      exact: false,
    });
  });
});
