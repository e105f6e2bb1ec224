/** The same marks with nothing else: columns, three canvases, no hit test, no names beyond forty, no focus. What the design can cost at least. */
import { AT, before, FROM, INKS, readCrowd, Sums, TO } from './crowd.js';

const crowd = await readCrowd();
const { actors, rows, pairs } = crowd;
const sums = new Sums(crowd);
const [net, map, time] = ['net', 'map', 'time'].map((id) => document.getElementById(id).getContext('2d'));
const x = (lon) => ((lon + 180) / 360) * 700;
const y = (lat) => ((90 - lat) / 180) * 420;
const places = actors.map(([, lat, lon]) => [x(lon), y(lat)]);
const bins = new Uint32Array(1400);
for (const [day] of rows) {
  const bin = Math.floor(((day - FROM) / (TO - FROM)) * 1400);
  if (bin >= 0 && bin < 1400) bins[bin]++;
}
const most = Math.max(...bins);
let at = AT;

function draw() {
  sums.to(at);
  net.clearRect(0, 0, 700, 420);
  net.lineWidth = 1.2;
  pairs.forEach(({ a, b }, pair) => {
    const grade = sums.grade(pair);
    if (grade < 0) return;
    net.strokeStyle = INKS[grade];
    net.beginPath();
    net.moveTo(...places[a]);
    net.lineTo(...places[b]);
    net.stroke();
  });
  net.fillStyle = '#222';
  places.forEach(([px, py], i) => {
    net.fillRect(px - 3, py - 3, 6, 6);
    if (i < 40) net.fillText(actors[i][0], px + 5, py);
  });
  map.clearRect(0, 0, 700, 420);
  const end = before(rows, at);
  for (let i = before(rows, at - 30); i < end; i++) {
    const place = rows[i][4];
    if (!place) continue;
    map.fillStyle = INKS[rows[i][3] + 2];
    map.fillRect(x(place[1]) - 1.5, y(place[0]) - 1.5, 3, 3);
  }
  time.clearRect(0, 0, 1400, 160);
  time.fillStyle = '#888';
  bins.forEach((n, i) => time.fillRect(i, 160 - (n / most) * 150, 1, (n / most) * 150));
  time.fillStyle = '#000';
  time.fillRect(((at - FROM) / (TO - FROM)) * 1400, 0, 2, 160);
}

draw();
globalThis.stepOn = () => {
  at += 1;
  draw();
};
