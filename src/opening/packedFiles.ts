import { isManifest, MANIFEST_FILE } from '../packed/form';
import type { PackedPlace } from '../packed/places';
import { bytesIn, type FileBody } from '../record/reading/fileBody';

/** The folder that an address means where it names a manifest, or a folder; null for another file. */
export function packedAt(url: string): string | null {
  const { pathname } = new URL(url);
  return pathname.endsWith('/') || pathname.endsWith(`/${MANIFEST_FILE}`) ? new URL('.', url).href : null;
}

/** The name of the folder at an address. */
export function lastFolder(base: string): string {
  const parts = new URL(base).pathname.split('/').filter(Boolean);
  return parts.at(-1) ?? 'packed';
}

/** The packed folder among files that came, whatever folders stand around it; null where none is. */
export async function packedIn(files: ReadonlyMap<string, FileBody>): Promise<PackedPlace | null> {
  const path = [...files.keys()].find((one) => one === MANIFEST_FILE || one.endsWith(`/${MANIFEST_FILE}`));
  const body = path === undefined ? undefined : files.get(path);
  if (path === undefined || body === undefined) return null;
  if (!isManifest(new TextDecoder().decode(await bytesIn(body)))) return null;
  const around = path.slice(0, -MANIFEST_FILE.length);
  const inside = [...files].filter(([one]) => one.startsWith(around));
  return {
    kind: 'files',
    files: new Map(
      inside.map(([one, content]) => [
        one.slice(around.length),
        content instanceof Blob ? content : new Blob([content as Uint8Array<ArrayBuffer>]),
      ]),
    ),
  };
}
