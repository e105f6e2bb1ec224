import type { Point } from '../ui/curves';
import type { Shapes, StateShape } from './shapes';

/**
 * The shapes at one zoom, in px of the sheet: Web Mercator, as Leaflet has it, less an origin near the frame. Lines are thinned to
 * what a screen can show once for both neighbours, so that shared borders stay shared at every zoom.
 */
export interface Sheet {
  shapes: Shapes;
  /** Px of the whole world. */
  world: number;
  origin: Point;
  /** The lines in px: x, y, x, y, … */
  px: Float32Array[];
}

/** What of the sheet is in the frame, in px of the sheet. */
export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Points nearer than this to the last one kept are left out, px. */
const LEAST = 0.6;

const radians = Math.PI / 180;

/** Longitude and latitude to the unit square of Web Mercator. */
export function mercator(lon: number, lat: number): Point {
  const sine = Math.sin(Math.max(-85, Math.min(85, lat)) * radians);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** The lines of the shapes in the unit square: computed once, since trigonometry is what costs. */
export function unitLines(shapes: Shapes): Float64Array[] {
  return shapes.lines.map((line) => {
    const unit = new Float64Array(line.length);
    for (let i = 0; i < line.length; i += 2) {
      const point = mercator(line[i]!, line[i + 1]!);
      unit[i] = point.x;
      unit[i + 1] = point.y;
    }
    return unit;
  });
}

/** The sheet at a zoom (`world` px around the earth), its origin at px `origin` of the world. */
export function sheetAt(shapes: Shapes, unit: readonly Float64Array[], world: number, origin: Point): Sheet {
  const px = unit.map((line) => {
    const kept = new Float32Array(line.length);
    let n = 0;
    let lastX = NaN;
    let lastY = NaN;
    for (let i = 0; i < line.length; i += 2) {
      const x = line[i]! * world - origin.x;
      const y = line[i + 1]! * world - origin.y;
      const end = i === 0 || i === line.length - 2;
      if (!end && Math.abs(x - lastX) < LEAST && Math.abs(y - lastY) < LEAST) continue;
      kept[n++] = lastX = x;
      kept[n++] = lastY = y;
    }
    return kept.subarray(0, n);
  });
  return { shapes, world, origin, px };
}

/**
 * A state as it is drawn: the map goes on beyond 180 degrees, so that a frame over the Pacific is one piece; `shifts` are the px by which
 * the copies of the state that reach into the frame stand beside its own place (0, or whole worlds to either side).
 */
export interface ShownState {
  state: StateShape;
  shifts: readonly number[];
}

/** A spot on the sheet, in the copy of the world that lies nearest to the middle of the frame. */
export function spotIn(sheet: Sheet, frame: Frame, lon: number, lat: number): Point {
  const spot = onSheet(sheet, lon, lat);
  const worlds = Math.round(((frame.left + frame.right) / 2 - spot.x) / sheet.world);
  return worlds === 0 ? spot : { x: spot.x + worlds * sheet.world, y: spot.y };
}

/** A spot on the sheet, in the copy of the world that the shapes themselves lie in. */
export function onSheet(sheet: Sheet, lon: number, lat: number): Point {
  const unit = mercator(lon, lat);
  return { x: unit.x * sheet.world - sheet.origin.x, y: unit.y * sheet.world - sheet.origin.y };
}

/** Longitude of a px of the sheet. */
export function lonAt(sheet: Sheet, x: number): number {
  return ((x + sheet.origin.x) / sheet.world - 0.5) * 360;
}

/** Latitude of a px of the sheet. */
export function latAt(sheet: Sheet, y: number): number {
  const unit = (0.5 - (y + sheet.origin.y) / sheet.world) * 2 * Math.PI;
  return (2 * Math.atan(Math.exp(unit)) - Math.PI / 2) / radians;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

function append(path: string, line: Float32Array, backwards: boolean, first: boolean, shift: number): string {
  const n = line.length / 2;
  let text = path;
  for (let j = first ? 0 : 1; j < n; j++) {
    const i = 2 * (backwards ? n - 1 - j : j);
    text += `${first && j === 0 ? 'M' : 'L'}${tenth(line[i]! + shift)},${tenth(line[i + 1]!)}`;
  }
  return text;
}

/** Px within which a point counts as standing on the antimeridian: single precision, far from the origin, is no better. */
const ON_CUT = 0.1;

/** The same as a line of its own, but for the stretches that run along the cut at 180 degrees: no border and no coast lies there. */
function stroke(sheet: Sheet, path: string, line: Float32Array, shift: number): string {
  const onCut = (x: number) => Math.abs(x + sheet.origin.x) < ON_CUT || Math.abs(x + sheet.origin.x - sheet.world) < ON_CUT;
  let text = path;
  for (let i = 0; i < line.length; i += 2) {
    const x = line[i]!;
    const pen = i === 0 || (onCut(x) && onCut(line[i - 2]!)) ? 'M' : 'L';
    text += `${pen}${tenth(x + shift)},${tenth(line[i + 1]!)}`;
  }
  return text;
}

/** SVG path of a state's area. Rings too small to see are left out, the largest polygon never. */
export function statePath(sheet: Sheet, { state, shifts }: ShownState): string {
  let path = '';
  for (const shift of shifts) {
    state.polygons.forEach((polygon, index) => {
      for (const ring of polygon) {
        if (index > 0 && tiny(sheet, ring)) continue;
        ring.forEach((k, i) => (path = append(path, sheet.px[k < 0 ? ~k : k]!, k < 0, i === 0, shift)));
        path += 'Z';
      }
    });
  }
  return path;
}

/** SVG path around a state: its borders and coasts, without the cut at 180 degrees. */
export function edgePath(sheet: Sheet, { state, shifts }: ShownState): string {
  let path = '';
  for (const shift of shifts) {
    state.polygons.forEach((polygon, index) => {
      for (const ring of polygon) {
        if (index > 0 && tiny(sheet, ring)) continue;
        for (const k of ring) path = stroke(sheet, path, sheet.px[k < 0 ? ~k : k]!, shift);
      }
    });
  }
  return path;
}

function tiny(sheet: Sheet, ring: readonly number[]): boolean {
  if (ring.length > 1) return false;
  const line = sheet.px[ring[0]! < 0 ? ~ring[0]! : ring[0]!]!;
  return line.length <= 6;
}

/** SVG path of borders and coasts in and around the frame, each line once. */
export function linesPath(sheet: Sheet, visible: readonly ShownState[]): string {
  const seen = new Set<string>();
  let path = '';
  for (const { state, shifts } of visible) {
    for (const shift of shifts) {
      for (const ring of state.polygons.flat()) {
        for (const k of ring) {
          const line = k < 0 ? ~k : k;
          const key = `${line} ${shift}`;
          if (seen.has(key) || (ring.length === 1 && tiny(sheet, ring))) continue;
          seen.add(key);
          path = stroke(sheet, path, sheet.px[line]!, shift);
        }
      }
    }
  }
  return path;
}

/** SVG path around a group of states taken as one area: their common borders and their small islands are left out. */
export function outlinePath(sheet: Sheet, group: readonly ShownState[]): string {
  const count = new Map<number, number>();
  for (const { state } of group) {
    const [main, ...others] = state.polygons;
    const drawn = [main ?? [], ...others.filter((polygon) => polygon[0]!.length > 1)];
    for (const k of drawn.flat(2)) count.set(k < 0 ? ~k : k, (count.get(k < 0 ? ~k : k) ?? 0) + 1);
  }
  let path = '';
  const shifts = new Set(group.flatMap((shown) => shown.shifts));
  for (const shift of shifts)
    for (const [line, users] of count) if (users === 1) path = stroke(sheet, path, sheet.px[line]!, shift);
  return path;
}

/** The states of which some part may lie in a frame, by their boxes, each with the copies of it that do. */
export function statesIn(sheet: Sheet, frame: Frame): ShownState[] {
  const west = lonAt(sheet, frame.left);
  const east = lonAt(sheet, frame.right);
  const north = latAt(sheet, frame.top);
  const south = latAt(sheet, frame.bottom);
  const worlds: number[] = [];
  for (let k = Math.floor((west + 180) / 360); k <= Math.floor((east + 180) / 360); k++) worlds.push(k);
  return sheet.shapes.states.flatMap((state) => {
    const { box } = state;
    if (box[1] > north || box[3] < south) return [];
    const reach = worlds.filter((k) => box[0] + 360 * k <= east && box[2] + 360 * k >= west);
    return reach.length === 0 ? [] : [{ state, shifts: reach.map((k) => k * sheet.world) }];
  });
}

/** The frame with its own size added on every side: what is drawn, so that a short pan uncovers nothing. */
export function padded(frame: Frame): Frame {
  const width = frame.right - frame.left;
  const height = frame.bottom - frame.top;
  return { left: frame.left - width, right: frame.right + width, top: frame.top - height, bottom: frame.bottom + height };
}

/** Rings of a state in px of the sheet, as flat x, y lists: what labels are fitted into. Rings clear of the frame are left out. */
export function ringsIn(sheet: Sheet, { state, shifts }: ShownState, frame: Frame): Float32Array[] {
  return shifts.flatMap((shift) => shiftedRings(sheet, state, frame, shift));
}

function shiftedRings(sheet: Sheet, state: StateShape, frame: Frame, shift: number): Float32Array[] {
  const rings: Float32Array[] = [];
  for (const ring of state.polygons.flat()) {
    const points: number[] = [];
    let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const k of ring) {
      const line = sheet.px[k < 0 ? ~k : k]!;
      const n = line.length / 2;
      for (let j = 0; j < n; j++) {
        const i = 2 * (k < 0 ? n - 1 - j : j);
        const x = line[i]! + shift;
        const y = line[i + 1]!;
        points.push(x, y);
        box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
      }
    }
    const inFrame = box[0] < frame.right && box[2] > frame.left && box[1] < frame.bottom && box[3] > frame.top;
    if (inFrame) rings.push(Float32Array.from(points));
  }
  return rings;
}

export interface Tick {
  /** Px from the left edge of the frame. */
  x: number;
  label: string;
}

const STEPS = [0.5, 1, 2, 5, 10, 20, 30, 60];

/** Meridians ticked at the foot of the frame: the closest round step that leaves at least 56 px between two. */
export function meridians(sheet: Sheet, frame: Frame): Tick[] {
  const perDegree = sheet.world / 360;
  const step = STEPS.find((degrees) => degrees * perDegree >= 56) ?? 60;
  const ticks: Tick[] = [];
  for (let lon = Math.ceil(lonAt(sheet, frame.left) / step) * step; lon <= lonAt(sheet, frame.right); lon += step) {
    const x = (lon / 360 + 0.5) * sheet.world - sheet.origin.x - frame.left;
    if (x < 2 || x > frame.right - frame.left - 2) continue;
    const round = ((((lon + 180) % 360) + 360) % 360) - 180;
    ticks.push({ x, label: round === 0 ? '0°' : `${Math.abs(round)}°${round < 0 ? 'W' : 'E'}` });
  }
  return ticks;
}

/** SVG path of the graticule over the drawn area: the ticked meridians and parallels at the same step. */
export function graticule(sheet: Sheet, frame: Frame): string {
  const step = STEPS.find((degrees) => (degrees * sheet.world) / 360 >= 56) ?? 60;
  let path = '';
  for (let lon = Math.ceil(lonAt(sheet, frame.left) / step) * step; lon <= lonAt(sheet, frame.right); lon += step) {
    const { x } = onSheet(sheet, lon, 0);
    path += `M${tenth(x)},${tenth(frame.top)}V${tenth(frame.bottom)}`;
  }
  const south = Math.max(-80, latAt(sheet, frame.bottom));
  for (let lat = Math.ceil(south / step) * step; lat <= Math.min(84, latAt(sheet, frame.top)); lat += step) {
    const { y } = onSheet(sheet, 0, lat);
    path += `M${tenth(frame.left)},${tenth(y)}H${tenth(frame.right)}`;
  }
  return path;
}
