import { COMPILED_FILE, openCompiled, openSeal, parseCompiled } from './compiled';
import { fetchBytes, isHashOf, type Manner } from './fetchBytes';
import type { StanceRecord } from '../record';

/**
 * A record of the site out of its compiled file, or in words why it cannot be had so: the file did not come, not whole, or is of another
 * edition of the page. Its tables say the same, and are read then.
 *
 * @param folder absolute address of the dataset's folder, with a slash at the end
 */
export async function fetchCompiled(folder: string, manner: Manner = {}): Promise<StanceRecord | string> {
  const file = await fetchBytes(`${folder}${COMPILED_FILE}`, manner);
  if (typeof file === 'string') return file;
  const seal = openSeal(file);
  if (typeof seal === 'string') return seal;
  if (!(await isHashOf(seal.sha256, seal.bytes))) return 'it is altered';
  try {
    const compiled = parseCompiled(new TextDecoder().decode(seal.bytes));
    return compiled === null ? 'it is of another edition' : openCompiled(compiled);
  } catch (error) {
    // Only where nothing could be hashed: a page that is not served safely.
    return error instanceof Error ? error.message : String(error);
  }
}
