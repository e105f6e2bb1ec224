import type { ActorKind } from '../record/record';
import type { Account } from './account';
import { dayOnly, foreignDate, orderIn } from './foreignDate';
import { dayAfter } from './graph';
import { Grader, proposedBy, type GradeChoice, type Proposed } from './grades';
import type { RecordMaker } from './recordMaker';
import { Cells, columnKey, numberIn, type Sheet } from './sheet';

/** Two sets of events of conflict: ACLED (both generations of its export) and UCDP's Georeferenced Event Dataset. */

const namesOf = (sheet: Sheet): Set<string> => new Set(sheet.columns.map(columnKey));

export function isAcled(sheet: Sheet): boolean {
  const names = namesOf(sheet);
  return names.has('event date') && names.has('event type') && names.has('actor1') && (names.has('sub event type') || names.has('event id cnty')); // prettier-ignore
}

const ACLED_TERMS =
  'ACLED gives its data under terms of use: name it as “Armed Conflict Location & Event Data (ACLED), acleddata.com”, and do not hand its rows on to others. They were read on this machine and went nowhere; the page saves no file of them.';

const ACLED_TYPES: Readonly<Record<string, Proposed>> = {
  battles: { words: 'fights', grade: -2 },
  'explosions remote violence': { words: 'attacks from afar', grade: -2 },
  'violence against civilians': { words: 'attacks', grade: -2 },
  agreement: { words: 'makes an agreement with', grade: 1 },
};

const ofAcled = proposedBy(ACLED_TYPES);

/** How ACLED codes what an actor is, as a number or in words. */
const INTER: readonly (readonly [RegExp, ActorKind])[] = [
  [/^(1|state forces)$/i, 'organisation'],
  [/^(2|rebel group|3|political militia|4|identity militia)s?$/i, 'movement'],
];
const kindOfInter = (text: string): ActorKind => INTER.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? 'unspecified';

const listIn = (text: string): string[] =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter(Boolean);

