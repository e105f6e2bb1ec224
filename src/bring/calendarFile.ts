import ICAL from 'ical.js';
import type { Account } from './account';
import { dayOnly, timeOf } from './foreignDate';
import { plainText } from './markup';
import { isoOf, dayOf } from '../words/calendar';
import { hostOf, type RecordMaker } from './recordMaker';

/** iCalendar (RFC 5545), read by ical.js: every VEVENT is an event; who is invited takes part in it. */

export function isCalendar(text: string): boolean {
  return /^\s*BEGIN:VCALENDAR/i.test(text);
}

/** A time of the calendar as EDTF: the day, with its hour where it has one; in UTC where the calendar says so. */
function dateOf(time: ICAL.Time | null): string {
  if (time === null || typeof time.toString !== 'function') return '';
  const [day = '', clock = ''] = time.toString().split('T');
  if (Number.isNaN(dayOf(day))) return '';
  return clock === '' ? day : day + timeOf(clock.replace(/:00(?=Z?$)/, ''));
}

const textOf = (component: ICAL.Component, name: string): string => {
  const value = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? '' : String(value).trim();
};

/** Components of every calendar in a text. Throws where it is none. */
function calendarsOf(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text) as unknown[];
  const many = Array.isArray(parsed[0]) ? (parsed as unknown[][]) : [parsed];
  return many.map((calendar) => new ICAL.Component(calendar as never));
}

/** Reads a calendar into the record. Throws where the text is no calendar. */
export function bringCalendar(text: string, maker: RecordMaker, account: Account): void {
  let repeated = 0;
  for (const calendar of calendarsOf(text)) {
    const name = textOf(calendar, 'x-wr-calname');
    if (name !== '' && maker.title === '') maker.title = name;
    if (maker.description === '') maker.description = textOf(calendar, 'x-wr-caldesc');
    const events = calendar.getAllSubcomponents('vevent');
    const others = calendar.getAllSubcomponents().filter((one) => !['vevent', 'vtimezone'].includes(one.name));
    account.lose('entries that are no events (tasks, journals, free times)', others.length);
    for (const component of events) {
      account.rowsIn++;
      const row = account.rowsIn;
      try {
        if (component.hasProperty('rrule') || component.hasProperty('rdate')) repeated++;
        addEvent(component, row, maker, account);
      } catch (error) {
        account.note(row, 'DTSTART', textOf(component, 'summary'), `The entry could not be read: ${error instanceof Error ? error.message : String(error)}.`); // prettier-ignore
      }
    }
  }
  account.say(
    'An entry became an event; organisers and guests take part in it, categories are topics. A calendar says nothing of stances.',
  );
  account.lose('repetitions: an entry that repeats stands at its first date', repeated);
}

function addEvent(component: ICAL.Component, row: number, maker: RecordMaker, account: Account): void {
  const event = new ICAL.Event(component);
  const start = dateOf(component.getFirstPropertyValue('dtstart') as ICAL.Time | null);
  if (start === '') account.note(row, 'DTSTART', textOf(component, 'dtstart'), 'It is no date; the entry stands without one.');
  const stop = start === '' ? '' : dateOf(event.endDate);
  // An end by day is the first day on which it is over.
  const whole = !start.includes('T');
  let end = dayOnly(stop);
  if (end !== '' && whole) end = isoOf(dayOf(end) - 1);
  const first = dayOnly(start);
  const summary = plainText(textOf(component, 'description'));
  const people = [...component.getAllProperties('organizer'), ...component.getAllProperties('attendee')].map((property) => {
    const named = property.getParameter('cn') as string | string[] | undefined;
    const given = (Array.isArray(named) ? named[0] : named) ?? String(property.getFirstValue() ?? '').replace(/^mailto:/i, '');
    return maker.actor(given, { kind: 'person' });
  });
  const url = textOf(component, 'url');
  const geo = component.getFirstPropertyValue('geo') as unknown;
  const [lat, lon] = Array.isArray(geo) ? geo.map(Number) : textOf(component, 'geo').split(/[;,]/).map(Number);
  const location = textOf(component, 'location');
  const spot = maker.place(location, lat ?? Number.NaN, lon ?? Number.NaN, { kind: 'city' });
  const categories = component.getAllProperties('categories').flatMap((property) => property.getValues().map(String));
  maker.event({
    id: textOf(component, 'uid').replace(/@.*$/, ''),
    title: textOf(component, 'summary'),
    date: start,
    end: end === '' || end <= first ? '' : end,
    participants: people,
    places: [spot],
    topics: categories,
    summary: summary.text,
    sources: [
      maker.source({ url, title: url === '' ? maker.title || 'Calendar' : '', outlet: hostOf(url) || maker.title || 'Calendar' }),
    ],
    notes: [
      spot === '' && location !== '' ? `Place: ${location}` : '',
      textOf(component, 'status') === '' ? '' : `Status: ${textOf(component, 'status')}`,
      component.hasProperty('rrule') ? `Repeats: ${textOf(component, 'rrule')}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  });
  account.rowsShown++;
}
