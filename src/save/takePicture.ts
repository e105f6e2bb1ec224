import { mount, unmount } from 'svelte';
import { PageDrawing } from '../formats/picture/drawPage';
import { svgNode, writeSvg } from '../formats/picture/svgTree';
import { typeStyle } from '../formats/picture/typeFaces';
import { Focus } from '../focus/focus.svelte';
import type { ViewState } from '../focus/view';
import PictureSheet from './PictureSheet.svelte';
import type { Drawing, Laid } from './pictureView';
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
  'label:has(input, select), .switch, .turn, .about, .plain, .opener, .zoom, .unseen, .sort svg, select, input, textarea, button[aria-expanded]:not(.term), [role="toolbar"]';

/** Rest that the page must have before it counts as drawn, and the longest that is waited for. */
const REST = 450;
const LONGEST = 9000;

/** How much smaller than on the page a long list may become before its last lines are left out. */
const LEAST_SCALE = 0.8;

/** Px of height below which a view would overprint itself. */
const LEAST_ROOM = 380;

/** Px that belong to a page below its last line of words: what is ruled off has its rule there. */
const FOOT = 8;

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

/** Takes away the last line of the list that reaches down farthest; false where each is as short as it may be. */
function shorten(lists: readonly { left: HTMLElement[]; least: number }[]): boolean {
  const able = lists.filter(({ left, least }) => left.length > least);
  const foot = ({ left }: { left: HTMLElement[] }) => left.at(-1)?.getBoundingClientRect().bottom ?? 0;
  const [lowest] = able.sort((a, b) => foot(b) - foot(a));
  const last = lowest?.left.pop();
  if (last === undefined) return false;
  last.style.display = 'none';
  return true;
}

/** A focus of its own for a picture: the same record under a state, drawings instead of tables, with the answer to its search. */
export async function focusFor(focus: Focus, state: ViewState): Promise<Focus> {
  const extra = Object.fromEntries(Object.entries(state.extra).filter(([name]) => !name.startsWith('table-')));
  const own = new Focus(focus.record, { ...state, extra, item: '' });
  await own.searched;
  await own.settled();
  return own;
}

/**
 * Draws a view on a sheet of its own, outside what the reader sees, and writes it as SVG.
 *
 * @param focus a focus of its own: what the view does to it touches nobody else
 */
