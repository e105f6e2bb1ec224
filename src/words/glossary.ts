/**
 * Words of the field that a newcomer meets on the page, each told in one sentence where it stands: the word is dotted, and opens it. No
 * number of a record stands here, so that a sentence is true of every record.
 */
const GLOSSARY = {
  fading:
    'The stance shown is a mean in which a row counts half as much after every such span, so that what was said lately weighs most; with no new row it stands still.',
  thin: 'A line that rests on few rows, or on old ones, is drawn paler; “Full strength” draws all lines alike.',
  'not covered': 'The record has no row of it up to this date: that is not zero, and not the same as nothing happened.',
  'asserted change':
    'A change in the words and acts of one actor on another that a test against chance lets pass; the band covers all days on which it may lie.',
  occasions: 'Rows that tell of one act, talk or decision are one occasion: what was reported ten times counts once.',
  interval:
    'Where the number would lie in about nine of ten cases, had other rows of the same kind been collected; a wide one rests on little.',
  p: 'How often these same rows in shuffled order show a change as large: the smaller it is, the poorer an explanation chance is.',
  q: 'Of all the changes that stand out as much as this one, the share that chance alone must be expected to bring: p, after counting how many pairs were tested.',
  coder:
    'A coder, a person or a language model, reads a row and gives each stance in it a score; where several read it, the record says what they agreed on.',
  more: 'A +2 stands for two more events on that spot, which have no room for their names: press it to choose one.',
  rift: 'How far two actors are apart on the third actors of whom both speak: 0 is full agreement, 1 the opposite ends of the scale on all of them.',
  triad:
    'Three actors whose three pairs all have a sign; it is balanced where the signs multiply to plus: a friend’s friend is a friend, an enemy’s enemy is one too.',
  frustration: 'The fewest pairs that would have to change their sign before the whole net falls into two camps without strain.',
  diagnosticity:
    'How far a row tells the explanations apart: one that fits them all alike says nothing about which of them holds.',
} as const;

export type Term = keyof typeof GLOSSARY;

/** The one sentence that tells what a word means here. */
export function meaningOf(term: Term): string {
  return GLOSSARY[term];
}

/** How a word stands in a sentence that was computed. */
const IN_TEXT: Partial<Record<Term, RegExp>> = {
  occasions: /\boccasions?\b/,
  interval: /\b90% interval\b/,
  p: /\bp [=<>] ?[.\d]+/,
  q: /\bq [=<>] ?[.\d]+/,
  triad: /\btriads?\b/i,
  frustration: /\bfrustration index\b/i,
};

/** A piece of a sentence; `term` where it is a word that can be opened. */
export interface Piece {
  text: string;
  term: Term | null;
}

/** Cuts a sentence at the words that can be explained, each at the first place where it stands. The pieces joined are the sentence. */
export function explained(sentence: string): Piece[] {
  const found = (Object.entries(IN_TEXT) as [Term, RegExp][])
    .flatMap(([term, pattern]) => {
      const match = pattern.exec(sentence);
      return match === null ? [] : [{ term, at: match.index, text: match[0] }];
    })
    .sort((a, b) => a.at - b.at);
  const pieces: Piece[] = [];
  let done = 0;
  for (const { term, at, text } of found) {
    if (at > done) pieces.push({ text: sentence.slice(done, at), term: null });
    pieces.push({ text, term });
    done = at + text.length;
  }
  if (done < sentence.length) pieces.push({ text: sentence.slice(done), term: null });
  return pieces;
}
