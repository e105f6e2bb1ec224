/** A picture as a tree of plain values, and its text. Nothing here knows the page that it was drawn from. */
export interface SvgNode {
  tag: string;
  attributes: Readonly<Record<string, string | number>>;
  children: readonly (SvgNode | string)[];
}

export function svgNode(tag: string, attributes: SvgNode['attributes'] = {}, children: SvgNode['children'] = []): SvgNode {
  return { tag, attributes, children };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that XML takes as text: entities for its signs, and without the control characters that it forbids. */
export function xmlText(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are what XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (letter) => ENTITIES[letter]!)
  );
}

/** Two decimals are a hundredth of a pixel. */
const figure = (value: number) => String(Math.round(value * 100) / 100);

/** The tree as text of SVG. */
export function writeSvg({ tag, attributes, children }: SvgNode): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${typeof value === 'number' ? figure(value) : xmlText(value)}"`,
  );
  const inside = children.map((child) => (typeof child === 'string' ? xmlText(child) : writeSvg(child))).join('');
  return inside === '' ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${inside}</${tag}>`;
}

/** A colour as every drawing program takes it: six hex digits, and the opacity apart. */
export interface Paint {
  colour: string;
  opacity: number;
}

const hex = (share: number) =>
  Math.round(Math.min(1, Math.max(0, share)) * 255)
    .toString(16)
    .padStart(2, '0');

/** Reads a computed colour (`rgb(…)`, `rgba(…)`, `color(srgb …)`, hex); null for none, for a transparent one, and for what it does not know. */
export function readPaint(css: string): Paint | null {
  const text = css.trim();
  if (/^#[0-9a-f]{6}$/i.test(text)) return { colour: text.toLowerCase(), opacity: 1 };
  const parts = /^(rgba?|color)\((.*)\)$/.exec(text);
  if (!parts) return null;
  const numbers = (parts[2]!.match(/-?[\d.]+(?:e-?\d+)?%?/g) ?? []).map((part) =>
    part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part),
  );
  if (parts[1] === 'color' && !parts[2]!.startsWith('srgb ')) return null;
  const [r = 0, g = 0, b = 0, opacity = 1] = numbers;
  const scale = parts[1] === 'color' ? 1 : 255;
  if (opacity === 0) return null;
  return { colour: `#${hex(r / scale)}${hex(g / scale)}${hex(b / scale)}`, opacity };
}

/** Stripes of a `repeating-linear-gradient` with hard stops: angle of CSS in degrees, the period, and the painted bands of it in px. */
export interface Stripes {
  angle: number;
  period: number;
  bands: { from: number; to: number; paint: Paint }[];
}

/** Reads a computed `repeating-linear-gradient`; null for any other image, or one whose colours run into each other. */
export function readStripes(css: string): Stripes | null {
  const parts = /^repeating-linear-gradient\((?:(-?[\d.]+)deg,\s*)?(.*)\)$/.exec(css.trim());
  if (!parts) return null;
  const stops = [
    ...parts[2]!.matchAll(/((?:rgba?|color)\([^)]*\)|transparent|#[0-9a-f]+)\s+(-?[\d.]+)px(?:\s+(-?[\d.]+)px)?/g),
  ].flatMap(([, colour, from, to]) => [
    [colour!, Number(from)] as const,
    ...(to === undefined ? [] : [[colour!, Number(to)] as const]),
  ]);
  const period = stops.at(-1)?.[1] ?? 0;
  if (period <= 0) return null;
  const bands: Stripes['bands'] = [];
  for (let i = 1; i < stops.length; i++) {
    const [colour, from] = stops[i - 1]!;
    const [next, to] = stops[i]!;
    if (to <= from) continue;
    if (colour !== next) return null;
    const paint = readPaint(colour);
    if (paint !== null) bands.push({ from, to, paint });
  }
  return { angle: parts[1] === undefined ? 180 : Number(parts[1]), period, bands };
}
