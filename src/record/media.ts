import { sizeWords } from '../words/numbers';
import type { Fault, SceneMedia, StanceRecord, TextTable } from './record';
import { fileFault } from './checking/rules';
import { cellOf, type Tables } from './tables';

/**
 * Pictures, sounds and films of a record: files in its folder `media/`, which scenes name (columns `media`, `media_alt`, `media_credit`,
 * `media_licence`, `media_captions`). Nothing of them is ever fetched from elsewhere.
 */

/** Where they lie in a record's folder. */
export const MEDIA_FOLDER = 'media/';

/** Columns of a scene that tell of its medium. */
export const MEDIA_COLUMNS = ['media', 'media_alt', 'media_credit', 'media_licence', 'media_captions'] as const;

export type MediaColumn = (typeof MEDIA_COLUMNS)[number];

export type MediaKind = 'picture' | 'sound' | 'film';

const KINDS: Readonly<Record<string, readonly [MediaKind, string]>> = {
  png: ['picture', 'image/png'],
  jpg: ['picture', 'image/jpeg'],
  jpeg: ['picture', 'image/jpeg'],
  webp: ['picture', 'image/webp'],
  avif: ['picture', 'image/avif'],
  gif: ['picture', 'image/gif'],
  svg: ['picture', 'image/svg+xml'],
  mp3: ['sound', 'audio/mpeg'],
  m4a: ['sound', 'audio/mp4'],
  ogg: ['sound', 'audio/ogg'],
  opus: ['sound', 'audio/ogg'],
  wav: ['sound', 'audio/wav'],
  flac: ['sound', 'audio/flac'],
  mp4: ['film', 'video/mp4'],
  webm: ['film', 'video/webm'],
};

/** Bytes in a megabyte. */
const MB = 1024 * 1024;
/** A file of more bytes is too large for a page. */
export const MOST_FILE = 32 * MB;
/** Bytes of all files of a record that a browser keeps, and of those that one file carries. */
export const MOST_KEPT = 64 * MB;
export const MOST_CARRIED = 24 * MB;

const ending = (file: string): string => /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';

/** What a file is by its name: its kind, null where a page shows no such file. */
export const kindOf = (file: string): MediaKind | null => KINDS[ending(file)]?.[0] ?? null;

/** The type under which its bytes are shown. */
export function typeOf(file: string): string {
  return ending(file) === 'vtt' ? 'text/vtt' : (KINDS[ending(file)]?.[1] ?? 'application/octet-stream');
}

/** Whether a name stays within the folder: no address, no way up, no root. */
export const isInside = (file: string): boolean =>
  file !== '' &&
  !/^[a-z][a-z0-9+.-]*:|^[/\\]|\\|[?#\0]/i.test(file) &&
  !file.split('/').some((part) => part === '' || part === '.' || part === '..');

/** Whether a path of a record's folder is one of its media, or the captions of one. */
export const isMediaPath = (path: string): boolean =>
  path.startsWith(MEDIA_FOLDER) && isInside(path) && (kindOf(path) !== null || /\.vtt$/i.test(path));

/** The picture, sound or film of a scene by its cells; null where it names none that a page can show. */
export function sceneMedia(cells: (column: MediaColumn) => string): SceneMedia | null {
  const file = cells('media');
  if (!isInside(file) || kindOf(file) === null) return null;
  const captions = cells('media_captions');
  return {
    file,
    alt: cells('media_alt'),
    credit: cells('media_credit'),
    licence: cells('media_licence'),
    captions: isInside(captions) && /\.vtt$/i.test(captions) ? captions : '',
  };
}

/** The cells of a medium. */
export function mediaCells({ file, alt, credit, licence, captions }: SceneMedia): Record<MediaColumn, string> {
  return { media: file, media_alt: alt, media_credit: credit, media_licence: licence, media_captions: captions };
}

/** What is wrong with what a scene says of its medium: column, what it is, what would be right. */
export function mediaFaults(cells: (column: MediaColumn) => string): { column: string; message: string; suggestion: string }[] {
  const file = cells('media');
  const faults: { column: string; message: string; suggestion: string }[] = [];
  const add = (column: string, message: string, suggestion: string) => faults.push({ column, message, suggestion });
  const example = `Name a file of the folder ${MEDIA_FOLDER}, as \`border.jpg\`.`;
  if (file === '') {
    const stray = MEDIA_COLUMNS.find((column) => cells(column) !== '');
    if (stray !== undefined) add(stray, 'It tells of a picture, sound or film, and the scene names none.', example);
    return faults;
  }
  if (/^([a-z][a-z0-9+.-]*:)?\/\//i.test(file))
    add(
      'media',
      `\`${file}\` lies at an address: nothing is fetched from there.`,
      `Put the file into ${MEDIA_FOLDER} and name it.`,
    );
  else if (!isInside(file)) add('media', `\`${file}\` leads out of the folder ${MEDIA_FOLDER}.`, example);
  else if (kindOf(file) === null)
    add('media', `\`${file}\` is no picture, sound or film that a page shows.`, `It is one of ${Object.keys(KINDS).join(', ')}.`);
  if (cells('media_alt') === '')
    add('media_alt', `What \`${file}\` shows or says is not told.`, 'Write it for whoever cannot see or hear it.');
  if (cells('media_licence') === '')
    add('media_licence', `\`${file}\` has no licence.`, 'Name it, as `CC BY 4.0`, or `own work`.');
  const captions = cells('media_captions');
  if (captions !== '' && (!isInside(captions) || !/\.vtt$/i.test(captions)))
    add('media_captions', `\`${captions}\` is no file of captions in ${MEDIA_FOLDER}.`, 'Captions are WebVTT, as `speech.vtt`.');
  return faults;
}

/**
 * What is wrong with the files that scenes name, where it is known which files the record has: one that is not there, one that is too large.
 *
 * @param sizes bytes by path in the record's folder
 */
export function fileFaults({ scenes }: Tables, sizes: ReadonlyMap<string, number>): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [row, column, file] of scenes === undefined ? [] : namedIn(scenes)) {
    const path = `${MEDIA_FOLDER}${file}`;
    if (seen.has(path) || !isInside(file)) continue;
    seen.add(path);
    const size = sizes.get(path);
    const place = { row: row + 1, column, value: file };
    const fault = (message: string, suggestion: string) =>
      faults.push({ ...fileFault('scenes.csv', 'bad-media', message, suggestion, scenes?.lines[row]), ...place });
    if (size === undefined)
      fault(`There is no ${path}.`, 'Put the file there, or mend its name: letters large and small differ.');
    else if (size > MOST_FILE)
      fault(`${path} has ${sizeWords(size)}, too much for a page.`, `Make it smaller than ${sizeWords(MOST_FILE)}.`);
  }
  return faults;
}

function* namedIn(scenes: TextTable): Generator<[row: number, column: string, file: string]> {
  for (let row = 0; row < scenes.rows.length; row++)
    for (const column of ['media', 'media_captions']) {
      const file = cellOf(scenes, row, column);
      if (file !== '') yield [row, column, file];
    }
}

/** Every file that the scenes of a record name, by its name within the folder, once each. */
export function mediaOf({ stories }: Pick<StanceRecord, 'stories'>): string[] {
  const media = stories.flatMap(({ scenes }) => scenes.flatMap(({ media }) => (media === undefined ? [] : [media])));
  return [...new Set(media.flatMap(({ file, captions }) => (captions === '' ? [file] : [file, captions])))];
}
