/** Which files of a folder are a dataset's, and where in it they lie. */

export const WANTED = /\.(csv|json)$/i;

/**
 * Takes the folder off the paths when all tables lie in one (a zipped folder, or the folder that was dropped). Of several folders the
 * shallowest one with `actors.csv` is the dataset, so that a backup inside never opens in place of the record. Paths use `/`.
 */
export function withoutFolder<T>(files: ReadonlyMap<string, T>): Map<string, T> {
  const paths = [...files.keys()].map((path) => path.replaceAll('\\', '/'));
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
  const depth = (folder: string) => folder.split('/').length;
  const shallowest = (found: string[]) =>
    [...new Set(found.map(folderOf))].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))[0];
  const folder =
    shallowest(paths.filter((path) => /(^|\/)actors\.csv$/i.test(path))) ??
    shallowest(paths.filter((path) => WANTED.test(path))) ??
    '';
  const result = new Map<string, T>();
  for (const [path, content] of files) {
    const clean = path.replaceAll('\\', '/');
    if (clean.startsWith(folder)) result.set(clean.slice(folder.length), content);
  }
  return result;
}
