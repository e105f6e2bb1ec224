import { describe, expect, it, vi } from 'vitest';
import { testChange } from './changeTest';
import type { Series } from './statistic';
import { testDesk, type TestReport, type TestRequest } from './testDesk';
import { TestsBeside, type DeskLike } from './testsBeside';

const series = (scores: readonly number[]): Series => ({ days: scores.map((_, i) => 5 * i), scores, minSegment: 3 });
const turned = series([-1, -2, -1, 0, -1, -1, 1, 1, 2, 0, 1, 1]);
const calm = series([1, 0, 1, -1, 0, 1, -1, 0, 1, 0, 0, 1]);

/** A desk that answers when it is told to. */
function slowDesk() {
  const answer = testDesk();
  const asked: TestRequest[] = [];
  const desk: DeskLike = { onmessage: null, onerror: null, postMessage: (request) => void asked.push(request) };
  const reply = () => {
    const request = asked.shift();
    const report = request && answer(request);
    if (report) desk.onmessage?.(new MessageEvent<TestReport>('message', { data: report }));
  };
  return { desk, asked, reply };
}

describe('tests beside the page', () => {
  it('come later, tell that they came, and are those that would be made at once', async () => {
    const { desk, asked, reply } = slowDesk();
    const tests = new TestsBeside(() => desk);
    const told = vi.fn();
    tests.subscribe(told);
    expect(tests.of(calm, { seed: 3 })).toBeNull();
    const settled = tests.settled();
    while (asked.length > 0) reply();
    await settled;
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    expect(tests.of(calm, { seed: 3 })).toEqual(testChange(calm, { seed: 3 }));
  });

  it('are told as soon as the side of 0.05 is settled, and made exact after that', async () => {
    const { desk, asked, reply } = slowDesk();
    const tests = new TestsBeside(() => desk);
    tests.of(turned, { seed: 1 });
    reply();
    const first = tests.of(turned, { seed: 1 })!;
    expect([first.settled, first.done]).toEqual([true, false]);
    await tests.settled();
    while (asked.length > 0) reply();
    const last = tests.of(turned, { seed: 1 })!;
    expect([last.done, last.draws]).toEqual([true, testChange(turned, { seed: 1 })!.draws]);
  });

  it('put what was asked for last first', () => {
    const { desk, asked, reply } = slowDesk();
    const tests = new TestsBeside(() => desk);
    tests.of(turned, { seed: 1 });
    tests.of(calm, { seed: 1 });
    tests.of(calm, { seed: 2 });
    reply();
    // The first was at work already; then the last asked for is begun.
    expect(asked[0]).toMatchObject({ kind: 'draw', begin: { options: { seed: 2 } } });
  });

  it('are drawn on the page where no worker can be had, at once or after all', async () => {
    const never = new TestsBeside(() => {
      throw new Error('no workers here');
    });
    expect(never.of(calm, { seed: 3 })).toBeNull();
    await never.settled();
    expect(never.of(calm, { seed: 3 })!.p).toBe(testChange(calm, { seed: 3 })!.p);

    const desk: DeskLike = { onmessage: null, onerror: null, postMessage: () => undefined };
    const broken = new TestsBeside(() => desk);
    broken.of(calm, { seed: 3 });
    desk.onerror?.(new Event('error') as ErrorEvent);
    await broken.settled();
    expect(broken.of(calm, { seed: 3 })!.p).toBe(testChange(calm, { seed: 3 })!.p);
  });
});
