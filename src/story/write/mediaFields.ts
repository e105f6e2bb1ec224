import { mediaFaults, type MediaColumn } from '../../record/media';
import type { DraftScene } from './draft';

/** The columns that tell of a scene's picture, sound or film, as its writer sees them. */
export const MEDIA_FIELDS: readonly { column: MediaColumn; label: string }[] = [
  { column: 'media', label: 'File in the record’s folder media' },
  { column: 'media_alt', label: 'What it shows or says, for whoever cannot see or hear it' },
  { column: 'media_credit', label: 'Who made it' },
  { column: 'media_licence', label: 'Licence' },
  { column: 'media_captions', label: 'Captions of it, a WebVTT file beside it; empty for none' },
];

/** What is wrong with what a scene says of its medium, in words of the editor. */
export function mediumFaults(scene: Pick<DraftScene, MediaColumn>): string[] {
  return mediaFaults((column) => scene[column].trim()).map(({ message, suggestion }) =>
    `${message} ${suggestion}`.replaceAll('`', ''),
  );
}
