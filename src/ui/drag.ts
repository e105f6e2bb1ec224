import { placeIn } from './textScale.svelte';

/**
 * Follows a pointer from press to release and reports its place, in px of a drawing from the left of `element`, at most once a frame, and where it was
 * let go. `end` is also told of a drag that was broken off; `moved` is false for a press that stayed within 3 px: a click.
 */
export function drag(
  event: PointerEvent,
  element: Element,
  { move, end }: { move: (x: number, event: PointerEvent) => void; end?: (x: number, moved: boolean) => void },
): void {
  const place = (at: PointerEvent) => placeIn(element, at).x;
  const target = event.currentTarget as HTMLElement;
  const startX = event.clientX;
  let frame = 0;
  let last = event;
  let moved = false;
  target.setPointerCapture(event.pointerId);
  const onmove = (next: PointerEvent) => {
    last = next;
    if (Math.abs(next.clientX - startX) > 3) moved = true;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      move(place(last), last);
    });
  };
  const onend = (next: PointerEvent) => {
    cancelAnimationFrame(frame);
    target.removeEventListener('pointermove', onmove);
    target.removeEventListener('pointerup', onend);
    target.removeEventListener('pointercancel', onend);
    if (next.type === 'pointerup') move(place(next), next);
    end?.(place(next), moved);
  };
  target.addEventListener('pointermove', onmove);
  target.addEventListener('pointerup', onend);
  target.addEventListener('pointercancel', onend);
}
