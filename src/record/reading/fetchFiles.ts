import { fetchBytes, isHashOf, type Manner } from './fetchBytes';
import { fileOf } from '../checking/findings';
import { PACKAGE_FILE, readPackage, type Promised } from '../package';
import { TABLE_NAMES, type Fault } from '../record';
import { fileFault } from '../checking/rules';
import { count } from '../../words/counts';
import { LATER_TABLES } from '../schema';

/** Files of a dataset as fetched, and what could not be. */
export interface Fetched {
  files: Map<string, Uint8Array>;
  faults: Fault[];
}

/** How files are asked for. */
export interface FetchManner extends Manner {
  /** Told, at every file that has come, which ones are still waited for. */
  onWaiting?: (files: readonly string[], of: number) => void;
}

/** What differs between a file and what the package says of it, in words; empty where nothing does. */
async function differenceOf(content: Uint8Array, promised: Promised): Promise<string> {
  if (content.length !== promised.bytes) {
    const came = `${count(content.length, 'byte')} of it came`;
    return content.length < promised.bytes
      ? `is cut: ${came}, ${PACKAGE_FILE} counts ${count(promised.bytes, 'byte')}`
      : `is not the file that ${PACKAGE_FILE} describes: ${came}, where it counts ${count(promised.bytes, 'byte')}`;
  }
  return (await isHashOf(promised.sha256, content)) ? '' : `is altered: its bytes are not those that ${PACKAGE_FILE} describes`;
}

/**
 * Fetches `datapackage.json` of a dataset and the CSV files it names. Tables are asked for under their usual names at the same time
 * as the package, which saves a round trip wherever it names no others. A file that does not answer, answers with something else or
 * does not come whole is a fault; what came of it is read all the same.
 *
 * @param folder absolute address of the dataset's folder, with a slash at the end
 * @param name slug of the dataset
 */
export async function fetchFiles(folder: string, name: string, manner: FetchManner = {}): Promise<Fetched> {
  const files = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  const asked: string[] = [];
  const waiting = new Set<string>();
  const ask = async (file: string, url: string): Promise<Uint8Array | string> => {
    asked.push(file);
    waiting.add(file);
    const content = await fetchBytes(url, manner);
    waiting.delete(file);
    manner.onWaiting?.([...waiting], asked.length);
    return content;
  };
  const early = TABLE_NAMES.filter((table) => !LATER_TABLES.includes(table));
  const usual = new Map(early.map((table) => [fileOf(table), ask(fileOf(table), `${folder}${fileOf(table)}`)]));
  const json = await ask(PACKAGE_FILE, `${folder}${PACKAGE_FILE}`);
  if (typeof json === 'string') {
    const message = `${PACKAGE_FILE} cannot be fetched: ${json}.`;
    faults.push(fileFault(PACKAGE_FILE, 'unreadable-file', message, `Is there a dataset \`${name}\`?`));
  } else files.set(PACKAGE_FILE, json);
  const { paths, promised } = readPackage(typeof json === 'string' ? null : new TextDecoder().decode(json), name);
  const seals = new Map([...promised].map(([table, seal]) => [paths.get(table) ?? fileOf(table), seal]));
  const wanted = paths.size > 0 ? [...paths.values()] : TABLE_NAMES.map(fileOf);
  await Promise.all(
    wanted.map(async (path) => {
      const content = await (usual.get(path) ?? ask(path, new URL(path, folder).href));
      if (typeof content !== 'string') {
        files.set(path, content);
        const seal = seals.get(path);
        const difference = seal === undefined ? '' : await differenceOf(content, seal);
        if (difference !== '') faults.push(fileFault(path, 'cut-file', `${path} ${difference}.`, 'Load the record again.'));
      }
      // Without a package nobody has promised the table: one fault is enough.
      else if (paths.size > 0) faults.push(fileFault(path, 'unreadable-file', `${path} cannot be fetched: ${content}.`));
    }),
  );
  return { files, faults };
}
