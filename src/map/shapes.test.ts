import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { readTable } from '../record/reading/csv';
import { acrossFrom, contains, readShapes } from './shapes';

const text = readFileSync(new URL('./shapes.json', import.meta.url), 'utf8');
const shapes = readShapes(text);
const at = (lat: number, lon: number) =>
  shapes.states.filter((state) => contains(shapes, state, lon, lat)).map((state) => state.code);

describe('borders', () => {
  it.each([
    ['Simferopol', 44.95, 34.1],
    ['Sevastopol', 44.58, 33.53],
    ['Kerch', 45.36, 36.45],
    ['Yalta', 44.51, 34.16],
    ['Armiansk, by Perekop', 46.1, 33.69],
    ['Melitopol', 46.85, 35.37],
    ['Donetsk', 48.0, 37.8],
  ])('%s is in Ukraine alone (UN General Assembly resolution 68/262)', (_, lat, lon) => expect(at(lat, lon)).toEqual(['UKR']));

  it('has no line across the isthmus of Perekop or the Syvash', () => {
    const ukraine = shapes.states.findIndex((state) => state.code === 'UKR');
    const inner = shapes.lines.filter((line, k) => {
      if (shapes.users[k]!.length < 2 || !shapes.users[k]!.includes(ukraine)) return false;
      return line.some((_, i) => i % 2 === 0 && line[i]! > 32.5 && line[i]! < 36 && line[i + 1]! > 44 && line[i + 1]! < 46.4);
    });
    expect(inner).toEqual([]);
    const russia = shapes.states.findIndex((state) => state.code === 'RUS');
    const west = shapes.lines.filter(
      (line, k) =>
        shapes.users[k]!.includes(russia) &&
        line.some((_, i) => i % 2 === 0 && line[i]! > 32 && line[i]! < 36.58 && line[i + 1]! < 46.3 && line[i + 1]! > 44),
    );
    expect(west).toEqual([]);
  });

  it.each([
    ['Minsk', 53.9, 27.57, 'BLR'],
    ['Kaliningrad', 54.71, 20.51, 'RUS'],
    ['Warsaw', 52.23, 21.01, 'POL'],
    ['Temryuk', 45.28, 37.38, 'RUS'],
    ['Chisinau', 47.01, 28.86, 'MDA'],
    ['Mariehamn', 60.1, 19.94, 'FIN'],
    ['Washington', 38.91, -77.04, 'USA'],
  ])('%s is where it was', (_, lat, lon, code) => expect(at(lat, lon)).toEqual([code]));
});

describe('the file', () => {
  it('has every code once, and the islets of Australia with Australia', () => {
    const codes = shapes.states.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(shapes.byCode.get('AUS')?.name).toBe('Australia');
    expect(at(-25, 134)).toEqual(['AUS']);
  });

  it('has no line that jumps around the world: every ring is cut at 180 degrees', () => {
    const jumps = shapes.states.filter(({ polygons }) =>
      polygons.flat(2).some((k) => {
        const line = shapes.lines[k < 0 ? ~k : k]!;
        for (let i = 2; i < line.length; i += 2) if (Math.abs(line[i]! - line[i - 2]!) > 90) return true;
        return false;
      }),
    );
    expect(jumps.map(({ code }) => code)).toEqual([]);
  });

  it.each([
    ['Chukotka, west of the line', 67, 175, 'RUS'],
    ['Uelen, east of it', 66.1, -170.2, 'RUS'],
    ['Suva', -18.0, 178.2, 'FJI'],
    ['Savusavu', -16.7, 179.3, 'FJI'],
  ])('%s lies where it should', (_, lat, lon, code) => expect(at(lat, lon)).toEqual([code]));

  it('paints none of Russia on Greenland, Canada or the Norwegian Sea', () => {
    expect(at(70, -40)).toEqual(['GRL']);
    expect(at(66, -100)).toEqual(['CAN']);
    expect(at(70, 3)).toEqual([]);
  });

  it.each(['eastern-flank', 'great-powers'])('has a shape for every state of %s', (dataset) => {
    const csv = readFileSync(new URL(`../../data/${dataset}/actors.csv`, import.meta.url), 'utf8');
    const { columns, rows } = readTable('actors', 'actors.csv', csv).table;
    const [kind, country] = [columns.indexOf('kind'), columns.indexOf('country')];
    const codes = rows.filter((row) => row[kind] === 'state' && row[country] !== '').map((row) => row[country]!);
    expect(codes.length).toBeGreaterThan(4);
    expect(codes.filter((code) => !shapes.byCode.has(code))).toEqual([]);
  });

  it('keeps to its budget', () => expect(gzipSync(text).length).toBeLessThan(150_000));

  it('holds a shared border once, known to both neighbours', () => {
    const [poland, belarus] = ['POL', 'BLR'].map((code) => shapes.states.findIndex((state) => state.code === code));
    expect(shapes.users.filter((users) => users.includes(poland!) && users.includes(belarus!))).toHaveLength(1);
  });

  it('puts the label spots of the region inside their states', () => {
    const region = [
      'BLR',
      'POL',
      'LTU',
      'LVA',
      'EST',
      'FIN',
      'UKR',
      'ROU',
      'BGR',
      'DEU',
      'RUS',
      'SWE',
      'CZE',
      'SVK',
      'HUN',
      'MDA',
      'NOR',
      'USA',
    ];
    const outside = region.filter((code) => !contains(shapes, shapes.byCode.get(code)!, ...shapes.byCode.get(code)!.label));
    expect(outside).toEqual([]);
  });
});

it('finds who is on the other side of a crossing', () => {
  expect(acrossFrom(shapes, 'POL', 23.65, 53.51)).toBe('BLR');
  expect(acrossFrom(shapes, 'LTU', 25.68, 54.55)).toBe('BLR');
  expect(acrossFrom(shapes, 'POL', 23.2, 51.15)).toBe('UKR');
});
