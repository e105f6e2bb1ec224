import type { Edits } from '../../edits/edits.svelte';
import type { RowDiff } from '../../edits/merge';
import { filePatch } from '../../edits/patch';
import { nameOfRow } from '../../edits/rowKeys';
import { columnsIn, PACKAGE_FILE, writePackage } from '../../record/package';
import { TABLE_NAMES, type TableName } from '../../record/record';
import { count, noun } from '../../words/counts';

/** What the reader has changed of the open record: row by row, as files, as a patch, and as a line of its list of changes. */

export interface CellChange {
  column: string;
  before: string;
  after: string;
}

export interface RowChangeShown {
  table: TableName;
  key: string;
  /** What names the row: its id, or the cells that do. */
  name: string;
  kind: 'added' | 'removed' | 'changed';
  /** Of an added or removed row those that hold something. */
  cells: CellChange[];
}

const nameIn = (table: TableName, columns: readonly string[], diff: RowDiff): string => {
  const row = diff.after ?? diff.before ?? [];
  return nameOfRow(table, columns, row).replaceAll('\u001f', ', ') || 'a row without an id';
};

/** Every row that differs from its published form, cell by cell, in the order of the tables. */
export function changesOf(edits: Pick<Edits, 'diff' | 'table'>): RowChangeShown[] {
  return edits.diff().map((diff) => {
    const { table, key, before, after } = diff;
    const { columns } = edits.table(table);
    const width = Math.max(columns.length, before?.length ?? 0, after?.length ?? 0);
    const cells = Array.from({ length: width }, (_, i) => ({
      column: columns[i] ?? '',
      before: before?.[i] ?? '',
      after: after?.[i] ?? '',
    })).filter((cell) => cell.before !== cell.after);
    const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
    return { table, key, name: nameIn(table, columns, diff), kind, cells };
  });
}

/** `3 rows changed, 1 added and 1 removed in 2 tables`. */
export function changesSentence(changes: readonly RowChangeShown[]): string {
  if (changes.length === 0) return 'Nothing changed yet.';
  const parts = (['changed', 'added', 'removed'] as const).flatMap((kind) => {
    const n = changes.filter((change) => change.kind === kind).length;
    return n === 0 ? [] : [[n, kind] as const];
  });
  const words = parts.map(([n, kind], i) => (i === 0 ? `${count(n, 'row')} ${kind}` : `${n} ${kind}`));
  const tables = new Set(changes.map(({ table }) => table)).size;
  const said = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : (words[0] ?? '');
  return `${said} in ${count(tables, 'table')}.`;
}

const code = (text: string) => `\`${text}\``;

/** An entry of the record's list of changes, as it writes them: what was done, then tables, columns and rows by name. */
export function changelogEntry(changes: readonly RowChangeShown[], day: string, title: string): string {
  const lines: string[] = [];
  for (const table of TABLE_NAMES) {
    const own = changes.filter((change) => change.table === table);
    for (const kind of ['added', 'removed'] as const) {
      const rows = own.filter((change) => change.kind === kind);
      if (rows.length === 0) continue;
      const what = kind === 'added' ? 'new' : 'removed';
      lines.push(
        `${code(table)}, ${rows.length} ${what} ${noun(rows.length, 'row')}: ${rows.map(({ name }) => code(name)).join(', ')}`,
      );
    }
    const byColumn = new Map<string, string[]>();
    for (const { kind, name, cells } of own)
      if (kind === 'changed') for (const { column } of cells) byColumn.set(column, [...(byColumn.get(column) ?? []), name]);
    for (const [column, names] of byColumn)
      lines.push(`${code(table)}, ${code(column)}, ${count(names.length, 'row')}: ${names.map(code).join(', ')}`);
  }
  return `## ${day}: ${title.trim() || 'rows added and corrected'}\n\n${lines.join('\n\n')}\n`;
}

/** A list of changes with an entry more, the newest first. */
export function withEntry(changelog: string | null, entry: string): string {
  if (changelog === null) return `# Changes to the record\n\n${entry}`;
  const at = changelog.search(/^## /m);
  return at < 0 ? `${changelog.replace(/\n*$/, '\n\n')}${entry}` : `${changelog.slice(0, at)}${entry}\n${changelog.slice(at)}`;
}

/** A file that differs. */
export interface ChangedFile {
  /** Within the record's folder. */
  name: string;
  /** As it is published, every byte of it; null where there is none, or where its bytes are no UTF-8. */
  before: string | null;
  after: string;
  /** A patch of it can be made. */
  patched: boolean;
  /** Bytes of rows that did not change are as they were. */
  kept: boolean;
}

const exact = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array | undefined): { text: string | null; sound: boolean } {
  if (bytes === undefined) return { text: null, sound: true };
  try {
    return { text: exact.decode(bytes), sound: true };
  } catch {
    return { text: null, sound: false };
  }
}

