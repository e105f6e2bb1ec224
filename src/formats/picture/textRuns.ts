import { svgNode, type SvgNode } from './svgTree';

/** Where a text of the picture stands, in px of the picture. */
export interface Run {
  left: number;
  right: number;
  baseline: number;
  /** Px of its type. */
  size: number;
}

const known = new WeakMap<SvgNode, Run>();

/** A text with its place, so that it can be joined with what follows it on its line. */
export function textRun(node: SvgNode, run: Run): SvgNode {
  known.set(node, run);
  return node;
}

/** Shares of the size of type: from the first on two texts have a space between them, past the second they do not belong together. */
const SPACE = 0.12;
const APART = 0.75;

/**
 * Joins texts that follow each other on one line (`asserted change` and `, on the days`), so that a program with narrower type than ours
 * sets the second where the first ends, and not where ours would have ended. The joined text takes the place of the last: what is painted
 * between the two (the ground of a marked word) stays under both.
 */
export function joinRuns(nodes: readonly SvgNode[]): SvgNode[] {
  const out: SvgNode[] = [];
  let last = -1;
  for (const node of nodes) {
    const run = known.get(node);
    if (run === undefined) {
      if (node.tag !== 'rect' && node.tag !== 'line') last = -1;
      out.push(node);
      continue;
    }
    const before = out[last];
    const from = before === undefined ? undefined : known.get(before);
    const gap = from === undefined ? Infinity : (run.left - from.right) / Math.max(run.size, from.size);
    if (before !== undefined && from !== undefined && Math.abs(run.baseline - from.baseline) < 0.6 && gap > -0.1 && gap < APART) {
      out.splice(last, 1);
      out.push(joined(before, from, node, run, gap >= SPACE ? ' ' : ''));
    } else out.push(node);
    last = out.length - 1;
  }
  return out;
}

const PLACE = ['x', 'y', 'textLength', 'lengthAdjust'] as const;

function joined(before: SvgNode, from: Run, node: SvgNode, run: Run, between: string): SvgNode {
  const right = Math.max(from.right, run.right);
  const spans = [...parts(before, ''), ...parts(node, between)];
  const text = svgNode(
    'text',
    {
      x: before.attributes['x'] ?? from.left,
      y: before.attributes['y'] ?? from.baseline,
      textLength: Math.round((right - from.left) * 100) / 100,
      lengthAdjust: 'spacingAndGlyphs',
      // The space between two parts stands at the beginning of one.
      'xml:space': 'preserve',
    },
    spans,
  );
  return textRun(text, { ...from, right, size: Math.max(from.size, run.size) });
}

/** The parts of a text, each with its type and colour; `before` stands in front of the first. */
function parts(node: SvgNode, before: string): SvgNode[] {
  const spans = node.children.filter((child) => typeof child !== 'string');
  if (spans.length > 0)
    return spans.map((span, i) =>
      i > 0 || before === '' ? span : svgNode(span.tag, span.attributes, [before, ...span.children]),
    );
  const own = Object.entries(node.attributes).filter(([name]) => !PLACE.some((place) => place === name));
  return [svgNode('tspan', Object.fromEntries(own), before === '' ? node.children : [before, ...node.children])];
}
