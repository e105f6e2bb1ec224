import { count } from '../../words/counts';

/** Files of a site as bytes, and whether they are the bytes that were promised. */

/** How a file is asked for. */
export interface Manner {
  /** Past every cache: what was cut or mixed before is not handed out again. */
  fresh?: boolean;
  /** Milliseconds without a byte after which a file is given up. */
  silence?: number;
  /** Ends it; what comes of it then is not asked for. */
  signal?: AbortSignal;
}

const SILENCE = 30_000;

/** Servers of single-page apps answer a missing file with their page and a status of 200. */
function isPage(response: Response, bytes: Uint8Array): boolean {
  if (response.headers.get('content-type')?.includes('text/html')) return true;
  return /^\s*<(!doctype|html)/i.test(new TextDecoder().decode(bytes.subarray(0, 100)));
}

/** Content of an address, or in words why there is none. */
export async function fetchBytes(
  url: string,
  { fresh = false, silence = SILENCE, signal }: Manner,
): Promise<Uint8Array | string> {
  if (signal?.aborted) return 'it was stopped';
  const quiet = new AbortController();
  const stop = () => quiet.abort();
  signal?.addEventListener('abort', stop);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => quiet.abort(), silence);
  };
  try {
    heard();
    const response = await fetch(url, { signal: quiet.signal, cache: fresh ? 'reload' : 'default' });
    if (!response.ok) return `the server answered ${response.status}`;
    const bytes = await bytesOf(response, heard);
    return isPage(response, bytes) ? 'the server answered with a page instead' : bytes;
  } catch (error) {
    if (signal?.aborted) return 'it was stopped';
    if (quiet.signal.aborted) return `the server said nothing for ${count(Math.round(silence / 1000), 'second')}`;
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** The body of an answer, of which every part is heard of by its size in bytes. What `heard` throws ends it. */
export async function bytesOf(response: Response, heard: (size: number) => void): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    try {
      heard(value.length);
    } catch (error) {
      await reader.cancel();
      throw error;
    }
    parts.push(value);
    size += value.length;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Whether bytes have a SHA-256 (lower-case hexadecimals). A page that is not served safely (http, other than from this machine) is given
 * no hashes: then, and where none is promised, they pass.
 */
export async function isHashOf(sha256: string, content: Uint8Array): Promise<boolean> {
  if (sha256 === '' || typeof crypto === 'undefined' || !('subtle' in crypto)) return true;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
