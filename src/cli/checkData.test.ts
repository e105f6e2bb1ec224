import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { greatPowersFiles } from '../testing/shippedDataset';
import { dataset } from '../testing/soundDataset';

const ROOT = resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stanceline-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [file, text] of files) writeFileSync(join(folder, file), text);
}

function check(...args: string[]): { status: number | null; out: string; err: string } {
  return checkWith({}, ...args);
}

function checkWith(env: NodeJS.ProcessEnv, ...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/checkData.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, out: stdout, err: stderr };
}

describe('exit status', () => {
  test('is 0 for the datasets that ship, which is what CI runs', () => {
    const { status, out } = check();
    expect(out).toContain('data/eastern-flank');
    expect(out).toContain('data/great-powers');
    expect(status).toBe(0);
  });

  test('is 0 with warnings', () => {
    write(dataset({ 'ties.csv': { ',agency-1': ',' } }));
    const { status, out } = check(folder);
    expect(out).toContain('0 errors, 1 warning');
    expect(status).toBe(0);
  });

  test('is 1 with errors, grouped by file with line, column and what would be right', () => {
    write(dataset({ 'stances.csv': { 'belarus,poland,': 'belarus,polnd,' }, 'ties.csv': { ',agency-1': ',' } }));
    const { status, out } = check(folder);
    expect(status).toBe(1);
    expect(out).toContain(' stances.csv: 1 error, 0 warnings');
    expect(out).toContain(
      `error   ${folder}/stances.csv:2 target: \`polnd\` is not the id of an actor. Did you mean \`poland\`? [dangling-key]`,
    );
    expect(out.trimEnd()).toMatch(/1 error, 2 warnings$/);
  });

  test.each([[['--format', 'xml']], [['--frmat']], [['/nowhere/at/all']]])('is 2 for %j, with the usage', (args) => {
    const { status, out, err } = check(...args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Usage:');
  });

  test('is 0 for --help', () => {
    expect(check('--help')).toMatchObject({ status: 0, err: '' });
  });
});

describe('formats', () => {
  test('github: what a cell holds cannot end the command or start another', () => {
    write(dataset({ 'stances.csv': { 'conduct,,': '"50% of\n::set-output name=x::1, y",,' } }));
    const { out } = check(folder, '--format', 'github');
    const lines = out.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^::(error|warning) file=[^:,]+,line=\d+(,col=\d+)?,title=[a-z-]+::/);
    expect(lines[0]).toContain('line=3,col=6,title=not-in-list::basis: `50%25 of%0A::set-output name=x::1, y` is not a value');
  });

  test('github: causes come first, ten of a severity are shown, and how many more there are is said', () => {
    const rows = Array.from({ length: 14 }, (_, i) => `s${i}--a--b,2025-11-words,belrus,poland,9,statement,,`).join('\n');
    const files = dataset({ 'stances.csv': { 'closure--poland--belarus,': `${rows}\nclosure--poland--belarus,` } });
    files.set('actors.csv', files.get('actors.csv')!.replace('id,name,kind', 'ID,name,sort'));
    write(files);
    const lines = check(folder, '--format', 'github').out.trimEnd().split('\n');
    const errors = lines.filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(10);
    expect(errors[0]).toContain('actors.csv');
    expect(lines.at(errors.length)).toMatch(/^::notice title=more::\d+ errors? more/);
  });

  test('json: the faults as the page has them', () => {
    write(dataset({ 'stances.csv': { ',-2,': ',-3,' } }));
    const report = JSON.parse(check(folder, '--format', 'json').out) as Record<string, unknown>;
    expect(report).toMatchObject({
      errors: 1,
      warnings: 0,
      datasets: [
        {
          folder,
          rows: { stances: 2 },
          faults: [{ file: 'stances.csv', line: 3, row: 2, column: 'score', rule: 'out-of-range' }],
        },
      ],
    });
  });
});

