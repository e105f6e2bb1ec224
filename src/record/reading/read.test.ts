import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATASETS } from '../catalogue';
import { openEvidence } from '../open';
import { readRecord } from './read';
import { columnsOf, plainColumnsOf } from '../schema';
import { writeTable } from '../write';
import { listOf, NO_SCORE, TABLE_NAMES, type Lists, type StanceRecord } from '../record';
import { SIDES, secondEdition } from '../../testing/secondEdition';
import { dataset } from '../../testing/soundDataset';
import { filesOf, shipped, SHIPPED } from '../../testing/shippedDataset';
import { dayOf, FIRST_DAY, LAST_DAY } from '../../words/calendar';

/** Rows of a CSV text by a count of its own: line feeds outside quotes, less the header. */
function countRows(text: string): number {
  let rows = -1;
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (letter === '\n' && !quoted) rows++;
  }
  return rows;
}

function lists(all: Lists, n: number): number[][] {
  return Array.from({ length: n }, (_, i) => [...listOf(all, i)]);
}

describe.each(SHIPPED)('%s', (name) => {
  const record = shipped(name);
  const rowsIn = (table: string): number => countRows(new TextDecoder().decode(filesOf(name).get(`${table}.csv`)));

  test('has no error', () => {
    expect(record.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('reads every row of every file', () => {
    expect(record.actors).toHaveLength(rowsIn('actors'));
    expect(record.places).toHaveLength(rowsIn('places'));
    expect(record.sources).toHaveLength(rowsIn('sources'));
    expect(record.evidence.n).toBe(rowsIn('statements') + rowsIn('events'));
    expect(record.stances.n).toBe(rowsIn('stances'));
    expect(record.ties).toHaveLength(rowsIn('ties'));
    expect(record.hypotheses).toHaveLength(rowsIn('hypotheses'));
    expect(record.assessments).toHaveLength(rowsIn('assessments'));
    expect(record.claims).toHaveLength(rowsIn('claims'));
    expect(record.stories).toHaveLength(rowsIn('stories'));
    expect(record.stories.reduce((sum, { scenes }) => sum + scenes.length, 0)).toBe(rowsIn('scenes'));
    expect([...record.stances.coders].filter((score) => score !== NO_SCORE)).toHaveLength(rowsIn('codings'));
  });

  test('is sorted by day, time and id, and the copies in stances agree with the evidence', () => {
    const { evidence, stances } = record;
    const key = (columns: { day: Int32Array; time: Int32Array; id: string[] }, i: number): string =>
      `${String((columns.day[i] ?? 0) + 10_000_000).padStart(9, '0')} ${(columns.time[i] ?? 0) + 2_000_000} ${columns.id[i] ?? ''}`;
    for (const columns of [evidence, stances]) {
      const keys = Array.from({ length: columns.n }, (_, i) => key(columns, i));
      expect(keys).toEqual([...keys].sort());
    }
    for (let i = 0; i < stances.n; i++) {
      const from = stances.evidence[i] ?? 0;
      expect([stances.day[i], stances.first[i], stances.last[i]]).toEqual([
        evidence.day[from],
        evidence.first[from],
        evidence.last[from],
      ]);
      expect(listOf(evidence.stances, from)).toContain(i);
    }
  });

  test('keeps each cell: text columns lead back to the rows they came from', () => {
    const { evidence, tables } = record;
    for (let i = 0; i < evidence.n; i++) {
      const table = evidence.kind[i] === 1 ? tables.events : tables.statements;
      const cells = table?.rows[evidence.row[i] ?? -1] ?? [];
      expect(cells[0]).toBe(evidence.id[i]);
      const topics = (cells[table?.columns.indexOf('topics') ?? -1] ?? '').split(';').filter(Boolean);
      expect([...listOf(evidence.topics, i)].map((topic) => record.topics[topic])).toEqual(topics);
      const sources = (cells[table?.columns.indexOf('sources') ?? -1] ?? '').split(';').filter(Boolean);
      expect([...listOf(evidence.sources, i)].map((source) => record.sources[source]?.id)).toEqual(sources);
    }
  });

  test('survives the structured clone by which the worker hands it over', () => {
    expect(structuredClone(record)).toEqual(record);
  });

  test('is described by its package: title as in the catalogue, a first view within its span, bounds from south to north', () => {
    const { meta } = record;
    expect(meta.title).toBe(DATASETS.find((one) => one.name === name)?.title);
    // A record may leave its first view to the page.
    for (const view of [meta.view, meta.next?.view ?? meta.view].filter((view) => view !== '')) {
      const state = new URLSearchParams(view);
      const [from, at, to] = ['from', 'at', 'to'].map((field) => dayOf(state.get(field) ?? '')) as [number, number, number];
      expect(from).toBeLessThan(at);
      expect(at).toBeLessThanOrEqual(to);
      expect(at).toBeLessThanOrEqual(record.span![1] + 31);
      for (const id of state.get('pair')?.split('~') ?? []) expect(record.actorIndex.has(id), id).toBe(true);
    }
    if (meta.bounds !== null) expect(meta.bounds[0][0]).toBeLessThan(meta.bounds[1][0]);
  });
});

describe('ties', () => {
  test('hold from the first day of their start up to but not including the first day of their end', () => {
    const tie = shipped('great-powers').ties.find(({ id }) => id === 'austria-hungary-germany-friendship-1872');
    expect(tie).toMatchObject({ from: dayOf('1872-01-01'), until: dayOf('1918-01-01'), sign: 1 });
  });

  test('without dates hold always, without a sign take no side', () => {
    const { ties } = readRecord(dataset({ 'ties.csv': { ',1,Treaty,1992-06-23': ',,Treaty,' } }), 'small');
    expect(ties[0]).toMatchObject({ from: FIRST_DAY, until: LAST_DAY, sign: 0, start: null, end: null });
  });
});

describe('a faulty row', () => {
  test('stays out of the columns and in the table', () => {
    const record = readRecord(dataset({ 'stances.csv': { ',-2,': ',-3,' } }), 'small');
    expect(record.stances.id).toEqual(['words--belarus--poland']);
    expect(record.tables.stances?.rows).toHaveLength(2);
    expect(record.evidence.n).toBe(2);
  });

  test('takes with it what cannot be told without it, and nothing else', () => {
    const record = readRecord(dataset({ 'statements.csv': { '2025-11-05': 'yesterday' } }), 'small');
    expect(record.evidence.id).toEqual(['2025-09-closure']);
    expect(record.stances.id).toEqual(['closure--poland--belarus']);
    expect(record.coders).toEqual([]);
    expect(record.assessments).toEqual([]);
    expect(record.claims[0]?.evidence).toEqual([record.evidenceIndex.get('2025-09-closure')]);
  });

  test('that dangles where it need not point loses that reference alone', () => {
    const record = readRecord(
      dataset({
        'statements.csv': { 'agency-1;agency-2': 'agency-1;agency-9', 'minsk,': 'atlantis,' },
        'actors.csv': { 'person,belarus,': 'person,nobody,' },
      }),
      'small',
    );
    expect(record.evidence.n).toBe(2);
    const statement = record.evidenceIndex.get('2025-11-words') ?? -1;
    expect(record.evidence.place[statement]).toBe(-1);
    expect(lists(record.evidence.sources, 2)[statement]).toEqual([0]);
    expect(record.actors[2]).toMatchObject({ id: 'minister', speaksFor: -1 });
  });

  test('of an actor with an impossible position is kept without one', () => {
    const { actors } = readRecord(dataset({ 'actors.csv': { 'POL,52.23': 'POL,152.23' } }), 'small');
    expect(actors.map(({ id }) => id)).toEqual(['poland', 'belarus', 'minister']);
    expect([actors[0]?.lat, actors[0]?.lon]).toEqual([Number.NaN, Number.NaN]);
  });

  test('with an address that is no web address keeps its source and loses the link', () => {
    const { sources } = readRecord(dataset({ 'sources.csv': { 'https://example.org/1': 'javascript:alert(1)' } }), 'small');
    expect(sources[0]).toMatchObject({ id: 'agency-1', url: '' });
  });

  test('who speaks in a circle leaves no circle to follow', () => {
    const { actors } = readRecord(
      dataset({ 'actors.csv': { 'BLR,53.90,27.57,Republic': 'BLR,53.90,27.57,Republic', 'state,,BLR': 'state,minister,BLR' } }),
      'small',
    );
    for (const start of actors.keys()) {
      let at = start;
      for (let steps = 0; at >= 0; steps++) {
        expect(steps).toBeLessThanOrEqual(actors.length);
        at = actors[at]?.speaksFor ?? -1;
      }
    }
  });
});

describe('datasets that are not like ours', () => {
  test('actors and ties alone are a record', () => {
    const files = new Map([
      ['actors.csv', 'id,name,kind\na,A,state\nb,B,state\n'],
      ['ties.csv', 'id,kind,members,sign,title,start,end\nt,friendship,a;b,1,Friends,1900,1910\n'],
    ]);
    const record = readRecord(files, 'mine');
    expect(record.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(record.ties).toHaveLength(1);
    expect(record.evidence.n).toBe(0);
    expect(record.span).toEqual([dayOf('1900-01-01'), dayOf('1910-01-01')]);
    expect(record.meta).toMatchObject({ name: 'mine', title: 'Mine', view: '', bounds: null, next: null });
  });

  test('columns may stand in any order, and cells may be wrapped in spaces', () => {
    const files = dataset();
    files.set('places.csv', 'lon,lat,kind,country,name,id\n 27.57 ,53.90,capital,BLR,Minsk, minsk \n');
    files.set('events.csv', (files.get('events.csv') ?? '').replace(',brest,', ',minsk,'));
    const record = readRecord(files, 'small');
    expect(record.places).toEqual([{ id: 'minsk', name: 'Minsk', country: 'BLR', kind: 'capital', lat: 53.9, lon: 27.57 }]);
    expect([...new Set(record.faults.map(({ rule }) => rule))]).toEqual(['space-around']);
  });

  test('the middle of a vague date decides where a row sorts', () => {
    const more =
      '2025-11-words,Minister speaks,2025-11~,minister,belarus,poland,,,,,,agency-1,low,\n2025-11-10,On the tenth,2025-11-10,';
    const record = readRecord(dataset({ 'statements.csv': { '2025-11-words,Minister speaks,2025-11-05,': more } }), 'small');
    expect(record.evidence.id).toEqual(['2025-09-closure', '2025-11-10', '2025-11-words']);
    expect(record.evidence.until[0]).toBe(dayOf('2025-09-25'));
  });

  test('an empty record spans nothing, neither all of time nor an invented day', () => {
    const record: StanceRecord = readRecord(new Map(), 'empty');
    expect(record.span).toBeNull();
    expect(record.actors).toEqual([]);
  });
});

describe('whatever the bytes', () => {
  const sound = [...dataset()];

  test('reading never throws, and every index that comes out points at something', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.uint8Array({ maxLength: 400 }),
      fc
        .array(fc.constantFrom('"', ',', ';', '\n', '\r', 'id', 'poland', '2025', '-3', 'é', '\u0000'), { maxLength: 80 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...TABLE_NAMES), noise, (table, content) => {
        const files = new Map<string, string | Uint8Array>(sound);
        files.set(`${table}.csv`, content);
        checkIndices(readRecord(files, 'small'));
      }),
      { numRuns: 150 },
    );
  });

  test('one byte changed anywhere in a table is survived', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sound), fc.nat(), fc.integer({ min: 0, max: 255 }), ([file, text], at, byte) => {
        const bytes = new TextEncoder().encode(text);
        bytes[at % bytes.length] = byte;
        checkIndices(readRecord(new Map<string, string | Uint8Array>(sound).set(file, bytes), 'small'));
      }),
      { numRuns: 300 },
    );
  });
});

