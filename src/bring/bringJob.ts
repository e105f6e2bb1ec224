import type { Outcome } from './bringFiles';
import type { GradeChoice } from './grades';
import type { Mapping } from './mapping';
import type { Sheet } from './sheet';

/** What is asked of the worker: to say what files are and to read them, or to read sheets by a mapping. */
export type BringJob =
  | { kind: 'files'; files: ReadonlyMap<string, Uint8Array>; grades: GradeChoice }
  | { kind: 'map'; sheets: readonly Sheet[]; mapping: Mapping };

export type BringReply = { kind: 'progress'; text: string } | { kind: 'outcome'; outcome: Outcome };
