import type { StanceRecord } from '../../record/record';
import type { SignedGraph, SignReason, SignRule } from './signs';
import type { Triad } from './triads';

/** Ties that put whole groups into one: each makes a triad of every three of its members. */
const GROUPS = new Set(['membership', 'summit-group']);

/**
 * Which triads lead: under a rule that hears words and acts, those with at least one side from them; under ties alone, those with at least
 * one side that is more than a shared membership. A summit of thirty makes 4,060 triads that say only that there was a summit.
 */
export function leadingTriads(record: StanceRecord, graph: SignedGraph, rule: SignRule): (triad: Triad) => boolean {
  const leads = graph.edges.map(({ reason }) => sideLeads(record, reason, rule));
  return ({ edges }) => edges.some((edge) => leads[edge]);
}

/** Whether a side with this reason makes a triad lead. */
export function sideLeads(record: StanceRecord, reason: SignReason, rule: SignRule): boolean {
  if (reason.kind === 'given') return true;
  if (rule.source !== 'tie') return reason.kind === 'stance';
  return reason.kind === 'tie' && reason.ties.some((tie) => !GROUPS.has(record.ties[tie]!.kind));
}

/** What ties add to the triads that lead. */
export interface AddedByTies {
  triads: Triad[];
  balanced: number;
  /** The tie that alone makes most of them, all three sides, and how many; null where none makes one. */
  most: { tie: number; triads: number } | null;
}

/** The triads that do not lead, told apart. */
export function addedByTies(
  record: StanceRecord,
  graph: SignedGraph,
  triads: readonly Triad[],
  leads: (triad: Triad) => boolean,
): AddedByTies {
  const added = triads.filter((triad) => !leads(triad));
  const byTie = new Map<number, number>();
  for (const { edges } of added) {
    const [first = [], ...others] = edges.map((edge) => {
      const { reason, sign } = graph.edges[edge]!;
      return reason.kind === 'tie' ? reason.ties.filter((tie) => record.ties[tie]!.sign === sign) : [];
    });
    for (const tie of first) if (others.every((ties) => ties.includes(tie))) byTie.set(tie, (byTie.get(tie) ?? 0) + 1);
  }
  const [most] = [...byTie].sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  return {
    triads: added,
    balanced: added.filter(({ balanced }) => balanced).length,
    most: most === undefined ? null : { tie: most[0], triads: most[1] },
  };
}
