import { describe, expect, it } from 'vitest';
import { lookOf } from '../analysis/stance/look';
import { runStances } from '../analysis/stance/stance';
import { ALL, pairOf, sliceRecord } from '../analysis/slice';
import { readTables } from '../record/reading/read';
import { crowdTables } from '../testing/crowd';
import { greatPowers } from '../testing/shippedDataset';
import { dayOf } from '../words/calendar';
import { matrixMessages } from '../words/messages/matrix';
import { BY_THEMSELVES, CollapsedSteps, collapsedLines, type CollapsedOf } from './collapsedModel';
import { activity, matrixActors } from './matrixModel';
import { tableRows } from './tableModel';

const META = { name: 'crowd', title: 'A crowd', description: '', view: '', next: null, bounds: null, licence: '' };
const at = dayOf('2025-06-01');
const record = readTables(crowdTables({ actors: 200, pairs: 1000, rows: 3000 }), META);
const running = runStances(sliceRecord(record, ALL), { mode: 'decay', halfLife: 30, from: 0 });
const actors = matrixActors(running.slice, at, 1, false, []);
const active = activity(running.slice, at);
const of = (more: Partial<CollapsedOf> = {}) =>
  collapsedLines(running, { actors, active, chosen: new Set(), by: 'region', camps: null, open: new Set(), ...more });

describe('the lines of a collapsed matrix', () => {
  it('hold every actor once: the most active by themselves, the others in few groups', () => {
    const { lines, groups } = of();
    expect(lines.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual([...actors].sort((a, b) => a - b));
    const alone = lines.filter(({ group }) => group === null);
    expect(alone.length).toBe(BY_THEMSELVES);
    const least = Math.min(...alone.map(({ members }) => active[members[0]!]!));
    const rest = lines.filter(({ group }) => group !== null).flatMap(({ members }) => members);
    expect(Math.max(...rest.map((actor) => active[actor]!))).toBeLessThanOrEqual(least);
    expect(lines.filter(({ group }) => group !== null).map(({ group }) => group)).toEqual(groups.map(({ key }) => key));
    // Whoever of a group stands alone stands before the rest of it.
    const kinds = of({ by: 'kind' }).lines;
    const first = kinds.findIndex(({ group }) => group !== null);
    expect(kinds.slice(0, first).every(({ members }) => record.actors[members[0]!]!.kind === 'state')).toBe(true);
  });

  it('open in place, and let whoever is selected stand by themselves', () => {
    const { lines, groups } = of();
    const [largest] = groups;
    const { lines: opened } = of({ open: new Set([largest!.key]) });
    expect(opened.filter(({ group }) => group === largest!.key)).toEqual([]);
    expect(opened.length).toBeGreaterThan(lines.length);
    const quiet = lines.find(({ group }) => group !== null)!.members[3]!;
    const { lines: chosen } = of({ chosen: new Set([quiet]) });
    expect(chosen.filter(({ members, group }) => group === null && members[0] === quiet)).toHaveLength(1);
  });
});

describe('its cells', () => {
  const { lines } = of();
  const cells = new CollapsedSteps(running, lines).at(at);

  it('are an actor’s own look, and of a group the mean of its pairs, each counted once', () => {
    lines.forEach((row, r) =>
      lines.forEach((column, c) => {
        const looks = row.members.flatMap((holder) =>
          column.members.flatMap((target) => {
            const pair = pairOf(running.slice, holder, target);
            return pair < 0 ? [] : (lookOf(running, pair, at) ?? []);
          }),
        );
        const cell = cells[r]![c]!;
        if (looks.length === 0) return expect(cell ?? null).toBeNull();
        const mean = looks.reduce((sum, { value }) => sum + value, 0) / looks.length;
        expect(cell.value).toBeCloseTo(mean, 10);
        expect(cell.n).toBe(looks.reduce((sum, { n }) => sum + n, 0));
        expect(cell.pooled?.pairs).toBe(row.group === null && column.group === null ? undefined : looks.length);
        if (cell.pooled) expect(cell.pooled.negative).toBe(looks.filter(({ grade }) => grade < 0).length);
      }),
    );
  });

  it('stay the same arrays while nothing in their row changes, and say nothing before the record begins', () => {
    const steps = new CollapsedSteps(running, lines);
    const first = steps.at(at);
    expect(steps.at(at)).toBe(first);
    const before = steps.at(dayOf('2000-01-01'));
    expect(before.flat().every((cell) => cell === null)).toBe(true);
    expect(steps.at(at)).toEqual(first);
  });

  it('are rows of the table twin, those with most behind them first', () => {
    const rows = tableRows(lines, cells);
    expect(rows).toHaveLength(cells.flat().filter((cell) => cell !== null).length);
    expect(rows.map(({ cell }) => cell.n)).toEqual(rows.map(({ cell }) => cell.n).sort((a, b) => b - a));
    const [most] = rows;
    expect([most!.holder, most!.target]).toEqual([lines[most!.r]!.name, lines[most!.c]!.name]);
  });
});

it('of ties, the two directions of a pair say the same, and one within a group counts once', () => {
  const ties = runStances(sliceRecord(greatPowers(), ALL), { mode: 'decay', halfLife: 30, from: 0 });
  const day = dayOf('1907-12-31');
  const all = matrixActors(ties.slice, day, 1, false, []);
  const line = (key: string, members: number[], group: string | null) => ({ key, name: key, members, group });
  const [a, b, ...others] = all;
  const cells = new CollapsedSteps(ties, [line('a', [a!], null), line('b', [b!], null), line('+rest', others, 'rest')]).at(day);
  expect(cells[0]![1]?.value).toBe(cells[1]![0]?.value);
  expect(cells[0]![2]?.pooled?.pairs).toBe(cells[2]![0]?.pooled?.pairs);
  expect(cells[2]![2]!.pooled!.pairs).toBeLessThanOrEqual((others.length * (others.length - 1)) / 2);
});

it('a group says how many it stands for, and a cell that cancels out is not said as zero', () => {
  expect(matrixMessages.group('Europe', 69, false)).toBe('Europe (69)');
  expect(matrixMessages.group('Europe', 62, true)).toBe('Europe, 62 others');
  const look = { value: 0.21, pairs: 34, positive: 20, negative: 9, mixed: false };
  expect(matrixMessages.pooled('Europe on Asia', look, at)).toBe(
    'Europe on Asia: mean +0.2 of 34 pairs, 20 positive, 9 negative, on 1 June 2025',
  );
  expect(matrixMessages.pooled('Europe on Asia', { ...look, mixed: true }, at)).toBe(
    'Europe on Asia: 34 pairs that cancel out, 20 positive, 9 negative, on 1 June 2025',
  );
});
