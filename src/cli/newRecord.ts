import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugOf } from '../words/slug';
import { columnsIn, PACKAGE_FILE, writePackage } from '../record/package';
import { readRecord } from '../record/reading/read';
import type { TableName } from '../record/record';
import { plainColumnsOf } from '../record/schema';
import { writeTable } from '../record/write';

/** `npm run new-record NAME`: lays down the smallest record that opens, with a row of each kind to write over. */

const HELP = `Usage: npm run new-record NAME

Lays down data/NAME: who acts (actors), what was read (sources), what was said (statements), how it is scored
(stances) and who scored it (coders), each with example rows to write over, and a codebook and a list of changes.
The page offers it by itself; npm run check-data data/NAME says what is wrong with it.
NAME is a slug: lower-case Latin letters, digits and hyphens.
`;

/** Example rows by column: invented, so that nobody takes them for a record of anything. */
const EXAMPLES: Partial<Record<TableName, readonly Readonly<Record<string, string>>[]>> = {
  actors: [
    { id: 'northland', name: 'Northland', kind: 'state', description: 'An example: write over it.' },
    { id: 'southland', name: 'Southland', kind: 'state', description: 'An example: write over it.' },
    { id: 'north-minister', name: 'The foreign minister of Northland', kind: 'person', speaks_for: 'northland' },
  ],
  sources: [
    {
      id: 'example-2026-01-15',
      url: 'https://example.org/talks',
      title: 'Minister sees room for talks',
      outlet: 'Example Agency',
      published: '2026-01-15',
      language: 'en',
      kind: 'news-agency',
    },
  ],
  statements: [
    {
      id: '2026-01-15-minister-sees-room-for-talks',
      title: 'The minister sees room for talks',
      date: '2026-01-15',
      speaker: 'north-minister',
      on_behalf_of: 'northland',
      targets: 'southland',
      quote: 'We are ready to sit down with our neighbours.',
      quote_translated: 'false',
      summary: 'Asked about Southland, the minister says that Northland is ready for talks.',
      topics: 'talks',
      sources: 'example-2026-01-15',
      confidence: 'high',
    },
  ],
  stances: [
    {
      id: '2026-01-15-minister-sees-room-for-talks--northland--southland',
      evidence: '2026-01-15-minister-sees-room-for-talks',
      holder: 'northland',
      target: 'southland',
      score: '1',
      basis: 'statement',
      rationale: 'readiness to talk',
    },
  ],
  coders: [{ id: 'me', name: 'Your name', kind: 'person', instructions: 'the codebook' }],
  codings: [
    {
      stance: '2026-01-15-minister-sees-room-for-talks--northland--southland',
      coder: 'me',
      score: '1',
      reason: 'readiness to talk',
    },
  ],
};

const CODEBOOK = (title: string) => `# ${title}: codebook

What this record is about, where its rows come from, and how a stance is scored.

## What is in it

- **Actors**: who holds or is the target of a stance. A person speaks for the actor in \`speaks_for\`.
- **Statements**: what was said, with the page on which it was read. Quotes are the speaker's own words, short.
- **Stances**: how a holder stands to a target in one statement or event, from -2 to +2.

## The score

| score | label | when to give it |
| --- | --- | --- |
| 2 | supportive | allegiance, alliance or praise; material help |
| 1 | cooperative | an opening: readiness to talk or trade, thanks, easing |
| 0 | neutral or mixed | factual, procedural, or praise and blame of about equal weight |
| -1 | critical | blame, warning, refusal, protest |
| -2 | hostile | the target as an enemy; threats, sanctions, force |

Code what this statement or act expresses towards this target, not what you know from elsewhere.

## Stories

Tours stand in \`stories.csv\` and \`scenes.csv\`; the page's *Story* writes them. A scene may show a picture, sound or film: lay the file into the folder
\`media/\` and name it in the columns \`media\`, \`media_alt\`, \`media_credit\`, \`media_licence\` and \`media_captions\`.

## What it does not cover

Say here what was not looked for, so that no empty place is read as silence.
`;

const CHANGES = (title: string) => `# Changes to ${title}

Newest first. A change names the table, the column, the rows and the reason. Ids never change.
`;

/** Text of each file of a new record, by name. */
export function newRecord(name: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [table, rows] of Object.entries(EXAMPLES) as [TableName, readonly Readonly<Record<string, string>>[]][]) {
    const columns = plainColumnsOf(table);
    const cells = rows.map((row) => columns.map((column) => row[column] ?? ''));
    files.set(`${table}.csv`, writeTable({ name: table, columns, rows: cells, lines: new Uint32Array(rows.length) }));
  }
  const { tables, meta } = readRecord(files, name);
  files.set(
    PACKAGE_FILE,
    writePackage(JSON.stringify({ title: meta.title, description: '', licenses: [] }), name, columnsIn(tables)),
  );
  files.set('CODEBOOK.md', CODEBOOK(meta.title));
  files.set('CHANGELOG.md', CHANGES(meta.title));
  return files;
}

/** Why a record can't be laid down under a name, in a sentence; null where it can. */
export function refusalOf(name: string, data: string): string | null {
  if (slugOf(name) !== name || name === '') {
    const meant = slugOf(name);
    return `\`${name}\` is no name of a record: lower-case Latin letters, digits and hyphens.${meant ? ` Did you mean \`${meant}\`?` : ''}`;
  }
  if (existsSync(join(data, name))) return `${data}/${name} is there already; nothing was written.`;
  return null;
}

function run(args: readonly string[]): number {
  const [name] = args;
  if (name === '--help') {
    process.stdout.write(HELP);
    return 0;
  }
  const refusal = name === undefined || args.length > 1 ? 'One name, please.' : refusalOf(name, 'data');
  if (refusal !== null || name === undefined) {
    process.stderr.write(`${refusal ?? ''}\n\n${HELP}`);
    return 2;
  }
  const folder = join('data', name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of newRecord(name)) writeFileSync(join(folder, file), text);
  process.stdout.write(
    `${folder} is laid down. Next:\n  npm start                      and choose it under the record's name\n  npm run check-data ${folder}   after every change\n`,
  );
  return 0;
}

// In a test the module is read and nothing is laid down.
if (process.argv[1]?.replaceAll('\\', '/').endsWith('src/cli/newRecord.ts')) process.exitCode = run(process.argv.slice(2));
