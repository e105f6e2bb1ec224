/** Browsers drop what a page hands out faster than this: Chromium the eleventh download within a second, without a word. */
const BURST = 8;
const SPAN = 1_200;

/**
 * When the next file may be handed out, in ms on the clock of `now`: at once, or as soon as fewer than eight went within the last 1.2 s.
 *
 * @param handed when the files before it were, or are to be, in order
 */
export function nextHandout(handed: readonly number[], now: number): number {
  const last = handed.at(-1) ?? now;
  const earliest = Math.max(now, last);
  const oldest = handed.at(-BURST);
  return oldest === undefined ? earliest : Math.max(earliest, oldest + SPAN);
}

let handed: number[] = [];

/** Hands a file to the reader as a download; many at once go one after another, and none is lost. */
export function saveFile(
  name: string,
  content: Blob | string | Uint8Array<ArrayBuffer>,
  type = 'application/octet-stream',
): void {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const now = performance.now();
  const at = nextHandout(handed, now);
  handed = [...handed.slice(1 - BURST), at];
  if (at > now) setTimeout(() => handOut(name, blob), at - now);
  else handOut(name, blob);
}

function handOut(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 20_000);
}
