import type { Map as LeafletMap, TileLayer } from 'leaflet';
import type { Point } from '../ui/curves';
import { placeIn } from '../ui/textScale.svelte';

type Leaflet = typeof import('leaflet');
/** Where the sheet opens: corners in degrees, and whether all of them must be in the frame because somebody asked for just these. */
export interface HomeBounds {
  corners: [[number, number], [number, number]];
  exact: boolean;
}

/** How the frame stands over the world. */
export interface Standing {
  /** Px of the whole world at this zoom. */
  world: number;
  /** Px of the world at the frame's top left corner. */
  corner: Point;
  width: number;
  height: number;
}

export interface SheetControls {
  zoomBy(steps: number): void;
  /** Back to the bounds that the sheet opened with. */
  reset(): void;
  /** Other bounds to open with and go back to. */
  home(bounds: HomeBounds): void;
  /** Moves the frame over the map by px. */
  nudge(x: number, y: number): void;
  /** Pans so that a spot lies in the frame. */
  show(lat: number, lon: number): void;
  tiles(template: string | null): void;
  destroy(): void;
}

/** Px of panning that one arrow key moves. */
const PAN = 60;

/** Px of height below which the opening view goes nearer. */
const LOW_FRAME = 240;

/**
 * Leaflet on a frame: it owns pan, zoom, pinch and tiles; the drawing over it is ours. Zoom has no steps, so that the bounds fill the
 * frame. The wheel and a single finger scroll the page until the reader has pressed in the frame (or holds Ctrl).
 */
export function openSheet(
  L: Leaflet,
  frame: HTMLElement,
  bounds: HomeBounds,
  on: { move: (standing: Standing) => void; rest: (standing: Standing) => void },
): SheetControls {
  let home = bounds;
  let atHome = true;
  let armed = false;
  let layer: TileLayer | null = null;
  const coarse = matchMedia('(pointer: coarse)').matches;
  const map: LeafletMap = L.map(frame, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0,
    zoomDelta: 0.75,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    scrollWheelZoom: false,
    doubleClickZoom: false,
    keyboard: false,
    // The frame is watched below; Leaflet's own look at the window would still come after the map is taken away.
    trackResize: false,
    boxZoom: false,
    dragging: !coarse,
    minZoom: 1,
    maxZoom: 10,
  });

  const standing = (): Standing => {
    const corner = map.getPixelBounds().min ?? L.point(0, 0);
    const size = map.getSize();
    return { world: 256 * 2 ** map.getZoom(), corner: { x: corner.x, y: corner.y }, width: size.x, height: size.y };
  };
  const fit = () => {
    const area = L.latLngBounds(home.corners);
    // One world at most: farther out the same state would stand on the sheet twice.
    map.setMinZoom(Math.max(1, Math.log2(map.getSize().x / 256)));
    const whole = map.getBoundsZoom(area);
    const full = map.getBoundsZoom(area, true);
    // A frame of another shape than the bounds would show them small in a wide surround: where nobody asked for just these bounds, it
    // goes part of the way to filling itself; farther where it is low, and whole countries would be specks.
    const part = map.getSize().y < LOW_FRAME ? 0.7 : 0.42;
    const zoom = !home.exact && full - whole > 0.4 ? whole + (full - whole) * part : whole;
    const middle = map.project(area.getSouthWest(), zoom).add(map.project(area.getNorthEast(), zoom)).divideBy(2);
    map.setView(map.unproject(middle, zoom), zoom, { animate: false });
    atHome = true;
  };
  const leaveHome = () => {
    atHome = false;
  };
  fit();
  map.on('move', () => on.move(standing()));
  map.on('moveend', () => on.rest(standing()));
  map.on('dragstart', () => {
    leaveHome();
    armed = true;
  });

  const zoomAt = (x: number, y: number, delta: number) => {
    leaveHome();
    map.setZoomAround(L.point(x, y), map.getZoom() + delta, { animate: false });
  };
  const wheel = (event: WheelEvent) => {
    if (!armed && !event.ctrlKey) return;
    event.preventDefault();
    const px = event.deltaMode === 1 ? event.deltaY * 20 : event.deltaY;
    const { x, y } = placeIn(frame, event);
    zoomAt(x, y, Math.max(-0.6, Math.min(0.6, -px / 200)));
  };
  const arm = () => {
    armed = true;
    map.dragging.enable();
  };
  const disarm = () => {
    armed = false;
  };
  /** A touch elsewhere gives the single finger back to the page. */
  const elsewhere = (event: PointerEvent) => {
    if (coarse && event.target instanceof Node && !frame.contains(event.target)) map.dragging.disable();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.target !== frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? PAN * 3 : PAN;
    const pans: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const pan = pans[event.key];
    if (pan) {
      leaveHome();
      map.panBy(pan, { animate: false });
    } else if (event.key === '+' || event.key === '=') zoomAt(frame.clientWidth / 2, frame.clientHeight / 2, 0.75);
    else if (event.key === '-') zoomAt(frame.clientWidth / 2, frame.clientHeight / 2, -0.75);
    else if (event.key === 'Home' || event.key === '0') fit();
    else return;
    event.preventDefault();
  };
  frame.addEventListener('wheel', wheel, { passive: false });
  frame.addEventListener('click', arm);
  frame.addEventListener('pointerleave', disarm);
  frame.addEventListener('keydown', keys);
  document.addEventListener('pointerdown', elsewhere);

  const watcher = new ResizeObserver(() => {
    map.invalidateSize({ animate: false, pan: true });
    if (atHome) fit();
    on.rest(standing());
  });
  watcher.observe(frame);
  on.rest(standing());

  return {
    zoomBy: (steps) => zoomAt(frame.clientWidth / 2, frame.clientHeight / 2, steps),
    reset: fit,
    home(next) {
      home = next;
      fit();
    },
    nudge(x, y) {
      leaveHome();
      map.panBy([x, y], { animate: false });
    },
    show(lat, lon) {
      map.panInside([lat, lon], { padding: [40, 40], animate: false });
    },
    tiles(template) {
      layer?.remove();
      layer = template === null ? null : L.tileLayer(template, { noWrap: true, maxZoom: 10 }).addTo(map);
    },
    destroy() {
      watcher.disconnect();
      frame.removeEventListener('wheel', wheel);
      frame.removeEventListener('click', arm);
      frame.removeEventListener('pointerleave', disarm);
      frame.removeEventListener('keydown', keys);
      document.removeEventListener('pointerdown', elsewhere);
      map.remove();
    },
  };
}
