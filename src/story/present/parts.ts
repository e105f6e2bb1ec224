/** Px between two parts of a scene's words. */
export const BETWEEN = 40;

/** How many parts words take that run on to `reach` px, in columns of `width` px: 1 or more. */
export function partsIn(reach: number, width: number): number {
  return Math.max(1, Math.round((reach + BETWEEN) / (width + BETWEEN)));
}

/** The part, from 1, of what begins `left` px from where the first begins. */
export function partOf(left: number, width: number): number {
  return Math.max(1, 1 + Math.floor((left + BETWEEN / 2) / (width + BETWEEN)));
}

/** Sizes of a talk's type, against the largest: a little smaller saves a scene a part with two lines in it. */
const SIZES = [1, 0.94, 0.88] as const;

/**
 * The fewest parts that a scene takes at any size of its type, after setting it at the largest of the sizes that take so few.
 *
 * @param set sets the words at a size (1 for the largest), and returns how many parts they then take
 */
export function fewest(set: (size: number) => number): number {
  const taken = SIZES.map(set);
  const least = Math.min(...taken);
  return set(SIZES[taken.indexOf(least)] ?? 1);
}

/** Where the next or the earlier page of a talk lies: a part of the same scene while it has one, and else another scene. */
export function turnTo(way: 1 | -1, at: { n: number; part: number; parts: number }): { scene: number } | { part: number } {
  const part = at.part + way;
  return part >= 1 && part <= at.parts ? { part } : { scene: at.n + way };
}

/** How much larger than on a desk a talk's picture is drawn, for a screen `width` px wide: labels of 12 px keep step with words of 19 to 30. */
export function talkScale(width: number): number {
  return Math.round(Math.min(Math.max(width / 1000, 1.2), 2.4) * 100) / 100;
}
