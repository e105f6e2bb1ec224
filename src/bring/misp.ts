import type { Account } from './account';
import { isoOf } from '../words/calendar';
import { dayOnly, foreignDate } from './foreignDate';
import type { RecordMaker } from './recordMaker';

/** MISP events: what was seen first and last, to the second, with the event's own date for what has no such time. */

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

function eventsOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(eventsOf);
  if (!isObject(value)) return [];
  if (isObject(value.Event)) return [value.Event];
  return Array.isArray(value.response) ? value.response.flatMap(eventsOf) : [];
}

/** Whether a JSON value is an event of MISP, or a list of them. */
export function isMisp(value: unknown): boolean {
  const events = eventsOf(value);
  return (
    events.length > 0 &&
    events.every((event) => 'info' in event && ('Attribute' in event || 'Object' in event || 'uuid' in event))
  );
}

/** `2019-05-08T14:17:04.123456+0000` as EDTF; seconds since 1970 as a day. */
function timeIn(value: unknown): string {
  const raw = text(value);
  if (/^\d{9,11}$/.test(raw)) return isoOf(Math.floor(Number(raw) / 86_400));
  return foreignDate(raw.replace(/\.\d+/, ''));
}

/** Reads MISP events into the record. */
export function bringMisp(value: unknown, maker: RecordMaker, account: Account): void {
  let undated = 0;
  let indicators = 0;
  for (const event of eventsOf(value)) {
    const info = text(event.info);
    if (maker.title === '') maker.title = info;
    const organisation = text(isObject(event.Orgc) ? event.Orgc.name : isObject(event.Org) ? event.Org.name : '');
    const who = maker.actor(organisation, { kind: 'organisation' });
    const source = maker.source({ title: info, outlet: organisation || 'MISP', published: dayOnly(timeIn(event.date)) });
    const tags = objects(event.Tag).map((tag) => text(tag.name));
    const ofEvent = timeIn(event.date);
    const add = (row: Json, title: string, details: string, topics: readonly string[]): void => {
      account.rowsIn++;
      const first = timeIn(row.first_seen);
      const last = timeIn(row.last_seen);
      if (text(row.first_seen) !== '' && first === '')
        account.note(account.rowsIn, 'first_seen', text(row.first_seen), 'It is no time that is understood.');
      if (first === '') undated++;
      const start = first || ofEvent;
      maker.event({
        title,
        date: start,
        end: last !== '' && dayOnly(last) > dayOnly(start) ? last : '',
        participants: [who],
        topics,
        summary: details,
        sources: [source],
        notes: first === '' ? 'No time of first sight is given; it stands on the date of its MISP event.' : '',
      });
      account.rowsShown++;
    };
    add({ first_seen: event.date }, info || 'MISP event', `Threat level ${text(event.threat_level_id) || 'not given'}.`, ['misp event', ...tags]); // prettier-ignore
    for (const attribute of objects(event.Attribute)) {
      if (attribute.to_ids === true) indicators++;
      add(attribute, `${text(attribute.type)}: ${text(attribute.value)}`, text(attribute.comment), [text(attribute.category), ...objects(attribute.Tag).map((tag) => text(tag.name))]); // prettier-ignore
    }
    for (const object of objects(event.Object)) {
      const parts = objects(object.Attribute).map(
        (part) => `${text(part.object_relation) || text(part.type)}: ${text(part.value)}`,
      );
      add(object, [text(object.name), parts[0] ?? ''].filter(Boolean).join(': '), [text(object.description), ...parts].filter(Boolean).join('\n'), [text(object['meta-category']) || text(object.name)]); // prettier-ignore
    }
    account.lose('galaxies, sightings, relations and reports', objects(event.Galaxy).length + objects(event.EventReport).length + objects(event.RelatedEvent).length); // prettier-ignore
  }
  account.say(
    'An attribute or object became an event from its first to its last sight, with the hour; whoever made it takes part.',
  );
  if (undated > 0) account.say(`${undated} have no time of first sight, and stand on the date of their MISP event.`);
  account.lose('which values are indicators for detection', indicators);
}
