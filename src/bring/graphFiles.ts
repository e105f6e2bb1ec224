import type { Account } from './account';
import { isoOf, dayOf } from '../words/calendar';
import { dayOnly, foreignDate, isDay } from './foreignDate';
import { addGraph, dayAfter, signIn, signOfAttributes, type GraphEdge, type GraphNode, type Spell } from './graph';
import type { RecordMaker } from './recordMaker';
import { Cells, columnKey, numberIn, type Sheet } from './sheet';
import { readXml } from './xml';

/** Graph files: GEXF 1.2 and 1.3 (static and dynamic), GraphML (DNA's among it), Gephi's sheets, and JSON of graphology and d3. */

export function isGexf(text: string): boolean {
  return /^\s*(<\?xml[^>]*\?>)?\s*(<!--[\s\S]*?-->\s*)*(<!DOCTYPE[^>]*>\s*)?<([a-z]+:)?gexf[\s>]/i.test(text.slice(0, 4000));
}

export function isGraphml(text: string): boolean {
  return /<([a-z]+:)?graphml[\s>]/i.test(text.slice(0, 4000));
}

/** What a value of an attribute holds at a time; times as the file has them. */
interface Timed {
  name: string;
  value: string;
  start: string;
  end: string;
}

/** How a graph writes times, and which of them are dates. */
class Times {
  /** Times that are plain numbers, and no years: nothing to put on a calendar. */
  numbers = 0;

  /** A time as a date; empty where it is open or no date. */
  date(raw: string): string {
    const text = raw.trim();
    if (text === '' || /^[+-]?inf(inity)?$/i.test(text)) return '';
    const number = numberIn(text);
    if (!Number.isNaN(number) && !/^\d{8}$/.test(text)) {
      if (number >= 1000 && number < 3000 && Number.isInteger(number)) return String(number);
      // Gephi writes dates as milliseconds since 1970.
      if (Math.abs(number) > 10_000_000_000 && Math.abs(number) < 200_000_000_000_000)
        return isoOf(Math.floor(number / 86_400_000));
      this.numbers++;
      return '';
    }
    return dayOnly(foreignDate(text));
  }

  /** An end that counts its own day, as one that does not; years end where they begin. */
  end(raw: string): string {
    const date = this.date(raw);
    return isDay(date) ? dayAfter(date) : date;
  }

  /** The spell of a moment: its day, or its year. */
  moment(raw: string): Spell | null {
    const start = this.date(raw);
    if (start === '') return null;
    return { start, end: /^\d{4}$/.test(start) ? String(Number(start) + 1) : dayAfter(start) };
  }
}

/** `<[2016-02-03, 2016-02-04]; [...]>`, `[2004, 2005]` as brackets of parts. */
function bracketsIn(text: string): string[][] {
  const inner = text.trim().replace(/^<|>$/g, '');
  const groups = [...inner.matchAll(/[[(]([^\])]*)[\])]/g)].map((match) => match[1] ?? '');
  return (groups.length > 0 ? groups : [inner]).map((group) => group.split(/\s*,\s*/).map((part) => part.trim()).filter(Boolean)); // prettier-ignore
}

/** Spells of one edge, from its own and from what holds of it at times. */
function spellsOf(own: readonly Spell[], timed: readonly Timed[], times: Times): Spell[] {
  const signed = timed.filter(({ name }) => ['sign', 'stance', 'polarity', 'valence', 'weight'].includes(name.toLowerCase()));
  const names = ['sign', 'stance', 'polarity', 'valence', 'weight'];
  const first = names.find((name) => signed.some((one) => one.name.toLowerCase() === name));
  const spells = signed
    .filter((one) => one.name.toLowerCase() === first)
    .flatMap(({ value, start, end }): Spell[] => {
      const sign = signIn(value);
      const from = times.date(start);
      const to = times.end(end);
      if (from === '' && to === '') return [];
      // A weight above zero counts something, and is no sign.
      return [{ start: from, end: to, ...(sign === null || (first === 'weight' && sign > 0) ? {} : { sign }) }];
    });
  return spells.length > 0 ? spells : [...own];
}

