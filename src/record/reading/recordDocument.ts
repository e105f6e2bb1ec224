/**
 * A document that stands beside a record's tables on its site (`CODEBOOK.md`, `CHANGELOG.md`).
 *
 * @param base address of the page
 * @param name slug of the record
 * @returns its text, or null where this site has none of it: a dropped record's stays with its folder
 */
export async function recordDocument(base: string, name: string, file: string): Promise<string | null> {
  const response = await fetch(new URL(`data/${encodeURIComponent(name)}/${file}`, base)).catch(() => null);
  // Servers of single-page apps answer a missing file with their page.
  if (response === null || !response.ok || response.headers.get('content-type')?.includes('text/html')) return null;
  return response.text();
}
