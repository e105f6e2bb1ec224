import { isDate, parseDate } from '../record/reading/dates';
import { isCountry } from '../record/codes';
import { fold } from '../record/fold';
import { slugOf } from '../words/slug';
import { writePackage } from '../record/package';
import type { ActorKind, Basis, Confidence, PlaceKind, SourceKind, TableName, TextTable, TieKind } from '../record/record';
import { plainColumnsOf } from '../record/schema';
import { isWebAddress } from '../record/values';
import { writeTable } from '../record/write';
import { plainNumber } from '../words/numbers';
import type { Grade } from '../words/scores';

/** Makes the tables of a record from what another format says, row by row, with ids that are unique and references that hold. */

type Cells = Record<string, string>;

export interface ActorGiven {
  kind?: ActorKind;
  country?: string;
  aliases?: readonly string[];
  description?: string;
  lat?: number;
  lon?: number;
}

export interface SourceGiven {
  url?: string;
  title?: string;
  outlet?: string;
  author?: string;
  published?: string;
  language?: string;
  kind?: SourceKind;
}

export interface EvidenceGiven {
  /** Beginning of the id; the title where it is empty. */
  id?: string;
  title: string;
  /** EDTF; empty for a date that is not known. */
  date: string;
  places?: readonly string[];
  topics?: readonly string[];
  summary?: string;
  sources?: readonly string[];
  confidence?: Confidence;
  notes?: string;
}

const YEAR = /^-?\d{4}(-\d{2}(-\d{2})?)?/;

/** A cell without control characters that no spreadsheet and no page can show. */
export function cleanCell(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '')
      .trim()
  );
}

const oneLine = (text: string): string => cleanCell(text).replace(/\s+/g, ' ');
const listed = (items: readonly string[]): string => [...new Set(items.filter(Boolean))].join(';');
const degree = (value: number | undefined, limit: number): string =>
  value !== undefined && Number.isFinite(value) && Math.abs(value) <= limit ? String(Number(plainNumber(value, 6))) : '';

export class RecordMaker {
  readonly #rows = new Map<TableName, Cells[]>();
  readonly #ids = new Map<TableName, Set<string>>();
  /** By table and beginning of an id, the number with which the search for a free one goes on. */
  readonly #next = new Map<string, number>();
  readonly #actors = new Map<string, string>();
  readonly #actorRows = new Map<string, Cells>();
  readonly #places = new Map<string, string>();
  readonly #sources = new Map<string, string>();

  /** What the dataset says of itself, beside its tables. */
  title = '';
  description = '';
  licence = '';
  /** Last day on which the source of the ties could see them, ISO. */
  tiesUntil = '';
  howCoded = '';
  /** The day on which the files are read, ISO; empty where it does not matter. */
  today = '';
  /** The page that a row rests on where it names none: the file itself. */
  fallback: SourceGiven | null = null;

  count(table: TableName): number {
    return this.#rows.get(table)?.length ?? 0;
  }

