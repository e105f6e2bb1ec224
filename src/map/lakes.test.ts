import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { inside } from './labels';
import { lakesPath, readLakes, type Lake } from './lakes';
import { mercator } from './sheetModel';

const text = readFileSync(new URL('./lakes.json', import.meta.url), 'utf8');
const lakes = readLakes(text);
const within = (lake: Lake, lat: number, lon: number) => {
  const { x, y } = mercator(lon, lat);
  return inside(
    lake.rings.map((ring) => Float32Array.from(ring)),
    x,
    y,
  );
};
const wet = (lat: number, lon: number) => lakes.some((lake) => within(lake, lat, lon));

describe('the lakes', () => {
  it.each([
    ['Ladoga', 60.8, 31.5],
    ['Onega', 61.7, 35.5],
    ['Peipus, between Estonia and Russia', 58.7, 27.4],
    ['Saimaa', 61.25, 28.2],
    ['Vänern', 58.75, 13.2],
    ['Victoria', -1, 33],
    ['Baikal', 53.5, 108],
    ['Superior', 47.7, -88],
    ['Titicaca', -15.8, -69.4],
  ])('%s is water', (_, lat, lon) => expect(wet(lat, lon)).toBe(true));

  it.each([
    ['the Kakhovka reservoir, drained in June 2023', 47.4, 34.1],
    ['Lake Nasser, behind a dam of 1970', 23.3, 32.8],
    ['Lake Volta, of 1965', 7, 0],
    ['Rybinsk, of 1941', 58.4, 38.3],
    ['Narva, a town beside one', 59.38, 28.19],
    ['Minsk', 53.9, 27.57],
  ])('%s is not', (_, lat, lon) => expect(wet(lat, lon)).toBe(false));

  it('none runs across 180 degrees, and the largest come first', () => {
    for (const { box } of lakes) {
      expect(box[0]).toBeGreaterThanOrEqual(0);
      expect(box[2]).toBeLessThanOrEqual(1);
      expect(box[2] - box[0]).toBeLessThan(0.05);
    }
    const areas = lakes.map(({ box }) => (box[2] - box[0]) * (box[3] - box[1]));
    expect(areas[0]).toBeGreaterThan(areas.at(-1)! * 10);
  });

  it('keeps to its budget', () => expect(gzipSync(text).length).toBeLessThan(8000));
});

describe('their path', () => {
  const square: Lake = {
    rings: [Float64Array.from([0.25, 0.25, 0.5, 0.25, 0.5, 0.5, 0.25, 0.5]), Float64Array.from([0.3, 0.3, 0.4, 0.3, 0.4, 0.4])],
    box: [0.25, 0.25, 0.5, 0.5],
  };
  const sheet = { world: 100, origin: { x: 10, y: 5 } };
  const frame = { left: 0, top: 0, right: 80, bottom: 80 };

  it('stands where the sheet has it, an island as a ring of its own', () =>
    expect(lakesPath([square], sheet, frame)).toBe('M15,20L40,20L40,45L15,45ZM20,25L30,25L30,35Z'));

  it('is drawn again in the next copy of the world', () =>
    expect(lakesPath([square], sheet, { left: 100, top: 0, right: 180, bottom: 80 })).toBe(
      'M115,20L140,20L140,45L115,45ZM120,25L130,25L130,35Z',
    ));

  it.each([
    ['left of it', { left: 41, top: 0, right: 80, bottom: 80 }],
    ['right of it', { left: 0, top: 0, right: 14, bottom: 80 }],
    ['above it', { left: 0, top: 46, right: 80, bottom: 80 }],
    ['below it', { left: 0, top: 0, right: 80, bottom: 19 }],
  ])('is empty where the frame leaves it %s', (_, other) => expect(lakesPath([square], sheet, other)).toBe(''));

  it('leaves out what is too small to be seen, and points that fall together', () => {
    expect(lakesPath([square], { world: 15, origin: { x: 0, y: 0 } }, frame)).toBe('');
    const blunt: Lake = { rings: [Float64Array.from([0, 0, 0.001, 0.001, 0.5, 0, 0.5, 0.5])], box: [0, 0, 0.5, 0.5] };
    expect(lakesPath([blunt], { world: 100, origin: { x: 0, y: 0 } }, frame)).toBe('M0,0L50,0L50,50Z');
  });
});
