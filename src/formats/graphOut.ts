import { holds, pairsOfTie } from '../analysis/rift/tied';
import type { Slice } from '../analysis/slice';
import { stanceAt, type Running } from '../analysis/stance/stance';
import type { StanceRecord } from '../record/record';
import { writeTable } from '../record/write';
import { FIRST_DAY, isoOf, LAST_DAY, type Day } from '../words/calendar';
import type { Selection } from './selection';
import { plainCell } from './stancesCsv';

/** The record as graphs of other tools: GEXF 1.3, GraphML, Gephi's sheets, an edge list and a matrix at a date. */

/** One pair of actors with what holds of it at times. */
interface Edge {
  source: number;
  target: number;
  directed: boolean;
  kind: 'stance' | 'tie';
  label: string;
  /** Rising by time; `end` counts its own day. */
  values: { start: Day | null; end: Day | null; score: number }[];
}

const text = (value: string): string =>
  value
    // eslint-disable-next-line no-control-regex -- XML 1.0 has no place for them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Pairs of the selected stances, each score from its day until the next, and the selected ties. */
function edgesOf(record: StanceRecord, { stances, ties }: Selection): Edge[] {
  const pairs = new Map<string, Edge>();
  for (const i of stances) {
    const [source, target] = [record.stances.holder[i] ?? 0, record.stances.target[i] ?? 0];
    const key = `${source} ${target}`;
    const day = i < record.stances.dated ? (record.stances.day[i] ?? null) : null;
    const edge = pairs.get(key) ?? { source, target, directed: true, kind: 'stance', label: '', values: [] };
    edge.values.push({ start: day, end: null, score: record.stances.score[i] ?? 0 });
    pairs.set(key, edge);
  }
  const edges = [...pairs.values()];
  for (const edge of edges) {
    edge.values.sort((a, b) => (a.start ?? LAST_DAY) - (b.start ?? LAST_DAY));
    edge.values.forEach((value, k) => {
      const next = edge.values[k + 1]?.start ?? null;
      if (value.start !== null && next !== null) value.end = Math.max(value.start, next - 1);
    });
  }
  for (const t of ties) {
    const tie = record.ties[t];
    if (tie === undefined) continue;
    for (const [source, target] of pairsOfTie(record, tie)) {
      const start = tie.from === FIRST_DAY ? null : tie.from;
      const end = tie.until === LAST_DAY ? null : tie.until - 1;
      edges.push({ source, target, directed: false, kind: 'tie', label: tie.title, values: [{ start, end, score: tie.sign }] });
    }
  }
  return edges;
}

function actorsIn(edges: readonly Edge[]): number[] {
  return [...new Set(edges.flatMap(({ source, target }) => [source, target]))].sort((a, b) => a - b);
}

const spell = ({ start, end }: { start: Day | null; end: Day | null }): string =>
  `${start === null ? '' : ` start="${isoOf(start)}"`}${end === null ? '' : ` end="${isoOf(end)}"`}`;

/**
 * GEXF 1.3 (gexf.net), dynamic: `weight` is the size of a score, which Gephi's layouts take, `stance` the score and `sign` its sign.
 *
 * @param when day of the writing, ISO
 */
