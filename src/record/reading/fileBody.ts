/**
 * What a file holds: its bytes, or a `Blob`, which a page can hand on to a worker or a store without a copy of its own (fifty megabytes that
 * are copied stop the page).
 */
export type FileBody = Uint8Array | Blob;

/** The bytes of a file. Rejects where a file of the reader's machine cannot be read any more (moved, changed, or not allowed). */
export async function bytesIn(body: FileBody): Promise<Uint8Array> {
  return body instanceof Uint8Array ? body : new Uint8Array(await body.arrayBuffer());
}

/** All of a set of files as bytes. */
export async function allBytes(files: ReadonlyMap<string, FileBody>): Promise<Map<string, Uint8Array>> {
  const read = new Map<string, Uint8Array>();
  for (const [path, body] of files) read.set(path, await bytesIn(body));
  return read;
}

/** How many bytes a file has. */
export const sizeOf = (body: FileBody): number => (body instanceof Uint8Array ? body.length : body.size);
