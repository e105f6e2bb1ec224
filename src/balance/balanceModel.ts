import { actorId, nameOf } from '../record/names';
import { frustrationBalance, reliefsOf, tensionsOf, type Relief } from '../analysis/balance/balance';
import type { Frustration } from '../analysis/balance/frustration';
import type { BalanceChance, ByChance } from '../analysis/balance/balanceChance';
import type { AddedByTies } from '../analysis/balance/leading';
import {
  SIGN_RULE,
  weakSide,
  type SignedEdge,
  type SignedGraph,
  type SignRule,
  type SignSource,
} from '../analysis/balance/signs';
import { censusOf, type Triad, type TriadCensus } from '../analysis/balance/triads';
import type { StanceRecord } from '../record/record';
import type { How } from '../ui/how';
import { formatDay } from '../words/dates';
import type { Day } from '../words/calendar';
import { list } from '../words/names';
import { decimal, intervalWords, ofHundred, pWords, signed } from '../words/numbers';

/** The rule by which pairs get a sign, as the link holds it: `signs` and `least` of the page's own settings. */
export function ruleOf(record: StanceRecord, extra: Readonly<Record<string, string>>): SignRule {
  const sources: readonly SignSource[] = ['stance', 'tie', 'both'];
  const asked = sources.find((source) => source === extra['signs']);
  const threshold = Number(extra['least']);
  return {
    ...SIGN_RULE,
    // A record of ties alone has nothing else to go by.
    source: record.stances.n === 0 ? 'tie' : (asked ?? SIGN_RULE.source),
    threshold: extra['least'] !== undefined && threshold >= 0 && threshold <= 2 ? threshold : SIGN_RULE.threshold,
    stale: extra['stale'] !== 'out',
    single: extra['single'] !== 'out',
  };
}

/** "by words and acts first, by treaty where these are silent". */
export function ruleWords(rule: SignRule): string {
  if (rule.source === 'tie') return 'by signed ties alone';
  const least = `where the mean of both directions is at least ${rule.threshold} in size`;
  const left = [rule.single ? '' : 'sides that rest on one row', rule.stale ? '' : 'stances that are long silent'].filter(
    Boolean,
  );
  const without = left.length === 0 ? '' : `; ${list(left)} are left out`;
  const words =
    rule.source === 'stance' ? `by words and acts alone, ${least}` : `by words and acts ${least}, else by signed ties`;
  return `${words}${without}`;
}

const nodeName = (record: StanceRecord, graph: SignedGraph, node: number) => nameOf(record, graph.actors[node] ?? -1);

export interface TriadLine {
  key: string;
  balanced: boolean;
  names: [string, string, string];
  /** `weak`: it rests on one row, or is long silent. */
  edges: { name: string; sign: 1 | -1; reason: string; weak: boolean; pair: [string, string] }[];
}

/** Triads as lines: names, signs and where each sign comes from; unbalanced first. */
export function triadLines(record: StanceRecord, graph: SignedGraph, triads: readonly Triad[]): TriadLine[] {
  return triads.map((triad) => ({
    key: triad.nodes.join(' '),
    balanced: triad.balanced,
    names: triad.nodes.map((node) => nodeName(record, graph, node)) as [string, string, string],
    edges: triad.edges.map((index) => {
      const edge = graph.edges[index]!;
      return {
        name: edgeName(record, graph, edge),
        sign: edge.sign,
        reason: reasonWords(record, edge),
        weak: weakSide(edge.reason) !== null,
        pair: [actorId(record, graph.actors[edge.a]!), actorId(record, graph.actors[edge.b]!)],
      };
    }),
  }));
}

export function edgeName(record: StanceRecord, graph: SignedGraph, edge: SignedEdge): string {
  return `${nodeName(record, graph, edge.a)} and ${nodeName(record, graph, edge.b)}`;
}

const rowCount = (n: number) => (n === 1 ? '1 row' : `${n} rows`);

/** Why an edge has its sign: "mean −0.9 of +0.1 and −0.7…" or the tie's title. */
export function reasonWords(record: StanceRecord, edge: SignedEdge): string {
  const weak = weakSide(edge.reason);
  const last =
    edge.reason.kind === 'stance' ? Math.max(...[edge.reason.forward, edge.reason.back].map((one) => one?.last ?? 0)) : 0;
  const words = plainReason(record, edge);
  if (weak === 'stale') return `${words}, silent since ${formatDay(last)}`;
  return weak === 'single' ? `${words} only` : words;
}

