import { monthName } from '../words/dates';
import { cellOf, type Tables } from './tables';

/** A sentence of a scene, and the row that one of its links leads to and that says nothing of what the sentence says. */
export interface StrayLink {
  /** Without its links' addresses. */
  sentence: string;
  id: string;
}

/** Words that stand in any sentence, of four letters and more: they hold nothing together. */
const COMMON = new Set(
  'about above after again against also among another around because been before being below between both could does down during each either ever every first from have having here into itself just last later less like made make many more most much must neither never next none only other others over same said says seen shall should since some still such than that their them then there these they this those three through till under until upon very were what when where which while whose will with within without would year years'.split(
    ' ',
  ),
);

/** What two texts can have in common: names and words by their first five letters, abbreviations, numbers of a year. */
function holdsOf(text: string): Set<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L');
  const found = new Set<string>();
  for (const [word] of plain.matchAll(/\p{L}+|\d+/gu)) {
    if (/^\d+$/.test(word)) {
      if (word.length === 4) found.add(word);
    } else if (word.length >= 4) {
      const small = word.toLowerCase();
      if (!COMMON.has(small)) found.add(small.slice(0, 5));
    } else if (word.length >= 2 && word === word.toUpperCase()) found.add(word);
  }
  return found;
}

/** The name of the month of a date as the tables write them, so that "in August" finds it. */
const monthsIn = (text: string): string =>
  Array.from(text.matchAll(/\b-?\d{4}-(\d\d)\b/g), ([, month]) => monthName(Number(month))).join(' ');

/** All that the row of an id says, in the tables that a scene may link to; null where none has the id. */
function rowWords(tables: Tables, id: string): string | null {
  for (const name of ['statements', 'events', 'claims', 'hypotheses', 'ties', 'sources', 'actors', 'places'] as const) {
    const table = tables[name];
    const at = table?.columns.indexOf('id') ?? -1;
    const row = table?.rows.findIndex((cells) => cells[at] === id) ?? -1;
    if (table === undefined || at < 0 || row < 0) continue;
    const cells = table.columns.map((column) => cellOf(table, row, column)).join(' ');
    return `${cells} ${monthsIn(cells)}`;
  }
  return null;
}

/**
 * The sentences of a scene's text with a link to a row with which they share no name, date or word. Quotations that stand as cards are left
 * out, since they show the row itself, and so are the speaker's notes.
 *
 * @param text Markdown, as the table of scenes has it
 * @param tables those of the record
 */
export function strayLinks(text: string, tables: Tables): StrayLink[] {
  const [shown = ''] = text.split(/^[ \t]*---notes---[ \t]*$/m);
  const running = shown.replace(/^>.*$/gm, '');
  const sentences = running
    .split(/\n[ \t]*(?:\n|[-*] |\d+\. )/)
    .flatMap((paragraph) => paragraph.replaceAll('\n', ' ').split(/(?<=[.!?]["”’»)]*)\s+(?=[“"‘([]*\p{Lu})/u));
  return sentences.flatMap((sentence) => {
    const words = sentence.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
    const ids = new Set(Array.from(sentence.matchAll(/\]\(\s*#?([a-z0-9][a-z0-9-]*)\s*\)/g), ([, id = '']) => id));
    const holds = holdsOf(words);
    return [...ids].flatMap((id) => {
      const row = rowWords(tables, id);
      if (row === null) return [];
      const shared = [...holdsOf(row)].some((hold) => holds.has(hold));
      return shared ? [] : [{ sentence: words, id }];
    });
  });
}
