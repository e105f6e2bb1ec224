/**
 * How high a frame has to be so that nothing in it is cut off, told to the page around it. What takes the height that it is given (a map, a
 * network) asks for a least height a row; what flows (a story, claims) for the height of its content.
 */

/** Name of the message, under which the height stands. */
export const HEIGHT = 'stanceline:height';

/** Least height in px of a row of pictures, at which their labels can be read. */
const LEAST_ROW = 360;

/**
 * Height in px.
 *
 * @param flows whether the frame is as high as its content
 * @param content height of the whole content, px
 * @param around height of what stands above and below the pictures, px
 * @param rows rows of pictures under each other
 */
export function neededHeight({
  flows,
  content,
  around,
  rows,
}: {
  flows: boolean;
  content: number;
  around: number;
  rows: number;
}): number {
  return Math.ceil(flows ? content : around + rows * LEAST_ROW);
}

/** Tells the page around the height that its frame needs. It is no secret: whoever frames the page may know it. */
export function tellHeight(height: number): void {
  if (window.parent !== window) window.parent.postMessage({ [HEIGHT]: height }, '*');
}
