import type { Account } from './account';
import { foreignDate, isDay, timeOf } from './foreignDate';
import { plainText } from './markup';
import { hostOf, type RecordMaker } from './recordMaker';
import { Cells, columnKey, numberIn, type Sheet } from './sheet';

/**
 * timemap (Forensic Architecture, Bellingcat): events of the program's own JSON, of the public download, and of the sheet behind it.
 * Months come before days there.
 */

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function eventsOf(value: unknown): Json[] {
  const list = isObject(value) ? value.events : value;
  return items(list).filter(isObject);
}

/** Whether a JSON value is a list of timemap's events. */
export function isTimemap(value: unknown): boolean {
  const events = eventsOf(value);
  return (
    events.length > 0 &&
    events.slice(0, 20).every((event) => 'description' in event && ('latitude' in event || 'date' in event) && ('sources' in event || 'associations' in event || 'filters' in event)) // prettier-ignore
  );
}

/** Whether a sheet is timemap's, as it is downloaded or exported. */
export function isTimemapSheet(sheet: Sheet): boolean {
  const names = new Set(sheet.columns.map(columnKey));
  const linked = ['sources', 'associations', 'source1', 'association1'].some((name) => names.has(name));
  return ['description', 'date', 'latitude', 'longitude', 'location'].every((name) => names.has(name)) && linked;
}

interface Given {
  row: number;
  id: string;
  date: string;
  time: string;
  precision: string;
  lat: string;
  lon: string;
  location: string;
  description: string;
  comments: string;
  topics: string[];
  sources: { id: string; url: string; title: string }[];
  hidden: number;
}

const pair = (value: unknown): string => {
  if (!isObject(value)) return text(value);
  return text(value.value) || text(value.title) || text(value.id);
};

/** Reads timemap's JSON into the record. */
export function bringTimemap(value: unknown, maker: RecordMaker, account: Account): void {
  const events = eventsOf(value);
  const pages = new Map<string, Json>();
  const titles = new Map<string, string>();
  if (isObject(value)) {
    const listed = isObject(value.sources) ? Object.values(value.sources) : items(value.sources);
    for (const page of listed) if (isObject(page)) pages.set(text(page.id), page);
    for (const one of items(value.associations)) if (isObject(one)) titles.set(text(one.id), text(one.title) || text(one.id));
    const sites = items(value.sites).length + items(value.shapes).length + items(value.regions).length;
    account.lose('sites, shapes and regions of the map', sites);
  }
  account.rowsIn += events.length;
  events.forEach((event, i) => {
    const sources: Given['sources'] = [];
    let hidden = 0;
    for (const entry of items(event.sources)) {
      const page = isObject(entry) ? entry : (pages.get(text(entry)) ?? { id: entry });
      const url = text(page.path) || text(page.url) || text(items(page.paths)[0]);
      if (/hidden/i.test(url) || /hidden/i.test(text(page.id))) hidden++;
      else sources.push({ id: text(page.id), url, title: text(page.title) || text(page.description) });
    }
    const associations = items(event.associations).map((one) => titles.get(text(one)) ?? pair(one));
    add(
      {
        row: i + 1,
        id: text(event.id) || text(event.civId),
        date: text(event.date),
        time: text(event.time),
        precision: text(event.time_precision),
        lat: text(event.latitude),
        lon: text(event.longitude),
        location: text(event.location),
        description: text(event.description),
        comments: text(event.comments),
        topics: [text(event.category), text(event.type), ...associations, ...items(event.filters).map(pair)],
        sources,
        hidden,
      },
      maker,
      account,
    );
  });
  finish(account);
}

/** Reads timemap's sheet into the record. */
export function bringTimemapSheet(sheet: Sheet, maker: RecordMaker, account: Account): void {
  const cells = new Cells(sheet);
  account.rowsIn += sheet.rows.length;
  const several = (row: readonly string[], name: string): string[] =>
    [cells.get(row, `${name}s`), ...[1, 2, 3, 4, 5].map((n) => cells.get(row, `${name}${n}`))]
      .flatMap((cell) => cell.split(/[,;]\s*/))
      .map((item) => item.trim())
      .filter(Boolean);
  sheet.rows.forEach((row, i) => {
    const pages = several(row, 'source');
    add(
      {
        row: i + 1,
        id: cells.get(row, 'id'),
        date: cells.get(row, 'date'),
        time: cells.get(row, 'time'),
        precision: '',
        lat: cells.get(row, 'latitude'),
        lon: cells.get(row, 'longitude'),
        location: cells.get(row, 'location'),
        description: cells.get(row, 'description'),
        comments: cells.get(row, 'comments'),
        topics: several(row, 'association').map((item) => item.replace(/^[^=]*=/, '')),
        sources: pages.filter((page) => !/hidden/i.test(page)).map((page) => ({ id: page, url: page, title: '' })),
        hidden: pages.filter((page) => /hidden/i.test(page)).length,
      },
      maker,
      account,
    );
  });
  finish(account);
}

/** A heading of the first words of a text. */
export function headOf(words: string, most = 90): string {
  const first = /^[\s\S]*?[.!?](?=\s|$)/.exec(words)?.[0] ?? words;
  const line = first.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line.replace(/\.$/, '');
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trim()} …`;
}

function add(given: Given, maker: RecordMaker, account: Account): void {
  const words = plainText(given.description);
  const day = foreignDate(given.date, 'month-first');
  if (given.date !== '' && day === '')
    account.note(given.row, 'date', given.date, 'It is no date that is understood (month/day/year); the row stands without one.');
  const clock = given.time === '' || !isDay(day) ? '' : timeOf(given.time);
  if (day === '' && words.text === '' && given.location === '') {
    account.note(given.row, '', '', 'The row has no date, no words and no place; it is left out.');
    return;
  }
  const spot = maker.place(given.location, numberIn(given.lat), numberIn(given.lon), { kind: 'city' });
  if (spot === '' && given.location !== '')
    account.note(given.row, 'latitude', `${given.lat} ${given.lon}`, 'The place has no position; it stands in the notes.');
  maker.event({
    id: given.id,
    title: headOf(words.text) || given.location || given.id,
    date: day + clock,
    places: [spot],
    topics: given.topics,
    summary: words.text,
    sources: given.sources.map(({ id, url, title }) => maker.source({ url, title: title || (url === '' ? id : ''), outlet: hostOf(url) || 'timemap' })), // prettier-ignore
    notes: [
      given.comments,
      given.id === '' ? '' : `Its id in the file: ${given.id}.`,
      given.precision === '' ? '' : `Precision of the time: ${given.precision}.`,
      spot === '' && given.location !== '' ? `Place: ${given.location}.` : '',
      given.hidden > 0 ? `${given.hidden} of its sources are hidden in the file.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  });
  account.rowsShown++;
}

function finish(account: Account): void {
  account.say('A row became an event; its categories and associations became topics. The format names no actors and no stance, so there are none.'); // prettier-ignore
}
