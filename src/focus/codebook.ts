import { readDocument, wordsOf, type Piece, type Run } from '../ui/documentText';
import { GRADE_WORDS, type Grade } from '../words/scores';

/** What a record's codebook says to whoever gives a score: the words for each grade, and the finer points. */

/** For what a grade is given. */
export interface Anchor {
  grade: Grade;
  /** The codebook's label: `cooperative`. */
  label: string;
  /** For what it is given, in the codebook's words. */
  words: string;
}

/** A rule that decides between two grades. */
export interface FinerPoint {
  name: string;
  words: string;
}

export interface Codebook {
  /** One a grade, from -2 to +2. */
  anchors: readonly Anchor[];
  points: readonly FinerPoint[];
  /** Whether the anchors are the record's own, and not the general ones of the scale. */
  own: boolean;
}

const GRADES: readonly Grade[] = [-2, -1, 0, 1, 2];

/** What the five grades mean where a record has no codebook at hand. */
const GENERAL: Readonly<Record<Grade, string>> = {
  [-2]: 'the target as an enemy; threats, force, measures that break off',
  [-1]: 'blame, warning, refusal, protest; measures that can be taken back',
  0: 'facts and procedure; praise and blame of equal weight',
  1: 'an opening: readiness to talk or trade, thanks, easing',
  2: 'alliance, praise, commitment; help',
};

/** The general anchors, for a record whose codebook is not at hand. */
export const GENERAL_CODEBOOK: Codebook = {
  anchors: GRADES.map((grade) => ({ grade, label: GRADE_WORDS[grade], words: GENERAL[grade] })),
  points: [],
  own: false,
};

function gradeIn(runs: readonly Run[] | undefined): Grade | undefined {
  const text = wordsOf(runs ?? [])
    .trim()
    .replace('\u2212', '-');
  return /^[+-]?\d$/.test(text) ? GRADES.find((grade) => grade === Number(text)) : undefined;
}

/** The first table that has a row for each of the five grades: score, label, what it is given for. */
function anchorsIn(pieces: readonly Piece[]): Anchor[] | null {
  for (const piece of pieces) {
    if (piece.type !== 'table' || piece.head.length < 2) continue;
    const anchors = piece.rows.flatMap((cells): Anchor[] => {
      const grade = gradeIn(cells[0]);
      if (grade === undefined) return [];
      const label = piece.head.length > 2 ? wordsOf(cells[1] ?? []) : GRADE_WORDS[grade];
      return [{ grade, label, words: wordsOf(cells[piece.head.length > 2 ? 2 : 1] ?? []) }];
    });
    if (GRADES.every((grade) => anchors.some((anchor) => anchor.grade === grade)))
      return GRADES.flatMap((grade) => anchors.find((anchor) => anchor.grade === grade) ?? []);
  }
  return null;
}

/** The first list under the heading `Finer points`: a name in bold, and what it says. */
function pointsIn(pieces: readonly Piece[]): FinerPoint[] {
  const from = pieces.findIndex((piece) => piece.type === 'heading' && /^finer points/i.test(wordsOf(piece.runs)));
  if (from < 0) return [];
  const rest = pieces.slice(from + 1);
  const end = rest.findIndex(({ type }) => type === 'heading');
  const list = (end < 0 ? rest : rest.slice(0, end)).find((piece) => piece.type === 'list');
  if (list?.type !== 'list') return [];
  return list.items.flatMap((runs) => {
    const [first, ...others] = runs;
    if (first?.type !== 'strong') return [];
    return [{ name: wordsOf([first]).replace(/[.:]$/, ''), words: wordsOf(others).replace(/\s+/g, ' ').trim() }];
  });
}

/**
 * Reads a codebook in Markdown.
 *
 * @param markdown null where the record has none at hand: the general anchors then stand in
 */
export function readCodebook(markdown: string | null): Codebook {
  if (markdown === null) return GENERAL_CODEBOOK;
  const pieces = readDocument(markdown);
  const anchors = anchorsIn(pieces);
  return { anchors: anchors ?? GENERAL_CODEBOOK.anchors, points: pointsIn(pieces), own: anchors !== null };
}

/**
 * A codebook without what would give away how rows were scored: rows of tables, items of lists and paragraphs that name one of `ids`.
 *
 * @param ids of statements and events that somebody is to code blind
 */
export function withoutExamples(markdown: string, ids: ReadonlySet<string>): string {
  const named = (text: string) =>
    (text.match(/[\p{L}\p{N}][\p{L}\p{N}._-]*/gu) ?? []).some((word) => ids.has(word) || ids.has(word.split('--')[0] ?? ''));
  // A row of a table, an item and a paragraph each stand on lines of their own; an item may go on over several.
  const kept: string[] = [];
  let dropping = false;
  for (const line of markdown.split('\n')) {
    const goesOn = /^\s+\S/.test(line);
    if (dropping && goesOn) continue;
    dropping = named(line);
    if (!dropping) kept.push(line);
  }
  return kept.join('\n');
}
