import type { Grade } from '../words/scores';
import { foreignDate, orderIn, type NumberOrder } from './foreignDate';
import { gradeOfWord, gradeOnScale, starsIn, type Proposed } from './grades';
import { columnKey, numberIn, type Sheet } from './sheet';

/** What the columns of a sheet say: a profile of each, and a mapping of them to what a record holds, proposed by name and content. */

/** What a column may stand for. */
export const ROLES = [
  'holder',
  'target',
  'date',
  'end',
  'score',
  'title',
  'quote',
  'summary',
  'speaker',
  'url',
  'outlet',
  'author',
  'place',
  'lat',
  'lon',
  'topic',
  'coder',
  'confidence',
  'notes',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles as the page calls them. */
export const ROLE_WORDS: Record<Role, string> = {
  holder: 'Who takes the stance',
  target: 'On whom or what',
  date: 'When',
  end: 'Until when',
  score: 'How: a number or word',
  title: 'Title of the row',
  quote: 'Words, quoted',
  summary: 'Summary',
  speaker: 'Who says it, if another',
  url: 'Address of the page',
  outlet: 'Who published it',
  author: 'Author',
  place: 'Place',
  lat: 'Latitude',
  lon: 'Longitude',
  topic: 'Topics',
  coder: 'Who coded it',
  confidence: 'Confidence',
  notes: 'Notes',
};

/** Without these a row says nothing of anybody's stance. */
export const NEEDED = ['holder', 'target', 'date', 'score'] as const satisfies readonly Role[];

export interface Mapping {
  /** Column of each role, by its name; several for notes and topics. */
  columns: Partial<Record<Role, string[]>>;
  /** How `05/11/2025` is read; null where no date needs it. */
  order: NumberOrder | null;
  /** Targets are issues, on which sides are taken, and no actors. */
  issues: boolean;
  /** Grades of the values in the column of the score; null: no stance. A value that is not there has no grade. */
  grades: Record<string, Grade | null>;
  /** Ends of a scale of numbers of which there are too many to list; null where every value has its own grade. */
  scale: { least: number; most: number } | null;
}

export type ColumnType = 'empty' | 'whole numbers' | 'numbers' | 'dates' | 'addresses' | 'few words' | 'text';

/** What a column holds, in figures. */
export interface Profile {
  name: string;
  type: ColumnType;
  filled: number;
  missing: number;
  /** Number of different values. */
  different: number;
  /** Smallest and largest, as numbers or dates; empty for texts. */
  range: readonly [string, string] | null;
  examples: string[];
  /** Values that do not fit the type, with their 1-based rows. */
  odd: { row: number; value: string }[];
}

const MOST_ODD = 20;
/** Cells that mean that there is none. */
const NONE = /^(na|n\/a|null|none|nan|-|–|\?|unknown)$/i;

export function isMissing(cell: string): boolean {
  return cell.trim() === '' || NONE.test(cell.trim());
}

const TESTS: readonly (readonly [ColumnType, (cell: string) => boolean])[] = [
  ['whole numbers', (cell) => /^[+\-−]?\d{1,15}$/.test(cell) && Number.isInteger(numberIn(cell))],
  ['numbers', (cell) => !Number.isNaN(numberIn(cell))],
  ['dates', (cell) => looksDated(cell)],
  ['addresses', (cell) => /^https?:\/\/\S+$/i.test(cell)],
];

function looksDated(cell: string): boolean {
  // Words are not read as dates one by one.
  if (cell.length > 60 || !/\d/.test(cell)) return false;
  if (/^-?\d+([.,]\d+)?$/.test(cell)) return /^(1[5-9]|20)\d{2}$/.test(cell) || /^(19|20)\d{6}$/.test(cell);
  return foreignDate(cell, 'day-first') !== '' || foreignDate(cell, 'month-first') !== '';
}

/** Cells by which the type of a column is told: so many, spread over it. */
const MOST_TESTED = 4000;

function sampleOf(cells: readonly string[]): readonly string[] {
  if (cells.length <= MOST_TESTED) return cells;
  return Array.from({ length: MOST_TESTED }, (_, i) => cells[Math.floor((i * cells.length) / MOST_TESTED)] ?? '');
}

/** The type that seven of ten filled cells have: the others are odd, and are told of. */
function typeOf(cells: readonly string[]): ColumnType {
  if (cells.length === 0) return 'empty';
  const sample = sampleOf(cells);
  for (const [type, test] of TESTS) {
    const fit = sample.filter(test).length;
    if (fit * 10 >= sample.length * 7) return type;
  }
  const different = new Set(cells).size;
  return different <= 20 && different * 3 <= cells.length ? 'few words' : 'text';
}

/** Profiles of all columns of a sheet. */
export function profilesOf(sheet: Sheet): Profile[] {
  return sheet.columns.map((name, at) => {
    const all = sheet.rows.map((row) => (row[at] ?? '').trim());
    const cells = all.filter((cell) => !isMissing(cell));
    const type = typeOf(cells);
    const different = new Set(cells);
    const test = TESTS.find(([known]) => known === type)?.[1];
    const odd: Profile['odd'] = [];
    if (test !== undefined) {
      // Each value is looked at once, however often it stands there.
      const unfit = new Set([...different].filter((value) => !test(value)));
      for (let row = 0; row < all.length && unfit.size > 0 && odd.length < MOST_ODD; row++) {
        const value = all[row] ?? '';
        if (unfit.has(value)) odd.push({ row: row + 1, value });
      }
    }
    return {
      name,
      type,
      filled: cells.length,
      missing: all.length - cells.length,
      different: different.size,
      range: rangeOf(type, [...different]),
      examples: [...different].slice(0, 3),
      odd,
    };
  });
}

function rangeOf(type: ColumnType, cells: readonly string[]): readonly [string, string] | null {
  if (type === 'whole numbers' || type === 'numbers') {
    const numbers = cells.map(numberIn).filter((value) => !Number.isNaN(value));
    const least = numbers.reduce((a, b) => Math.min(a, b), Infinity);
    const most = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
    return [String(least), String(most)];
  }
  if (type !== 'dates') return null;
  const order = orderIn(cells);
  const dates = cells.map((cell) => foreignDate(cell, order === 'month-first' ? 'month-first' : 'day-first')).filter(Boolean).sort(); // prettier-ignore
  return [dates[0] ?? '', dates.at(-1) ?? ''];
}

/** Names under which people keep a role, the surest first. */
const NAMES: Record<Role, RegExp> = {
  holder:
    /^(holder|who|actor|actor 1|actor1|source actor|from|source|sender|ego|initiator|country a|state a|side a|subject|person|organi[sz]ation|party|name1|speaker|akteur|wer|kto|от кого|кто)( name)?$/,
  target:
    /^(target|on whom|whom|towards|toward|to|object|receiver|recipient|alter|actor 2|actor2|target actor|country b|state b|side b|concept|issue|topic of stance|name2|ziel|wen|кого|на кого)( name)?$/,
  date: /^(date|when|day|event date|start|start date|begin|time|published|publication date|year|datum|data|wann|kiedy|дата|когда)$/,
  end: /^(end|end date|until|to date|finish|end year|ende)$/,
  score:
    /^(score|stance|how|sign|rating|sentiment|tone|polarity|valence|agreement|position|support|code|grade|value|attitude|likert|stars|haltung|ocena|оценка|позиция)$/,
  title: /^(title|headline|heading|event|label|titel|tytuł|заголовок)$/,
  quote: /^(quote|quotation|words|statement|text of statement|utterance|zitat|cytat|цитата)$/,
  summary: /^(summary|description|text|content|abstract|details|body|note text)$/,
  speaker: /^(speaker|said by|spokesperson|quoted person)$/,
  url: /^(url|link|source url|address|web|href|permalink|ссылка)$/,
  outlet: /^(outlet|publisher|media|newspaper|source name|publication|medium|quelle|źródło|источник)$/,
  author: /^(author|by|byline|autor|автор)$/,
  place: /^(place|location|city|where|venue|place1|ort|miejsce|место)$/,
  lat: /^(lat|latitude|y|breite|szerokość)$/,
  lon: /^(lon|lng|long|longitude|x|länge|długość)$/,
  topic: /^(topic|topics|category|categories|tag|tags|theme|type|keywords|thema|temat|тема)$/,
  coder: /^(coder|coded by|rater|annotator|codeur|kodierer)$/,
  confidence: /^(confidence|certainty|reliability)$/,
  notes: /^(notes|note|comment|comments|remarks|anmerkung|uwagi|примечание)$/,
};

/** How well what a column holds suits a role: 0 where it cannot be. */
function suits(role: Role, profile: Profile): number {
  const { type, different, filled } = profile;
  if (type === 'empty') return 0;
  switch (role) {
    case 'date':
    case 'end':
      return type === 'dates' ? 3 : type === 'whole numbers' && yearly(profile) ? 2 : 0;
    case 'score':
      if (type === 'whole numbers' || type === 'numbers') return yearly(profile) ? 0 : 2;
      return different > 0 && different <= 25 ? (knownWords(profile) ? 3 : 1) : 0;
    case 'url':
      return type === 'addresses' ? 3 : 0;
    case 'lat':
    case 'lon':
      return type === 'numbers' || type === 'whole numbers' ? 2 : 0;
    case 'holder':
    case 'target':
      // Whoever takes stances does it more than once, as a rule.
      return type === 'few words' ? 3 : type === 'text' && different < filled ? 2 : type === 'text' ? 1 : 0;
    default:
      return type === 'text' || type === 'few words' ? 2 : type === 'addresses' || type === 'dates' ? 0 : 1;
  }
}

function yearly({ range, type }: Profile): boolean {
  if (type !== 'whole numbers' || range === null) return false;
  const [least, most] = range.map(Number);
  return (least ?? 0) >= 1000 && (most ?? 0) <= 2200;
}

function knownWords({ examples }: Profile): boolean {
  return examples.length > 0 && examples.every((word) => gradeOfWord(word) !== null || starsIn(word) !== null);
}

/** Roles in the order in which they choose a column: what is rare first. */
const CHOOSING: readonly Role[] = ['date', 'url', 'lat', 'lon', 'score', 'holder', 'target', 'end', 'quote', 'title', 'summary', 'speaker', 'outlet', 'author', 'place', 'topic', 'coder', 'confidence', 'notes']; // prettier-ignore

/**
 * A mapping proposed by what columns are called and what they hold; a role that nothing suits has none. Columns that have no role keep
 * their words in the notes.
 */
export function proposeMapping(sheet: Sheet, profiles: readonly Profile[] = profilesOf(sheet)): Mapping {
  const columns: Mapping['columns'] = {};
  const taken = new Set<string>();
  const choose = (role: Role, byName: boolean): void => {
    if (columns[role] !== undefined) return;
    let best: Profile | null = null;
    let most = 0;
    for (const profile of profiles) {
      if (taken.has(profile.name)) continue;
      const named = NAMES[role].test(columnKey(profile.name));
      const fit = suits(role, profile);
      if (byName ? !named || fit === 0 : fit < 3) continue;
      if (fit > most) {
        most = fit;
        best = profile;
      }
    }
    if (best === null) return;
    columns[role] = [best.name];
    taken.add(best.name);
  };
  for (const role of CHOOSING) choose(role, true);
  // What is needed is looked for by content alone where no name tells it.
  for (const role of ['date', 'url', 'score', 'holder', 'target'] as const) choose(role, false);
  const target = profiles.find(({ name }) => name === columns.target?.[0]);
  const dates = cellsOf(sheet, columns.date?.[0]);
  const order = orderIn(dates);
  return {
    columns,
    order: order === 'mixed' ? null : order,
    issues: target !== undefined && /^(concept|issue|claim|topic of stance|statement|proposal)/.test(columnKey(target.name)),
    ...gradesOf(sheet, columns.score?.[0]),
  };
}

function cellsOf(sheet: Sheet, column: string | undefined): string[] {
  const at = column === undefined ? -1 : sheet.columns.indexOf(column);
  return at < 0 ? [] : sheet.rows.map((row) => (row[at] ?? '').trim());
}

/** Values beyond so many are numbers on a scale, or no scale at all. */
const MOST_VALUES = 25;

/** The grades that the values of a column are proposed to have, and the scale where they are too many to list. */
export function gradesOf(sheet: Sheet, column: string | undefined): Pick<Mapping, 'grades' | 'scale'> {
  const values = [...new Set(cellsOf(sheet, column).filter((cell) => !isMissing(cell)))];
  const numbers = values.map(numberIn);
  const numeric = values.length > 0 && numbers.filter((value) => !Number.isNaN(value)).length * 10 >= values.length * 9;
  const known = numbers.filter((value) => !Number.isNaN(value));
  const least = known.reduce((a, b) => Math.min(a, b), Infinity);
  const most = known.reduce((a, b) => Math.max(a, b), -Infinity);
  if (numeric && values.length > MOST_VALUES) return { grades: {}, scale: scaleOf(least, most) };
  const grades = Object.fromEntries(
    values
      .slice(0, MOST_VALUES)
      .map((value, i) => [
        value,
        numeric ? gradeOfNumber(numbers[i] ?? Number.NaN, least, most, known.every(Number.isInteger)) : gradeOfText(value),
      ]),
  );
  return { grades, scale: null };
}

function gradeOfText(value: string): Grade | null {
  const stars = starsIn(value);
  return stars === null ? gradeOfWord(value) : ((stars - 3) as Grade);
}

/** Ends of the scale that numbers are on: one that is known, else the same on both sides of 0, else what there is. */
export function scaleOf(least: number, most: number): { least: number; most: number } {
  if (least < 0 && most > 0) {
    const end = [1, 2, 3, 5, 10, 100].find((known) => Math.max(-least, most) <= known) ?? Math.max(-least, most);
    return { least: -end, most: end };
  }
  return { least, most };
}

function gradeOfNumber(value: number, least: number, most: number, whole: boolean): Grade | null {
  if (Number.isNaN(value)) return null;
  if (whole && least >= -2 && most <= 2 && least < 0) return value as Grade;
  // 0 and 1 alone: yes and no.
  if (whole && least >= 0 && most <= 1) return value === 1 ? 1 : -1;
  if (whole && least >= 1 && most <= 5) return (value - 3) as Grade;
  if (whole && least >= 1 && most <= 7) return gradeOnScale(value, 1, 7);
  const scale = scaleOf(least, most);
  // Of a scale with two sides only 0 itself is neither.
  if (scale.least < 0) return value === 0 ? 0 : gradeOfSigned(value / scale.most);
  return gradeOnScale(value, scale.least, scale.most);
}

const gradeOfSigned = (share: number): Grade =>
  share > 0.5 ? 2 : share > 0.05 ? 1 : share >= -0.05 ? 0 : share >= -0.5 ? -1 : -2;

/** What a value is worth under a mapping; null where it says no stance: unknown stays unknown. */
export function gradeIn({ grades, scale }: Mapping, value: string): Grade | null {
  if (isMissing(value)) return null;
  if (Object.hasOwn(grades, value)) return grades[value] ?? null;
  if (scale === null) return null;
  const number = numberIn(value);
  if (Number.isNaN(number)) return null;
  return scale.least < 0 && scale.most > 0 ? gradeOfSigned(number / scale.most) : gradeOnScale(number, scale.least, scale.most);
}

/**
 * A mapping that was made from some of the rows of a sheet, for all of them: values that those did not have get the grades that are proposed
 * for them, and numbers of which there turn out to be too many to list are put on a scale. What was chosen stays.
 */
export function completed(mapping: Mapping, sheet: Sheet): Mapping {
  const column = mapping.columns.score?.[0];
  if (column === undefined || mapping.scale !== null) return mapping;
  const { grades, scale } = gradesOf(sheet, column);
  const more = Object.keys(grades).some((value) => !Object.hasOwn(mapping.grades, value));
  if (scale === null && !more) return mapping;
  return { ...mapping, grades: { ...grades, ...mapping.grades }, scale };
}

/** What a value is worth, for the table of grades. */
export function proposedIn(mapping: Mapping): (value: string) => Proposed {
  return (value) => ({ words: '', grade: gradeIn(mapping, value) });
}

/** Needed roles that have no column yet. */
export function lacking({ columns }: Mapping): Role[] {
  return NEEDED.filter((role) => (columns[role] ?? []).length === 0);
}

/** A mapping with the columns of the sheet that it was chosen for: by them the next sheet of the kind is known. */
export interface ChosenMapping {
  header: string[];
  mapping: Mapping;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * A mapping as it was kept or as a record carries it, made sound: roles that are none, columns that the sheet has not, and grades that are none
 * are left out. Null where it is no mapping.
 */
export function soundMapping(kept: unknown, header: readonly string[]): Mapping | null {
  if (!isObject(kept) || !isObject(kept.columns)) return null;
  const columns: Mapping['columns'] = {};
  for (const role of ROLES) {
    const names = kept.columns[role];
    const known = Array.isArray(names) ? names.filter(isText).filter((name) => header.includes(name)) : [];
    if (known.length > 0) columns[role] = known;
  }
  const given = isObject(kept.grades) ? Object.entries(kept.grades) : [];
  const grades = given.filter((entry): entry is [string, Grade | null] => entry[1] === null || [-2, -1, 0, 1, 2].includes(entry[1] as number)); // prettier-ignore
  const { scale } = kept;
  const ends = isObject(scale) && typeof scale.least === 'number' && typeof scale.most === 'number' && scale.least < scale.most;
  return {
    columns,
    order: kept.order === 'day-first' || kept.order === 'month-first' ? kept.order : null,
    issues: kept.issues === true,
    grades: Object.fromEntries(grades),
    scale: ends ? { least: Number(scale.least), most: Number(scale.most) } : null,
  };
}

/** The mapping that a record carries with the columns that it is for; null where it carries none. */
export function carriedMapping(written: unknown): ChosenMapping | null {
  if (!isObject(written) || !Array.isArray(written.header) || !written.header.every(isText)) return null;
  const mapping = soundMapping(written, written.header);
  return mapping === null ? null : { header: written.header, mapping };
}
