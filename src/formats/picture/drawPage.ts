import { drawSvg } from './drawSvg';
import { cutOf, drawText, TypeUse, type Cut } from './drawText';
import { joinRuns } from './textRuns';
import { readPaint, readStripes, svgNode, type Paint, type SvgNode } from './svgTree';

/**
 * Draws a part of the page as SVG: boxes, rules, hatching, text line by line, and every `<svg>` in it with its styles written into it.
 * It reads where the browser has put things, so that the picture is what the reader sees, without a `<foreignObject>`.
 */
export class PageDrawing {
  readonly use = new TypeUse();
  readonly defs: SvgNode[] = [];
  /** Whether a part was painted on a canvas and stands in the picture as dots. */
  dots = false;
  readonly #origin: DOMRect;
  readonly #skip: string;
  readonly #instead: ReadonlyMap<Element, () => SvgNode[]>;
  /** What cuts the text that is being drawn. */
  #cut: Cut | null = null;
  #ids = 0;

  /**
   * @param root what becomes the picture; its corner is the origin
   * @param skip selector of what is not drawn (buttons and fields)
   * @param instead drawn in the place of an element's content
   */
  constructor(root: Element, skip: string, instead: ReadonlyMap<Element, () => SvgNode[]> = new Map()) {
    this.#origin = root.getBoundingClientRect();
    this.#skip = skip;
    this.#instead = instead;
  }

