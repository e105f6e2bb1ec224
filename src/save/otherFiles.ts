import type { Slice } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import type { ViewState } from '../focus/view';
import { writeGeoJson } from '../formats/geoJson';
import { writeEdgeList, writeGephiSheets, writeGexf, writeGraphml, writeMatrix } from '../formats/graphOut';
import { writeJsonLd } from '../formats/jsonLd';
import { lostWords, type FormatName } from '../formats/losses';
import type { Selection } from '../formats/selection';
import { writeTimelineJs } from '../formats/timelineJsCsv';
import { zipOf } from '../formats/zip';
import { formatDay } from '../words/dates';
import type { DataFile } from './dataFiles';

interface Given {
  slice: Slice;
  state: ViewState;
  selection: Selection;
  whole: boolean;
  name: string;
  now: Date;
  link: (evidence: string) => string;
  address: string;
}

/** Files in the formats of other tools, each with what it cannot hold. One that would be empty is left out. */
export function otherFiles({ slice, state, selection, whole, name, now, link, address }: Given): DataFile[] {
  const { record } = slice;
  const { stances, evidence, ties } = selection;
  const file = (format: FormatName, label: string, words: string, ending: string, type: string, content: BlobPart): DataFile => ({
    label,
    format,
    words,
    name: `${name}${ending}`,
    type,
    content: new Blob([content], { type }),
    lost: lostWords(format, record),
  });
  const files: DataFile[] = [];
  if (stances.length + ties.length > 0) {
    const gephi = writeGephiSheets(record, selection);
    const sheets = zipOf(new Map([['nodes.csv', gephi.nodes], ['edges.csv', gephi.edges]]), '', now); // prettier-ignore
    const at = state.at;
    const running = runStances(slice, { mode: 'decay', halfLife: state.halfLife, from: state.from });
    files.push(
      file('gexf', 'Graph (GEXF 1.3)', 'for Gephi: weight, stance and sign of each pair through time', '.gexf', 'application/xml', writeGexf(record, selection, now.toISOString().slice(0, 10))), // prettier-ignore
      file('graphml', 'Graph (GraphML)', 'the same without time: the mean score of each pair', '.graphml', 'application/xml', writeGraphml(record, selection)), // prettier-ignore
      file('gephi', 'Graph (Gephi sheets)', 'nodes and edges as two sheets in a zip, with a timeset', '-gephi.zip', 'application/zip', sheets), // prettier-ignore
      file('edges', `Edge list on ${formatDay(at, 'short')}`, 'from, to, sign and stance on the day of the clock', '-edges.csv', 'text/csv', `\ufeff${writeEdgeList(slice, running, at)}`), // prettier-ignore
      file('matrix', `Matrix on ${formatDay(at, 'short')}`, 'who holds in rows, on whom in columns; an empty cell is not covered', '-matrix.csv', 'text/csv', `\ufeff${writeMatrix(slice, running, at)}`), // prettier-ignore
    );
  }
  if (evidence.length > 0)
    files.push(
      file('timelineJs', 'Timeline (TimelineJS sheet)', 'dated rows for Knight Lab’s TimelineJS', '-timelinejs.csv', 'text/csv', writeTimelineJs(record, evidence)), // prettier-ignore
      file('jsonLd', 'Linked data (JSON-LD)', 'schema.org: the dataset, its quotes, and with the whole record its claims', '.jsonld', 'application/ld+json', writeJsonLd(record, evidence, whole, address, link)), // prettier-ignore
    );
  if (evidence.some((e) => (record.evidence.place[e] ?? -1) >= 0))
    files.push(file('geoJson', 'Places (GeoJSON)', 'rows at their places, for a map', '.geojson', 'application/geo+json', writeGeoJson(record, evidence, link))); // prettier-ignore
  return files;
}