/** Values at moments hold until the next: a timestamp says when a value was set. */
function untilNext(values: readonly { name: string; value: string; at: string }[], times: Times): Timed[] {
  const byName = new Map<string, { value: string; at: string }[]>();
  for (const { name, value, at } of values) {
    const list = byName.get(name);
    if (list) list.push({ value, at });
    else byName.set(name, [{ value, at }]);
  }
  return [...byName].flatMap(([name, list]) => {
    const sorted = list
      .map((one) => ({ ...one, date: times.date(one.at) }))
      .filter(({ date }) => date !== '')
      .sort((a, b) => (a.date < b.date ? -1 : 1));
    return sorted.map(({ value, date }, i): Timed => {
      const next = sorted[i + 1]?.date ?? '';
      // The end of a Timed counts its own day.
      const before = isDay(next) ? isoOf(dayOf(next) - 1) : next;
      return { name, value, start: date, end: before };
    });
  });
}

/** Reads GEXF into the record. Throws where it is not well formed. */
export function bringGexf(xml: string, maker: RecordMaker, account: Account): void {
  const times = new Times();
  const titles = { node: new Map<string, string>(), edge: new Map<string, string>() };
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  let attributeClass: 'node' | 'edge' = 'node';
  let directedByDefault = false;
  let dynamic = false;
  let viz = 0;
  let version = '';
  interface Open {
    what: 'node' | 'edge';
    given: Record<string, string>;
    values: Map<string, string>;
    moments: { name: string; value: string; at: string }[];
    timed: Timed[];
    spells: Spell[];
  }
  const stack: Open[] = [];
  readXml(xml, {
    open: ({ name, attributes: given }) => {
      const current = stack.at(-1);
      if (name === 'gexf') version = given.version ?? '';
      else if (name === 'graph') {
        directedByDefault = given.defaultedgetype === 'directed';
        dynamic = given.mode === 'dynamic';
      } else if (name === 'attributes') attributeClass = given.class === 'edge' ? 'edge' : 'node';
      else if (name === 'attribute') titles[attributeClass].set(given.id ?? '', given.title ?? given.id ?? '');
      else if (name === 'node' || name === 'edge') {
        const spells: Spell[] = [];
        if ((given.start ?? given.startopen ?? given.end ?? given.endopen) !== undefined)
          spells.push({
            start: times.date(given.start ?? given.startopen ?? ''),
            end: times.end(given.end ?? given.endopen ?? ''),
          });
        if (given.timestamp !== undefined) spells.push(...[times.moment(given.timestamp)].filter((one) => one !== null));
        for (const group of given.timestamps === undefined ? [] : bracketsIn(given.timestamps))
          for (const at of group) spells.push(...[times.moment(at)].filter((one) => one !== null));
        for (const [from = '', to = ''] of given.intervals === undefined ? [] : bracketsIn(given.intervals))
          spells.push({ start: times.date(from), end: times.end(to) });
        stack.push({ what: name, given, values: new Map(), moments: [], timed: [], spells });
      } else if (name === 'spell' && current !== undefined) {
        const moment = given.timestamp === undefined ? null : times.moment(given.timestamp);
        current.spells.push(moment ?? { start: times.date(given.start ?? given.startopen ?? ''), end: times.end(given.end ?? given.endopen ?? '') }); // prettier-ignore
      } else if (name === 'attvalue' && current !== undefined) {
        const key = given.for ?? given.id ?? '';
        const title = titles[current.what].get(key) ?? key;
        const value = given.value ?? '';
        if (given.timestamp !== undefined) current.moments.push({ name: title, value, at: given.timestamp });
        else if ((given.start ?? given.end ?? given.startopen ?? given.endopen) !== undefined)
          current.timed.push({
            name: title,
            value,
            start: given.start ?? given.startopen ?? '',
            end: given.end ?? given.endopen ?? '',
          });
        current.values.set(title, value);
      } else if (['color', 'size', 'position', 'shape', 'thickness'].includes(name)) viz++;
    },
    close: (name, text) => {
      if (name === 'title' && stack.length === 0 && maker.title === '' && text.trim() !== '') maker.title = text;
      if (name === 'description' && stack.length === 0 && maker.description === '') {
        // This house writes a title as the first of several lines, since the schema has no other place for it.
        const [, title = '', description = text] = /^([^\n]{1,200})\n([\s\S]*)$/.exec(text.trim()) ?? [];
        if (title !== '' && maker.title === '') maker.title = title;
        maker.description = description;
      }
      if (name !== 'node' && name !== 'edge') return;
      const done = stack.pop();
      if (done === undefined) return;
      const { given, values } = done;
      if (name === 'node') {
        // A value that holds at some time alone is no property of the actor.
        for (const { name: timed } of [...done.moments, ...done.timed]) values.delete(timed);
        nodes.push({ id: given.id ?? '', label: given.label ?? '', attributes: values });
        return;
      }
      for (const key of ['weight', 'kind']) if (given[key] !== undefined && !values.has(key)) values.set(key, given[key] ?? '');
      const type = given.type ?? '';
      edges.push({
        row: edges.length + 1,
        source: given.source ?? '',
        target: given.target ?? '',
        directed: type === 'directed' || type === 'mutual' ? type === 'directed' : type === '' && directedByDefault,
        label: given.label ?? '',
        sign: signOfAttributes(values),
        spells: spellsOf(done.spells, [...done.timed, ...untilNext(done.moments, times)], times),
        attributes: values,
      });
    },
  });
  account.rowsIn += edges.length;
  account.say(`It is GEXF ${version || 'of a version that it does not say'}, ${dynamic ? 'dynamic' : 'static'}.`);
  finish(nodes, edges, times, maker, account);
  account.lose('colours, sizes and positions: the network draws and places by itself', viz);
}

