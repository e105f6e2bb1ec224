/**
 * The last step of the build: what is said of `dist/` as a whole, once all of it is there. The published tables are counted and hashed
 * in their package, so that the page can tell a table that came cut, or of another edition; the licences of what is bundled are put
 * beside it; hosts get their headers; and the service worker gets the list of all files with their hashes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { recordsIn } from './catalogue.mjs';
import { fileOf } from '../src/record/checking/findings';
import { PACKAGE_FILE, sealPackage } from '../src/record/package';
import { compileFiles } from '../src/record/reading/compile';
import { COMPILED_FILE, sealCompiled } from '../src/record/reading/compiled';
import { readTable } from '../src/record/reading/csv';
import { TABLE_NAMES } from '../src/record/record';
import { readRecord } from '../src/record/reading/read';
import { readFolder } from '../src/cli/datasetFolder';
import { headersFile } from './policy.mjs';
import { sharePages } from './sharePages';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

function seal(folder: string): void {
  const files = new Map(
    TABLE_NAMES.filter((table) => existsSync(join(folder, fileOf(table)))).map((table) => {
      const bytes = readFileSync(join(folder, fileOf(table)));
      const rows = readTable(table, fileOf(table), bytes).table.rows.length;
      return [fileOf(table), { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), rows }];
    }),
  );
  const path = join(folder, PACKAGE_FILE);
  // A record without a package promises nothing.
  if (!existsSync(path)) return;
  writeFileSync(path, sealPackage(readFileSync(path, 'utf8'), files));
}

/** The record in one file, as the page opens it: of the sealed tables, so that it knows how many rows they have. */
function compile(folder: string, name: string): void {
  const json = JSON.stringify(compileFiles(readFolder(folder), name));
  const bytes = Buffer.from(json);
  writeFileSync(join(folder, COMPILED_FILE), sealCompiled(json, bytes.length, createHash('sha256').update(bytes).digest('hex')));
}

for (const { name } of recordsIn(join(dist, 'data'))) {
  const folder = join(dist, 'data', name);
  // Of an earlier build: no table of the record.
  rmSync(join(folder, COMPILED_FILE), { force: true });
  seal(folder);
  compile(folder, name);
}

/** Where the site will stand, for those who preview its links; without it the pages that are shared name no address and no picture. */
const site = (process.env['STANCELINE_SITE'] ?? '').replace(/\/*$/, '/').replace(/^\/$/, '');
rmSync(join(dist, 'at'), { recursive: true, force: true });
const records = recordsIn(join(dist, 'data')).map(({ name }) => ({
  name,
  record: readRecord(readFolder(join(dist, 'data', name)), name),
}));
for (const [path, page] of sharePages(records, site)) {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), page);
}
if (site !== '') copyFileSync(join(root, 'docs/atlas-light.png'), join(dist, 'preview.png'));

/** What `npm sbom` says of a package: only what is used here. */
interface Bom {
  components: { name: string; group?: string; version: string; licenses?: { license: { id?: string; name?: string } }[] }[];
  metadata: { timestamp?: string; [name: string]: unknown };
  serialNumber?: string;
  [name: string]: unknown;
}

/** Every package that is bundled or is a part of one that is, without what only builds and tests. */
function billOfMaterials(): Bom {
  const npm = process.env['npm_execpath'];
  const args = ['sbom', '--omit', 'dev', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const [file, all] = npm === undefined ? ['npm', args] : [process.execPath, [npm, ...args]];
  const bom = JSON.parse(execFileSync(file, all, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })) as Bom;
  for (const name of BUILT_IN) {
    const { version, license } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
      version: string;
      license: string;
    };
    const purl = `pkg:npm/${name}@${version}`;
    const component = {
      'bom-ref': `${name}@${version}`,
      type: 'library',
      name,
      version,
      purl,
      licenses: [{ license: { id: license } }],
    };
    if (!bom.components.some((one) => one.name === name)) bom.components.push(component);
  }
  // The same sources give the same bytes.
  delete bom.metadata.timestamp;
  delete bom.serialNumber;
  return bom;
}

/** Bundled although only the build asks for them: the runtime of components, the loader of parts, the shapes of the map. */
const BUILT_IN = ['svelte', 'vite', 'world-atlas'];

/** Copyright and licence of each, as its authors wrote them. */
function licences(bom: Bom): string {
  const parts = bom.components.flatMap(({ name, version }) => {
    const folder = join(root, 'node_modules', name);
    if (!existsSync(folder)) return [];
    const texts = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
    const { license = 'no licence named', author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      license?: string;
      author?: string | { name?: string };
    };
    const by = typeof author === 'string' ? author : (author?.name ?? '');
    const head = `${name} ${version} (${license})${by === '' ? '' : `, ${by}`}`;
    return [[head, '-'.repeat(head.length), ...texts].join('\n\n')];
  });
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return [`Stanceline\n----------\n\n${own}`, ...parts].join('\n\n\n') + '\n';
}

const bom = billOfMaterials();
writeFileSync(join(dist, 'sbom.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`);
const notices = licences(bom);
writeFileSync(join(dist, 'licences.txt'), notices);
// The one file carries them in itself: it goes where this folder does not.
const single = join(dist, 'single.html');
const html = readFileSync(single, 'utf8').replace(/\n<!-- Licences of what is in this file[^]*$/, '');
const carried = notices.replaceAll('--', '==');
writeFileSync(single, `${html.trimEnd()}\n<!-- Licences of what is in this file\n\n${carried}-->\n`);
writeFileSync(join(dist, 'single-size.json'), String(Buffer.byteLength(readFileSync(single))));

writeFileSync(join(dist, '_headers'), headersFile());

/** Every file of the edition with its hash, as the browser checks it. What hosts read is no part of the page. */
const files = readdirSync(dist, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
  // What is for hosts, and for those who preview a link, is no part of the page.
  .filter((path) => path !== 'sw.js' && path !== '_headers' && path !== 'preview.png' && !path.startsWith('at/'))
  .sort()
  .map((path) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(dist, path)))
      .digest('base64');
    return [path, `sha256-${hash}`] as const;
  });
const edition = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
const worker = readFileSync(join(import.meta.dirname, 'serviceWorker.js'), 'utf8');
writeFileSync(join(dist, 'sw.js'), `const FILES = ${JSON.stringify(files)};\nconst EDITION = '${edition}';\n${worker}`);
console.log(`published: ${files.length} files of edition ${edition}, ${bom.components.length} packages`);
