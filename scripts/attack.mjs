// `npm run attack`: the hostile corpus whole, every payload by every way in and through every view, in the built page. A short form is in `npm test`.
import { findBrowser } from './browser.mjs';
import { run } from './ready.mjs';

const env = { ...process.env, ATTACK: 'whole', STANCELINE_CHROMIUM: process.env['STANCELINE_CHROMIUM'] ?? (await findBrowser()) };
process.exitCode = run('npx', ['playwright', 'test', 'e2e/attack.spec.ts', ...process.argv.slice(2)], { env });
