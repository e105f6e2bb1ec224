import { count } from '../words/counts';
import { isoOf, dayFrom } from '../words/calendar';
import type { Account } from './account';
import { isoDate } from './foreignDate';
import { dayAfter, sayWhereTheSourceEnds } from './graph';
import { Grader, proposedBy, type GradeChoice, type Proposed } from './grades';
import type { RecordMaker } from './recordMaker';
import { Cells, columnKey, numberIn, type Sheet } from './sheet';

/** Correlates of War: formal alliances (by dyad or by member) and militarized interstate disputes (by dyad, or by participant). */

/** Names of columns without what parts their words: `StYear`, `st_year` and `styear` are one. */
const plainName = (name: string): string => columnKey(name).replaceAll(' ', '');
const namesOf = (sheet: Sheet): Set<string> => new Set(sheet.columns.map(plainName));
const some = (names: ReadonlySet<string>, ...wanted: string[]): boolean => wanted.some((name) => names.has(name));

export function isCowAlliances(sheet: Sheet): boolean {
  const names = namesOf(sheet);
  return (
    names.has('defense') &&
    names.has('nonaggression') &&
    names.has('entente') &&
    some(names, 'dyadstyear', 'allstyear', 'memstyear')
  );
}

export function isCowMid(sheet: Sheet): boolean {
  const names = namesOf(sheet);
  const days = some(names, 'strtyr', 'styear', 'startyear') && some(names, 'endyear', 'endyr');
  return days && some(names, 'dispnum', 'disno', 'dispnum3', 'dispnum4') && some(names, 'hostlev', 'hihost', 'hihosta', 'hiact');
}

/** A date in three columns, where -9 is COW's “not known”. */
function dateIn(year: string, month: string, day: string): string {
  const part = (text: string): number | undefined => {
    const number = numberIn(text);
    return Number.isNaN(number) || number < 1 ? undefined : number;
  };
  const y = part(year);
  if (y === undefined) return '';
  const m = part(month);
  return isoDate(y, m, m === undefined ? undefined : part(day)) || isoDate(y, m) || isoDate(y);
}

const yes = (text: string): boolean => /^(1|true|yes)$/i.test(text.trim());

