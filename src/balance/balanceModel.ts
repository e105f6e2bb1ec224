import { frustrationBalance, reliefsOf, tensionsOf, type Relief } from '../analysis/balance/balance';
import type { Frustration } from '../analysis/balance/frustration';
import { SIGN_RULE, type SignedEdge, type SignedGraph, type SignRule, type SignSource } from '../analysis/balance/signs';
import { censusOf, type Triad, type TriadCensus } from '../analysis/balance/triads';
import type { StanceRecord } from '../record/record';
import type { How } from '../ui/how';
import { formatDay } from '../words/dates';
import type { Day } from '../words/calendar';
import { signed } from '../words/numbers';

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
  };
}

/** "by words and acts first, by treaty where these are silent". */
export function ruleWords(rule: SignRule): string {
  if (rule.source === 'tie') return 'by signed ties alone';
  const least = `where the mean of both directions is at least ${rule.threshold} in size`;
  return rule.source === 'stance' ? `by words and acts alone, ${least}` : `by words and acts ${least}, else by signed ties`;
}

const nameOf = (record: StanceRecord, graph: SignedGraph, node: number) => record.actors[graph.actors[node]!]!.name;

export interface TriadLine {
  key: string;
  balanced: boolean;
  names: [string, string, string];
  edges: { name: string; sign: 1 | -1; reason: string; pair: [string, string] }[];
}

/** Triads as lines: names, signs and where each sign comes from; unbalanced first. */
export function triadLines(record: StanceRecord, graph: SignedGraph, triads: readonly Triad[]): TriadLine[] {
  return triads.map((triad) => ({
    key: triad.nodes.join(' '),
    balanced: triad.balanced,
    names: triad.nodes.map((node) => nameOf(record, graph, node)) as [string, string, string],
    edges: triad.edges.map((index) => {
      const edge = graph.edges[index]!;
      return {
        name: edgeName(record, graph, edge),
        sign: edge.sign,
        reason: reasonWords(record, edge),
        pair: [record.actors[graph.actors[edge.a]!]!.id, record.actors[graph.actors[edge.b]!]!.id],
      };
    }),
  }));
}

export function edgeName(record: StanceRecord, graph: SignedGraph, edge: SignedEdge): string {
  return `${nameOf(record, graph, edge.a)} and ${nameOf(record, graph, edge.b)}`;
}

const rowCount = (n: number) => (n === 1 ? '1 row' : `${n} rows`);

/** Why an edge has its sign: "mean −0.9 of +0.1 and −0.7…" or the tie's title. */
export function reasonWords(record: StanceRecord, { reason }: SignedEdge): string {
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
      pair: [record.actors[graph.actors[edge.a]!]!.id, record.actors[graph.actors[edge.b]!]!.id],
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
    id: record.actors[graph.actors[tension.node]!]!.id,
    name: nameOf(record, graph, tension.node),
  }));
}

/** The page's headline, carried by the numbers beside it. */
export function balanceSentence(graph: SignedGraph, census: TriadCensus, at: Day): string {
  const all = census.balanced + census.unbalanced;
  if (graph.edges.length === 0) return `On ${formatDay(at)} no pair has a sign under this rule.`;
  if (all === 0) return `On ${formatDay(at)} ${graph.edges.length} pairs have a sign, but no three of them close a triad.`;
  if (census.unbalanced === 0) return `On ${formatDay(at)} every one of the ${all} triads is balanced.`;
  return `On ${formatDay(at)} ${census.unbalanced} of ${all} triads ${census.unbalanced === 1 ? 'is' : 'are'} unbalanced.`;
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
  graph.actors.forEach((actor, node) => sides[camps[node] === 1 ? 0 : 1].push(record.actors[actor]!.name));
  return sides;
}

/** Camp of each actor by id, for the network. */
export function campMap(record: StanceRecord, graph: SignedGraph, camps: ArrayLike<number>): Map<string, 0 | 1> {
  return new Map(graph.actors.map((actor, node) => [record.actors[actor]!.id, camps[node] === 1 ? 0 : 1]));
}

