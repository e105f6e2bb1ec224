import { isMediaPath } from '../record/media';
import { withoutFolder } from '../record/reading/withoutFolder';

/**
 * A folder of the reader's machine that stays open: read again when the reader comes back, and written into where the reader says so
 * (WICG, File System Access). The shapes below are what the page uses of the browser's handles, so that a test can stand in for a disk.
 */

export interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<Pick<File, 'size' | 'lastModified' | 'arrayBuffer'>>;
  createWritable(): Promise<{
    write(data: Uint8Array<ArrayBuffer>): Promise<void>;
    close(): Promise<void>;
    abort?(): Promise<void>;
  }>;
}

type Access = { mode: 'read' | 'readwrite' };

export interface FolderHandle {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<FileHandle | FolderHandle>;
  getFileHandle(name: string, options?: { create: boolean }): Promise<FileHandle>;
  getDirectoryHandle(name: string): Promise<FolderHandle>;
  /** Absent where the browser asks nobody: a folder of its own. */
  queryPermission?(access: Access): Promise<PermissionState>;
  requestPermission?(access: Access): Promise<PermissionState>;
}

/** What belongs to a record: tables, and what is written beside them. */
const OF_A_RECORD = /\.(csv|json|md|txt|cff)$/i;
/** Folders in folders that are looked into. */
const MOST_DEPTH = 3;

/** A path from the folder `media` on; empty where it lies in none. */
const mediaPath = (path: string): string => /(?:^|\/)(media\/.*)$/.exec(path)?.[1] ?? '';

type Found = (path: string, file: Awaited<ReturnType<FileHandle['getFile']>>) => Promise<void> | void;

async function walk(folder: FolderHandle, prefix: string, depth: number, found: Found): Promise<void> {
  for await (const entry of folder.values()) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.kind === 'directory') {
      if (depth < MOST_DEPTH) await walk(entry, `${prefix}${entry.name}/`, depth + 1, found);
    } else if (OF_A_RECORD.test(entry.name) || isMediaPath(mediaPath(prefix + entry.name)))
      await found(prefix + entry.name, await entry.getFile());
  }
}

/** Files of a folder by path, which begins with the folder's name, as those of a drop do. */
export async function filesOfFolder(folder: FolderHandle): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  await walk(folder, `${folder.name}/`, 0, async (path, file) => void files.set(path, new Uint8Array(await file.arrayBuffer())));
  return files;
}

/** Size and time of every file of a folder, as one text: another one where a program has written into it. */
export async function stampOf(folder: FolderHandle): Promise<string> {
  const stamps: string[] = [];
  await walk(folder, '', 0, (path, { size, lastModified }) => void stamps.push(`${path} ${size} ${lastModified}`));
  return stamps.sort().join('\n');
}

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i]));

/** Names of files that are in one of two readings of a folder and not in the other, or differ, by name. */
export function differing(before: ReadonlyMap<string, Uint8Array>, after: ReadonlyMap<string, Uint8Array>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => !sameBytes(before.get(path), after.get(path)))
    .map((path) => path.replace(/^.*\//, ''))
    .sort();
}

/**
 * Where each file of a record lies in the folder that it was read from, by the name that the record knows it by; a table that is not there
 * yet lies beside the others.
 */
export function pathIn(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  const paths = withoutFolder(new Map([...files.keys()].map((path) => [path, path])));
  const beside = paths.get('actors.csv') ?? [...paths.values()][0] ?? '';
  return paths.get(name) ?? `${beside.replace(/[^/]*$/, '')}${name}`;
}

/**
 * Writes files into a folder. Each is written beside the old one by the browser and takes its place once all are written, so that a full disk
 * leaves every file as it was. Throws what the browser throws.
 *
 * @param texts by path, which begins with the folder's name
 */
export async function writeInto(folder: FolderHandle, texts: ReadonlyMap<string, string>): Promise<void> {
  const open: Awaited<ReturnType<FileHandle['createWritable']>>[] = [];
  try {
    for (const [path, text] of texts) {
      const parts = path.split('/').slice(1);
      let at = folder;
      for (const part of parts.slice(0, -1)) at = await at.getDirectoryHandle(part);
      const stream = await (await at.getFileHandle(parts.at(-1) ?? '', { create: true })).createWritable();
      open.push(stream);
      await stream.write(new TextEncoder().encode(text));
    }
  } catch (error) {
    for (const stream of open) await stream.abort?.().catch(() => undefined);
    throw error;
  }
  for (const stream of open) await stream.close();
}

/** Whether the page may read or write a folder; asked of the reader where `ask`, which has to follow a press. */
export async function mayUse(folder: FolderHandle, mode: Access['mode'], ask: boolean): Promise<boolean> {
  const access = { mode };
  const known = (await folder.queryPermission?.(access)) ?? 'granted';
  if (known !== 'prompt' || !ask) return known === 'granted';
  return ((await folder.requestPermission?.(access)) ?? 'granted') === 'granted';
}
