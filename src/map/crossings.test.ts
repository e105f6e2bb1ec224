import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { closingAt, crossingsOf, signsOf, type Crossing } from './crossings';
import { acrossFrom, readShapes } from './shapes';
import { dayOf } from '../words/calendar';

const shapes = readShapes(readFileSync(new URL('./shapes.json', import.meta.url), 'utf8'));
const folder = new URL('../../data/eastern-flank/', import.meta.url);
const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));

describe('the closures of the Eastern Flank record', () => {
  const record = readRecord(files, 'eastern-flank');
  const crossings = crossingsOf(record, (country, lon, lat) => acrossFrom(shapes, country, lon, lat));
  const shut = (iso: string) =>
    crossings
      .filter((crossing) => closingAt(crossing, dayOf(iso)))
      .map(({ place }) => record.places[place]!.id.replace('-crossing', ''))
      .sort();
  const long = ['bobrowniki', 'kuznica'];

  it.each([
    ['2021-06-01', []],
    ['2022-06-01', ['kuznica']],
    ['2024-01-01', long],
    ['2025-09-11', long],
    ['2025-09-12', ['bobrowniki', 'kukuryki', 'kuznica', 'terespol']],
    ['2025-09-24', ['bobrowniki', 'kukuryki', 'kuznica', 'terespol']],
    ['2025-09-25', long],
    ['2025-10-28', long],
    ['2025-10-29', ['bobrowniki', 'kuznica', 'medininkai', 'salcininkai']],
    ['2025-11-16', ['bobrowniki', 'kuznica', 'medininkai', 'salcininkai']],
    ['2025-11-17', ['medininkai', 'salcininkai']],
    ['2025-11-19', ['medininkai', 'salcininkai']],
    ['2025-11-20', []],
    ['2026-01-26', []],
  ])('on %s shut are: %s', (iso, ids) => expect(shut(iso)).toEqual(ids));

  it('names the closing that keeps a crossing shut', () => {
    const kuznica = crossings.find(({ place }) => record.places[place]!.id === 'kuznica-crossing')!;
    expect(record.evidence.title[closingAt(kuznica, dayOf('2025-09-20'))!.evidence]).toMatch(/all crossings shut/);
    expect(record.evidence.title[closingAt(kuznica, dayOf('2025-10-20'))!.evidence]).toMatch(/Kuźnica/);
  });
});

describe('the rule on other records', () => {
  const places =
    'id,name,country,kind,lat,lon\nnorth,North Gate crossing,AAA,crossing,1,1\nsouth,South Gate crossing,AAA,crossing,2,1\nfar,Far Gate,AAA,crossing,9,9\n';
  const actors =
    'id,name,kind,speaks_for,country,lat,lon,aliases,description\na,Aland,state,,AAA,1,0,,\nb,Bland,state,,BBB,1,2,,\n';
  const head = 'id,title,start,end,place,participants,topics,summary,sources,confidence,notes\n';
  const record = (events: string) =>
    readRecord(
      new Map([
        ['places.csv', places],
        ['actors.csv', actors],
        ['events.csv', head + events],
      ]),
      'made',
    );
  const across = (_: string, lon: number) => (lon < 5 ? 'BBB' : 'CCC');
  const shut = (events: string, iso: string) => {
    const made = record(events);
    return crossingsOf(made, across)
      .filter((crossing) => closingAt(crossing, dayOf(iso)))
      .map(({ place }) => made.places[place]!.id);
  };

  it('a closing without an end lasts until a reopening, else on', () => {
    const closing = 'c,Aland closes North Gate,2020-01-01,,north,a;b,border,,,high,\n';
    expect(shut(closing, '2024-01-01')).toEqual(['north']);
    expect(shut(`${closing}r,Aland reopens North Gate,2020-02-01,,north,a;b,border,,,high,\n`, '2020-01-31')).toEqual(['north']);
    expect(shut(`${closing}r,Aland reopens North Gate,2020-02-01,,north,a;b,border,,,high,\n`, '2020-02-01')).toEqual([]);
  });

  it('a closing of the whole border spares crossings to third countries', () => {
    expect(shut('c,Aland shuts its border with Bland,2020-01-01,2020-02-01,,a;b,border,,,high,\n', '2020-01-15')).toEqual([
      'north',
      'south',
    ]);
  });

  it('other closures are no closed crossings', () => {
    expect(shut('c,Aland closes a consulate,2020-01-01,2020-02-01,,a;b,border,,,high,\n', '2020-01-15')).toEqual([]);
    expect(shut('c,Aland closes North Gate,2020-01-01,2020-02-01,north,a;b,trade,,,high,\n', '2020-01-15')).toEqual([]);
  });
});

describe('signs', () => {
  const crossing = (place: number): Crossing => ({ place, between: ['AAA', 'BBB'], closings: [] });
  it('nudges two near ones apart and makes one of those that are nearer', () => {
    const signs = signsOf([
      { crossing: crossing(0), x: 0, y: 0 },
      { crossing: crossing(1), x: 0, y: 9 },
      { crossing: crossing(2), x: 1, y: 1 },
      { crossing: crossing(3), x: 60, y: 0 },
    ]);
    expect(signs.map((sign) => sign.crossings.map(({ place }) => place))).toEqual([[0, 2], [1], [3]]);
    expect(Math.hypot(signs[1]!.x - signs[0]!.x, signs[1]!.y - signs[0]!.y)).toBeGreaterThanOrEqual(12);
  });
});
