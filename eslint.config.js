import { readFileSync } from 'node:fs';
import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import house from './scripts/house.mjs';
import svelteConfig from './svelte.config.js';

/** The rooms that run without a page; left out are the files in them that talk to a worker, to the net or to what is drawn. */
const plain = JSON.parse(readFileSync(new URL('tsconfig.plain.json', import.meta.url), 'utf8'));

/** What a browser's page has and neither Node nor the language: nothing of it in a room that runs without a page. */
const OF_A_PAGE = Object.keys(globals.browser)
  .filter((name) => !(name in globals['shared-node-browser']))
  .concat('fetch', 'localStorage', 'sessionStorage', 'navigator');

/**
 * Rooms without a non-null assertion: an index that was looked up is destructured, narrowed or has its own word for "none". A room that has
 * become free of them is added, and none is taken out.
 */
const NO_BANG = [
  'about',
  'change',
  'claims',
  'cli',
  'coding',
  'desk',
  'edits',
  'focus',
  'opening',
  'record',
  'save',
  'shell',
  'story',
  'ui',
  'words',
].map((room) => `src/${room}/**/*.{ts,svelte}`);

export default ts.config(
  { ignores: ['dist', 'node_modules', 'test-results', 'playwright-report', 'public'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs['flat/recommended'],
  { languageOptions: { globals: { ...globals.browser, ...globals.node, ...globals.worker } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    files: ['src/**/*.{ts,svelte}', 'e2e/**/*.ts', 'scripts/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      // An error in the rooms below, which only become more.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-undef': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/no-navigation-without-resolve': 'off',
      // There is no store in this house: with types at hand this rule asks for each name whether it is one.
      'svelte/require-store-reactive-access': 'off',
      // It compiles each component once more; svelte-check does that already and fails on what it warns of.
      'svelte/no-unused-svelte-ignore': 'off',
    },
  },
  {
    files: [...NO_BANG, 'src/*.{ts,svelte}', 'src/pair/gap/*.{ts,svelte}', 'src/timeline/axis/*.svelte'],
    // A focus has its record from its constructor, and a rune has to be given a value before.
    ignores: ['**/*.test.ts', 'src/focus/filters/**', 'src/focus/focus.svelte.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'error' },
  },
  { plugins: { house }, rules: { 'house/one-way': 'error' } },
  {
    files: plain.include.map((room) => `${room}/**/*.ts`),
    ignores: plain.exclude.map((path) => (/\.ts$/.test(path) ? path : `${path}/**`)),
    rules: {
      'no-restricted-globals': [
        'error',
        {
          globals: OF_A_PAGE.map((name) => ({
            name,
            message: 'This room runs without a page (CONTRIBUTING.md, The house).',
          })),
          checkGlobalObject: true,
        },
      ],
    },
  },
);