export function writeGexf(record: StanceRecord, selection: Selection, when: string): string {
  const edges = edgesOf(record, selection);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">', // prettier-ignore
    `  <meta lastmodifieddate="${when}">`,
    '    <creator>Stanceline</creator>',
    // The schema has no title; the first line of a description is where Gephi shows one.
    `    <description>${text([record.meta.title, record.meta.description].filter(Boolean).join('\n'))}</description>`,
    '  </meta>',
    '  <graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">',
    '    <attributes class="node" mode="static">',
    ...['kind', 'country', 'description'].map((name) => `      <attribute id="${name}" title="${name}" type="string"/>`),
    '    </attributes>',
    '    <attributes class="edge" mode="dynamic">',
    '      <attribute id="weight" title="weight" type="double"/>',
    '      <attribute id="stance" title="stance" type="double"/>',
    '      <attribute id="sign" title="sign" type="integer"/>',
    '    </attributes>',
    '    <nodes>',
  ];
  for (const index of actorsIn(edges)) {
    const actor = record.actors[index];
    if (actor === undefined) continue;
    const values = [
      ['kind', actor.kind],
      ['country', actor.country],
      ['description', actor.description],
    ].filter(([, value]) => value !== '');
    lines.push(
      `      <node id="${text(actor.id)}" label="${text(actor.name)}">`,
      '        <attvalues>',
      ...values.map(([name, value]) => `          <attvalue for="${name}" value="${text(value ?? '')}"/>`),
      '        </attvalues>',
      '      </node>',
    );
  }
  lines.push('    </nodes>', '    <edges>');
  edges.forEach((edge, i) => {
    const [source, target] = [record.actors[edge.source]?.id ?? '', record.actors[edge.target]?.id ?? ''];
    const label = edge.label === '' ? '' : ` label="${text(edge.label)}"`;
    const own = edge.kind === 'tie' ? spell(edge.values[0] ?? { start: null, end: null }) : '';
    lines.push(
      `      <edge id="${i}" source="${text(source)}" target="${text(target)}" type="${edge.directed ? 'directed' : 'undirected'}" kind="${edge.kind}"${label}${own}>`, // prettier-ignore
      '        <attvalues>',
      ...edge.values.flatMap((value) => [
        `          <attvalue for="weight" value="${Math.abs(value.score)}"${spell(value)}/>`,
        `          <attvalue for="stance" value="${value.score}"${spell(value)}/>`,
        `          <attvalue for="sign" value="${Math.sign(value.score)}"${spell(value)}/>`,
      ]),
      '        </attvalues>',
      '      </edge>',
    );
  });
  lines.push('    </edges>', '  </graph>', '</gexf>', '');
  return lines.join('\n');
}

/** GraphML (graphdrawing.org), static: of each pair the mean score of the selected rows and their number, of each tie its sign and life. */
export function writeGraphml(record: StanceRecord, selection: Selection): string {
  const edges = edgesOf(record, selection);
  const keys = [
    ['name', 'node', 'string'],
    ['kind', 'node', 'string'],
    ['country', 'node', 'string'],
    ['weight', 'edge', 'double'],
    ['stance', 'edge', 'double'],
    ['sign', 'edge', 'int'],
    ['rows', 'edge', 'int'],
    ['what', 'edge', 'string'],
    ['label', 'edge', 'string'],
    ['start', 'edge', 'string'],
    ['end', 'edge', 'string'],
  ] as const;
  const data = (key: string, value: string): string => (value === '' ? '' : `<data key="${key}">${text(value)}</data>`);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([name, of, type]) => `  <key id="${of === 'edge' && name === 'label' ? 'label' : name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`), // prettier-ignore
    '  <graph edgedefault="directed">',
  ];
  for (const index of actorsIn(edges)) {
    const actor = record.actors[index];
    if (actor !== undefined) lines.push(`    <node id="${text(actor.id)}">${data('name', actor.name)}${data('kind', actor.kind)}${data('country', actor.country)}</node>`); // prettier-ignore
  }
  edges.forEach((edge, i) => {
    const mean = edge.values.reduce((sum, { score }) => sum + score, 0) / edge.values.length;
    const [first, last] = [edge.values[0], edge.values.at(-1)];
    const start = first?.start ?? null;
    const end = edge.kind === 'tie' ? (last?.end ?? null) : null;
    lines.push(
      `    <edge id="e${i}" source="${text(record.actors[edge.source]?.id ?? '')}" target="${text(record.actors[edge.target]?.id ?? '')}" directed="${edge.directed}">${data('weight', String(Math.abs(mean)))}${data('stance', String(mean))}${data('sign', String(Math.sign(mean)))}${data('rows', String(edge.values.length))}${data('what', edge.kind)}${data('label', edge.label)}${data('start', start === null ? '' : isoOf(start))}${data('end', end === null ? '' : isoOf(end))}</edge>`, // prettier-ignore
    );
  });
  lines.push('  </graph>', '</graphml>', '');
  return lines.join('\n');
}

