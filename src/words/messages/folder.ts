import { count, noun } from '../counts';
import { list } from '../names';

const named = (folder: string) => `the folder “${folder}”`;
const some = (files: readonly string[]) => list([...files], { most: 4 });

/** What the page says of a folder of the reader's that stays open. */
export const folderMessages = {
  asks: (folder: string): string => `This is ${named(folder)} as it was read last. The browser asks before it is read again.`,
  unchanged: (folder: string): string => `Nothing in ${named(folder)} has changed since it was read.`,
  /** @param clashes places that were changed in the folder and in the page */
  changed(folder: string, files: readonly string[], edits: number, clashes: number): string {
    const was = `${some(files)} ${noun(files.length, { one: 'was', other: 'were' })} changed in ${named(folder)} and read again.`;
    if (clashes > 0)
      return `${was} ${count(clashes, { one: 'place was', other: 'places were' })} changed here as well: “My changes” on the desk asks which stands.`;
    return edits === 0 ? was : `${was} Your edits stand over them.`;
  },
  lost: (folder: string): string => `${named(folder).replace('the', 'The')} is not where it was: choose it again on the desk.`,
  refused: (folder: string, act: 'read' | 'write into'): string =>
    `The browser was not allowed to ${act} ${named(folder)}: nothing was ${act === 'read' ? 'read' : 'written'}.`,
  failed: (folder: string, reason: string): string => `Nothing was written into ${named(folder)}: ${reason}`,
  clash: (folder: string, clashes: number): string =>
    `Nothing was written: ${count(clashes, { one: 'place was', other: 'places were' })} changed here and in ${named(folder)} since. Choose above which stands.`,
  nothing: (folder: string): string => `Nothing differs from ${named(folder)}.`,
  saved: (folder: string, files: readonly string[]): string =>
    `${list([...files])} ${noun(files.length, { one: 'is', other: 'are' })} saved into ${named(folder)}; every other line and file is as it was.`,
};
