import { actorId } from '../record/names';
import { VERDICTS, type Claim, type StanceRecord, type Verdict } from '../record/record';
import type { ViewState } from '../focus/view';
import { byline } from '../words/sources';
import { claimMessages } from '../words/messages/claims';

/** What a verdict says of a claim, in the codebook's words. */
export const VERDICT_MEANINGS: Record<Verdict, string> = {
  supported: 'the rows show it',
  qualified: 'partly so, or put too strongly',
  contradicted: 'the rows show otherwise',
  unverified: 'a forecast, a judgement, or too few rows',
};

/** An article whose claims were held against the record. */
export interface Article {
  /** Index into `record.sources`. */
  source: number;
  id: string;
  title: string;
  /** `Andrew Korybko, Voice of East, 26 January 2026, opinion`. */
  byline: string;
  /** Address that may be followed, or empty: a mirror's is shown as text. */
  link: string;
  /** Address to copy where there is no link. */
  address: string;
  /** In the article's order. */
  claims: Claim[];
}

/** The articles of a record, most claims first. */
export function articlesOf(record: StanceRecord): Article[] {
  return [...new Set(record.claims.map(({ source }) => source))]
    .flatMap((source): Article[] => {
      const page = record.sources[source];
      if (page === undefined) return [];
      return [
        {
          source,
          id: page.id,
          title: page.title || page.outlet,
          byline: byline(page),
          link: page.mirror ? '' : page.url,
          address: page.mirror ? page.url : '',
          claims: record.claims.filter((claim) => claim.source === source).sort((a, b) => a.order - b.order),
        },
      ];
    })
    .sort((a, b) => b.claims.length - a.claims.length || a.source - b.source);
}

/** How many claims got each verdict; verdicts that none got are left out. */
export function tallyOf(claims: readonly Claim[]): { verdict: Verdict; count: number }[] {
  return VERDICTS.map((verdict) => ({ verdict, count: claims.filter((claim) => claim.verdict === verdict).length })).filter(
    ({ count }) => count > 0,
  );
}

/** The rows that bear on a claim, sorted to sides as the table has them, each side in order of date. */
export interface Sides {
  supporting: number[];
  opposing: number[];
  /** Background, rows that cut both ways, and rows that nobody sorted. */
  neither: number[];
}

/** Evidence is sorted by date in the record, so that its index is its order. */
const byDate = (a: number, b: number) => a - b;

export function sidesOf(claim: Claim): Sides {
  const sorted = new Set([...claim.supporting, ...claim.opposing]);
  return {
    supporting: [...claim.supporting].sort(byDate),
    opposing: [...claim.opposing].sort(byDate),
    neither: claim.evidence.filter((e) => !sorted.has(e)).sort(byDate),
  };
}

/** Whether a dataset sorts its evidence at all: one that does not is told so, and its rows stand in one list. */
export function isSorted(claims: readonly Claim[]): boolean {
  return claims.some(({ supporting, opposing }) => supporting.length + opposing.length > 0);
}

/** The rows of a claim in order of date, with the side of each: `1` for, `-1` against, `0` neither. */
export function marksOf(claim: Claim): (-1 | 0 | 1)[] {
  return [...claim.evidence].sort(byDate).map((e) => (claim.supporting.includes(e) ? 1 : claim.opposing.includes(e) ? -1 : 0));
}

/** `1 for, 5 against, 2 neither`; `8 rows` where nothing is sorted. */
export function countWords(claim: Claim, sorted: boolean): string {
  const { supporting, opposing, neither } = sidesOf(claim);
  const rows = claim.evidence.length;
  if (rows === 0 || !sorted) return claimMessages.bearing(rows);
  return claimMessages.sides(supporting.length, opposing.length, neither.length);
}

/** A leader counts as the actor it speaks for; each actor once, in the order of the claim. */
function foldedActors(record: StanceRecord, claim: Claim): number[] {
  return [
    ...new Set(
      claim.actors.map((actor) => {
        const behind = record.actors[actor]?.speaksFor ?? -1;
        return behind >= 0 ? behind : actor;
      }),
    ),
  ];
}

/** Days of margin on either side of a claim's rows, so that none lies on the edge of the window. */
const MARGIN = 14;

/**
 * What the views show of a claim: its actors (a pair where it is about two states), the window of its rows, and the article's own day
 * as the as-of date where that lies inside, else the day of the last row.
 */
export function viewOf(record: StanceRecord, claim: Claim): Partial<ViewState> {
  const { evidence, actors, sources } = record;
  const folded = foldedActors(record, claim);
  const states = folded.filter((actor) => actors[actor]?.kind === 'state');
  const [holder, target] = states;
  const pair =
    states.length === 2 && holder !== undefined && target !== undefined
      ? ([actorId(record, holder), actorId(record, target)] as const)
      : null;
  const view: Partial<ViewState> = {
    page: 'atlas',
    pair,
    actors: pair === null ? folded.map((actor) => actorId(record, actor)) : [],
    item: '',
    place: '',
  };
  const dated = claim.evidence.filter((e) => e < evidence.dated);
  if (dated.length === 0 || record.span === null) return view;
  const first = Math.min(...dated.map((e) => evidence.first[e] ?? Infinity));
  const last = Math.max(...dated.map((e) => evidence.last[e] ?? -Infinity));
  const from = Math.max(first - MARGIN, Math.min(record.span[0], first));
  const to = Math.min(last + MARGIN, Math.max(record.span[1], last));
  const written = sources[claim.source]?.published?.last ?? Number.NaN;
  return { ...view, from, to, at: written >= from && written <= to ? written : last };
}

/** The claim `step` places on in a list, staying at its ends; the first where the present one is not in it. */
export function stepClaim(claims: readonly Claim[], id: string, step: number): Claim | undefined {
  const at = claims.findIndex((claim) => claim.id === id);
  return at < 0 ? claims[0] : claims[Math.min(claims.length - 1, Math.max(0, at + step))];
}
