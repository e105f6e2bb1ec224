/** What was, what is, and what was undone: plain values, so that it can be kept and tested anywhere. */
export interface Undo<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the last step did: steps of one kind in a row (typing in one field) are undone as one. */
  kind: string;
}

const MOST = 200;

export function begun<T>(present: T): Undo<T> {
  return { past: [], present, future: [], kind: '' };
}

/** A new present. Steps of the same kind, empty excepted, join the one before. */
export function done<T>(history: Undo<T>, present: T, kind = ''): Undo<T> {
  if (present === history.present) return history;
  const joins = kind !== '' && kind === history.kind && history.past.length > 0;
  const past = joins ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present, future: [], kind };
}

/** Every state with a change that came from elsewhere: undoing takes back what was done here, and nothing of that. */
export function rebased<T>({ past, present, future, kind }: Undo<T>, change: (state: T) => T): Undo<T> {
  return { past: past.map(change), present: change(present), future: future.map(change), kind };
}

export function undone<T>(history: Undo<T>): Undo<T> {
  const before = history.past[history.past.length - 1];
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], kind: '' };
}

export function redone<T>(history: Undo<T>): Undo<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, kind: '' };
}
