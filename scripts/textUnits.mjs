/**
 * Lengths follow the reader's own font size. Styles are written in px, as the design is; what is built has
 *
 * - every length of 3 px and more as so many times `--unit`, which is a sixteenth of the reader's own font size (`0.0625rem`), and 1 px
 *   within a `.drawn` area, which grows as a whole (`src/ui/textScale.svelte.ts`);
 * - `@media` in em and `@container` in rem: at twice the size of type a window counts for half as wide.
 *
 * Hairlines, outlines and offsets of less than 3 px stay: a hairline is a hairline. So do strokes, and the styles of packages.
 */

const LENGTH = /(?<![\w.#-])(-?\d*\.?\d+)px\b/g;
/** Below so many px a length is a line's width or its distance from words. */
const HAIRLINE = 3;
/** What belongs to the drawing that it stands in, whose coordinates are its own. */
const GEOMETRY = /^(stroke|r$|r[xy]$|c[xy]$)/;

/** A value with its lengths in units of the reader's type: `8px` is `calc(8 * var(--unit))`. */
export function inUnits(value) {
  return value.replace(LENGTH, (whole, length) =>
    Math.abs(Number(length)) < HAIRLINE ? whole : `calc(${length} * var(--unit))`,
  );
}

/** The condition of an `@media` or `@container` rule with its widths and heights in `unit`, of which one is 16 px at the size that most readers have. */
export function queryIn(condition, unit) {
  return condition.replace(LENGTH, (_, length) => `${Number(length) / 16}${unit}`);
}

/** For Vite's `css.postcss`. */
export function textUnits() {
  return {
    postcssPlugin: 'text-units',
    OnceExit(root) {
      if (root.source?.input.file?.includes('node_modules') === true) return;
      root.walkAtRules(/^(media|container)$/, (rule) => {
        rule.params = queryIn(rule.params, rule.name === 'media' ? 'em' : 'rem');
      });
      root.walkDecls((decl) => {
        if (!GEOMETRY.test(decl.prop)) decl.value = inUnits(decl.value);
      });
    },
  };
}
