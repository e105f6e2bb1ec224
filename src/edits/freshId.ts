import type { TableName } from '../record/record';

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

const SINGULAR: Partial<Record<TableName, string>> = { hypotheses: 'hypothesis', stories: 'story' };

/**
 * An id for a new row that no row has yet, as the record writes its ids: `2026-01-21-tusk-answers-minsk` of a statement (date and title),
 * `…--poland--belarus` of a stance (evidence, holder and target), `belta-2026-01-21` of a source.
 *
 * @param parts what the row is known by, in the order in which its id has it; empty ones are left out
 * @param taken whether a row has an id already
 */
export function freshId(table: TableName, parts: readonly string[], taken: (id: string) => boolean): string {
  // The parts of a stance's id are ids, and keep their own hyphens.
  const slugs = parts.map((part) => (table === 'stances' ? part.trim() : slugOf(part))).filter((part) => part !== '');
  const id = slugs.join(table === 'stances' ? '--' : '-') || (SINGULAR[table] ?? table.replace(/s$/, ''));
  if (!taken(id)) return id;
  for (let n = 2; ; n++) if (!taken(`${id}-${n}`)) return `${id}-${n}`;
}