function checkIndices(record: StanceRecord): void {
  const { evidence, stances, actors, sources, places } = record;
  const within = (values: Iterable<number>, n: number, least = 0): boolean =>
    [...values].every((value) => value >= least && value < n);
  expect(within(evidence.speaker, actors.length, -1)).toBe(true);
  expect(within(evidence.place, places.length, -1)).toBe(true);
  expect(within(evidence.sources.item, sources.length)).toBe(true);
  expect(within(evidence.actors.item, actors.length)).toBe(true);
  expect(within(evidence.stances.item, stances.n)).toBe(true);
  expect(within(stances.evidence, evidence.n)).toBe(true);
  expect(within([...stances.holder, ...stances.target], actors.length)).toBe(true);
  expect(within(stances.score, 3, -2)).toBe(true);
  expect(record.ties.every(({ members }) => members.length > 1 && within(members, actors.length))).toBe(true);
  expect(
    within(
      record.assessments.map((one) => one.evidence),
      evidence.n,
    ),
  ).toBe(true);
  expect(
    within(
      record.assessments.map((one) => one.hypothesis),
      record.hypotheses.length,
    ),
  ).toBe(true);
  expect(
    within(
      record.claims.map((one) => one.source),
      sources.length,
    ),
  ).toBe(true);
}

