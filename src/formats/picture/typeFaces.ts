import type { UsedType } from './drawText';

/** One file of type, as a style sheet declares it. */
export interface Face {
  family: string;
  italic: boolean;
  /** Weights that the file holds. */
  weight: [number, number];
  /** As in the style sheet, e.g. `U+0000-00FF, U+0131`; empty: every letter. */
  range: string;
  url: string;
}

/** Whether a letter is in a `unicode-range`. */
export function inRange(range: string, letter: string): boolean {
  const point = letter.codePointAt(0) ?? 0;
  return (
    range.trim() === '' ||
    range.split(',').some((part) => {
      const ends = /^U\+([0-9A-F?]+)(?:-([0-9A-F]+))?$/i.exec(part.trim());
      if (!ends) return false;
      const first = Number.parseInt(ends[1]!.replaceAll('?', '0'), 16);
      const last = Number.parseInt(ends[2] ?? ends[1]!.replaceAll('?', 'F'), 16);
      return point >= first && point <= last;
    })
  );
}

/** The files that hold the letters in use. */
export function facesFor(faces: readonly Face[], used: Iterable<UsedType>): Face[] {
  const wanted = new Set<Face>();
  for (const { family, weight, italic, letters } of used) {
    for (const face of faces) {
      if (face.family !== family || face.italic !== italic || weight < face.weight[0] || weight > face.weight[1]) continue;
      if ([...letters].some((letter) => letter.trim() !== '' && inRange(face.range, letter))) wanted.add(face);
    }
  }
  return [...wanted];
}

/** Every file of type that the page's style sheets declare. */
function declared(): Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const style = rule.style;
      const url = /url\((["']?)(.*?)\1\)/.exec(style.getPropertyValue('src'))?.[2];
      if (url === undefined) return [];
      const weights = (style.getPropertyValue('font-weight').match(/\d+/g) ?? ['400']).map(Number);
      return [
        {
          family: style.getPropertyValue('font-family').replace(/["']/g, '').trim(),
          italic: style.getPropertyValue('font-style').startsWith('italic'),
          weight: [weights[0]!, weights.at(-1)!] as [number, number],
          range: style.getPropertyValue('unicode-range'),
          url: url.startsWith('data:') ? url : new URL(url, sheet.href ?? document.baseURI).href,
        },
      ];
    }),
  );
}

const fetched = new Map<string, Promise<string>>();

async function dataUrl(url: string): Promise<string> {
  if (url.startsWith('data:')) return url;
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return `data:font/woff2;base64,${btoa(text)}`;
}

/** Style text that carries the type in use, so that the picture looks the same on a machine without it. */
export async function typeStyle(used: Iterable<UsedType>): Promise<string> {
  const rules = facesFor(declared(), used).map(async ({ family, italic, weight, range, url }) => {
    const known = fetched.get(url) ?? dataUrl(url);
    fetched.set(url, known);
    const data = await known;
    return `@font-face{font-family:'${family}';font-style:${italic ? 'italic' : 'normal'};font-weight:${weight.join(' ')};${range === '' ? '' : `unicode-range:${range};`}src:url(${data}) format('woff2')}`;
  });
  const faces = await Promise.all(rules);
  return `${faces.join('\n')}\ntext{font-feature-settings:'tnum' 1,'lnum' 1;white-space:pre}`;
}