function finish(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  times: Times,
  maker: RecordMaker,
  account: Account,
): void {
  addGraph(nodes, edges, maker, account);
  account.lose('times that are plain numbers and no dates: what they mean on a calendar is not said', times.numbers);
}

/** Reads GraphML into the record. Throws where it is not well formed. */
export function bringGraphml(xml: string, maker: RecordMaker, account: Account): void {
  const keys = new Map<string, { name: string; value: string; own: boolean }>();
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  let directedByDefault = true;
  let key = '';
  let data = '';
  let colour = '';
  interface Open {
    what: 'node' | 'edge';
    given: Record<string, string>;
    values: Map<string, string>;
    colour: string;
  }
  const stack: Open[] = [];
  readXml(xml, {
    open: ({ name, attributes: given }) => {
      if (name === 'key') {
        key = given.id ?? '';
        const called = given['attr.name'] ?? given['yfiles.type'] ?? key;
        keys.set(key, { name: called, value: '', own: given['attr.name'] !== undefined });
      } else if (name === 'graph') directedByDefault = given.edgedefault !== 'undirected';
      else if (name === 'node' || name === 'edge') stack.push({ what: name, given, values: new Map(), colour: '' });
      else if (name === 'data') data = given.key ?? '';
      else if (/LineStyle|color/i.test(name)) colour = given.color ?? '';
      const current = stack.at(-1);
      if (current !== undefined && colour !== '') {
        current.colour = colour;
        colour = '';
      }
    },
    close: (name, text) => {
      const current = stack.at(-1);
      if (name === 'default' && keys.has(key)) keys.set(key, { ...(keys.get(key) ?? { name: key, own: true }), value: text.trim() });
      else if (name === 'data' && current !== undefined) {
        const known = keys.get(data);
        if (known?.own !== false && text.trim() !== '') current.values.set(known?.name ?? data, text.trim());
      } else if (name === 'desc' && current !== undefined && text.trim() !== '') current.values.set('description', text.trim());
      else if ((name === 'NodeLabel' || name === 'EdgeLabel') && current !== undefined && text.trim() !== '' && !current.values.has('label')) current.values.set('label', text.trim()); // prettier-ignore
      if (name !== 'node' && name !== 'edge') return;
      stack.pop();
      if (current === undefined) return;
      const { given, values } = current;
      const take = (wanted: RegExp): string => {
        for (const [called, value] of values)
          if (wanted.test(called)) {
            values.delete(called);
            return value;
          }
        return '';
      };
      if (name === 'node') {
        const label = take(/^label$/i) || take(/^name$/i);
        take(/^id$/i);
        nodes.push({ id: given.id ?? '', label: label || (given.id ?? ''), attributes: values });
        return;
      }
      const times = new Times();
      const [start, end] = [take(/^start$/i), take(/^end$/i)];
      let sign = signOfAttributes(values);
      // DNA draws agreement green, conflict red, and both blue.
      const drawn = [...keys.values()].some((one) => /^(frequency|variable)$/i.test(one.name));
      if (sign === 0 && drawn) sign = /^#?00ff00/i.test(current.colour) ? 1 : /^#?ff0000/i.test(current.colour) ? -1 : 0;
      const type = given.directed ?? '';
      const label = take(/^label$/i);
      edges.push({
        row: edges.length + 1,
        source: given.source ?? '',
        target: given.target ?? '',
        directed: type === '' ? directedByDefault : type === 'true',
        label,
        sign,
        spells: start === '' && end === '' ? [] : [{ start: times.date(start), end: times.end(end) }],
        attributes: values,
      });
    },
  });
  account.rowsIn += edges.length;
  finish(nodes, edges, new Times(), maker, account);
}

