import { encodeView } from '../focus/url';
import type { ViewState } from '../focus/view';

/**
 * The address under which links of an export open: that of the page without its fragment. A page opened from disk gives no path of
 * the reader's machine away: there it is the site that the file came from, or nothing but the file's own name.
 *
 * @param href address of the page
 * @param origin site that a taken-along file was made from, or empty
 */
export function baseOf(href: string, origin: string): string {
  if (!href.startsWith('file:')) return href.replace(/#.*$/, '');
  return origin === '' ? 'stanceline.html' : origin;
}

export function viewLink(base: string, state: ViewState): string {
  return `${base}#${encodeView(state)}`;
}

/** Address that opens one row of evidence and nothing else. */
export function rowLink(base: string, data: string, id: string): string {
  return `${base}#/evidence?${data === '' ? '' : `data=${encodeURIComponent(data)}&`}item=${encodeURIComponent(id)}`;
}
