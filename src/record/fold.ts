/** Lower case without marks, so that `Łukaszenka` and `lukaszenka` are near; letters that do not decompose are mapped by hand. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Ids and most English words: nothing to fold.
  if (/^[ -~]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđħı]/g, (letter) => ({ ł: 'l', ø: 'o', đ: 'd', ħ: 'h' })[letter] ?? 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe');
}
