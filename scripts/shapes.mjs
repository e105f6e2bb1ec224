/**
 * Builds `src/map/shapes.json`, the country shapes of the map, from Natural Earth as packed by world-atlas.
 *
 *   npm run shapes
 *
 * What it changes on the way:
 * - Borders follow UN General Assembly resolution 68/262: the polygons in the Crimea box, drawn with Russia in the source, are
 *   joined to Ukraine, and the line at Perekop vanishes with the join.
 * - Areas that the source draws apart without being in the UN list of states are joined to the state they lie in (`JOINED`).
 * - Numeric ids (UN M49) become ISO 3166-1 alpha-3 codes, as in the `country` column of actors and places.
 * - Lines are thinned by Visvalingam's rule, much less in the region from Finland to Bulgaria than at the far side of the world.
 * - Every state gets the spot where its name reads best: set by hand for Europe, else the roomiest spot of its largest part.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology as makeTopology } from 'topojson-server';
import { ALPHA3, JOINED, LABELS, NAMES } from './shapeTables.mjs';

const OUT = new URL('../src/map/shapes.json', import.meta.url);
const require = createRequire(import.meta.url);
const source = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8'));

/** Longitude and latitude of the box that holds the peninsula with its islets, and nothing of Russia across the strait. */
const CRIMEA = { west: 32.2, south: 44.2, east: 36.68, north: 46.25 };

/** Thinning by place: sides of the smallest triangle worth keeping, in degrees, and the smallest island, in square degrees. */
const DETAIL = [
  { west: 12, south: 40.5, east: 42, north: 62, side: 0.011, island: 0.002 },
  { west: 4, south: 38, east: 50, north: 71, side: 0.03, island: 0.01 },
  { west: -25, south: 33, east: 62, north: 82, side: 0.06, island: 0.03 },
  { west: -180, south: -90, east: 180, north: 90, side: 0.22, island: 0.3 },
];

const inBox = (box, [x, y]) => x >= box.west && x <= box.east && y >= box.south && y <= box.north;
const detailAt = (point) => DETAIL.find((box) => inBox(box, point));

/** Signed area of a ring in square degrees at its latitude. */
function ringArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  return (sum / 2) * Math.cos((ring[0][1] * Math.PI) / 180);
}

const polygonsOf = (geometry) =>
  geometry.type === 'Polygon' ? [geometry.arcs] : geometry.type === 'MultiPolygon' ? geometry.arcs : [];
const asGeometry = (polygons) => ({ type: 'MultiPolygon', arcs: polygons });

/** Russia and Ukraine with the peninsula moved, and every joined area moved to its state. */
function redrawn() {
  const geometries = source.objects.countries.geometries;
  const named = (name) => {
    const found = geometries.find((geometry) => geometry.properties.name === name);
    if (!found) throw new Error(`world-atlas has no shape named "${name}"; look at its list of names.`);
    return found;
  };
  const outer = (polygon) => feature(source, { type: 'Polygon', arcs: polygon }).geometry.coordinates[0];
  const russia = polygonsOf(named('Russia'));
  const moved = russia.filter((polygon) => outer(polygon).every((point) => inBox(CRIMEA, point)));
  if (moved.length === 0) throw new Error('No polygon of Russia lies in the Crimea box: has the source changed?');
  const parts = new Map([
    ['Russia', russia.filter((polygon) => !moved.includes(polygon))],
    ['Ukraine', mergeArcs(source, [asGeometry(polygonsOf(named('Ukraine'))), asGeometry(moved)]).arcs],
  ]);
  const gone = new Set();
  for (const [state, areas] of Object.entries(JOINED)) {
    parts.set(
      state,
      mergeArcs(
        source,
        [state, ...areas].map((name) => asGeometry(polygonsOf(named(name)))),
      ).arcs,
    );
    for (const area of areas) gone.add(area);
  }
  return geometries
    .filter((geometry) => !gone.has(geometry.properties.name))
    .map((geometry) => {
      const { name } = geometry.properties;
      const polygons = parts.get(name) ?? polygonsOf(geometry);
      return { code: ALPHA3[geometry.id] ?? (name === 'Kosovo' ? 'XKX' : ''), name: NAMES[name] ?? name, polygons };
    })
    .filter(({ code }) => code !== '' && code !== 'ATA');
}

