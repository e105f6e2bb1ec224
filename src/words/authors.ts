/** Who wrote a page, as the tables name them in one cell, told apart for a bibliography. */

/** One author: a person with a family name, or a body, which stands as it is written (an agency, a desk, a ministry). */
export type Author = { kind: 'person'; given: string; family: string; suffix: string } | { kind: 'body'; name: string };

/** Words that stand in the names of bodies and in no person's. */
const OF_BODIES =
  /\b(agency|agencies|analysts?|bureau|center|centre|committee|correspondents?|council|desk|editorial|editors?|embassy|foundation|group|institute|investigation|media|ministry|network|news|newsroom|office|press|project|service|staff|team|university)\b|редакци|служб|агентств|redakcja|redakcija/i;

/** What may stand before a family name and belongs to it: `von der Leyen`. */
const PARTICLE = /^(af|al|bin|da|das|de|del|den|der|di|do|dos|du|el|la|le|ibn|ten|ter|van|vom|von|zu|zum|zur)$/;

const SUFFIX = /^(Jr|Sr)\.?$|^I{2,3}$|^IV$/;

const wordsOf = (name: string): string[] => name.split(/\s+/).filter((word) => word !== '');

/** Whether a name reads as that of a person: two to five words that begin as names do, and none that bodies bear. */
function isPerson(name: string): boolean {
  const words = wordsOf(name);
  if (words.length < 2 || words.length > 5 || /[\d/&|@()“”"]/.test(name) || OF_BODIES.test(name)) return false;
  return words.every((word) => PARTICLE.test(word) || /^\p{Lu}/u.test(word)) && words.some((word) => /\p{Ll}/u.test(word));
}

function authorOf(name: string): Author {
  // `Karbalevich, Valery`: the family name was put first by who wrote the table.
  const turned = /^([^,]+), ([^,]+)$/.exec(name);
  if (turned !== null) {
    const [, family = '', given = ''] = turned;
    if (isPerson(`${given} ${family}`)) return { kind: 'person', given, family, suffix: '' };
  }
  if (!isPerson(name)) return { kind: 'body', name };
  const words = wordsOf(name);
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from--;
  return { kind: 'person', given: words.slice(0, from).join(' '), family: words.slice(from).join(' '), suffix };
}

/**
 * The authors of a cell: several are separated by semicolons, and where all parts are names of persons also by commas, `and` or `&`.
 *
 * @param text `T. Antal; P. L. Krapivsky`, `Mariya Yemets, Anastasia Protz`, `AFP`
 * @param outlet who published it: an author of that name is a body
 */
export function authorsOf(text: string, outlet = ''): Author[] {
  return text
    .split(';')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .flatMap((part): Author[] => {
      if (part === outlet) return [{ kind: 'body', name: part }];
      const names = part.split(/, (?:and )?| and | & /).map((name) => name.trim());
      return names.length > 1 && names.every(isPerson) ? names.map(authorOf) : [authorOf(part)];
    });
}
