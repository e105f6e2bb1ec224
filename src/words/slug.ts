/** Letters that Unicode does not take apart into a Latin letter and a mark, and Cyrillic ones as English writes them (BGN/PCGN, without its marks). */
const LATIN: Readonly<Record<string, string>> = {
  ...{ ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ı: 'i' },
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ye', ж: 'zh', з: 'z', и: 'i', і: 'i', к: 'k', л: 'l', м: 'm' },
  ...{ н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '' },
  ...{ ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
};

/** So many letters of an id can be read at a glance. */
const MOST_LETTERS = 80;

/** A text as a slug (`[a-z0-9]+(-[a-z0-9]+)*`), cut between words; empty where it has no letter that can be written so. */
export function slugOf(text: string, most = MOST_LETTERS): string {
  const letters = text
    .toLowerCase()
    // й and ё are letters of their own to their readers, and a mark to Unicode.
    .replaceAll('й', 'y')
    .replaceAll('ё', 'yo')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'ʼ`]/g, '')
    .replace(/[^\x20-\x7e]/gu, (letter) => LATIN[letter] ?? ' ');
  const words = letters.match(/[a-z0-9]+/g) ?? [];
  let slug = words[0]?.slice(0, most) ?? '';
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > most) break;
    slug = `${slug}-${word}`;
  }
  return slug;
}
