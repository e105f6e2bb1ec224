import { coderKind } from '../record/coding';
import { actorId, pairNames } from '../record/names';
import type { StanceRecord } from '../record/record';
import { coderId } from './run';

/** Why a name cannot be a coder's, in a sentence; empty where it can. A person who coded before goes on under the same name. */
export function coderProblem(record: StanceRecord, name: string): string {
  const id = coderId(name);
  if (name.trim() === '') return 'Write a name.';
  if (id === '') return 'Write a name with a letter or a digit in it.';
  if (record.coders.includes(id) && coderKind(record, id) !== 'person')
    return `The record has a coder “${id}” who is not a person: choose another name.`;
  return '';
}

/** A pair that can be coded. */
export interface CodedPair {
  /** Ids of holder and target, joined by `~`. */
  key: string;
  name: string;
  /** Stances. */
  n: number;
}

/** Every pair with its stances, those with most first. */
export function pairsOf(record: StanceRecord): CodedPair[] {
  const { stances } = record;
  const pairs = new Map<string, CodedPair>();
  for (let i = 0; i < stances.n; i++) {
    const holder = stances.holder[i] ?? -1;
    const target = stances.target[i] ?? -1;
    const key = `${actorId(record, holder)}~${actorId(record, target)}`;
    const known = pairs.get(key);
    if (known) known.n++;
    else pairs.set(key, { key, name: pairNames(record, holder, target), n: 1 });
  }
  return [...pairs.values()].sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}
