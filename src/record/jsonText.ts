/** JSON of a file that somebody else wrote, read within limits that a page survives. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** How large a JSON text may be. A dataset's description needs a fraction of either. */
export interface JsonLimits {
  /** UTF-16 units of the text. */
  length: number;
  /** Objects and lists within each other. */
  depth: number;
}

export const JSON_LIMITS: JsonLimits = { length: 5_000_000, depth: 64 };

/** Why a text is not read as JSON, as the end of a sentence that begins with "The file". */
export interface NoJson {
  reason: string;
}

/**
 * Parses JSON (RFC 8259). A text that is too long, or whose lists and objects lie too deep within each other (a hundred kilobytes of `[`
 * exhaust the stack of whatever walks through the value later), is refused before it is parsed. Never throws.
 */
export function readJson(text: string, limits: JsonLimits = JSON_LIMITS): { value: Json } | NoJson {
  if (text.length > limits.length) return { reason: `is longer than ${limits.length / 1_000_000} million characters` };
  if (isDeeper(text, limits.depth)) return { reason: `has more than ${limits.depth} lists or objects within each other` };
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { reason: `is not JSON: ${why.length > 200 ? `${why.slice(0, 200)}…` : why}` };
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const isOpening = (unit: number) => unit === 91 || unit === 123;
const isClosing = (unit: number) => unit === 93 || unit === 125;

/** Whether brackets outside strings lie deeper within each other than `limit`; one pass, no recursion. */
function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (quoted) {
      if (unit === BACKSLASH) i++;
      else if (unit === QUOTE) quoted = false;
    } else if (unit === QUOTE) quoted = true;
    else if (isOpening(unit)) {
      if (++depth > limit) return true;
    } else if (isClosing(unit)) depth--;
  }
  return false;
}
