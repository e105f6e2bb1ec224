import { mediaOf, MEDIA_FOLDER, typeOf } from '../record/media';
import { bytesIn, type FileBody } from '../record/reading/fileBody';
import type { StanceRecord } from '../record/record';

/** The pictures, sounds and films of the open record, wherever they lie. */
export interface MediaFiles {
  /** Address under which the page shows a file, by its name within `media/`; empty where the record has no such file. */
  url(file: string): string;
  /** Its bytes; null where they cannot be had. */
  bytes(file: string): Promise<Uint8Array | null>;
  /** Lets go of the addresses. */
  close(): void;
}

/** A record that has none. */
export const NO_MEDIA: MediaFiles = { url: () => '', bytes: () => Promise.resolve(null), close: () => undefined };

const pathOf = (file: string) => file.split('/').map(encodeURIComponent).join('/');

/**
 * Those of a record of the site, beside its tables.
 *
 * @param folder address of the record's folder, with a slash at the end
 */
export function servedMedia(folder: string): MediaFiles {
  const url = (file: string) => `${folder}${MEDIA_FOLDER}${pathOf(file)}`;
  return {
    url,
    async bytes(file) {
      const response = await fetch(url(file)).catch(() => null);
      return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    close: () => undefined,
  };
}

/** Those of a record whose files are at hand. */
export function heldMedia(files: ReadonlyMap<string, FileBody>): MediaFiles {
  const urls = new Map<string, string>();
  return {
    url(file) {
      const known = urls.get(file);
      const body = files.get(file);
      if (known !== undefined || body === undefined) return known ?? '';
      const part = body instanceof Blob ? body : new Uint8Array(body);
      const url = URL.createObjectURL(new Blob([part], { type: typeOf(file) }));
      urls.set(file, url);
      return url;
    },
    async bytes(file) {
      const body = files.get(file);
      return body === undefined ? null : bytesIn(body);
    },
    close() {
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    },
  };
}

/**
 * The files that a record's scenes name, by path in its folder, in their order, as many as fit into `most` bytes, and the names of those that
 * do not or cannot be had.
 */
export async function mediaToTake(
  record: Pick<StanceRecord, 'stories'>,
  media: MediaFiles,
  most = Infinity,
): Promise<{ files: Map<string, Uint8Array>; left: string[] }> {
  const files = new Map<string, Uint8Array>();
  const left: string[] = [];
  let room = most;
  for (const file of mediaOf(record)) {
    const bytes = await media.bytes(file);
    if (bytes === null || bytes.length > room) left.push(file);
    else {
      room -= bytes.length;
      files.set(`${MEDIA_FOLDER}${file}`, bytes);
    }
  }
  return { files, left };
}
