/** Names in a sentence, and lists of them. */

/** What is needed of an actor to name it. */
export interface Named {
  name: string;
  /** As the table has it: `state`, `person`, `outlet`. */
  kind: string;
}

/** Letters that are written from right to left: Hebrew, Arabic, Syriac and their kin. */
const FROM_THE_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Words of a table within words of ours: where they run from right to left they are set apart (U+2068 to U+2069), so that the dates, signs and
 * names beside them keep their places. Other words come back as they are.
 */
export function isolated(text: string): string {
  return FROM_THE_RIGHT.test(text) ? `\u2068${text}\u2069` : text;
}

const WITH_ARTICLE =
  /\b(Union|States|Kingdom|Nations|Federation|Republic|Emirates|Netherlands|Group|Opposition|Board|Bank|Council|Commission|Ministry|Department)\b/i;
const PLURAL = /(States|Nations|Emirates|Netherlands|Philippines)$/;

/** Names that English says with an article: `the United States`, `the European Union`; other names stand bare. */
export function inSentence({ name, kind }: Named): string {
  return !/^the\b/i.test(name) && WITH_ARTICLE.test(name) && kind !== 'person' && kind !== 'outlet'
    ? `the ${name}`
    : isolated(name);
}

/** The possessive of a name: `Belarus’s`, `the United States’`, `Trump’s`. Plural forms in -s that are known as such take the bare apostrophe. */
export function possessive(name: string): string {
  return PLURAL.test(name) ? `${name}’` : `${name}’s`;
}

/**
 * A name where there are only so many px for it: whole, or its first words (of a single word its first letters) and an ellipsis.
 *
 * @param measure width of a text in px
 */
export function fitted(name: string, width: number, measure: (text: string) => number): string {
  if (measure(name) <= width) return name;
  const words = name.split(' ');
  for (let n = words.length - 1; n > 0; n--) {
    // A name never ends in a word that only joins.
    const kept = words
      .slice(0, n)
      .join(' ')
      .replace(/(?: (?:of|the|for|and|in|on|de|la|du))+$/i, '')
      .replace(/[,;:]$/, '');
    if (measure(`${kept}…`) <= width) return `${kept}…`;
  }
  const letters = [...(words[0] ?? '')];
  while (letters.length > 1 && measure(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('')}…`;
}

/** The same words with a capital, to open a sentence. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A directed pair: `Belarus on Poland`. */
export function pairName(holder: string, target: string): string {
  return `${isolated(holder)} on ${isolated(target)}`;
}

/** Those who share something undirected, a tie or a rift: `Belarus and Poland`. */
export function tieName(a: string, b: string): string {
  return `${isolated(a)} and ${isolated(b)}`;
}

/**
 * `a`, `a and b`, `a, b and c`, `a, b and 3 more`.
 *
 * @param joint `and` or `or`
 * @param most items named; where there are more, the last place says how many
 */
export function list(
  items: readonly string[],
  { joint = 'and', most = Infinity }: { joint?: 'and' | 'or'; most?: number } = {},
): string {
  const kept = items.length > most ? items.slice(0, most - 1) : items;
  const words = kept.length < items.length ? [...kept, `${items.length - kept.length} more`] : kept;
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** A slug of the tables as words: `union-state` is `union state`. */
export function slugWords(slug: string): string {
  return slug.replaceAll('-', ' ');
}

/**
 * Words in quotation marks, once, whatever marks they came with; empty for none.
 *
 * @param most letters within the marks: longer words are cut between two of them, closing with an ellipsis
 */
export function quoted(text: string, most = Infinity): string {
  const words = text.replace(/^[“"«]|[”"»]$/g, '');
  if (words === '') return '';
  if (words.length <= most) return `“${isolated(words)}”`;
  const cut = words.slice(0, most - 1);
  return `“${cut.slice(0, Math.max(1, cut.lastIndexOf(' '))).replace(/[,;:.]$/, '')}\u00a0…”`;
}

/** Letters of a name that stand in a sentence about what is chosen: a link may name what no record has, at any length. */
const MOST_NAMED = 80;

/** A name in a sentence: whole, or its first words and an ellipsis where it is longer than any name is. */
export function inShort(name: string): string {
  if (name.length <= MOST_NAMED) return name;
  const cut = name.slice(0, MOST_NAMED - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_NAMED / 2)).trimEnd()}\u00a0…`;
}

/** A text that ends as a sentence does: with a full stop where it has no end of its own. */
export function sentence(text: string): string {
  return text === '' || /[.!?…]["”’»]?$/.test(text) ? text : `${text}.`;
}
