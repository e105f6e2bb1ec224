import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { PartedFile } from '../../packed/parquetFile';

/** A file on a disk of which parts are read. */
export function diskFile(path: string): PartedFile {
  const { size } = statSync(path);
  return {
    byteLength: size,
    slice(start, end = size) {
      const part = Buffer.alloc(end - start);
      const file = openSync(path, 'r');
      try {
        readSync(file, part, 0, part.length, start);
      } finally {
        closeSync(file);
      }
      return part.buffer.slice(part.byteOffset, part.byteOffset + part.length);
    },
  };
}
