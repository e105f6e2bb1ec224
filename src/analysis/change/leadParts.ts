import type { Day } from '../../words/calendar';
import type { Piece } from '../../words/messages/message';
import type { Ground } from './asserted';
import type { Pivot } from './pivot';

/** A piece of the lead; pieces in order make the sentence. */
export interface LeadPart {
  text: string;
  /** `pivot`: underlined in marker, for a change that is asserted. */
  mark: 'pivot' | null;
  /** Pair of the slice that the words are about: a click selects it. */
  pair?: number;
}

/** What changed, in words that the rows carry. */
export interface Lead {
  /**
   * `asserted`: a change that is said as a fact; `chance`: one that chance may explain, or none; `thin`: too little to look for one; `ties`: a
   * change of ties; `empty`: no row in the window; `broken`: the record did not come whole, and nothing is said.
   */
  kind: 'asserted' | 'chance' | 'thin' | 'ties' | 'empty' | 'broken';
  /** One or two sentences. */
  parts: LeadPart[];
  /** The numbers behind them, in sentences; empty where there is nothing to count. */
  counts: string;
  /** A smaller sentence: whether any of the pairs that could be tested stands out from chance, and which. */
  standing: LeadPart[];
  /** In a line, for a small screen. */
  brief: string;
  pivot: Pivot | null;
  ground: Ground | null;
}

export interface LeadWindow {
  from: Day;
  /** The as-of date: rows after it are not read. */
  at: Day;
}

/** Pieces of messages as parts: a piece's role is the number of its pair; `marked` is the pair that wears the marker. */
export function partsOf(pieces: readonly Piece<string>[], marked: number | null = null): LeadPart[] {
  return pieces.map(({ text, role }) =>
    role === null ? { text, mark: null } : { text, mark: Number(role) === marked ? 'pivot' : null, pair: Number(role) },
  );
}
