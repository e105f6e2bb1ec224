import Papa from 'papaparse';
import { below, seeded } from '../analysis/random';
import type { TableName } from '../record/record';
import { columnsOf } from '../record/schema';
import { dayOf, isoOf } from '../words/calendar';

type Row = Readonly<Record<string, string>>;

/** How much is added. */
const STATEMENTS = 24;
const EVENTS = 4;
/** Stances that were there and that the person codes as well. */
const RECODED = 40;

/**
 * A record's tables with rows that a stranger might add to it tomorrow, of every table: an actor and whoever speaks for it, a place, outlets,
 * statements on pairs that there are and on new ones, in the record's days and after them, events, a person who codes, a rater, a tie, a
 * claim, a hypothesis, a tour. Valid by every rule, and invented: for finding out which tests stand on the rows that happen to be shipped.
 *
 * @param files texts of the tables by name (`actors.csv`); only appended to
 * @param seed the same rows for the same seed
 */
export function withForeignRows(files: ReadonlyMap<string, string>, seed: number): Map<string, string> {
  const random = seeded(seed);
  // Names that a record with other foreign rows in it has not.
  const own = (name: string) => `${name}-${seed}`;
  const [nation, minister, port] = [own('highmark'), own('highmark-minister'), own('highmark-port')];
  const [person, rater] = [own('foreign-coder'), own('foreign-rater')];
  const tables = new Map<TableName, { columns: string[]; rows: Row[]; added: Row[] }>();
  const table = (name: TableName) => {
    const known = tables.get(name);
    if (known !== undefined) return known;
    const text = files.get(`${name}.csv`);
    const read = Papa.parse<Record<string, string>>(text ?? '', { header: true, skipEmptyLines: true });
    const fresh = { columns: read.meta.fields?.length ? read.meta.fields : columnsOf(name), rows: read.data, added: [] };
    tables.set(name, fresh);
    return fresh;
  };
  const add = (name: TableName, row: Row) => table(name).added.push(row);
  const one = <T>(list: readonly T[], otherwise: T): T => list[below(random, list.length)] ?? otherwise;

  const days = table('statements')
    .rows.map((row) => row['date'] ?? '')
    .filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))
    .map(dayOf)
    .sort((a, b) => a - b);
  const first = days[0] ?? dayOf('2025-01-01');
  const last = days.at(-1) ?? first;
  // The last of them are after everything that there was.
  const dayAt = (i: number, of: number) => isoOf(i === of - 1 ? last + 9 : first + below(random, last - first + 1));
  const scored = table('stances').rows.map((row) => [row['holder'] ?? '', row['target'] ?? ''] as const);
  const actors = table('actors').rows.map((row) => row['id'] ?? '');
  // A record of ties alone has no pair yet.
  const pairs = scored.length > 0 ? scored : actors.map((actor) => [actor, nation] as const);
  const sides = table('sources').rows.map((row) => row['side'] ?? '');
  const topics = table('statements').rows.flatMap((row) => (row['topics'] ?? '').split(';'));
  const speakers = new Map(table('actors').rows.map((row) => [row['speaks_for'] ?? '', row['id'] ?? '']));
  const coder = table('codings').rows[0]?.['coder'] ?? 'first-coder';

  add('actors', { id: nation, name: 'Highmark', kind: 'state', lat: '62.5', lon: '17.25', description: 'Invented.' });
  add('actors', { id: minister, name: 'Oda Norén', kind: 'person', speaks_for: nation, aliases: 'O. Noren;Ода Норен' });
  add('places', { id: port, name: 'Highport', kind: 'city', lat: '62.39', lon: '17.31' });
  if (!files.has('coders.csv'))
    for (const id of new Set([
      coder,
      ...table('codings').rows.map((row) => row['coder'] ?? ''),
      ...table('assessments').rows.map((row) => row['rater'] ?? ''),
    ]))
      add('coders', { id, kind: 'model' });
  add('coders', { id: person, name: 'Ines Fremd', kind: 'person', instructions: 'the codebook' });
  add('coders', { id: rater, kind: 'person' });

  for (let i = 0; i < STATEMENTS; i++) {
    const date = dayAt(i, STATEMENTS);
    const source = own(`north-courier-${date}-${i}`);
    add('sources', {
      id: source,
      url: `https://courier.example/${seed}/${i}`,
      title: 'Notes of the day',
      outlet: 'North Courier',
      published: date,
      language: 'en',
      kind: 'independent-media',
      side: one(sides, ''),
      owner: '',
      mirror: 'false',
    });
    const [known, towards] = one(pairs, [nation, nation] as const);
    const strange = i % 4 === 0;
    const holder = strange ? nation : known;
    const target = strange ? known : i % 4 === 2 ? nation : towards;
    const speaker = strange ? minister : (speakers.get(holder) ?? holder);
    const id = own(`${date}-foreign-remark-${i}`);
    add('statements', {
      id,
      title: `A remark of that day, number ${i + 1}`,
      date,
      speaker,
      on_behalf_of: speaker === holder ? '' : holder,
      targets: target,
      quote: `We have said what we had to say, for the ${i + 1}th time.`,
      quote_translated: 'false',
      summary: 'A remark that nobody made.',
      place: i % 3 === 0 ? port : '',
      topics: one(topics, ''),
      sources: source,
      confidence: i % 5 === 0 ? 'low' : 'high',
    });
    const score = below(random, 5) - 2;
    const stance = `${id}--${holder}--${target}`;
    add('stances', { id: stance, evidence: id, holder, target, score: `${score}`, basis: 'statement', rationale: 'Invented.' });
    add('codings', { stance, coder, score: `${score}`, reason: 'invented' });
    add('codings', { stance, coder: person, score: `${score}`, reason: 'invented' });
  }
  for (let i = 0; i < EVENTS; i++) {
    const start = dayAt(i, EVENTS);
    add('events', {
      id: own(`${start}-foreign-meeting-${i}`),
      title: `A meeting in Highport, number ${i + 1}`,
      start,
      place: port,
      participants: `${nation};${one(pairs, [nation, nation] as const)[0]}`,
      topics: one(topics, ''),
      summary: 'A meeting that nobody held.',
      sources: table('sources').added[0]?.['id'] ?? '',
      confidence: 'medium',
    });
  }
  const recoded = table('stances')
    .rows.filter((row) => row['score'] !== '')
    .slice(0, RECODED);
  for (const row of recoded) {
    const score = Math.max(-2, Math.min(2, Number(row['score']) + below(random, 3) - 1));
    add('codings', { stance: row['id'] ?? '', coder: person, score: `${score}`, reason: 'invented' });
  }
  const [remark] = table('statements').added;
  const evidence = remark?.['id'] ?? '';
  const other = pairs[0]?.[0] ?? nation;
  add('ties', {
    id: own('highmark-treaty'),
    kind: 'treaty',
    members: `${nation};${other}`,
    sign: '1',
    title: 'Treaty of Highport',
  });
  add('hypotheses', {
    id: own('foreign-account'),
    title: 'It was the weather',
    description: 'Invented.',
    source: remark?.['sources'] ?? '',
  });
  add('assessments', { hypothesis: own('foreign-account'), evidence, rater, consistency: 'C', rationale: 'Invented.' });
  add('claims', {
    id: own('foreign-claim'),
    source: remark?.['sources'] ?? '',
    order: '1',
    claim: 'Highmark had said all of it before.',
    quote: 'We have said what we had to say',
    actors: nation,
    verdict: 'unverified',
    evidence,
    evidence_for: evidence,
  });
  add('stories', { id: own('foreign-tour'), title: 'A tour of Highmark', subtitle: 'Invented', author: 'Ines Fremd' });
  const view = `from=${isoOf(first)}&to=${isoOf(last)}&at=${isoOf(last)}&pair=${nation}~${other}`;
  for (const order of ['1', '2'])
    add('scenes', {
      story: own('foreign-tour'),
      order,
      title: `Scene ${order}`,
      text: 'Nothing happens.',
      view,
    });

  const out = new Map(files);
  for (const [name, { columns, added }] of tables) {
    if (added.length === 0) continue;
    const lines = Papa.unparse(
      added.map((row) => columns.map((column) => row[column] ?? '')),
      { newline: '\n' },
    );
    const before = files.get(`${name}.csv`);
    const head = before === undefined ? `${columns.join(',')}\n` : before;
    out.set(`${name}.csv`, `${head.endsWith('\n') ? head : `${head}\n`}${lines}\n`);
  }
  return out;
}
