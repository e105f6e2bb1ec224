/**
 * Which single-byte encoding a text that is no UTF-8 was written in, told by the letters that each would yield: in the right one the
 * letters all belong to one alphabet and stand as its words have them; in a wrong one `Łódź` is `£ódŸ` and `très` is `trčs`.
 */

/** The encodings that spreadsheets and old editors write, as the platform's decoder knows them, and as a reader does. */
const PAGES = [
  ['windows-1252', 'Windows-1252 (Western European)'],
  ['windows-1250', 'Windows-1250 (Central European)'],
  ['windows-1251', 'Windows-1251 (Cyrillic)'],
  ['iso-8859-2', 'ISO 8859-2 (Central European)'],
  ['koi8-r', 'KOI8-R (Cyrillic)'],
  ['ibm866', 'IBM 866 (Cyrillic)'],
] as const;

export type CodePage = (typeof PAGES)[number][0];

/** Letters beyond A to Z of the languages that the encodings were made for. */
const ALPHABETS = [
  'àâæçéèêëîïôœùûüÿ', // French
  'äöüß', // German
  'áéíñóúü', // Spanish
  'ãáâàçéêíõóôú', // Portuguese
  'àèéìòù', // Italian
  'æøåéöäü', // Danish, Norwegian, Swedish, Finnish
  'áðéíóúýþæö', // Icelandic
  'áàèéêëïíóöúü', // Dutch, Catalan
  'ąćęłńóśźż', // Polish
  'áčďéěíňóřšťúůýž', // Czech
  'áäčďéíĺľňóôŕšťúýž', // Slovak
  'áéíóöőúüű', // Hungarian
  'čćđšž', // Croatian, Slovene, Serbian in Latin letters
  'ăâîşţșț', // Romanian
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў', // Russian, Ukrainian, Belarusian, Bulgarian
  'абвгдежзијклмнопрстћуфхцчџшђљњќѓѕ', // Serbian, Macedonian
].map((letters) => new Set(letters));

/** Marks that stand beside words in any language. */
const MARKS = /[\s«»“”„‘’‚‹›–—…§°№€·•©®\u00a0]/u;

const VOWELS = new Set('aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿąęěőűůă');

/** How little a text reads like the words of one language: the less, the likelier that it was decoded rightly. */
function strangeness(text: string): number {
  const letters = [...text.toLowerCase()].filter((letter) => letter > '\u007f' && !MARKS.test(letter));
  let outsiders = Infinity;
  for (const alphabet of ALPHABETS) {
    outsiders = Math.min(
      outsiders,
      letters.reduce((sum, letter) => sum + (alphabet.has(letter) ? 0 : 1), 0),
    );
  }
  let odd = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    // No word is written in two scripts: `Perchй`.
    if (/\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)) odd += 2;
    // A capital after a small letter: what KOI8-R and Windows-1251 make of each other.
    for (let i = 1; i < word.length; i++) if (/\p{Ll}\p{Lu}/u.test(word.slice(i - 1, i + 1))) odd++;
    if (/^\p{Ll}+$/u.test(word) || [...word].every((letter) => letter <= '\u007f')) continue;
    // Small letters are the rule, also where a whole line was decoded into capitals.
    odd += 0.25 * (word.match(/\p{Lu}/gu)?.length ?? 0);
  }
  // A vowel among vowels, or a consonant among consonants: `čas` is a word, and so is `très`; `èas` and `trčs` are none.
  const lower = text.toLowerCase();
  for (let i = 0; i < lower.length; i++) {
    const letter = lower[i] ?? '';
    if (letter <= '\u007f' || !/\p{Script=Latin}/u.test(letter)) continue;
    const beside = [lower[i - 1] ?? '', lower[i + 1] ?? ''].filter((other) => /\p{L}/u.test(other));
    const alike = beside.filter((other) => VOWELS.has(other) === VOWELS.has(letter)).length;
    if (beside.length > 0) odd += (0.5 * alike) / beside.length;
  }
  return outsiders * 2 + odd;
}

/** What stands at 0x80 to 0x9F in Windows-1252: some platforms' decoders leave control characters there. */
const UPPER_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes as text in one of the encodings. */
export function decodePage(page: CodePage, bytes: Uint8Array): string {
  const text = new TextDecoder(page).decode(bytes);
  return page === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, (letter) => UPPER_CONTROLS[letter.charCodeAt(0) - 0x80] ?? letter)
    : text;
}

/**
 * The likeliest encoding of bytes that are no UTF-8, with its name for a reader.
 *
 * @param samples the runs of bytes to judge by (lines that are not UTF-8)
 */
export function guessCodePage(samples: readonly Uint8Array[]): { page: CodePage; name: string } {
  let best: (typeof PAGES)[number] = PAGES[0];
  let least = Infinity;
  for (const candidate of PAGES) {
    let sum = 0;
    let judged = 0;
    for (const sample of samples) {
      // Some thousand bytes tell as much as a million.
      if (judged > 20_000) break;
      judged += sample.length;
      sum += strangeness(decodePage(candidate[0], sample.subarray(0, 4000)));
    }
    if (sum < least) {
      least = sum;
      best = candidate;
    }
  }
  return { page: best[0], name: best[1] };
}
