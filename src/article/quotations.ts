import { isSpeech } from './speech';
import { paragraphsIn, wordCount, wordsIn, type Span } from './text';

/** Somebody's own words in a text. */
export interface Quotation extends Span {
  /** The words within the marks: `text.slice(inner.start, inner.end)`. */
  inner: Span;
  /** How it is told: between quotation marks, or after the dash that opens a line of talk. */
  told: 'marks' | 'dash';
}

/** What closes what opens: English, Polish and Lithuanian, Russian, Belarusian and Ukrainian, German. */
const CLOSES: Readonly<Record<string, string>> = { '“': '”', '„': '”“"', '«': '»', '»': '«', '"': '"', '‘': '’' };

/** Fewer words between marks are a name (“Belavia”), a title or a word held at arm's length. */
const FEWEST = 3;

/**
 * The quotations of a text in order: what stands between marks of any of the languages above, and the speech of a line that opens with a
 * dash and is parted by another from the words that tell who speaks. Marks within marks belong to the outer ones; a mark that is never
 * closed is closed by the end of its paragraph, as where a speech goes on in the next.
 */
export function quotationsIn(text: string): Quotation[] {
  return paragraphsIn(text).flatMap((paragraph) => {
    const dashed = dashedSpeech(text, paragraph);
    return dashed.length > 0 ? dashed : marked(text, paragraph);
  });
}

function marked(text: string, paragraph: Span): Quotation[] {
  const found: Quotation[] = [];
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const mark = text[i] ?? '';
    const closes = CLOSES[mark];
    if (closes === undefined || !opens(text, i, mark)) continue;
    const end = closing(text, i, paragraph.end, mark, closes);
    if (end < 0) {
      // A single mark that nothing closes is an apostrophe.
      if (mark === '‘' || mark === '»' || mark === '"') continue;
    }
    const inner = { start: i + 1, end: end < 0 ? paragraph.end : end };
    if (wordCount(text.slice(inner.start, inner.end)) >= FEWEST)
      found.push({ start: i, end: end < 0 ? paragraph.end : end + 1, inner, told: 'marks' });
    i = (end < 0 ? paragraph.end : end + 1) - 1;
  }
  return found;
}

/** A mark that opens follows a space, a bracket, a dash or nothing; `»` opens only where German books turn it. */
function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (/\s/.test(after)) return false;
  if (mark === '«' || mark === '“' || mark === '„') return true;
  return /[\s([{—–-]/.test(before);
}

function closing(text: string, from: number, limit: number, mark: string, closes: string): number {
  let depth = 0;
  for (let j = from + 1; j < limit; j++) {
    const here = text[j] ?? '';
    if (here === mark && mark !== '"') depth++;
    else if (closes.includes(here)) {
      // An apostrophe within a word closes nothing.
      if (here === '’' && /\p{L}/u.test(text[j + 1] ?? '')) continue;
      if (depth === 0) return j;
      depth--;
    }
  }
  return -1;
}

/** `– Words said – said somebody. – More words.`: as Polish, Russian and their neighbours print talk. */
function dashedSpeech(text: string, paragraph: Span): Quotation[] {
  const piece = text.slice(paragraph.start, paragraph.end);
  const opening = /^[–—-]\s+/.exec(piece);
  if (opening === null) return [];
  const found: Quotation[] = [];
  // Parts between dashes: speech, teller, speech …; a teller's part begins with a verb of speech within its first words.
  const parts: Span[] = [];
  let from = opening[0].length;
  for (const dash of piece.matchAll(/[,.!?…]?\s+[–—-]\s+/g)) {
    if (dash.index < from) continue;
    parts.push({ start: from, end: dash.index + (/^[.!?…]/.test(dash[0]) ? 1 : 0) });
    from = dash.index + dash[0].length;
  }
  parts.push({ start: from, end: piece.length });
  for (const { start, end } of parts) {
    const words = wordsIn(piece.slice(start, end));
    const tells = words.slice(0, 4).some(isSpeech) && /^\p{Ll}/u.test(piece.slice(start));
    if (tells || words.length < FEWEST) continue;
    const inner = { start: paragraph.start + start, end: paragraph.start + end };
    found.push({ ...inner, inner, told: 'dash' });
  }
  // Without anybody who tells it is a list, not talk.
  return found.length === parts.length ? [] : found;
}
