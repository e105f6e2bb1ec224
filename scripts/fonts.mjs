/**
 * Builds `src/ui/fonts/` and `src/ui/fonts.css`: the two faces of the page with what the page uses of them, from the files of Fontsource.
 *
 *   npm run fonts
 *
 * - Latin is cut to the weights and features that the style sheets ask for (400 to 700; tabular and lining figures, kerning, marks), by
 *   HarfBuzz. Italics are set in one weight only.
 * - "Latin extended" of Fontsource is one file of a thousand letters, fetched for a single ł. It is parted: the letters of Europe's
 *   languages by themselves, and all others in the file as it came.
 * - Other alphabets stay as they came: they are fetched where a record is written in them.
 *
 * The faces are under the SIL Open Font License 1.1, and so is what is made of them here; `dist/licences.txt` carries it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const UI = join(import.meta.dirname, '../src/ui');
const OUT = join(UI, 'fonts');

const SHEETS = ['piazzolla/opsz.css', 'piazzolla/opsz-italic.css', 'source-sans-3/wght.css'];
const FEATURES = ['kern', 'liga', 'tnum', 'lnum', 'mark', 'mkmk', 'ccmp', 'locl'];
const WEIGHTS = { min: 400, max: 700 };

/** What Europe's languages in Latin letters are written with, and the signs of their currencies. */
export const EUROPE = 'U+0100-017F,U+0218-021B,U+1E80-1E85,U+1E9E,U+1EF2-1EF3,U+20A0-20AB,U+20AD-20C0,U+2113';

/** The letters of a `unicode-range`, by number. */
export function pointsOf(range) {
  return range.split(',').flatMap((part) => {
    const [, first, last = first] = /^U\+([0-9A-F]+)(?:-([0-9A-F]+))?$/i.exec(part.trim());
    const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

const named = (point) => point.toString(16).toUpperCase().padStart(4, '0');

/** Numbers of letters as a `unicode-range`. */
export function rangeOf(points) {
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  const runs = [];
  for (const point of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === point - 1) run[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([from, to]) => `U+${named(from)}${to > from ? `-${named(to)}` : ''}`).join(', ');
}

const field = (block, name) => new RegExp(`${name}:\\s*([^;]+);`).exec(block)[1];

/** The faces that a sheet of Fontsource declares. */
function facesOf(sheet) {
  const file = require.resolve(`@fontsource-variable/${sheet}`);
  return [...readFileSync(file, 'utf8').matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, block]) => ({
    family: field(block, 'font-family'),
    style: field(block, 'font-style'),
    weight: field(block, 'font-weight'),
    range: field(block, 'unicode-range'),
    folder: dirname(file),
    file: /url\((.*?)\)/.exec(block)[1].replace('./', ''),
    package: `@fontsource-variable/${sheet.split('/')[0]}`,
  }));
}

const rule = ({ family, style, weight, range }, url) => `@font-face {
  font-family: ${family};
  font-style: ${style};
  font-display: swap;
  font-weight: ${weight};
  src: url('${url}') format('woff2');
  unicode-range: ${rangeOf(pointsOf(range))};
}`;

async function cut(face, name, points) {
  const serif = face.family.includes('Piazzolla');
  const variationAxes = face.style === 'italic' ? { wght: WEIGHTS.min } : serif ? { wght: WEIGHTS } : undefined;
  const font = await subsetFont(readFileSync(join(face.folder, face.file)), String.fromCodePoint(...points), {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    ...(variationAxes === undefined ? {} : { variationAxes }),
  });
  writeFileSync(join(OUT, name), font);
  console.log(`${name}: ${font.length} bytes`);
  // Under the weights that it had: faces of one family that name different ones would not stand in for each other.
  return rule({ ...face, range: rangeOf(points) }, `./fonts/${name}`);
}

/** A file of type, unpacked: its tables as OpenType has them. */
export function unpacked(file) {
  return subsetFont(readFileSync(file), undefined, { targetFormat: 'truetype', keepAllGlyphs: true });
}

async function main() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const rules = [];
  for (const face of SHEETS.flatMap(facesOf)) {
    const [, family, alphabet, , style] = /files\/(piazzolla|source-sans-3)-(.*)-(opsz|wght)-(.*)\.woff2/.exec(face.file);
    const whole = (range) => rule({ ...face, range }, `${face.package}/${face.file}`);
    if (alphabet === 'latin') rules.push(await cut(face, `${family}-latin-${style}.woff2`, pointsOf(face.range)));
    else if (alphabet === 'latin-ext') {
      const europe = new Set(pointsOf(EUROPE));
      const [own, other] = [[], []];
      for (const point of pointsOf(face.range)) (europe.has(point) ? own : other).push(point);
      rules.push(whole(rangeOf(other)), await cut(face, `${family}-europe-${style}.woff2`, own));
    } else rules.push(whole(face.range));
  }
  const head =
    '/* Written by `npm run fonts` (scripts/fonts.mjs): which file holds which letters. A file is fetched when a letter of it is drawn. */';
  const file = join(UI, 'fonts.css');
  const css = `${head}\n\n${rules.join('\n\n')}\n`;
  writeFileSync(file, await format(css, { ...(await resolveConfig(file)), parser: 'css' }));
}

if (process.argv[1] === import.meta.filename) await main();
