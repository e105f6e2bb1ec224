/** Scripts by ISO 15924, each told from Latin by its letters. */
const SCRIPTS = {
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Geor: /\p{Script=Georgian}/u,
  Armn: /\p{Script=Armenian}/u,
  Deva: /\p{Script=Devanagari}/u,
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Kore: /\p{Script=Hangul}/u,
  Hani: /\p{Script=Han}/u,
} as const;

/**
 * The tag (BCP 47) of a name in another script whose language nobody wrote down, `und-Cyrl`; undefined for Latin letters. A voice that reads
 * the page then knows that the letters are not of its own language.
 */
export function scriptOf(text: string): string | undefined {
  const found = Object.entries(SCRIPTS).find(([, letters]) => letters.test(text));
  return found === undefined ? undefined : `und-${found[0]}`;
}
