import {
  configure,
  ERR_ENCRYPTED,
  ERR_INVALID_CRC32,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  Uint8ArrayReader,
  ZipReader,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Fault } from '../record';
import { fileFault } from '../checking/rules';
import { count, figure } from '../../words/counts';
import { WANTED, withoutFolder } from './withoutFolder';

// The job runs in a worker already; workers that the library would start from blobs are forbidden by the page's policy.
configure({ useWebWorkers: false, useCompressionStream: true });

/** Files of a dataset by path inside its folder, and what kept others from being read. */
export interface Unpacked {
  files: Map<string, Uint8Array>;
  faults: Fault[];
  /** What lies in the archive and was not unpacked: bytes by path, as the archive says of itself. */
  others: Map<string, number>;
}

/** How much an archive may hold. What goes beyond is damaged or hostile, or more than a browser tab can show. */
export interface ArchiveLimits {
  /** Bytes of all tables together, counted as they come out, whatever the archive says of itself. */
  bytes: number;
  /** Entries of any kind, folders among them. */
  entries: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = { bytes: 500 * 1024 * 1024, entries: 10_000 };

function isEvil(path: string): boolean {
  return /^[/\\]|^[a-z]:/i.test(path) || path.split(/[/\\]/).includes('..');
}

/** What archivers of some systems add beside the files. */
function isLitter(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\.)/.test(path);
}

/** Whether bytes begin like a zip archive (a local file header, or the end record of an empty one). */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/** How many entries the record at the end of an archive counts (APPNOTE 4.3.16); 0 where it has none, or says that they are elsewhere. */
function entriesSaid(bytes: Uint8Array): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 5 || bytes[at + 3] !== 6) continue;
    const said = (bytes[at + 10] ?? 0) | ((bytes[at + 11] ?? 0) << 8);
    return said === 0xffff ? 0 : said;
  }
  return 0;
}

/** Why an archive is not read: said to the reader as it stands. */
class Refused extends Error {
  constructor(
    message: string,
    readonly suggestion = 'Pack the folder again.',
  ) {
    super(message);
  }
}

/**
 * Unpacks a zip archive of a dataset: its CSV and JSON files, without the folder around them. Every file is held against the checksum
 * that the archive has of it. An archive that is damaged, encrypted, or beyond the limits is refused whole, with a fault that says why,
 * since a record that lacks a table tells another story; a path that leaves the archive's folder is left out with a fault. Never throws.
 *
 * @param file name of the archive, for the faults
 */
export async function unzipDataset(file: string, bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<Unpacked> {
  const { files, faults, others } = await unzipFiles(file, bytes, isTable, limits);
  const all = withoutFolder(new Map<string, Uint8Array | number>([...files, ...others]));
  const unpacked: Unpacked = { files: new Map(), faults, others: new Map() };
  for (const [path, content] of all)
    if (typeof content === 'number') unpacked.others.set(path, content);
    else unpacked.files.set(path, content);
  return unpacked;
}

/**
 * Unpacks those files of an archive that are wanted, under the same care, with their paths as the archive has them. Never throws.
 *
 * @param wanted whether a file is taken, by its path; litter of archivers never is
 */
export async function unzipFiles(
  file: string,
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<Unpacked> {
  const faults: Fault[] = [];
  const fault = (message: string, suggestion: string) => faults.push(fileFault(file, 'unreadable-file', message, suggestion));
  const files = new Map<string, Uint8Array>();
  const others = new Map<string, number>();
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    checkSignature: true,
    checkOverlappingEntry: true,
    filenameValidation: 'tolerant',
  });
  const tooMany = () =>
    new Refused(
      `The archive holds more than ${count(limits.entries, 'file')}; it is not read.`,
      'Pack only the folder with the tables.',
    );
  try {
    // What the archive says itself is believed where it says too much: ten thousand entries are not walked to be refused.
    if (entriesSaid(bytes) > limits.entries) throw tooMany();
    let entries = 0;
    let room = limits.bytes;
    for await (const entry of reader.getEntriesGenerator()) {
      if (++entries > limits.entries) throw tooMany();
      if (isEvil(entry.filename))
        fault(`\`${entry.filename}\` leads out of the archive's folder; it is not read.`, 'Pack the folder again.');
      else if (isFile(entry) && wanted(entry.filename)) {
        const content = await contentOf(entry, room, limits);
        room -= content.length;
        files.set(entry.filename, content);
      } else if (isFile(entry)) others.set(entry.filename, entry.uncompressedSize);
    }
    return { files, faults, others };
  } catch (error) {
    const refused = error instanceof Refused ? error : new Refused(`The archive cannot be unpacked: ${reasonOf(error)}.`);
    fault(refused.message, refused.suggestion);
    return { files: new Map(), faults, others: new Map() };
  } finally {
    await reader.close().catch(() => undefined);
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory && !isLitter(entry.filename);
}

const isTable = (path: string): boolean => WANTED.test(path);

/** The bytes of one file, counted while they come out: what an archive says of its own size is not to be relied on. */
async function contentOf(entry: FileEntry, room: number, limits: ArchiveLimits): Promise<Uint8Array> {
  const tooLarge = () =>
    new Refused(
      `The archive unpacks to more than ${figure(Math.round(limits.bytes / 1024 / 1024))} MB; it is not read.`,
      'Pack only the folder with the tables.',
    );
  if (entry.encrypted)
    throw new Refused(
      `\`${entry.filename}\` is locked with a password; the archive is not read.`,
      'Unpack it, or pack the folder again without a password.',
    );
  if (entry.uncompressedSize > room) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  let over = false;
  const sink = new WritableStream<Uint8Array>({
    write(part) {
      size += part.length;
      over = size > room;
      if (over) throw tooLarge();
      parts.push(part);
    },
  });
  try {
    await entry.getData(sink, { checkSignature: true });
  } catch (error) {
    if (over) throw tooLarge();
    const message = reasonOf(error);
    if (message === ERR_INVALID_CRC32)
      throw new Refused(
        `\`${entry.filename}\` is damaged: its bytes do not fit the checksum that the archive holds of them. Nothing of the archive is read.`,
        'Fetch or pack the archive again.',
      );
    if (message === ERR_ENCRYPTED || message === ERR_UNSUPPORTED_ENCRYPTION)
      throw new Refused(`\`${entry.filename}\` is locked with a password; the archive is not read.`);
    if (message === ERR_UNSUPPORTED_COMPRESSION)
      throw new Refused(
        `\`${entry.filename}\` is packed in a way that is not known here; the archive is not read.`,
        'Pack the folder again as an ordinary zip (deflate).',
      );
    throw new Refused(
      `\`${entry.filename}\` is damaged (${message}). Nothing of the archive is read.`,
      'Fetch or pack the archive again.',
    );
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
