import type { BalanceChance } from '../analysis/balance/balanceChance';
import type { Frustration } from '../analysis/balance/frustration';
import type { StanceRecord } from '../record/record';

/** What was found for one set of signs. */
export interface Answer {
  /** The signs, as a text: an answer holds for as long as they stay. */
  key: string;
  found: Frustration | null;
  walk: number | null;
  chance: BalanceChance | null;
}

/** So many sets of signs are remembered, so that a way back in time has its answers at once. */
const MOST = 60;
const kept = new WeakMap<StanceRecord, Map<string, Answer>>();

/** The answer for these signs, where it was found before. */
export function keptAnswer(record: StanceRecord, key: string): Answer | null {
  return kept.get(record)?.get(key) ?? null;
}

/** Remembers an answer, where it is exact: a bound of a search that was stopped is worth another try. */
export function keepAnswer(record: StanceRecord, answer: Answer): void {
  if (answer.found?.exact !== true) return;
  const answers = kept.get(record) ?? new Map<string, Answer>();
  kept.set(record, answers);
  answers.set(answer.key, answer);
  const [oldest] = answers.keys();
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
}

/** Ms at work before the page may breathe. */
const SLICE = 10;

/** Runs a computation a slice at a time, so that the page stays quick; null where it is stopped. */
export function inSlices<T>(work: Generator<void, T>, stop: AbortSignal): Promise<T | null> {
  return new Promise((resolve) => {
    const go = () => {
      const end = performance.now() + SLICE;
      while (performance.now() < end) {
        if (stop.aborted) {
          resolve(null);
          return;
        }
        const step = work.next();
        if (step.done === true) {
          resolve(step.value);
          return;
        }
      }
      setTimeout(go);
    };
    setTimeout(go);
  });
}
