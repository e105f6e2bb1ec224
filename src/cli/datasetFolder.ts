import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { MEDIA_FOLDER } from '../record/media';
import { PACKAGE_FILE } from '../record/package';

/** Files of a dataset's folder that the check reads: tables and the package, not what lies in folders below. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const name of tablesIn(folder)) files.set(name, readFileSync(join(folder, name)));
  return files;
}

/** Names of the files of a dataset in a folder, in order; a folder that is called `x.csv` is none. */
function tablesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => (/\.csv$/i.test(name) || name === PACKAGE_FILE) && statSync(join(folder, name)).isFile());
}

/** Bytes of the pictures, sounds and films in a dataset's folder, by path in it. */
export function mediaSizes(folder: string): Map<string, number> {
  const root = join(folder, MEDIA_FOLDER);
  if (!existsSync(root)) return new Map();
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), statSync(path).size];
    }),
  );
}

/** Whether a path is a folder with a package or a table in it. */
export function isDataset(folder: string): boolean {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return false;
  return tablesIn(folder).length > 0;
}

/** Every dataset in a folder of datasets, in order of name; none where the folder does not exist. */
export function datasetsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(isDataset);
}
