import type { Article, Saying } from '../../article/readArticle';
import { isWithin, paragraphsIn, type Span } from '../../article/text';

/** An article as it is drawn: its own letters, every one of them, cut where something is marked. */

/** Letters of one kind in a row. */
export interface ArticlePiece extends Span {
  text: string;
  role: 'plain' | 'actor' | 'date';
  /** Index into the article's mentions or dates; -1 for plain words. */
  of: number;
}

/** A stretch of a paragraph: a saying that can be taken, or words around it. */
export interface ArticleBlock extends Span {
  /** Index into the article's sayings, -1 for none. */
  saying: number;
  kind: Saying['kind'] | 'plain';
  pieces: readonly ArticlePiece[];
}

function piecesOf(article: Article, { start, end }: Span): ArticlePiece[] {
  const marks = [
    ...article.mentions.map((mention, of) => ({ start: mention.start, end: mention.end, role: 'actor' as const, of })),
    ...article.dates.map((date, of) => ({ start: date.start, end: date.end, role: 'date' as const, of })),
  ]
    .filter((mark) => mark.start >= start && mark.end <= end)
    .sort((a, b) => a.start - b.start);
  const pieces: ArticlePiece[] = [];
  let at = start;
  const plain = (until: number) => {
    if (until > at) pieces.push({ start: at, end: until, text: article.text.slice(at, until), role: 'plain', of: -1 });
  };
  for (const mark of marks) {
    if (mark.start < at) continue;
    plain(mark.start);
    pieces.push({ ...mark, text: article.text.slice(mark.start, mark.end) });
    at = mark.end;
  }
  plain(end);
  return pieces;
}

/** The paragraphs of an article, each cut into what can be taken and what stands around it. */
export function articleBlocks(article: Article): ArticleBlock[][] {
  return paragraphsIn(article.text).map((paragraph) => {
    const blocks: ArticleBlock[] = [];
    let at = paragraph.start;
    const add = (span: Span, saying: number, kind: ArticleBlock['kind']) => {
      if (span.end > span.start) blocks.push({ ...span, saying, kind, pieces: piecesOf(article, span) });
    };
    article.sayings.forEach((saying, i) => {
      if (!isWithin(saying, paragraph) || saying.start < at) return;
      add({ start: at, end: saying.start }, -1, 'plain');
      add(saying, i, saying.kind);
      at = saying.end;
    });
    add({ start: at, end: paragraph.end }, -1, 'plain');
    return blocks;
  });
}
