import type { PackedManifest } from './form';
import { MANIFEST_FILE, readManifest } from './form';
import type { PackedFolder } from './openFolder';
import type { PartedFile } from './parquetFile';

/** Where a packed folder lies: at an address of this site, or among files that a reader dropped. */
export type PackedPlace = { kind: 'address'; base: string } | { kind: 'files'; files: ReadonlyMap<string, Blob> };

const wordsFor = (path: string, status: number): string => `${path} cannot be fetched: the server answered ${status}.`;

/** A file of which parts are asked for by range; a server that sends all of it instead is asked once. */
export function rangedFile(url: string, path: string, byteLength: number): PartedFile {
  let whole: Promise<ArrayBuffer> | null = null;
  const part = async (start: number, end: number): Promise<ArrayBuffer> => {
    const response = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` }, credentials: 'omit' });
    if (response.status === 206) {
      const bytes = await response.arrayBuffer();
      if (bytes.byteLength !== end - start) throw new Error(`${path} came cut: ${bytes.byteLength} bytes of ${end - start}.`);
      return bytes;
    }
    if (!response.ok) throw new Error(wordsFor(path, response.status));
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength !== byteLength)
      throw new Error(
        `${path} has ${bytes.byteLength} bytes, where ${MANIFEST_FILE} counts ${byteLength}. Pack the record again.`,
      );
    return bytes;
  };
  return {
    byteLength,
    async slice(start, end = byteLength) {
      if (whole !== null) return (await whole).slice(start, end);
      const bytes = await part(start, end);
      if (bytes.byteLength === end - start) return bytes;
      whole = Promise.resolve(bytes);
      return bytes.slice(start, end);
    },
  };
}

async function wholeFile(url: string, path: string): Promise<PartedFile> {
  const response = await fetch(url, { credentials: 'omit', cache: 'no-cache' });
  if (!response.ok) throw new Error(wordsFor(path, response.status));
  const bytes = await response.arrayBuffer();
  return { byteLength: bytes.byteLength, slice: (start, end) => bytes.slice(start, end) };
}

/** How many bytes the manifest says a file has; null for a small one, which is asked for whole. */
function sizeIn({ cube, days, months }: PackedManifest, path: string): number | null {
  return [cube, days, ...months].find(({ file }) => file === path)?.bytes ?? null;
}

/** A packed folder at its place. */
export function folderAt(place: PackedPlace): PackedFolder {
  if (place.kind === 'files') {
    const { files } = place;
    return {
      file(path) {
        const found = files.get(path);
        if (found === undefined) return Promise.reject(new Error(`The folder has no ${path}.`));
        return Promise.resolve({
          byteLength: found.size,
          slice: (start, end = found.size) => found.slice(start, end).arrayBuffer(),
        });
      },
    };
  }
  let manifest: PackedManifest | null = null;
  return {
    async file(path) {
      const url = new URL(path, place.base).href;
      const size = manifest === null ? null : sizeIn(manifest, path);
      const file = size === null ? await wholeFile(url, path) : rangedFile(url, path, size);
      if (path === MANIFEST_FILE) manifest = readManifest(new TextDecoder().decode(await file.slice(0, file.byteLength)));
      return file;
    },
  };
}
