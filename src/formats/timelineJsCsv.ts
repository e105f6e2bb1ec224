import { openEvidence } from '../record/open';
import type { StanceRecord } from '../record/record';
import { writeTable } from '../record/write';
import { calendarOf, LAST_DAY, type Day } from '../words/calendar';
import { plainCell } from './stancesCsv';

/** A record as a TimelineJS sheet (Knight Lab), in its 19 columns. */

export const TIMELINEJS_COLUMNS = ['Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time', 'Display Date', 'Headline', 'Text', 'Media', 'Media Credit', 'Media Caption', 'Media Thumbnail', 'Alt Text', 'Type', 'Group', 'Background']; // prettier-ignore

/** TimelineJS counts -500 for 500 BC; the record has a year 0. */
const yearOf = (year: number): string => String(year <= 0 ? year - 1 : year);

/** Year, month, day of a date as far as it is known. */
function parts(text: string, day: Day): string[] {
  const { year, month, day: date } = calendarOf(day);
  const known = /^-?\d{4}(-\d\d)?(-\d\d)?/.exec(text);
  if (known?.[2] !== undefined) return [yearOf(year), String(month), String(date)];
  return known?.[1] === undefined ? [yearOf(year), '', ''] : [yearOf(year), String(month), ''];
}

const markup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/**
 * Rows of a TimelineJS sheet for dated statements and events: the quote in the text, the first source as media, the speaker as group.
 *
 * @param evidence indices into `record.evidence`
 */
export function writeTimelineJs(record: StanceRecord, evidence: readonly number[]): string {
  const blank = TIMELINEJS_COLUMNS.map(() => '');
  const title = [...blank];
  title[9] = markup(record.meta.title);
  title[10] = markup(record.meta.description);
  title[16] = 'title';
  const rows = [title];
  for (const e of evidence) {
    if (e >= record.evidence.dated) continue;
    const open = openEvidence(record, e);
    const [year = '', month = '', day = ''] = parts(open.dateText, open.first);
    const lasts = open.endText !== '' && open.until !== LAST_DAY && open.until > open.last;
    const [endYear = '', endMonth = '', endDay = ''] = lasts ? parts(open.endText, open.until) : [];
    const source = record.sources[open.sources[0] ?? -1];
    const plain = /^-?\d{4}(-\d\d){0,2}(T.*)?$/.test(open.dateText);
    const time = day === '' ? '' : (/T(\d\d:\d\d(?::\d\d)?)/.exec(open.dateText)?.[1] ?? '');
    rows.push(
      [
        year,
        month,
        day,
        time,
        endYear,
        endMonth,
        endDay,
        '',
        plain ? '' : open.date,
        markup(open.title),
        [open.quote === '' ? '' : `“${markup(open.quote)}”`, markup(open.summary)].filter(Boolean).join('<br>'),
        source === undefined || source.mirror ? '' : source.url,
        markup(source?.outlet ?? ''),
        markup(source?.title ?? ''),
        '',
        '',
        '',
        markup(record.actors[open.speaker]?.name ?? ''),
        '',
      ].map((cell, i) => (i === 9 || i === 10 || i === 12 || i === 13 || i === 17 ? plainCell(cell) : cell)),
    );
  }
  return writeTable({ name: 'events', columns: TIMELINEJS_COLUMNS, rows, lines: new Uint32Array(0) });
}
