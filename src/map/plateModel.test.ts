import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { caseRecord, happened } from '../testing/cases';
import { readRecord } from '../record/reading/read';
import { groupsAt, groupsOf, NONE, outlined } from './outline';
import { deploymentsAt, placeMarks, placeRows, postingsOf } from './placeMarks';
import {
  bordersNote,
  boundsAsked,
  boundsOf,
  counterparts,
  mainHolder,
  offMap,
  plateTitle,
  shadeFigure,
  shadeLook,
  stanceShade,
  subjectOf,
  tieShades,
} from './plateModel';
import { dayOf } from '../words/calendar';
import { greatPowers } from '../testing/shippedDataset';

function dataset(name: string) {
  const folder = new URL(`../../data/${name}/`, import.meta.url);
  return readRecord(new Map(readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')])), name);
}
const flank = dataset('eastern-flank');
const powers = greatPowers();
const index = (id: string) => flank.actorIndex.get(id)!;

describe('whose map it is', () => {
  const main = mainHolder(sliceRecord(flank, ALL));
  const state = { actors: [], pair: null, place: '', extra: {} };

  it('is the main holder of the record until somebody is chosen', () => {
    expect(subjectOf(flank, state, main)).toBe(main);
    expect(subjectOf(flank, { ...state, actors: ['russia', 'poland'] }, main)).toBe(index('russia'));
    expect(subjectOf(flank, { ...state, pair: ['poland', 'belarus'] }, main)).toBe(index('poland'));
  });

  it('stays with the actor that others are read towards as long as the pair has it, and while a place is looked at', () => {
    expect(subjectOf(flank, { ...state, pair: ['poland', 'belarus'], extra: { 'map-of': 'belarus' } }, main)).toBe(
      index('belarus'),
    );
    expect(subjectOf(flank, { ...state, pair: ['poland', 'russia'], extra: { 'map-of': 'belarus' } }, main)).toBe(
      index('poland'),
    );
  });

  it('reads titles', () => {
    const belarus = flank.actors[index('belarus')];
    expect(plateTitle(belarus, 'of', false)).toBe('Belarus on its neighbours');
    expect(plateTitle(belarus, 'towards', false)).toBe('Others on Belarus');
    expect(plateTitle(belarus, 'of', true)).toBe('Belarus’s ties');
  });
});

describe('shades', () => {
  const slice = sliceRecord(flank, { ...ALL, basis: 'own' });
  const running = runStances(slice, { mode: 'decay', halfLife: 30, from: dayOf('2025-01-01') });
  const pairOn = (id: string, reading: 'of' | 'towards' = 'of') =>
    counterparts(slice, index('belarus'), reading).find(({ actor }) => actor === index(id))!.pair;

  it('say nothing before the first row, and never zero for it', () => {
    const before = stanceShade(running, pairOn('poland'), dayOf('1999-01-01'), true);
    expect(before).toEqual({ kind: 'uncovered' });
    expect(shadeFigure(before)).toBe('not covered');
    expect(shadeLook(before)).toBe('hatch');
  });

  it('differ by direction', () => {
    const at = dayOf('2026-01-26');
    expect(stanceShade(running, pairOn('poland'), at, true)).not.toEqual(
      stanceShade(running, pairOn('poland', 'towards'), at, true),
    );
  });

  it('do not shade on fewer rows than the reader asks for, and say how many there are', () => {
    const shade = stanceShade(running, pairOn('poland'), dayOf('2026-01-26'), false);
    expect(shade.kind).toBe('below');
    expect(shadeFigure(shade)).toMatch(/^\d+ rows$/);
  });

  it('count the rows behind a stance, whatever its reading takes of them', () => {
    const latest = runStances(slice, { mode: 'latest', halfLife: 30, from: dayOf('2025-01-01') });
    const shade = stanceShade(latest, pairOn('poland'), dayOf('2026-01-26'), true);
    expect(shade.kind === 'stance' && shade.value).toBe(1);
  });

  it('turn stale after two half-lives of silence', () => {
    const shade = stanceShade(running, pairOn('poland'), dayOf('2030-01-01'), true);
    expect(shade.kind === 'stance' && shade.stale).toBe(true);
  });

  it('list states without a row too, and others only with one', () => {
    const list = counterparts(slice, index('belarus'), 'of');
    expect(list.find(({ actor }) => actor === index('bulgaria'))?.pair).toBe(-1);
    expect(list.every(({ actor, pair }) => pair >= 0 || flank.actors[actor]!.kind === 'state')).toBe(true);
  });

  it('of actors off the map go to a list: bodies and far states, no persons', () => {
    const at = dayOf('2026-01-26');
    const shades = new Map(
      counterparts(slice, index('belarus'), 'of').map(({ actor, pair }) => [actor, stanceShade(running, pair, at, true)]),
    );
    const off = offMap(flank, shades, new Set([index('poland'), index('russia')])).map(({ actor }) => flank.actors[actor]!.id);
    expect(off).toContain('united-states');
    expect(off).not.toContain('poland');
    expect(off.some((id) => ['person', 'outlet'].includes(flank.actors[index(id)]!.kind))).toBe(false);
  });
});

describe('a record of ties alone', () => {
  const power = (id: string) => powers.actorIndex.get(id)!;
  it('shades by the sign of the ties that hold at the date', () => {
    const early = tieShades(powers, power('germany'), dayOf('1875-01-01'));
    const late = tieShades(powers, power('germany'), dayOf('1910-01-01'));
    expect(early.get(power('austria-hungary'))).toMatchObject({ kind: 'tie', grade: 1 });
    expect(late.get(power('france'))).toMatchObject({ kind: 'tie', grade: -1 });
    expect(shadeFigure(late.get(power('france'))!)).toBe('unfriendly');
  });
  it('says that the borders are of today', () => {
    expect(bordersNote(powers)).toMatch(/Today/);
    expect(bordersNote(flank)).toBe('');
  });
});

it('fits the middle of the record where the dataset names no bounds', () => {
  const [[south, west], [north, east]] = boundsOf({ ...flank, meta: { ...flank.meta, bounds: null } });
  expect(south).toBeLessThan(45);
  expect(north).toBeGreaterThan(58);
  expect(west).toBeLessThan(20);
  expect(east).toBeLessThan(110);
});

describe('where the map opens', () => {
  const at = (...spots: [number, number][]) => ({
    ...flank,
    meta: { ...flank.meta, bounds: null },
    places: [],
    actors: spots.map(([lat, lon]) => ({ ...flank.actors[0]!, kind: 'state' as const, lat, lon })),
  });

  it('holds the Pacific in one piece, across 180 degrees', () => {
    const [[, west], [, east]] = boundsOf(at([-18, 178], [-13.8, -171.8], [-21, -175], [-41, 175]));
    expect(west).toBeGreaterThan(170);
    expect(west).toBeLessThan(175);
    expect(east).toBeGreaterThan(188);
    expect(east - west).toBeLessThan(25);
  });
  it('holds four continents, and no world twice', () => {
    const [[south, west], [north, east]] = boundsOf(at([-35, 149], [39, -77], [52, 13], [-26, 28], [35, 139], [-15, -47]));
    expect(west).toBeLessThan(-77);
    expect(east).toBeGreaterThan(149);
    expect(east - west).toBeLessThan(270);
    const everywhere = Array.from({ length: 24 }, (_, i): [number, number] => [10, -180 + 15 * i]);
    expect(boundsOf(at(...everywhere)).map(([, lon]) => lon)).toEqual([-180, 180]);
    expect(south).toBeLessThan(-35);
    expect(north).toBeGreaterThan(52);
  });
  it('shows a city with the country around it', () => {
    const [[south, west], [north, east]] = boundsOf(at([48.2, 16.4], [48.2, 16.4]));
    expect([north - south, east - west]).toEqual([5, 5]);
  });
  it('lets one far actor lie outside, never one among few', () => {
    const near = Array.from({ length: 12 }, (_, i): [number, number] => [50 + i / 4, 10 + i]);
    expect(boundsOf(at(...near, [-34, 18]))[0][0]).toBeGreaterThan(40);
    expect(boundsOf(at([50, 10], [52, 20], [-34, 18]))[0][0]).toBeLessThan(-34);
  });
  it('keeps to the dataset’s own bounds, told beyond 180 where they run across it', () => {
    const own = (bounds: [[number, number], [number, number]]) => boundsOf({ ...flank, meta: { ...flank.meta, bounds } });
    expect(
      own([
        [41, 13.5],
        [61.5, 38.5],
      ]),
    ).toEqual([
      [41, 13.5],
      [61.5, 38.5],
    ]);
    expect(
      own([
        [-25, 170],
        [-5, -165],
      ]),
    ).toEqual([
      [-25, 170],
      [-5, 195],
    ]);
  });
  it('reads the frame that a link asks for', () => {
    expect(boundsAsked('41~13~61~38')).toEqual([
      [41, 13],
      [61, 38],
    ]);
    expect(boundsAsked('-25~170~-5~-165')).toEqual([
      [-25, 170],
      [-5, 195],
    ]);
    for (const wrong of ['', '1~2~3', '61~13~41~38', '41~13~61~38~1', '41~x~61~38', '-86~0~10~10', '0~200~10~210'])
      expect(boundsAsked(wrong)).toBe(null);
  });
});

describe('the outlined group', () => {
  const at = dayOf('2026-01-26');
  it('is the summit group begun last, as long as it lives, or what the reader chose', () => {
    expect(outlined(flank, groupsAt(flank, groupsOf(flank), at), undefined)?.id).toBe('eastern-flank-summit-group');
    expect(outlined(flank, groupsAt(flank, groupsOf(flank), dayOf('2025-09-01')), undefined)?.id).toBe(
      'bucharest-nine-nordic-summit',
    );
    expect(outlined(flank, groupsAt(flank, groupsOf(flank), dayOf('2020-01-01')), undefined)).toBe(null);
    expect(outlined(flank, groupsAt(flank, groupsOf(flank), at), NONE)).toBe(null);
    expect(outlined(flank, groupsAt(flank, groupsOf(flank), at), 'bucharest-nine-nordic-summit')?.countries).toContain('NOR');
  });
  it('has at least four states', () => {
    expect(groupsAt(flank, groupsOf(flank), at).every(({ countries }) => countries.length >= 4)).toBe(true);
  });
});

describe('places', () => {
  const rows = placeRows(flank, ALL);
  const kyiv = flank.placeIndex.get('kyiv')!;
  it('count what the window holds up to the date', () => {
    const early = placeMarks(rows, dayOf('2025-01-01'), dayOf('2025-06-01')).find(({ place }) => place === kyiv);
    const late = placeMarks(rows, dayOf('2025-01-01'), dayOf('2026-05-01')).find(({ place }) => place === kyiv)!;
    expect(late.statements).toBeGreaterThan(early?.statements ?? 0);
    expect(placeMarks(rows, dayOf('1990-01-01'), dayOf('1990-02-01'))).toEqual([]);
  });
  it('fade: an event is fresh for a month and old after half a year', () => {
    const place = flank.placeIndex.get('lepel')!;
    const day = rows.find((row) => row.place === place)!.eventDays[0]!;
    const ages = [0, 30, 60, 300].map((days) => placeMarks(rows, day - 1, day + days).find((mark) => mark.place === place)!.age);
    expect(ages).toEqual([0, 0, 1, 2]);
  });
  it('obey the filters', () => {
    const some = placeRows(flank, { ...ALL, topics: ['balloons'] });
    expect(some.length).toBeLessThan(rows.length);
    expect(some.length).toBeGreaterThan(0);
  });
});

it('puts deployments where their title says, and the others nowhere', () => {
  const list = deploymentsAt(flank, postingsOf(flank), dayOf('2026-01-26'));
  const hosts = list.map(({ host, ties }) => [host < 0 ? '' : flank.actors[host]!.id, ties.length]);
  expect(hosts).toEqual([
    ['', 2],
    ['belarus', 2],
    ['lithuania', 1],
  ]);
});

describe('an event', () => {
  const odd = caseRecord({
    events: [
      happened('two-places', '2020-01-01', '', 'spot;spot2'),
      happened('goes-on', '2020-02-01', '..', 'spot2'),
      happened('undated', 'XXXX', '', 'spot'),
    ],
  });
  const marks = (from: string, at: string) =>
    placeMarks(placeRows(odd, ALL), dayOf(from), dayOf(at)).map(({ place, events, age }) => [odd.places[place]!.id, events, age]);

  it('of several places stands at each of them; one without a date at none', () => {
    expect(marks('2020-01-01', '2020-01-31')).toEqual([
      ['spot', 1, 0],
      ['spot2', 1, 0],
    ]);
  });
  it('that still goes on is in every later window, and fresh in it', () => {
    expect(marks('2025-01-01', '2025-12-31')).toEqual([['spot2', 1, 0]]);
    expect(marks('2020-01-01', '2025-12-31')).toEqual([
      ['spot', 1, 2],
      ['spot2', 2, 0],
    ]);
    expect(marks('2019-01-01', '2019-12-31')).toEqual([]);
  });
});
