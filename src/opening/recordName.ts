/** The name under which dropped files stand in a link: that of their folder, of the one file, else "dropped". */
export function nameOfFiles(files: Iterable<string>): string {
  const [first = '', ...more] = files;
  const [folder = '', ...inside] = first.split('/');
  if (inside.length > 0) return folder;
  return more.length === 0 ? first.replace(/\.\w+$/, '') : 'dropped';
}

/**
 * A readable slug for a link.
 *
 * @param taken names that come with the page: a reader's own record never stands in their place
 */
export function slugOf(text: string, taken: readonly string[]): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['dropped'];
  const slug = words.join('-');
  return taken.includes(slug) ? `my-${slug}` : slug;
}
