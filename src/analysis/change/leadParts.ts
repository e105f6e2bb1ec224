import type { Pivot } from './pivot';
import type { Day } from '../../words/calendar';

/** A piece of the lead; pieces in order make the sentence. */
export interface LeadPart {
  text: string;
  /** `pivot`: underlined in marker. */
  mark: 'pivot' | null;
  /** Pair of the slice that the words are about: a click selects it. */
  pair?: number;
}

/** What changed most, in words that the rows carry. */
export interface Lead {
  /** `pivot`: a pair changed; `none`: no more than chance explains; `ties`: a change of ties; `empty`: no row in the window. */
  kind: 'pivot' | 'none' | 'ties' | 'empty';
  /** One or two sentences. */
  parts: LeadPart[];
  /** The counts behind them, one sentence; empty where there is nothing to count. */
  counts: string;
  /** How far to trust it: how many pairs were tested; empty where none was. */
  caveat: string;
  pivot: Pivot | null;
}

export interface LeadWindow {
  from: Day;
  /** The as-of date: rows after it are not read. */
  at: Day;
}