const hasAll = (sheet: Sheet, ...wanted: string[]): boolean => {
  const names = new Set(sheet.columns.map(columnKey));
  return wanted.every((name) => names.has(name));
};

/** Whether a sheet is Gephi's table of edges. */
export function isGephiEdges(sheet: Sheet): boolean {
  if (!hasAll(sheet, 'source', 'target')) return false;
  const own = new Set(['source', 'target', 'type', 'id', 'label', 'weight', 'timeset', 'kind', 'interval', 'sign', 'stance']);
  const rest = sheet.columns.filter((name) => !own.has(columnKey(name)));
  const cells = new Cells(sheet);
  const typed = sheet.rows.slice(0, 20).every((row) => /^(|(un)?directed|mutual)$/i.test(cells.get(row, 'type')));
  // Two columns alone, both ends of an edge: there is nothing else that they could say.
  const bare = sheet.columns.every((name) => ['source', 'target', 'id', 'label'].includes(columnKey(name)));
  return (bare || hasAll(sheet, 'weight') || hasAll(sheet, 'timeset') || hasAll(sheet, 'type')) && typed && rest.length < 6;
}

/** Whether a sheet is Gephi's table of nodes. */
export function isGephiNodes(sheet: Sheet): boolean {
  return hasAll(sheet, 'id', 'label') && !hasAll(sheet, 'source') && sheet.columns.length <= 12;
}