/** How the degree of balance comes about. */
export function degreeHow(record: StanceRecord, graph: SignedGraph, triads: readonly Triad[], rule: SignRule, at: Day): How {
  const census = censusOf(triads);
  const all = triads.length;
  return {
    title: `Degree of balance, ${formatDay(at)}`,
    figure: all === 0 ? 'no triad' : `${(census.balanced / all).toFixed(2)} (${census.balanced} of ${all} triads)`,
    formula: 'Balanced triads / all triads. A triad is balanced when the product of its three signs is positive.',
    filled: `(+++ ${census.ppp} and +−− ${census.pmm}) / (those and ++− ${census.ppm} and −−− ${census.mmm}) = ${census.balanced} / ${all}`,
    columns: ['Triad', 'Signs', ''],
    rows: triads.slice(0, 400).map((triad) => ({
      id: null,
      cells: [
        triad.nodes.map((node) => nameOf(record, graph, node)).join(', '),
        triad.edges.map((edge) => (graph.edges[edge]!.sign > 0 ? '+' : '\u2212')).join(' '),
        triad.balanced ? 'balanced' : 'unbalanced',
      ],
    })),
    notes: [
      `A pair has its sign ${ruleWords(rule)}. States, alliances and organisations take part; persons do not.`,
      ...(all > 400 ? [`The first 400 of ${all} triads.`] : []),
    ],
    papers: [
      'Heider, F. (1946). Attitudes and cognitive organization. Journal of Psychology 21.',
      'Cartwright, D. and Harary, F. (1956). Structural balance: a generalization of Heider’s theory. Psychological Review 63(5).',
    ],
  };
}

/** How the frustration index comes about. */
export function frustrationHow(record: StanceRecord, graph: SignedGraph, found: Frustration, rule: SignRule, at: Day): How {
  const score = frustrationBalance(found.upper, graph.edges.length);
  return {
    title: `Frustration index, ${formatDay(at)}`,
    figure: found.exact
      ? `${found.index} of ${graph.edges.length} signs (exact)`
      : `${found.lower} to ${found.upper} of ${graph.edges.length} signs (a bound)`,
    formula:
      'The least number of signs whose change would make the graph balanced: the least, over all divisions into two camps, of negative signs within a camp plus positive signs across.',
    filled: score === null ? '' : `On a scale from 0 to 1: 1 − 2 · ${found.upper} / ${graph.edges.length} = ${score.toFixed(3)}`,
    columns: ['Sign against the camps', '', 'Why it has it'],
    rows: found.against.map((index) => {
      const edge = graph.edges[index]!;
      return { id: null, cells: [edgeName(record, graph, edge), edge.sign > 0 ? '+' : '\u2212', reasonWords(record, edge)] };
    }),
    notes: [
      'Solved exactly, part by part, as an integer programme with HiGHS in a worker of this page; small parts by trying all camps.',
      'Other divisions may do as well; the camps shown are one that attains the number.',
      `A pair has its sign ${ruleWords(rule)}.`,
    ],
    papers: [
      'Harary, F. (1959). On the measurement of structural balance. Behavioral Science 4(4).',
      'Aref, S. and Wilson, M. C. (2019). Balance and frustration in signed networks. Journal of Complex Networks 7(2).',
    ],
  };
}

/** How the walk balance comes about. */
export function walkHow(graph: SignedGraph, walk: number | null, at: Day): How {
  return {
    title: `Walk balance, ${formatDay(at)}`,
    figure: walk === null ? 'no signed pair, or not computed yet' : walk.toFixed(3),
    formula:
      'trace(e^A) / trace(e^|A|): closed walks of every length, with their signs, against the same walks without; a walk of length k weighs 1 / k!.',
    filled: `A: the ${graph.n} by ${graph.n} matrix of the ${graph.edges.length} signs, +1 or −1. 1 is perfect balance.`,
    columns: [],
    rows: [],
    notes: ['The three measures may disagree: triads look at threes, walks at every circle, frustration at the two best camps.'],
    papers: ['Estrada, E. and Benzi, M. (2014). Walk-based measure of balance in signed networks. Physical Review E 90, 042802.'],
  };
}