describe('columns that a table may lack', () => {
  test('are read where they are there', () => {
    const record = readRecord(secondEdition(), 'small');
    expect(record.sides).toEqual([
      { id: 'polish', ...SIDES.polish },
      { id: 'belarusian-state', ...SIDES['belarusian-state'] },
    ]);
    expect(record.sources.map(({ country, side, owner }) => [country, side, owner])).toEqual([
      ['POL', 'polish', 'private'],
      ['BLR', 'belarusian-state', 'state'],
    ]);
    expect(record.occasions).toEqual(['border-2025']);
    expect([...record.stances.occasion]).toEqual([0, 0]);
    const words = openEvidence(record, record.evidenceIndex.get('2025-11-words') ?? -1);
    expect(words.original).toEqual({ text: 'Некалькі слоў.', language: 'be', origin: 'own' });
    expect(openEvidence(record, record.evidenceIndex.get('2025-09-closure') ?? -1).original).toBeNull();
  });

  test('are empty where they are not, and a table without them is written as it was read', () => {
    const files = dataset();
    const record = readRecord(files, 'small');
    expect(record.sides).toEqual([]);
    expect(record.occasions).toEqual([]);
    expect([...record.stances.occasion]).toEqual([-1, -1]);
    expect(record.sources[0]).toMatchObject({ country: '', side: '', owner: '' });
    for (const table of Object.values(record.tables)) expect(writeTable(table)).toBe(files.get(`${table.name}.csv`));
  });

  test('any subset of them, in a table written and read again, changes no byte and no other cell', () => {
    const optional = (['sources', 'statements', 'stances'] as const).flatMap((table) =>
      columnsOf(table)
        .filter((column) => !plainColumnsOf(table).includes(column))
        .map((column) => ({ table, column })),
    );
    const full = readRecord(secondEdition(), 'small');
    fc.assert(
      fc.property(fc.subarray(optional), (dropped) => {
        const files = new Map<string, string>();
        for (const table of Object.values(full.tables)) {
          const kept = table.columns.map((column) => !dropped.some((one) => one.table === table.name && one.column === column));
          const cut = (cells: readonly string[]) => cells.filter((_, i) => kept[i]);
          files.set(`${table.name}.csv`, writeTable({ ...table, columns: cut(table.columns), rows: table.rows.map(cut) }));
        }
        const record = readRecord(files, 'small');
        expect(record.faults.filter(({ rule }) => !['half-an-original', 'undeclared-side'].includes(rule))).toEqual([]);
        for (const table of Object.values(record.tables)) expect(writeTable(table)).toBe(files.get(`${table.name}.csv`));
        expect(record.evidence).toEqual(full.evidence);
        expect({ ...record.stances, occasion: null }).toEqual({ ...full.stances, occasion: null });
      }),
    );
  });
});
