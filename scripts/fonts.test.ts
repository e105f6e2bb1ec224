import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointsOf, rangeOf, unpacked } from './fonts.mjs';

const UI = join(import.meta.dirname, '../src/ui');
const require = createRequire(import.meta.url);

interface Face {
  /** Family and style. */
  of: string;
  file: string;
  points: number[];
}

function facesIn(css: string, folder: string): Face[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, block = '']) => {
    const field = (name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(block)?.[1]?.replace(/\s+/g, ' ') ?? '';
    const url = /url\(['"]?(.*?)['"]?\)/.exec(block)?.[1] ?? '';
    return {
      of: `${field('font-family')} ${field('font-style')}`,
      file: url.startsWith('.') ? join(folder, url) : require.resolve(url),
      points: pointsOf(field('unicode-range')),
    };
  });
}

/** Letters of a file of type: its table `cmap`, formats 4 and 12 (OpenType 1.9). */
async function lettersIn(file: string): Promise<Set<number>> {
  const font = await unpacked(file);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = font.subarray(font.readUInt32BE(entry + 8));
  const letters = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const own = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    const format = own.readUInt16BE(0);
    if (format === 12)
      for (let g = 0; g < own.readUInt32BE(12); g++)
        for (let point = own.readUInt32BE(16 + 12 * g); point <= own.readUInt32BE(20 + 12 * g); point++) letters.add(point);
    if (format !== 4) continue;
    const segments = own.readUInt16BE(6) / 2;
    for (let s = 0; s < segments; s++) {
      const end = own.readUInt16BE(14 + 2 * s);
      const start = own.readUInt16BE(16 + 2 * (segments + s));
      const delta = own.readUInt16BE(16 + 2 * (2 * segments + s));
      const place = 16 + 2 * (3 * segments + s);
      const offset = own.readUInt16BE(place);
      for (let point = start; point <= end && point < 0xffff; point++) {
        const glyph = offset === 0 ? (point + delta) & 0xffff : own.readUInt16BE(place + offset + 2 * (point - start));
        if (glyph !== 0) letters.add(point);
      }
    }
  }
  return letters;
}

const ours = facesIn(readFileSync(join(UI, 'fonts.css'), 'utf8'), UI);
const theirs = ['piazzolla/opsz.css', 'piazzolla/opsz-italic.css', 'source-sans-3/wght.css'].flatMap((sheet) => {
  const file = require.resolve(`@fontsource-variable/${sheet}`);
  return facesIn(readFileSync(file, 'utf8'), dirname(file));
});
const FACES = [...new Set(theirs.map(({ of }) => of))];

describe.each(FACES)('%s', (of) => {
  const own = ours.filter((face) => face.of === of);
  const before = theirs.filter((face) => face.of === of);

  test('has a file for every letter that had one', () => {
    const all = (faces: readonly Face[]) => rangeOf(faces.flatMap(({ points }) => points));
    expect(all(own)).toBe(all(before));
  });

  test('whose cut files hold every letter that the whole ones hold', async () => {
    const cut = own.filter(({ file }) => file.startsWith(UI));
    expect(cut.length).toBeGreaterThan(0);
    for (const { file, points } of cut) {
      const source = before.find((face) => face.points.includes(points[0] ?? 0) && /latin(-ext)?-/.test(face.file));
      const [here, there] = await Promise.all([lettersIn(file), lettersIn(source?.file ?? '')]);
      expect(rangeOf(points.filter((point) => here.has(point)))).toBe(rangeOf(points.filter((point) => there.has(point))));
    }
  });
});

test('what a first page in a language of Europe draws is a small part of the files', () => {
  const first = new Set([...'Łódź, Świdnica, Šiauliai, Žemaitija, Érd, Ağrı, Țara'].map((letter) => letter.codePointAt(0) ?? 0));
  const fetched = ours.filter(({ points }) => points.some((point) => first.has(point)));
  expect(fetched.every(({ file }) => file.startsWith(UI))).toBe(true);
  expect(fetched.reduce((sum, { file }) => sum + readFileSync(file).length, 0)).toBeLessThan(145_000);
});

test('a range of letters is the letters, and letters are one range', () => {
  expect(pointsOf('U+0041-0043, U+2113')).toEqual([0x41, 0x42, 0x43, 0x2113]);
  expect(rangeOf([0x43, 0x41, 0x42, 0x41, 0x2113])).toBe('U+0041-0043, U+2113');
  const letters = fc.uniqueArray(fc.integer({ min: 0x20, max: 0x2fff }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(letters, (points) => {
      expect(pointsOf(rangeOf(points))).toEqual([...points].sort((a, b) => a - b));
    }),
  );
});
