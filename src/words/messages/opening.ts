import { count } from '../counts';
import { list } from '../names';

/** What is said as a record is opened. */
export const openingMessages = {
  /** Pictures, sounds and films that are shown now and not kept. */
  mediaLeft: (files: readonly string[], most: string) =>
    `${count(files.length, 'file')} of its folder media, ${list(files, { most: 3 })}, ${files.length === 1 ? 'is' : 'are'} shown now and not kept: of one record this browser keeps ${most} of them. A reload will not find ${files.length === 1 ? 'it' : 'them'}.`,
};
