import type { Point } from '../ui/curves';
import type { Frame } from './sheetModel';

/** How a state's label is set: figure under the name, beside it, both upright in a narrow sliver, or the name alone. */
export type Setting = 'under' | 'beside' | 'upright' | 'name';

/** A state that wants its name on the map. The order of the list is the order of claim. */
export interface LabelWish {
  code: string;
  name: string;
  /** Where it reads best. */
  anchor: Point;
  /** Rings of the state in px of the sheet, flat; none for a state without a shape, whose name stands by its spot. */
  rings: readonly Float32Array[];
  /** Widths in px: of the name, of a signed number (0: none is ever shown), and of "not covered", which is shown only where it fits. */
  width: number;
  figure: number;
  wide: number;
  /** The first words of a long name with their width: what stands where the whole has no room. */
  short?: { name: string; width: number };
  /** A name that the map cannot do without: where its own area has no room it stands beside its spot, over whatever lies there. */
  over?: boolean;
}

export interface Label {
  code: string;
  /** What is written, and its width in px. */
  name: string;
  width: number;
  setting: Setting;
  /** Middle of the label. */
  x: number;
  y: number;
  /** Whether there is room for words instead of a number. */
  wide: boolean;
  /** It stands away from its area: a line leads to its spot. */
  away: boolean;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const NAME = 15;
const FIGURE = 14;
const GAP = 5;
/** Room kept between a label and the frame. */
const EDGE = 3;

const boxAt = ({ x, y }: Point, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Size of a label in a setting. */
export function sizeOf(wish: Pick<LabelWish, 'width' | 'figure'>, setting: Setting): { width: number; height: number } {
  const { width, figure } = wish;
  if (figure === 0 || setting === 'name') return { width, height: NAME };
  if (setting === 'under') return { width: Math.max(width, figure), height: NAME + FIGURE };
  const long = width + GAP + figure;
  return setting === 'beside' ? { width: long, height: NAME } : { width: NAME, height: long };
}

/** Whether a spot lies inside rings (even-odd). */
export function inside(rings: readonly Float32Array[], x: number, y: number): boolean {
  let within = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const yi = ring[i + 1]!;
      const yj = ring[j + 1]!;
      if (yi > y !== yj > y && x < ((ring[j]! - ring[i]!) * (y - yi)) / (yj - yi) + ring[i]!) within = !within;
    }
  }
  return within;
}

/** Share of a box's 3 x 3 sample spots that lie inside the rings. */
function share(rings: readonly Float32Array[], box: Box): number {
  let n = 0;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      if (inside(rings, box.left + ((box.right - box.left) * i) / 2, box.top + ((box.bottom - box.top) * j) / 2)) n++;
    }
  }
  return n / 9;
}

/**
 * Places labels in their order of claim: at the hand-set spot where most of the label lies in its own area, near it where that is taken,
 * else anywhere in the part of the area that the frame shows, upright in slivers; a label that finds no room is hidden. Labels
 * never touch each other; they keep clear of `marks` (capitals, crossings, the arc) wherever they can, and of `spots` (places of events)
 * where that costs them no more than a step aside.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: Frame,
  marks: readonly Box[],
  spots: readonly Box[] = [],
): Label[] {
  const taken: Box[] = [];
  const labels: Label[] = [];
  const room = { left: frame.left + EDGE, top: frame.top + EDGE, right: frame.right - EDGE, bottom: frame.bottom - EDGE };
  const fits = (box: Box, obstacles: readonly Box[]) =>
    box.left >= room.left &&
    box.right <= room.right &&
    box.top >= room.top &&
    box.bottom <= room.bottom &&
    !taken.some((other) => meet(box, other)) &&
    !obstacles.some((other) => meet(box, other));

  const withFigure = (wish: LabelWish) =>
    near(wish, FIGURED, [...marks, ...spots], fits) ??
    near(wish, FIGURED, marks, fits) ??
    anywhere(wish, FIGURED, room, marks, fits) ??
    near(wish, FIGURED, [], fits) ??
    anywhere(wish, FIGURED, room, [], fits);
  const alone = (wish: LabelWish) =>
    near(wish, ALONE, marks, fits) ?? anywhere(wish, ALONE, room, marks, fits) ?? near(wish, ALONE, [], fits);
  const beside = (wish: LabelWish) =>
    wish.over === true ? (near(wish, FIGURED, marks, fits, FAR) ?? near(wish, FIGURED, [], fits, FAR)) : null;
  for (const whole of wishes) {
    const forms: LabelWish[] = whole.short === undefined ? [whole] : [whole, { ...whole, ...whole.short }];
    let wish = whole;
    let found: Spot | null = null;
    let away = false;
    for (const set of [withFigure, alone, beside])
      for (const form of forms) {
        if (found !== null) break;
        wish = form;
        found = set(form);
        away = set === beside;
      }
    if (found === null) continue;
    const size = sizeOf(wish, found.setting);
    const roomy = sizeOf({ ...wish, figure: wish.wide }, found.setting);
    // Words may stand over a border, as long as nothing else does.
    const wide = wish.figure > 0 && fits(boxAt(found, roomy.width, roomy.height), []);
    const { width, height } = wide ? roomy : size;
    taken.push(boxAt(found, width + 4, height + 2));
    labels.push({ code: wish.code, name: wish.name, width: wish.width, ...found, wide, away });
  }
  return labels;
}

/** A number is worth more than a good spot: the name alone comes last. */
const FIGURED: readonly Setting[] = ['under', 'beside', 'upright'];
const ALONE: readonly Setting[] = ['name'];

