import type { Fault } from '../record';
import { fileFault } from '../checking/rules';
import { list } from '../../words/names';
import { decodePage, guessCodePage } from './codePage';

/** Text of a file, and what was wrong with its bytes. */
export interface Decoded {
  text: string;
  faults: Fault[];
}

const SAVE_AS = 'Save it as “CSV UTF-8”.';

const utf8 = new TextDecoder('utf-8');
const strict = new TextDecoder('utf-8', { fatal: true });

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

/** UTF-8 as text, without a byte order mark; null where a lead byte is not followed by as many continuation bytes as it announces. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** So many lines are named; the rest is a number. */
const MOST_NAMED = 5;

function named(lines: readonly number[]): string {
  const shown = lines.slice(0, MOST_NAMED).map(String);
  const rest = lines.length - shown.length;
  if (rest > 0) shown.push(`${rest} more`);
  return list(shown);
}

/** Each line of a file as bytes, without its line feed. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  while (start <= bytes.length) {
    const end = bytes.indexOf(10, start);
    yield bytes.subarray(start, end < 0 ? bytes.length : end);
    if (end < 0) return;
    start = end + 1;
  }
}

/**
 * Lines that are not UTF-8 are read in the encoding whose letters make the likeliest words; the others stay what they are. One
 * foreign line pasted into a sound table must not change what its other lines say.
 */
function decodeByLine(file: string, bytes: Uint8Array): Decoded {
  const lines = [...linesOf(bytes)];
  const foreign = new Set<number>();
  let sound = 0;
  lines.forEach((line, i) => {
    if (textOf(line) === null) foreign.add(i);
    else if (line.some((byte) => byte >= 0x80)) sound++;
  });
  const { page, name } = guessCodePage([...foreign].map((i) => lines[i] ?? bytes));
  const text = lines.map((line, i) => (foreign.has(i) ? decodePage(page, line) : utf8.decode(line))).join('\n');
  const numbers = [...foreign].map((i) => i + 1);
  const message =
    sound === 0
      ? `The file is not UTF-8; it reads as ${name}.`
      : numbers.length === 1
        ? `Line ${named(numbers)} is not UTF-8, as the others are; it reads as ${name}.`
        : `Lines ${named(numbers)} are not UTF-8, as the others are; they read as ${name}.`;
  const advice =
    sound === 0 ? SAVE_AS : `Look at what ${numbers.length === 1 ? 'it says' : 'they say'}, and save the file as “CSV UTF-8”.`;
  return { text, faults: [fileFault(file, 'wrong-encoding', message, advice, numbers[0] ?? 1)] };
}

/**
 * Bytes of a CSV file as text without a byte order mark. A file, or a line of one, that is not UTF-8 (UTF-16, a Windows or ISO code page)
 * is decoded all the same, so that its rows can be shown, and reported. Never throws.
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
  const text = textOf(bytes);
  if (text === null) return decodeByLine(file, marked ? bytes.subarray(3) : bytes);
  const faults = marked
    ? [fileFault(file, 'byte-order-mark', 'The file starts with a byte order mark.', 'Save it as UTF-8 without a mark.', 1)]
    : [];
  return { text, faults };
}
