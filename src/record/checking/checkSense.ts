import { mediaFaults } from '../media';
import { isDate, parseDate } from '../reading/dates';
import type { Findings } from './findings';
import type { TableName, TextTable } from '../record';
import { cellOf, isWhole, type Tables } from '../tables';
import { itemsOf, numberOf } from '../values';
import type { DateSpan } from '../../words/dates';

/** Short quotation is what copyright law allows without asking; 50 words is the house's measure of short. */
export const QUOTE_WORDS = 50;
/** No quotation of somebody's words needs more than this; beyond it a row copies its source. */
export const MOST_QUOTE_WORDS = 80;

/** Number of words in a text: runs of characters between spaces. */
export function wordCount(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
}

type Cells = (column: string) => string;
type Check = (cells: Cells, row: number, table: TextTable, findings: Findings) => void;

function spanOf(text: string): DateSpan | null {
  if (text === '') return null;
  const result = parseDate(text);
  return isDate(result) && result.precision !== 'unknown' ? result : null;
}

/** A vague end may still lie after a vague start; only what is impossible under every reading is a fault. */
const checkOrder: Check = (cells, row, table, findings) => {
  const start = spanOf(cells('start'));
  const end = spanOf(cells('end'));
  if (!start || !end || end.last >= start.first) return;
  const message = `It ends (${end.text}) before it starts (${start.text}).`;
  findings.add(table, { row, column: 'end' }, 'end-before-start', message, 'Swap the two, or correct one.');
};

const checkSources: Check = (cells, row, table, findings) => {
  // A column that is not there is one fault of the header.
  if (!table.columns.includes('sources') || itemsOf(cells('sources')).length > 0) return;
  findings.add(
    table,
    { row, column: 'sources' },
    'no-source',
    'The row names no page that was read.',
    'Add the id of a row of sources.csv.',
  );
};

const checkQuote: Check = (cells, row, table, findings) => {
  for (const column of ['quote', 'quote_original']) {
    const words = wordCount(cells(column));
    if (words <= QUOTE_WORDS) continue;
    const rule = words > MOST_QUOTE_WORDS ? 'too-long-quote' : 'long-quote';
    const what = column === 'quote' ? 'quote' : 'original quote';
    const message = `The ${what} has ${words} words; ${QUOTE_WORDS} are enough, and more than ${MOST_QUOTE_WORDS} copy the source.`;
    findings.add(table, { row, column }, rule, message, 'Keep the words that carry the stance.');
  }
};

const checkOriginal: Check = (cells, row, table, findings) => {
  const original = cells('quote_original');
  if (original === '') {
    const column = ['quote_language', 'quote_origin'].find((name) => cells(name) !== '');
    if (column === undefined) return;
    const message = `\`${column}\` speaks of an original quote, and \`quote_original\` is empty.`;
    findings.add(table, { row, column }, 'half-an-original', message, 'Add the words, or empty the cell.');
    return;
  }
  const bare = cells('quote') === '' ? 'quote' : ['quote_language', 'quote_origin'].find((name) => cells(name) === '');
  if (bare !== undefined) {
    const message = `There is an original quote, and \`${bare}\` is empty.`;
    const advice = {
      quote: 'Add its translation to `quote`, or move the words there.',
      quote_language: 'Add the code of its language, e.g. `pl`.',
      quote_origin: 'Write `own` (as spoken or written) or `reported` (as another language reports it).',
    }[bare];
    findings.add(table, { row, column: bare }, 'half-an-original', message, advice);
  }
  // An outlet's own English beside the original is said by an explicit `false`.
  if (cells('quote') !== '' && cells('quote_translated') === '') {
    const message = 'There is an original quote, and `quote_translated` does not say whose translation `quote` is.';
    const advice = 'Write `true`, or `false` where the page gave the translation itself.';
    findings.add(table, { row, column: 'quote_translated' }, 'half-an-original', message, advice);
  }
};

const checkPosition: Check = (cells, row, table, findings) => {
  const given = [cells('lat'), cells('lon')].filter(Boolean).length;
  if (given !== 1) return;
  const column = cells('lat') === '' ? 'lat' : 'lon';
  findings.add(
    table,
    { row, column },
    'half-a-position',
    `\`${column}\` is empty while the other is given.`,
    'Give both or neither.',
  );
};

const checkUnfindable: Check = (cells, row, table, findings) => {
  if (cells('url') !== '' || cells('title') !== '') return;
  findings.add(
    table,
    { row, column: 'url' },
    'unfindable-source',
    'The source has neither an address nor a title.',
    'Add one of them.',
  );
};

const checkStance: Check = (cells, row, table, findings) => {
  const by = cells('attributed_by');
  if (cells('basis') === 'attribution') {
    if (by !== '') return;
    const message = 'The basis is attribution, and nobody is named who says so.';
    findings.add(
      table,
      { row, column: 'attributed_by' },
      'missing-attribution',
      message,
      'Name the actor in `attributed_by`, or change the basis.',
    );
  } else if (by !== '') {
    const message = `\`${by}\` attributes it, but the basis is \`${cells('basis')}\`.`;
    findings.add(
      table,
      { row, column: 'attributed_by' },
      'stray-attribution',
      message,
      'Empty the cell, or set the basis to `attribution`.',
    );
  }
};

const checkMembers: Check = (cells, row, table, findings) => {
  const members = new Set(itemsOf(cells('members')));
  // An empty cell is already reported as required, one under a wrong separator as such.
  if (members.size !== 1 || /[,|]/.test(cells('members'))) return;
  findings.add(
    table,
    { row, column: 'members' },
    'too-few-members',
    'A tie of one member ties nobody.',
    'Add the others, separated by semicolons.',
  );
};