  #add(table: TableName, row: Cells): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  /** A slug that no row of the table has yet. */
  #id(table: TableName, text: string, fallback: string): string {
    // Stances point at statements and events alike: the two share their ids.
    const space = table === 'events' ? 'statements' : table;
    let ids = this.#ids.get(space);
    if (!ids) this.#ids.set(space, (ids = new Set()));
    const base = slugOf(text, 60) || fallback;
    let id = base;
    // Where a hundred thousand rows have one title, each search goes on where the last one ended.
    const known = `${space} ${base}`;
    let n = this.#next.get(known) ?? 2;
    for (; ids.has(id); n++) id = `${base}-${n}`;
    this.#next.set(known, n);
    ids.add(id);
    return id;
  }

  /**
   * The id of an actor by name, made where it is not known yet; empty for a name without a letter. What is known of it later fills what
   * was empty.
   *
   * @param key what tells actors apart, where it is not the name (the id of a node)
   */
  actor(name: string, given: ActorGiven = {}, key = fold(oneLine(name))): string {
    const shown = oneLine(name);
    if (shown === '') return '';
    const country = given.country !== undefined && isCountry(given.country) ? given.country : '';
    const half = degree(given.lat, 90) === '' || degree(given.lon, 180) === '';
    const cells: Cells = {
      kind: given.kind ?? 'unspecified',
      country,
      lat: half ? '' : degree(given.lat, 90),
      lon: half ? '' : degree(given.lon, 180),
      aliases: listed((given.aliases ?? []).map((alias) => oneLine(alias).replaceAll(';', ','))),
      description: cleanCell(given.description ?? ''),
    };
    const known = this.#actors.get(key);
    if (known !== undefined) {
      const row = this.#actorRows.get(known);
      if (row) {
        for (const [column, cell] of Object.entries(cells)) if ((row[column] ?? '') === '') row[column] = cell;
        if (row.kind === 'unspecified') row.kind = cells.kind ?? 'unspecified';
      }
      return known;
    }
    const id = this.#id('actors', shown, `actor-${this.count('actors') + 1}`);
    const row = { id, name: shown, ...cells };
    this.#actors.set(key, id);
    this.#actorRows.set(id, row);
    this.#add('actors', row);
    return id;
  }

  /** The id of a spot; empty where it has no position: the table of places has none without. */
  place(name: string, lat: number, lon: number, given: { kind?: PlaceKind; country?: string } = {}): string {
    const [y, x] = [degree(lat, 90), degree(lon, 180)];
    if (y === '' || x === '') return '';
    const shown = oneLine(name) || `${y}, ${x}`;
    const key = `${fold(shown)} ${y} ${x}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const id = this.#id('places', shown, `place-${this.count('places') + 1}`);
    const country = given.country !== undefined && isCountry(given.country) ? given.country : '';
    this.#add('places', { id, name: shown, country, kind: given.kind ?? 'region', lat: y, lon: x });
    this.#places.set(key, id);
    return id;
  }

  /** The id of a page, one for each address (or title and outlet, where there is none); empty where nothing is given. */
  source(given: SourceGiven): string {
    const url = isWebAddress(given.url ?? '') ? (given.url ?? '') : '';
    const title = oneLine(given.title ?? '');
    const outlet = oneLine(given.outlet ?? '') || (url === '' ? '' : hostOf(url));
    if (url === '' && title === '' && outlet === '') return '';
    const key = url !== '' ? url : `${fold(outlet)} ${fold(title)} ${given.published ?? ''}`;
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const id = this.#id('sources', `${outlet} ${title}`, `source-${this.count('sources') + 1}`);
    this.#add('sources', {
      id,
      url,
      title: title || (url === '' ? outlet : ''),
      outlet: outlet || title,
      author: oneLine(given.author ?? ''),
      published: given.published ?? '',
      language: given.language ?? '',
      kind: given.kind ?? 'unspecified',
      mirror: 'false',
    });
    this.#sources.set(key, id);
    return id;
  }

  #evidence(table: 'events' | 'statements', given: EvidenceGiven): Cells {
    const title = oneLine(given.title) || 'Untitled';
    const date = given.date === '' ? 'XXXX' : given.date;
    const start = YEAR.exec(date)?.[0] ?? '';
    const id = this.#id(table, `${start} ${(given.id ?? '') || title}`, `${table.slice(0, -1)}-${this.count(table) + 1}`);
    return {
      id,
      title,
      topics: listed((given.topics ?? []).map((topic) => slugOf(topic))),
      summary: cleanCell(given.summary ?? ''),
      sources: listed(given.sources ?? []) || (this.fallback === null ? '' : this.source(this.fallback)),
      confidence: given.confidence ?? 'medium',
      notes: cleanCell(given.notes ?? ''),
    };
  }

  /** An event; `end` is EDTF, `..` where it still goes on, empty for one day. Returns its id. */
  event(given: EvidenceGiven & { end?: string; participants?: readonly string[] }): string {
    const row = this.#evidence('events', given);
    const impossible = endsEarly(given.date, given.end ?? '');
    this.#add('events', {
      ...row,
      ...(impossible
        ? { notes: [row.notes, `The file lets it end (${given.end}) before it starts.`].filter(Boolean).join(' ') }
        : {}),
      start: given.date === '' ? 'XXXX' : given.date,
      end: impossible ? '' : (given.end ?? ''),
      place: listed(given.places ?? []),
      participants: listed(given.participants ?? []),
    });
    return row.id ?? '';
  }

  /** A statement; a quote longer than the record allows is cut after `QUOTE` words and stands whole in the summary. Returns its id. */
  statement(given: EvidenceGiven & { speaker: string; behalf?: string; targets?: readonly string[]; quote?: string }): string {
    const quote = oneLine(given.quote ?? '');
    const words = quote.split(' ');
    const long = words.length > QUOTE;
    const summary = long ? [given.summary ?? '', quote].filter(Boolean).join('\n') : given.summary;
    const row = this.#evidence('statements', { ...given, ...(summary === undefined ? {} : { summary }) });
    this.#add('statements', {
      ...row,
      date: given.date === '' ? 'XXXX' : given.date,
      speaker: given.speaker,
      on_behalf_of: given.behalf ?? '',
      targets: listed(given.targets ?? []),
      quote: long ? `${words.slice(0, QUOTE).join(' ')} …` : quote,
      quote_translated: quote === '' ? '' : 'false',
      place: given.places?.[0] ?? '',
    });
    return row.id ?? '';
  }

  /** A stance, which may be on oneself; returns its id. */
  stance(given: { evidence: string; holder: string; target: string; score: Grade; basis: Basis; rationale?: string }): string {
    const id = this.#id('stances', `${given.evidence} ${given.holder} ${given.target}`, `stance-${this.count('stances') + 1}`);
    const { evidence, holder, target, score, basis } = given;
    this.#add('stances', {
      id,
      evidence,
      holder,
      target,
      score: String(score),
      basis,
      rationale: cleanCell(given.rationale ?? ''),
    });
    return id;
  }

  coding(stance: string, coder: string, score: Grade, reason = ''): void {
    if (stance === '') return;
    this.#add('codings', { stance, coder, score: String(score), reason });
  }

  tie(given: {
    id?: string;
    kind: TieKind;
    members: readonly string[];
    sign: -1 | 0 | 1;
    title: string;
    start?: string;
    end?: string;
    summary?: string;
    sources?: readonly string[];
  }): string {
    const id = this.#id('ties', given.id ?? given.title, `tie-${this.count('ties') + 1}`);
    this.#add('ties', {
      id,
      kind: given.kind,
      members: listed(given.members),
      sign: given.sign === 0 ? '' : String(given.sign),
      title: oneLine(given.title) || id,
      start: given.start ?? '',
      // An end before its start is a slip of the file: the tie is kept as one of which no end is known.
      end: endsEarly(given.start ?? '', given.end ?? '') ? '' : (given.end ?? ''),
      summary: cleanCell(given.summary ?? ''),
      sources: listed(given.sources ?? []),
    });
    return id;
  }

  /** A row as another format of this house kept it. */
  row(table: TableName, cells: Cells): void {
    this.#add(table, cells);
  }

  /** The files of a dataset, as the record's own reader takes them; a table without rows has its header alone. */
  files(name: string, own: Record<string, unknown> = {}): Map<string, string> {
    const stanceline: Record<string, unknown> = { ...own };
    if (this.tiesUntil !== '') stanceline.coverage = { ties: { until: this.tiesUntil } };
    if (this.howCoded !== '') stanceline.coding = this.howCoded;
    const about = {
      title: oneLine(this.title) || name,
      ...(this.description === '' ? {} : { description: cleanCell(this.description) }),
      ...(this.licence === '' ? {} : { licenses: [{ name: oneLine(this.licence) }] }),
      ...(Object.keys(stanceline).length === 0 ? {} : { stanceline }),
    };
    const files = new Map([['datapackage.json', writePackage(JSON.stringify(about), slugOf(name) || 'brought')]]);
    for (const table of TABLES) files.set(`${table}.csv`, writeTable(this.table(table)));
    return files;
  }

  table(name: TableName): TextTable {
    const rows = this.#rows.get(name) ?? [];
    const plain = plainColumnsOf(name);
    const more = new Set<string>();
    for (const row of rows) for (const column of Object.keys(row)) if (!plain.includes(column)) more.add(column);
    const columns = [...plain, ...more];
    return {
      name,
      columns,
      rows: rows.map((row) => columns.map((column) => row[column] ?? '')),
      lines: Uint32Array.from(rows, (_, i) => i + 2),
    };
  }
}

/** Words that a quote keeps before its “…”; the record takes up to 50 without a warning. */
const QUOTE = 49;

const TABLES = ['actors', 'places', 'sources', 'events', 'statements', 'stances', 'codings', 'ties'] as const;

/** `www.belta.by` of an address; empty where it has none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

/** Whether an end lies before its start under every reading of the two. */
function endsEarly(start: string, end: string): boolean {
  const [from, to] = [parseDate(start), parseDate(end)];
  return isDate(from) && isDate(to) && from.precision !== 'unknown' && to.precision !== 'unknown' && to.last < from.first;
}

/** What a file is called as a title: its name without folder and ending. */
export function titleOfFile(file: string): string {
  const name = file.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,8}$/i, '');
  const words = name.replace(/[_\s]+/g, ' ').trim();
  return words === '' ? 'Brought from elsewhere' : words.charAt(0).toUpperCase() + words.slice(1);
}
