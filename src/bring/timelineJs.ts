import { Account } from './account';
import { foreignDate, isoDate, timeOf } from './foreignDate';
import { plainText } from './markup';
import { hostOf, type RecordMaker } from './recordMaker';
import { Cells, columnKey, type Sheet } from './sheet';

/**
 * TimelineJS (Knight Lab): its spreadsheet of 18 or 19 columns, with today's headers or those of its first version, and its JSON. A row
 * is an event; its group takes part in it and is a topic; its media is a page that the row rests on. It knows no stance, so none is read.
 */

/** One slide, whichever way it was written. */
interface Slide {
  row: number;
  type: '' | 'title' | 'era';
  start: string;
  end: string;
  headline: string;
  text: string;
  shown: string;
  group: string;
  media: { url: string; caption: string; credit: string };
  id: string;
  /** Phrases of what it has that goes nowhere. */
  lost: string[];
  /** What was wrong with its dates: column, value, message. */
  faults: [string, string, string][];
}

/** Whether the columns are those of a TimelineJS sheet. */
export function isTimelineSheet(sheet: Sheet): boolean {
  const names = new Set(sheet.columns.map(columnKey));
  return names.has('headline') && (names.has('year') || names.has('start date'));
}

const whole = (text: string): number => {
  const plain = text.replace(/[\s,.'’]/g, '').replace('−', '-');
  return /^-?\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN;
};

/** TimelineJS counts -500 for 500 BC; EDTF has a year 0, so that 500 BC is -499. */
const astronomical = (year: number): number => (year < 0 ? year + 1 : year);

/** A date in its parts; null where the parts make none, empty where there are none. */
function dateOfParts(year: string, month: string, day: string, time: string): string | null {
  if (year.trim() === '') return [month, day, time].some((part) => part.trim() !== '') ? null : '';
  const y = whole(year);
  if (Number.isNaN(y)) return null;
  const m = month.trim() === '' ? undefined : whole(month);
  const d = day.trim() === '' ? undefined : whole(day);
  if (d !== undefined && m === undefined) return null;
  const date = isoDate(astronomical(y), m, d);
  if (date === '') return null;
  return d === undefined || time.trim() === '' ? date : date + timeOf(time);
}

function slideOfRow(cells: Cells, row: readonly string[], index: number): Slide {
  const get = (...names: string[]): string => cells.get(row, ...names).trim();
  const kind = get('Type').toLowerCase();
  const faults: Slide['faults'] = [];
  const date = (prefix: '' | 'End ', old: string): string => {
    if (!cells.has(`${prefix}Year`)) {
      const text = get(old);
      const read = foreignDate(text, 'month-first');
      if (text !== '' && read === '') faults.push([old, text, 'It is no date that is understood; the row stands without one.']);
      return read;
    }
    const parts = [get(`${prefix}Year`), get(`${prefix}Month`), get(`${prefix}Day`), get(`${prefix}Time`)] as const;
    const read = dateOfParts(...parts);
    const given = parts.filter(Boolean).join(' ');
    if (read === null)
      faults.push([`${prefix}Year`, given, 'The parts make no date of the calendar; the row stands without one.']);
    else if (parts[3] !== '' && !read.includes('T'))
      faults.push([`${prefix}Time`, parts[3], 'The time is not understood, or stands without a day; the date is kept.']);
    return read ?? '';
  };
  const lost = (
    [
      ['Background', 'backgrounds'],
      ['Media Thumbnail', 'thumbnails'],
      ['Alt Text', 'descriptions of pictures for those who do not see them'],
    ] as const
  ).flatMap(([column, what]) => (get(column) === '' ? [] : [what]));
  return {
    row: index + 1,
    type: kind === 'title' || kind === 'era' ? kind : '',
    start: date('', 'Start Date'),
    end: date('End ', 'End Date'),
    headline: get('Headline'),
    text: get('Text'),
    shown: get('Display Date'),
    group: get('Group', 'Tag'),
    media: { url: get('Media'), caption: get('Media Caption'), credit: get('Media Credit') },
    id: '',
    lost,
    faults,
  };
}

/** Reads a TimelineJS sheet into the record. */
export function bringTimelineSheet(sheet: Sheet, maker: RecordMaker, account: Account): void {
  const cells = new Cells(sheet);
  if (!cells.has('Year'))
    account.say('Its headers are those of the first version of TimelineJS (`Start Date`, `End Date`, `Tag`).');
  account.rowsIn += sheet.rows.length;
  addSlides(
    sheet.rows.map((row, i) => slideOfRow(cells, row, i)),
    maker,
    account,
  );
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const part = (value: unknown): Json => (isObject(value) ? value : {});

/** Whether a JSON value is a TimelineJS timeline, of today or of the first version. */
export function isTimelineJson(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (isObject(value.timeline) && Array.isArray(value.timeline.date)) return true;
  return objects(value.events).some((event) => isObject(event.start_date));
}

function dateOfJson(value: unknown): string | null {
  if (typeof value === 'string' || typeof value === 'number') return firstVersionDate(String(value));
  if (!isObject(value)) return '';
  const clock = [value.hour, value.minute, value.second].map(text);
  const time = clock[0] === '' || clock[0] === undefined ? '' : [clock[0], clock[1] || '00', clock[2]].filter(Boolean).join(':');
  return dateOfParts(text(value.year), text(value.month), text(value.day), time);
}

/** `2011,12,10,07,02` of the first version. */
function firstVersionDate(value: string): string | null {
  if (value.trim() === '') return '';
  const [year = '', month = '', day = '', hour = '', minute = ''] = value.split(',');
  if (value.includes(',') || /^-?\d+$/.test(value.trim()))
    return dateOfParts(year, month, day, hour === '' ? '' : `${hour}:${minute || '00'}`);
  return foreignDate(value, 'month-first') || null;
}

function slideOfJson(slide: Json, row: number, type: Slide['type'], old: boolean): Slide {
  const words = old ? slide : part(slide.text);
  const media = part(old ? slide.asset : slide.media);
  const faults: Slide['faults'] = [];
  const date = (value: unknown, column: string): string => {
    const read = dateOfJson(value);
    if (read === null)
      faults.push([column, JSON.stringify(value) ?? '', 'It makes no date of the calendar; the row stands without one.']);
    return read ?? '';
  };
  const lost = [
    ...(isObject(slide.background) ? ['backgrounds'] : []),
    ...(text(media.thumbnail) === '' ? [] : ['thumbnails']),
    ...(text(media.alt) === '' ? [] : ['descriptions of pictures for those who do not see them']),
  ];
  return {
    row,
    type,
    start: date(old ? slide.startDate : slide.start_date, 'start_date'),
    end: date(old ? slide.endDate : slide.end_date, 'end_date'),
    headline: text(words.headline),
    text: text(words.text),
    shown: text(slide.display_date) || text(part(slide.start_date).display_date),
    group: text(slide.group) || text(slide.tag),
    media: { url: text(media.url) || text(media.media), caption: text(media.caption), credit: text(media.credit) },
    id: text(slide.unique_id),
    lost,
    faults,
  };
}

/** Reads TimelineJS JSON into the record. */
export function bringTimelineJson(value: unknown, maker: RecordMaker, account: Account): void {
  if (!isObject(value)) return;
  const old = isObject(value.timeline) ? value.timeline : null;
  const slides: Slide[] = [];
  if (old !== null) {
    account.say('It is JSON of the first version of TimelineJS.');
    slides.push(slideOfJson({ ...old, startDate: '' }, 0, 'title', true));
    for (const slide of objects(old.date)) slides.push(slideOfJson(slide, slides.length, '', true));
    for (const slide of objects(old.era)) slides.push(slideOfJson(slide, slides.length, 'era', true));
  } else {
    if (isObject(value.title)) slides.push(slideOfJson(value.title, 0, 'title', false));
    for (const slide of objects(value.events)) slides.push(slideOfJson(slide, slides.length + 1, '', false));
    for (const slide of objects(value.eras)) slides.push(slideOfJson(slide, slides.length + 1, 'era', false));
    if (text(value.scale) === 'cosmological')
      account.lose('the cosmological scale: years of more than four digits have no date here');
  }
  account.rowsIn += slides.length;
  addSlides(slides, maker, account);
}

function addSlides(slides: readonly Slide[], maker: RecordMaker, account: Account): void {
  let marked = 0;
  let titles = 0;
  let eras = 0;
  let groups = 0;
  for (const slide of slides) {
    for (const [column, value, message] of slide.faults) account.note(slide.row, column, value, message);
    for (const what of slide.lost) account.lose(what);
    const headline = plainText(slide.headline);
    const words = plainText(slide.text);
    if (words.marked || headline.marked) marked++;
    if (slide.type === 'title') {
      titles++;
      if (headline.text !== '' && maker.title === '') maker.title = headline.text;
      if (words.text !== '') maker.description = words.text;
      account.rowsShown++;
      continue;
    }
    if (slide.start === '' && headline.text === '' && words.text === '') {
      account.note(slide.row, '', '', 'The row has neither a date nor words; it is left out.');
      continue;
    }
    const caption = plainText(slide.media.caption);
    const credit = plainText(slide.media.credit);
    const embedded = /^\s*<(iframe|blockquote)/i.test(slide.media.url);
    const source = embedded
      ? ''
      : maker.source({
          url: slide.media.url,
          // Without an address, a credit or caption still says where the row comes from.
          title: caption.text || (slide.media.url === '' ? credit.text : headline.text),
          outlet: credit.text || hostOf(slide.media.url),
        });
    if (embedded) account.lose('media that are pieces of other pages (`iframe`, `blockquote`)');
    const links = [...new Set([...words.links, ...caption.links, ...credit.links])];
    const group = plainText(slide.group).text;
    if (group !== '') groups++;
    if (slide.type === 'era') eras++;
    const actor = group === '' || slide.type === 'era' ? '' : maker.actor(group);
    const title = headline.text || words.text.split('\n')[0]?.slice(0, 100) || 'Untitled';
    const shown = plainText(slide.shown).text;
    const backwards = slide.end !== '' && slide.start !== '' && slide.end < slide.start && !slide.start.startsWith('-');
    if (backwards)
      account.note(slide.row, 'End Year', slide.end, `It ends before it starts (${slide.start}); the end is left out.`);
    maker.event({
      title,
      date: slide.start,
      end: backwards || slide.end === slide.start ? '' : slide.end,
      participants: [actor],
      topics: slide.type === 'era' ? ['era'] : [group],
      summary: words.text,
      sources: [source],
      notes: [
        shown === '' ? '' : `Its date is shown as: ${shown}`,
        ...(links.length === 0 ? [] : [`Links in its text: ${links.join(' ')}`]),
        ...(/^https?:/i.test(slide.media.url) || slide.media.url === '' || embedded ? [] : [`Media: ${slide.media.url}`]),
      ]
        .filter(Boolean)
        .join('\n'),
    });
    account.rowsShown++;
  }
  account.say('A row became an event; nothing in this format says where somebody stands, so there is no stance.');
  if (titles > 0) account.say('The title row became the title and description of the record.');
  if (eras > 0)
    account.say(`${eras === 1 ? 'An era' : `${eras} eras`} became ${eras === 1 ? 'an event' : 'events'} under the topic “era”.`);
  if (groups > 0)
    account.say(
      'A group became a topic, and an actor that takes part; a group may be no more than a heading, which is not said.',
    );
  account.lose('bold, links and other markup in texts (the words are kept, addresses stand in the notes)', marked);
}
