import { mercator, type Frame, type Sheet } from './sheetModel';

/** A lake: its shore and then its islands, each ring as x, y, x, y, … in the unit square of Web Mercator; first and last point differ. */
export interface Lake {
  rings: readonly Float64Array[];
  /** West, north, east, south in the unit square. */
  box: readonly [number, number, number, number];
}

interface Packed {
  transform: { scale: [number, number]; translate: [number, number] };
  /** Lakes of rings of steps: the first point, then by how much each next one lies further. */
  lakes: number[][][];
}

/** Decodes the lakes file that `scripts/lakes.mjs` makes; the largest lake comes first. */
export function readLakes(text: string): Lake[] {
  const { transform, lakes } = JSON.parse(text) as Packed;
  const { scale, translate } = transform;
  return lakes.map((rings) => {
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    const unit = rings.map((steps) => {
      const ring = new Float64Array(steps.length);
      let [lon, lat] = translate;
      for (let i = 0; i + 1 < steps.length; i += 2) {
        lon += (steps[i] ?? 0) * scale[0];
        lat += (steps[i + 1] ?? 0) * scale[1];
        const { x, y } = mercator(lon, lat);
        ring[i] = x;
        ring[i + 1] = y;
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
      return ring;
    });
    return { rings: unit, box };
  });
}

/** Px: a lake that is narrower and lower than this is left out, a point nearer than `LEAST` to the last one too. */
const SMALLEST = 4;
const LEAST = 0.6;

const tenth = (value: number) => Math.round(value * 10) / 10;

/** SVG path of the lakes of which some part may lie in a frame, in px of the sheet; islands are holes under the even-odd rule. */
export function lakesPath(lakes: readonly Lake[], { world, origin }: Pick<Sheet, 'world' | 'origin'>, frame: Frame): string {
  const first = Math.floor((frame.left + origin.x) / world);
  const last = Math.floor((frame.right + origin.x) / world);
  let path = '';
  for (let copy = first; copy <= last; copy++) {
    const shift = copy * world - origin.x;
    for (const { rings, box } of lakes) {
      const [west, north, east, south] = box;
      if (Math.max(east - west, south - north) * world < SMALLEST) continue;
      const beside = west * world + shift > frame.right || east * world + shift < frame.left;
      if (beside || north * world - origin.y > frame.bottom || south * world - origin.y < frame.top) continue;
      for (const ring of rings) path += ringPath(ring, world, shift, -origin.y);
    }
  }
  return path;
}

function ringPath(ring: Float64Array, world: number, dx: number, dy: number): string {
  let path = '';
  let lastX = NaN;
  let lastY = NaN;
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const x = (ring[i] ?? 0) * world + dx;
    const y = (ring[i + 1] ?? 0) * world + dy;
    if (Math.abs(x - lastX) < LEAST && Math.abs(y - lastY) < LEAST) continue;
    path += `${path === '' ? 'M' : 'L'}${tenth(x)},${tenth(y)}`;
    lastX = x;
    lastY = y;
  }
  return `${path}Z`;
}
