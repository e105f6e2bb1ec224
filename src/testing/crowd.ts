import { below, seeded, type Random } from '../analysis/random';
import { isoOf, type Day } from '../words/calendar';
import { BASES, SOURCE_KINDS, type TableName, type TextTable } from '../record/record';
import { tableOf, type Cells } from './synthetic';

/** How large a crowd is. */
export interface CrowdSize {
  actors: number;
  /** Directed pairs that share the rows. */
  pairs: number;
  /** Stances, each on a statement of its own. */
  rows: number;
  seed?: number;
  from?: Day;
  to?: Day;
}

/** Corners of where a region's actors are put (south, west, north, east), and codes of states that lie in it. */
const REGIONS: readonly (readonly [south: number, west: number, north: number, east: number, codes: string])[] = [
  [43, 14, 60, 50, 'BLR UKR RUS POL ROU HUN CZE SVK BGR MDA'],
  [43, -4, 54, 16, 'DEU FRA BEL NLD AUT CHE LUX'],
  [52, -10, 68, 28, 'GBR SWE FIN NOR DNK EST LVA LTU IRL ISL'],
  [36, -9, 45, 24, 'ITA ESP PRT GRC HRV SRB ALB SVN MKD MNE BIH MLT'],
  [15, 33, 41, 58, 'TUR ISR SAU IRQ SYR JOR LBN YEM OMN QAT ARE KWT ARM AZE GEO CYP'],
  [8, 60, 50, 88, 'IND PAK IRN KAZ UZB AFG NPL BGD LKA KGZ TJK TKM'],
  [-8, 96, 45, 142, 'CHN JPN KOR PRK VNM THA IDN PHL MYS MMR KHM LAO MNG SGP'],
  [20, -12, 36, 34, 'EGY DZA MAR TUN LBY SDN'],
  [-33, -15, 14, 46, 'NGA ZAF KEN ETH GHA SEN MLI TCD NER COD AGO UGA RWA TZA ZMB ZWE MOZ CMR CIV SOM'],
  [28, -122, 52, -68, 'USA CAN'],
  [-40, -100, 24, -40, 'BRA MEX ARG CHL COL VEN PER CUB BOL ECU URY PRY GTM HND NIC PAN'],
  [-42, 115, -8, 177, 'AUS NZL PNG FJI'],
];

const SYLLABLES = 'ba bel cor dan dor el fen gar hal ist jor kal lin mar nor ost pel quin rod sal tor ur vel wes yar zen'.split(
  ' ',
);

interface Dealt {
  id: string;
  name: string;
  kind: string;
  country: string;
  lat: number;
  lon: number;
  side: 1 | -1 | 0;
  region: number;
}

/**
 * A made-up crowd for pictures and timings: states and others in the regions of the world, a few of them speaking far more than the rest,
 * in two loose camps with some of the signs against them, and pairs that turn once. The names of states are real where the code is, the
 * rest, every score before all, is dealt: it says nothing of anybody. The same for the same seed, sound by every rule of the tables.
 */
