/**
 * Sentences that the page computes. There is one file an area in this folder (`network.ts`, `filters.ts`, …), and in it one object whose
 * members are whole messages: functions with typed holes, which are names, counts, dates and scores and never pieces of grammar.
 *
 * How to write one:
 *
 *     export const networkMessages = {
 *       // whole, with its full stop where it has one; the holes are values, and the writers of `words/` put them into words
 *       covered: (pair: string, rows: number, last: string) => `${pair}, ${count(rows, 'row')}, last ${last}`,
 *       // a sentence that turns on a count or a case is a whole sentence in each case
 *       unbalanced: (n: number, all: number, day: Day) =>
 *         n === 0
 *           ? `On ${formatDay(day)} every one of ${count(all, 'triad')} is balanced.`
 *           : `On ${formatDay(day)} ${count(n, 'triad')} of ${all} ${plural(n, { one: 'is', other: 'are' })} unbalanced.`,
 *       // words that are marked or linked on the screen: `marked` keeps them apart, the sentence stays whole
 *       turned: (when: string, pair: Piece<'pair'>, to: string) => marked`${when}, ${pair} turned ${to}.`,
 *     };
 *
 * A caller reads the record, makes the values and asks for a message; it never adds words before or after. Another language is
 * then these files once more, with the same members: nothing else knows its word order, plural forms or full stops. Sentences with
 * dozens of fixed words that no value enters (a page's explanations) stay in their component.
 */

/** A piece of a message; pieces in order make the sentence. */
export interface Piece<Role extends string = never> {
  text: string;
  /** What the page does with these words (a link, a mark); null for plain words. */
  role: Role | null;
}

/** Words with a role, to fill a hole of {@link marked}. */
export function piece<Role extends string>(text: string, role: Role): Piece<Role> {
  return { text, role };
}

/** A message as pieces: a template whose holes are plain strings, pieces with a role, or pieces in a row. Plain neighbours are one piece. */
export function marked<Role extends string>(
  texts: TemplateStringsArray,
  ...holes: readonly (string | Piece<Role> | readonly Piece<Role>[])[]
): Piece<Role>[] {
  const pieces: Piece<Role>[] = [];
  const add = (next: Piece<Role>) => {
    const before = pieces.at(-1);
    if (next.text === '') return;
    if (before?.role === null && next.role === null) before.text += next.text;
    else pieces.push({ ...next });
  };
  texts.forEach((text, i) => {
    add({ text, role: null });
    const hole = holes[i];
    if (hole === undefined) return;
    if (typeof hole === 'string') add({ text: hole, role: null });
    else for (const next of 'text' in hole ? [hole] : hole) add(next);
  });
  return pieces;
}

/** The sentence without its marks, e.g. for those who hear it. */
export function plainText(pieces: readonly Piece<string>[]): string {
  return pieces.map(({ text }) => text).join('');
}
