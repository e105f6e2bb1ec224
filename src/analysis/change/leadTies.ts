import type { StanceRecord, Tie } from '../../record/record';
import type { Lead, LeadPart, LeadWindow } from './leadParts';
import { capital, inSentence } from '../../words/names';
import { signsAt, SIGN_RULE } from '../balance/signs';
import type { Slice } from '../slice';
import { runStances } from '../stance/stance';
import { holds, pairsOfTie } from '../rift/tied';
import { censusOf, triadsOf, type TriadCensus } from '../balance/triads';
import { type Day, FIRST_DAY } from '../../words/calendar';
import { count, plural } from '../../words/counts';
import { tieMessages } from '../../words/messages/ties';
import { type DateSpan, formatDate, formatDay, lastKnownWords } from '../../words/dates';

/** The lead of a record without stances: the last change of signed ties in the window, and what it did to the triads; null without ties. */
export function tiesLead(slice: Slice, window: LeadWindow): Lead | null {
  const { record } = slice;
  const signedTies = record.ties.filter(({ sign }) => sign !== 0);
  if (signedTies.length === 0) return null;
  // Where the source ends nothing changes: what held then is merely not known after.
  const first = Math.min(...signedTies.map(({ from }) => from));
  // Where the record begins nothing changes either: what holds from then may have held long before.
  const days = signedTies
    .flatMap(({ from, until, censored }) => (censored ? [from] : [from, until]))
    .filter((day) => day >= window.from && day <= window.at && day > first);
  const day = [...new Set(days)].sort((a, b) => b - a).find((some) => changesOn(record, signedTies, some).length > 0);
  if (day === undefined)
    return first >= window.from && first <= window.at ? firstLead(slice, signedTies, first) : calmLead(signedTies, window);
  const changes = changesOn(record, signedTies, day);
  const before = censusAt(slice, day - 1);
  const after = censusAt(slice, day);
  const span = spanOn(signedTies, day);
  const when = span ? whenWords(span) : `On ${formatDay(day)}`;
  const named = changes.slice(0, 2).map((change) => changeWords(record, change));
  const rest = changes.length - named.length;
  const more = rest > 0 ? `, and ${rest} other ${rest === 1 ? 'pair' : 'pairs'} changed sign` : '';
  const parts: LeadPart[] = [
    { text: `${when} `, mark: null },
    { text: named.join(rest > 0 ? ', ' : ' and '), mark: 'pivot' },
    { text: [`${more}.`, triadWords(before, after)].filter(Boolean).join(' '), mark: null },
  ];
  const share = ({ balanced, unbalanced }: TriadCensus) => `${balanced} of ${balanced + unbalanced}`;
  const moved = share(before) === share(after) ? `stayed at ${share(after)}` : `went from ${share(before)} to ${share(after)}`;
  const counts = `Balanced triads ${moved}; ${signedTies.filter((tie) => holds(tie, day)).length} signed ties held from then.`;
  return { kind: 'ties', parts, counts, standing: [], brief: counts, pivot: null, ground: null };
}

/** Of a record that has only begun: what holds from its first day. */
function firstLead(slice: Slice, ties: readonly Tie[], first: Day): Lead {
  const { record } = slice;
  const changes = changesOn(record, ties, first);
  const span = spanOn(ties, first);
  const { balanced, unbalanced } = censusAt(slice, first);
  const text = tieMessages.begins(
    span ? whereWords(span) : `on ${formatDay(first)}`,
    changes.filter(({ after }) => after > 0).length,
    changes.filter(({ after }) => after < 0).length,
  );
  const counts = tieMessages.triads(balanced, unbalanced);
  return { kind: 'thin', parts: [{ text, mark: null }], counts, standing: [], brief: counts, pivot: null, ground: null };
}

