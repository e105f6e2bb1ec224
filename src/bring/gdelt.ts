import { isCountry } from '../record/codes';
import { fold } from '../record/fold';
import type { ActorKind } from '../record/record';
import type { Account } from './account';
import { foreignDate } from './foreignDate';
import { cameoRoot, Grader, type GradeChoice } from './grades';
import { hostOf, type RecordMaker } from './recordMaker';
import { Cells, columnKey, type Sheet } from './sheet';

/**
 * GDELT events, version 1.0 (57 or 58 columns) and 2.0 (61), as they are exported (tab-separated, without a header) or with a header in
 * any order. Rows that tell of one event (same page, actors, root code and day) are one here, and counted.
 */

const ACTOR = 'Code,Name,CountryCode,KnownGroupCode,EthnicCode,Religion1Code,Religion2Code,Type1Code,Type2Code,Type3Code';
const GEO_1 = 'Type,FullName,CountryCode,ADM1Code,Lat,Long,FeatureID';
const GEO_2 = 'Type,FullName,CountryCode,ADM1Code,ADM2Code,Lat,Long,FeatureID';
const of = (prefix: string, names: string): string[] => names.split(',').map((name) => prefix + name);

const HEAD = [
  ...'GLOBALEVENTID,SQLDATE,MonthYear,Year,FractionDate'.split(','),
  ...of('Actor1', ACTOR),
  ...of('Actor2', ACTOR),
  ...'IsRootEvent,EventCode,EventBaseCode,EventRootCode,QuadClass,GoldsteinScale,NumMentions,NumSources,NumArticles,AvgTone'.split(
    ',',
  ),
];
const places = (geo: string): string[] => ['Actor1Geo_', 'Actor2Geo_', 'ActionGeo_'].flatMap((prefix) => of(prefix, geo));

/** The columns of version 1.0 with the page, and of 2.0. */
export const GDELT_1 = [...HEAD, ...places(GEO_1), 'DATEADDED', 'SOURCEURL'];
export const GDELT_2 = [...HEAD, ...places(GEO_2), 'DATEADDED', 'SOURCEURL'];

/** Whether the header of a sheet is GDELT's. */
export function isGdelt(sheet: Sheet): boolean {
  const names = new Set(sheet.columns.map((name) => columnKey(name).replaceAll(' ', '')));
  return ['globaleventid', 'sqldate', 'actor1name', 'actor2name', 'eventcode'].every((name) => names.has(name));
}

/** The columns of rows without a header, told by their number and what stands in the first of them; null for other rows. */
export function gdeltColumns(row: readonly string[]): string[] | null {
  const [id = '', date = '', month = '', year = ''] = row;
  if (!/^\d+$/.test(id) || !/^\d{8}$/.test(date) || month !== date.slice(0, 6) || year !== date.slice(0, 4)) return null;
  if (row.length === GDELT_2.length) return GDELT_2;
  if (row.length === GDELT_1.length) return GDELT_1;
  return row.length === GDELT_1.length - 1 ? GDELT_1.slice(0, -1) : null;
}

/** What an actor is by the first type of its CAMEO code. */
export const CAMEO_TYPES: Readonly<Record<string, ActorKind>> = {
  MED: 'outlet',
  IGO: 'organisation',
  NGO: 'organisation',
  MNC: 'organisation',
  BUS: 'organisation',
  REB: 'movement',
  INS: 'movement',
  SEP: 'movement',
  OPP: 'movement',
};

