/** How finely the map's lines are kept, by place: what `npm run shapes` and `npm run lakes` share. */

/** Thinning by place: sides of the smallest triangle worth keeping, in degrees, and the smallest island, in square degrees. */
const DETAIL = [
  { west: 12, south: 40.5, east: 42, north: 62, side: 0.011, island: 0.002 },
  { west: 4, south: 38, east: 50, north: 71, side: 0.03, island: 0.01 },
  { west: -25, south: 33, east: 62, north: 82, side: 0.06, island: 0.03 },
  { west: -180, south: -90, east: 180, north: 90, side: 0.22, island: 0.3 },
];

/** Whether a spot lies in a box of degrees. */
export const inBox = (box, [x, y]) => x >= box.west && x <= box.east && y >= box.south && y <= box.north;

/** The detail wanted at a spot. */
export const detailAt = (point) => DETAIL.find((box) => inBox(box, point));

/** Signed area of a ring in square degrees at its latitude. */
export function ringArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  return (sum / 2) * Math.cos((ring[0][1] * Math.PI) / 180);
}

/** Visvalingam and Whyatt 1993, with triangles measured against the detail wanted at their place. Ends of a line always stay. */
export function thinned(line) {
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