  draw(element: Element): SvgNode[] {
    // What is folded away (a closed <details>) has boxes all the same.
    if (element.matches(this.#skip) || !element.checkVisibility()) return [];
    const style = getComputedStyle(element);
    const opacity = Number(style.opacity);
    if (style.display === 'none' || opacity === 0) return [];
    if (element instanceof SVGSVGElement) return this.#svg(element, style, opacity);
    if (!(element instanceof HTMLElement)) return [];
    const turned = this.#turned(element, style);
    if (turned !== null) return turned;
    const nodes = style.visibility === 'visible' ? this.#box(element, style) : [];
    if (element instanceof HTMLCanvasElement) nodes.push(...this.#canvas(element));
    else nodes.push(...this.#clipped(element, style, this.#instead.get(element)?.() ?? this.#cutting(element, style)));
    if (nodes.length === 0 || opacity === 1) return nodes;
    return [svgNode('g', { opacity }, nodes)];
  }

  #cutting(element: HTMLElement, style: CSSStyleDeclaration): SvgNode[] {
    const outer = this.#cut;
    this.#cut = cutOf(element, style) ?? outer;
    const nodes = this.#children(element, style);
    this.#cut = outer;
    return nodes;
  }

  #children(element: HTMLElement, style: CSSStyleDeclaration): SvgNode[] {
    const drawn: { level: number; nodes: SvgNode[] }[] = [];
    for (const child of element.childNodes) {
      if (child instanceof globalThis.Text)
        drawn.push({ level: 0, nodes: drawText(child, style, this.#origin, this.use, this.#cut) });
      else if (child instanceof Element)
        drawn.push({ level: Number.parseInt(getComputedStyle(child).zIndex) || 0, nodes: this.draw(child) });
    }
    return joinRuns(drawn.sort((a, b) => a.level - b.level).flatMap(({ nodes }) => nodes));
  }

  /** An element that is turned: drawn straight, and turned in the picture. */
  #turned(element: HTMLElement, style: CSSStyleDeclaration): SvgNode[] | null {
    if (style.transform === 'none') return null;
    const { a, b, c, d, e, f } = new DOMMatrix(style.transform);
    if (Math.abs(b) < 1e-3 && Math.abs(c) < 1e-3) return null;
    const [x = 0, y = 0] = style.transformOrigin.split(' ').map(Number.parseFloat);
    const own = element.style.transform;
    element.style.transform = 'none';
    const box = element.getBoundingClientRect();
    const nodes = this.draw(element);
    element.style.transform = own;
    const [ox, oy] = [box.left - this.#origin.left + x, box.top - this.#origin.top + y];
    const list = [a, b, c, d, e, f].map((value) => Math.round(value * 1e4) / 1e4).join(' ');
    return nodes.length === 0
      ? []
      : [svgNode('g', { transform: `translate(${ox} ${oy}) matrix(${list}) translate(${-ox} ${-oy})` }, nodes)];
  }

  #svg(element: SVGSVGElement, style: CSSStyleDeclaration, opacity: number): SvgNode[] {
    const matrix = element.getScreenCTM();
    const box = element.getBoundingClientRect();
    if (matrix === null || box.width === 0 || box.height === 0) return [];
    const nodes: SvgNode[] = [];
    for (const child of element.children) {
      const drawn = child instanceof SVGElement ? drawSvg(child, this.use) : null;
      if (drawn !== null) nodes.push(drawn);
    }
    if (nodes.length === 0) return [];
    const list = [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e - this.#origin.left, matrix.f - this.#origin.top];
    const placed = svgNode(
      'g',
      {
        transform: `matrix(${list.map((value) => Math.round(value * 1e3) / 1e3).join(' ')})`,
        ...(opacity < 1 ? { opacity } : {}),
      },
      nodes,
    );
    return style.overflow === 'visible' ? [placed] : [this.#clip(box, [placed])];
  }

  #canvas(element: HTMLCanvasElement): SvgNode[] {
    const box = this.#place(element.getBoundingClientRect());
    if (element.width === 0 || element.height === 0) return [];
    this.dots = true;
    return [svgNode('image', { ...box, href: element.toDataURL() })];
  }

  #place({ left, top, width, height }: DOMRect): { x: number; y: number; width: number; height: number } {
    return { x: left - this.#origin.left, y: top - this.#origin.top, width, height };
  }

  #clip(box: DOMRect, nodes: SvgNode[]): SvgNode {
    const id = `cut-${this.#ids++}`;
    this.defs.push(svgNode('clipPath', { id }, [svgNode('rect', this.#place(box))]));
    return svgNode('g', { 'clip-path': `url(#${id})` }, nodes);
  }

  #clipped(element: HTMLElement, style: CSSStyleDeclaration, nodes: SvgNode[]): SvgNode[] {
    if (nodes.length === 0 || style.overflow === 'visible' || style.display === 'inline') return nodes;
    const over = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    return over ? [this.#clip(element.getBoundingClientRect(), nodes)] : nodes;
  }

  /** Ground and edges of an element; of one that runs over several lines, of each part. */
  #box(element: HTMLElement, style: CSSStyleDeclaration): SvgNode[] {
    const nodes: SvgNode[] = [];
    const ground = readPaint(style.backgroundColor);
    const images = style.backgroundImage === 'none' ? [] : style.backgroundImage.split(/,\s*(?=repeating-linear-gradient)/);
    for (const rect of grounds(element, style)) {
      const place = this.#place(rect);
      if (place.width === 0 || place.height === 0) continue;
      const radius = Number.parseFloat(style.borderTopLeftRadius);
      if (ground !== null) nodes.push(svgNode('rect', { ...place, ...(radius > 0 ? { rx: radius } : {}), ...fillOf(ground) }));
      // The first image of the list lies on top.
      for (const image of [...images].reverse()) nodes.push(...this.#stripes(image, place));
      nodes.push(...edges(style, place));
    }
    nodes.push(...this.#mark(element, '::before'), ...this.#mark(element, '::after'));
    return nodes;
  }

  #stripes(image: string, place: { x: number; y: number; width: number; height: number }): SvgNode[] {
    const stripes = readStripes(image);
    if (stripes === null) return [];
    const id = `lines-${this.#ids++}`;
    const { period, angle, bands } = stripes;
    // CSS runs its line through the middle of the box; the eye cannot tell where a hatch begins.
    this.defs.push(
      svgNode(
        'pattern',
        {
          id,
          patternUnits: 'userSpaceOnUse',
          width: period,
          height: period,
          patternTransform: `translate(${place.x} ${place.y}) rotate(${angle - 90})`,
        },
        bands.map(({ from, to, paint }) =>
          svgNode('rect', { x: from, y: 0, width: to - from, height: period, ...fillOf(paint) }),
        ),
      ),
    );
    return [svgNode('rect', { ...place, fill: `url(#${id})` })];
  }

  /** A mark that the style sheet adds in front of or after an element's content: drawn where it stands free (absolute, without words). */
  #mark(element: HTMLElement, which: '::before' | '::after'): SvgNode[] {
    const style = getComputedStyle(element, which);
    if (style.content === 'none' || style.content === 'normal' || style.position !== 'absolute') return [];
    const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(Number.parseFloat);
    if ([left, top, width, height].some((value) => value === undefined || Number.isNaN(value))) return [];
    const own = getComputedStyle(element);
    if (own.position === 'static') return [];
    const box = element.getBoundingClientRect();
    const place = {
      x: box.left - this.#origin.left + element.clientLeft + left!,
      y: box.top - this.#origin.top + element.clientTop + top!,
      width: width!,
      height: height!,
    };
    const ground = readPaint(style.backgroundColor);
    return [...(ground === null ? [] : [svgNode('rect', { ...place, ...fillOf(ground) })]), ...edges(style, place)];
  }
}

/** Where an element's ground is painted. A part of a table has none beside its cells. */
function grounds(element: HTMLElement, style: CSSStyleDeclaration): DOMRect[] {
  if (!style.display.startsWith('table-row')) return [...element.getClientRects()];
  const cells = [...element.querySelectorAll('tr:first-child > *')];
  const [first, last] = [cells[0] ?? element.firstElementChild, cells.at(-1) ?? element.lastElementChild];
  const box = element.getBoundingClientRect();
  if (!first || !last) return [box];
  const left = first.getBoundingClientRect().left;
  return [new DOMRect(left, box.top, last.getBoundingClientRect().right - left, box.height)];
}

function fillOf({ colour, opacity }: Paint): Record<string, string | number> {
  return { fill: colour, ...(opacity < 1 ? { 'fill-opacity': opacity } : {}) };
}

/** The edges of a box, each as a filled strip. */
function edges(
  style: CSSStyleDeclaration,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): SvgNode[] {
  const sides = [
    ['top', style.borderTopWidth, style.borderTopStyle, style.borderTopColor],
    ['right', style.borderRightWidth, style.borderRightStyle, style.borderRightColor],
    ['bottom', style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor],
    ['left', style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor],
  ] as const;
  return sides.flatMap(([side, thickness, kind, colour]) => {
    const t = Number.parseFloat(thickness);
    const paint = readPaint(colour);
    if (!(t > 0) || kind === 'none' || kind === 'hidden' || paint === null) return [];
    const place =
      side === 'top'
        ? { x, y, width, height: t }
        : side === 'bottom'
          ? { x, y: y + height - t, width, height: t }
          : side === 'left'
            ? { x, y, width: t, height }
            : { x: x + width - t, y, width: t, height };
    if (kind === 'dashed' || kind === 'dotted') {
      const flat = side === 'top' || side === 'bottom';
      const [cx, cy] = [place.x + place.width / 2, place.y + place.height / 2];
      const line = flat
        ? { x1: place.x, x2: place.x + place.width, y1: cy, y2: cy }
        : { x1: cx, x2: cx, y1: place.y, y2: place.y + place.height };
      return [
        svgNode('line', {
          ...line,
          stroke: paint.colour,
          'stroke-width': t,
          'stroke-dasharray': kind === 'dashed' ? '3 2' : `${t} ${t}`,
        }),
      ];
    }
    return [svgNode('rect', { ...place, ...fillOf(paint) })];
  });
}