/** `UNITED STATES` as `United States`; names of few letters are abbreviations and stay. */
export function properName(name: string): string {
  if (name.length <= 3 || name !== name.toUpperCase()) return name;
  return name.toLowerCase().replace(/(^|[\s\-(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

interface Merged {
  row: readonly string[];
  rows: number;
  mentions: number;
  articles: number;
}

type Get = (row: readonly string[], column: string) => string;

/**
 * Actors by what GDELT coded them as, since a state is met under many names (`SAUDI`, `SAUDI ARABIA`, `RIYADH`): where a code names a
 * country, it is the actor, called by the name that it has most often; where it names a mere role, the name is.
 */
function actorsOf(rows: readonly (readonly string[])[], get: Get, maker: RecordMaker): Actor {
  const keyOf = (row: readonly string[], which: Which): string => {
    const code = get(row, `${which}Code`).toUpperCase();
    const name = get(row, `${which}Name`);
    return get(row, `${which}CountryCode`) !== '' && code !== '' ? `code ${code}` : fold(name || code);
  };
  const names = new Map<string, Map<string, number>>();
  for (const row of rows)
    for (const which of ['Actor1', 'Actor2'] as const) {
      const name = get(row, `${which}Name`) || get(row, `${which}Code`);
      if (name === '') continue;
      const key = keyOf(row, which);
      const known = names.get(key) ?? new Map<string, number>();
      known.set(name, (known.get(name) ?? 0) + 1);
      names.set(key, known);
    }
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  return (row, which) => {
    const key = keyOf(row, which);
    const own = names.get(key);
    if (own === undefined) return '';
    const known = ids.get(key);
    if (known !== undefined) return known;
    const code = get(row, `${which}Code`).toUpperCase();
    const country = get(row, `${which}CountryCode`).toUpperCase();
    const type = get(row, `${which}Type1Code`).toUpperCase();
    const [first = '', ...others] = [...own].sort((a, b) => b[1] - a[1]).map(([name]) => properName(name));
    const name = taken.has(fold(first)) ? `${first} (${CAMEO_ROLES[type] ?? code})` : first;
    taken.add(fold(first));
    const id = maker.actor(
      name,
      {
        kind: key.startsWith('code ') && code.length === 3 && isCountry(code) ? 'state' : (CAMEO_TYPES[type] ?? 'unspecified'),
        country: isCountry(country) ? country : '',
        aliases: others,
        description: code === '' ? '' : `CAMEO actor code ${code}`,
      },
      key,
    );
    ids.set(key, id);
    return id;
  };
}

type Which = 'Actor1' | 'Actor2';
type Actor = (row: readonly string[], which: Which) => string;

/** What tells actors of one name apart, by the first type of their CAMEO code. */
export const CAMEO_ROLES: Readonly<Record<string, string>> = {
  GOV: 'government',
  MIL: 'military',
  COP: 'police',
  JUD: 'courts',
  LEG: 'legislature',
  OPP: 'opposition',
  CVL: 'civilians',
  MED: 'media',
  BUS: 'business',
};

const QUAD = ['', 'verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'];

/** Reads GDELT events into the record. */
export function bringGdelt(sheet: Sheet, maker: RecordMaker, account: Account, chosen: GradeChoice = {}): void {
  // Their names differ in case from one export to the next, so words cannot be told apart by capitals.
  const cells = new Cells({ ...sheet, columns: sheet.columns.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, '')) });
  const get = (row: readonly string[], name: string): string =>
    cells.get(row, name.toLowerCase().replace(/[^a-z0-9]/g, '')).trim();
  account.rowsIn += sheet.rows.length;

  const merged = new Map<string, Merged>();
  sheet.rows.forEach((row, i) => {
    const date = get(row, 'SQLDATE');
    const code = get(row, 'EventCode');
    if (foreignDate(date) === '' && code === '') {
      account.note(i + 1, 'SQLDATE', date, 'The row has neither a date nor an event code; it is left out.');
      return;
    }
    const actors = ['Actor1', 'Actor2'].map((actor) => `${get(row, `${actor}Name`)}/${get(row, `${actor}Code`)}`);
    const page = get(row, 'SOURCEURL');
    // Without a page nothing says that two rows tell of one event.
    const key = page === '' ? `row ${i}` : [page, ...actors, rootOf(code, get(row, 'EventRootCode')), date].join('\t');
    const mentions = Number(get(row, 'NumMentions')) || 0;
    const articles = Number(get(row, 'NumArticles')) || 0;
    const known = merged.get(key);
    if (known) {
      known.rows++;
      known.mentions += mentions;
      known.articles += articles;
    } else merged.set(key, { row, rows: 1, mentions, articles });
    account.rowsShown++;
  });

  const grader = new Grader('CAMEO root code', cameoRoot, chosen);
  const actorOf = actorsOf(sheet.rows, get, maker);

  let withoutActors = 0;
  let within = 0;
  for (const { row, rows, mentions, articles } of merged.values()) {
    const [from, to] = [actorOf(row, 'Actor1'), actorOf(row, 'Actor2')];
    const code = get(row, 'EventCode');
    const root = rootOf(code, get(row, 'EventRootCode'));
    const { words } = cameoRoot(root);
    const quad = Number(get(row, 'QuadClass'));
    const url = get(row, 'SOURCEURL');
    const names = [get(row, 'Actor1Name'), get(row, 'Actor2Name')].map((name) => properName(name));
    const [lat, lon] = [get(row, 'ActionGeo_Lat'), get(row, 'ActionGeo_Long')];
    const geo = get(row, 'ActionGeo_Type');
    const given = {
      id: `gdelt ${get(row, 'GLOBALEVENTID')}`,
      title: [names[0] || 'Somebody', words || `does what CAMEO ${code} says to`, names[1] || 'somebody'].join(' '),
      date: foreignDate(get(row, 'SQLDATE')),
      places: [
        lat === '' || lon === ''
          ? ''
          : maker.place(get(row, 'ActionGeo_FullName'), Number(lat), Number(lon), {
              kind: geo === '3' || geo === '4' ? 'city' : 'region',
            }),
      ],
      topics: [words === '' ? '' : `cameo ${root}`],
      summary: `CAMEO event code ${code}${QUAD[quad] ? `, ${QUAD[quad]}` : ''}. Coded by a machine from the page that is named.`,
      sources: [
        maker.source({
          url,
          outlet: hostOf(url) || 'GDELT',
          title: url === '' ? `GDELT event ${get(row, 'GLOBALEVENTID')}` : '',
        }),
      ],
      confidence: 'low' as const,
      notes: [
        `GDELT event ${get(row, 'GLOBALEVENTID')}; Goldstein ${get(row, 'GoldsteinScale') || 'not given'}; average tone ${get(row, 'AvgTone') || 'not given'}; ${mentions} mentions in ${articles} articles.`, // prettier-ignore
        rows > 1 ? `${rows} rows of the file tell of it.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    };
    const verbal = quad === 1 || quad === 3;
    const evidence =
      verbal && from !== ''
        ? maker.statement({ ...given, speaker: from, targets: [to] })
        : maker.event({ ...given, participants: [from, to] });
    if (from === '' || to === '') {
      withoutActors++;
      continue;
    }
    // Two actors of one country and kind have one code: what one says of the other is no stance on itself.
    if (from === to) {
      within++;
      continue;
    }
    const grade = grader.grade(root);
    if (grade !== null)
      maker.stance({
        evidence,
        holder: from,
        target: to,
        score: grade,
        basis: verbal ? 'statement' : 'conduct',
        rationale: `CAMEO root ${root}: the grade belongs to the kind of event, not to this one.`,
      });
  }
  maker.howCoded =
    'Events were coded by a machine (GDELT) from news pages; a score is that of their CAMEO root code, not of the words themselves.';
  const many = [...merged.values()].reduce((sum, { rows }) => sum + rows - 1, 0);
  account.say(
    'Words (QuadClass 1 and 3) became statements, acts (2 and 4) events; the first actor holds the stance, on the second.',
  );
  if (many > 0) account.say(`${many} rows that repeat another (same page, actors, root code and day) were merged into it.`);
  account.lose('rows without two named actors: they are shown, without a stance', withoutActors);
  account.lose('rows whose two actors have one code and name: they are shown, without a stance', within);
  for (const [what, columns] of [
    ['ethnic and religious codes of actors', ['EthnicCode', 'Religion1Code', 'Religion2Code']],
    ['second and third types of actors', ['Type2Code', 'Type3Code']],
  ] as const)
    account.lose(what, sheet.rows.filter((row) => columns.some((column) => get(row, `Actor1${column}`) || get(row, `Actor2${column}`))).length); // prettier-ignore
  account.lose('places of the actors (that of the event is kept)', sheet.rows.filter((row) => get(row, 'Actor1Geo_FullName') || get(row, 'Actor2Geo_FullName')).length); // prettier-ignore
  grader.tell(account);
}

/** The root of a code; tables that lost leading zeros have `10` for `010`, which the root's own column tells apart. */
function rootOf(code: string, root: string): string {
  const given = root.trim();
  if (/^\d{1,2}$/.test(given)) return given.padStart(2, '0');
  return /^\d{2,4}$/.test(code) ? code.slice(0, 2) : '';
}
