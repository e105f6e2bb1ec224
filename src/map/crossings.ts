import { fold } from '../record/fold';
import { listOf, EVENT, type StanceRecord } from '../record/record';
import { type Day, FIRST_DAY, LAST_DAY } from '../words/calendar';

/**
 * Border crossings, open or closed at a date, read from the events of the record by one rule:
 *
 * 1. A *closing* is an event with the topic `border` whose title speaks of closing or shutting, and not of reopening.
 * 2. It concerns the crossings that its title names, else the crossings among its places. Where the title says "all", "both" or
 *    "every", or names none and no place of it is a crossing but the title speaks of a border, crossing or checkpoint, it concerns all
 *    crossings on a border between two states among its participants.
 * 3. It holds from its date up to, but not on, the day on which it ended: the day a crossing reopens is a day of traffic. Without an
 *    end it holds until the first later *reopening* of the crossing: an event by the same rule whose title speaks of reopening.
 * 4. A crossing is closed on a day that any closing of it covers. Otherwise it is drawn open: no closure is in the record.
 *
 * A partial limit (passengers but no freight) is not told apart: the rows behind the sign say it.
 */
export interface Closing {
  /** First day without traffic. */
  from: Day;
  /** First day with traffic again; LAST_DAY where the record knows of none. */
  until: Day;
  /** Index into `evidence`. */
  evidence: number;
}

export interface Crossing {
  place: number;
  /** Codes of the two countries it joins; the second is empty where it is not known. */
  between: readonly [string, string];
  /** In order of date. */
  closings: Closing[];
}

const CLOSES = /\b(clos(e|es|ed|ing|ure)|shut(s|ting)?)\b/i;
const REOPENS = /\breopen/i;
const BORDER = /\b(border|crossing|checkpoint)/i;
const EVERY = /\b(all|both|every)\b/i;

/** What a title is looked through for: the first part of a crossing's name ("Kuźnica–Bruzgi crossing": Kuźnica), accents left out. */
function keyOf(name: string): string {
  return fold(name.split(/[–—\-/(,]|\scrossing/)[0]!.trim());
}

/** The crossings of a record with their closings. `across` names the country on the other side of a spot near the border of a country. */
export function crossingsOf(record: StanceRecord, across: (country: string, lon: number, lat: number) => string): Crossing[] {
  const crossings: Crossing[] = [];
  record.places.forEach(({ kind, country, lon, lat }, place) => {
    if (kind !== 'crossing' || Number.isNaN(lat + lon)) return;
    crossings.push({ place, between: [country, across(country, lon, lat)], closings: [] });
  });
  const border = record.topics.indexOf('border');
  if (crossings.length === 0 || border < 0) return crossings;
  const { evidence } = record;
  const reopened = new Map<Crossing, Day[]>(crossings.map((crossing) => [crossing, []]));
  for (let e = 0; e < evidence.dated; e++) {
    const title = evidence.title[e]!;
    if (evidence.kind[e] !== EVENT || !listOf(evidence.topics, e).includes(border)) continue;
    const reopens = REOPENS.test(title);
    if (!reopens && !CLOSES.test(title)) continue;
    for (const crossing of concerned(record, crossings, e)) {
      if (reopens) reopened.get(crossing)!.push(evidence.day[e]!);
      else {
        const ended = evidence.until[e]! > evidence.last[e]!;
        crossing.closings.push({ from: evidence.day[e]!, until: ended ? evidence.until[e]! : LAST_DAY, evidence: e });
      }
    }
  }
  for (const [crossing, days] of reopened) {
    for (const closing of crossing.closings) {
      if (closing.until === LAST_DAY) closing.until = days.find((day) => day > closing.from) ?? LAST_DAY;
    }
  }
  return crossings;
}

function concerned(record: StanceRecord, crossings: readonly Crossing[], e: number): Crossing[] {
  const { evidence, actors, places } = record;
  const title = fold(evidence.title[e]!);
  const every = EVERY.test(title);
  const named = crossings.filter(({ place }) => title.includes(keyOf(places[place]!.name)));
  if (named.length > 0 && !every) return named;
  const here = crossings.filter(({ place }) => listOf(evidence.places, e).includes(place));
  if (here.length > 0 && !every) return here;
  if (!BORDER.test(title)) return [];
  const countries = new Set(
    [...listOf(evidence.actors, e)].filter((actor) => actors[actor]!.kind === 'state').map((actor) => actors[actor]!.country),
  );
  return crossings.filter(({ between }) => between.every((country) => countries.has(country)));
}

/** The closing that keeps a crossing shut on a day, the latest begun of several, or null: open. */
export function closingAt(crossing: Crossing, at: Day): Closing | null {
  let found: Closing | null = null;
  for (const closing of crossing.closings)
    if (closing.from <= at && at < closing.until && closing.from > (found?.from ?? FIRST_DAY)) found = closing;
  return found;
}

/** A sign on the map: one crossing, or several too near each other to be drawn apart. */
export interface Sign {
  crossings: Crossing[];
  x: number;
  y: number;
}

/** Least distance between two signs, and how far one may be nudged from its spot, px. */
const APART = 12.5;
const NUDGE = 7;

/** Signs for crossings at their spots: those nearer than 12 px are moved apart along the line between them, else made one with a count. */
export function signsOf(spots: readonly { crossing: Crossing; x: number; y: number }[]): Sign[] {
  const signs: Sign[] = [];
  for (const { crossing, x, y } of spots) {
    const near = signs.find((sign) => Math.hypot(sign.x - x, sign.y - y) < APART);
    if (!near) {
      signs.push({ crossings: [crossing], x, y });
      continue;
    }
    const distance = Math.hypot(x - near.x, y - near.y);
    const scale = distance > 0 ? APART / distance : 0;
    const moved = { x: near.x + (x - near.x) * scale, y: near.y + (y - near.y) * scale };
    const free = signs.every((sign) => Math.hypot(sign.x - moved.x, sign.y - moved.y) > APART - 0.1);
    if (distance > 0 && Math.hypot(moved.x - x, moved.y - y) <= NUDGE && free) signs.push({ crossings: [crossing], ...moved });
    else near.crossings.push(crossing);
  }
  return signs;
}