/** Reads Gephi's tables into the record: that of edges, and that of nodes where it came along. */
export function bringGephiSheets(edgeSheet: Sheet, nodeSheet: Sheet | null, maker: RecordMaker, account: Account): void {
  const times = new Times();
  const nodes: GraphNode[] = [];
  if (nodeSheet !== null) {
    const cells = new Cells(nodeSheet);
    for (const row of nodeSheet.rows)
      nodes.push({
        id: cells.get(row, 'id'),
        label: cells.get(row, 'label'),
        attributes: new Map(nodeSheet.columns.flatMap((name, i) => (['id', 'label', 'timeset'].includes(columnKey(name)) ? [] : [[name, row[i] ?? ''] as const]))), // prettier-ignore
      });
  }
  const cells = new Cells(edgeSheet);
  account.rowsIn += edgeSheet.rows.length;
  const sets = edgeSheet.rows.flatMap((row) => bracketsIn(cells.get(row, 'timeset', 'interval')));
  // Brackets of two are intervals, unless some bracket has another number: then all of them are moments.
  const moments = sets.some((set) => set.length > 2) || sets.filter((set) => set.length > 0).every((set) => set.length === 1);
  const edges = edgeSheet.rows.map((row, i): GraphEdge => {
    const weight = cells.get(row, 'weight');
    const dynamicWeight = /^<|^\[/.test(weight.trim());
    const spells: Spell[] = [];
    if (dynamicWeight) {
      for (const part of bracketsIn(weight)) {
        const [from = '', to = '', value = ''] = part.length === 3 ? part : [part[0], part[0], part[1]];
        const sign = signIn(value);
        const spell = { start: times.date(from), end: part.length === 3 ? times.end(to) : (times.moment(from)?.end ?? '') };
        if (spell.start !== '' || spell.end !== '') spells.push({ ...spell, ...(sign !== null && sign < 0 ? { sign } : {}) });
      }
    } else
      for (const set of bracketsIn(cells.get(row, 'timeset', 'interval'))) {
        if (moments) spells.push(...set.map((at) => times.moment(at)).filter((one) => one !== null));
        else if (set.length === 2) spells.push({ start: times.date(set[0] ?? ''), end: times.end(set[1] ?? '') });
      }
    const attributes = new Map(
      edgeSheet.columns.flatMap((name, at) =>
        ['source', 'target', 'type', 'id', 'label', 'timeset', 'interval'].includes(columnKey(name))
          ? []
          : [[columnKey(name), row[at] ?? ''] as const],
      ),
    );
    return {
      row: i + 1,
      source: cells.get(row, 'source'),
      target: cells.get(row, 'target'),
      directed: /^directed$/i.test(cells.get(row, 'type')),
      label: cells.get(row, 'label'),
      sign: signOfAttributes(dynamicWeight ? new Map([...attributes].filter(([name]) => name !== 'weight')) : attributes),
      spells,
      attributes,
    };
  });
  finish(nodes, edges, times, maker, account);
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const plain = (value: unknown): string => (['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '');

/** Whether a JSON value is a graph: graphology's (Gephi Lite's), d3's `nodes` and `links`, or a blueprint of Kumu's. */
export function isGraphJson(value: unknown): boolean {
  if (!isObject(value)) return false;
  const graph = isObject(value.graphDataset) ? value.graphDataset : value;
  if (Array.isArray(value.elements) && Array.isArray(value.connections)) return true;
  if (isObject(graph.fullGraph)) return isGraphJson(graph.fullGraph);
  const list = objects(graph.edges).length > 0 ? objects(graph.edges) : objects(graph.links);
  return Array.isArray(graph.nodes) && list.length > 0 && list.slice(0, 20).every((edge) => 'source' in edge && 'target' in edge);
}

/** Reads a graph in JSON into the record. */
export function bringGraphJson(value: unknown, maker: RecordMaker, account: Account): void {
  if (!isObject(value)) return;
  const inner = isObject(value.graphDataset) ? value.graphDataset : value;
  const graph = isObject(inner.fullGraph) ? inner.fullGraph : inner;
  const kumu = Array.isArray(graph.elements);
  const list = kumu ? objects(graph.connections) : objects(graph.edges).length > 0 ? objects(graph.edges) : objects(graph.links);
  const attributesOf = (one: Json): Map<string, string> => {
    const own = isObject(one.attributes) ? { ...one, ...one.attributes } : one;
    const left = new Set([
      'key',
      'id',
      'source',
      'target',
      'from',
      'to',
      'label',
      'x',
      'y',
      'vx',
      'vy',
      'size',
      'color',
      'attributes',
    ]);
    return new Map(
      Object.entries(own).flatMap(([name, cell]) => (left.has(name) || plain(cell) === '' ? [] : [[name, plain(cell)]])),
    );
  };
  const label = (one: Json): string => plain(isObject(one.attributes) ? one.attributes.label : one.label) || plain(one.label) || plain(one.name); // prettier-ignore
  const nodes = objects(kumu ? graph.elements : graph.nodes).map((node): GraphNode => {
    const id = kumu ? label(node) : plain(node.key) || plain(node.id) || label(node);
    return { id, label: label(node) || id, attributes: attributesOf(node) };
  });
  const end = (cell: unknown): string => {
    if (isObject(cell)) return plain(cell.id) || plain(cell.key);
    const known = plain(cell);
    // d3 also lets an edge name its ends by their place in the list.
    return typeof cell === 'number' && !nodes.some(({ id }) => id === known) ? (nodes[cell]?.id ?? known) : known;
  };
  const edges = list.map((edge, i): GraphEdge => {
    const attributes = attributesOf(edge);
    return {
      row: i + 1,
      source: end(kumu ? edge.from : edge.source),
      target: end(kumu ? edge.to : edge.target),
      directed: kumu ? edge.direction === 'directed' : edge.undirected !== true && isObject(graph.options) && graph.options.type !== 'undirected', // prettier-ignore
      label: plain(edge.label),
      sign: signOfAttributes(attributes),
      spells: [],
      attributes,
    };
  });
  account.rowsIn += edges.length;
  finish(nodes, edges, new Times(), maker, account);
}
