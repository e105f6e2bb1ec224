import type { Fault } from '../record';
import { fileFault } from '../checking/rules';

/** Text of a file, and what was wrong with its bytes. */
export interface Decoded {
  text: string;
  faults: Fault[];
}

const SAVE_AS = 'Save it as “CSV UTF-8”.';

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i++) if (bytes[i] === 10) line++;
  return line;
}

/** UTF-16 without a mark still gives itself away: every other byte of Latin text is zero. */
function utf16Guess(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 1000);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (odd > length / 8 && odd > even * 4) return 'utf-16le';
  if (even > length / 8 && even > odd * 4) return 'utf-16be';
  return null;
}

/** Offset of the first byte that is no UTF-8, or -1: whether lead bytes are followed by as many continuation bytes as they announce. */
function firstBadByte(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    if (more === 0) return i;
    for (let k = 1; k <= more; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i;
    i += more;
  }
  return -1;
}

/**
 * Windows code page of text that is not UTF-8. In Cyrillic nearly every letter is a byte above 0xBF and stands beside another; in
 * Polish or German such bytes stand alone among ASCII letters.
 */
function codePage(bytes: Uint8Array): 'windows-1251' | 'windows-1250' {
  let high = 0;
  let beside = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    high++;
    if ((bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80) beside++;
  }
  return beside * 2 > high ? 'windows-1251' : 'windows-1250';
}

/**
 * Bytes of a CSV file as text without a byte order mark. Files that are not UTF-8 (UTF-16, Windows-1251, Windows-1250) are decoded
 * all the same, so that their rows can be shown, and reported. Never throws.
 */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : utf16Guess(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes);
    const name = wide === 'utf-16le' ? 'UTF-16 (little-endian)' : 'UTF-16 (big-endian)';
    return { text, faults: [fileFault(file, 'wrong-encoding', `The file is ${name}, not UTF-8.`, SAVE_AS, 1)] };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const faults = marked
      ? [fileFault(file, 'byte-order-mark', 'The file starts with a byte order mark.', 'Save it as UTF-8 without a mark.', 1)]
      : [];
    return { text, faults };
  } catch {
    const page = codePage(bytes);
    const line = lineAt(bytes, firstBadByte(bytes));
    const name = page === 'windows-1251' ? 'Windows-1251 (Cyrillic)' : 'Windows-1250 (Central European)';
    const text = new TextDecoder(page).decode(bytes);
    return { text, faults: [fileFault(file, 'wrong-encoding', `The file is not UTF-8; it reads as ${name}.`, SAVE_AS, line)] };
  }
}
