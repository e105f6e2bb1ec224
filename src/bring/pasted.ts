/** Bytes of cells that were copied from a spreadsheet: lines with tabs in them, two at least; null for other text. */
export function pastedSheet(text: string): Uint8Array | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => line.includes('\t')) ? new TextEncoder().encode(text) : null;
}