export async function takePicture(
  drawing: Drawing,
  focus: Focus,
  { title, told = '', link, size }: { title: string; told?: string; link: string; size: PictureSize },
): Promise<Picture> {
  const [width, height] = [size.width / size.zoom, size.height / size.zoom];
  const { record, state } = focus;
  const stage = document.createElement('div');
  stage.inert = true;
  stage.ariaHidden = 'true';
  Object.assign(stage.style, { position: 'fixed', left: '-30000px', top: '0', width: `${width}px`, height: `${height}px` });
  // A picture is the same whatever size of type its reader has.
  stage.className = 'drawn';
  stage.style.setProperty('--text-scale', '1');
  document.body.append(stage);
  const sheet = mount(PictureSheet, {
    target: stage,
    props: {
      title,
      told,
      link,
      words: pictureWords(record, state, focus.slice, drawing.words),
      key: drawing.key !== null && record.stances.n > 0,
      ties: drawing.key !== null && record.stances.n === 0,
      issues: record.actors.some(({ kind }) => kind === 'issue'),
      crossings: drawing.key?.crossings === true && record.places.some((place) => place.kind === 'crossing'),
      pivots: drawing.key?.pivots === true && focus.marked.length > 0,
      width,
      height,
    },
  });
  let hide: () => void = () => undefined;
  try {
    const root = stage.firstElementChild;
    const slot = stage.querySelector<HTMLElement>('.picture-slot');
    if (root === null || slot === null) throw new Error('the sheet of a picture has no slot');
    const room = slot.getBoundingClientRect();
    // On a sheet that leaves little height a view is laid out as on a larger one of the same shape, and made smaller as a whole.
    const small: Laid | null = room.height < LEAST_ROOM ? { width: Math.round((room.width * LEAST_ROOM) / room.height) } : null;
    const laid = drawing.laid ?? small;
    let holder: HTMLElement = slot;
    if (laid !== null) {
      // Laid out at its own width and fitted afterwards.
      holder = document.createElement('div');
      const high = Math.round((laid.width * room.height) / room.width);
      Object.assign(holder.style, { position: 'absolute', left: '0', top: '0', width: `${laid.width}px`, height: `${high}px` });
      slot.append(holder);
    }
    hide = await drawing.show(holder, focus);
    await document.fonts.ready;
    await drawn(stage);
    const find = (selector: string | undefined) =>
      selector === undefined ? [] : [...holder.querySelectorAll<HTMLElement>(selector)];
    for (const left of find(laid?.hide)) left.style.display = 'none';
    if (laid !== null) {
      const shown = find(laid.part)[0] ?? holder;
      const [filling] = find(laid.fill);
      const { width: wide, height: high } = shown.getBoundingClientRect();
      if (filling !== undefined) {
        const spare = (wide * room.height) / room.width - high;
        filling.style.height = `${Math.max(300, filling.getBoundingClientRect().height + spare)}px`;
      } else {
        // What fills the height that it is given gets as much as its own width allows.
        holder.style.height = `${Math.round((extent(shown).width * room.height) / room.width)}px`;
      }
      await drawn(stage);
      unroll(holder);
    }
    const part = find(laid?.part)[0] ?? holder.firstElementChild ?? holder;
    const reach = () => {
      const { width: w, height: h } = extent(part);
      return Math.min(room.width / w, room.height / (h + FOOT));
    };
    const lists = (laid?.lists ?? []).map(({ at, called, least }) => ({ all: find(at), left: find(at), called, least }));
    while (reach() < LEAST_SCALE && shorten(lists)) continue;
    const short = lists.filter(({ all, left }) => left.length < all.length);
    const when = root.querySelector('.when');
    if (short.length > 0 && when !== null) {
      const words = short.map(
        ({ all, left, called }) => `${left.length === 0 ? 'none' : `the first ${left.length}`} of ${all.length} ${called}`,
      );
      when.textContent += `; ${words.join(', ')}: a taller picture holds more`;
    }
    const inside = extent(laid === null ? slot : part);
    // A view laid out on the sheet itself fills it, or is made smaller where it hangs out of it.
    const taken =
      laid === null
        ? new DOMRect(room.left, room.top, Math.max(room.width, inside.width), Math.max(room.height, inside.height))
        : new DOMRect(inside.left, inside.top, inside.width, inside.height + FOOT);
    const fitted = Math.min(room.width / taken.width, room.height / taken.height, laid === null ? 1 : 1.8);
    const scale = fitted > 0.995 && fitted < 1.005 ? 1 : fitted;
    const page: PageDrawing = new PageDrawing(
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
            const nodes = parts.flatMap((child) => page.draw(child));
            if (scale === 1 && x === px && y === py) return nodes;
            return [svgNode('g', { transform: `translate(${x} ${y}) scale(${scale}) translate(${-px} ${-py})` }, nodes)];
          },
        ],
      ]),
    );
    const nodes = page.draw(root);
    const style = await typeStyle(page.use.used.values());
    const svg = svgNode(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size.width,
        height: size.height,
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
      },
      [svgNode('title', {}, [title]), svgNode('style', {}, [style]), svgNode('defs', {}, page.defs), ...nodes],
    );
    return {
      svg: `<?xml version="1.0" encoding="UTF-8"?>\n${writeSvg(svg)}`,
      width: size.width,
      height: size.height,
      dots: page.dots,
    };
  } finally {
    hide();
    await unmount(sheet);
    stage.remove();
  }
}
