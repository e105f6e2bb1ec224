import fc from 'fast-check';
import { test } from 'vitest';
import { TARGETS } from './fuzzTargets';

/** The short form of `npm run fuzz`. */
test.each(Object.entries(TARGETS))('%s holds, whatever it is given', async (_, property) => {
  await fc.assert(property as fc.IAsyncProperty<unknown>, { numRuns: 150 });
});
