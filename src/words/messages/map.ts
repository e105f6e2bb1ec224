import { count, countWord } from '../counts';
import { onDate, type WrittenDate } from '../dates';
import { list, possessive } from '../names';
import { TIE_WORDS } from '../scores';

const side = (sign: number) => TIE_WORDS[Math.sign(sign) as -1 | 0 | 1];

export const mapMessages = {
  /** The plate's title. */
  of: (actor: string) => `${actor} on its neighbours`,
  towards: (actor: string) => `Others on ${actor}`,
  ties: (actor: string) => `${possessive(actor)} ties`,

  /** Beside a name on the map. */
  fewRows: (n: number) => countWord(n, 'row'),
  side,
  notCovered: 'not covered',

  /** In full, under the map and in the table. */
  tooFew: (n: number) => (n === 1 ? 'one row only, not shaded' : `only ${count(n, 'row')}, not shaded`),
  tied: (sign: number, ties: readonly string[]) => `${side(sign)}: ${ties.join('; ')}`,
  noTie: 'no signed tie at this date',
  subject: 'the actor that the map reads from',
  tieSubject: 'the actor whose ties are shown',
  actor: (name: string, says: string) => `${name}: ${says}`,

  closed: (crossing: string, by: string) => `${crossing}, closed: ${by}`,
  open: (crossing: string) => `${crossing}, open: no closure in the record at this date`,

  /** `Minsk, 2 events and 3 statements; last on 5 November 2025: Talks end`; nothing last where none is up to the date. */
  place: (name: string, events: number, statements: number, last: { when: WrittenDate; title: string } | null) => {
    const counts = list([
      ...(events > 0 ? [count(events, 'event')] : []),
      ...(statements > 0 ? [count(statements, 'statement')] : []),
    ]);
    return last === null ? `${name}, ${counts}` : `${name}, ${counts}; last ${onDate(last.when)}: ${last.title}`;
  },
};
