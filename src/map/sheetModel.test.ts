import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeLabels, sizeOf, type LabelWish } from './labels';
import { readShapes } from './shapes';
import {
  edgePath,
  latAt,
  linesPath,
  lonAt,
  meridians,
  onSheet,
  outlinePath,
  ringsIn,
  sheetAt,
  spotIn,
  statePath,
  statesIn,
  unitLines,
  type ShownState,
} from './sheetModel';
import { tileVerdict } from './tiles';

const shapes = readShapes(readFileSync(new URL('./shapes.json', import.meta.url), 'utf8'));
const unit = unitLines(shapes);
const world = 256 * 2 ** 4.3;
const sheet = sheetAt(shapes, unit, world, { x: world / 2, y: world / 4 });
const corner = onSheet(sheet, 13.5, 61.5);
const frame = { left: corner.x, top: corner.y, right: corner.x + 350, bottom: corner.y + 455 };
const state = (code: string) => shapes.byCode.get(code)!;
const shown = (code: string): ShownState => ({ state: state(code), shifts: [0] });

describe('the sheet', () => {
  it('goes from degrees to px and back', () => {
    const spot = onSheet(sheet, 27.57, 53.9);
    expect(lonAt(sheet, spot.x)).toBeCloseTo(27.57, 6);
    expect(latAt(sheet, spot.y)).toBeCloseTo(53.9, 6);
  });

  it('draws a shared border once, and the same for both neighbours', () => {
    const both = linesPath(sheet, [shown('POL'), shown('BLR')]);
    const apart = linesPath(sheet, [shown('POL')]).length + linesPath(sheet, [shown('BLR')]).length;
    expect(both.length).toBeLessThan(apart);
  });

  it('thins lines to what the zoom can show', () => {
    const near = sheetAt(shapes, unit, world * 16, { x: 0, y: 0 });
    expect(statePath(sheet, shown('BLR')).length).toBeLessThan(statePath(near, shown('BLR')).length / 2);
  });

  it('outlines a group without the borders inside it', () => {
    const group = ['EST', 'LVA', 'LTU'].map(shown);
    const whole = outlinePath(sheet, group).length;
    expect(whole).toBeLessThan(group.reduce((sum, shape) => sum + outlinePath(sheet, [shape]).length, 0));
    expect(whole).toBeGreaterThan(0);
  });

  it('knows which states the frame may show', () => {
    const seen = statesIn(sheet, frame).map((one) => one.state.code);
    expect(seen).toEqual(expect.arrayContaining(['BLR', 'POL', 'UKR', 'FIN', 'BGR', 'RUS']));
    expect(seen).not.toContain('PRT');
  });

  describe('across 180 degrees', () => {
    const small = sheetAt(shapes, unit, 1024, { x: 0, y: 0 });
    /** Fiji in the middle: 140 E to 140 W. */
    const west = onSheet(small, 140, 20);
    const pacific = { left: west.x, top: 100, right: west.x + (80 / 360) * 1024, bottom: west.y + 300 };

    it('shows the copies of a state that reach into the frame, and no other', () => {
      const seen = new Map(statesIn(small, pacific).map((one) => [one.state.code, one.shifts]));
      expect(seen.get('AUS')).toEqual([0]);
      expect(seen.get('WSM')).toEqual([1024]);
      expect(seen.get('RUS')).toEqual([0, 1024]);
      expect(seen.has('ZAF')).toBe(false);
      expect(seen.has('BRA')).toBe(false);
    });

    it('sets a spot into the copy nearest to the middle of the frame', () => {
      expect(spotIn(small, pacific, 179, -17).x).toBeCloseTo(onSheet(small, 179, -17).x, 6);
      expect(spotIn(small, pacific, -172, -14).x).toBeCloseTo(onSheet(small, -172, -14).x + 1024, 6);
      expect(spotIn(small, { left: 300, right: 600, top: 0, bottom: 300 }, -172, -14).x).toBeCloseTo(
        onSheet(small, -172, -14).x,
        6,
      );
    });

    it('draws no coast along the cut, and fills both halves up to it', () => {
      const russia: ShownState = { state: state('RUS'), shifts: [0] };
      const onCut = (x: number) => Math.abs(x) < 0.06 || Math.abs(x - 1024) < 0.06;
      const pieces = (path: string) =>
        path.split('M').map((piece) =>
          piece
            .replace(/Z/g, '')
            .split('L')
            .filter(Boolean)
            .map((point) => Number(point.split(',')[0])),
        );
      const alongCut = (path: string) =>
        pieces(path).flatMap((xs) => xs.filter((x, i) => i > 0 && onCut(x) && onCut(xs[i - 1]!))).length;
      expect(alongCut(statePath(small, russia))).toBeGreaterThan(0);
      expect(alongCut(edgePath(small, russia))).toBe(0);
      expect(alongCut(linesPath(small, [russia]))).toBe(0);
      // A coast that is cut goes on after the cut: the longest piece is still most of the country's edge.
      expect(edgePath(small, russia).length).toBeGreaterThan(statePath(small, russia).length * 0.6);
    });
  });

  it('ticks round meridians inside the frame', () => {
    expect(meridians(sheet, frame).map(({ label }) => label)).toEqual(['15°E', '20°E', '25°E', '30°E', '35°E']);
    const west = onSheet(sheet, -12, 50);
    const labels = meridians(sheet, { left: west.x, top: west.y, right: west.x + 350, bottom: west.y + 300 }).map(
      ({ label }) => label,
    );
    expect(labels.slice(0, 4)).toEqual(['10°W', '5°W', '0°', '5°E']);
  });
});

