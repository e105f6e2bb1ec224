import type { Field } from './field';

/**
 * Cells as values. Shared by the check, which reports what does not fit, and by the reader, which sees only rows that passed.
 */

const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Table Schema's own spellings: spreadsheets turn `true` into `TRUE` on saving. */
const TRUE = new Set(['true', 'True', 'TRUE', '1']);
const FALSE = new Set(['false', 'False', 'FALSE', '0']);

/** A whole number, or NaN. */
export function integerOf(text: string): number {
  return INTEGER.test(text) ? Number(text) : Number.NaN;
}

/** A number with a decimal point, or NaN (also for an empty cell). */
export function numberOf(text: string): number {
  return NUMBER.test(text) ? Number(text) : Number.NaN;
}

/** true or false, or null for anything else. */
export function booleanOf(text: string): boolean | null {
  return TRUE.has(text) ? true : FALSE.has(text) ? false : null;
}

/** Items of a list cell: cut at semicolons, trimmed, empty ones left out. */
export function itemsOf(text: string): string[] {
  if (text === '') return [];
  if (!text.includes(';')) return [text.trim()];
  return text
    .split(';')
    .map((item) => item.trim())
    .filter(Boolean);
}

/** Whether an address may become a link: a full http or https URL. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || /\s/.test(text)) return false;
  return URL.canParse(text);
}

const patterns = new Map<string, RegExp>();

/** Whether a text matches the whole of a field's pattern; true for a field without one. */
export function fitsPattern(field: Field, text: string): boolean {
  const pattern = field.constraints?.pattern;
  if (pattern === undefined) return true;
  let expression = patterns.get(pattern);
  if (!expression) patterns.set(pattern, (expression = new RegExp(`^(?:${pattern})$`)));
  return expression.test(text);
}
