import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * The house: imports run one way, top to bottom. A folder knows only what stands in a later group, and folders of one group do
 * not know each other. Tests stand where they test and may read more.
 */
const HOUSE = [
  [
    'network',
    'matrix',
    'timeline',
    'map',
    'pair',
    'evidence',
    'find',
    'actors',
    'change',
    'rifts',
    'balance',
    'hypotheses',
    'claims',
    'story',
    'desk',
    'save',
  ],
  ['focus'],
  ['formats'],
  ['analysis'],
  ['record'],
  ['ui', 'words', 'cli'],
];

const oneWay = HOUSE.flatMap((group, level) =>
  group.map((folder) => {
    const above = HOUSE.slice(0, level).flat();
    const beside = group.filter((other) => other !== folder);
    const closed = folder === 'cli' ? HOUSE.slice(0, 4).flat() : [...above, ...beside];
    const known = closed.filter(
      (name) =>
        name !== 'words' &&
        !(folder === 'record' && name === 'cli') &&
        !(folder === 'words' && name === 'record') &&
        folder !== 'analysis',
    );
    return {
      files: [`src/${folder}/**/*.{ts,svelte}`],
      ignores: ['**/*.test.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              ...(known.length > 0
                ? [
                    {
                      regex: `^(\\.\\./)+(${known.join('|')})(/|$)`,
                      message: `${folder}/ may import only what stands below it in the house (see CONTRIBUTING.md).`,
                    },
                  ]
                : []),
              { regex: '^(\\.\\./)+(App|main)', message: 'Nothing imports the shell.' },
            ],
          },
        ],
      },
    };
  }),
);

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
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-undef': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  ...oneWay,
);
