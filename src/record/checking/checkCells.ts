import { isDate, parseDate } from '../reading/dates';
import { ID_PATTERN, type Field } from '../field';
import { isCountry, isLanguage, likelyCountry, likelyLanguage } from '../codes';
import type { Findings, Place } from './findings';
import { slugOf } from '../../words/slug';
import { nearest } from '../nearest';
import type { TextTable } from '../record';
import { SCHEMAS } from '../schema';
import { shownValue } from './rules';
import { suggestDate, type DateHints } from './suggestDate';
import { dateHabitOf, DATED_IDS, type DateHabit } from './checkHabits';
import { cellOf } from '../tables';
import { HIDDEN, nameOfSign } from '../hiddenSigns';
import { count } from '../../words/counts';
import { isOpenEnd } from '../../words/dates';
import { list } from '../../words/names';
import { booleanOf, fitsPattern, integerOf, isWebAddress, itemsOf, numberOf } from '../values';

/** A cell under examination: where it is, what it says, and where to report. */
interface Cell {
  table: TextTable;
  field: Field;
  place: Place;
  text: string;
  findings: Findings;
}

const SLUG = new RegExp(`^${ID_PATTERN}$`);

function code(text: string): string {
  // A backquote in the value would end it for the reader too.
  return `\`${shownValue(text.replaceAll('`', '’'))}\``;
}

function checkInteger({ table, field, place, text, findings }: Cell): void {
  const value = integerOf(text);
  if (Number.isNaN(value)) {
    const meant = Number(text.replace('−', '-').replace(',', '.'));
    const suggestion = Number.isInteger(meant) ? `Write ${code(String(meant))}.` : '';
    findings.add(table, place, 'wrong-type', `${code(text)} is no whole number.`, suggestion);
  } else checkRange({ table, field, place, text, findings }, value);
}

function checkNumber({ table, field, place, text, findings }: Cell): void {
  const value = numberOf(text);
  if (Number.isNaN(value)) {
    const meant = numberOf(text.replace(',', '.').replace('−', '-').replace('°', '').trim());
    const suggestion = Number.isNaN(meant) ? 'Use a decimal point, e.g. `53.90`.' : `Write ${code(String(meant))}.`;
    findings.add(table, place, 'wrong-type', `${code(text)} is no number.`, suggestion);
  } else checkRange({ table, field, place, text, findings }, value);
}

function checkRange({ table, field, place, text, findings }: Cell, value: number): void {
  const { minimum = -Infinity, maximum = Infinity } = field.constraints ?? {};
  if (value >= minimum && value <= maximum) return;
  const bounds = maximum === Infinity ? `at least ${minimum}` : `from ${minimum} to ${maximum}`;
  let suggestion = '';
  if (field.name === 'lat' && Math.abs(value) <= 180) suggestion = 'Latitude and longitude may be swapped.';
  if (field.name === 'score') suggestion = `Write ${value > 0 ? '`2` (supportive)' : '`-2` (hostile)'} if that is meant.`;
  findings.add(table, place, 'out-of-range', `${code(text)} is out of range: ${code(field.name)} runs ${bounds}.`, suggestion);
}

function checkBoolean({ table, place, text, findings }: Cell): void {
  if (booleanOf(text) !== null) return;
  const meant = /^(y|yes|t|ja|tak|да)$/i.test(text) ? 'true' : /^(n|no|f|nein|nie|нет)$/i.test(text) ? 'false' : '';
  const suggestion = meant ? `Write ${code(meant)}.` : 'Write `true` or `false`.';
  findings.add(table, place, 'wrong-type', `${code(text)} is neither true nor false.`, suggestion);
}

const habits = new WeakMap<TextTable, Map<string, DateHabit>>();

/** What decides how a date of numbers alone is read: the date of the row's id, then the other dates of the column. */
function hintsOf(table: TextTable, column: string, row: number): DateHints {
  const own = habits.get(table) ?? new Map<string, DateHabit>();
  habits.set(table, own);
  let habit = own.get(column);
  if (habit === undefined) own.set(column, (habit = dateHabitOf(table, column)));
  const id = DATED_IDS[table.name] === column ? cellOf(table, row, 'id') : '';
  return { habit, known: /\d{4}-\d{2}-\d{2}/.exec(id)?.[0] ?? '' };
}

