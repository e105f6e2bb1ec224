import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

// The project's own rules, without a type checker: it has nothing to say about the order of imports and takes seconds to start.
const lint = new ESLint({
  cwd: ROOT,
  ruleFilter: ({ ruleId }) => ruleId === 'house/one-way' || ruleId === 'no-restricted-globals',
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

/** What the house says of a line that stands in a file; nothing where all is well. */
async function said(file: string, line: string): Promise<string[]> {
  const code = file.endsWith('.svelte') ? `<script lang="ts">\n${line}\n</script>\n` : `${line}\n`;
  const [result] = await lint.lintText(code, { filePath: join(ROOT, file) });
  const fatal = result?.messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${file} is not read: ${fatal.message}`);
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId !== null).map(({ message }) => message);
}

describe('what the house refuses', () => {
  test.each([
    ['a view another view', 'src/map/plateModel.ts', `import { pairSteps } from '../pair/chart/stepsModel';`],
    [
      'a view’s deep file another view',
      'src/pair/chart/chartModel.ts',
      `import { lanes } from '../../timeline/lanes/lanesModel';`,
    ],
    ['a component another view', 'src/map/MapPlate.svelte', `import PairPage from '../pair/PairPage.svelte';`],
    ['a view the shell', 'src/network/NetworkPlate.svelte', `import { announce } from '../shell/announce';`],
    ['a view the opening', 'src/desk/DeskPage.svelte', `import { keptDatasets } from '../opening/kept';`],
    ['the opening the shell', 'src/opening/kept.ts', `import { preload } from '../shell/views';`],
    ['the shell the opening', 'src/shell/Masthead.svelte', `import { keptDatasets } from '../opening/kept';`],
    ['a room the page’s root', 'src/shell/pages.ts', `import App from '../App.svelte';`],
    ['the page’s root its start', 'src/App.svelte', `import start from './main';`],
    ['the clock a view', 'src/focus/focus.svelte.ts', `import { lanes } from '../timeline/lanes/lanesModel';`],
    ['the clock the save dialog, when asked for', 'src/focus/url.ts', `const save = () => import('../save/takePicture');`],
    ['the numbers the clock', 'src/analysis/change/pivot.ts', `import { Focus } from '../../focus/focus.svelte';`],
    ['the numbers a component', 'src/analysis/change/pivotHow.ts', `import Panel from '../../ui/Panel.svelte';`],
    ['the numbers a framework', 'src/analysis/slice.ts', `import { untrack } from 'svelte';`],
    ['the record the numbers', 'src/record/open.ts', `import { stanceAt } from '../analysis/stance/stance';`],
    ['the record the marks', 'src/record/field.ts', `import { lineWidth } from '../ui/marks';`],
    ['the record a framework', 'src/record/record.ts', `import { SvelteMap } from 'svelte/reactivity';`],
    ['the record a drawing library', 'src/record/values.ts', `import { scaleUtc } from 'd3';`],
    ['the words the record', 'src/words/day.ts', `import type { StanceRecord } from '../record/record';`],
    ['the words the record’s types, inline', 'src/words/day.ts', `export type R = import('../record/record').StanceRecord;`],
    ['the words the marks', 'src/words/day.ts', `import { lineWidth } from '../ui/marks';`],
    ['the marks the record', 'src/ui/marks.ts', `export type { Confidence } from '../record/record';`],
    ['the formats a view', 'src/formats/subset.ts', `export * from '../save/dataFiles';`],
    ['the checker the marks', 'src/cli/report.ts', `import { lineWidth } from '../ui/marks';`],
    ['a view the checker', 'src/desk/deskModel.ts', `import { report } from '../cli/report';`],
    ['a view the made-up records', 'src/desk/deskModel.ts', `import { smallRecord } from '../testing/smallRecord';`],
    ['anything a test', 'src/desk/deskModel.ts', `import './deskModel.test';`],
    ['a script a test', 'scripts/bench.ts', `import '../src/record/open.test';`],
    ['a path from the root', 'src/map/plateModel.ts', `import { pairSteps } from '/src/pair/chart/stepsModel';`],
    ['a path from the disk', 'src/map/plateModel.ts', `import x from '${join(ROOT, 'src/pair/pairModel')}';`],
    ['a path that goes out and comes back', 'src/map/plateModel.ts', `import x from '../../src/./pair/pairModel';`],
    ['a path through a room’s own folder', 'src/map/plateModel.ts', `import x from './../map/../pair/pairModel';`],
    ['a name without quotes of its own', 'src/map/plateModel.ts', 'const x = () => import(`../pair/pairModel`);'],
    ['a computed name', 'src/map/plateModel.ts', 'const x = (room: string) => import(`../${room}/pairModel.ts`);'],
    ['an asset’s address', 'src/map/shapes.ts', `import url from '../network/shapes.json?url';`],
    ['a worker', 'src/analysis/slice.ts', `const w = new URL('../timeline/worker.ts', import.meta.url);`],
    ['a worker’s import', 'src/analysis/slice.ts', `import Work from '../timeline/work?worker';`],
    ['a pattern', 'src/map/plateModel.ts', `const all = import.meta.glob('../pair/*.ts');`],
    ['a pattern over every room', 'src/map/plateModel.ts', `const all = import.meta.glob('../**/*.ts');`],
    ['a call to require', 'src/map/plateModel.ts', `const x = require('../pair/pairModel');`],
    ['a room without a floor', 'src/attic/trunk.ts', `import { dayOf } from '../words/calendar';`],
  ])('%s', async (_, file, line) => {
    const messages = await said(file, line);
    expect(messages).toHaveLength(1);
  });

  test.each([
    ['the page', `export const wide = () => window.innerWidth;`],
    ['the document', `export const title = () => document.title;`],
    ['the document, by a detour', `export const title = () => globalThis.document.title;`],
    ['the browser’s store', `export const kept = () => localStorage.getItem('x');`],
    ['the net', `export const get = () => fetch('/x');`],
  ])('%s in the record and in the numbers', async (_, line) => {
    expect(await said('src/record/field.ts', line)).not.toEqual([]);
    expect(await said('src/analysis/slice.ts', line)).not.toEqual([]);
  });

  test.each([
    'src/opening/kept.ts',
    'src/focus/focus.svelte.ts',
    'src/map/MapPlate.svelte',
    'e2e/journey.ts',
    'scripts/bench.ts',
  ])('a promise that nobody waits for, in %s', async (file) => {
    const { rules } = (await lint.calculateConfigForFile(join(ROOT, file))) as { rules: Record<string, unknown[]> };
    expect(rules['@typescript-eslint/no-floating-promises']?.[0]).toBe(2);
    expect(rules['@typescript-eslint/no-misused-promises']?.[0]).toBe(2);
  });

  test('says which room is meant and where the order is written down', async () => {
    const [message] = await said('src/map/plateModel.ts', `import x from '../pair/pairModel';`);
    expect(message).toMatch(/^map\/ .* pair\/ .*CONTRIBUTING\.md/);
  });
});

describe('what the house allows', () => {
  test.each([
    ['a view the rooms below it', 'src/map/plateModel.ts', `import type { StanceRecord } from '../record/record';`],
    ['a view the clock', 'src/map/MapPlate.svelte', `import type { Focus } from '../focus/focus.svelte';`],
    ['a view a library', 'src/network/networkLayout.ts', `import { forceSimulation } from 'd3';`],
    ['the marks the words', 'src/ui/marks.ts', `import { formatDay } from '../words/calendar';`],
    ['a room itself', 'src/pair/pairModel.ts', `import { pairSteps } from './chart/stepsModel';`],
    ['the shell a view, when asked for', 'src/shell/views.ts', `const pair = () => import('../pair/PairPage.svelte');`],
    ['the root the shell and the opening', 'src/App.svelte', `import { keptDatasets } from './opening/kept';`],
    ['the start the root', 'src/main.ts', `import App from './App.svelte';`],
    ['the start a package’s style', 'src/main.ts', `import '@fontsource-variable/piazzolla/wght.css';`],
    ['the numbers the solver', 'src/analysis/balance/frustration.ts', `const solver = () => import('highs');`],
    ['the record its reader of tables', 'src/record/reading/csv.ts', `import Papa from 'papaparse';`],
    ['the record its worker', 'src/record/reading/load.ts', `const w = new Worker(new URL('./worker.ts', import.meta.url));`],
    ['the checker what Node brings', 'src/cli/report.ts', `import { join } from 'node:path';`],
    ['a test the made-up records', 'src/desk/deskModel.test.ts', `import { smallRecord } from '../testing/smallRecord';`],
    ['a measurement the made-up records', 'scripts/bench.ts', `import { syntheticRecord } from '../src/testing/synthetic';`],
    ['a pattern in its own room', 'src/map/plateModel.ts', `const all = import.meta.glob('./shapes/*.json');`],
    ['an address that is no file', 'src/shell/Workspace.svelte', `const url = new URL('#/pair', location.href);`],
  ])('%s', async (_, file, line) => {
    expect(await said(file, line)).toEqual([]);
  });

  test('the page where a file talks to it', async () => {
    expect(await said('src/record/reading/embedded.ts', `export const text = document.title;`)).toEqual([]);
    expect(await said('src/formats/picture/png.ts', `export const text = document.title;`)).toEqual([]);
    expect(await said('src/map/plate.svelte.ts', `export const text = document.title;`)).toEqual([]);
  });
});
