import type { Outcome } from './bringFiles';
import type { Delivered } from './bringJob';
import { faultsOf, mapSheets, type RowFault } from './mapSheet';
import { completed, profilesOf, proposeMapping, type Mapping, type Profile } from './mapping';
import type { OnShare } from './share';
import type { Sheet } from './sheet';

/**
 * Sheets of which the reader has to say what their columns mean. They stay where they were read (a worker); the page has the first rows of
 * each, and asks for what can only be said of all of them.
 */

/** A cell as the reader mended it; `row` is 1-based. */
export interface Mend {
  row: number;
  column: string;
  value: string;
}

/** The first rows of a sheet, and how many it has. */
export interface SheetHead extends Sheet {
  total: number;
}

/** What all rows of a sheet say under a mapping. */
export interface Look {
  profiles: Profile[];
  /** The mapping that was asked about, with whatever rows beyond the first add to it; the proposed one where none was given. */
  mapping: Mapping;
  faults: RowFault[];
  /** Rows that lack something. */
  faulty: number;
}

export interface SheetDesk {
  readonly sheets: readonly SheetHead[];
  /** Looks at all rows of a sheet; null where a later question came before this one was begun. */
  look(which: number, mapping: Mapping | null, mends: readonly Mend[]): Promise<Look | null>;
  /** Reads a sheet, and those of the same columns, as a record. Rejects with the signal's reason where the reader ends it. */
  map(
    which: number,
    mapping: Mapping,
    mends: readonly Mend[],
    limits: { signal?: AbortSignal; onProgress?: OnShare },
  ): Promise<Delivered>;
  /** Lets go of the rows. What is asked afterwards reads the files again. */
  close(): void;
}

/** Rows that the page has of a sheet at most; fewer where they are long. */
export const FIRST_ROWS = 500;
const MOST_LETTERS = 1_000_000;

export function headOfSheet(sheet: Sheet): SheetHead {
  let letters = 0;
  let n = 0;
  while (n < Math.min(sheet.rows.length, FIRST_ROWS) && letters < MOST_LETTERS) {
    letters += sheet.rows[n]?.reduce((sum, cell) => sum + cell.length, 0) ?? 0;
    n++;
  }
  return { ...sheet, rows: sheet.rows.slice(0, n), lines: sheet.lines.slice(0, n), total: sheet.rows.length };
}

/** A sheet with cells mended; rows beyond it are left alone. */
export function mended<T extends Sheet>(sheet: T, mends: readonly Mend[]): T {
  if (mends.length === 0) return sheet;
  const rows = [...sheet.rows];
  for (const { row, column, value } of mends) {
    const at = sheet.columns.indexOf(column);
    const cells = rows[row - 1];
    if (cells !== undefined && at >= 0) rows[row - 1] = cells.map((cell, i) => (i === at ? value : cell));
  }
  return { ...sheet, rows };
}

/** Faults that are told before the sheet is open; what is beyond them stands in the report. */
export const MOST_FAULTS = 200;

/** The rows of sheets, where they are. */
export class Sheets {
  #profiled: { which: number; mends: number; profiles: Profile[] } | null = null;

  constructor(readonly all: readonly Sheet[]) {}

  #sheet(which: number, mends: readonly Mend[]): Sheet {
    const sheet = this.all[which] ?? this.all[0];
    if (sheet === undefined) throw new Error('There is no sheet.');
    return mended(sheet, mends);
  }

  look(which: number, mapping: Mapping | null, mends: readonly Mend[]): Look {
    const sheet = this.#sheet(which, mends);
    const known = this.#profiled;
    const profiles = known?.which === which && known.mends === mends.length ? known.profiles : profilesOf(sheet);
    this.#profiled = { which, mends: mends.length, profiles };
    const whole = mapping === null ? proposeMapping(sheet, profiles) : completed(mapping, sheet);
    const { faults, rows } = faultsOf(sheet, whole, MOST_FAULTS);
    return { profiles, mapping: whole, faults, faulty: rows };
  }

  map(which: number, mapping: Mapping, mends: readonly Mend[], onProgress?: OnShare): Outcome {
    const chosen = this.#sheet(which, mends);
    const header = chosen.columns.join('\u001f');
    const alike = this.all.flatMap((sheet, i) =>
      i === which ? [chosen] : sheet.columns.join('\u001f') === header ? [sheet] : [],
    );
    return mapSheets(alike, completed(mapping, chosen), onProgress);
  }
}