describe('--write-package', () => {
  test('keeps what a person wrote and brings the tables up to the schema', () => {
    cpSync(join(ROOT, 'data/great-powers'), folder, { recursive: true });
    const file = join(folder, 'datapackage.json');
    const before = readFileSync(file, 'utf8');
    const stale = JSON.parse(before) as { title: string; resources: unknown[] };
    stale.title = 'Mine';
    stale.resources.pop();
    writeFileSync(file, JSON.stringify(stale));
    const drifted = check(folder);
    expect(drifted.status).toBe(1);
    expect(drifted.out).toContain('Run `npm run check-data -- --write-package`.');
    expect(check(folder, '--write-package').status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(before.replace(/"title": "[^"]+"/, '"title": "Mine"'));
  });

  test('makes a package for a folder of tables, and does not touch one that it cannot read', () => {
    write(dataset());
    expect(check(folder, '--write-package').status).toBe(0);
    writeFileSync(join(folder, 'datapackage.json'), '{ not json');
    expect(check(folder, '--write-package').status).toBe(2);
    expect(readFileSync(join(folder, 'datapackage.json'), 'utf8')).toBe('{ not json');
  });
});

describe('a report', () => {
  test('says what a record is made of, and each pair’s rows by month and side of source', () => {
    const { status, out } = check('--report', 'data/eastern-flank');
    expect(status).toBe(0);
    expect(out).toMatch(/^data\/eastern-flank: /);
    expect(out).toMatch(/sources by side: .*\d/);
    expect(out).toMatch(/\nbelarus on poland +rows +/);
    expect(out).toMatch(/\n2025-11 +\d+ +/);
    expect(out).toMatch(/and \d+ pairs with fewer than 8 rows/);
  });

  test('is the same for a program, every pair in it', () => {
    const { status, out } = check('--report', '--format', 'json', 'data/eastern-flank');
    expect(status).toBe(0);
    const [flank] = (JSON.parse(out) as { datasets: { pairs: { holder: string; rows: number; months: { rows: number }[] }[] }[] })
      .datasets;
    expect(flank?.pairs.length).toBeGreaterThan(100);
    for (const { rows, months } of flank?.pairs ?? []) expect(months.reduce((sum, month) => sum + month.rows, 0)).toBe(rows);
  });

  test('is no list of annotations', () => expect(check('--report', '--format', 'github').status).toBe(2));
});

describe('--fix', () => {
  test('writes what a spreadsheet saved in canonical form, and every value stays', () => {
    write(greatPowersFiles());
    const file = join(folder, 'ties.csv');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `\uFEFF${before.replaceAll('\n', '\r\n')}`);
    const { status, out, err } = check('--fix', folder);
    expect(status).toBe(0);
    expect(out).toContain('0 errors, 0 warnings');
    expect(err).toContain(`written    ${folder}/ties.csv: byte order mark and line ends`);
    expect(err).not.toContain('actors.csv');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('leaves a table alone whose letters or cells were guessed', () => {
    write(dataset());
    const file = join(folder, 'places.csv');
    const cyrillic = Buffer.concat([
      readFileSync(file),
      Buffer.from([0x6d, 0x2c, 0xcc, 0xe8, 0xed, 0xf1, 0xea, 0x2c, 0x2c, 0x2c, 0x2c, 0x0a]),
    ]);
    writeFileSync(file, cyrillic);
    const { err } = check('--fix', folder);
    expect(err).toContain(`left alone ${folder}/places.csv: The file is not UTF-8; it reads as Windows-1251 (Cyrillic).`);
    expect(readFileSync(file)).toEqual(cyrillic);
  });
});

describe('what people type', () => {
  test('a folder of datasets stands for each of them', () => {
    const { status, out } = check('data');
    expect(status).toBe(0);
    expect(out).toContain('data/eastern-flank: ');
    expect(out).toContain('data/great-powers: ');
  });

  test('an option without `--` before it reaches npm, and is meant all the same', () => {
    write(dataset());
    const { status, out } = checkWith({ npm_config_format: 'true' }, folder, 'json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ errors: 0 });
    expect(checkWith({ npm_config_format: 'json' }, folder).out).toBe(out);
  });

  test('a folder that is called like a table is no table', () => {
    write(dataset());
    mkdirSync(join(folder, 'notes.csv'));
    expect(check(folder)).toMatchObject({ status: 0, err: '' });
  });

  test('a reader that closes the pipe ends it quietly', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" --import tsx src/cli/checkData.ts --report --format json data | head -c 20`],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  });
});
