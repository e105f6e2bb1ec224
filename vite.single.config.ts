import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { recordsIn } from './scripts/catalogue.mjs';
import { textUnits } from './scripts/textUnits.mjs';
import { defineConfig, type Plugin } from 'vite';

/**
 * The page as one file, `dist/single.html`: a template into which "Take it along" writes a dataset, so that it opens from disk without
 * a server and without a network. Everything that the app else fetches stands in it: code, styles, type, shapes, workers, the solver.
 */

const require = createRequire(import.meta.url);
const SOLVER = 'highs/runtime?url';
const SQLITE = 'sql.js/dist/sql-wasm-browser.wasm';

/** Where the dataset goes; the same words are in src/formats/singleFile.ts. */
const DATA_PLACE = '<script type="application/json" id="stanceline-data"></script>';

/** A worker's file would be fetched, which a page from disk may not: its code is carried as text instead. */
function workersInside(): Plugin {
  const WORKER = /new Worker\(\s*new URL\(\s*'(\.\/[\w/]+\.ts)',\s*import\.meta\.url\s*\),\s*\{\s*type: 'module'\s*\}\s*\)/g;
  return {
    name: 'workers-inside',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.ts$/.test(id) || !code.includes('new Worker(')) return;
      const imports: string[] = [];
      const changed = code.replace(WORKER, (_, file: string) => {
        imports.push(`import InsideWorker${imports.length} from '${file}?worker&inline';`);
        return `new InsideWorker${imports.length - 1}()`;
      });
      if (imports.length === 0) throw new Error(`${id} starts a worker in a way that the single file cannot carry`);
      return { code: `${imports.join('\n')}\n${changed}`, map: null };
    },
  };
}

/**
 * The solver, the reader of SQLite, the shapes and the lakes of the map, packed: 4.5 MB as they are, 2.2 MB in the file. Unpacked where they are first asked for, under
 * an address of the page's own.
 */
function packed(): Plugin {
  // No ending of a file's name in it: other parts of the build would take it for theirs.
  const idOf = (type: string, file: string) => `\0packed:${type}:${Buffer.from(file).toString('hex')}`;
  return {
    name: 'packed',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (id === SOLVER) return idOf('application/wasm', require.resolve('highs/runtime'));
      if (id === `${SQLITE}?url`) return idOf('application/wasm', require.resolve(SQLITE));
      if (!/\b(?:shapes|lakes)\.json\?url$/.test(id)) return;
      const found = await this.resolve(id.replace('?url', ''), importer, { skipSelf: true });
      return found === null ? undefined : idOf('application/json', found.id);
    },
    load(id) {
      const [, type, file] = /^\0packed:([^:]+):(.*)$/.exec(id) ?? [];
      if (type === undefined || file === undefined) return;
      const text = gzipSync(readFileSync(Buffer.from(file, 'hex').toString()), { level: 9 }).toString('base64');
      return `import { gunzipSync } from 'fflate';
const packed = Uint8Array.from(atob(${JSON.stringify(text)}), (letter) => letter.charCodeAt(0));
export default URL.createObjectURL(new Blob([gunzipSync(packed)], { type: '${type}' }));`;
    },
    transform(code, id) {
      if (!/highs\.mjs$/.test(id)) return;
      // The place where it would look for the solver by itself: a second copy of it otherwise.
      const place = 'new URL("highs.wasm",import.meta.url).href';
      if (!code.includes(place)) throw new Error('highs looks for its solver in another way than this build knows');
      return { code: code.replace(place, '"highs.wasm"'), map: null };
    },
  };
}

/** Only the alphabets that records are written in: Latin and Cyrillic. Others fall back to the machine's own type. */
function fewerFonts(): Plugin {
  return {
    name: 'fewer-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/ui[\\/]fonts\.css/.test(id)) return;
      return { code: code.replace(/@font-face\s*\{[^}]*-(?:greek|greek-ext|vietnamese)-[^}]*\}/g, ''), map: null };
    },
  };
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Code and styles into the page, under a policy that names them by their hashes: nothing else can run in the file. */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle: {
      // After the build's own last touches, which put the loading of parts in place.
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('there is no index.html in the bundle');
        let html = typeof page.source === 'string' ? page.source : new TextDecoder().decode(page.source);
        const scripts: string[] = [];
        const styles: string[] = [];
        for (const [file, part] of Object.entries(bundle)) {
          if (part.type === 'chunk') {
            // Text that would end the element, or open a comment in it.
            scripts.push(part.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'));
          } else if (file.endsWith('.css')) {
            styles.push(typeof part.source === 'string' ? part.source : new TextDecoder().decode(part.source));
          } else if (file === 'index.html') continue;
          else throw new Error(`${file} is left beside the single file`);
          Reflect.deleteProperty(bundle, file);
        }
        if (scripts.length !== 1) throw new Error(`the code is in ${scripts.length} parts`);
        Reflect.deleteProperty(bundle, 'index.html');
        const script = scripts[0]!;
        const style = styles.join('\n');
        const policy = [
          "default-src 'none'",
          `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
          `style-src ${hashOf(style)}`,
          'font-src data:',
          'img-src data: blob:',
          'media-src blob:',
          'connect-src data: blob:',
          'worker-src blob:',
          "base-uri 'none'",
          "form-action 'none'",
          "require-trusted-types-for 'script'",
          'trusted-types svelte-trusted-html default',
        ].join('; ');
        const icon = `data:image/svg+xml;base64,${readFileSync('public/icon.svg').toString('base64')}`;
        html = html
          .replace(/<script type="module"[^>]*><\/script>\s*/g, '')
          .replace(/<link rel="(?:stylesheet|modulepreload|manifest)"[^>]*>\s*/g, '')
          .replace(/href="[^"]*icon\.svg"/, () => `href="${icon}"`)
          .replace(
            '<head>',
            () =>
              `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <meta name="referrer" content="no-referrer" />`,
          )
          .replace('</head>', () => `<style>${style}</style>\n  </head>`)
          .replace('</body>', () => `${DATA_PLACE}\n    <script type="module">${script}</script>\n  </body>`);
        this.emitFile({ type: 'asset', fileName: 'single.html', source: html });
        // Its size, so that the page can say it before anybody fetches the file.
        this.emitFile({ type: 'asset', fileName: 'single-size.json', source: String(Buffer.byteLength(html)) });
      },
    },
  };
}

export default defineConfig({
  // A folder that is laid down in `data/` is offered without a line of code.
  define: {
    __RECORDS__: JSON.stringify(recordsIn(resolve(import.meta.dirname, 'data'))),
    __DATA_ORIGINS__: JSON.stringify([]),
  },
  base: './',
  plugins: [workersInside(), packed(), fewerFonts(), svelte(), oneFile()],
  css: { postcss: { plugins: [textUnits()] } },
  publicDir: false,
  worker: {
    format: 'iife',
    plugins: () => [packed()],
    rolldownOptions: { output: { codeSplitting: false } },
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 20_000,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
