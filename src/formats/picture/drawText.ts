import { readPaint, svgNode, type SvgNode } from './svgTree';
import { textRun } from './textRuns';

/** Letters in use by the type that they are set in, so that only the files with those letters go along. */
export interface UsedType {
  family: string;
  weight: number;
  italic: boolean;
  letters: Set<string>;
}

/** Notes what type a picture uses. */
export class TypeUse {
  readonly used = new Map<string, UsedType>();

  add(style: CSSStyleDeclaration, text: string): void {
    const family = (style.fontFamily.split(',')[0] ?? '').replace(/["']/g, '').trim();
    const weight = Number(style.fontWeight) || 400;
    const italic = style.fontStyle !== 'normal';
    const key = `${family} ${weight} ${italic}`;
    const use = this.used.get(key) ?? { family, weight, italic, letters: new Set() };
    for (const letter of text) use.letters.add(letter);
    this.used.set(key, use);
  }
}

/** What stands in for our type in a program that does not read the type inside a picture, the narrowest first: a wider one would overprint. */
const STAND_INS: readonly [ours: RegExp, names: string][] = [
  [
    /Source Sans/,
    "'Source Sans 3 Variable', 'Source Sans 3', 'Source Sans Pro', 'Liberation Sans Narrow', 'Arial Narrow', Arial, sans-serif",
  ],
  [/Piazzolla/, "'Piazzolla Variable', 'Piazzolla', 'Liberation Serif', 'Times New Roman', serif"],
];

/** Families by which a picture names its type, from those of the page. */
export function familiesFor(families: string): string {
  return STAND_INS.find(([ours]) => ours.test(families))?.[1] ?? families.replace(/"/g, "'");
}

/**
 * The width that a text has on the page, as SVG asks for it: a program with other type fits its letters into that. Nothing for a single
 * letter, which has no width to be fitted to.
 *
 * @param width px
 */
export function fitted(text: string, width: number): Record<string, string | number> {
  return [...text.trim()].length < 2 || !(width > 0)
    ? {}
    : { textLength: Math.round(width * 100) / 100, lengthAdjust: 'spacingAndGlyphs' };
}

/** Attributes of text as SVG has them, from its computed style. */
export function typeAttributes(style: CSSStyleDeclaration): Record<string, string | number> {
  return {
    'font-family': familiesFor(style.fontFamily),
    'font-size': Number.parseFloat(style.fontSize),
    ...(style.fontWeight === '400' ? {} : { 'font-weight': style.fontWeight }),
    ...(style.fontStyle === 'normal' ? {} : { 'font-style': 'italic' }),
    ...(style.letterSpacing === 'normal' ? {} : { 'letter-spacing': Number.parseFloat(style.letterSpacing) }),
  };
}

const risers = new Map<string, number>();
let ruler: CanvasRenderingContext2D | null = null;

/** How far down a line's box its baseline lies, as a share of the box. */
function rise(style: CSSStyleDeclaration): number {
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const known = risers.get(font);
  if (known !== undefined) return known;
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null) return 0.8;
  ruler.font = font;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ruler.measureText('Hg');
  const share = up + down > 0 ? up / (up + down) : 0.8;
  risers.set(font, share);
  return share;
}

interface Line {
  text: string;
  box: DOMRect;
}

/** A box that shows no more of its text than fits: on one line, cut at its right edge, or on some lines, cut at its foot. */
export interface Cut {
  box: DOMRect;
  lines: 'one' | 'some';
}

/** What an element cuts of its own text with a mark, as its style sheet says; null where all of it is shown. */
export function cutOf(element: HTMLElement, style: CSSStyleDeclaration): Cut | null {
  if (style.overflowX === 'visible') return null;
  if (style.webkitLineClamp !== 'none' && style.webkitLineClamp !== '' && element.scrollHeight > element.clientHeight + 1)
    return { box: element.getBoundingClientRect(), lines: 'some' };
  if (style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth)
    return { box: element.getBoundingClientRect(), lines: 'one' };
  return null;
}

const MARK = '…';

/** How far the letters from `start` on, up to `end`, reach that stand left of `right` (px), and where the last of them ends. */
function lettersWithin(node: Text, start: number, end: number, right: number): { end: number; right: number } {
  const range = document.createRange();
  let last = { end: start, right };
  for (let i = start + 1; i <= end; i++) {
    range.setStart(node, i - 1);
    range.setEnd(node, i);
    const letter = range.getBoundingClientRect();
    if (letter.right > right) break;
    last = { end: i, right: letter.right };
  }
  return last;
}

/** Stretches of a word that the page has set on different lines (a hyphen may end one). */
function stretches(node: Text, start: number, end: number): { start: number; end: number; box: DOMRect }[] {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const boxes = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const [first] = boxes;
  if (first === undefined) return [];
  if (boxes.every((box) => Math.abs(box.top - first.top) < 2)) return [{ start, end, box: range.getBoundingClientRect() }];
  const parts: { start: number; end: number; box: DOMRect }[] = [];
  for (let i = start; i < end; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const box = range.getBoundingClientRect();
    const last = parts.at(-1);
    if (last !== undefined && Math.abs(last.box.top - box.top) < 2) {
      last.end = i + 1;
      last.box = new DOMRect(last.box.left, last.box.top, box.right - last.box.left, last.box.height);
    } else parts.push({ start: i, end: i + 1, box });
  }
  return parts;
}

/** The lines into which the page has broken a text, each with its box; what is cut off ends in a mark. */
function linesOf(node: Text, size: number, cut: Cut | null): Line[] {
  const lines: (Line & { start: number; end: number })[] = [];
  for (const word of node.data.matchAll(/\S+/g)) {
    for (const { start, end, box } of stretches(node, word.index, word.index + word[0].length)) {
      const text = node.data.slice(start, end);
      const last = lines.at(-1);
      if (last !== undefined && Math.abs(last.box.top - box.top) < 2 && box.left >= last.box.left) {
        last.text += ` ${text}`;
        last.end = end;
        last.box = new DOMRect(last.box.left, last.box.top, box.right - last.box.left, last.box.height);
      } else lines.push({ text, box, start, end });
    }
  }
  if (cut === null) return lines;
  const room = cut.box.right - size * 0.6;
  const shown = lines.filter(({ box }) => box.top + box.height / 2 < cut.box.bottom && box.left < cut.box.right);
  return shown.map((line, i) => {
    const over =
      cut.lines === 'one' ? line.box.right > cut.box.right + 0.5 : i === shown.length - 1 && shown.length < lines.length;
    if (!over) return line;
    const kept = lettersWithin(node, line.start, line.end, room);
    const text = node.data.slice(line.start, kept.end).replace(/\s+/g, ' ').trimEnd();
    const { left, top, height } = line.box;
    return { text: `${text}${MARK}`, box: new DOMRect(left, top, kept.right + size * 0.6 - left, height) };
  });
}

/** A text of the page, line by line where the page has set it. */
export function drawText(
  node: Text,
  style: CSSStyleDeclaration,
  origin: DOMRect,
  use: TypeUse,
  cut: Cut | null = null,
): SvgNode[] {
  const paint = readPaint(style.color);
  const size = Number.parseFloat(style.fontSize);
  if (paint === null || style.visibility !== 'visible' || size < 1) return [];
  return linesOf(node, size, cut).map(({ text, box }) => {
    const words = style.textTransform === 'uppercase' ? text.toUpperCase() : text;
    use.add(style, words);
    const [left, baseline] = [box.left - origin.left, box.top - origin.top + box.height * rise(style)];
    return textRun(
      svgNode(
        'text',
        {
          x: left,
          y: baseline,
          ...typeAttributes(style),
          ...fitted(words, box.width),
          fill: paint.colour,
          ...(paint.opacity < 1 ? { 'fill-opacity': paint.opacity } : {}),
        },
        [words],
      ),
      { left, right: left + box.width, baseline, size },
    );
  });
}