type Fits = (box: Box, obstacles: readonly Box[]) => boolean;
type Spot = { setting: Setting; x: number; y: number };

const SHIFTS = [0, -7, 7, -14, 14, -22, 22];
/** How far a name that stands over other areas may be from its spot. */
const FAR = [0, -11, 11, -22, 22, -33, 33, -44, 44];

/**
 * At the hand-set spot or up to 22 px from it, the nearest first; seven of nine samples inside, five at the spot itself. With shifts of
 * its own (`over`) a name need not lie inside at all.
 */
function near(
  wish: LabelWish,
  settings: readonly Setting[],
  obstacles: readonly Box[],
  fits: Fits,
  over: readonly number[] | null = null,
): Spot | null {
  const steps = over ?? SHIFTS;
  const shifts = steps
    .flatMap((dx) => steps.map((dy) => ({ dx, dy })))
    .sort((a, b) => Math.hypot(a.dx, a.dy * 1.3) - Math.hypot(b.dx, b.dy * 1.3));
  for (const setting of settings) {
    if (setting === 'upright') continue;
    const { width, height } = sizeOf(wish, setting);
    for (const { dx, dy } of shifts) {
      const x = wish.anchor.x + dx;
      const y = wish.anchor.y + dy;
      const box = boxAt({ x, y }, width, height);
      const least = dx === 0 && dy === 0 ? 5 / 9 : 7 / 9;
      if (fits(box, obstacles) && (over !== null || wish.rings.length === 0 || share(wish.rings, box) >= least - 0.001))
        return { setting, x, y };
    }
  }
  return null;
}

/** On a grid over the part of the area in the frame, inside but for a corner; the spot nearest to the middle of what fits. */
function anywhere(wish: LabelWish, settings: readonly Setting[], room: Box, obstacles: readonly Box[], fits: Fits): Spot | null {
  const part = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const ring of wish.rings) {
    for (let i = 0; i < ring.length; i += 2) {
      part.left = Math.min(part.left, ring[i]!);
      part.right = Math.max(part.right, ring[i]!);
      part.top = Math.min(part.top, ring[i + 1]!);
      part.bottom = Math.max(part.bottom, ring[i + 1]!);
    }
  }
  const left = Math.max(part.left, room.left);
  const right = Math.min(part.right, room.right);
  const top = Math.max(part.top, room.top);
  const bottom = Math.min(part.bottom, room.bottom);
  if (right <= left || bottom <= top) return null;
  for (const setting of settings) {
    const { width, height } = sizeOf(wish, setting);
    // A corner may stand over a border; in an upright sliver two may.
    const least = (setting === 'upright' ? 7 : 8) / 9 - 0.001;
    const good: Point[] = [];
    for (let x = left + width / 2; x <= right - width / 2 + 0.5; x += Math.max(5, (right - left - width) / 12)) {
      for (let y = top + height / 2; y <= bottom - height / 2 + 0.5; y += Math.max(5, (bottom - top - height) / 12)) {
        const box = boxAt({ x, y }, width + 2, height);
        if (fits(boxAt({ x, y }, width, height), obstacles) && share(wish.rings, box) >= least) good.push({ x, y });
      }
    }
    if (good.length === 0) continue;
    const middle = {
      x: good.reduce((sum, spot) => sum + spot.x, 0) / good.length,
      y: good.reduce((sum, spot) => sum + spot.y, 0) / good.length,
    };
    const best = good.reduce((a, b) =>
      Math.hypot(a.x - middle.x, a.y - middle.y) <= Math.hypot(b.x - middle.x, b.y - middle.y) ? a : b,
    );
    return { setting, ...best };
  }
  return null;
}
