import { quadtree, type Quadtree } from 'd3';
import type { Curve, Point } from '../ui/marks';
import { samples, type Shape } from './networkLines';
import type { Emphasis } from './networkModel';
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
const paths = new WeakMap<Shape, Paths>();

/** Paths are read from their text once: a shape stays the same object for as long as its line does not change. */
function pathsOf(shape: Shape): Paths {
  let known = paths.get(shape);
  if (!known) {
    const dash = shape.dash ? shape.dash.split(' ').map(Number) : [];
    known = { spine: new Path2D(shape.spine), teeth: new Path2D(shape.teeth), end: new Path2D(shape.end), dash };
    paths.set(shape, known);
  }
  return known;
}

/** Opacity of a line; the same figures as in the style sheet of the SVG lines. */
export function opacityOf({ look }: Pick<DrawnLine, 'look'>, emphasis: Emphasis, full: boolean): number {
  if (emphasis === 'faded') return 0.12;
  if (full || emphasis === 'lit') return 1;
  const own = look.thin ? 0.38 : 0.72;
  return own * (look.stale ? 0.75 : 1) * (emphasis === 'faint' ? 0.4 : 1);
}

/** Paints lines on a context that is already scaled to CSS px and moved by the zoom. What is lit comes last. */
export function paintLines(
  context: CanvasRenderingContext2D,
  lines: readonly DrawnLine[],
  inks: Inks,
  emphasis: (line: DrawnLine) => Emphasis,
  full: boolean,
): void {
  const plain = lines.length > PLAIN;
  const rest: (() => void)[] = [];
  const lit: (() => void)[] = [];
  for (const line of lines) {
    const how = emphasis(line);
    (how === 'lit' ? lit : rest).push(() => paintLine(context, line, inks, how, full, !plain || how === 'lit'));
  }
  for (const paint of rest) paint();
  for (const paint of lit) paint();
  context.globalAlpha = 1;
}

function paintLine(
  context: CanvasRenderingContext2D,
  line: DrawnLine,
  inks: Inks,
  how: Emphasis,
  full: boolean,
  detailed: boolean,
): void {
  const { shape, look } = line;
  const { spine, teeth, end, dash } = pathsOf(shape);
  const opacity = opacityOf(line, how, full);
  const double = look.grade === 2;
  const ground = (width: number) => {
    context.globalAlpha = 1;
    context.strokeStyle = inks.paper;
    context.lineWidth = width;
    context.stroke(spine);
  };
  if (detailed && how !== 'faded') ground(line.width * (double ? 2.5 : 1) + 3);
  context.globalAlpha = opacity;
  context.strokeStyle = inks.grades[look.grade];
  context.lineWidth = line.width * (double ? 2.5 : 1);
  if (dash.length > 0) {
    context.lineCap = look.grade === 0 ? 'round' : 'butt';
    context.setLineDash(dash);
    context.stroke(spine);
    context.setLineDash([]);
    context.lineCap = 'butt';
  } else context.stroke(spine);
  if (!detailed) return;
  if (double) {
    ground(line.width);
    context.globalAlpha = opacity;
    context.strokeStyle = inks.grades[look.grade];
  }
  context.lineWidth = 1.3;
  if (shape.teeth) context.stroke(teeth);
  if (!shape.end) return;
  context.fillStyle = inks.grades[look.grade];
  if (look.grade > 0) context.fill(end);
  else context.stroke(end);
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
