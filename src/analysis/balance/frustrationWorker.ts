import wasm from 'highs/runtime?url';
import { frustration, type Frustration } from './frustration';
import type { SignedGraph } from './signs';

/** What the page asks of the worker. */
export interface FrustrationRequest {
  graph: SignedGraph;
  /** Seconds. */
  timeLimit: number;
}

/** What the worker says: bounds while it works, then the answer, or why there is none. */
export type FrustrationReport = { kind: 'bound' | 'done'; known: Frustration } | { kind: 'failed'; message: string };

const report = (message: FrustrationReport) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<FrustrationRequest>) => {
  frustration(data.graph, {
    timeLimit: data.timeLimit,
    onBound: (known) => report({ kind: 'bound', known }),
    solver: async () => (await import('highs')).default({ locateFile: () => wasm }),
  }).then(
    (known) => report({ kind: 'done', known }),
    (error: unknown) => report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
