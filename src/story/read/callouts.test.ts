import { describe, expect, it } from 'vitest';
import { BOX_WIDTH, boxHeight, placeCallouts, type Callout } from './calloutModel';

const frame = { width: 800, height: 600, point: (lat: number, lon: number) => ({ x: lon, y: lat }) };
const callout = (n: number, lon: number, lat: number, title = 'Bridge shut'): Callout => ({ id: `e${n}`, n, date: '1 Jan', title, places: [{ lat, lon }] }); // prettier-ignore
const meet = (a: { x: number; y: number; width: number; height: number }, b: typeof a) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('boxes that point at spots of the map', () => {
  it('are as high as their title takes lines', () => {
    // 27 letters fit in a line of 152 px.
    expect(boxHeight('Bridge shut')).toBe(48);
    expect(boxHeight(`${'a'.repeat(13)} ${'b'.repeat(13)}`)).toBe(48);
    expect(boxHeight(`${'a'.repeat(13)} ${'b'.repeat(14)}`)).toBe(65);
    expect(boxHeight('a'.repeat(60))).toBe(48);
    expect(boxHeight(`${'a'.repeat(20)} ${'b'.repeat(20)} ${'c'.repeat(20)}`)).toBe(82);
  });

  it('stand inside the frame, near their spots, on no spot and on no other box', () => {
    const placed = placeCallouts([callout(1, 400, 300), callout(2, 430, 310), callout(3, 10, 10), callout(4, 790, 590)], frame);
    expect(placed.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    for (const { box, lines } of placed) {
      const [{ spot, end } = { spot: { x: 0, y: 0 }, end: { x: 0, y: 0 } }] = lines;
      expect(box.x).toBeGreaterThanOrEqual(6);
      expect(box.y).toBeGreaterThanOrEqual(6);
      expect(box.x + box.width).toBeLessThanOrEqual(794);
      expect(box.y + box.height).toBeLessThanOrEqual(594);
      expect([box.width, box.height]).toEqual([BOX_WIDTH, 48]);
      expect(
        placed.some((other) => other.lines.some(({ spot: { x, y } }) => meet(box, { x: x - 1, y: y - 1, width: 2, height: 2 }))),
      ).toBe(false);
      // The line meets the box at the point of it that is nearest to the spot.
      expect(end).toEqual({
        x: Math.max(box.x, Math.min(spot.x, box.x + box.width)),
        y: Math.max(box.y, Math.min(spot.y, box.y + box.height)),
      });
      expect(Math.hypot(end.x - spot.x, end.y - spot.y)).toBeLessThan(150);
    }
    placed.forEach((a, i) => placed.slice(i + 1).forEach((b) => expect(meet(a.box, b.box)).toBe(false)));
  });

  it('stand nearest where nothing is in the way, and give way to a name', () => {
    const [alone] = placeCallouts([callout(1, 400, 300)], frame);
    const near = Math.hypot(alone!.lines[0]!.end.x - 400, alone!.lines[0]!.end.y - 300);
    expect(near).toBeGreaterThan(15);
    expect(near).toBeLessThan(30);
    const [moved] = placeCallouts([callout(1, 400, 300)], frame, [alone!.box]);
    expect(moved!.box).not.toEqual(alone!.box);
  });

  it('are left out where their spot is outside the frame or at its very edge', () => {
    const at = (lon: number, lat: number) => placeCallouts([callout(1, lon, lat)], frame).length;
    expect([at(4, 300), at(5, 300), at(796, 300), at(795, 300)]).toEqual([0, 1, 0, 1]);
    expect([at(400, 4), at(400, 5), at(400, 596), at(400, 595)]).toEqual([0, 1, 0, 1]);
  });
});
