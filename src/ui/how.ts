/** Sections of docs/method.md, as a link names them: the slug of the heading. */
export const METHOD_SECTIONS = [
  'what-changed',
  'the-running-stance',
  'the-gap-of-two-holders',
  'rifts',
  'balance',
  'competing-hypotheses',
  'agreement',
] as const;
export type MethodSection = (typeof METHOD_SECTIONS)[number];

/**
 * The address at which the method stands open at a section, over the view that `link` shows.
 *
 * @param link a link to a view: `…#/page`, with or without `?…` behind it
 */
export function methodAddress(link: string, section: MethodSection): string {
  const asks = link.slice(link.indexOf('#')).includes('?');
  return `${link}${asks ? '&' : '?'}x-about=method&x-section=${section}`;
}

/** What "how this is computed" shows of one number: enough to do it again by hand. */
export interface How {
  /** What is computed: "Stance of Belarus on Poland, 26 January 2026". */
  title: string;
  /** The number as printed, with its unit: "+0.5 on a scale from −2 to +2". */
  figure: string;
  /** The formula in words and signs. */
  formula: string;
  /** The formula with the values put in. */
  filled: string;
  /** What goes in: column heads, and a row for each input; `id` opens it where it is a statement or event. */
  columns: string[];
  rows: { id: string | null; cells: string[] }[];
  /** Said after the rows: caveats, what was left out and why. */
  notes: string[];
  /** Where the method tells of it: formula, calibration, limits. */
  method: MethodSection;
  /** Papers or standards, as citations. */
  papers: string[];
}