/** The state as a feature, without islands too small to see at the scale their place is drawn at. */
function asFeature({ code, name, polygons }) {
  const { coordinates } = feature(source, asGeometry(polygons)).geometry;
  const sized = coordinates.map((rings) => ({ rings, area: Math.abs(ringArea(rings[0])) })).sort((a, b) => b.area - a.area);
  const kept = sized.filter(({ rings, area }, i) => i === 0 || area >= detailAt(rings[0][0]).island);
  const drawn = kept.map(({ rings }) =>
    rings.filter((ring, i) => i === 0 || Math.abs(ringArea(ring)) >= detailAt(ring[0]).island / 8),
  );
  const label = LABELS[code] ?? roomiest(kept[0].rings).map((value) => Math.round(value * 10) / 10);
  return { type: 'Feature', id: code, properties: { name, label }, geometry: { type: 'MultiPolygon', coordinates: drawn } };
}

/** A spot inside the polygon that lies far from its edge: the best of a grid. */
function roomiest(rings) {
  const xs = rings[0].map((point) => point[0]);
  const ys = rings[0].map((point) => point[1]);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = { room: -1, at: [(west + east) / 2, (south + north) / 2] };
  for (let i = 1; i < 24; i++) {
    for (let j = 1; j < 24; j++) {
      const at = [west + ((east - west) * i) / 24, south + ((north - south) * j) / 24];
      let inside = false;
      let room = Infinity;
      for (const ring of rings) {
        for (let k = 0, l = ring.length - 1; k < ring.length; l = k++) {
          const [x, y] = ring[k];
          const [u, v] = ring[l];
          if (y > at[1] !== v > at[1] && at[0] < ((u - x) * (at[1] - y)) / (v - y) + x) inside = !inside;
          room = Math.min(room, Math.hypot((x - at[0]) * Math.cos((y * Math.PI) / 180), y - at[1]));
        }
      }
      if (inside && room > best.room) best = { room, at };
    }
  }
  return best.at;
}

/** Visvalingam and Whyatt 1993, with triangles measured against the detail wanted at their place. Ends of a line always stay. */
function thinned(line) {
  const closed = line.length > 3 && line[0][0] === line.at(-1)[0] && line[0][1] === line.at(-1)[1];
  const least = closed ? 5 : 2;
  const points = line.slice();
  const weight = (i) => {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]];
    const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) * 0.5 * Math.cos((b[1] * Math.PI) / 180);
    return area / detailAt(b).side ** 2;
  };
  const weights = points.map((_, i) => (i === 0 || i === points.length - 1 ? Infinity : weight(i)));
  while (points.length > least) {
    let low = 1;
    for (let i = 2; i < points.length - 1; i++) if (weights[i] < weights[low]) low = i;
    const was = weights[low];
    if (was >= 0.5) break;
    points.splice(low, 1);
    weights.splice(low, 1);
    // A point never counts less than one that fell before it, so that neighbours do not fall with it.
    if (low - 1 > 0) weights[low - 1] = Math.max(was, weight(low - 1));
    if (low < points.length - 1) weights[low] = Math.max(was, weight(low));
  }
  return points;
}

const states = redrawn()
  .map(asFeature)
  .sort((a, b) => (a.id < b.id ? -1 : 1));
const full = makeTopology({ states: { type: 'FeatureCollection', features: states } });
const before = full.arcs.reduce((sum, arc) => sum + arc.length, 0);
full.arcs = full.arcs.map(thinned);
const shapes = quantize(full, { scale: [0.004, 0.0025], translate: [-180, -60] });
const text = JSON.stringify({ type: shapes.type, transform: shapes.transform, objects: shapes.objects, arcs: shapes.arcs });
writeFileSync(OUT, `${text}\n`);
const after = shapes.arcs.reduce((sum, arc) => sum + arc.length, 0);
console.log(
  `${states.length} states, ${before} points thinned to ${after}; ${text.length} B, ${gzipSync(text, { level: 9 }).length} B gzip`,
);
