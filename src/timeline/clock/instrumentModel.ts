/** What the instrument draws in a window of some size, and how high it stands: the same in every view, so that the hand does not jump between them. */
export interface InstrumentRoom {
  /** The clock and a strip of density; without events; or all of it. */
  form: 'bar' | 'short' | 'full';
  /** Px, the rule above it not counted. */
  height: number;
  clock: number;
  /** Rows of labelled events. */
  events: number;
  lanes: number;
  strip: number;
  /** The whole record below the window. */
  overview: boolean;
}

/** Px of one lane, of one row of events, of the foot of ticks below these, of the axis, and of the whole record with its years. */
const LANE = 24;
const EVENT = 18;
const TICKS = 5;
const AXIS = 14;
export const OVERVIEW = 29;

/** Below this a window is no longer filled by one screen: the page scrolls. */
export const LEAST_HEIGHT = 540;

/**
 * The instrument's parts in a window of so many px. A low window gives up, in this order, rows of events, the fourth lane, the height of the
 * clock, the third lane and the view of the whole record; never its hand, two lanes and the strip. A high one gains lanes.
 */
export function instrumentRoom(width: number, height: number): InstrumentRoom {
  if (width < 720) return { form: 'bar', height: 116, clock: 46, events: 0, lanes: 0, strip: 0, overview: false };
  if (width < 1024) return withHeight({ form: 'short', clock: 36, events: 0, lanes: 3, strip: 32, overview: true });
  if (height < 640) return withHeight({ form: 'full', clock: 30, events: 1, lanes: 2, strip: 24, overview: false });
  if (height < 760) return withHeight({ form: 'full', clock: 32, events: 1, lanes: 3, strip: 24, overview: true });
  if (height < 840) return withHeight({ form: 'full', clock: 34, events: 2, lanes: 4, strip: 26, overview: true });
  if (height < 1100) return withHeight({ form: 'full', clock: 36, events: 3, lanes: 4, strip: 28, overview: true });
  if (height < 1600) return withHeight({ form: 'full', clock: 36, events: 4, lanes: 8, strip: 36, overview: true });
  return withHeight({ form: 'full', clock: 36, events: 6, lanes: 14, strip: 44, overview: true });
}

function withHeight(room: Omit<InstrumentRoom, 'height'>): InstrumentRoom {
  const events = room.events > 0 ? room.events * EVENT + TICKS + 1 : 0;
  const height = room.clock + events + room.lanes * LANE + 1 + room.strip + AXIS + (room.overview ? OVERVIEW : 4);
  return { ...room, height };
}
