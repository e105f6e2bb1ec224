/** A step of the first look: the part of the page that it speaks of, and what it says. */
export interface LookStep {
  /** Selectors of the part, most wanted first: where a layout has no such part, the next. */
  about: readonly string[];
  title: string;
  text: string;
}

/** The three steps. A record of ties alone has no words to speak of. */
export function lookSteps(hasStances: boolean): readonly LookStep[] {
  return [
    hasStances
      ? {
          about: ['section[aria-label="Network"]', 'section[aria-label="Map"]'],
          title: 'A line is what one says of another',
          text: 'It runs from who speaks or acts to whom it is about: blue and arrowed is cooperative, red and barred is critical. Where the record has no row, nothing is drawn. States of the map have the same colours.',
        }
      : {
          about: ['section[aria-label="Network"]', 'section[aria-label="Map"]'],
          title: 'A line is a tie between two',
          text: 'Blue is friendly, red and barred is unfriendly, as treaties and wars have it on this day. Where the record has no tie, nothing is drawn. States of the map have the same colours.',
        },
    {
      about: ['section[aria-label="Rows"]', 'section[aria-label="Key and selected pair"]', '.atlas > .lead'],
      title: hasStances ? 'Every number opens' : 'Every line opens',
      text: hasStances
        ? 'Press a line, a state or a name: all views turn to it, and here stand the dated words behind it, who said them, and the source. “How this is computed” has the formula.'
        : 'Press a line, a state or a name: all views turn to it, and here stand the dated events behind it, and the source.',
    },
    {
      about: ['section[aria-label="Clock and timeline"]'],
      title: 'Everything is as of one day',
      text: hasStances
        ? 'Drag the hand, or press play: all views follow. Yellow marks a change that a test against chance lets pass, and nothing else.'
        : 'Drag the hand, or press play: all views follow.',
    },
  ];
}

/** A box on the window, in px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Px kept between a card, what it speaks of, and the window's edges. */
const AIR = 12;

/**
 * Where the card stands that speaks of a part: beside it where there is room, to its right first; above it, below it; else at the foot
 * of the window.
 */
export function cardPlace(part: Box, card: { width: number; height: number }, window: { width: number; height: number }) {
  const within = (value: number, size: number, all: number) => Math.max(AIR, Math.min(value, all - size - AIR));
  const top = within(part.top + AIR, card.height, window.height);
  const left = within(part.left + AIR, card.width, window.width);
  if (part.left + part.width + card.width + 2 * AIR <= window.width) return { left: part.left + part.width + AIR, top };
  if (part.left - card.width - 2 * AIR >= 0) return { left: part.left - card.width - AIR, top };
  if (part.top - card.height - 2 * AIR >= 0) return { left, top: part.top - card.height - AIR };
  if (part.top + part.height + card.height + 2 * AIR <= window.height) return { left, top: part.top + part.height + AIR };
  return { left, top: window.height - card.height - AIR };
}
