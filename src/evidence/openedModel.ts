import { against } from '../record/against';
import { pairNames } from '../record/names';
import type { OpenEvidence } from '../record/open';
import { BASES, type StanceRecord } from '../record/record';
import { count, type Noun } from '../words/counts';
import { evidenceMessages } from '../words/messages/evidence';

/** What stands around an opened row: its day, what argues against it, and where a wrong id may have been meant to lead. */

/** A row that argues against a coded stance of the opened one. */
export interface Contrary {
  /** Evidence. */
  e: number;
  score: number;
  /** `the same day`, `12 days later`, `3 months before`. */
  when: string;
  /** `Belarus on Poland`; an account of somebody else says so and is never mixed with own words. */
  label: string;
}

const ATTRIBUTION = BASES.indexOf('attribution');

/** Days apart in words. */
export function apart(days: number): string {
  const size = Math.abs(days);
  if (size === 0) return 'the same day';
  const [n, unit]: [number, Noun] =
    size < 60 ? [size, 'day'] : size < 730 ? [Math.round(size / 30.44), 'month'] : [Math.round(size / 365.25), 'year'];
  return `${count(n, unit)} ${days > 0 ? 'later' : 'before'}`;
}

/** What argues against the stances of an opened row, each other row once, nearest in time first. */
export function contrariesOf(record: StanceRecord, opened: OpenEvidence, most = 5): Contrary[] {
  const found = new Map<number, Contrary & { days: number }>();
  for (const stance of opened.stances) {
    for (const { stance: i, days } of against(record, stance.row)) {
      const e = record.stances.evidence[i]!;
      if (found.has(e)) continue;
      found.set(e, {
        e,
        score: record.stances.score[i]!,
        days,
        when: apart(days),
        label: evidenceMessages.holds(pairNames(record, stance.holder, stance.target), record.stances.basis[i] === ATTRIBUTION),
      });
    }
  }
  return [...found.values()].sort((a, b) => Math.abs(a.days) - Math.abs(b.days) || a.e - b.e).slice(0, most);
}

/** Other evidence of the same day, where both days are known; at most `most`. */
export function sameDayAs(record: StanceRecord, e: number, most = 8): number[] {
  const { evidence } = record;
  const known = (other: number) => evidence.first[other] === evidence.last[other];
  if (e >= evidence.dated || !known(e)) return [];
  const day = evidence.day[e]!;
  const found: number[] = [];
  for (let other = e - 1; other >= 0 && evidence.day[other] === day; other--) if (known(other)) found.unshift(other);
  for (let other = e + 1; other < evidence.n && evidence.day[other] === day; other++) if (known(other)) found.push(other);
  return found.slice(0, most);
}

/** Ids of the record nearest to one that it does not hold: those that share most of its parts. */
export function nearestIds(record: StanceRecord, id: string, most = 5): string[] {
  const parts = new Set(id.toLowerCase().split('-').filter(Boolean));
  const date = id.slice(0, 10);
  return record.evidence.id
    .map((other, e) => {
      const own = other.split('-');
      const shared = own.filter((part) => parts.has(part)).length;
      return { e, other, mark: shared / Math.max(own.length, parts.size) + (other.startsWith(date) ? 0.2 : 0) };
    })
    .filter(({ mark }) => mark > 0.2)
    .sort((a, b) => b.mark - a.mark || a.e - b.e)
    .slice(0, most)
    .map(({ other }) => other);
}

/** A group of rows of one pair that the opened row belongs to: one act, talk, decision or trigger, counted once. */
export interface SameOccasion {
  /** Its id in the record, and the pair: an occasion of one pair is none of another. */
  id: string;
  words: string;
  /** Other evidence of the pair in the same occasion, in order of time. */
  others: number[];
}

/** The occasions of the opened row's stances, each with the other rows of its pair that belong to it. */
export function occasionsOf(record: StanceRecord, opened: OpenEvidence): SameOccasion[] {
  const { stances } = record;
  return opened.stances.flatMap(({ occasion, holder, target }) => {
    if (occasion < 0) return [];
    const others = new Set<number>();
    for (let i = 0; i < stances.n; i++) {
      if (stances.occasion[i] !== occasion || stances.holder[i] !== holder || stances.target[i] !== target) continue;
      const e = stances.evidence[i];
      if (e !== undefined && e !== opened.index) others.add(e);
    }
    const list = [...others].sort((a, b) => a - b);
    const pair = pairNames(record, holder, target);
    return [
      { id: `${record.occasions[occasion] ?? ''} ${pair}`, words: evidenceMessages.occasion(pair, list.length), others: list },
    ];
  });
}
