/** Names in a sentence, and lists of them. */

/** What is needed of an actor to name it. */
export interface Named {
  name: string;
  /** As the table has it: `state`, `person`, `outlet`. */
  kind: string;
}

const WITH_ARTICLE =
  /\b(Union|States|Kingdom|Nations|Federation|Republic|Emirates|Netherlands|Group|Opposition|Board|Bank|Council|Commission|Ministry|Department)\b/i;
const PLURAL = /(States|Nations|Emirates|Netherlands|Philippines)$/;

/** Names that English says with an article: `the United States`, `the European Union`; other names stand bare. */
export function inSentence({ name, kind }: Named): string {
  return !/^the\b/i.test(name) && WITH_ARTICLE.test(name) && kind !== 'person' && kind !== 'outlet' ? `the ${name}` : name;
}

/** The possessive of a name: `Belarus’s`, `the United States’`, `Trump’s`. Plural forms in -s that are known as such take the bare apostrophe. */
export function possessive(name: string): string {
  return PLURAL.test(name) ? `${name}’` : `${name}’s`;
}

/** The same words with a capital, to open a sentence. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A directed pair: `Belarus on Poland`. */
export function pairName(holder: string, target: string): string {
  return `${holder} on ${target}`;
}

/** Those who share something undirected, a tie or a rift: `Belarus and Poland`. */
export function tieName(a: string, b: string): string {
  return `${a} and ${b}`;
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
  if (words.length <= most) return `“${words}”`;
  const cut = words.slice(0, most - 1);
  return `“${cut.slice(0, Math.max(1, cut.lastIndexOf(' '))).replace(/[,;:.]$/, '')}\u00a0…”`;
}

/** A text that ends as a sentence does: with a full stop where it has no end of its own. */
export function sentence(text: string): string {
  return text === '' || /[.!?…]["”’»]?$/.test(text) ? text : `${text}.`;
}
