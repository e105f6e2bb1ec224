/** Country shapes as `scripts/shapes.mjs` builds them (TopoJSON), decoded: lines that neighbours share are held once. */

/** One state's shape: polygons of rings of lines. A line `k` below 0 is line `~k` read backwards. */
export interface StateShape {
  /** ISO 3166-1 alpha-3, as in the `country` column. */
  code: string;
  name: string;
  /** Where the name reads best: longitude, latitude. */
  label: readonly [number, number];
  polygons: readonly (readonly (readonly number[])[])[];
  /** West, south, east, north in degrees. */
  box: readonly [number, number, number, number];
}

export interface Shapes {
  states: StateShape[];
  byCode: ReadonlyMap<string, StateShape>;
  /** Lines as longitude, latitude, longitude, latitude, … */
  lines: Float64Array[];
  /** The states on either side of each line: one for a coast, two for a border. */
  users: number[][];
}

interface Packed {
  transform: { scale: [number, number]; translate: [number, number] };
  objects: {
    states: { geometries: { id: string; type: string; arcs: unknown; properties: { name: string; label: [number, number] } }[] };
  };
  arcs: [number, number][][];
}

/** Decodes the shapes file. */
export function readShapes(text: string): Shapes {
  const packed = JSON.parse(text) as Packed;
  const { scale, translate } = packed.transform;
  const lines = packed.arcs.map((arc) => {
    const line = new Float64Array(arc.length * 2);
    let x = 0;
    let y = 0;
    arc.forEach(([dx, dy], i) => {
      x += dx;
      y += dy;
      line[2 * i] = x * scale[0] + translate[0];
      line[2 * i + 1] = y * scale[1] + translate[1];
    });
    return line;
  });
  const users: number[][] = lines.map(() => []);
  const states = packed.objects.states.geometries.map((geometry, index) => {
    const polygons = (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs) as number[][][];
    for (const k of polygons.flat(2)) {
      const list = users[k < 0 ? ~k : k]!;
      if (!list.includes(index)) list.push(index);
    }
    return {
      code: geometry.id,
      name: geometry.properties.name,
      label: geometry.properties.label,
      polygons,
      box: boxOf(polygons.flat(2).map((k) => lines[k < 0 ? ~k : k]!)),
    };
  });
  return { states, byCode: new Map(states.map((state) => [state.code, state])), lines, users };
}

function boxOf(lines: readonly Float64Array[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      box[0] = Math.min(box[0], line[i]!);
      box[1] = Math.min(box[1], line[i + 1]!);
      box[2] = Math.max(box[2], line[i]!);
      box[3] = Math.max(box[3], line[i + 1]!);
    }
  }
  return box;
}

/** Whether a spot lies in a state (even-odd over all its rings; straight lines in degrees). */
export function contains(shapes: Shapes, state: StateShape, lon: number, lat: number): boolean {
  const [west, south, east, north] = state.box;
  if (lon < west || lon > east || lat < south || lat > north) return false;
  let inside = false;
  for (const ring of state.polygons.flat()) {
    for (const k of ring) {
      const line = shapes.lines[k < 0 ? ~k : k]!;
      for (let i = 2; i < line.length; i += 2) {
        const y = line[i + 1]!;
        const v = line[i - 1]!;
        if (y > lat !== v > lat && lon < ((line[i - 2]! - line[i]!) * (lat - y)) / (v - y) + line[i]!) inside = !inside;
      }
    }
  }
  return inside;
}

/** The code of the state across the nearest border of `code`, or empty where it has no border: who is on the other side of a crossing. */
export function acrossFrom(shapes: Shapes, code: string, lon: number, lat: number): string {
  const own = shapes.states.findIndex((state) => state.code === code);
  const shrink = Math.cos((lat * Math.PI) / 180);
  let best = { distance: Infinity, code: '' };
  shapes.users.forEach((users, k) => {
    if (users.length < 2 || !users.includes(own)) return;
    const line = shapes.lines[k]!;
    for (let i = 0; i < line.length; i += 2) {
      const distance = Math.hypot((line[i]! - lon) * shrink, line[i + 1]! - lat);
      if (distance < best.distance) best = { distance, code: shapes.states[users.find((user) => user !== own) ?? own]!.code };
    }
  });
  return best.code;
}