function plainReason(record: StanceRecord, { reason }: SignedEdge): string {
  if (reason.kind === 'tie') return reason.ties.map((tie) => record.ties[tie]!.title).join('; ');
  if (reason.kind === 'given') return 'given';
  const { forward, back } = reason;
  if (forward !== null && back !== null)
    return `mean ${signed(reason.value, 2)} of ${signed(forward.value)} and ${signed(back.value)}, ${rowCount(forward.n + back.n)}`;
  const one = forward ?? back;
  return `${signed(reason.value, 2)}, one direction only, ${rowCount(one?.n ?? 0)}`;
}

export interface ReliefLine {
  name: string;
  pair: [string, string];
  sign: 1 | -1;
  words: string;
}

/** The single changes that would relieve most strain, best first. */
export function reliefLines(
  record: StanceRecord,
  graph: SignedGraph,
  triads: readonly Triad[],
  camps: ArrayLike<number> | null,
): ReliefLine[] {
  return reliefsOf(graph, triads, camps).map((relief) => {
    const edge = graph.edges[relief.edge]!;
    return {
      name: edgeName(record, graph, edge),
      pair: [actorId(record, graph.actors[edge.a]!), actorId(record, graph.actors[edge.b]!)],
      sign: edge.sign,
      words: reliefWords(relief),
    };
  });
}

function reliefWords(relief: Relief): string {
  const triads = relief.resolved === 1 ? '1 triad' : `${relief.resolved} triads`;
  const made = relief.made > 0 ? `, at the price of ${relief.made}` : '';
  const camps = relief.against ? '; it goes against the camps, so the frustration index would fall by one' : '';
  return relief.resolved > 0 ? `would settle ${triads}${made}${camps}` : `is in no unbalanced triad${camps}`;
}

/** Actors by the share of unbalanced triads among theirs. */
export function tensionLines(record: StanceRecord, graph: SignedGraph, triads: readonly Triad[]) {
  return tensionsOf(graph, triads).map((tension) => ({
    ...tension,
    id: actorId(record, graph.actors[tension.node]!),
    name: nodeName(record, graph, tension.node),
  }));
}

/** The last day on which a record's ties were seen, where a day lies past it and ties were cut off there; else null. */
export function unseenSince({ meta, ties }: Pick<StanceRecord, 'meta' | 'ties'>, at: Day): Day | null {
  const until = meta.tiesUntil;
  return until !== undefined && at > until && ties.some(({ censored }) => censored) ? until : null;
}

/** What stands for a degree of balance where there is none: no triad, or none that anybody saw. */
export function noDegreeWords(record: Pick<StanceRecord, 'meta' | 'ties'>, at: Day): string {
  const until = unseenSince(record, at);
  return until === null ? 'no triad' : `not known after ${formatDay(until)}`;
}

/**
 * The page's headline, carried by the numbers beside it: the triads that lead.
 *
 * @param unseen last day on which the ties were seen, where `at` lies past it; see {@link unseenSince}
 */
export function balanceSentence(graph: SignedGraph, census: TriadCensus, at: Day, unseen: Day | null = null): string {
  const all = census.balanced + census.unbalanced;
  const day = formatDay(at);
  if (graph.edges.length === 0 && unseen !== null)
    return `What held on ${day} is not known: the source of the ties ends with ${formatDay(unseen)}.`;
  if (graph.edges.length === 0) return `On ${day} no pair has a sign under this rule: there is nothing to be balanced or not.`;
  if (all === 0) return `On ${day} ${countOf(graph.edges.length)}, but no three of them close a triad.`;
  if (census.unbalanced === 0) return `On ${day} every one of the ${all} triads is balanced.`;
  return `On ${day} ${census.unbalanced} of ${all} triads ${census.unbalanced === 1 ? 'is' : 'are'} unbalanced.`;
}

const countOf = (pairs: number) => (pairs === 1 ? 'one pair has a sign' : `${pairs} pairs have a sign`);

/** Which triads are counted, and what the others would add; empty where there are no others. */
export function addedSentence(record: StanceRecord, added: AddedByTies, rule: SignRule): string {
  const n = added.triads.length;
  if (n === 0) return '';
  const counted = rule.source === 'tie' ? 'more than a shared membership' : 'words or acts';
  const alone = rule.source === 'tie' ? 'Memberships alone' : 'Ties alone';
  const most = added.most;
  const by = most === null || most.triads * 4 < n ? '' : `, ${most.triads} of them “${record.ties[most.tie]!.title}”`;
  const strained = n - added.balanced;
  const balance = strained === 0 ? 'all balanced' : `${strained} unbalanced`;
  return `Counted are triads with at least one side from ${counted}. ${alone} make ${n} more${by}: ${balance}, and left out here.`;
}

