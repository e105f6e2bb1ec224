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
  /** Papers or standards, as citations. */
  papers: string[];
}
