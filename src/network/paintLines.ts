import { quadtree, type Quadtree } from 'd3';
import { opacityOf, type Emphasis, type LineParts, type Strength } from '../ui/lines';
import type { Curve, Point } from '../ui/curves';
import { samples } from './networkLines';
import type { Link } from './networkSet';
import type { DrawnLine } from './networkSteps';
import type { Grade } from '../words/scores';

/** Colours of a theme as canvas takes them. */
export interface Inks {
  paper: string;
  grades: Readonly<Record<Grade, string>>;
}

/** Past this many lines casings, teeth and ends would cover each other: the strokes alone are drawn. */
const PLAIN = 1500;

interface Paths {
  spine: Path2D;
  teeth: Path2D;
  end: Path2D;
  dash: number[];
}
const paths = new WeakMap<LineParts, Paths>();

/** Paths are read from their text once: the parts stay the same object for as long as their line does not change. */
function pathsOf(parts: LineParts): Paths {
  let known = paths.get(parts);
  if (!known) {
    const dash = parts.dash ? parts.dash.split(' ').map(Number) : [];
    known = { spine: new Path2D(parts.spine), teeth: new Path2D(parts.teeth), end: new Path2D(parts.end), dash };
    paths.set(parts, known);
  }
  return known;
}

/** Paints lines on a context that is already scaled to CSS px and moved by the zoom. What is lit comes last. */
export function paintLines(
  context: CanvasRenderingContext2D,
  lines: readonly DrawnLine[],
  inks: Inks,
  emphasis: (line: DrawnLine) => Emphasis,
  strength: Strength,
): void {
  const plain = lines.length > PLAIN;
  const rest: (() => void)[] = [];
  const lit: (() => void)[] = [];
  for (const line of lines) {
    const { look, parts } = line;
    const how = emphasis(line);
    const opacity = opacityOf(look, how, strength);
    (how === 'lit' ? lit : rest).push(() => paintLine(context, parts, inks, opacity, how !== 'faded', !plain || how === 'lit'));
  }
  for (const paint of rest) paint();
  for (const paint of lit) paint();
  context.globalAlpha = 1;
}

function paintLine(
  context: CanvasRenderingContext2D,
  parts: LineParts,
  inks: Inks,
  opacity: number,
  cased: boolean,
  detailed: boolean,
): void {
  const { spine, teeth, end, dash } = pathsOf(parts);
  const ink = inks.grades[parts.grade];
  const stroke = (path: Path2D, colour: string, width: number, alpha: number) => {
    context.globalAlpha = alpha;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke(path);
  };
  // A faded line must not cut gaps into the ones that are lit.
  if (detailed && cased) stroke(spine, inks.paper, parts.casing, 1);
  context.lineCap = parts.round ? 'round' : 'butt';
  context.setLineDash(dash);
  stroke(spine, ink, parts.width, opacity);
  context.setLineDash([]);
  context.lineCap = 'butt';
  if (!detailed) return;
  if (parts.core > 0) stroke(spine, inks.paper, parts.core, 1);
  if (parts.teeth) stroke(teeth, ink, parts.teethWidth, opacity);
  if (!parts.end) return;
  context.globalAlpha = parts.endFilled ? opacity : 1;
  context.fillStyle = parts.endFilled ? ink : inks.paper;
  context.fill(end);
  if (!parts.endFilled) stroke(end, ink, parts.endWidth, opacity);
}

/** Finds the line under the pointer among painted ones. */
export class LineFinder {
  readonly #tree: Quadtree<Point & { link: number }>;
  readonly #links: readonly Link[];

  constructor(links: readonly Link[], courses: readonly Curve[]) {
    this.#links = links;
    const points = courses.flatMap((course, link) => samples(course, 12).map((p) => ({ ...p, link })));
    this.#tree = quadtree<Point & { link: number }>()
      .x((p) => p.x)
      .y((p) => p.y)
      .addAll(points);
  }

  /** The nearest link within `reach` px that `shown` accepts, or null. */
  find(x: number, y: number, reach: number, shown: (key: string) => boolean): Link | null {
    let found: Link | null = null;
    let least = reach * reach;
    this.#tree.visit((node, x0, y0, x1, y1) => {
      if (!Array.isArray(node)) {
        let leaf: typeof node | undefined = node;
        while (leaf) {
          const d = (leaf.data.x - x) ** 2 + (leaf.data.y - y) ** 2;
          const link = this.#links[leaf.data.link]!;
          if (d < least && shown(link.key)) [least, found] = [d, link];
          leaf = leaf.next;
        }
      }
      return x0 > x + reach || x1 < x - reach || y0 > y + reach || y1 < y - reach;
    });
    return found;
  }
}
