import { isTableName } from '../record/schema';
import type { TableName } from '../record/record';
import { Journal } from '../ui/browserStore';

/** What is being written into a cell and is no step yet: written down at every letter, so that a tab that dies takes none of it along. */

export interface Writing {
  table: TableName;
  /** Key of the row. */
  row: string;
  column: string;
  text: string;
}

const journal = new Journal('cell');
const lockOf = (id: string) => `stanceline-cell ${id}`;

/** The hand of this tab: what it writes is left alone by other tabs as long as this one lives. */
const tab = Math.random().toString(36).slice(2);
let held = false;

function hold(): void {
  if (held || typeof navigator === 'undefined' || !('locks' in navigator)) return;
  held = true;
  // Held until the tab is gone, however it goes; a browser that refuses leaves what is written to whoever comes next.
  navigator.locks.request(lockOf(tab), () => new Promise(() => undefined)).catch(() => undefined);
}

export function noteWriting(record: string, writing: Writing): void {
  hold();
  journal.note(`${record} ${tab}`, JSON.stringify(writing));
}

export function endWriting(record: string): void {
  journal.done(`${record} ${tab}`);
}

/**
 * What tabs that are gone were writing in a record; it is struck out with this. A tab that seems to live may be about to die, since a browser
 * takes its time: what that one leaves is given to `later` once it is gone.
 */
export async function leftWriting(record: string, later: (writing: Writing) => void): Promise<Writing[]> {
  const lines = [...journal.left().keys()].filter((line) => line.startsWith(`${record} `));
  if (lines.length === 0) return [];
  const all = await locksHere()
    ?.query()
    .catch(() => null);
  const living = new Set(all?.held?.map(({ name }) => name) ?? []);
  return lines.flatMap((line) => {
    const id = line.slice(record.length + 1);
    if (id === tab) return [];
    if (!living.has(lockOf(id))) return struck(line) ?? [];
    onceGone(line, id, later);
    return [];
  });
}

/**
 * Gives to `later` what tabs write in a record from now on and leave when they die. The last letters of a dead tab may come after its lock is
 * free and its line is struck out, since a browser tells of each on a way of its own: they are given once more then.
 */
export function heardWriting(record: string, later: (writing: Writing) => void): () => void {
  const latest = new Map<string, string>();
  return journal.heard((line, text) => {
    if (!line.startsWith(`${record} `)) return;
    const waits = latest.has(line);
    latest.set(line, text);
    if (waits) return;
    onceGone(line, line.slice(record.length + 1), later, () => {
      const last = latest.get(line) ?? text;
      latest.delete(line);
      return last;
    });
  });
}

const locksHere = (): LockManager | null => (typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : null);

/** The lock of a tab is free once it is gone. */
function onceGone(
  line: string,
  id: string,
  later: (writing: Writing) => void,
  said = (): string | undefined => journal.left().get(line),
): void {
  locksHere()
    ?.request(lockOf(id), () => {
      const writing = struck(line, said());
      if (writing !== null) later(writing);
    })
    .catch(() => undefined);
}

/** Strikes a line out of the journal; what it says, null where it is damaged or struck out already. */
function struck(line: string, text = journal.left().get(line)): Writing | null {
  if (text === undefined) return null;
  journal.done(line);
  return asWriting(text);
}

function asWriting(text: string): Writing | null {
  try {
    const { table, row, column, text: words } = JSON.parse(text) as Partial<Record<keyof Writing, unknown>>;
    const sound =
      typeof table === 'string' &&
      isTableName(table) &&
      typeof row === 'string' &&
      typeof column === 'string' &&
      typeof words === 'string';
    return sound ? { table, row, column, text: words } : null;
  } catch {
    return null;
  }
}