/** "by chance 0.74, 0.65 to 0.82": a figure with its signs dealt anew. */
export function chanceWords(chance: ByChance | null, digits = 2): string {
  return chance === null ? '' : `by chance ${decimal(chance.mean, digits)}, ${intervalWords([chance.low, chance.high], digits)}`;
}

/** What the deals say of the degree of balance, in a sentence. */
export function chanceSentence({ degree, deals, dealt }: BalanceChance, own: number | null): string {
  if (degree === null || own === null) return '';
  const told =
    degree.p <= 0.05
      ? 'The signs are more balanced than they would fall by chance'
      : degree.p >= 0.95
        ? 'The signs are less balanced than they would fall by chance'
        : 'The signs are no more balanced than they would fall by chance';
  const often = degree.p * (deals + 1) < 1.5 ? `in none of ${deals} deals` : `in ${ofHundred(degree.p)} deals`;
  return `${told}: dealt anew among ${dealt} pairs, as many are balanced ${often} (${pWords(degree.p, deals)}).`;
}

/** What the frustration index says; a bound is called a bound. */
export function frustrationSentence(found: Frustration | null): string {
  if (found === null) return 'Looking for the least number of signs to change…';
  if (!found.exact)
    return `Between ${found.lower} and ${found.upper} signs would have to change for balance (a bound: the search was stopped before it was sure).`;
  if (found.index === 0) return 'No sign would have to change: two camps explain every sign.';
  return `At least ${found.index} ${found.index === 1 ? 'sign' : 'signs'} would have to change for balance (exact).`;
}

/** The two camps by name, larger first; actors whose part of the graph hangs alone are in them too. */
export function campNames(record: StanceRecord, graph: SignedGraph, camps: ArrayLike<number>): [string[], string[]] {
  const sides: [string[], string[]] = [[], []];
  graph.actors.forEach((actor, node) => sides[camps[node] === 1 ? 0 : 1].push(nameOf(record, actor)));
  return sides;
}

/** Camp of each actor by id, for the network. */
export function campMap(record: StanceRecord, graph: SignedGraph, camps: ArrayLike<number>): Map<string, 0 | 1> {
  return new Map(graph.actors.map((actor, node) => [actorId(record, actor), camps[node] === 1 ? 0 : 1]));
}

/** How the degree of balance comes about. */
export function degreeHow(
  record: StanceRecord,
  graph: SignedGraph,
  triads: readonly Triad[],
  rule: SignRule,
  at: Day,
  chance: BalanceChance | null = null,
): How {
  const census = censusOf(triads);
  const all = triads.length;
  return {
    title: `Degree of balance, ${formatDay(at)}`,
    figure: all === 0 ? noDegreeWords(record, at) : `${decimal(census.balanced / all, 2)} (${census.balanced} of ${all} triads)`,
    formula: 'Balanced triads / all triads. A triad is balanced when the product of its three signs is positive.',
    filled: `(+++ ${census.ppp} and +−− ${census.pmm}) / (those and ++− ${census.ppm} and −−− ${census.mmm}) = ${census.balanced} / ${all}`,
    columns: ['Triad', 'Signs', ''],
    rows: triads.slice(0, 400).map((triad) => ({
      id: null,
      cells: [
        triad.nodes.map((node) => nodeName(record, graph, node)).join(', '),
        triad.edges.map((edge) => (graph.edges[edge]!.sign > 0 ? '+' : '\u2212')).join(' '),
        triad.balanced ? 'balanced' : 'unbalanced',
      ],
    })),
    notes: [
      `A pair has its sign ${ruleWords(rule)}. States, alliances and organisations take part; persons do not.`,
      `Counted are triads with at least one side ${rule.source === 'tie' ? 'that is more than a shared membership' : 'from words or acts'}.`,
      ...chanceNotes(chance, chance?.degree ?? null, 2),
      ...(all > 400 ? [`The first 400 of ${all} triads.`] : []),
    ],
    method: 'balance',
    papers: [
      LESKOVEC,
      'Heider, F. (1946). Attitudes and cognitive organization. Journal of Psychology 21.',
      'Cartwright, D. and Harary, F. (1956). Structural balance: a generalization of Heider’s theory. Psychological Review 63(5).',
    ],
  };
}

