/** A dataset that the page carries in itself, where it is a file to take along. */
export interface Embedded {
  name: string;
  title: string;
  /** The view that opens first, as a state string; empty for the dataset's own. */
  view: string;
  /** Address of the site that the file was made from, or empty. */
  origin: string;
  files: Map<string, Uint8Array>;
  /** Its pictures, sounds and films, by name within `media/`. */
  media: Map<string, Uint8Array>;
}

let known: Embedded | null | undefined;

/** The dataset in the page, or null where the page fetches its datasets from its site. */
export function embedded(): Embedded | null {
  known ??= read();
  return known;
}

function read(): Embedded | null {
  const text = typeof document === 'undefined' ? '' : (document.getElementById('stanceline-data')?.textContent ?? '');
  if (text === '') return null;
  const { files, media, ...about } = JSON.parse(text) as Omit<Embedded, 'files' | 'media'> & {
    files: Record<string, string>;
    media?: Record<string, string>;
  };
  const encoder = new TextEncoder();
  return {
    ...about,
    files: new Map(Object.entries(files).map(([name, content]) => [name, encoder.encode(content)])),
    media: new Map(
      Object.entries(media ?? {}).map(([name, text]) => [name, Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]),
    ),
  };
}