describe('labels', () => {
  const wish = (code: string, name: string, figure = 27): LabelWish => ({
    code,
    name,
    anchor: onSheet(sheet, ...state(code).label),
    rings: ringsIn(sheet, shown(code), frame),
    width: name.length * 7,
    figure,
    wide: 65,
  });
  const wishes = [
    wish('BLR', 'Belarus', 0),
    wish('POL', 'Poland'),
    wish('LTU', 'Lithuania'),
    wish('LVA', 'Latvia'),
    wish('EST', 'Estonia'),
    wish('UKR', 'Ukraine'),
    wish('RUS', 'Russia'),
    wish('FIN', 'Finland'),
    wish('DEU', 'Germany'),
    wish('ROU', 'Romania'),
    wish('BGR', 'Bulgaria'),
    wish('MDA', 'Moldova'),
  ];
  const labels = placeLabels(wishes, frame, []);
  const boxes = labels.map((label) => {
    const { width, height } = sizeOf(
      wishes.find(({ code }) => code === label.code)!,
      label.setting,
    );
    return { left: label.x - width / 2, right: label.x + width / 2, top: label.y - height / 2, bottom: label.y + height / 2 };
  });

  it('never touch each other nor the frame', () => {
    boxes.forEach((a, i) => {
      expect(a.left > frame.left && a.right < frame.right && a.top > frame.top && a.bottom < frame.bottom).toBe(true);
      for (const b of boxes.slice(i + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    });
  });

  it('name every state that has room, at its hand-set spot where that is free', () => {
    const placed = labels.map(({ code }) => code);
    expect(placed).toEqual(expect.arrayContaining(['BLR', 'POL', 'LTU', 'LVA', 'EST', 'UKR', 'RUS', 'FIN', 'ROU', 'BGR']));
    const poland = labels.find(({ code }) => code === 'POL')!;
    expect(poland).toMatchObject({ setting: 'under', ...onSheet(sheet, ...state('POL').label) });
  });

  it('move off marks', () => {
    const spot = onSheet(sheet, ...state('POL').label);
    const mark = { left: spot.x - 6, right: spot.x + 6, top: spot.y - 6, bottom: spot.y + 6 };
    const moved = placeLabels([wish('POL', 'Poland')], frame, [mark])[0]!;
    expect(Math.hypot(moved.x - spot.x, moved.y - spot.y)).toBeGreaterThan(6);
  });

  it('of many words give their first ones where the whole has no room', () => {
    const long = { ...wish('POL', 'Organization for Security and Co-operation'), short: { name: 'Organization…', width: 84 } };
    expect(placeLabels([{ ...long, width: 290 }], frame, [])[0]).toMatchObject({ name: 'Organization…', width: 84 });
    expect(placeLabels([{ ...long, name: 'Poland', width: 42 }], frame, [])[0]).toMatchObject({ name: 'Poland', width: 42 });
  });

  it('that the map cannot do without stand beside their area, and still touch nothing', () => {
    const wide = { ...wish('EST', 'A name wider than its state'), width: 190 };
    expect(placeLabels([wide], frame, [])).toEqual([]);
    const [beside] = placeLabels([{ ...wide, over: true }], frame, []);
    expect(beside).toMatchObject({ code: 'EST', setting: 'under', away: true });
    expect(placeLabels([wish('LVA', 'Latvia')], frame, [])[0]?.away).toBe(false);
    const taken = placeLabels([wish('LVA', 'Latvia'), wish('FIN', 'Finland'), { ...wide, over: true }], frame, []);
    const [a, b] = [taken[0]!, taken[2]!];
    expect(Math.abs(a.x - b.x) >= 110 || Math.abs(a.y - b.y) >= 22).toBe(true);
  });

  it('stand upright in a sliver at the frame’s edge', () => {
    const edge = onSheet(sheet, 12.6, 61.5).x;
    const cut = { ...frame, left: edge, right: edge + 300 };
    const germany = { ...wish('DEU', 'Germany'), rings: ringsIn(sheet, shown('DEU'), cut) };
    const label = placeLabels([germany], cut, [])[0];
    expect(label?.setting).toBe('upright');
  });
});

describe('a tile layer of the reader’s own', () => {
  const page = 'https://example.org/atlas/';
  const strict = "default-src 'none'; img-src 'self' data: blob:";
  it('is taken from the page’s own address', () => {
    expect(tileVerdict('tiles/{z}/{x}/{y}.png', page, strict)).toEqual({ ok: true, template: 'tiles/{z}/{x}/{y}.png' });
    expect(tileVerdict(' https://example.org/t/{z}/{x}/{y}.png ', page, strict).ok).toBe(true);
  });
  it('is refused from elsewhere with the reason, unless the policy lets it in', () => {
    const other = 'https://{s}.tiles.example.net/{z}/{x}/{y}.png';
    expect(tileVerdict(other, page, strict)).toMatchObject({ ok: false, reason: expect.stringContaining('a.tiles.example.net') });
    expect(tileVerdict(other, page, "img-src 'self' https://*.tiles.example.net").ok).toBe(true);
    expect(tileVerdict(other, page, null).ok).toBe(true);
  });
  it('must be a template and a web address', () => {
    expect(tileVerdict('tiles/1/2/3.png', page, null).ok).toBe(false);
    expect(tileVerdict('javascript:alert({x}{y}{z})', page, null).ok).toBe(false);
  });
});
