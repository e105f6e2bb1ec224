const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** The English name of a language by its ISO 639 or BCP 47 code: `Russian`; the code itself where it names none. */
export function languageName(code: string): string {
  if (code === '') return '';
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
