import { count, figure } from '../counts';
import { rangeWords } from '../dates';
import { list } from '../names';
import { sizeWords } from '../numbers';
import type { Day } from '../calendar';

/** Names of filters that the counts of a packed record do not know, as a reader calls them. */
const ASKED: Readonly<Record<string, string>> = {
  topics: 'topics',
  sides: 'sides',
  withoutSide: 'sides',
  outlets: 'outlets',
  speakers: 'speakers',
  places: 'places',
  forms: 'words, acts and events',
  disputed: 'whether sources differ',
  original: 'original wording',
  confidence: 'confidence',
  without: 'single sources',
  coder: 'single coders',
  found: 'words of the rows',
};

/** What is said of a packed record: pictures are made from counts, rows are fetched when asked for. */
export const packedMessages = {
  rows: (rows: number) => `${count(rows, { one: 'packed row', other: 'packed rows' })}`,
  /** In the place of a view that reads rows. */
  needsRows: (view: string, rows: number) =>
    `This record is packed: its pictures come from counts of ${figure(rows)} rows by pair and day. ${view} reads the rows themselves.`,
  /** Where a view would show rows of a packed record beside its picture. */
  rowsElsewhere: 'The rows lie in the packed folder; the page “Rows” fetches them.',
  eventsUnknown: 'in the packed rows',
  offer: (of: string, rows: number, from: Day, to: Day) =>
    rows === 0
      ? `No row ${of} lies in the window, ${rangeWords(from, to)}.`
      : `${count(rows, 'row')} ${of} ${rows === 1 ? 'lies' : 'lie'} in the window, ${rangeWords(from, to)}.`,
  size: (bytes: number) => `${sizeWords(bytes)} to fetch.`,
  tooMany: (most: number) => `At most ${figure(most)} rows are fetched at a time: select a pair, or narrow the window.`,
  unknown: (filters: readonly string[]) =>
    `The counts of this packed record do not know ${list([...new Set(filters.map((name) => ASKED[name] ?? name))])}: nothing is shown under that filter before the rows are fetched.`,
  cubeComing: (line: string) => `The counts by kind of source and basis are on their way. ${line}`.trim(),
  cubeAsked: (bytes: number) => `The counts by kind of source and basis are not here yet: ${sizeWords(bytes)}.`,
  times: 'Its rows have times, which the counts do not keep: “latest” takes the rows of a day together.',
  title: (record: string, of: string, from: Day, to: Day) => `${record}: rows ${of}, ${rangeWords(from, to)}`,
};
