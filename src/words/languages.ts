const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** The English name of a language by its ISO 639 or BCP 47 code: `Russian`; the code itself where it names none. */
export function languageName(code: string): string {
  if (code === '') return '';
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Names that babel and polyglossia, the language packages of LaTeX, give to the languages of ISO 639; others have none. */
const BABEL: Readonly<Record<string, string>> = {
  af: 'afrikaans',
  ar: 'arabic',
  az: 'azerbaijani',
  be: 'belarusian',
  bg: 'bulgarian',
  bs: 'bosnian',
  ca: 'catalan',
  cs: 'czech',
  cy: 'welsh',
  da: 'danish',
  de: 'ngerman',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  et: 'estonian',
  eu: 'basque',
  fa: 'persian',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  gl: 'galician',
  he: 'hebrew',
  hi: 'hindi',
  hr: 'croatian',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  is: 'icelandic',
  it: 'italian',
  ja: 'japanese',
  ka: 'georgian',
  ko: 'korean',
  la: 'latin',
  lt: 'lithuanian',
  lv: 'latvian',
  mk: 'macedonian',
  nb: 'norsk',
  nl: 'dutch',
  nn: 'nynorsk',
  no: 'norsk',
  pl: 'polish',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sk: 'slovak',
  sl: 'slovene',
  sq: 'albanian',
  sr: 'serbian',
  sv: 'swedish',
  th: 'thai',
  tr: 'turkish',
  uk: 'ukrainian',
  vi: 'vietnamese',
};

/** Babel's name of a language by its code: `russian`; empty where babel has none, so that no bibliography asks for it. */
export function babelName(code: string): string {
  const [main = ''] = code.toLowerCase().split('-');
  return Object.hasOwn(BABEL, main) ? (BABEL[main] ?? '') : '';
}

/** The code of a language by babel's name or by itself: `ngerman` and `german` are `de`; what is neither is given back. */
export function codeOfBabel(name: string): string {
  const small = name.trim().toLowerCase();
  const alias: Readonly<Record<string, string>> = { german: 'de', austrian: 'de', american: 'en', british: 'en', norwegian: 'no', farsi: 'fa' }; // prettier-ignore
  if (Object.hasOwn(alias, small)) return alias[small] ?? name;
  return Object.entries(BABEL).find(([, babel]) => babel === small)?.[0] ?? name;
}
