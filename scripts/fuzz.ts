/**
 * `npm run fuzz [cases] [target]`: texts and bytes that nobody would write, by the hundred thousand, at everything that reads what somebody
 * else wrote. The same targets run shortly in the unit tests (scripts/fuzz.test.ts). What fails is printed with its seed and smallest case.
 *
 * A target's cases are dealt out in parts, each a process with a seed of its own, as many at a time as there are processors.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { TARGETS } from './fuzzTargets';

const MOST_IN_A_PART = 25_000;

/** Runs cases of one target in this process; prints why where one fails. */
async function run(name: string, cases: number, seed: number): Promise<boolean> {
  const property = TARGETS[name as keyof typeof TARGETS] as fc.IAsyncProperty<unknown>;
  const details = await fc.check(property, { numRuns: cases, seed });
  if (!details.failed) return true;
  console.error(`${name}: FAILED after ${details.numRuns} cases, seed ${details.seed}`);
  console.error(fc.defaultReportMessage(details));
  return false;
}

/** Runs this file again for one part. */
function apart(name: string, cases: number, seed: number): Promise<boolean> {
  const file = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, ['--import', 'tsx', file, 'part', name, String(cases), String(seed)], {
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

async function all(cases: number, only: string): Promise<boolean> {
  const begun = performance.now();
  const parts = Math.ceil(cases / MOST_IN_A_PART);
  const waiting = Object.keys(TARGETS)
    .filter((name) => name.includes(only))
    .flatMap((name) =>
      Array.from({ length: parts }, (_, i) => ({ name, cases: Math.min(MOST_IN_A_PART, cases - i * MOST_IN_A_PART) })),
    );
  const told = new Map<string, { parts: number; cases: number; seconds: number; failed: boolean }>();
  let well = true;
  const lane = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const since = performance.now();
      const held = await apart(part.name, part.cases, Math.trunc(Math.random() * 2 ** 31));
      const known = told.get(part.name) ?? { parts: 0, cases: 0, seconds: 0, failed: false };
      known.parts++;
      known.cases += part.cases;
      known.seconds += (performance.now() - since) / 1000;
      known.failed ||= !held;
      told.set(part.name, known);
      well &&= held;
      if (known.parts === parts && !known.failed)
        console.log(`${part.name}: ${known.cases} cases, ${known.seconds.toFixed(1)} s of one processor`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  console.log(`${well ? 'Nothing fell' : 'FAILED'}, in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  return well;
}

const [first = '100000', ...rest] = process.argv.slice(2);
const well =
  first === 'part' ? await run(rest[0] ?? '', Number(rest[1]), Number(rest[2])) : await all(Number(first), rest[0] ?? '');
process.exitCode = well ? 0 : 1;
