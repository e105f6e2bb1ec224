import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Finder } from '../focus/finder';
import { startOf } from '../focus/start';
import { buildSearch, search } from '../record/search/search';
import { shipped } from '../testing/shippedDataset';
import { offersFor } from './findModel';

const record = shipped('eastern-flank');
const finder: Finder = { index: buildSearch(record), search };

/** The table of docs/questions.md: what is typed, what is said back, and with which count. */
const LINES = readFileSync('docs/questions.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('there are twenty-five', () => expect(LINES).toHaveLength(25));

test.each(LINES)('%s, %s: %s', (_number, _who, _question, typed = '', said, rows) => {
  const first = offersFor(record, finder, startOf(record, ''), typed.replaceAll('`', '')).groups[0]?.offers[0];
  if (first?.type !== 'view') throw new Error('it is not read as a question');
  // How many rows there are and from which day on changes with the record; what is counted does not.
  const counted = (text = '') => text.replace(/\d[\d,]*/g, 'n').replace(/n (row|change|pair)\b/g, 'n $1s');
  const day = '\\d+ [A-Z][a-z]+ \\d{4}';
  const undated = (text = '') => text.replace(new RegExp(`, ${day} to ${day}$`), ', from the first day to the last');
  expect([undated(first.title.map(({ text }) => text).join('')), counted(first.facts)]).toEqual([undated(said), counted(rows)]);
});
