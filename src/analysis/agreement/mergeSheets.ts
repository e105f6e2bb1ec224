/** What many people gave, each in a file of their own, put together so that none overwrites another. */

/** How the sheets of one kind are read and joined. */
export interface SheetKind<Sheet, Cell> {
  /** What was given, by what it was given to. */
  cells: (sheet: Sheet) => ReadonlyMap<string, Cell>;
  same: (a: Cell, b: Cell) => boolean;
  /** One sheet of two that are one person's. */
  join: (known: Sheet, more: Sheet) => Sheet;
  renamed: (sheet: Sheet, id: string) => Sheet;
  /** Whether a cell tells who wrote it: free text in it, the same in both. Absent: nothing tells one person's later mind from another person. */
  told?: (a: Cell, b: Cell) => boolean;
}

/** Cells that two sheets of one id have to share word for word, and what part of all that both have, for the later to be a revision. */
const LEAST_TOLD = 3;
const PART_TOLD = 0.6;

/** Sheets put together, and what had to be decided. */
export interface Merged<Sheet> {
  sheets: Sheet[];
  /** People of the same id whose sheets differ, in how many cells: kept apart, as these ids. 0 cells: the id stood for somebody else. */
  apart: { id: string; as: string; cells: number }[];
  /** People whose later sheet is the earlier one with so many cells thought over: the later stands. */
  revised: { id: string; cells: number }[];
}

/**
 * Puts sheets together. Those of one id that agree wherever both say something are one person's (work saved twice, or in two parts); where
 * they differ they are kept apart, the later one under an id of its own, as is one whose id stands for somebody else. Where most of what both
 * say is the same word for word, the later one is the same person's, who thought some of it over.
 *
 * @param taken ids that stand for somebody else, such as those of a record's coders
 */
export function mergeSheets<Sheet extends { readonly id: string }, Cell>(
  given: readonly Sheet[],
  taken: readonly string[],
  { cells, same, join, renamed, told }: SheetKind<Sheet, Cell>,
): Merged<Sheet> {
  /** With the id under which each came. */
  const found: { sheet: Sheet; asked: string }[] = [];
  const apart: Merged<Sheet>['apart'] = [];
  const revised: Merged<Sheet>['revised'] = [];
  const revises = (a: Sheet, b: Sheet): boolean => {
    const shared = [...cells(b)].flatMap(([key, cell]) => {
      const other = cells(a).get(key);
      return other === undefined ? [] : [told?.(other, cell) === true];
    });
    const alike = shared.filter(Boolean).length;
    return alike >= LEAST_TOLD && alike >= PART_TOLD * shared.length;
  };
  const used = new Set([...taken, ...given.map(({ id }) => id)]);
  const clashes = (a: Sheet, b: Sheet): number =>
    [...cells(b)].filter(([key, cell]) => {
      const other = cells(a).get(key);
      return other !== undefined && !same(other, cell);
    }).length;
  for (const sheet of given) {
    const own = found.filter(({ asked }) => asked === sheet.id);
    const known = own.find((other) => clashes(other.sheet, sheet) === 0);
    if (known !== undefined) {
      known.sheet = join(known.sheet, sheet);
      continue;
    }
    const before = own.find((other) => revises(other.sheet, sheet));
    if (before !== undefined) {
      revised.push({ id: before.sheet.id, cells: clashes(before.sheet, sheet) });
      before.sheet = join(before.sheet, sheet);
      continue;
    }
    const [first] = own;
    if (first === undefined && !taken.includes(sheet.id)) {
      found.push({ sheet, asked: sheet.id });
      continue;
    }
    let n = 2;
    while (used.has(`${sheet.id}-${n}`)) n++;
    const as = `${sheet.id}-${n}`;
    used.add(as);
    apart.push({ id: sheet.id, as, cells: first === undefined ? 0 : clashes(first.sheet, sheet) });
    found.push({ sheet: renamed(sheet, as), asked: sheet.id });
  }
  return { sheets: found.map(({ sheet }) => sheet), apart, revised };
}
