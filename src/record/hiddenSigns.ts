/**
 * Control characters but for tab and line breaks; signs that embed, override or isolate a direction (Unicode Standard Annex 9: what trojan
 * sources are made of); invisible operators, tags and the byte order mark. Joiners, and marks of direction that scripts need, are none.
 */
const HIDDEN_SIGNS: readonly (readonly [from: number, to: number])[] = [
  [0x0, 0x8],
  [0xb, 0xc],
  [0xe, 0x1f],
  [0x7f, 0x7f],
  [0x200b, 0x200b],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe007f],
];
export const HIDDEN = new RegExp(
  `[${HIDDEN_SIGNS.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('')}]`,
  'gu',
);

/** What every hidden sign is, or in UTF-16 begins with; far faster than the signs themselves, since most texts hold none. */
// eslint-disable-next-line no-control-regex
const MAYBE_HIDDEN = /[\0-\x08\v\f\x0e-\x1f\x7f\u200b\u202a-\u202e\u2060-\u2069\ufeff\udb40]/;

/** A sign by its number: `U+202E`. */
export const nameOfSign = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A text in which every sign that cannot be seen is shown by its number, `‹U+202E›`, and so turns and hides nothing. */
export const withHiddenShown = (text: string): string =>
  MAYBE_HIDDEN.test(text) ? text.replace(HIDDEN, (sign) => `‹${nameOfSign(sign)}›`) : text;
