import moment from 'moment';
import { DataSet } from 'vis-data/esnext';
import { Timeline } from 'vis-timeline/esnext';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { FOOT, itemDrawn, type EventMark, type Placed } from './eventsModel';
import { FIRST_DAY, LAST_DAY } from '../../words/calendar';

/** Milliseconds of a day: the timeline counts in them, from the same 1970-01-01 (UTC) as the record counts days. */
const DAY = 86_400_000;

export interface EventsEvents {
  /** The window while a hand drags or zooms it, in days (fractions; `until` exclusive). */
  onmove: (from: number, until: number) => void;
  /** The hand has let go. */
  onmoved: (from: number, until: number) => void;
  onpick: (id: string) => void;
  onhover: (id: string | null) => void;
}

interface Item {
  id: string;
  start: number;
  end: number;
  content: string;
  title: string;
  className: string;
}

interface RangeProperties {
  start: Date;
  end: Date;
  byUser: boolean;
}

/**
 * vis-timeline with the events in it. Its items live as long as their event stays in the plot: crowding and selection change their
 * classes and labels, and only what enters or leaves the plot is added or removed.
 */
export class EventsPlot {
  readonly #items = new DataSet<Item, 'id'>([]);
  readonly #timeline: Timeline;
  readonly #container: HTMLElement;
  #window: [number, number];
  /** A drag ends with a click like any other: that click opens nothing. */
  #dragged = false;

  constructor(container: HTMLElement, from: number, until: number, { onmove, onmoved, onpick, onhover }: EventsEvents) {
    this.#container = container;
    this.#window = [from, until];
    this.#timeline = new Timeline(container, this.#items, {
      start: from * DAY,
      end: until * DAY,
      height: '100%',
      minHeight: '20px',
      autoResize: false,
      stack: false,
      // Told, not guessed: otherwise the plot hides itself until it has read the page's direction.
      rtl: false,
      // With a start and an end the first drawing waits for a timer of its own, up to a second; naming this mode, though it is off, skips it.
      rollingMode: { follow: false, offset: 0.5 },
      moment: (input?: moment.MomentInput) => moment.utc(input),
      orientation: { axis: 'none', item: 'top' },
      margin: { axis: 0, item: { horizontal: 0, vertical: 0 } },
      showCurrentTime: false,
      showMajorLabels: false,
      showMinorLabels: false,
      showTooltips: false,
      selectable: true,
      multiselect: false,
      moveable: true,
      zoomable: true,
      // The wheel scrolls the page; with Ctrl (and so with a pinch on a touch pad) it zooms.
      zoomKey: 'ctrlKey',
      // Whatever window the page accepts, down to a day: one that this plot refused would stand on another scale than the axis.
      zoomMin: DAY,
      zoomMax: (LAST_DAY + 1 - FIRST_DAY) * DAY,
      type: 'range',
      dataAttributes: ['id'],
      template: label,
    });
    this.#timeline.on('rangechange', ({ start, end, byUser }: RangeProperties) => {
      this.#window = [start.getTime() / DAY, end.getTime() / DAY];
      if (!byUser) return;
      this.#dragged = true;
      onmove(...this.#window);
    });
    this.#timeline.on('rangechanged', ({ byUser }: RangeProperties) => {
      if (byUser) onmoved(...this.#window);
    });
    this.#timeline.on('click', ({ item }: { item: string | number | null }) => {
      if (item !== null && !this.#dragged) onpick(String(item));
    });
    container.addEventListener('pointerdown', () => (this.#dragged = false), { capture: true });
    this.#timeline.on('itemover', ({ item }: { item: string | number }) => onhover(String(item)));
    this.#timeline.on('itemout', () => onhover(null));
  }

  /** Draws marks where they are placed, the others as ticks at the foot; what did not change is not touched. */
  draw(marks: readonly EventMark[], placed: readonly Placed[]): void {
    const at = new Map(placed.map((place) => [place.id, place]));
    const wanted = new Map(marks.map((mark) => [mark.id, itemOf(mark, at.get(mark.id) ?? FOOT)]));
    const gone = this.#items.getIds().filter((id) => !wanted.has(String(id)));
    const changed: Item[] = [];
    for (const [id, item] of wanted) {
      const before = this.#items.get(id);
      if (
        before === null ||
        before.content !== item.content ||
        before.className !== item.className ||
        before.start !== item.start ||
        before.end !== item.end
      )
        changed.push(item);
    }
    if (gone.length > 0) this.#items.remove(gone);
    if (changed.length > 0) this.#items.update(changed);
  }

  /** Follows the clock; does nothing where the window already stands there, so that the two never chase each other. */
  show(from: number, until: number): void {
    const [a, b] = this.#window;
    if (Math.abs(a - from) < 0.001 && Math.abs(b - until) < 0.001) return;
    this.#timeline.setWindow(from * DAY, until * DAY, { animation: false });
  }

  select(id: string): void {
    this.#timeline.setSelection(this.#items.get(id) === null ? [] : [id]);
  }

  /** Marks the item that is hovered in another view. */
  hover(id: string | null): void {
    for (const item of this.#container.querySelectorAll('.vis-item.hovered')) item.classList.remove('hovered');
    if (id !== null) this.#container.querySelector(`.vis-item[data-id="${CSS.escape(id)}"]`)?.classList.add('hovered');
  }

  /** To be called when the container has another width. */
  resize(): void {
    this.#timeline.redraw();
  }

  destroy(): void {
    this.#timeline.destroy();
    this.#container.replaceChildren();
  }
}

function itemOf(mark: EventMark, place: Omit<Placed, 'id'>): Item {
  const { id, from, until, text, title, className } = itemDrawn(mark, place);
  // Nothing without a length is drawn.
  return { id, start: from * DAY, end: until > from ? until * DAY : from * DAY + 1, content: text, title, className };
}

/** Titles come from tables: they are only ever text. */
function label(item: { content?: unknown; title?: unknown }): HTMLElement {
  const span = document.createElement('span');
  span.textContent = String(item.content ?? '');
  span.title = String(item.title ?? '');
  return span;
}
