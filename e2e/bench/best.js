/** The best combination: vis-timeline with its clusters, Leaflet's canvas renderer, a D3 force layout drawn on a canvas. */
import { AT, before, FROM, INKS, readCrowd, Sums, TO } from './crowd.js';

const { L, d3, vis } = globalThis;
const crowd = await readCrowd();
const { actors, rows, pairs } = crowd;
const sums = new Sums(crowd);

const nodes = actors.map(([name]) => ({ name }));
const links = pairs.map(({ a, b }, pair) => ({ source: a, target: b, pair }));
d3.forceSimulation(nodes)
  .force('links', d3.forceLink(links).distance(60))
  .force('apart', d3.forceManyBody().strength(-40))
  .force('middle', d3.forceCenter(350, 210))
  .stop()
  .tick(100);
const context = document.getElementById('net').getContext('2d');

const map = L.map('map', { preferCanvas: true, zoomControl: false, attributionControl: false }).setView([40, 20], 2);
// Every row has its mark for good: a step adds and takes away those that its day brings in or leaves behind.
const markers = rows.map(([, , , score, place]) =>
  place ? L.circleMarker(place, { radius: 3, stroke: false, fillColor: INKS[score + 2], fillOpacity: 0.8 }) : null,
);

const day = (value) => new Date(value * 86_400_000);
const timeline = new vis.Timeline(
  document.getElementById('time'),
  new vis.DataSet(
    rows
      .filter(([at]) => at >= FROM && at <= TO)
      .map(([at, a, b, score], id) => ({
        id,
        start: day(at),
        content: `${actors[a][0]} on ${actors[b][0]}`,
        className: `g${score}`,
      })),
  ),
  { height: 300, cluster: { maxItems: 3 }, showCurrentTime: false },
);
let at = AT;
timeline.addCustomTime(day(at), 'hand');
let from = before(rows, at - 30);
let until = from;

function draw() {
  sums.to(at);
  context.clearRect(0, 0, 700, 420);
  context.lineWidth = 1.2;
  for (const { source, target, pair } of links) {
    const grade = sums.grade(pair);
    if (grade < 0) continue;
    context.strokeStyle = INKS[grade];
    context.beginPath();
    context.moveTo(source.x, source.y);
    context.lineTo(target.x, target.y);
    context.stroke();
  }
  context.fillStyle = '#222';
  nodes.forEach(({ x, y, name }, i) => {
    context.beginPath();
    context.arc(x, y, 3, 0, 7);
    context.fill();
    if (i < 40) context.fillText(name, x + 5, y);
  });
  for (; until < rows.length && rows[until][0] <= at; until++) markers[until]?.addTo(map);
  for (; rows[from][0] <= at - 30; from++) markers[from]?.remove();
  timeline.setCustomTime(day(at), 'hand');
}

draw();
globalThis.stepOn = () => {
  at += 1;
  draw();
};
