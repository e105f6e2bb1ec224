import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL, pairOf, sliceRecord } from '../analysis/slice';
import { runStances, stanceAt } from '../analysis/stance/stance';
import { readRecord } from '../record/reading/read';
import { activity, busiest, matrixActors, MatrixSteps, MOST_ACTORS, moveBy, orderActors, totals } from './matrixModel';
import { cellWords } from './matrixWords';
import { dayOf } from '../words/calendar';
import { greatPowers } from '../testing/shippedDataset';

function open(name: string) {
  const folder = `data/${name}`;
  return readRecord(new Map(readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')])), name);
}
const flank = open('eastern-flank');
const slice = sliceRecord(flank, { ...ALL, basis: 'own' });
const running = runStances(slice, { mode: 'decay', halfLife: 30, from: 0 });
const to = flank.span![1];
const active = activity(slice, to);
const actors = matrixActors(slice, to, 2, false, []);
const id = (actor: number) => flank.actors[actor]!.id;

describe('the actors of a matrix', () => {
  it('are those whose pairs rest on enough rows, and whatever is in focus', () => {
    expect(matrixActors(slice, to, 1, false, []).length).toBeGreaterThan(actors.length);
    const missing = flank.actors.findIndex((_, actor) => !actors.includes(actor));
    expect(matrixActors(slice, to, 2, false, [id(missing), 'poland'])).toContain(missing);
    expect(matrixActors(slice, to, 100_000, false, ['belarus', 'poland'])).toEqual([]);
  });

  it('stand in the order that was asked for', () => {
    const by = (order: Parameters<typeof orderActors>[2], camps: ReadonlyMap<string, 0 | 1> | null = null) =>
      orderActors(flank, actors, order, active, camps);
    const names = by('name').map((actor) => flank.actors[actor]!.name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    const rows = by('activity').map((actor) => active[actor]!);
    expect(rows).toEqual([...rows].sort((a, b) => b - a));
    expect(id(by('activity')[0]!)).toBe('belarus');
    const lons = by('region').map((actor) => flank.actors[actor]!.lon);
    expect(lons).toEqual([...lons].sort((a, b) => a - b));
    const kinds = by('kind').map((actor) => flank.actors[actor]!.kind);
    expect(kinds.lastIndexOf('state')).toBe(kinds.filter((kind) => kind === 'state').length - 1);
    const camps = new Map([
      ['russia', 0],
      ['belarus', 0],
      ['poland', 1],
    ] as [string, 0 | 1][]);
    expect(by('camp', camps).slice(0, 3).map(id)).toEqual(['belarus', 'russia', 'poland']);
  });

  it('are the busiest where there are too many', () => {
    const many = Array.from({ length: MOST_ACTORS + 5 }, (_, i) => i);
    const counts = Uint32Array.from(many, (i) => i);
    const kept = busiest(many, counts);
    expect(kept.length).toBe(MOST_ACTORS);
    expect(kept).not.toContain(0);
  });
});

describe('cells', () => {
  const at = dayOf('2025-12-31');

  it('hold the running stance of row on column, and nothing where nothing is known', () => {
    const cells = new MatrixSteps(running, actors).at(at);
    actors.forEach((holder, r) =>
      actors.forEach((target, c) => {
        const stance = stanceAt(running, pairOf(slice, holder, target), at);
        expect(cells[r]![c]?.value ?? null).toBe(stance?.value ?? null);
        expect(cells[r]![c]?.stale ?? false).toBe(stance?.stale ?? false);
      }),
    );
  });

  it('keep the rows in which nothing was said', () => {
    const steps = new MatrixSteps(running, actors);
    const before = steps.at(at);
    const after = steps.at(at + 1);
    expect(after.filter((row, r) => row === before[r]).length).toBeGreaterThan(actors.length / 2);
    expect(after).toEqual(new MatrixSteps(running, actors).at(at + 1));
    expect(steps.at(at)).toEqual(before);
  });

  it('add up to the rows up to the date', () => {
    const all = matrixActors(slice, to, 1, false, []);
    const cells = new MatrixSteps(running, all).at(at);
    const { held, received } = totals(cells);
    const rows = slice.day.filter((day) => day <= at).length;
    const sum = (list: number[]) => list.reduce((total, n) => total + n, 0);
    expect(sum(held)).toBe(rows);
    expect(sum(received)).toBe(rows);
  });

  it('show the sign of ties in a record of ties, alike on both sides', () => {
    const powers = greatPowers();
    const ties = sliceRecord(powers, ALL);
    const list = matrixActors(ties, to, 2, false, []);
    const still = runStances(ties, { mode: 'decay', halfLife: 30, from: 0 });
    const day = dayOf('1907-12-31');
    const cells = new MatrixSteps(still, list).at(day);
    const at = (a: string, b: string) => cells[list.indexOf(powers.actorIndex.get(a)!)]![list.indexOf(powers.actorIndex.get(b)!)];
    expect(at('united-kingdom', 'russia')?.value).toBe(1);
    expect(at('russia', 'united-kingdom')?.value).toBe(1);
    expect(at('germany', 'france')?.value).toBe(-1);
    expect(cellWords(still, list[0]!, list[1]!, null, day, day, true)).toMatch(/no signed tie on 31 December 1907/);
  });
});

describe('keys', () => {
  it('move within the grid and its names, and never into the empty corner', () => {
    expect(moveBy('ArrowRight', false, { r: 0, c: 0 }, 3)).toEqual({ r: 0, c: 1 });
    expect(moveBy('ArrowRight', false, { r: 0, c: 2 }, 3)).toEqual({ r: 0, c: 2 });
    expect(moveBy('ArrowLeft', false, { r: 1, c: 0 }, 3)).toEqual({ r: 1, c: -1 });
    expect(moveBy('ArrowUp', false, { r: 0, c: -1 }, 3)).toEqual({ r: 0, c: -1 });
    expect(moveBy('End', true, { r: 0, c: 0 }, 3)).toEqual({ r: 2, c: 2 });
    expect(moveBy('PageDown', false, { r: 0, c: 1 }, 3)).toEqual({ r: 2, c: 1 });
    expect(moveBy('x', false, { r: 0, c: 0 }, 3)).toBeNull();
  });
});
