import { quickFrustration, type Frustration } from './frustration';
import type { FrustrationReport, FrustrationRequest } from './frustrationWorker';
import { signedGraph, type SignedGraph } from './signs';

/** A search for the frustration index that goes on beside the page. */
export interface FrustrationSearch {
  /** The answer; where the search was stopped or the solver failed, the best bounds by then (`exact` is false). Never rejects. */
  result: Promise<Frustration>;
  /** Ends the search at once. */
  stop(): void;
}

/** The part of a Worker that is used, so that a test can stand in for it. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Seconds after the time limit at which a worker that does not answer is stopped: HiGHS looks at its clock now and then only. */
const GRACE = 3;

/**
 * Starts a search in a worker. Graphs that need no solver are answered at once without one.
 *
 * @param options.timeLimit seconds
 * @param options.onBound told whenever what is known gets better, first with the bounds found without a solver; of a large graph the upper one alone, and 0
 * @param options.start makes the worker; where that fails (a page opened from a file), the bounds without a solver are the answer
 */
export function searchFrustration(
  graph: SignedGraph,
  {
    timeLimit = 20,
    onBound,
    start = () => new Worker(new URL('./frustrationWorker.ts', import.meta.url), { type: 'module' }),
  }: { timeLimit?: number; onBound?: (known: Frustration) => void; start?: () => WorkerLike } = {},
): FrustrationSearch {
  // Without the reasons: a page's state may hold proxies, which cannot be sent to a worker.
  const bare = signedGraph(
    graph.n,
    graph.edges.map(({ a, b, sign }) => [a, b, sign] as const),
  );
  let known = quickFrustration(bare, { from0: true });
  if (known.exact) return { result: Promise.resolve(known), stop: () => undefined };
  onBound?.(known);
  let worker: WorkerLike;
  try {
    worker = start();
  } catch {
    // Nobody else will find the lower bound.
    return { result: Promise.resolve(quickFrustration(bare)), stop: () => undefined };
  }
  let stop: () => void = () => undefined;
  const result = new Promise<Frustration>((resolve) => {
    const timer = setTimeout(() => stop(), (timeLimit + GRACE) * 1000);
    stop = () => {
      clearTimeout(timer);
      worker.terminate();
      resolve(known);
    };
    worker.onmessage = ({ data }: MessageEvent<FrustrationReport>) => {
      if (data.kind !== 'failed') {
        known = tighter(known, data.known);
        if (data.kind === 'bound') onBound?.(known);
      }
      if (data.kind !== 'bound') stop();
    };
    worker.onerror = () => stop();
    worker.postMessage({ graph: bare, timeLimit } satisfies FrustrationRequest);
  });
  return { result, stop: () => stop() };
}

/** The best of two reports on the same graph: the higher lower bound with the camps of the lower upper bound. */
function tighter(a: Frustration, b: Frustration): Frustration {
  const lower = Math.max(a.lower, b.lower);
  const best = b.upper <= a.upper ? b : a;
  return { ...best, lower, exact: lower === best.upper };
}
