import type { StanceRecord } from '../record/record';
import { tieCard, tiesFound, type TieCard } from '../record/tieCard';
import type { Day } from '../words/calendar';

/** Ties as rows of a list: those of the selection that hold on some day of the window, kept apart from statements and events. */

export const TIE_ORDERS = ['newest', 'oldest', 'title', 'kind', 'sign'] as const;
export type TieOrder = (typeof TIE_ORDERS)[number];

/** What the list is cut to. */
export interface TieQuestion {
  pair: readonly [string, string] | null;
  /** Ties of one actor, or those that bind two or more of several. */
  actors: readonly string[];
  /** Words that a tie must hold, all of them, in title, kind, members or summary. */
  query: string;
  from: Day;
  to: Day;
  order: TieOrder;
}

/** The ties of a question, in its order; of two that are equal the one that stands first in the table comes first. */
export function tiesOf(record: StanceRecord, { pair, actors, query, from, to, order }: TieQuestion): TieCard[] {
  const chosen = (pair ?? actors).map((id) => record.actorIndex.get(id) ?? -1);
  const least = Math.min(chosen.length, 2);
  const found = query.trim() === '' ? null : new Set(tiesFound(record, query).map(({ tie }) => tie));
  const start = ({ tie }: TieCard) => record.ties[tie]?.from ?? 0;
  const by: Record<TieOrder, (a: TieCard, b: TieCard) => number> = {
    newest: (a, b) => start(b) - start(a),
    oldest: (a, b) => start(a) - start(b),
    title: (a, b) => a.title.localeCompare(b.title, 'en'),
    kind: (a, b) => a.kind.localeCompare(b.kind, 'en'),
    sign: (a, b) => a.sign - b.sign,
  };
  return record.ties
    .flatMap((tie, i) => {
      const bound = tie.members.filter((member) => chosen.includes(member)).length;
      const inWindow = tie.from <= to && tie.until > from;
      return bound >= least && inWindow && (found === null || found.has(i)) ? [tieCard(record, i)] : [];
    })
    .sort((a, b) => by[order](a, b) || a.tie - b.tie);
}
