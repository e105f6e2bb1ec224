/** Something that wants a place in a column of text: where its middle would stand, and how high it is. */
export interface Wish {
  key: string;
  /** Middle, in px from the top. */
  at: number;
  height: number;
}

export type Interval = [number, number];

/** Places of values beside the bracket, in the order given; pushed apart where they would touch, and kept within the column. */
export function spread(wishes: readonly Wish[], [top, bottom]: Interval, air = 2): Map<string, number> {
  const sorted = [...wishes].sort((a, b) => a.at - b.at);
  const tops = sorted.map((wish) => Math.min(Math.max(top, wish.at - wish.height / 2), bottom - wish.height));
  for (let i = 1; i < sorted.length; i++) tops[i] = Math.max(tops[i]!, tops[i - 1]! + sorted[i - 1]!.height + air);
  let limit = bottom;
  for (let i = sorted.length - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i]!, limit - sorted[i]!.height);
    limit = tops[i]! - air;
  }
  return new Map(sorted.map((wish, i) => [wish.key, tops[i]!]));
}

/** Px between a mark and the words it is joined to, at most: a longer line joins nothing. */
const REACH = 150;

/**
 * A place for each wish where nothing is yet, as near as can be to where it wants to stand; those that find none within REACH are left
 * out. Wishes come in order of claim.
 *
 * @param taken intervals that hold something already
 */
export function fitted(
  wishes: readonly Wish[],
  taken: readonly Interval[],
  [top, bottom]: Interval,
  air = 14,
): Map<string, number> {
  const blocks = [...taken];
  const places = new Map<string, number>();
  for (const wish of wishes) {
    const wanted = wish.at - wish.height / 2;
    let best: number | null = null;
    for (const [a, b] of freeBetween(blocks, [top, bottom], air)) {
      if (b - a < wish.height) continue;
      const place = Math.min(Math.max(a, wanted), b - wish.height);
      if (best === null || Math.abs(place - wanted) < Math.abs(best - wanted)) best = place;
    }
    if (best === null || Math.max(best - wish.at, wish.at - best - wish.height) > REACH) continue;
    places.set(wish.key, best);
    blocks.push([best, best + wish.height]);
  }
  return places;
}

function freeBetween(blocks: readonly Interval[], [top, bottom]: Interval, air: number): Interval[] {
  const free: Interval[] = [];
  let start = top;
  for (const [a, b] of [...blocks].sort((x, y) => x[0] - y[0])) {
    if (a - air > start) free.push([start, a - air]);
    start = Math.max(start, b + air);
  }
  if (start < bottom) free.push([start, bottom]);
  return free;
}