/** Reads COW alliances into the record. */
export function bringCowAlliances(sheet: Sheet, maker: RecordMaker, account: Account): void {
  const cells = new Cells(sheet);
  account.rowsIn += sheet.rows.length;
  const byDyad = cells.has('state_name1') || cells.has('ccode1');
  const get = (row: readonly string[], ...names: string[]): string => cells.get(row, ...names).trim();
  const date = (row: readonly string[], part: 'st' | 'end'): string => {
    for (const prefix of ['dyad', 'mem', 'all']) {
      const read = dateIn(
        get(row, `${prefix}_${part}_year`),
        get(row, `${prefix}_${part}_month`),
        get(row, `${prefix}_${part}_day`),
      );
      if (read !== '') return read;
    }
    return '';
  };
  const state = (row: readonly string[], n: '' | '1' | '2'): string =>
    maker.actor(get(row, `state_name${n}`) || get(row, `ccode${n}`), { kind: 'state' });
  const years = sheet.rows.flatMap((row) =>
    [date(row, 'st'), date(row, 'end')].filter(Boolean).map((text) => Number(text.slice(0, 4))),
  );
  const lastYear = years.reduce((most, year) => Math.max(most, year), 0);
  const censored = sheet.rows.filter((row) => yes(get(row, 'right_censor'))).length;
  const last = lastYear === 0 ? '' : isoOf(dayFrom(lastYear, 12, 31));
  if (censored > 0) maker.tiesUntil = last;
  const source = maker.source({ title: 'Formal Alliances', outlet: 'Correlates of War', kind: 'journal' });
  const kinds = ['defense', 'neutrality', 'nonaggression', 'entente'] as const;
  const add = (members: readonly string[], names: string, rows: readonly (readonly string[])[], number: string): void => {
    const [row = []] = rows;
    const starts = rows
      .map((one) => date(one, 'st'))
      .filter(Boolean)
      .sort();
    const ends = rows.map((one) => date(one, 'end'));
    const start = starts.at(-1) ?? '';
    const right = rows.every((one) => yes(get(one, 'right_censor')) || (date(one, 'end') === '' && censored > 0));
    const end = right ? last : (ends.filter(Boolean).sort()[0] ?? '');
    const before = rows.some((one) => yes(get(one, 'left_censor')));
    const pledges = kinds.filter((kind) => yes(get(row, kind)));
    maker.tie({
      id: `cow ${number} ${names}`,
      kind: 'alliance',
      members,
      sign: 1,
      title: `Alliance ${number}: ${names}`,
      start: before ? '' : start,
      end: end === '' || right ? end : dayAfter(end),
      summary: [
        pledges.length === 0 ? '' : `Pledges: ${pledges.join(', ')}.`,
        before && start !== '' ? `It began before ${start}, where the source begins.` : '',
      ]
        .filter(Boolean)
        .join(' '),
      sources: [source],
    });
  };
  if (byDyad) {
    sheet.rows.forEach((row, i) => {
      const [a, b] = [state(row, '1'), state(row, '2')];
      if (a === '' || b === '' || a === b) {
        account.lose(a === b && a !== '' ? 'rows that join a state with itself' : 'rows that do not name two states');
        account.note(i + 1, 'state_name2', get(row, 'state_name2'), 'The row does not name two states; it is left out.');
        return;
      }
      add([a, b], `${get(row, 'state_name1') || get(row, 'ccode1')} and ${get(row, 'state_name2') || get(row, 'ccode2')}`, [row], get(row, 'version4id')); // prettier-ignore
      account.rowsShown++;
    });
  } else {
    const groups = new Map<string, (readonly string[])[]>();
    for (const row of sheet.rows) {
      const key = get(row, 'version4id');
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    for (const [number, rows] of groups) {
      const members = rows.map((row) => ({ row, id: state(row, ''), name: get(row, 'state_name') }));
      members.forEach((a, i) => {
        for (const b of members.slice(i + 1)) {
          // Two members are allied while both are in it.
          const apart = date(a.row, 'end') !== '' && date(a.row, 'end') < date(b.row, 'st');
          const later = date(b.row, 'end') !== '' && date(b.row, 'end') < date(a.row, 'st');
          if (a.id === '' || b.id === '' || a.id === b.id || apart || later) continue;
          add([a.id, b.id], `${a.name} and ${b.name}`, [a.row, b.row], number);
        }
      });
      account.rowsShown += rows.length;
    }
    account.say('A row is a member: two members of one alliance became a tie, for the time in which both are in it.');
  }
  account.say('An alliance became a positive tie; a last day in the source counts, so that the tie ends on the day after.');
  if (censored > 0)
    account.say(
      `${count(censored, 'row')} hold where the source ends (right-censored): what they are after ${last} is not known.`,
    );
  else sayWhereTheSourceEnds(maker, account);
}

const HOSTILITY: Readonly<Record<string, Proposed>> = {
  '1': { words: 'no militarized action', grade: -1 },
  '2': { words: 'threat to use force', grade: -2 },
  '3': { words: 'display of force', grade: -2 },
  '4': { words: 'use of force', grade: -2 },
  '5': { words: 'war', grade: -2 },
};

const ofHostility = proposedBy(HOSTILITY);

interface Side {
  id: string;
  name: string;
  level: string;
}

/** Reads COW disputes into the record. */
export function bringCowMid(sheet: Sheet, maker: RecordMaker, account: Account, chosen: GradeChoice = {}): void {
  const cells = new Cells(sheet);
  account.rowsIn += sheet.rows.length;
  const get = (row: readonly string[], ...names: string[]): string => cells.get(row, ...names).trim();
  // A dispute of the older numbering has -9 for the newer, and the other way round.
  const number = (row: readonly string[]): string =>
    ['dispnum', 'disno', 'dispnum4', 'dispnum3'].map((name) => get(row, name)).find((id) => id !== '' && !id.startsWith('-')) ??
    '';
  const start = (row: readonly string[]): string =>
    dateIn(get(row, 'strtyr', 'styear', 'start year'), get(row, 'strtmnth', 'strtmon', 'stmon', 'start month'), get(row, 'strtday', 'stday', 'start day')); // prettier-ignore
  const end = (row: readonly string[]): string =>
    dateIn(get(row, 'endyear', 'endyr', 'end year'), get(row, 'endmnth', 'endmon', 'end month'), get(row, 'endday', 'end day'));
  const grader = new Grader('level of hostility', ofHostility, chosen);
  const source = maker.source({ title: 'Militarized Interstate Disputes', outlet: 'Correlates of War', kind: 'journal' });
  const add = (row: readonly string[], a: Side, b: Side, from: string, to: string): void => {
    const highest = [a.level, b.level].sort().at(-1) ?? '';
    const backwards = to !== '' && from !== '' && to < from.slice(0, to.length);
    const evidence = maker.event({
      id: `mid ${number(row)} ${a.name} ${b.name}`,
      title: `Dispute ${number(row)}: ${a.name} and ${b.name}`,
      date: from,
      end: backwards || to === from ? '' : to,
      participants: [a.id, b.id],
      topics: ['dispute', ofHostility(highest).words],
      summary: ofHostility(highest).words === '' ? '' : `Highest level: ${ofHostility(highest).words}.`,
      sources: [source],
      notes: (['outcome', 'settle', 'settlmnt', 'fatlev', 'fatality', 'recip'] as const)
        .filter((name) => get(row, name) !== '')
        .map((name) => `${name}: ${get(row, name)}`)
        .join('; '),
    });
    for (const [holder, target] of [
      [a, b],
      [b, a],
    ] as const) {
      if (holder.level === '') continue;
      if (holder.id === target.id) continue;
      const grade = grader.grade(holder.level);
      if (grade === null) continue;
      maker.stance({ evidence, holder: holder.id, target: target.id, score: grade, basis: 'conduct', rationale: `Highest level of hostility: ${ofHostility(holder.level).words || holder.level}.` }); // prettier-ignore
    }
  };
  const level = (text: string): string => (/^[1-5]$/.test(text) ? text : '');
  if (cells.has('sidea') && (cells.has('stabb') || cells.has('ccode')) && !cells.has('statea')) {
    const disputes = new Map<string, (readonly string[])[]>();
    sheet.rows.forEach((row) => {
      const group = disputes.get(number(row));
      if (group) group.push(row);
      else disputes.set(number(row), [row]);
    });
    for (const rows of disputes.values()) {
      const side = (row: readonly string[]): Side => {
        const name = get(row, 'stabb') || get(row, 'ccode');
        return { id: maker.actor(name, { kind: 'state' }), name, level: level(get(row, 'hostlev')) };
      };
      const [one, other] = [rows.filter((row) => yes(get(row, 'sidea'))), rows.filter((row) => !yes(get(row, 'sidea')))];
      for (const a of one)
        for (const b of other) {
          const [x, y] = [side(a), side(b)];
          // The two stand against each other while both are in it.
          const from = [start(a), start(b)].filter(Boolean).sort().at(-1) ?? '';
          const to = [end(a), end(b)].filter(Boolean).sort()[0] ?? '';
          if (x.id !== '' && y.id !== '' && x.id !== y.id && !(to !== '' && from !== '' && to.slice(0, 4) < from.slice(0, 4))) add(a, x, y, from, to); // prettier-ignore
        }
      account.rowsShown += one.length > 0 && other.length > 0 ? rows.length : 0;
      if (one.length === 0 || other.length === 0)
        account.note(0, 'sidea', rows.map((row) => get(row, 'stabb')).join(' '), 'The dispute has one side alone in this file; it is left out.'); // prettier-ignore
    }
    account.say('A row is a state in a dispute: every state of one side and every state of the other became an event.');
  } else {
    sheet.rows.forEach((row, i) => {
      const name = (n: 'a' | 'b'): string =>
        get(row, `names_${n}`, `name${n}`, `names${n}`, `state_name_${n}`) || get(row, `state${n}`, `state_${n}`, `stabb${n === 'a' ? '1' : '2'}`, `ccode${n === 'a' ? '1' : '2'}`); // prettier-ignore
      const side = (n: 'a' | 'b'): Side => ({
        id: maker.actor(name(n), { kind: 'state' }),
        name: name(n),
        level: level(get(row, `hihost${n}`, `hostlev${n}`, `hostlev${n === 'a' ? '1' : '2'}`)),
      });
      const [a, b] = [side('a'), side('b')];
      if (a.id === '' || b.id === '' || a.id === b.id) {
        account.lose(a.id === b.id && a.id !== '' ? 'rows that join a state with itself' : 'rows that do not name two states');
        account.note(i + 1, 'statea', name('a'), 'The row does not name two states; it is left out.');
        return;
      }
      const both = level(get(row, 'hostlev', 'hihost'));
      // One level for the two: the first side's, and the second's where the dispute was reciprocated.
      if (a.level === '' && b.level === '') {
        a.level = both;
        if (yes(get(row, 'recip'))) b.level = both;
      }
      add(row, a, b, start(row), end(row));
      account.rowsShown++;
    });
    account.say('A row became an event of two states.');
  }
  maker.howCoded = 'A score is that of the highest level of hostility that a state reached in a dispute.';
  account.lose('codes of outcome, settlement and revision beyond their numbers', sheet.rows.length);
  grader.tell(account);
}