function calmLead(ties: readonly Tie[], { from, at }: LeadWindow): Lead {
  const held = ties.filter((tie) => holds(tie, at)).length;
  const text = `No tie changed its sign between ${formatDay(from)} and ${formatDay(at)}.`;
  const lost = ties.filter((tie) => tie.censored && tie.until <= at);
  const last = lost.reduce((day, { until }) => Math.max(day, until - 1), FIRST_DAY);
  const counts =
    lost.length === 0
      ? `${held} signed ${held === 1 ? 'tie holds' : 'ties hold'} on ${formatDay(at)}.`
      : `${count(lost.length, 'signed tie')} ${plural(lost.length, { one: 'is', other: 'are' })} not known after ${lastKnownWords(last)}.`;
  return { kind: 'thin', parts: [{ text, mark: null }], counts, standing: [], brief: counts, pivot: null, ground: null };
}

interface Change {
  a: number;
  b: number;
  before: number;
  after: number;
}

/** Pairs whose tie sign on `day` differs from that of the day before: ties that turned friendly first, then unfriendly, then ended. */
function changesOn(record: StanceRecord, ties: readonly Tie[], day: Day): Change[] {
  const changes = new Map<number, Change>();
  for (const tie of ties) {
    if (tie.from !== day && (tie.until !== day || tie.censored)) continue;
    for (const [a, b] of pairsOfTie(record, tie)) {
      const key = a * record.actors.length + b;
      if (!changes.has(key))
        changes.set(key, { a, b, before: signOf(record, ties, a, b, day - 1), after: signOf(record, ties, a, b, day) });
    }
  }
  return [...changes.values()]
    .filter(({ before, after }) => before !== after)
    .sort((x, y) => rank(x) - rank(y) || x.a - y.a || x.b - y.b);
}

/** A pair that changes sides says more than one that takes a side for the first time. */
function rank({ before, after }: Change): number {
  return (before === 0 || after === 0 ? 3 : 0) + (after > 0 ? 0 : after < 0 ? 1 : 2);
}

function signOf(record: StanceRecord, ties: readonly Tie[], a: number, b: number, day: Day): number {
  let sum = 0;
  for (const tie of ties) {
    const held = holds(tie, day) || (tie.censored && tie.from <= day);
    if (held && pairsOfTie(record, tie).some(([x, y]) => x === a && y === b)) sum += tie.sign;
  }
  return Math.sign(sum);
}

function changeWords(record: StanceRecord, { a, b, before, after }: Change): string {
  const pair = `${inSentence(record.actors[a]!)} and ${inSentence(record.actors[b]!)}`;
  if (after > 0) return `${pair} ${before < 0 ? 'turned from unfriendly to friendly' : 'became friendly'}`;
  if (after < 0) return `${pair} ${before > 0 ? 'turned from friendly to unfriendly' : 'became unfriendly'}`;
  return `${pair} ceased to be ${before > 0 ? 'friendly' : 'unfriendly'}`;
}

function triadWords(before: TriadCensus, after: TriadCensus): string {
  if (before.unbalanced > 0 && after.unbalanced === 0)
    return `With that the last unbalanced ${before.unbalanced === 1 ? 'triad was' : 'triads were'} gone.`;
  // What did not move is no news: the counts under the headline say it.
  if (after.unbalanced === before.unbalanced) return '';
  const verb = after.unbalanced > before.unbalanced ? 'rose' : 'fell';
  return capital(`unbalanced triads ${verb} from ${before.unbalanced} to ${after.unbalanced}.`);
}

function censusAt(slice: Slice, day: Day): TriadCensus {
  const running = runStances(slice, { mode: 'decay', halfLife: 30, from: day });
  return censusOf(triadsOf(signsAt(slice.record, running, day, { ...SIGN_RULE, source: 'tie' })));
}

/** The date as the table has it, of a tie that starts or ends on the day. */
function spanOn(ties: readonly Tie[], day: Day): DateSpan | null {
  for (const { start, end } of ties) {
    if (start && start.first === day) return start;
    if (end && end.first === day) return end;
  }
  return null;
}

function whenWords(span: DateSpan): string {
  return capital(whereWords(span));
}

/** The date within a sentence: `in 1872`, `on 22 October 1873`. */
function whereWords(span: DateSpan): string {
  const text = formatDate(span);
  if (span.precision === 'day') return `on ${text}`;
  return span.precision === 'interval' || span.approximate || span.uncertain ? text : `in ${text}`;
}