/** Reads an ACLED export into the record. */
export function bringAcled(sheet: Sheet, maker: RecordMaker, account: Account, chosen: GradeChoice = {}): void {
  const cells = new Cells(sheet);
  account.rowsIn += sheet.rows.length;
  account.terms = ACLED_TERMS;
  account.mayLeave = false;
  const older = cells.has('data_id') || cells.has('event_id_no_cnty') || !cells.has('disorder_type');
  account.say(`It is an ACLED export of the ${older ? 'older' : 'present'} form.`);
  const order = orderIn(sheet.rows.map((row) => cells.get(row, 'event_date')));
  const grader = new Grader('event type', (value) => ofAcled(columnKey(value)), chosen);
  const beside = new Set<string>();
  let vague = 0;
  let within = 0;
  sheet.rows.forEach((row, i) => {
    const get = (...names: string[]): string => cells.get(row, ...names).trim();
    const raw = get('event_date');
    const day = dayOnly(foreignDate(raw, order === 'mixed' ? null : order));
    if (day === '') account.note(i + 1, 'event_date', raw, 'It is no date that is understood; the row stands without one.');
    const precision = get('time_precision');
    // 2: some day near it; 3: some day of the month.
    const date = day === '' ? '' : precision === '3' ? day.slice(0, 7) : precision === '2' ? `${day}~` : day;
    if (precision === '2' || precision === '3') vague++;
    const actor = (n: '1' | '2'): string =>
      maker.actor(get(`actor${n}`, `actor_${n}`), { kind: kindOfInter(get(`inter${n}`, `inter_${n}`)) });
    const [first, second] = [actor('1'), actor('2')];
    const helpers = (['1', '2'] as const).flatMap(
      (n) =>
      listIn(get(`assoc_actor_${n}`, `associated_actor_${n}`, `ally_actor_${n}`)).map((name) => [n === '1' ? first : second, maker.actor(name)] as const), // prettier-ignore
    );
    const sub = get('sub_event_type');
    const type = /^agreement$/i.test(sub) ? 'Agreement' : get('event_type');
    const { words } = ofAcled(columnKey(type));
    const [one, two] = [get('actor1'), get('actor2')];
    const title =
      words !== '' && two !== '' ? `${one} ${words} ${two}` : [sub || type, [one, two].filter(Boolean).join(' and ')].filter(Boolean).join(': '); // prettier-ignore
    const [lat, lon] = [numberIn(get('latitude')), numberIn(get('longitude'))];
    const spot = maker.place([get('location'), get('admin1')].filter(Boolean).join(', '), lat, lon, { kind: get('geo_precision') === '1' ? 'city' : 'region' }); // prettier-ignore
    const outlets = listIn(get('source'));
    const evidence = maker.event({
      id: `acled ${get('event_id_cnty') || get('data_id') || String(i + 1)}`,
      title,
      date,
      places: [spot],
      participants: [first, second, ...helpers.map(([, helper]) => helper)],
      topics: [get('disorder_type'), type, sub === type ? '' : sub],
      summary: get('notes'),
      sources: outlets.map((outlet) => maker.source({ title: outlet, outlet })),
      notes: [
        ['Reported fatalities', get('fatalities')],
        ['Precision of the date', precision],
        ['Precision of the place', get('geo_precision')],
        ['Civilians', get('civilian_targeting')],
        ['Tags', get('tags')],
        ['Country', get('country')],
        ['ACLED id', get('event_id_cnty')],
      ]
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}: ${value}`)
        .join('; '),
    });
    account.rowsShown++;
    if (day !== '')
      for (const [with_, helper] of helpers) {
        const key = `${[with_, helper].sort().join(' ')} ${day}`;
        if (with_ === '' || helper === '' || with_ === helper || beside.has(key)) continue;
        beside.add(key);
        maker.tie({
          kind: 'link',
          members: [with_, helper],
          sign: 1,
          title: `${get('actor1')} and associates on one side`,
          start: day,
          end: dayAfter(day),
          sources: outlets.map((outlet) => maker.source({ title: outlet, outlet })),
        });
      }
    if (first === '' || second === '') return;
    if (first === second) {
      within++;
      return;
    }
    const grade = grader.grade(type);
    if (grade === null) return;
    maker.stance({ evidence, holder: first, target: second, score: grade, basis: 'conduct', rationale: `ACLED event type: ${type}.` }); // prettier-ignore
    if (type === 'Agreement') maker.stance({ evidence, holder: second, target: first, score: grade, basis: 'conduct', rationale: `ACLED event type: ${type}.` }); // prettier-ignore
  });
  maker.howCoded = 'A score is that of the ACLED event type, by the table that was shown when the file was opened.';
  account.say(
    'A row became an event; what actor 1 does to actor 2 is a stance by conduct. Associated actors stand on one side for the day.',
  );
  if (vague > 0) account.say(`${vague} rows have a vague date (time precision 2 or 3), which is kept as vague.`);
  if (order === null && sheet.rows.some((row) => /^\d{1,2}[./-]\d{1,2}[./-]\d{4}/.test(cells.get(row, 'event_date'))))
    account.say('Dates can be read with the day or the month first, and nothing says which; those stand without a date.');
  account.lose('rows whose two actors have one name: they are shown, without a stance', within);
  account.lose('codes of regions, interactions and time stamps', sheet.rows.filter((row) => cells.get(row, 'interaction', 'timestamp') !== '').length); // prettier-ignore
  grader.tell(account);
}

export function isUcdp(sheet: Sheet): boolean {
  const names = namesOf(sheet);
  return ['type of violence', 'side a', 'side b', 'date start', 'date end'].every((name) => names.has(name));
}

const VIOLENCE: Readonly<Record<string, Proposed>> = {
  '1': { words: 'state-based conflict', grade: -2 },
  '2': { words: 'conflict without a state', grade: -2 },
  '3': { words: 'one-sided violence', grade: -2 },
};

const ofViolence = proposedBy(VIOLENCE);

/** Reads UCDP GED into the record. */
export function bringUcdp(sheet: Sheet, maker: RecordMaker, account: Account, chosen: GradeChoice = {}): void {
  const cells = new Cells(sheet);
  account.rowsIn += sheet.rows.length;
  account.terms = 'UCDP asks to be cited: Sundberg and Melander (2013), and the version of the Georeferenced Event Dataset.';
  const grader = new Grader('type of violence', ofViolence, chosen);
  let vague = 0;
  let within = 0;
  sheet.rows.forEach((row, i) => {
    const get = (...names: string[]): string => cells.get(row, ...names).trim();
    const [from, to] = [dayOnly(foreignDate(get('date_start'))), dayOnly(foreignDate(get('date_end')))];
    if (from === '')
      account.note(i + 1, 'date_start', get('date_start'), 'It is no date that is understood; the row stands without one.');
    const precision = Number(get('date_prec')) || 1;
    // From 2 on it happened on some day between the two.
    const interval = precision > 1 && from !== '' && to !== '' && from < to;
    if (interval) vague++;
    const type = get('type_of_violence');
    const [a, b] = [get('side_a'), get('side_b')];
    const kind = (name: string): ActorKind => (/^Government of /i.test(name) ? 'state' : /^Civilians$/i.test(name) ? 'unspecified' : 'movement'); // prettier-ignore
    const [first, second] = [maker.actor(a, { kind: kind(a) }), maker.actor(b, { kind: kind(b) })];
    const sources = maker.source({
      title: get('source_headline') || get('source_article').split('"')[1] || get('source_original'),
      outlet: get('source_office') || 'UCDP GED',
      published: dayOnly(foreignDate(get('source_date'))),
    });
    const exact = get('where_prec') === '1';
    const evidence = maker.event({
      id: `ged ${get('id') || get('relid') || String(i + 1)}`,
      title: `${a} and ${b}: ${ofViolence(type).words || 'violence'}`,
      date: interval ? `${from}/${to}` : from,
      end: interval || to === from ? '' : to,
      places: [maker.place(get('where_coordinates') || get('adm_1') || get('country'), numberIn(get('latitude')), numberIn(get('longitude')), { kind: exact ? 'city' : 'region' })], // prettier-ignore
      participants: [first, second],
      topics: [ofViolence(type).words, get('conflict_name')],
      summary: get('where_description'),
      sources: [sources],
      confidence: get('event_clarity') === '2' ? 'low' : 'medium',
      notes: (
        [
          ['Deaths, best estimate', get('best', 'best_est')],
          ['low', get('low', 'low_est')],
          ['high', get('high', 'high_est')],
          ['of civilians', get('deaths_civilians')],
          ['Dyad', get('dyad_name')],
          ['Precision of the date', get('date_prec')],
          ['Precision of the place', get('where_prec')],
          ['Source', get('source_article')],
        ] as const
      )
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}: ${value}`)
        .join('; '),
    });
    account.rowsShown++;
    if (first !== '' && first === second) {
      within++;
      return;
    }
    if (first === '' || second === '') return;
    const grade = grader.grade(type);
    if (grade === null) return;
    const rationale = `UCDP GED: ${ofViolence(type).words || type}.`;
    maker.stance({ evidence, holder: first, target: second, score: grade, basis: 'conduct', rationale });
    if (type !== '3') maker.stance({ evidence, holder: second, target: first, score: grade, basis: 'conduct', rationale });
  });
  maker.howCoded = 'A score is that of the UCDP type of violence: the data say that sides fought, not what they said.';
  account.say('A row became an event of both sides. Where they fight each other both hold a stance on the other; violence against civilians is one-sided.'); // prettier-ignore
  if (vague > 0) account.say(`${vague} rows happened on some day between two, and are kept so.`);
  account.lose('rows whose two sides are one: they are shown, without a stance', within);
  account.lose('codes of grids, countries and conflicts', sheet.rows.length);
  grader.tell(account);
}
