import type { Outcome } from './bringFiles';
import type { GradeChoice } from './grades';
import type { Mapping } from './mapping';
import type { Sheet } from './sheet';

/** What is asked of the worker: to say what files are and to read them, or to read sheets by a mapping. */
export type BringJob =
  | { kind: 'files'; files: ReadonlyMap<string, Uint8Array>; grades: GradeChoice }
  | { kind: 'map'; sheets: readonly Sheet[]; mapping: Mapping };

/** What came of a job as it is handed to the page: every file as bytes, which change hands without being copied. */
export type Delivered =
  | Exclude<Outcome, { kind: 'brought' }>
  | (Omit<Extract<Outcome, { kind: 'brought' }>, 'files'> & { files: Map<string, Uint8Array> });

export type BringReply = { kind: 'progress'; text: string } | { kind: 'outcome'; outcome: Delivered };

const encoder = new TextEncoder();

export function delivered(outcome: Outcome): Delivered {
  if (outcome.kind !== 'brought') return outcome;
  return { ...outcome, files: new Map(Array.from(outcome.files, ([name, text]) => [name, encoder.encode(text)])) };
}