function checkDate({ table, field, place, text, findings }: Cell): void {
  if (field['stanceline:open'] && isOpenEnd(text)) return;
  const result = parseDate(text);
  if (isDate(result)) {
    // A tie without an end holds and without a start always held: a date that is merely not known would say the one or the other.
    if (result.precision !== 'unknown' || table.name !== 'ties') return;
    const message = `${code(text)} is no ${field.name} of a tie: whether it held would not be known of any day.`;
    const advice = field.name === 'end' ? 'Empty the cell if it still holds; else write the days it may have ended, `2012/2015`.' : 'Empty the cell if it held before the record; else write the days it may have begun, `1991/1995`.'; // prettier-ignore
    findings.add(table, place, 'bad-date', message, advice);
    return;
  }
  if (isOpenEnd(text)) {
    const message = `${code(text)} is an open end, and ${code(field.name)} is no end.`;
    findings.add(table, place, 'bad-date', message, 'Write a date, or `XXXX` for one that is not known.');
    return;
  }
  const meant = suggestDate(text, hintsOf(table, field.name, place.row));
  if (meant?.spreadsheet) {
    findings.add(
      table,
      place,
      'spreadsheet-date',
      `${code(text)} is a date as a spreadsheet shows it, not as ISO 8601.`,
      meant.suggestion,
    );
    return;
  }
  const suggestion = meant?.suggestion ?? 'Write `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `2025-11~` is “about November 2025”.';
  findings.add(table, place, 'bad-date', `${code(text)} is no date: ${result.reason}.`, suggestion);
}

