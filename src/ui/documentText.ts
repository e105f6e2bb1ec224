import { Lexer, type Token, type Tokens } from 'marked';

/**
 * A document in Markdown (a codebook, a change log) as a tree of plain values. It is parsed to tokens and never to HTML: what the tree has
 * no word for stays the text that it is, so that nothing in a file can become markup.
 */

export type Run =
  | { type: 'text'; text: string }
  | { type: 'strong'; runs: Run[] }
  | { type: 'emphasis'; runs: Run[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; runs: Run[] };

export type Piece =
  | { type: 'heading'; level: number; runs: Run[] }
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'list'; ordered: boolean; items: Run[][] }
  | { type: 'table'; head: Run[][]; rows: Run[][][] }
  | { type: 'code'; text: string };

/** Reads a document. Only web addresses become links; any other address is said as its words. */
export function readDocument(markdown: string): Piece[] {
  return new Lexer().lex(markdown).flatMap(pieceOf);
}

function pieceOf(token: Token): Piece[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return [{ type: 'heading', level: depth, runs: runsOf(tokens) }];
    }
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return [{ type: 'list', ordered, items: items.map((item) => runsOf(item.tokens)) }];
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cell = ({ tokens }: Tokens.TableCell) => runsOf(tokens);
      return [{ type: 'table', head: header.map(cell), rows: rows.map((row) => row.map(cell)) }];
    }
    case 'blockquote':
      return ((token as Tokens.Blockquote).tokens ?? []).flatMap(pieceOf);
    case 'code':
      return [{ type: 'code', text: (token as Tokens.Code).text }];
    case 'paragraph':
    case 'text':
      return [{ type: 'paragraph', runs: runsOf((token as Tokens.Paragraph).tokens) }];
    default:
      return [{ type: 'paragraph', runs: [{ type: 'text', text: token.raw.trim() }] }];
  }
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
/** `marked` escapes text for HTML, which this is not. */
const unescaped = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

function runsOf(tokens: readonly Token[] | undefined): Run[] {
  return (tokens ?? []).flatMap((token): Run[] => {
    switch (token.type) {
      case 'strong':
        return [{ type: 'strong', runs: runsOf(token.tokens) }];
      case 'em':
        return [{ type: 'emphasis', runs: runsOf(token.tokens) }];
      case 'codespan':
        return [{ type: 'code', text: unescaped((token as Tokens.Codespan).text) }];
      case 'link': {
        const { href } = token as Tokens.Link;
        const runs = runsOf(token.tokens);
        return /^https?:\/\//i.test(href) ? [{ type: 'link', href, runs }] : runs;
      }
      case 'br':
        return [{ type: 'text', text: ' ' }];
      case 'paragraph':
      case 'text':
      case 'escape':
        return token.type !== 'escape' && 'tokens' in token && token.tokens
          ? runsOf(token.tokens)
          : [{ type: 'text', text: unescaped((token as Tokens.Text).text) }];
      case 'list':
        return (token as Tokens.List).items.flatMap((item) => [{ type: 'text' as const, text: ' ' }, ...runsOf(item.tokens)]);
      default:
        return [{ type: 'text', text: token.raw }];
    }
  });
}

/** A heading as a link names it, as code hosts do: `The gap of two holders` is `the-gap-of-two-holders`. */
export function headingSlug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

/** The headings of a level with their slugs, in the order of the document. */
export function headingsOf(pieces: readonly Piece[], level: number): { slug: string; words: string }[] {
  return pieces.flatMap((piece) => {
    if (piece.type !== 'heading' || piece.level !== level) return [];
    const words = wordsOf(piece.runs);
    return [{ slug: headingSlug(words), words }];
  });
}

/** The words of runs, without what sets them apart. */
export function wordsOf(runs: readonly Run[]): string {
  return runs.map((run) => ('runs' in run ? wordsOf(run.runs) : run.text)).join('');
}
