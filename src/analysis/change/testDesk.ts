import { changeTester, type ChangeTest, type ChangeTester, type TesterOptions } from './changeTest';
import type { Series } from './statistic';

/** Asks for a test to be gone on with (begun, where the series is given), or to be forgotten. */
export type TestRequest =
  | { kind: 'draw'; id: number; draws: number; begin: { series: Series; options: TesterOptions } | null }
  | { kind: 'forget'; id: number };

/** What is known after the draws; null where there is nothing to test. */
export interface TestReport {
  id: number;
  test: ChangeTest | null;
  done: boolean;
}

/** Answers requests, keeping the tests that are not done. */
export function testDesk(): (request: TestRequest) => TestReport | null {
  const open = new Map<number, ChangeTester>();
  return (request) => {
    const { id } = request;
    if (request.kind === 'forget') {
      open.delete(id);
      return null;
    }
    if (request.begin) {
      const tester = changeTester(request.begin.series, request.begin.options);
      if (tester) open.set(id, tester);
    }
    const tester = open.get(id);
    if (!tester) return { id, test: null, done: true };
    tester.draw(request.draws);
    if (tester.done) open.delete(id);
    return { id, test: tester.known(), done: tester.done };
  };
}