function checkList({ table, field, place, text, findings }: Cell): void {
  const items = itemsOf(text);
  const separator = items.length === 1 ? /[,|]/.exec(text)?.[0] : undefined;
  if (separator && field.name !== 'aliases') {
    const parts = text.split(separator).map((part) => part.trim());
    if (parts.length > 1 && parts.every((part) => SLUG.test(part))) {
      const message = `The items of ${code(field.name)} are separated by ${separator === ',' ? 'commas' : 'bars'}.`;
      findings.add(table, place, 'list-delimiter', message, `Write ${code(parts.join(';'))}.`);
      return;
    }
  }
  if (items.length > 1 && new Set(items).size < items.length) {
    const twice = items.find((item, i) => items.indexOf(item) < i) ?? '';
    findings.add(table, place, 'duplicate-item', `${code(twice)} is listed twice.`, 'Delete one.');
  }
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** A code of the right form may still be nobody's. */
function checkCode({ table, field, place, text, findings }: Cell, kind: 'country' | 'language'): void {
  if (fitsPattern(field, text) && (kind === 'country' ? isCountry(text) : isLanguage(text))) return;
  const meant = kind === 'country' ? likelyCountry(text) : likelyLanguage(text);
  const example = kind === 'country' ? 'three capital letters, e.g. `POL`' : 'two or three small letters, e.g. `pl`';
  const suggestion = meant === '' ? `Write ${example}.` : `Write ${code(meant)}.`;
  findings.add(table, place, 'bad-code', `${code(text)} is no ${kind} code.`, suggestion);
}

function checkString({ table, field, place, text, findings }: Cell): void {
  const values = field.constraints?.enum;
  if (values) {
    if (!values.includes(text)) {
      const meant = nearest(text, values.map(String));
      const suggestion = `${meant ? `Did you mean ${code(meant)}? ` : ''}It is one of ${values.join(', ')}.`;
      findings.add(table, place, 'not-in-list', `${code(text)} is not a value of ${code(field.name)}.`, suggestion);
    }
  } else if (!fitsPattern(field, text)) {
    const kind = field['stanceline:type'];
    if (kind === 'country' || kind === 'language') checkCode({ table, field, place, text, findings }, kind);
    else {
      const slug = slugOf(text, Infinity);
      const [what, all] = field.name === 'id' ? ['id', 'ids are'] : [`name of ${article(field.name)}`, 'it is'];
      const message = `${code(text)} is no ${what}: ${all} lower-case Latin letters and digits, joined by hyphens.`;
      findings.add(table, place, 'bad-id', message, slug ? `Write ${code(slug)}.` : '');
    }
  } else if (field['stanceline:type'] === 'country' || field['stanceline:type'] === 'language') {
    checkCode({ table, field, place, text, findings }, field['stanceline:type']);
  } else if (field.format === 'uri' && !isWebAddress(text)) {
    const meant = /^(www\.|[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$))/i.test(text) ? `https://${text}` : '';
    findings.add(table, place, 'bad-url', `${code(text)} is no http or https address.`, meant ? `Write ${code(meant)}.` : '');
  }
  if (/^[=+@]/.test(text)) {
    const message = 'The cell begins like a spreadsheet formula; a spreadsheet will compute it or refuse it.';
    findings.add(
      table,
      place,
      'formula',
      message,
      `Begin with a letter or a quotation mark instead of ${code(text.slice(0, 1))}.`,
    );
  }
}

function checkValue(cell: Cell): void {
  if (cell.field['stanceline:type'] === 'edtf') checkDate(cell);
  else if (cell.field.type === 'integer') checkInteger(cell);
  else if (cell.field.type === 'number') checkNumber(cell);
  else if (cell.field.type === 'boolean') checkBoolean(cell);
  else if (cell.field.type === 'list') checkList(cell);
  else checkString(cell);
}

/**
 * Whether a row with a wrong value in this column is still worth showing without that value. Not where the value decides what the
 * row means: a tie whose end is wrong would seem to last for ever.
 */
function isSoft(name: TextTable['name'], field: Field): boolean {
  if (field.constraints?.required) return false;
  if (field['stanceline:optional']) return true;
  if (name === 'sources' || (name === 'actors' && field.type === 'number')) return true;
  return field.type === 'list' || field.type === 'boolean';
}

/** Rules on single cells: required, type, range, lists of values, ids, dates, addresses, stray spaces and formulas. */
export function checkCells(table: TextTable, findings: Findings): void {
  for (const field of SCHEMAS[table.name].fields) {
    const at = table.columns.indexOf(field.name);
    if (at < 0) continue;
    const required = field.constraints?.required === true;
    const keepRow = isSoft(table.name, field);
    for (let row = 0; row < table.rows.length; row++) {
      const cells = table.rows[row];
      // The cells of a ragged row stand under the wrong names: its shape is reported, its values would mislead.
      if (!cells || cells.length !== table.columns.length) continue;
      const raw = cells[at] ?? '';
      const text = raw.trim();
      const place: Place = { row, column: field.name, keepRow };
      if (raw !== text)
        findings.add(table, place, 'space-around', 'The cell begins or ends with a space.', `Write ${code(text)}.`);
      if (text === '') {
        if (required)
          findings.add(table, place, 'required', `${code(field.name)} is empty, and every row needs one.`, field.description);
        continue;
      }
      if (text.includes('\uFFFD')) {
        findings.add(table, place, 'damaged-text', 'Letters were lost in a conversion (they show as �).', 'Type them again.');
      }
      const hidden = [...new Set(text.match(HIDDEN) ?? [])];
      if (hidden.length > 0) {
        const shown = list(hidden.map(nameOfSign));
        const message = `The cell holds ${shown}, which cannot be seen and may turn or hide what stands beside it.`;
        findings.add(table, place, 'hidden-character', message, `Write ${code(text.replace(HIDDEN, ''))}.`);
      }
      if (text.length > MOST_CHARACTERS) {
        const message = `The cell has ${count(text.length, 'character')}; ${count(MOST_CHARACTERS, 'character')} are the most that are read.`;
        findings.add(table, place, 'too-long-cell', message, 'Shorten it.');
        continue;
      }
      checkValue({ table, field, place, text, findings });
    }
  }
}

/** Longest text of a cell, in UTF-16 units: four hundred pages. */
const MOST_CHARACTERS = 1_000_000;
