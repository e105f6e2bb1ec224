/**
 * Puts text on the clipboard.
 *
 * @returns whether it is there: false where the browser refuses, or has no clipboard for this page (opened from a disk, or in a frame)
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
