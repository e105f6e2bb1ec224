import { mount, unmount } from 'svelte';
import { PageDrawing } from '../formats/picture/drawPage';
import { svgNode, writeSvg } from '../formats/picture/svgTree';
import { typeStyle } from '../formats/picture/typeFaces';
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
  'label:has(input, select), .switch, .turn, .about, .plain, .opener, .zoom, .unseen, select, input, textarea, button[aria-expanded], [role="toolbar"]';

/** Rest that the page must have before it counts as drawn, and the longest that is waited for. */
const REST = 450;
const LONGEST = 9000;

/** How much smaller than on the page a long table may become before its last rows are left out, and how many always stay. */
const LEAST_SCALE = 0.8;
const FEWEST_ROWS = 6;

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

/** Shows all of what else scrolls, and lets what is around it grow: a picture has no scroll bars. */
function unroll(holder: HTMLElement): void {
  for (const part of holder.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, overflowY } = getComputedStyle(part);
    if (![overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll')) continue;
    const grows = part.scrollHeight > part.clientHeight + 1;
    part.style.overflow = 'visible';
    for (let outer: HTMLElement | null = part; grows && outer !== null; outer = outer === holder ? null : outer.parentElement) {
      Object.assign(outer.style, { height: 'auto', maxHeight: 'none', minHeight: 'auto', flex: 'none' });
    }
  }
}

/** The room that the words and drawings in an element take; the element's own where it has none. */
function extent(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  let [right, bottom] = [box.left, box.top];
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    if (node.matches(CONTROLS) || !node.checkVisibility()) return NodeFilter.FILTER_REJECT;
    return NodeFilter.FILTER_ACCEPT;
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    let place: DOMRect | null = null;
    if (node instanceof Text && node.data.trim() !== '') {
      range.selectNodeContents(node);
      place = range.getBoundingClientRect();
    } else if (node instanceof SVGSVGElement || node instanceof HTMLTableCellElement) place = node.getBoundingClientRect();
    if (place === null || place.width === 0) continue;
    right = Math.max(right, place.right);
    bottom = Math.max(bottom, place.bottom);
  }
  return right > box.left && bottom > box.top ? new DOMRect(box.left, box.top, right - box.left, bottom - box.top) : box;
}

/**
 * Draws a view on a sheet of its own, outside what the reader sees, and writes it as SVG.
 *
 * @param focus a focus of its own: what the view does to it touches nobody else
 */
export async function takePicture(
  view: PictureView,
  focus: Focus,
  { title, told = '', link, size }: { title: string; told?: string; link: string; size: PictureSize },
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
      told,
      link,
      words: pictureWords(record, state, focus.slice, view.name === 'hypotheses'),
      key: view.key && record.stances.n > 0,
      ties: view.key && record.stances.n === 0,
      crossings: view.name === 'map' && record.places.some((place) => place.kind === 'crossing'),
      pivots: (view.name === 'network' || view.name === 'pair') && focus.marked.length > 0,
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
      const high = Math.round((view.width * room.height) / room.width);
      Object.assign(holder.style, { position: 'absolute', left: '0', top: '0', width: `${view.width}px`, height: `${high}px` });
      slot.append(holder);
    }
    hide = await view.show(holder, focus);
    await document.fonts.ready;
    await drawn(stage);
    for (const left of view.hide === '' ? [] : holder.querySelectorAll<HTMLElement>(view.hide)) left.style.display = 'none';
    if (view.width > 0) {
      const shown = (view.part === '' ? null : holder.querySelector<HTMLElement>(view.part)) ?? holder;
      const filling = view.fill === '' ? null : holder.querySelector<HTMLElement>(view.fill);
      const { width: wide, height: high } = shown.getBoundingClientRect();
      if (filling !== null) {
        const spare = (wide * room.height) / room.width - high;
        filling.style.height = `${Math.max(300, filling.getBoundingClientRect().height + spare)}px`;
      } else {
        // What fills the height that it is given gets as much as its own width allows.
        holder.style.height = `${Math.round((extent(shown).width * room.height) / room.width)}px`;
      }
      await drawn(stage);
      unroll(holder);
    }
    const part = (view.part === '' ? null : holder.querySelector(view.part)) ?? holder.firstElementChild ?? holder;
    const rows = view.rows === '' ? [] : [...holder.querySelectorAll<HTMLElement>(view.rows)];
    let kept = rows.length;
    const reach = () => {
      const { width: w, height: h } = extent(part);
      return Math.min(room.width / w, room.height / h);
    };
    while (kept > FEWEST_ROWS && reach() < LEAST_SCALE) rows[--kept]!.style.display = 'none';
    const when = root.querySelector('.when');
    if (kept < rows.length && when !== null)
      when.textContent += `; the first ${kept} of ${rows.length} rows, a taller picture holds more`;
    const inside = extent(view.width === 0 ? slot : part);
    // A view laid out on the sheet itself fills it, or is made smaller where it hangs out of it.
    const taken =
      view.width === 0
        ? new DOMRect(room.left, room.top, Math.max(room.width, inside.width), Math.max(room.height, inside.height))
        : inside;
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
