import { fold } from '../fold';

/** Cyrillic letters as Latin ones, coarsely: what is alike to the ear of several languages shall be alike here. */
const LATIN: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'e',
  ж: 'z',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'h',
  ц: 's',
  ч: 's',
  ш: 's',
  щ: 's',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/**
 * How a name sounds, roughly, whichever script and language it is spelled in: `Рыженков`, `Ryzhenkov` and `Ryżenkow` are one, and so are
 * `Łukaszenka` and `Lukashenka`. Two words that sound alike by it need not be the same name: it is for looking up the names of a record.
 */
export function soundOf(word: string): string {
  const latin = fold(word).replace(/[а-яёєіїґў]/g, (letter) => LATIN[letter] ?? '');
  return latin
    .replace(/ich$/, 'is')
    .replace(/shch|szcz|stsch|sch|tsch|sz|cz|ch(?=[eiou])|sh|ts|tz/g, 's')
    .replace(/zh|rz/g, 'z')
    .replace(/kh|ch/g, 'h')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ck|c|q/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/i+(?=[aeou])/g, 'i')
    .replace(/x/g, 'ks')
    .replace(/(.)\1+/g, '$1');
}
