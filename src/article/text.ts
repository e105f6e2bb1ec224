/**
 * The parts of a running text, by Unicode's own rules of boundaries (UAX 29, as Intl.Segmenter has them), mended where those rules know
 * nothing of abbreviations. Every part keeps its place: what is marked on the page stands where it was pasted.
 */

/** A stretch of a text: `text.slice(start, end)`. */
export interface Span {
  start: number;
  /** Exclusive. */
  end: number;
}

/** A word where it stands; without a possessive at its end. */
export interface Word extends Span {
  text: string;
}

const POSSESSIVE = /['’]s$/i;

const words = new Intl.Segmenter('und', { granularity: 'word' });
const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });

/** The words of a text: letters and digits; `U.S.` is the word `US`, `Belarus’s` the word `Belarus`. */
export function wordsIn(text: string): Word[] {
  const found: Word[] = [];
  for (const { segment, index, isWordLike } of words.segment(text)) {
    if (isWordLike !== true) continue;
    const bare = segment.replace(POSSESSIVE, '');
    const plain = /^(\p{L}\.)+\p{L}$/u.test(bare) ? bare.replaceAll('.', '') : bare;
    found.push({ start: index, end: index + bare.length, text: plain });
  }
  return found;
}

/** How many words a text has, as a contributor counts them. */
export function wordCount(text: string): number {
  return wordsIn(text).length;
}

/** Words after whose full stop a sentence goes on: titles, offices and units of six languages. */
const ABBREVIATION =
  /(?:^|[\s(«„“"])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Rep|Gov|St|No|vs|approx|\p{Lu}|г|гг|им|т|д|ул|тыс|млн|млрд|руб|вул|стар|см|р|рр|godz|ul|tys|mln|mld|płk|gen|prof|dr|m|d|val|proc|mlrd|tūkst)\.\s*$/u;

const trimmed = (text: string, { start, end }: Span): Span => {
  const piece = text.slice(start, end);
  const before = piece.length - piece.trimStart().length;
  return { start: start + before, end: Math.max(start + before, end - (piece.length - piece.trimEnd().length)) };
};

/** The paragraphs of a text, without the white space around them; empty ones are none. */
export function paragraphsIn(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    const span = trimmed(text, { start: match.index, end: match.index + match[0].length });
    if (span.end > span.start) found.push(span);
  }
  return found;
}

/**
 * The sentences of a text in order, none across a paragraph's end. A piece is joined to the one before it where that ends in an
 * abbreviation or an initial, where it goes on in a small letter, and where both are within one quotation's marks.
 *
 * @param within quotations: a sentence is never cut inside one
 */
export function sentencesIn(text: string, within: readonly Span[] = []): Span[] {
  const found: Span[] = [];
  for (const paragraph of paragraphsIn(text)) {
    let open: Span | null = null;
    for (const { segment, index } of sentences.segment(text.slice(paragraph.start, paragraph.end))) {
      const start = paragraph.start + index;
      const end = start + segment.length;
      const goesOn: boolean =
        open !== null &&
        (ABBREVIATION.test(text.slice(open.start, open.end)) ||
          /^[\s"'»”’–—-]*\p{Ll}/u.test(segment) ||
          within.some((quotation) => quotation.start < start && quotation.end > start));
      if (open !== null && goesOn) open = { start: open.start, end };
      else {
        if (open !== null) found.push(trimmed(text, open));
        open = { start, end };
      }
    }
    if (open !== null) found.push(trimmed(text, open));
  }
  return found.filter(({ start, end }) => end > start);
}

/** Whether one stretch lies within another. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
