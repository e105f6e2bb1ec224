import type { Slice } from '../analysis/slice';
import { NO_SCORE } from '../record/record';

/** How the coders read the rows of a selection: each one's mean, and where they part. */

export interface CoderLine {
  coder: string;
  /** Stances that this coder scored, of those given. */
  n: number;
  /** Mean score, -2 to +2; null where it scored none. */
  mean: number | null;
  /** Share of its scores that equal the agreed one, 0 to 1; null where it scored none. */
  same: number | null;
}

export interface CodersView {
  /** Mean of the agreed scores of all stances given; null where there are none. */
  agreed: number | null;
  n: number;
  coders: CoderLine[];
  /** Stances whose coders differ, widest first: row of `record.stances`, and highest minus lowest score. */
  apart: { stance: number; spread: number }[];
}

/** Reads positions of the slice with every coder's eyes. The reader's own choice of coder plays no part: all of them are compared. */
export function codersView(slice: Slice, positions: readonly number[]): CodersView {
  const { coders, stances } = slice.record;
  const sums = coders.map(() => ({ n: 0, sum: 0, same: 0 }));
  const apart: CodersView['apart'] = [];
  let agreed = 0;
  for (const k of positions) {
    const i = slice.row[k]!;
    const score = stances.score[i]!;
    agreed += score;
    let low = Infinity;
    let high = -Infinity;
    for (let c = 0; c < coders.length; c++) {
      const own = stances.coders[i * coders.length + c]!;
      if (own === NO_SCORE) continue;
      const line = sums[c]!;
      line.n += 1;
      line.sum += own;
      line.same += Number(own === score);
      low = Math.min(low, own);
      high = Math.max(high, own);
    }
    if (high > low) apart.push({ stance: i, spread: high - low });
  }
  apart.sort((a, b) => b.spread - a.spread || b.stance - a.stance);
  return {
    agreed: positions.length === 0 ? null : agreed / positions.length,
    n: positions.length,
    coders: coders.map((coder, c) => {
      const { n, sum, same } = sums[c]!;
      return { coder, n, mean: n === 0 ? null : sum / n, same: n === 0 ? null : same / n };
    }),
    apart,
  };
}

/** The scores that each coder gave a stance, in the order of `record.coders`; null where there is none. */
export function scoresOf(slice: Slice, stance: number): (number | null)[] {
  const { coders, stances } = slice.record;
  return coders.map((_, c) => {
    const score = stances.coders[stance * coders.length + c]!;
    return score === NO_SCORE ? null : score;
  });
}
