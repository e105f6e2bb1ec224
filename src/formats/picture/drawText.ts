import { readPaint, svgNode, type SvgNode } from './svgTree';

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

/** The lines into which the page has broken a text, each with its box. */
function linesOf(node: Text): Line[] {
  const range = document.createRange();
  const lines: Line[] = [];
  for (const word of node.data.matchAll(/\S+/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    const box = [...range.getClientRects()].find((rect) => rect.width > 0);
    if (box === undefined) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.box.top - box.top) < 2 && box.left >= last.box.left) {
      last.text += ` ${word[0]}`;
      last.box = new DOMRect(last.box.left, last.box.top, box.right - last.box.left, last.box.height);
    } else lines.push({ text: word[0], box });
  }
  return lines;
}

/** A text of the page, line by line where the page has set it. */
export function drawText(node: Text, style: CSSStyleDeclaration, origin: DOMRect, use: TypeUse): SvgNode[] {
  const paint = readPaint(style.color);
  if (paint === null || style.visibility !== 'visible' || Number.parseFloat(style.fontSize) < 1) return [];
  return linesOf(node).map(({ text, box }) => {
    const words = style.textTransform === 'uppercase' ? text.toUpperCase() : text;
    use.add(style, words);
    return svgNode(
      'text',
      {
        x: box.left - origin.left,
        y: box.top - origin.top + box.height * rise(style),
        ...typeAttributes(style),
        ...fitted(words, box.width),
        fill: paint.colour,
        ...(paint.opacity < 1 ? { 'fill-opacity': paint.opacity } : {}),
      },
      [words],
    );
  });
}
