import type { Grade } from '../words/scores';

/** What a reader is told of a file that came from elsewhere: what was understood, what was not, row by row, and what was lost. */

/** One row (or cell) that was not taken as it stood. */
export interface RowNote {
  file: string;
  /** 1-based row of data (the header is not counted); 0 where the whole file is meant. */
  row: number;
  column: string;
  /** The cell as it stood, cut where it is long. */
  value: string;
  message: string;
}

/** Something that the file says and this record has no place for. */
export interface Loss {
  /** A plain phrase: `background pictures`. */
  what: string;
  /** In how many rows (or elements) it stood. */
  rows: number;
}

/** One word or code of a file's own scale, and the grade that it was given. */
export interface GradeRow {
  /** As the file has it: `11`, `strongly agree`, `Battles`. */
  value: string;
  /** What it means; empty where the value says it. */
  words: string;
  /** Null: no stance is read from it. */
  grade: Grade | null;
  /** Rows of the file that have it. */
  rows: number;
}

/** The scale of a file beside the five grades: shown, and changed by who knows better. */
export interface GradeTable {
  /** What the values are: `CAMEO root code`. */
  of: string;
  rows: GradeRow[];
}

/** What is told of everything that was brought at once. */
export interface Report {
  files: string[];
  /** What the files are, in a phrase: `TimelineJS sheet`. */
  format: string;
  rowsIn: number;
  /** Rows of the files that stand behind something in the record. */
  rowsShown: number;
  /** Sentences. */
  understood: string[];
  lost: Loss[];
  notes: RowNote[];
  /** Notes beyond those that are kept. */
  moreNotes: number;
  /** The terms under which the data are given, where the reader has to know them; empty for none. */
  terms: string;
  /** Whether rows may be in files that are saved from the page. */
  mayLeave: boolean;
  grades: GradeTable | null;
}

/** Nobody reads the 501st. */
const MOST_NOTES = 500;
const MOST_VALUE = 120;

/** A cell as a note shows it. */
export function shownCell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_VALUE ? line : `${line.slice(0, MOST_VALUE).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Gathers a {@link Report} while a file is read. */
export class Account {
  rowsIn = 0;
  rowsShown = 0;
  terms = '';
  mayLeave = true;
  grades: GradeTable | null = null;
  readonly understood: string[] = [];
  readonly notes: RowNote[] = [];
  #more = 0;
  readonly #lost = new Map<string, number>();

  constructor(
    readonly format: string,
    readonly files: string[],
  ) {}

  /** A sentence on what was understood; once. */
  say(sentence: string): void {
    if (!this.understood.includes(sentence)) this.understood.push(sentence);
  }

  note(row: number, column: string, value: string, message: string, file = this.files[0] ?? ''): void {
    if (this.notes.length >= MOST_NOTES) this.#more++;
    else this.notes.push({ file, row, column, value: shownCell(value), message });
  }

  /** Counts what has no place in the record. */
  lose(what: string, rows = 1): void {
    if (rows > 0) this.#lost.set(what, (this.#lost.get(what) ?? 0) + rows);
  }

  report(): Report {
    return {
      files: this.files,
      format: this.format,
      rowsIn: this.rowsIn,
      rowsShown: this.rowsShown,
      understood: [...this.understood],
      lost: [...this.#lost].map(([what, rows]) => ({ what, rows })),
      notes: this.notes,
      moreNotes: this.#more,
      terms: this.terms,
      mayLeave: this.mayLeave,
      grades: this.grades,
    };
  }
}

/** Tells of the lines that stand above the header of a sheet. */
export function noteAbove({ above = [], file }: { above?: readonly string[]; file: string }, account: Account): void {
  for (const line of above) account.note(0, '', line, 'It stands above the header, and is no row.', file);
}
