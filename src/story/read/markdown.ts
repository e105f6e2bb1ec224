import { Lexer, type Token, type Tokens } from 'marked';

/**
 * The text of a scene as a tree. Markdown is parsed to tokens and never to HTML: what the subset has no word for (raw HTML, pictures,
 * tables) stays the text that it is, so that nothing in a table can become markup.
 */

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong'; children: Inline[] }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'break' };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Inline[][] }
  | { type: 'quote'; children: Inline[] }
  /** Quotations from the record: a block quote of links alone, each shown as a card. */
  | { type: 'cards'; links: { href: string; words: string }[] }
  | { type: 'rule' };

/** What a scene says to the reader, and what its speaker alone sees. */
export interface SceneText {
  blocks: Block[];
  /** Notes for the speaker, as text; empty where the scene has none. */
  notes: string;
}

const NOTES = /^[ \t]*---notes---[ \t]*$/m;

/** Reads the text of a scene; what stands after a line `---notes---` is for the speaker. */
export function readText(markdown: string): SceneText {
  const cut = NOTES.exec(markdown);
  const shown = cut === null ? markdown : markdown.slice(0, cut.index);
  const notes = cut === null ? '' : markdown.slice(cut.index + cut[0].length).trim();
  return { blocks: blocksOf(new Lexer({ gfm: false }).lex(shown)), notes };
}

function blocksOf(tokens: readonly Token[]): Block[] {
  return tokens.flatMap((token): Block[] => {
    switch (token.type) {
      case 'space':
      case 'def':
        return [];
      case 'hr':
        return [{ type: 'rule' }];
      case 'heading':
        return [{ type: 'heading', children: inlineOf(token.tokens) }];
      case 'list':
        return [
          {
            type: 'list',
            ordered: (token as Tokens.List).ordered,
            items: (token as Tokens.List).items.map((item) => inlineOf(item.tokens)),
          },
        ];
      case 'blockquote': {
        const children = inlineOf(token.tokens);
        const cards = cardsOf(children);
        return [cards === null ? { type: 'quote', children } : { type: 'cards', links: cards }];
      }
      case 'paragraph':
      case 'text':
        return [{ type: 'paragraph', children: inlineOf(token.tokens) }];
      default:
        return [{ type: 'paragraph', children: [{ type: 'text', text: token.raw.trim() }] }];
    }
  });
}

/** The links of a quotation that consists of nothing else; null for any other. */
function cardsOf(children: readonly Inline[]): { href: string; words: string }[] | null {
  const links: { href: string; words: string }[] = [];
  for (const child of children) {
    if (child.type === 'link') links.push({ href: child.href, words: plainText(child.children) });
    else if (child.type !== 'break' && !(child.type === 'text' && child.text.trim() === '')) return null;
  }
  return links.length > 0 ? links : null;
}

/** Blocks within an item or a quotation run on as lines: the subset nests no blocks. */
function inlineOf(tokens: readonly Token[] | undefined): Inline[] {
  const inline: Inline[] = [];
  for (const token of tokens ?? []) {
    switch (token.type) {
      case 'strong':
      case 'em':
        inline.push({ type: token.type === 'em' ? 'emphasis' : 'strong', children: inlineOf(token.tokens) });
        break;
      case 'codespan':
        inline.push({ type: 'code', text: (token as Tokens.Codespan).text });
        break;
      case 'link':
        inline.push({ type: 'link', href: (token as Tokens.Link).href, children: inlineOf(token.tokens) });
        break;
      case 'br':
        inline.push({ type: 'break' });
        break;
      case 'space':
        break;
      case 'paragraph':
      case 'text':
        if (token.tokens === undefined) inline.push({ type: 'text', text: flowing(token.text as string) });
        else {
          if (inline.length > 0) inline.push({ type: 'break' });
          inline.push(...inlineOf(token.tokens));
        }
        break;
      case 'escape':
        inline.push({ type: 'text', text: token.text as string });
        break;
      default:
        inline.push({ type: 'text', text: flowing(token.raw) });
    }
  }
  return inline;
}

/** Line ends within a paragraph are spaces. */
function flowing(text: string): string {
  return text.replaceAll('\n', ' ');
}

/** The words alone, for a label, a check or a plain-text copy. */
export function plainText(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'text' || child.type === 'code') return child.text;
      return child.type === 'break' ? ' ' : plainText(child.children);
    })
    .join('');
}

/** Every link in running text and cards, in its order. */
function linksOf(blocks: readonly Block[]): { href: string; words: string }[] {
  const found: { href: string; words: string }[] = [];
  const walk = (children: readonly Inline[]): void => {
    for (const child of children) {
      if (child.type === 'link') found.push({ href: child.href, words: plainText(child.children) });
      if (child.type === 'link' || child.type === 'strong' || child.type === 'emphasis') walk(child.children);
    }
  };
  for (const block of blocks) {
    if (block.type === 'cards') found.push(...block.links);
    else if (block.type === 'list') for (const item of block.items) walk(item);
    else if (block.type !== 'rule') walk(block.children);
  }
  return found;
}

/** Every address in a text, in its order, once each. */
export function hrefsOf(blocks: readonly Block[]): string[] {
  return [...new Set(linksOf(blocks).map(({ href }) => href))];
}

/** The words of the first link of a block that has this address; empty where none has. */
export function wordsOf(block: Block, href: string): string {
  return linksOf([block]).find((link) => link.href === href)?.words ?? '';
}

/** Sentences of the text that lead to no evidence: a text that keeps its word has none. */
export function unlinkedSentences(blocks: readonly Block[]): string[] {
  const unlinked: string[] = [];
  for (const block of blocks) {
    const runs = block.type === 'paragraph' ? [block.children] : block.type === 'list' ? block.items : [];
    for (const run of runs) unlinked.push(...withoutLink(run));
  }
  return unlinked;
}

/** Marks a link in running text; private use, so that no text holds it. */
const MARK = '\uE000';

function withoutLink(run: readonly Inline[]): string[] {
  const flat = (children: readonly Inline[]): string =>
    children
      .map((child) => {
        if (child.type === 'text' || child.type === 'code') return child.text;
        if (child.type === 'break') return ' ';
        return child.type === 'link' ? MARK + plainText(child.children) : flat(child.children);
      })
      .join('');
  return flat(run)
    .split(/(?<=[.!?]["”’»)]*)\s+(?=[\uE000“"‘(]*\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence) && !sentence.includes(MARK));
}
