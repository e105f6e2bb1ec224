import { mount, unmount } from 'svelte';
import { PageDrawing } from '../exchange/picture/drawPage';
import { svgNode, writeSvg } from '../exchange/picture/svgTree';
import { typeStyle } from '../exchange/picture/typeFaces';
import type { Focus } from '../focus/focus.svelte';
import PictureSheet from './PictureSheet.svelte';
import type { PictureView } from './pictureView';
import { pictureWords } from './pictureWords';

/** Size of a picture, and how much larger than on the page its type is. */
export interface PictureSize {
  width: number;
  height: number;
  zoom: number;
}

export interface Picture {
  svg: string;
  width: number;
  height: number;
  /** Whether a part of it is an image made of dots (a network of very many lines). */
  dots: boolean;
}

/** What is for acting, not for reading. */
const CONTROLS =
  '.switch, .turn, .about, .how, .plain, .opener, .zoom, .unseen, select, input, textarea, button[aria-expanded], [role="toolbar"]';

/** Rest that the page must have before it counts as drawn, and the longest that is waited for. */
const REST = 450;
const LONGEST = 9000;

/** Waits until nothing in an element is loading and nothing has changed for a while. */
function drawn(element: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const begun = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const observer = new MutationObserver(() => again());
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const busy = element.querySelector('[aria-busy="true"]') !== null;
        if (busy && performance.now() - begun < LONGEST) return again();
        observer.disconnect();
        resolve();
      }, REST);
    };
    setTimeout(() => {
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    }, LONGEST);
    observer.observe(element, { childList: true, subtree: true, attributes: true, characterData: true });
    again();
  });
}

/** Shows all of what else scrolls: a picture has no scroll bars. */
function unroll(element: HTMLElement): void {
  for (const part of element.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, overflowY } = getComputedStyle(part);
    if (![overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll')) continue;
    part.style.overflow = 'visible';
    part.style.maxHeight = 'none';
  }
}

/** The room that an element's content takes, what hangs out of it included. */
function extent(element: Element): { left: number; top: number; width: number; height: number } {
  const box = element.getBoundingClientRect();
  return {
    left: box.left,
    top: box.top,
    width: Math.max(box.width, element.scrollWidth),
    height: Math.max(box.height, element.scrollHeight),
  };
}

/**
 * Draws a view on a sheet of its own, outside what the reader sees, and writes it as SVG.
 *
 * @param focus a focus of its own: what the view does to it touches nobody else
 */
export async function takePicture(
  view: PictureView,
  focus: Focus,
  { title, link, size }: { title: string; link: string; size: PictureSize },
): Promise<Picture> {
  const [width, height] = [size.width / size.zoom, size.height / size.zoom];
  const { record, state } = focus;
  const stage = document.createElement('div');
  stage.inert = true;
  stage.ariaHidden = 'true';
  Object.assign(stage.style, { position: 'fixed', left: '-30000px', top: '0', width: `${width}px`, height: `${height}px` });
  document.body.append(stage);
  const sheet = mount(PictureSheet, {
    target: stage,
    props: {
      title,
      link,
      words: pictureWords(record, state, focus.slice),
      key: view.key && record.stances.n > 0,
      crossings: record.places.some((place) => place.kind === 'crossing'),
      pivots: focus.marked.length > 0,
      width,
      height,
    },
  });
  let hide: () => void = () => undefined;
  try {
    const root = stage.firstElementChild!;
    const slot = stage.querySelector<HTMLElement>('.picture-slot')!;
    const room = slot.getBoundingClientRect();
    let holder: HTMLElement = slot;
    if (view.width > 0) {
      // Laid out at its own width and fitted afterwards.
      holder = document.createElement('div');
      Object.assign(holder.style, { position: 'absolute', left: '0', top: '0', width: `${view.width}px` });
      slot.append(holder);
    }
    hide = await view.show(holder, focus);
    await document.fonts.ready;
    await drawn(stage);
    if (view.width > 0) unroll(holder);
    const part = (view.part === '' ? null : holder.querySelector(view.part)) ?? holder.firstElementChild ?? holder;
    const taken = extent(view.part === '' && view.width === 0 ? slot : part);
    const fitted = Math.min(room.width / taken.width, room.height / taken.height, view.width > 0 ? 1.8 : 1);
    const scale = fitted > 0.995 && fitted < 1.005 ? 1 : fitted;
    const drawing: PageDrawing = new PageDrawing(
      root,
      CONTROLS,
      new Map([
        [
          slot,
          () => {
            const corner = root.getBoundingClientRect();
            const [x, y] = [room.left - corner.left, room.top - corner.top];
            const [px, py] = [taken.left - corner.left, taken.top - corner.top];
            const parts = part === slot || holder === slot ? [...slot.children] : [part];
            const nodes = parts.flatMap((child) => drawing.draw(child));
            if (scale === 1 && x === px && y === py) return nodes;
            return [svgNode('g', { transform: `translate(${x} ${y}) scale(${scale}) translate(${-px} ${-py})` }, nodes)];
          },
        ],
      ]),
    );
    const nodes = drawing.draw(root);
    const style = await typeStyle(drawing.use.used.values());
    const svg = svgNode(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size.width,
        height: size.height,
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
      },
      [svgNode('title', {}, [title]), svgNode('style', {}, [style]), svgNode('defs', {}, drawing.defs), ...nodes],
    );
    return {
      svg: `<?xml version="1.0" encoding="UTF-8"?>\n${writeSvg(svg)}`,
      width: size.width,
      height: size.height,
      dots: drawing.dots,
    };
  } finally {
    hide();
    await unmount(sheet);
    stage.remove();
  }
}
