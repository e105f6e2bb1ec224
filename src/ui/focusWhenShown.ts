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
