/**
 * Builds `src/map/lakes.json`, the lakes of the map, from Natural Earth's lakes at 1:50 million (public domain) as GeoJSON:
 *
 *   npm run lakes -- ne_50m_lakes.geojson
 *
 * What it changes on the way:
 * - Reservoirs are left out: a record of 1912 would show waters that were dammed up fifty years later, and one of 2024 the Kakhovka
 *   reservoir, drained in June 2023.
 * - Lines are thinned like the shores of the states around them, and lakes too small to be seen there are left out.
 * - A ring is a list of steps from one point to the next, in the same grid as the country shapes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { detailAt, ringArea, thinned } from './thinning.mjs';

const OUT = new URL('../src/map/lakes.json', import.meta.url);
const [, , file] = process.argv;
if (file === undefined) {
  console.error('Name the file: npm run lakes -- ne_50m_lakes.geojson (Natural Earth, 1:50m physical vectors, lakes).');
  process.exit(1);
}

const SCALE = [0.004, 0.0025];
const WEST = -180;
const SOUTH = -60;
/** Dammed waters that the source does not call reservoirs. */
const DAMMED = new Set(['L. Gatún', 'Lake Havasu', 'Razzaza Lake', 'Salton Sea']);
/** Square degrees from which a lake is drawn: some times the smallest island near the middle of the records, a third of a degree far away. */
const leastAt = (point) => Math.min(6 * detailAt(point).island, 0.3);

const { features } = JSON.parse(readFileSync(file, 'utf8'));
const natural = features.filter(
  ({ properties }) =>
    /lake/i.test(properties.featurecla) && !DAMMED.has(properties.name) && !/\bres\b|reserv/i.test(properties.name ?? ''),
);
const lakes = natural
  .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
  .filter(([shore]) => Math.abs(ringArea(shore)) >= leastAt(shore[0]))
  .sort(([a], [b]) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))
  .map((rings) => {
    const [shore, ...islands] = rings;
    return [shore, ...islands.filter((ring) => Math.abs(ringArea(ring)) >= leastAt(ring[0]))].map(inSteps);
  });

/** A ring as steps: longitude and latitude of its first point, then by how much each next one lies further, in the grid. */
function inSteps(ring) {
  const grid = thinned(ring.map(([lon, lat]) => [lon, lat]))
    .slice(0, -1)
    .map(([lon, lat]) => [Math.round((lon - WEST) / SCALE[0]), Math.round((lat - SOUTH) / SCALE[1])])
    .filter(([x, y], i, all) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1]);
  return grid.flatMap(([x, y], i) => (i === 0 ? [x, y] : [x - grid[i - 1][0], y - grid[i - 1][1]]));
}

const text = JSON.stringify({ transform: { scale: SCALE, translate: [WEST, SOUTH] }, lakes });
writeFileSync(OUT, `${text}\n`);
const points = lakes.flat().reduce((sum, ring) => sum + ring.length / 2, 0);
console.log(`${lakes.length} lakes, ${points} points; ${text.length} B, ${gzipSync(text, { level: 9 }).length} B gzip`);