/** What chance gives for a figure, and how it was had. */
function chanceNotes(chance: BalanceChance | null, figure: ByChance | null, digits: number): string[] {
  if (chance === null || figure === null) return [];
  const [ppp, ppm, pmm, mmm] = chance.census.map((count) => decimal(count, 1));
  return [
    `By chance: ${decimal(figure.mean, digits)} on average, ${intervalWords([figure.low, figure.high], digits)} in nine of ten deals, at least as balanced in ${ofHundred(figure.p)} (${pWords(figure.p, chance.deals)}). The signs of the ${chance.dealt} pairs that words and acts sign (of all pairs, where there are none) are shuffled among them ${chance.deals} times from a stated seed; the ties keep theirs, and the graph its pairs.`,
    `The census by chance: +++ ${ppp}, ++− ${ppm}, +−− ${pmm}, −−− ${mmm}.`,
  ];
}

const LESKOVEC =
  'Leskovec, J., Huttenlocher, D. and Kleinberg, J. (2010). Signed networks in social media. Proceedings of CHI 2010. (Signs dealt anew.)';

/** How the frustration index comes about. */
export function frustrationHow(
  record: StanceRecord,
  graph: SignedGraph,
  found: Frustration,
  rule: SignRule,
  at: Day,
  chance: BalanceChance | null = null,
): How {
  const score = frustrationBalance(found.upper, graph.edges.length);
  return {
    title: `Frustration index, ${formatDay(at)}`,
    figure: found.exact
      ? `${found.index} of ${graph.edges.length} signs (exact)`
      : `${found.lower} to ${found.upper} of ${graph.edges.length} signs (a bound)`,
    formula:
      'The least number of signs whose change would make the graph balanced: the least, over all divisions into two camps, of negative signs within a camp plus positive signs across.',
    filled: score === null ? '' : `On a scale from 0 to 1: 1 − 2 · ${found.upper} / ${graph.edges.length} = ${decimal(score, 3)}`,
    columns: ['Sign against the camps', '', 'Why it has it'],
    rows: found.against.map((index) => {
      const edge = graph.edges[index]!;
      return { id: null, cells: [edgeName(record, graph, edge), edge.sign > 0 ? '+' : '\u2212', reasonWords(record, edge)] };
    }),
    notes: [
      'Solved exactly, part by part, as an integer programme with HiGHS in a worker of this page; small parts by trying all camps.',
      'Other divisions may do as well; the camps shown are one that attains the number.',
      ...(chance?.against
        ? [
            `By chance ${decimal(chance.against.mean, 1)} signs, ${intervalWords([chance.against.low, chance.against.high], 0)} in nine of ten deals, at most as many in ${ofHundred(chance.against.p)} (${pWords(chance.against.p, chance.deals)}); in a deal the camps are sought, not proved.`,
          ]
        : []),
      `A pair has its sign ${ruleWords(rule)}.`,
    ],
    method: 'balance',
    papers: [
      LESKOVEC,
      'Harary, F. (1959). On the measurement of structural balance. Behavioral Science 4(4).',
      'Aref, S. and Wilson, M. C. (2019). Balance and frustration in signed networks. Journal of Complex Networks 7(2).',
    ],
  };
}

/** How the walk balance comes about. */
export function walkHow(graph: SignedGraph, walk: number | null, at: Day, chance: BalanceChance | null = null): How {
  return {
    title: `Walk balance, ${formatDay(at)}`,
    figure: walk === null ? 'no signed pair, or not computed yet' : decimal(walk, 3),
    formula:
      'trace(e^A) / trace(e^|A|): closed walks of every length, with their signs, against the same walks without; a walk of length k weighs 1 / k!.',
    filled: `A: the ${graph.n} by ${graph.n} matrix of the ${graph.edges.length} signs, +1 or −1. 1 is perfect balance.`,
    columns: [],
    rows: [],
    notes: [
      'The three measures may disagree: triads look at threes, walks at every circle, frustration at the two best camps.',
      'All signs count, those of ties too.',
      ...chanceNotes(chance, chance?.walk ?? null, 2),
    ],
    method: 'balance',
    papers: [
      LESKOVEC,
      'Estrada, E. and Benzi, M. (2014). Walk-based measure of balance in signed networks. Physical Review E 90, 042802.',
    ],
  };
}
