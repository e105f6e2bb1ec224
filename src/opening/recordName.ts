import { slugOf } from '../words/slug';

/** The name under which dropped files stand in a link: that of their folder, of the one file, else "dropped". */
export function nameOfFiles(files: Iterable<string>): string {
  const [first = '', ...more] = files;
  const [folder = '', ...inside] = first.split('/');
  if (inside.length > 0) return folder;
  return more.length === 0 ? first.replace(/\.\w+$/, '') : 'dropped';
}

/**
 * A readable name for a link: a slug, or where no letter of it can be written as Latin its own letters.
 *
 * @param taken names that come with the page: a reader's own record never stands in their place
 */
export function linkName(text: string, taken: readonly string[]): string {
  const slug =
    slugOf(text) ||
    (text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ??
      'dropped');
  return taken.includes(slug) ? `my-${slug}` : slug;
}
