/** What is said of a picture, sound or film. */
export const mediaMessages = {
  missing: (path: string) => `${path} is not here: this browser has not got the file.`,
  /** What it shows or says, for whoever cannot see or hear it. */
  told: (kind: 'picture' | 'sound' | 'film', alt: string) =>
    `${{ picture: 'The picture', sound: 'The sound', film: 'The film' }[kind]}: ${alt === '' ? 'not described' : alt}`,
  credit: (credit: string, licence: string) => {
    if (credit === '' && licence === '') return 'Neither maker nor licence is named.';
    return [credit, licence === '' ? 'no licence named' : licence].filter((part) => part !== '').join(', ');
  },
  /** Files that a zip or one file leaves out. */
  left: (files: readonly string[], most: string) =>
    `Without ${files.join(', ')}: not at hand here${most === '' ? '' : `, or more than ${most} together`}.`,
};
