import { readPaint, svgNode, type SvgNode } from './svgTree';
import { fitted, typeAttributes, type TypeUse } from './drawText';

/** Attributes that say where and what, and are no matter of style. */
const GEOMETRY = [
  'id',
  'd',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'width',
  'height',
  'points',
  'dx',
  'dy',
  'rotate',
  'textLength',
  'lengthAdjust',
  'pathLength',
  'viewBox',
  'preserveAspectRatio',
  'href',
  'patternUnits',
  'patternContentUnits',
  'patternTransform',
  'clipPathUnits',
  'maskUnits',
  'maskContentUnits',
  'startOffset',
] as const;

const SHAPES: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'textPath',
  'use',
]);
const LEFT_OUT: ReadonlySet<string> = new Set(['script', 'style', 'title', 'desc', 'metadata', 'foreignObject']);

/** `url("#a")` as an attribute has it. */
const reference = (css: string) => css.replace(/["']/g, '').replace(/^url\([^#]*#/, 'url(#');

function painted(style: CSSStyleDeclaration, kind: 'fill' | 'stroke'): Record<string, string | number> | null {
  const css = style[kind];
  if (css.startsWith('url(')) return { [kind]: reference(css) };
  const paint = readPaint(css);
  const opacity = (paint?.opacity ?? 0) * Number(style[`${kind}Opacity`] || '1');
  if (paint === null || opacity === 0) return null;
  return { [kind]: paint.colour, ...(opacity < 1 ? { [`${kind}-opacity`]: opacity } : {}) };
}

function strokeAttributes(style: CSSStyleDeclaration): Record<string, string | number> {
  const stroke = Number.parseFloat(style.strokeWidth) === 0 ? null : painted(style, 'stroke');
  if (stroke === null) return {};
  const dashes = style.strokeDasharray;
  return {
    ...stroke,
    'stroke-width': Number.parseFloat(style.strokeWidth),
    ...(dashes === 'none' ? {} : { 'stroke-dasharray': dashes.replaceAll('px', '') }),
    ...(Number.parseFloat(style.strokeDashoffset) === 0
      ? {}
      : { 'stroke-dashoffset': Number.parseFloat(style.strokeDashoffset) }),
    ...(style.strokeLinecap === 'butt' ? {} : { 'stroke-linecap': style.strokeLinecap }),
    ...(style.strokeLinejoin === 'miter' ? {} : { 'stroke-linejoin': style.strokeLinejoin }),
    ...(style.paintOrder === 'normal' ? {} : { 'paint-order': style.paintOrder }),
    ...(style.vectorEffect === 'none' ? {} : { 'vector-effect': style.vectorEffect }),
  };
}

function transformOf(element: SVGElement, style: CSSStyleDeclaration): Record<string, string> {
  if (style.transform === 'none' || style.transform === '') {
    const own = element.getAttribute('transform');
    return own === null ? {} : { transform: own };
  }
  const [x = 0, y = 0] = style.transformOrigin.split(' ').map(Number.parseFloat);
  const box = style.transformBox === 'fill-box' && element instanceof SVGGraphicsElement ? element.getBBox() : { x: 0, y: 0 };
  const matrix = new DOMMatrix(style.transform);
  const list = [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f]
    .map((value) => Math.round(value * 1e4) / 1e4)
    .join(' ');
  const [ox, oy] = [x + box.x, y + box.y];
  return {
    transform: ox === 0 && oy === 0 ? `matrix(${list})` : `translate(${ox} ${oy}) matrix(${list}) translate(${-ox} ${-oy})`,
  };
}

/** An element inside an `<svg>`, with what its style sheets say of it written into it. Nothing where it paints nothing. */
export function drawSvg(element: SVGElement, use: TypeUse): SvgNode | null {
  const tag = element.localName;
  if (LEFT_OUT.has(tag)) return null;
  const style = getComputedStyle(element);
  const opacity = Number(style.opacity);
  if (style.display === 'none' || opacity === 0) return null;

  const attributes: Record<string, string | number> = {};
  for (const name of GEOMETRY) {
    const value = element.getAttribute(name);
    if (value !== null) attributes[name] = value;
  }
  Object.assign(attributes, transformOf(element, style));
  if (opacity < 1) attributes['opacity'] = opacity;
  if (style.clipPath.startsWith('url(')) attributes['clip-path'] = reference(style.clipPath);
  if (style.mask.startsWith('url(')) attributes['mask'] = reference(style.mask);

  const shape = SHAPES.has(tag);
  if (shape) {
    if (style.visibility !== 'visible') return null;
    const fill = painted(style, 'fill');
    const stroke = strokeAttributes(style);
    const inClip = element.closest('clipPath') !== null;
    if (fill === null && Object.keys(stroke).length === 0 && !inClip && tag !== 'use') return null;
    Object.assign(attributes, fill ?? { fill: 'none' }, stroke);
    if (style.fillRule === 'evenodd') attributes['fill-rule'] = 'evenodd';
    if (style.clipRule === 'evenodd') attributes['clip-rule'] = 'evenodd';
  }
  const text = tag === 'text' || tag === 'tspan' || tag === 'textPath';
  if (text) {
    Object.assign(attributes, typeAttributes(style));
    if (style.textAnchor !== 'start') attributes['text-anchor'] = style.textAnchor;
    if (style.dominantBaseline !== 'auto') attributes['dominant-baseline'] = style.dominantBaseline;
    if (style.writingMode !== 'horizontal-tb') attributes['writing-mode'] = style.writingMode;
  }

  const children: (SvgNode | string)[] = [];
  for (const child of element.childNodes) {
    if (child instanceof SVGElement) {
      const drawn = drawSvg(child, use);
      if (drawn !== null) children.push(drawn);
    } else if (text && child instanceof globalThis.Text) {
      const words = child.data.replace(/\s+/g, ' ');
      if (words === '') continue;
      use.add(style, words);
      children.push(words);
    }
  }
  // A path bends its text: what is fitted along it would leave its letters apart.
  if (element instanceof SVGTextContentElement && tag !== 'textPath' && children.every((child) => typeof child === 'string'))
    Object.assign(attributes, fitted(children.join(''), element.getComputedTextLength()));
  if (!shape && children.length === 0 && (tag === 'g' || tag === 'svg')) return null;
  return svgNode(tag, attributes, children);
}
