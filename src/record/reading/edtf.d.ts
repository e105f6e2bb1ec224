/** The part of edtf.js that is used here; the package ships no types. */
declare module 'edtf' {
  export interface ParsedDate {
    type: 'Date' | 'Year' | 'Season';
    level: number;
    /** Year, month from 0, day, hour, minute, second: as far as the date goes. A season's second value is 21 to 24. */
    values: number[];
    /** Bit mask YYYYMMDD of the digits written as X, most significant digit of the year in bit 0. */
    unspecified?: number;
    approximate?: boolean | number;
    uncertain?: boolean | number;
  }
  export interface ParsedInterval {
    type: 'Interval';
    level: number;
    /** An end that is open (`..`) is Infinity, one that is unknown is null. */
    values: (ParsedDate | number | null)[];
  }
  /** Throws where the text is not EDTF of the level. */
  export function parse(text: string, constraints?: { level?: 0 | 1 | 2 | 3 }): ParsedDate | ParsedInterval;
}
