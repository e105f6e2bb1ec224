/** The dataset that a page carries in itself, and the template into which it is written. */
export interface Carried {
  /** Slug and title of the dataset. */
  name: string;
  title: string;
  /** The view that the file opens with, as a state string, or empty for the dataset's own. */
  view: string;
  /** Address of the site that the file was made from; empty where it was made from a file. */
  origin: string;
  /** The files of the dataset by name, as text. */
  files: Record<string, string>;
  /** Its pictures, sounds and films by name within `media/`, in base64; absent where it has none. */
  media?: Record<string, string>;
}

/** Where the dataset stands in the file; the same words are in vite.single.config.ts. */
const PLACE = '<script type="application/json" id="stanceline-data"></script>';

/** Size in octets that a dataset adds to the template. */
export function carriedSize(carried: Carried): number {
  return new TextEncoder().encode(dataText(carried)).length;
}

/** JSON that cannot end its element: no `<` stands in it. Parses to the same. */
function dataText(carried: Carried): string {
  return JSON.stringify(carried).replaceAll('<', '\\u003c');
}

/**
 * The template with a dataset in it: one HTML file that needs no server. Throws where the text is no such template (a development
 * server, or a host that answers a missing file with its page).
 */
export function writeSingleFile(template: string, carried: Carried): string {
  const at = template.indexOf(PLACE);
  if (at < 0) throw new Error('This site was put up without its one-file template (single.html), so no file can be made here.');
  const data = PLACE.replace('></', () => `>${dataText(carried)}</`);
  const title = carried.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const page = template.slice(0, at) + data + template.slice(at + PLACE.length);
  return page.replace(/<title>[^<]*<\/title>/, () => `<title>${title} · Stanceline</title>`);
}
