import { figure } from '../counts';

/** What is said of a story that is handed on. */
export const storyMessages = {
  carried: (letters: number) =>
    `The link is copied. Your story stands in it (${figure(letters)} letters): whoever opens it reads the story, and has it nowhere else.`,
  tooLong: (letters: number, most: number) =>
    `With your story in it the link would have ${figure(letters)} letters, and many programs cut one of more than ${figure(most)}. Save the story as one file instead (Save, One file).`,
  notCopied: (url: string) => `The browser does not let a page copy. This is the link with your story in it: ${url}`,
};
