import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { bringFiles } from '../bring/bringFiles';
import { readRecord } from '../record/reading/read';
import { datasetRecord, smallRecord } from '../testing/smallRecord';
import { dataset } from '../testing/soundDataset';
import { gexfFaults } from '../testing/validators';
import { dayOf } from '../words/calendar';
import { writeGeoJson } from './geoJson';
import { writeEdgeList, writeGephiSheets, writeGexf, writeGraphml, writeMatrix } from './graphOut';
import { writeJsonLd } from './jsonLd';
import { everything } from './selection';
import { TIMELINEJS_COLUMNS, writeTimelineJs } from './timelineJsCsv';
import { greatPowers } from '../testing/shippedDataset';

const record = smallRecord({
  stances: [
    ['a', 'b', '2025-01-10', -2],
    ['a', 'b', '2025-03-01', 1],
    ['b', 'c', '2025-02', 2],
  ],
  ties: [['b;c', 'treaty', '1', '2024-05-01', '2025-06-01']],
  names: { a: 'A & "Co"', b: 'B', c: '=C' },
});
const all = everything(record);
const small = readRecord(dataset(), 'small');
const link = (id: string) => `https://example.org/#/evidence?item=${id}`;
const open = (name: string, text: string) =>
  bringFiles(new Map([[name, new TextEncoder().encode(text)]]), { sqlite: () => Promise.reject(new Error('none')) });

describe('graphs for other tools', () => {
  it('are read by graphology: nodes, ends, signs', () => {
    const read = gexf.parse(Graph, writeGexf(record, all, '2026-01-01'));
    expect([read.order, read.size]).toEqual([3, 3]);
    expect(read.getNodeAttribute('a', 'label')).toBe('A & "Co"');
    const again = graphml.parse(Graph, writeGraphml(record, all));
    expect([again.order, again.size]).toEqual([3, 3]);
    expect(again.mapEdges((_, attributes, from, to) => [from, to, attributes.stance, attributes.sign])).toEqual([
      ['a', 'b', -0.5, -1],
      ['b', 'c', 2, 1],
      ['b', 'c', 1, 1],
    ]);
  });

  it('follow the schema of GEXF 1.3, which refuses what is none', async () => {
    const shipped = datasetRecord('eastern-flank');
    for (const of of [record, shipped, greatPowers()])
      expect(await gexfFaults(writeGexf(of, everything(of), '2026-01-01'))).toEqual([]);
    expect(
      await gexfFaults(writeGexf(record, all, '2026-01-01').replace(/defaultedgetype="\w+"/, 'defaultedgetype="odd"')),
    ).not.toEqual([]);
  });

  it('come back here with the sign of every time, as ties; weights are never below zero', async () => {
    const text = writeGexf(record, all, '2026-01-01');
    expect(text).not.toMatch(/for="weight" value="-/);
    const outcome = await open('x.gexf', text);
    if (outcome.kind !== 'brought') throw new Error(outcome.kind);
    const { ties, actors } = readRecord(outcome.files, 'again');
    expect(
      ties.map(({ members, sign, start, end }) => [members.map((m) => actors[m]!.name).join(), sign, start?.text, end?.text]),
    ).toEqual([
      // prettier-ignore
      ['B,=C', 1, '2024-05-01', '2025-06-01'],
      ['A & "Co",B', -1, '2025-01-10', '2025-03-01'],
      ['B,=C', 1, '2025-02-14', undefined],
      ['A & "Co",B', 1, '2025-03-01', undefined],
    ]);
  });

  it('as sheets of Gephi, as a list and as a matrix at a date; what is not covered is empty', () => {
    const { edges, nodes } = writeGephiSheets(record, all);
    expect(edges).toContain('a,b,Directed,,2,-2,-1,"<[2025-01-10, 2025-02-28]>"');
    expect(nodes).toContain("c,'=C,state,");
    const slice = sliceRecord(record, ALL);
    const running = runStances(slice, { mode: 'latest', halfLife: 30, from: dayOf('2025-01-01') });
    const at = dayOf('2025-01-20');
    expect(writeEdgeList(slice, running, at).trim().split('\n')).toEqual(['from,to,sign,stance,rows', '"A & ""Co""",B,-1,-2,1']);
    expect(writeMatrix(slice, running, dayOf('2025-04-01')).trim().split('\n')).toEqual([',"A & ""Co""",B,\'=C', '"A & ""Co""",,1,', 'B,,,2', "'=C,,,"]); // prettier-ignore
  });
});

describe('a TimelineJS sheet', () => {
  it('keeps its own rules: 19 columns, a year wherever there is a date, and comes back with its days', async () => {
    const text = writeTimelineJs(small, everything(small).evidence);
    expect(text.split('\n')[0]).toBe(TIMELINEJS_COLUMNS.join());
    const outcome = await open('t.csv', text);
    if (outcome.kind !== 'brought') throw new Error(outcome.kind);
    const again = readRecord(outcome.files, 'again');
    expect(again.evidence.title).toEqual(small.evidence.title);
    expect([...again.evidence.first]).toEqual([...small.evidence.first]);
    expect([...again.evidence.until]).toEqual([...small.evidence.until]);
    expect(again.meta.title).toBe(small.meta.title);
    expect(again.stances.n).toBe(0);
  });
});

describe('the web’s own formats', () => {
  it('GeoJSON has longitude first and a point for each place of a row', () => {
    const { features } = JSON.parse(writeGeoJson(small, everything(small).evidence, link)) as { features: { id: string; geometry: { coordinates: number[] }; properties: { stances: unknown } }[] }; // prettier-ignore
    expect(features.map(({ id, geometry }) => [id, geometry.coordinates])).toEqual([
      ['2025-09-closure', [23.68, 52.1]],
      ['2025-11-words', [27.57, 53.9]],
    ]);
    expect(features[1]?.properties.stances).toEqual([{ holder: 'Belarus', target: 'Poland', score: 1 }]);
  });

  it('JSON-LD has the dataset, its quotes and its claims, and links to no mirror', () => {
    const text = writeJsonLd(small, everything(small).evidence, true, 'https://example.org/', link);
    const graph = (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph'];
    expect(graph.map((item) => item['@type'])).toEqual(['Dataset', 'Quotation', 'ClaimReview']);
    expect(graph[1]).toMatchObject({ text: 'Some words.', isBasedOn: ['https://example.org/1'], dateCreated: '2025-11-05' });
    expect(graph[2]).toMatchObject({
      claimReviewed: 'There is a thaw.',
      reviewRating: { ratingValue: 2, alternateName: 'qualified' },
    });
  });
});
