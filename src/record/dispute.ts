import { evidenceText } from './cell';
import type { StanceRecord } from './record';

/** Words by which a note says that its sources differ. */
const DISPUTE = /\b(disput|contradict|conflict|differ|den(y|ies|ied))/i;

/** Whether the notes of a statement or event say that its sources differ: both accounts are then kept, and shown beside it. */
export function isDisputed(record: StanceRecord, evidence: number): boolean {
  return DISPUTE.test(evidenceText(record, evidence, 'notes'));
}
