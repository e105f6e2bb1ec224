import { strToU8, zipSync } from 'fflate';

/**
 * Files as a zip, in one folder.
 *
 * @param when date of the files in it; the format holds local times, to two seconds
 */
export function zipOf(files: ReadonlyMap<string, string | Uint8Array>, folder: string, when: Date): Uint8Array<ArrayBuffer> {
  const entries = [...files].map(([name, content]) => [
    folder === '' ? name : `${folder}/${name}`,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: when, level: 9 });
}
