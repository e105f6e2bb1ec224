/**
 * Gives the keyboard's focus to what `find` finds, as soon as it can take it: a virtual list draws a far row hidden until it has
 * measured it, which takes a frame or two.
 */
export function focusWhenShown(find: () => HTMLElement | null | undefined, frames = 20): void {
  const element = find();
  element?.focus({ preventScroll: true });
  if (element && document.activeElement === element) return;
  if (frames > 0) requestAnimationFrame(() => focusWhenShown(find, frames - 1));
}

/** Frames after which nobody takes the focus back: a dialog that closes hands it to where it came from. */
const SETTLED = 3;

/** Gives the keyboard's focus to what the reader has asked for, also while a dialog that led there is still closing. */
export function takeFocus(element: HTMLElement, still = 0, frames = 60): void {
  if (!element.isConnected || frames === 0) return;
  const here = document.activeElement === element;
  if (!here) element.focus();
  if (still < SETTLED) requestAnimationFrame(() => takeFocus(element, here ? still + 1 : 0, frames - 1));
}
