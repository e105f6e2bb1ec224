import { unzipSync, type UnzipFileInfo } from 'fflate';
import type { Fault } from '../record';
import { fileFault } from '../checking/rules';

/** Files of a dataset by path inside its folder, and what kept others from being read. */
export interface Unpacked {
  files: Map<string, Uint8Array>;
  faults: Fault[];
}

/** More than any browser tab can show; a zip that unpacks to more is damaged or hostile. */
export const MOST_BYTES = 500 * 1024 * 1024;

const WANTED = /\.(csv|json)$/i;

function isEvil(path: string): boolean {
  return /^[/\\]|^[a-z]:/i.test(path) || path.split(/[/\\]/).includes('..');
}

/** What archivers of some systems add beside the files. */
function isLitter(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\.)/.test(path);
}

/**
 * Takes the folder off the paths when all tables lie in one (a zipped folder, or the folder that was dropped); of several folders, the
 * one with `actors.csv` is the dataset. Paths use `/`.
 */
export function withoutFolder<T>(files: ReadonlyMap<string, T>): Map<string, T> {
  const paths = [...files.keys()].map((path) => path.replaceAll('\\', '/'));
  const folders = new Set(paths.filter((path) => WANTED.test(path)).map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  const withActors = paths.find((path) => /(^|\/)actors\.csv$/i.test(path));
  const folder = withActors !== undefined ? withActors.slice(0, withActors.lastIndexOf('/') + 1) : ([...folders].sort()[0] ?? '');
  const result = new Map<string, T>();
  for (const [path, content] of files) {
    const clean = path.replaceAll('\\', '/');
    if (clean.startsWith(folder)) result.set(clean.slice(folder.length), content);
  }
  return result;
}

/** Whether bytes begin like a zip archive (a local file header, or the end record of an empty one). */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/**
 * Unpacks a zip archive of a dataset: its CSV and JSON files, without the folder around them. An archive that is damaged, unpacks to
 * more than {@link MOST_BYTES} or holds paths that leave its folder is refused with a fault; never throws. Synchronous, for the
 * worker: the asynchronous way starts workers of its own from blobs, which the page's policy forbids.
 */
export function unzipDataset(file: string, bytes: Uint8Array, mostBytes = MOST_BYTES): Unpacked {
  const faults: Fault[] = [];
  let total = 0;
  const wanted = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (isEvil(name)) {
      const message = `\`${name}\` leads out of the archive's folder; it is not read.`;
      faults.push(fileFault(file, 'unreadable-file', message, 'Pack the folder again.'));
      return false;
    }
    if (!WANTED.test(name) || isLitter(name)) return false;
    total += originalSize;
    return total <= mostBytes;
  };
  try {
    const unpacked = unzipSync(bytes, { filter: wanted });
    if (total <= mostBytes) return { files: withoutFolder(new Map(Object.entries(unpacked))), faults };
    const most = Math.round(mostBytes / 1024 / 1024);
    faults.push(fileFault(file, 'unreadable-file', `The archive unpacks to more than ${most} MB; it is not read.`));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    faults.push(fileFault(file, 'unreadable-file', `The archive cannot be unpacked: ${reason}.`, 'Pack the folder again.'));
  }
  return { files: new Map(), faults };
}