const csv = (columns: string[], rows: string[][]): string =>
  writeTable({
    name: 'ties',
    columns: columns.map(plainCell),
    rows: rows.map((row) => row.map(plainCell)),
    lines: new Uint32Array(0),
  });

/** Gephi's two sheets: nodes, and edges with a `timeset`. */
export function writeGephiSheets(record: StanceRecord, selection: Selection): { nodes: string; edges: string } {
  const edges = edgesOf(record, selection);
  const time = (day: Day | null, open: string): string => (day === null ? open : isoOf(day));
  return {
    nodes: csv(
      ['Id', 'Label', 'Kind', 'Country'],
      actorsIn(edges).flatMap((index) => {
        const actor = record.actors[index];
        return actor === undefined ? [] : [[actor.id, actor.name, actor.kind, actor.country]];
      }),
    ),
    edges: csv(
      ['Source', 'Target', 'Type', 'Label', 'Weight', 'Stance', 'Sign', 'timeset'],
      edges.flatMap((edge) =>
        edge.values.map(({ start, end, score }) => [
          record.actors[edge.source]?.id ?? '',
          record.actors[edge.target]?.id ?? '',
          edge.directed ? 'Directed' : 'Undirected',
          edge.label,
          String(Math.abs(score)),
          String(score),
          String(Math.sign(score)),
          `<[${time(start, '-Infinity')}, ${time(end, 'Infinity')}]>`,
        ]),
      ),
    ),
  };
}

/** What each covered pair says at the end of a day: running stances, or where the record has none the sign of the ties that hold. */
function valuesAt(slice: Slice, running: Running, at: Day): { source: number; target: number; value: number; rows: number }[] {
  const { record, pairs } = slice;
  if (record.stances.n > 0)
    return Array.from({ length: pairs.n }, (_, p) => ({ p, stance: stanceAt(running, p, at) })).flatMap(({ p, stance }) =>
      stance === null
        ? []
        : [{ source: pairs.holder[p] ?? 0, target: pairs.target[p] ?? 0, value: stance.value, rows: stance.n }],
    );
  const sums = new Map<string, { source: number; target: number; value: number; rows: number }>();
  for (const tie of record.ties) {
    if (!holds(tie, at)) continue;
    for (const [source, target] of pairsOfTie(record, tie)) {
      const known = sums.get(`${source} ${target}`) ?? { source, target, value: 0, rows: 0 };
      known.value += tie.sign;
      known.rows++;
      sums.set(`${source} ${target}`, known);
    }
  }
  return [...sums.values()];
}

/** Edge list at a day: `from,to,sign,stance,rows`, pairs that are not covered left out. */
export function writeEdgeList(slice: Slice, running: Running, at: Day): string {
  const name = (actor: number): string => slice.record.actors[actor]?.name ?? '';
  return csv(
    ['from', 'to', 'sign', 'stance', 'rows'],
    valuesAt(slice, running, at).map(({ source, target, value, rows }) => [name(source), name(target), String(Math.sign(value)), String(Math.round(value * 1e4) / 1e4), String(rows)]), // prettier-ignore
  );
}

/** Matrix at a day: rows hold, columns are the targets; an empty cell is not covered, and no zero. */
export function writeMatrix(slice: Slice, running: Running, at: Day): string {
  const values = valuesAt(slice, running, at);
  const actors = [...new Set(values.flatMap(({ source, target }) => [source, target]))].sort((a, b) => a - b);
  const cells = new Map(
    values.map(({ source, target, value }) => [`${source} ${target}`, String(Math.round(value * 1e4) / 1e4)]),
  );
  const undirected = slice.record.stances.n === 0;
  const name = (actor: number): string => slice.record.actors[actor]?.name ?? '';
  const cell = (a: number, b: number): string =>
    cells.get(`${a} ${b}`) ?? (undirected ? cells.get(`${b} ${a}`) : undefined) ?? '';
  return csv(['', ...actors.map(name)], actors.map((holder) => [name(holder), ...actors.map((target) => cell(holder, target))])); // prettier-ignore
}