export function crowdTables(size: CrowdSize): Partial<Record<TableName, TextTable>> {
  const { rows, seed = 1, from: first = 19_723, to = 20_453 } = size;
  const random = seeded(seed);
  const actors = deal(size.actors, random);
  const pairs = pairUp(actors, size.pairs, random).map(([holder, target]) => {
    const [a, b] = [actors[holder]?.side ?? 0, actors[target]?.side ?? 0];
    // Regions lean one way or the other towards each other, so that what is put together by region says something.
    const [from = 0, towards = 0] = [actors[holder]?.region, actors[target]?.region];
    const lean = from === towards ? 0.9 : ((from * 7 + towards * 7 + from * towards * 3) % 5) / 2 - 1;
    const level = a * b * (0.2 + random() * 0.5) + lean + (random() - 0.5) * 0.9;
    const turns = random() < 0.12;
    return {
      holder,
      target,
      level,
      after: turns ? -level * (0.4 + random() * 0.6) : level,
      day: first + below(random, to - first),
    };
  });
  const places = actors.filter(({ kind }) => kind === 'state').slice(0, 60);
  const cells = { statements: [] as Cells[], stances: [] as Cells[], events: [] as Cells[] };
  for (let i = 0; i < rows; i++) {
    // Every pair has a row before any has two; from there on the first speak most.
    const pair = pairs[i < 2 * pairs.length ? i % pairs.length : Math.floor(pairs.length * random() ** 2.5)];
    if (pair === undefined) break;
    const day = first + below(random, to - first + 1);
    const level = (day < pair.day ? pair.level : pair.after) + (random() + random() + random() - 1.5) * 1.3;
    const score = Math.max(-2, Math.min(2, Math.round(level)));
    const holder = actors[pair.holder]?.id ?? '';
    const target = actors[pair.target]?.id ?? '';
    const basis = BASES[random() < 0.75 ? 0 : 1] ?? 'words';
    cells.statements.push({
      id: `s-${i}`,
      title: `Statement ${i}`,
      date: isoOf(day),
      speaker: holder,
      targets: target,
      summary: `What is dealt here is made up, row ${i}.`,
      topics: `topic-${below(random, 12)}`,
      place: random() < 0.4 ? `at-${places[below(random, places.length)]?.id ?? ''}` : '',
      sources: `source-${below(random, 200)}`,
      confidence: ['low', 'medium', 'high'][below(random, 3)] ?? 'low',
    });
    cells.stances.push({ id: `t-${i}`, evidence: `s-${i}`, holder, target, score: String(score), basis });
  }
  for (let i = 0; i < Math.min(2000, Math.ceil(rows / 20)); i++) {
    cells.events.push({
      id: `e-${i}`,
      title: `Made-up event ${i}`,
      start: isoOf(first + below(random, to - first + 1)),
      place: `at-${places[below(random, places.length)]?.id ?? ''}`,
      participants: actors[below(random, actors.length)]?.id ?? '',
      topics: `topic-${below(random, 12)}`,
      summary: 'Made up.',
      sources: `source-${below(random, 200)}`,
      confidence: 'medium',
    });
  }
  return {
    actors: tableOf(
      'actors',
      actors.map(({ id, name, kind, country, lat, lon }) => ({
        id,
        name,
        kind,
        country,
        lat: lat.toFixed(2),
        lon: lon.toFixed(2),
      })),
    ),
    places: tableOf(
      'places',
      places.map(({ id, name, country, lat, lon }) => ({
        id: `at-${id}`,
        name: `In ${name}`,
        country,
        kind: 'city',
        lat: lat.toFixed(2),
        lon: lon.toFixed(2),
      })),
    ),
    sources: tableOf(
      'sources',
      Array.from({ length: 200 }, (_, s) => ({
        id: `source-${s}`,
        url: `https://example.org/${s}`,
        title: `Page ${s}`,
        outlet: `Outlet ${s % 40}`,
        language: 'en',
        kind: SOURCE_KINDS[s % SOURCE_KINDS.length] ?? 'official',
        mirror: 'false',
      })),
    ),
    statements: tableOf('statements', cells.statements),
    events: tableOf('events', cells.events),
    stances: tableOf('stances', cells.stances),
  };
}

function deal(count: number, random: Random): Dealt[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const states = REGIONS.flatMap(([south, west, north, east, codes]) =>
    codes.split(' ').map((code, rank) => ({ code, rank, south, west, north, east })),
  ).sort((a, b) => a.rank - b.rank);
  const taken = new Set<string>();
  let next = 0;
  return Array.from({ length: count }, (_, i) => {
    const state = i % 3 === 2 && i > 8 ? undefined : states[next++];
    const [south, west, north, east] = state
      ? [state.south, state.west, state.north, state.east]
      : (REGIONS[below(random, REGIONS.length)] ?? [0, 0, 1, 1]);
    const name = state ? (names.of(TWO[state.code] ?? '') ?? state.code) : made(random, taken);
    taken.add(name);
    return {
      id: name
        .toLowerCase()
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^a-z]+/g, '-')
        .replace(/^-|-$/g, ''),
      name,
      kind: state ? 'state' : (['organisation', 'movement', 'person', 'outlet', 'alliance'][i % 5] ?? 'unspecified'),
      country: state?.code ?? '',
      lat: south + random() * (north - south),
      lon: west + random() * (east - west),
      region: REGIONS.findIndex((region) => region[0] === south && region[1] === west),
      side: random() < 0.12 ? 0 : east > 28 !== random() < 0.15 ? -1 : 1,
    };
  });
}

