/**
 * The house's order as a lint rule. Every way in which a file can name another one is resolved to the file that it means (relative
 * or from the root, with or without a query, `import`, `import()`, `export … from`, a type's `import()`, a worker's or an asset's
 * `new URL(…, import.meta.url)`, `import.meta.glob`), and the room of that file has to stand below.
 */
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');

/** Top to bottom. A room knows what stands on a lower floor and nothing beside it, but where `beside` says so. */
export const FLOORS = [
  ['main'],
  ['App'],
  ['shell', 'opening'],
  [
    'about',
    'actors',
    'balance',
    'change',
    'claims',
    'coding',
    'desk',
    'evidence',
    'find',
    'hypotheses',
    'map',
    'mapping',
    'matrix',
    'network',
    'pair',
    'rifts',
    'save',
    'story',
    'timeline',
  ],
  ['focus'],
  ['cli', 'testing'],
  ['formats', 'bring', 'article', 'edits', 'packed'],
  ['analysis'],
  ['record'],
  ['ui'],
  ['words'],
];

/** What is stricter than the order of floors: rooms that a room leaves alone although they stand below it. */
const SHUT = {
  // The checker prints; the tables know no picture.
  cli: ['ui'],
  record: ['ui'],
};

/**
 * Rooms that run without a page: in a worker, in the checker, in a test without a browser. They import no component and no module of
 * runes, and only these packages. The names are whole: `node:` stands for all that Node brings along.
 */
export const PLAIN = {
  words: [],
  record: ['@zip.js/zip.js', 'edtf', 'fastest-levenshtein', 'fflate', 'minisearch', 'papaparse'],
  analysis: ['d3', 'highs'],
  bring: ['bibtex-parse', 'fflate', 'ical.js', 'papaparse', 'read-excel-file', 'saxen', 'sql.js'],
  article: [],
  formats: ['fflate', 'hyparquet-writer'],
  cli: ['node:', '@duckdb/node-api'],
  packed: ['hyparquet', 'papaparse'],
};

const floorOf = new Map(FLOORS.flatMap((rooms, floor) => rooms.map((room) => [room, floor])));

const isTest = (path) => /\.test\.ts$/.test(path);

/** The room that a path of the repository stands in; null outside `src/`. */
function roomOf(path) {
  const [top, room = '', ...inside] = path.split('/');
  if (top !== 'src') return null;
  return inside.length > 0 ? room : room.replace(/\..*$/, '');
}

/** A named file as a path from the repository's root, with `/`; null for a package. Vite reads a leading `/` from the root. */
function resolveName(name, file) {
  const bare = name.replace(/[?#].*$/, '');
  if (bare.startsWith('file:')) return fromRoot(fileURLToPath(bare));
  if (bare.startsWith('.')) return fromRoot(resolve(dirname(file), bare));
  if (bare.startsWith(`${ROOT}/`)) return fromRoot(bare);
  if (bare.startsWith('/@fs/')) return fromRoot(bare.slice('/@fs'.length));
  if (bare.startsWith('/')) return fromRoot(join(ROOT, bare));
  if (bare === 'src' || bare.startsWith('src/')) return bare;
  return null;
}

const fromRoot = (path) => relative(ROOT, path).split(sep).join('/');

const packageOf = (name) => {
  if (name.startsWith('node:') || builtinModules.includes(name.split('/')[0])) return 'node:';
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
};

/** Why a file may not name another; null where it may. */
function refusal(name, file) {
  const from = fromRoot(file);
  const room = roomOf(from);
  const target = resolveName(name, file);
  if (target === null) return refusedPackage(room, packageOf(name.replace(/[?#].*$/, '')), isTest(from));
  const to = roomOf(target === '' ? 'src' : target);
  if (to === null) return null;
  if (/\.test(\.ts)?$/.test(target)) return 'Nothing imports a test.';
  if (room === null) return null;
  if (target === 'src' || target === '') return 'A name that may mean every room says nothing of the order: name the room.';
  if (!floorOf.has(to)) return `${to}/ has no floor in the house yet: give it one in scripts/house.mjs.`;
  if (!floorOf.has(room)) return `${room}/ has no floor in the house yet: give it one in scripts/house.mjs.`;
  if (to === room) return null;
  // A test stands where it tests and may read more, but not what starts the page.
  if (isTest(from)) return to === 'main' ? 'Nothing imports the page’s start.' : null;
  if (to === 'testing') return 'testing/ is for tests, scripts and measurements only.';
  if (to === 'cli') return 'cli/ is for the terminal only.';
  if (floorOf.get(to) <= floorOf.get(room) || SHUT[room]?.includes(to))
    return `${room}/ may import only what stands below it in the house, and ${to}/ does not (CONTRIBUTING.md, The house).`;
  if (room in PLAIN && /\.svelte(\.ts)?$|\.css$/.test(target))
    return `${room}/ runs without a page: no component, no runes, no style sheet.`;
  return null;
}

function refusedPackage(room, name, test) {
  if (test || !(room in PLAIN)) return null;
  if (PLAIN[room].includes(name)) return null;
  return `${room}/ runs without a page and takes only the packages that scripts/house.mjs lists for it; ${name} is none of them.`;
}

/** The text of a name that is written out, without the tail of a pattern; null where it is computed. */
function written(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return null;
}

const isCallee = (node, name) => node.type === 'Identifier' && node.name === name;
const isImportMeta = (node, property) =>
  node?.type === 'MemberExpression' && node.object.type === 'MetaProperty' && node.property.name === property;

const oneWay = {
  meta: { type: 'problem', schema: [], docs: { description: 'imports run one way, top to bottom of the house' } },
  create(context) {
    const file = context.filename;
    const test = isTest(file);

    function check(node, name) {
      const message = refusal(name, file);
      if (message !== null) context.report({ node, message });
    }

    function checkWritten(node) {
      const name = written(node);
      if (name !== null) check(node, name);
      else if (!test && roomOf(fromRoot(file)) !== null)
        context.report({ node, message: 'A computed name hides which room is meant: write it out.' });
    }

    return {
      ImportDeclaration: ({ source }) => check(source, source.value),
      ExportAllDeclaration: ({ source }) => check(source, source.value),
      ExportNamedDeclaration: ({ source }) => source && check(source, source.value),
      ImportExpression: ({ source }) => checkWritten(source),
      TSImportType: ({ source }) => check(source, source.value),
      TSExternalModuleReference: ({ expression }) => checkWritten(expression),
      NewExpression({ callee, arguments: [first, base] }) {
        if (first === undefined) return;
        if (isCallee(callee, 'URL') && isImportMeta(base, 'url')) checkWritten(first);
        const worker = isCallee(callee, 'Worker') || isCallee(callee, 'SharedWorker');
        if (worker && written(first) !== null) check(first, written(first));
      },
      CallExpression({ callee, arguments: [first] }) {
        if (first === undefined) return;
        if (isCallee(callee, 'require') || isImportMeta(callee, 'resolve')) checkWritten(first);
        if (!isImportMeta(callee, 'glob')) return;
        for (const pattern of first.type === 'ArrayExpression' ? first.elements : [first]) {
          const name = written(pattern);
          if (name === null) checkWritten(pattern);
          else check(pattern, name.replace(/^!/, '').replace(/\/?[^/]*[*{].*$/, '') || '/');
        }
      },
    };
  },
};

export default { meta: { name: 'house' }, rules: { 'one-way': oneWay } };
