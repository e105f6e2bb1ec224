import { describe, expect, it } from 'vitest';
import { quickFrustration, type Frustration } from './frustration';
import { searchFrustration, type WorkerLike } from './frustrationClient';
import type { FrustrationReport } from './frustrationWorker';
import { highlandTribes } from '../../testing/publishedGraphs';
import { seeded } from '../random';
import { signedGraph } from './signs';

const random = seeded(5);
const pairs = Array.from({ length: 30 * 30 }, (_, k) => [Math.floor(k / 30), k % 30] as const).filter(([a, b]) => a < b);
const hard = signedGraph(30, pairs.map(([a, b]) => [a, b, random() < 0.5 ? -1 : 1] as const)); // prettier-ignore

class Stand implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  ended = false;
  asked: unknown = null;
  postMessage(message: unknown): void {
    this.asked = message;
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: FrustrationReport): void {
    this.onmessage?.call(this as unknown as Worker, new MessageEvent('message', { data }));
  }
}

describe('a search beside the page', () => {
  it('needs no worker where the graph is small', async () => {
    const start = () => {
      throw new Error('not needed');
    };
    expect(await searchFrustration(highlandTribes(), { start }).result).toMatchObject({ index: 7, exact: true });
  });

  it('leaves the lower bound of a large graph to the worker, and finds it where none can be had', async () => {
    const large = signedGraph(
      100,
      Array.from({ length: 600 }, (_, k) => [k % 100, (k * 7 + Math.floor(k / 100) + 1) % 100] as const).flatMap(([a, b]) =>
        a === b ? [] : [[a, b, random() < 0.6 ? 1 : -1] as const],
      ),
    );
    const told: Frustration[] = [];
    const worker = new Stand();
    const search = searchFrustration(large, { start: () => worker, onBound: (known) => told.push(known) });
    expect(told[0]).toMatchObject({ lower: 0, exact: false });
    const whole = quickFrustration(large);
    expect(whole.lower).toBeGreaterThan(0);
    worker.say({ kind: 'bound', known: whole });
    expect(told[1]?.lower).toBe(whole.lower);
    search.stop();
    const none = () => {
      throw new Error('no worker');
    };
    expect(await searchFrustration(large, { start: none }).result).toEqual(whole);
  });

  it('passes bounds on and ends with the answer', async () => {
    const worker = new Stand();
    const told: Frustration[] = [];
    const search = searchFrustration(hard, { start: () => worker, onBound: (known) => told.push(known) });
    const quick = quickFrustration(hard);
    expect(told).toEqual([quick]);
    worker.say({ kind: 'bound', known: { ...quick, lower: quick.lower + 1 } });
    expect(told[1]!.lower).toBe(quick.lower + 1);
    worker.say({ kind: 'done', known: { ...quick, lower: quick.upper, exact: true } });
    expect(await search.result).toMatchObject({ index: quick.upper, exact: true });
    expect(worker.ended).toBe(true);
  });

  it('keeps the best bounds when it is stopped or the worker fails', async () => {
    for (const end of ['stop', 'fail'] as const) {
      const worker = new Stand();
      const search = searchFrustration(hard, { start: () => worker });
      const quick = quickFrustration(hard);
      worker.say({ kind: 'bound', known: { ...quick, lower: quick.lower + 2 } });
      if (end === 'stop') search.stop();
      else worker.say({ kind: 'failed', message: 'out of memory' });
      expect(await search.result).toMatchObject({ lower: quick.lower + 2, upper: quick.upper, exact: false });
      expect(worker.ended).toBe(true);
    }
  });

  it('gives the bounds without a solver where no worker can be started', async () => {
    const start = () => {
      throw new Error('SecurityError');
    };
    expect(await searchFrustration(hard, { start }).result).toEqual(quickFrustration(hard));
  });
});