const checkSides: Check = (cells, row, table, findings) => {
  const against = new Set(itemsOf(cells('evidence_against')));
  for (const id of itemsOf(cells('evidence_for'))) {
    if (!against.has(id)) continue;
    const message = `\`${id}\` stands both for and against the claim; it is sorted to neither.`;
    findings.add(
      table,
      { row, column: 'evidence_for' },
      'both-sides',
      message,
      'Leave it in one column, or in `evidence` alone.',
    );
  }
};

/** A scene that asks: a question, and if it is not answered in words, choices or a pair whose line is drawn. */
const checkQuestion: Check = (cells, row, table, findings) => {
  const choices = itemsOf(cells('choices'));
  const predict = itemsOf(cells('predict'));
  const add = (column: string, message: string, suggestion: string) =>
    findings.add(table, { row, column }, 'half-a-question', message, suggestion);
  if (cells('question') === '' && choices.length + predict.length > 0)
    add('question', 'The scene has answers and no question.', 'Write the question, or empty the answers.');
  if (choices.length === 1) add('choices', 'There is one choice.', 'Name two or more, separated by semicolons.');
  if (predict.length > 0 && (predict.length !== 2 || predict[0] === predict[1]))
    add('predict', 'A line to draw is that of two actors.', 'Name the holder and the target, as `belarus;poland`.');
};

/** A picture, sound or film of a scene is a file of the record, told in words and with its licence. */
const checkMedia: Check = (cells, row, table, findings) => {
  for (const { column, message, suggestion } of mediaFaults(cells))
    findings.add(table, { row, column }, 'bad-media', message, suggestion);
};

const CHECKS: Partial<Record<TableName, Check[]>> = {
  actors: [checkPosition],
  sources: [checkUnfindable],
  events: [checkOrder, checkSources],
  statements: [checkSources, checkQuote, checkOriginal],
  stances: [checkStance],
  ties: [checkOrder, checkSources, checkMembers],
  claims: [checkQuote, checkSides],
  scenes: [checkQuestion, checkMedia],
};

/** Nobody may speak for himself, also not by way of others: the stances of such a row would have no holder. */
function checkSpeakers(actors: TextTable, findings: Findings): void {
  const speaksFor = new Map<string, string>();
  for (let row = 0; row < actors.rows.length; row++) {
    const id = cellOf(actors, row, 'id');
    if (!speaksFor.has(id)) speaksFor.set(id, cellOf(actors, row, 'speaks_for'));
  }
  for (let row = 0; row < actors.rows.length; row++) {
    const id = cellOf(actors, row, 'id');
    const passed = new Set<string>();
    let at = speaksFor.get(id) ?? '';
    while (at !== '' && at !== id && !passed.has(at)) {
      passed.add(at);
      at = speaksFor.get(at) ?? '';
    }
    if (at === '' || at !== id) continue;
    const way = passed.size > 0 ? ` by way of ${[...passed].map((step) => `\`${step}\``).join(', ')}` : '';
    const message = `\`${id}\` speaks for itself${way}.`;
    findings.add(actors, { row, column: 'speaks_for', keepRow: true }, 'speaks-in-circles', message, 'Empty one of the cells.');
  }
}

interface Spot {
  table: TextTable;
  row: number;
  country: string;
  lat: number;
  lon: number;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Farther than this (in degrees) from the rest of its country is suspicious, if swapping brings it near. */
const FAR = 10;

/** A position far from the other rows of its country, but near them once latitude and longitude are swapped. */
function checkSwapped(tables: Tables, findings: Findings): void {
  const spots: Spot[] = [];
  for (const table of [tables.actors, tables.places]) {
    for (let row = 0; table && row < table.rows.length; row++) {
      if (!isWhole(table, row)) continue;
      const spot = {
        table,
        row,
        country: cellOf(table, row, 'country'),
        lat: numberOf(cellOf(table, row, 'lat')),
        lon: numberOf(cellOf(table, row, 'lon')),
      };
      if (spot.country !== '' && !Number.isNaN(spot.lat + spot.lon)) spots.push(spot);
    }
  }
  const byCountry = new Map<string, Spot[]>();
  for (const spot of spots) {
    const group = byCountry.get(spot.country);
    if (group) group.push(spot);
    else byCountry.set(spot.country, [spot]);
  }
  for (const group of byCountry.values()) {
    if (group.length < 2) continue;
    for (const spot of group) {
      const others = group.filter((other) => other !== spot);
      const lat = median(others.map((other) => other.lat));
      const lon = median(others.map((other) => other.lon));
      const asIs = Math.hypot(spot.lat - lat, spot.lon - lon);
      const swapped = Math.hypot(spot.lon - lat, spot.lat - lon);
      if (asIs < FAR || swapped > asIs / 4) continue;
      const message = `${spot.lat}, ${spot.lon} is far from the other rows of ${spot.country}.`;
      const suggestion = `Did you mean lat \`${spot.lon}\`, lon \`${spot.lat}\`?`;
      findings.add(spot.table, { row: spot.row, column: 'lat' }, 'swapped-coordinates', message, suggestion);
    }
  }
}

/** Rules on what a row says as a whole, and on rows beside each other. */
export function checkSense(tables: Tables, findings: Findings): void {
  for (const table of Object.values(tables)) {
    const checks = CHECKS[table.name] ?? [];
    if (checks.length === 0) continue;
    for (let row = 0; row < table.rows.length; row++) {
      if (!isWhole(table, row)) continue;
      const cells: Cells = (column) => cellOf(table, row, column);
      for (const check of checks) check(cells, row, table, findings);
    }
  }
  if (tables.actors) checkSpeakers(tables.actors, findings);
  checkSwapped(tables, findings);
}
