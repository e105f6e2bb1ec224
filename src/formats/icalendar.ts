import { openEvidence } from '../record/open';
import { EVENT, type StanceRecord } from '../record/record';
import { codingWords } from '../record/coding';
import { calendarOf, type Day, LAST_DAY } from '../words/calendar';
import { recordLine } from '../words/sources';
import { plainNumber } from '../words/numbers';

const encoder = new TextEncoder();

/** Text as RFC 5545 has it (3.3.11): backslash, semicolon, comma and line breaks escaped. */
export function icalText(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, (letter) => `\\${letter}`)
      .replace(/\r\n|\r|\n/g, '\\n')
      // eslint-disable-next-line no-control-regex -- the standard allows no other control characters
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

/** A content line folded so that no line has more than 75 octets, never inside a letter (3.1). */
export function fold(line: string): string {
  let folded = '';
  let used = 0;
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (used + octets > 75) {
      folded += '\r\n ';
      used = 1;
    }
    folded += letter;
    used += octets;
  }
  return folded;
}

/** `20251105`; null for years that the format cannot write. */
function icalDay(day: Day): string | null {
  const { year, month, day: date } = calendarOf(day);
  if (year < 1 || year > 9999) return null;
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`;
}

/**
 * Events as a calendar (RFC 5545): whole days, the end exclusive. A vague date is entered over all days that it may mean, and says so;
 * what still goes on is entered where it began, and says so; what has no date is left out.
 *
 * @param evidence indices into `record.evidence`; statements among them are passed over
 * @param stamp when the calendar was made, as `20261122T120000Z`
 * @param linkOf address that opens a row of evidence, by its id
 */
export function writeIcalendar(
  record: StanceRecord,
  evidence: readonly number[],
  stamp: string,
  linkOf: (evidence: string) => string,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Stanceline//Stanceline//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icalText(record.meta.title)}`,
    `X-WR-CALDESC:${icalText([`${recordLine(record.meta)}.`, codingWords(record)].filter(Boolean).join(' '))}`,
  ];
  for (const e of evidence) {
    if (record.evidence.kind[e] !== EVENT) continue;
    const open = openEvidence(record, e);
    const start = icalDay(open.first);
    // What still goes on is entered on its first day: the format has no entry without an end, and an invented one would be a claim.
    const going = open.until === LAST_DAY;
    const end = icalDay((going ? open.last : open.until) + 1);
    if (start === null || end === null) continue;
    const places = open.places.flatMap((index) => record.places[index] ?? []);
    const spot = places.length === 1 ? places[0] : undefined;
    const plain = (text: string): boolean => /^\d{4}-\d\d-\d\d(T.*)?$/.test(text);
    const vague = !going && (!plain(open.dateText) || (open.endText !== '' && !plain(open.endText)));
    const sources = open.sources.map((index) => {
      const source = record.sources[index]!;
      return `Source: ${source.outlet}${source.url === '' ? '' : `, ${source.mirror ? 'read at a mirror: ' : ''}${source.url}`}`;
    });
    const words = [
      open.summary,
      vague ? `Date in the record: ${open.date}. The entry covers every day that this may mean.` : '',
      going ? `Date in the record: ${open.date}. The entry stands where it began.` : '',
      open.notes,
      ...sources,
      recordLine(record.meta),
    ].filter(Boolean);
    lines.push(
      'BEGIN:VEVENT',
      `UID:${icalText(open.id)}@${icalText(record.meta.name)}.stanceline`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${start}`,
      `DTEND;VALUE=DATE:${end}`,
      `SUMMARY:${icalText(vague || going ? `${open.title} (date: ${open.date})` : open.title)}`,
      `DESCRIPTION:${icalText(words.join('\n'))}`,
      ...(places.length === 0 ? [] : [`LOCATION:${icalText(places.map(({ name }) => name).join('; '))}`]),
      ...(spot === undefined ? [] : [`GEO:${plainNumber(spot.lat, 5)};${plainNumber(spot.lon, 5)}`]),
      ...(open.topics.length === 0 ? [] : [`CATEGORIES:${open.topics.map(icalText).join(',')}`]),
      `URL:${linkOf(open.id)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    );
  }
  lines.push('END:VCALENDAR');
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** `20261122T120000Z` for an instant. */
export function icalStamp(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}
