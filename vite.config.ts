import { cpSync, createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { recordsIn } from './scripts/catalogue.mjs';
import { normalizePath, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { dataOrigins, POLICY } from './scripts/policy.mjs';
import { textUnits } from './scripts/textUnits.mjs';

const DATA = resolve(import.meta.dirname, 'data');

const TYPES: Record<string, string> = {
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
};

const TESTS = ['src/**/*.test.ts', 'scripts/**/*.test.ts'];
/** The tests that put something of their own in the place of a module, of a global or of the clock. */
const STANDING_IN = ['src', 'scripts']
  .flatMap((folder) =>
    readdirSync(resolve(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter(
    (path) =>
      path.endsWith('.test.ts') &&
      /\bvi\.(mock|doMock|stub\w+|useFakeTimers|spyOn)\b/.test(readFileSync(resolve(import.meta.dirname, path), 'utf8')),
  );

/** The tables stand in `data/`, where contributors look for them: served from there while developing, copied beside the built page. */
function datasets(): Plugin {
  return {
    name: 'datasets',
    configureServer(server) {
      server.middlewares.use('/data', (request, response, next) => {
        const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0]!));
        const file = join(DATA, path);
        if (!file.startsWith(DATA) || !existsSync(file) || !statSync(file).isFile()) {
          response.statusCode = 404;
          response.end();
          return;
        }
        const type = TYPES[extname(file).toLowerCase()];
        if (type === undefined) next();
        else {
          response.setHeader('Content-Type', type);
          createReadStream(file).pipe(response);
        }
      });
    },
    closeBundle() {
      if (this.environment.config.command === 'build' && !process.env['VITEST'])
        cpSync(DATA, resolve('dist/data'), { recursive: true });
    },
  };
}

/**
 * A worker that begins from a file has no policy but what the host's headers say; one that begins from a blob inherits the page's. So each
 * begins from a blob of one line, which imports the file.
 */
function workersUnderPolicy(): Plugin {
  const WORKER = /new Worker\(\s*new URL\(\s*'(\.\/[\w/]+\.ts)',\s*import\.meta\.url\s*\),\s*\{\s*type: 'module'\s*\}\s*\)/g;
  return {
    name: 'workers-under-policy',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.ts$/.test(id) || !code.includes('new Worker(')) return;
      const imports: string[] = [];
      const changed = code.replace(WORKER, (_, file: string) => {
        const name = `workerFile${imports.length}`;
        imports.push(`import ${name} from '${file}?worker&url';`);
        return `new Worker(URL.createObjectURL(new Blob(['import ' + JSON.stringify(new URL(${name}, document.baseURI).href)], { type: 'text/javascript' })), { type: 'module' })`;
      });
      if (imports.length === 0) throw new Error(`${id} starts a worker in a way that would leave it without a policy`);
      return { code: `${imports.join('\n')}\n${changed}`, map: null };
    },
  };
}

function policy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
      { tag: 'meta', attrs: { name: 'referrer', content: 'no-referrer' }, injectTo: 'head-prepend' },
    ],
  };
}

/** What the first screen is made of (src/shell/parts.ts): it is fetched as one script and one sheet, instead of a hundred small ones. */
const FIRST = [
  'main.ts',
  'change/Lead.svelte',
  'timeline/clock/Instrument.svelte',
  'evidence/EvidenceColumn.svelte',
  'focus/filters/FilterSentence.svelte',
  'network/NetworkPlate.svelte',
  'map/MapPlate.svelte',
  'shell/AtlasPage.svelte',
].map((file) => normalizePath(resolve(import.meta.dirname, 'src', file)));

type ModulesKnown = { getModuleInfo(id: string): { importedIds: string[] } | null };
let first: Set<string> | null = null;

/** Whether the first screen needs a module, by itself or through what it imports. */
function isFirst(id: string, modules: ModulesKnown): boolean {
  if (first === null) {
    first = new Set();
    const queue = [...FIRST];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (first.has(next)) continue;
      first.add(next);
      const known = modules.getModuleInfo(next);
      if (known === null && FIRST.includes(next))
        throw new Error(`${next} is no longer a part of the first screen (vite.config.ts)`);
      queue.push(...(known?.importedIds ?? []));
    }
  }
  return first.has(id);
}

/**
 * The record begins to come with the scripts, not after them: a script of a line reads in the link which one it is. Not a line in the page
 * itself, which would load the first record also for a link to another.
 */
function recordEarly(): Plugin {
  const names = recordsIn(DATA).map(({ name }) => name);
  const code = `(() => {
  const asked = /[?&]data=([^&]*)/.exec(location.hash)?.[1] ?? ${JSON.stringify(names[0] ?? '')};
  if (!${JSON.stringify(names)}.includes(asked)) return;
  const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
  link.href = \`./data/\${asked}/compiled.json\`;
  document.head.append(link);
})();
`;
  return {
    name: 'record-early',
    apply: 'build',
    buildStart() {
      if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName: 'early.js', source: code });
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: './early.js' }, injectTo: 'head' }],
  };
}

export default defineConfig({
  // A folder that is laid down in `data/` is offered without a line of code.
  define: {
    __RECORDS__: JSON.stringify(recordsIn(resolve(import.meta.dirname, 'data'))),
    __DATA_ORIGINS__: JSON.stringify(dataOrigins()),
  },
  base: './',
  plugins: [workersUnderPolicy(), svelte(), datasets(), recordEarly(), policy()],
  css: { postcss: { plugins: [textUnits()] } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // Fonts and shapes stay files of their own: the policy allows no data: fonts, and only what is used is fetched.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: (id, modules) => (isFirst(id, modules) ? 'first' : null) }] } },
    },
  },
  test: {
    environment: 'node',
    testTimeout: 30_000,
    // A house of its own for each file would be built 220 times and take more than half of the whole run. It is kept for the files that put something
    // in the place of a module, a global or the clock; the others share the modules, which keep nothing from file to file.
    projects: [
      { extends: true, test: { name: 'apart', include: STANDING_IN, isolate: true } },
      { extends: true, test: { name: 'together', include: TESTS, exclude: STANDING_IN, isolate: false } },
    ],
  },
});
