/** Where the chart's parts stand, in px of its box. */
export interface ChartFrame {
  width: number;
  height: number;
  /** Narrow: figures for grades, no column of words beside the plot. */
  compact: boolean;
  /** Edges of the plot. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Px from one grade to the next. */
  step: number;
  /** Foot of the words under the lowest grade: nothing but events below it. */
  wordsBottom: number;
  yOf: (value: number) => number;
}

/** The instrument's column of labels: the two axes stand under each other. */
export const LABELS = 181;
/** The column of values and quotes at the right of the plot. */
export const ASIDE = 240;
/** Px from the top of the plot to the highest grade, and from the lowest to the foot. */
const HEAD = { plain: 40, low: 26 };
const FOOT = { words: 112, plain: 46, low: 28 };
/** Below so many px the grades need the room of both. */
const LOW = 290;

/** The frame of a chart of this size. A chart too narrow for words beside it leaves them to the page. */
export function frameOf(width: number, height: number, words: boolean): ChartFrame {
  const compact = width < 560;
  const left = compact ? 34 : LABELS;
  const right = width - (compact ? 4 : ASIDE);
  const top = 20;
  const bottom = height - 2;
  const low = height < LOW;
  const foot = words && !compact && height > 360 ? FOOT.words : low ? FOOT.low : FOOT.plain;
  const head = low ? HEAD.low : HEAD.plain;
  const step = (bottom - top - head - foot) / 4;
  const highest = top + head;
  return {
    width,
    height,
    compact,
    left,
    right,
    top,
    bottom,
    step,
    wordsBottom: bottom - 24,
    yOf: (value) => highest + (2 - value) * step,
  };
}

/** Px of a line on which what a change is called stands without breaking much. */
const CALLED = 220;
/** Px between the stretch of a change and its name. */
const APART = 8;

/**
 * Where the name of a change stands beside its stretch (`from` to `to`, px of the frame's box): before it, where a line has room, and else
 * on the side with more of it. Never over the plot's edge: `most` is the width that the side has.
 */
export function besideChange(frame: ChartFrame, from: number, to: number): { after: boolean; edge: number; most: number } {
  const before = from - APART - frame.left;
  const behind = frame.right - to - APART;
  const after = before < CALLED && behind > before;
  return after ? { after, edge: to + APART, most: behind } : { after, edge: frame.width - from + APART, most: before };
}
