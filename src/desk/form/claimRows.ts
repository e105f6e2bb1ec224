import { VERDICTS, type StanceRecord, type Verdict } from '../../record/record';
import type { FormDraft } from './formDraft';
import { sourceRow, type FreshId, type NewRow } from './statementRows';

/** How a row bears on a claim. */
export const BEARINGS = ['for', 'against', 'neither'] as const;
export type Bearing = (typeof BEARINGS)[number];

/** A claim that an article makes, as it is being entered. */
export interface ClaimDraft {
  /** In one neutral sentence. */
  claim: string;
  /** The article's own words. */
  quote: string;
  /** Ids. */
  actors: readonly string[];
  verdict: Verdict;
  /** Rows that bear on it, by id. */
  evidence: Readonly<Record<string, Bearing>>;
  note: string;
}

export function newClaim(quote: string, actors: readonly string[]): ClaimDraft {
  return { claim: '', quote, actors, verdict: 'unverified', evidence: {}, note: '' };
}

/** Why a claim cannot be added yet, in the words of the form; empty where it can. */
export function claimFault({ claim, verdict }: ClaimDraft, { page }: Pick<FormDraft, 'page'>): string {
  if (claim.trim() === '') return 'Say what is claimed, in one neutral sentence.';
  if (page.outlet.trim() === '') return 'Say whose page the article is: fill in where you read it.';
  if (!VERDICTS.includes(verdict)) return 'Choose a verdict.';
  return '';
}

/** The rows that a claim becomes: the article's page where it is new, and the claim, last of the article's claims. */
export function claimRows(
  record: StanceRecord,
  draft: FormDraft,
  claim: ClaimDraft,
  freshId: FreshId,
  /** Claims of the same article that were added since the record was read. */
  added = 0,
): readonly NewRow[] {
  const source = sourceRow(record, draft, freshId);
  const index = record.sourceIndex.get(source.id) ?? -1;
  const orders = record.claims.filter((one) => one.source === index && index >= 0).map(({ order }) => order);
  const evidence = Object.entries(claim.evidence);
  const ids = (bearing: Bearing) => evidence.flatMap(([id, how]) => (how === bearing ? [id] : [])).join(';');
  const cells = {
    id: freshId('claims', [claim.claim]),
    source: source.id,
    order: String(Math.max(0, ...orders) + 1 + added),
    claim: claim.claim.trim(),
    quote: claim.quote.trim(),
    actors: claim.actors.join(';'),
    verdict: claim.verdict,
    evidence: evidence.map(([id]) => id).join(';'),
    evidence_for: ids('for'),
    evidence_against: ids('against'),
    note: claim.note.trim(),
  };
  return [
    ...source.rows,
    { kind: 'add', table: 'claims', cells: Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')) },
  ];
}
