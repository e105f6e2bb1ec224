import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Nobody writes a date, a count or a number but `words/`. What is found here has a writer there: use it. A line that only looks like a
 * writer is let through by name, with the reason.
 */
const WRITERS: Record<string, RegExp> = {
  'a number in the reader’s locale (words/counts, words/numbers)':
    /\.toLocale(?:Date|Time)?String\(|\bIntl\.(?!Segmenter\b|Collator\b)/,
  'a plural of its own (words/counts)':
    /=== 1 \? '' : '(?:s|es)'|=== 1 \? '(?:row|pair|tie|day|scene|claim|coder|source)'|> 1 \? 's' : ''/,
  'months of its own (words/dates)': /\bMONTHS\b|'January'|month!?\.slice\(0, 3\)/,
  'a source’s kind of its own (words/sources, words/names)': /kind\.replace(?:All)?\('-', ' '\)/,
  'a number cut to decimals of its own (words/numbers)': /\.toFixed\(/,
  'a text measure of its own (ui/textRuler)': /\.measureText\(\w+\)\.width/,
  'a clause of coverage of its own (words/messages/coverage)': /not covered is not the same as|[Tt]he record covers/,
  'an account of its own (words/messages/evidence)': /, as others say'/,
  'a counter of its own (words/counts)': /function counted\(|const plural = /,
};

/** Folder or file, and why it may. */
const LET: Record<string, string> = {
  'article/datesIn.ts': 'it reads months in the languages of articles and writes none',
  'timeline/events/eventsModel.ts': '`counted` gathers events under a count and writes nothing',
  'article/text.ts': 'it cuts a text where its words and sentences end, and writes nothing',
  'desk/grid/gridView.ts': 'it puts cells in order as a reader of English does, and writes nothing',
  'ui/textRuler.ts': 'it is the one ruler',
  'analysis/change/leadTies.ts': 'the lead is being moved to whole messages',
};

const root = join(import.meta.dirname, '..');

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/^(words|testing)\//.test(path));
}

test.each(Object.entries(WRITERS))('nobody has %s', (_, writer) => {
  const found = filesIn(root)
    .filter((path) => !(path in LET))
    .flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .flatMap((line, i) =>
          writer.test(line) && !/^\s*(?:\*|\/\/|\/\*)/.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [],
        ),
    );
  expect(found).toEqual([]);
});

test('what is let through is still there', () => {
  const files = new Set(filesIn(root));
  expect(Object.keys(LET).filter((path) => !files.has(path))).toEqual([]);
});
