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
 * - Rings that run across the antimeridian are cut there (the source is stitched for drawing on a sphere): on a flat map the jump from
 *   180 E to 180 W would be painted as a band around the world. `readShapes` knows the cut by its longitude and draws no line on it.
 * - Parts that the source draws apart under the code of a state (islets of Australia) are joined to it: a code occurs once.
 * - Lines are thinned by Visvalingam's rule, much less in the region from Finland to Bulgaria than at the far side of the world.
 * - Every state gets the spot where its name reads best: set by hand for Europe, else the roomiest spot of its largest part.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { geoEquirectangular, geoStream } from 'd3';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology as makeTopology } from 'topojson-server';
import { ALPHA3, JOINED, LABELS, NAMES } from './shapeTables.mjs';
import { detailAt, inBox, ringArea, thinned } from './thinning.mjs';

const OUT = new URL('../src/map/shapes.json', import.meta.url);
const require = createRequire(import.meta.url);
const source = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8'));

/** Longitude and latitude of the box that holds the peninsula with its islets, and nothing of Russia across the strait. */
const CRIMEA = { west: 32.2, south: 44.2, east: 36.68, north: 46.25 };

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
  const states = new Map();
  for (const geometry of geometries) {
    const { name } = geometry.properties;
    const code = ALPHA3[geometry.id] ?? (name === 'Kosovo' ? 'XKX' : '');
    if (gone.has(name) || code === '' || code === 'ATA') continue;
    const polygons = parts.get(name) ?? polygonsOf(geometry);
    const before = states.get(code);
    // The first of a code is the state, in the order of the source; what comes later is a part of it.
    if (before) before.polygons = [...before.polygons, ...polygons];
    else states.set(code, { code, name: NAMES[name] ?? name, polygons });
  }
  return [...states.values()];
}

const DEGREES = 180 / Math.PI;
/** Degrees to degrees; what it does is cut rings at the antimeridian, as every cylindrical projection of d3 must. */
const CUT = geoEquirectangular().scale(DEGREES).translate([0, 0]).precision(0);
const rounded = (value) => Math.round(value * 1e6) / 1e6;

/** A polygon in degrees as polygons that stay between 180 W and 180 E; one that does not run across comes back as it was. */
function cutAtAntimeridian(rings) {
  const across = rings.some((ring) => ring.some(([lon], i) => i > 0 && Math.abs(lon - ring[i - 1][0]) > 180));
  if (!across) return [rings];
  const made = [];
  let ring = [];
  const sink = {
    point: (x, y) => ring.push([rounded(x), rounded(-y)]),
    lineStart: () => (ring = []),
    lineEnd: () => {
      ring.push(ring[0]);
      made.push(ring);
    },
    polygonStart: () => undefined,
    polygonEnd: () => undefined,
    sphere: () => undefined,
  };
  geoStream({ type: 'Polygon', coordinates: rings }, CUT.stream(sink));
  // Holes run the other way round than shores do; here none of them is cut, so that each lies in one of the parts.
  const shores = made.filter((one) => ringArea(one) < 0).map((one) => [one]);
  for (const hole of made.filter((one) => ringArea(one) >= 0))
    (shores.find(([shore]) => around(shore, hole[0])) ?? shores[0]).push(hole);
  return shores;
}

/** Whether a point lies inside a ring (even-odd). */
function around(ring, [lon, lat]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[x, y], [u, v]] = [ring[i], ring[j]];
    if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) inside = !inside;
  }
  return inside;
}

/** The state as a feature, without islands too small to see at the scale their place is drawn at. */
function asFeature({ code, name, polygons }) {
  const coordinates = feature(source, asGeometry(polygons)).geometry.coordinates.flatMap((rings) =>
    cutAtAntimeridian(rings.map((ring) => ring.map(([lon, lat]) => [rounded(lon), rounded(lat)]))),
  );
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
