/**
 * `npm run fuzz [cases] [target]`: texts and bytes that nobody would write, by the hundred thousand, at everything that reads what somebody
 * else wrote. The same targets run shortly in the unit tests (scripts/fuzz.test.ts). What fails is printed with its seed and smallest case.
 */
import fc from 'fast-check';
import { TARGETS } from './fuzzTargets';

const [cases = '100000', only = ''] = process.argv.slice(2);
let failed = 0;
for (const [name, property] of Object.entries(TARGETS)) {
  if (!name.includes(only)) continue;
  const since = performance.now();
  const details = await fc.check(property as fc.IAsyncProperty<unknown>, { numRuns: Number(cases) });
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  if (details.failed) {
    failed++;
    console.error(`${name}: FAILED after ${details.numRuns} cases, seed ${details.seed}`);
    console.error(fc.defaultReportMessage(details));
  } else console.log(`${name}: ${details.numRuns} cases in ${seconds} s`);
}
process.exitCode = failed === 0 ? 0 : 1;
