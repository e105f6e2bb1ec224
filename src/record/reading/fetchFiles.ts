import { fileOf } from '../checking/findings';
import { PACKAGE_FILE, readPackage } from '../package';
import { TABLE_NAMES, type Fault } from '../record';
import { fileFault } from '../checking/rules';

/** Files of a dataset as fetched, and what could not be. */
export interface Fetched {
  files: Map<string, Uint8Array>;
  faults: Fault[];
}

/** Servers of single-page apps answer a missing file with their page and a status of 200. */
function isPage(response: Response, bytes: Uint8Array): boolean {
  if (response.headers.get('content-type')?.includes('text/html')) return true;
  return /^\s*<(!doctype|html)/i.test(new TextDecoder().decode(bytes.subarray(0, 100)));
}

/** Content of an address, or in words why there is none. */
async function fetchBytes(url: string): Promise<Uint8Array | string> {
  try {
    const response = await fetch(url);
    if (!response.ok) return `the server answered ${response.status}`;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return isPage(response, bytes) ? 'the server answered with a page instead' : bytes;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Fetches `datapackage.json` of a dataset and the CSV files it names. Tables are asked for under their usual names at the same time
 * as the package, which saves a round trip wherever it names no others.
 *
 * @param folder absolute address of the dataset's folder, with a slash at the end
 * @param name slug of the dataset
 */
export async function fetchFiles(folder: string, name: string): Promise<Fetched> {
  const files = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  const usual = new Map(TABLE_NAMES.map((table) => [fileOf(table), fetchBytes(`${folder}${fileOf(table)}`)]));
  const json = await fetchBytes(`${folder}${PACKAGE_FILE}`);
  if (typeof json === 'string') {
    const message = `${PACKAGE_FILE} cannot be fetched: ${json}.`;
    faults.push(fileFault(PACKAGE_FILE, 'unreadable-file', message, `Is there a dataset \`${name}\`?`));
  } else files.set(PACKAGE_FILE, json);
  const { paths } = readPackage(typeof json === 'string' ? null : new TextDecoder().decode(json), name);
  const wanted = paths.size > 0 ? [...paths.values()] : [...usual.keys()];
  await Promise.all(
    wanted.map(async (path) => {
      const content = await (usual.get(path) ?? fetchBytes(new URL(path, folder).href));
      if (typeof content !== 'string') files.set(path, content);
      // Without a package nobody has promised the table: one fault is enough.
      else if (paths.size > 0) faults.push(fileFault(path, 'unreadable-file', `${path} cannot be fetched: ${content}.`));
    }),
  );
  return { files, faults };
}