/**
 * The files of a record that differ from what is published.
 *
 * @param published its files by name
 * @param changelog its list of changes as published, null where there is none
 * @param entry what is put on top of that; empty for nothing
 */
export async function changedFiles(
  edits: Pick<Edits, 'diff' | 'text' | 'addedColumns' | 'names'>,
  published: ReadonlyMap<string, Uint8Array>,
  changelog: string | null,
  entry: string,
): Promise<ChangedFile[]> {
  const files: ChangedFile[] = [];
  for (const table of edits.names) {
    if (edits.diff(table).length === 0 && edits.addedColumns(table).length === 0) continue;
    const name = `${table}.csv`;
    const { text: before, sound } = textOf(published.get(name));
    const { text: after, kept } = await edits.text(table);
    files.push({ name, before, after, patched: sound, kept: kept || before === null });
  }
  if (files.length > 0 && entry !== '')
    files.push({ name: 'CHANGELOG.md', before: changelog, after: withEntry(changelog, entry), patched: true, kept: true });
  return files;
}

/**
 * A patch of changed files, for `git apply` at the root of a repository.
 *
 * @param folder of the record in the repository, with `/` and without one at its end
 */
export function patchOf(files: readonly ChangedFile[], folder: string): string {
  return files
    .filter(({ patched }) => patched)
    .map(({ name, before, after }) => filePatch(`${folder}/${name}`, before, after))
    .join('');
}

/**
 * Every file of a record as it stands after edits: those that did not change byte for byte. The package describes the columns that there
 * are, and promises no bytes of files that are written anew.
 */
export function wholeRecord(
  record: { name: string; tables: Parameters<typeof columnsIn>[0] },
  published: ReadonlyMap<string, Uint8Array>,
  changed: readonly ChangedFile[],
  documents: ReadonlyMap<string, string>,
): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>([...documents, ...published]);
  for (const { name, after } of changed) files.set(name, after);
  const { text } = textOf(published.get(PACKAGE_FILE));
  try {
    files.set(PACKAGE_FILE, writePackage(text, record.name, columnsIn(record.tables)));
  } catch {
    // What is no package stays what it is.
  }
  return files;
}

/** Longest address that servers take. */
const MOST_ADDRESS = 7000;

/** A repository as the reader writes it: `owner/name`, or its address; empty where it is neither. */
export function repositoryOf(text: string): string {
  const path = text
    .trim()
    .replace(/^https?:\/\/github\.com\//i, '')
    .replace(/(\.git)?\/*$/, '');
  return /^[\w.-]+\/[\w.-]+$/.test(path) ? path : '';
}

/**
 * The address of a pull request whose title and text are filled in. It is a link that the reader presses: nothing is sent by this page.
 *
 * @param branch in which the changes were put, `user:branch` where it is in the reader's own copy
 */
export function pullRequestAddress(
  repository: string,
  branch: string,
  title: string,
  entry: string,
  moves: readonly string[],
): string {
  const address = (body: string) =>
    `https://github.com/${repository}/compare/${encodeURIComponent(branch.trim() || 'main').replaceAll('%3A', ':')}?${new URLSearchParams({ quick_pull: '1', title, body }).toString()}`;
  const body = [
    entry.replace(/^## .*\n+/, ''),
    moves.length === 0 ? '' : `What it moves:\n${moves.map((move) => `- ${move}`).join('\n')}`,
  ]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
  let text = body;
  while (address(text).length > MOST_ADDRESS && text.length > 0) text = text.slice(0, Math.floor(text.length * 0.8));
  return address(text === body ? body : `${text}… The rest is in CHANGELOG.md.`);
}

/** The page on which files are laid into a folder of a repository, which makes a request of it. */
export const uploadAddress = (repository: string, folder: string): string =>
  `https://github.com/${repository}/upload/main/${folder.split('/').map(encodeURIComponent).join('/')}`;
