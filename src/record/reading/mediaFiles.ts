import { isMediaPath, MEDIA_FOLDER } from '../media';
import { bytesIn, type FileBody } from './fileBody';
import { isZip, unzipFiles } from './unzip';
import { withoutFolder } from './withoutFolder';

const WANTED = /(^|\/)(actors\.csv$|media\/)/i;

/**
 * The pictures, sounds and films among the files of a record (a folder, or a zip of one), by their names within `media/`. What an archive
 * holds is unpacked under the same care as its tables; one that is refused has none.
 */
export async function mediaIn(files: ReadonlyMap<string, FileBody>): Promise<Map<string, FileBody>> {
  const all = new Map<string, FileBody>();
  for (const [path, body] of files) {
    if (!isZip(await headOf(body))) all.set(path, body);
    else {
      const unpacked = await unzipFiles(path, await bytesIn(body), (inner) => WANTED.test(inner));
      for (const [inner, content] of unpacked.files) all.set(inner, content);
    }
  }
  return new Map(
    [...withoutFolder(all)].flatMap(([path, body]) => (isMediaPath(path) ? [[path.slice(MEDIA_FOLDER.length), body]] : [])),
  );
}

/** The first bytes of a file, which tell what it is. */
const headOf = (body: FileBody): Promise<Uint8Array> => bytesIn(body instanceof Uint8Array ? body : body.slice(0, 4));
