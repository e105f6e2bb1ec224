import type { Account } from './account';
import { foreignDate, orderIn } from './foreignDate';
import { addGraph, signIn, type GraphEdge } from './graph';
import type { RecordMaker } from './recordMaker';
import { Cells, columnKey, type Sheet } from './sheet';

/** Signed edge lists: `from, to, sign` and where they have them `begin` and `end` (an edge holds up to but not including its end). */

const FROM = ['from', 'source', 'node1', 'actor1', 'ego', 'i'];
const TO = ['to', 'target', 'node2', 'actor2', 'alter', 'j'];
const SIGN = ['sign', 'signs', 'polarity', 'valence'];
const BEGIN = ['begin', 'start', 'from date', 'since', 'start year', 'begin year'];
const END = ['end', 'until', 'to date', 'end year', 'stop'];

/** Whether a sheet names two ends and a sign in every row. */
export function isEdgeList(sheet: Sheet): boolean {
  const names = new Set(sheet.columns.map(columnKey));
  const cells = new Cells(sheet);
  if (![FROM, TO, SIGN].every((list) => list.some((name) => names.has(name)))) return false;
  const sample = sheet.rows.slice(0, 50).filter((row) => signIn(cells.get(row, ...SIGN)) !== null);
  return sample.length * 2 > Math.min(50, sheet.rows.length);
}

/** Reads a signed edge list into the record. */
export function bringEdgeList(sheet: Sheet, maker: RecordMaker, account: Account): void {
  const cells = new Cells(sheet);
  account.rowsIn += sheet.rows.length;
  const known = new Set([FROM, TO, SIGN, BEGIN, END].flat());
  const others = sheet.columns.filter((name) => !known.has(columnKey(name)));
  const order = orderIn(sheet.rows.flatMap((row) => [cells.get(row, ...BEGIN), cells.get(row, ...END)]));
  const edges: GraphEdge[] = [];
  sheet.rows.forEach((row, i) => {
    const number = i + 1;
    const [source, target] = [cells.get(row, ...FROM), cells.get(row, ...TO)];
    const sign = signIn(cells.get(row, ...SIGN));
    if (sign === null)
      account.note(number, 'sign', cells.get(row, ...SIGN), 'It is no sign; the tie takes no side. Write 1, -1 or 0.');
    const date = (names: readonly string[]): string => {
      const text = cells.get(row, ...names);
      if (text === '' || /^(na|-?inf(inity)?)$/i.test(text)) return '';
      const read = foreignDate(text, order === 'mixed' ? null : order);
      if (read === '') account.note(number, names[0] ?? '', text, 'It is no date that is understood; the tie is open there.');
      return read;
    };
    const [start, end] = [date(BEGIN), date(END)];
    const backwards = start !== '' && end !== '' && !start.startsWith('-') && end < start;
    if (backwards) account.note(number, 'end', end, `It ends before it begins (${start}); its end is left open.`);
    edges.push({
      row: number,
      source,
      target,
      directed: false,
      label: '',
      sign: sign ?? 0,
      spells: [{ start, end: backwards ? '' : end }],
      attributes: new Map(others.map((name) => [name, row[sheet.columns.indexOf(name)] ?? ''])),
    });
  });
  if (order === 'mixed')
    account.say('Dates are written in two orders of day and month; those that can be read both ways are left out.');
  addGraph([], edges, maker, account);
}