/** A name that nobody bears. */
function made(random: Random, taken: ReadonlySet<string>): string {
  for (;;) {
    const [a, b, c] = [0, 1, 2].map(() => SYLLABLES[below(random, SYLLABLES.length)] ?? '');
    const name = `${(a ?? '').charAt(0).toUpperCase()}${(a ?? '').slice(1)}${b ?? ''}${c ?? ''} ${['League', 'Front', 'Union', 'Post', 'Council'][below(random, 5)] ?? ''}`;
    if (!taken.has(name)) return name;
  }
}

/** Directed pairs of which the first actors have most, near ones more than far ones. */
function pairUp(actors: readonly Dealt[], wanted: number, random: Random): [number, number][] {
  const found = new Map<number, [number, number]>();
  const most = Math.min(wanted, actors.length * (actors.length - 1));
  const one = () => Math.floor(actors.length * random() ** 1.9);
  // Everybody speaks of somebody, so that nobody is left out for want of a pair.
  for (let holder = 0; holder < actors.length && found.size < most; holder++) {
    const target = one();
    if (holder !== target) found.set(holder * actors.length + target, [holder, target]);
  }
  while (found.size < most) {
    const [holder, target] = [one(), one()];
    if (holder !== target) found.set(holder * actors.length + target, [holder, target]);
  }
  return [...found.values()];
}

/** Codes of two letters, by those of three, of the states above: names come from the two. */
const TWO: Readonly<Record<string, string>> = Object.fromEntries(
  `BLR BY UKR UA RUS RU POL PL ROU RO HUN HU CZE CZ SVK SK BGR BG MDA MD DEU DE FRA FR BEL BE NLD NL AUT AT CHE CH LUX LU GBR GB SWE SE
   FIN FI NOR NO DNK DK EST EE LVA LV LTU LT IRL IE ISL IS ITA IT ESP ES PRT PT GRC GR HRV HR SRB RS ALB AL SVN SI MKD MK MNE ME BIH BA
   MLT MT TUR TR ISR IL SAU SA IRQ IQ SYR SY JOR JO LBN LB YEM YE OMN OM QAT QA ARE AE KWT KW ARM AM AZE AZ GEO GE CYP CY IND IN PAK PK
   IRN IR KAZ KZ UZB UZ AFG AF NPL NP BGD BD LKA LK KGZ KG TJK TJ TKM TM CHN CN JPN JP KOR KR PRK KP VNM VN THA TH IDN ID PHL PH MYS MY
   MMR MM KHM KH LAO LA MNG MN SGP SG EGY EG DZA DZ MAR MA TUN TN LBY LY SDN SD NGA NG ZAF ZA KEN KE ETH ET GHA GH SEN SN MLI ML TCD TD
   NER NE COD CD AGO AO UGA UG RWA RW TZA TZ ZMB ZM ZWE ZW MOZ MZ CMR CM CIV CI SOM SO USA US CAN CA BRA BR MEX MX ARG AR CHL CL COL CO
   VEN VE PER PE CUB CU BOL BO ECU EC URY UY PRY PY GTM GT HND HN NIC NI PAN PA AUS AU NZL NZ PNG PG FJI FJ`
    .trim()
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, code, i, all) => (i % 2 === 0 ? [...pairs, [code, all[i + 1] ?? '']] : pairs), []),
);
