import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { massAt, stanceBand, stanceInterval, stanceSeries } from './series';
import { ALL, pairOf, sliceRecord } from '../slice';
import { smallRecord, type Line } from '../../testing/smallRecord';
import { runStances, stanceAt, weightsAt, type Reading } from './stance';
import { dayOf, isoOf } from '../../words/calendar';

const START = dayOf('2025-01-01');
const rowsArbitrary = fc.array(fc.record({ after: fc.nat(400), score: fc.integer({ min: -2, max: 2 }) }), {
  minLength: 1,
  maxLength: 14,
});
const readingArbitrary: fc.Arbitrary<Reading> = fc.record({
  mode: fc.constantFrom('decay', 'latest', 'mean', 'pivot'),
  halfLife: fc.integer({ min: 1, max: 365 }),
  from: fc.nat(400).map((after) => START + after),
  since: fc
    .option(fc.nat(400), { nil: undefined })
    .map((after) => (after === undefined ? undefined : new Map([[0, START + after]]))),
}) as fc.Arbitrary<Reading>;

const sliceOf = (rows: readonly { after: number; score: number }[]) => {
  const lines = rows.map(({ after, score }): Line => ['x', 'y', isoOf(START + after), score]);
  return sliceRecord(smallRecord({ stances: lines }), ALL);
};

/** The definition, without shortcuts. */
function byDefinition(rows: readonly { after: number; score: number }[], reading: Reading, at: number) {
  const dated = rows.map(({ after, score }) => ({ day: START + after, score })).filter(({ day }) => day <= at);
  const newest = Math.max(...dated.map(({ day }) => day));
  const pivot = reading.mode === 'pivot' ? reading.since?.get(0) : undefined;
  const since = pivot !== undefined && newest >= pivot ? pivot : reading.from;
  const weight = (day: number): number => {
    if (reading.mode === 'decay') return 2 ** (-(at - day) / reading.halfLife);
    if (reading.mode === 'latest') return day === newest ? 1 : 0;
    return day >= since ? 1 : 0;
  };
  const used = dated.map(({ day, score }) => ({ w: weight(day), score })).filter(({ w }) => w > 0);
  const sum = used.reduce((all, { w }) => all + w, 0);
  if (sum === 0) return null;
  const squares = used.reduce((all, { w }) => all + w * w, 0);
  return {
    value: used.reduce((all, { w, score }) => all + w * score, 0) / sum,
    effective: (sum * sum) / squares,
    n: used.length,
  };
}

describe('the running stance', () => {
  it('equals the weighted mean by definition, at any date, under any reading', () => {
    fc.assert(
      fc.property(rowsArbitrary, readingArbitrary, fc.integer({ min: -10, max: 420 }), (rows, reading, after) => {
        const at = START + after;
        const found = stanceAt(runStances(sliceOf(rows), reading), 0, at);
        const expected = byDefinition(rows, reading, at);
        if (!expected) {
          expect(found).toBeNull();
          return;
        }
        expect(found!.value).toBeCloseTo(expected.value, 9);
        expect(found!.effective).toBeCloseTo(expected.effective, 6);
        expect(found!.n).toBe(expected.n);
      }),
      { numRuns: 300 },
    );
  });

  it('depends on no row after the date', () => {
    fc.assert(
      fc.property(rowsArbitrary, rowsArbitrary, readingArbitrary, fc.nat(200), (rows, later, reading, after) => {
        const at = START + after;
        const future = later.map((row) => ({ ...row, after: row.after + after + 1 }));
        const past = rows.filter((row) => row.after <= after);
        if (past.length === 0) return;
        expect(stanceAt(runStances(sliceOf([...past, ...future]), reading), 0, at)).toEqual(
          stanceAt(runStances(sliceOf(past), reading), 0, at),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('lies within the scores, and its effective size between 1 and the count', () => {
    fc.assert(
      fc.property(rowsArbitrary, readingArbitrary, (rows, reading) => {
        const found = stanceAt(runStances(sliceOf(rows), reading), 0, START + 400);
        if (!found) return;
        expect(Math.abs(found.value)).toBeLessThanOrEqual(2 + 1e-12);
        expect(found.effective).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(found.effective).toBeLessThanOrEqual(found.n + 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  it('lists the rows and weights that give the value', () => {
    fc.assert(
      fc.property(rowsArbitrary, readingArbitrary, fc.nat(420), (rows, reading, after) => {
        const slice = sliceOf(rows);
        const running = runStances(slice, reading);
        const found = stanceAt(running, 0, START + after);
        const weights = weightsAt(running, 0, START + after);
        const sum = weights.reduce((all, { weight }) => all + weight, 0);
        if (!found) {
          expect(weights).toEqual([]);
          return;
        }
        const value = weights.reduce((all, { weight, position }) => all + weight * slice.score[position]!, 0) / sum;
        expect(value).toBeCloseTo(found.value, 9);
        expect(weights).toHaveLength(found.n);
      }),
      { numRuns: 150 },
    );
  });

  it('is unknown before the first row and for a pair without rows, never zero', () => {
    const slice = sliceOf([{ after: 10, score: 0 }]);
    const running = runStances(slice, { mode: 'decay', halfLife: 30, from: START });
    expect(stanceAt(running, 0, START + 9)).toBeNull();
    expect(stanceAt(running, 0, START + 10)).toMatchObject({ value: 0, n: 1, effective: 1 });
    expect(stanceAt(running, pairOf(slice, 1, 0), START + 10)).toBeNull();
  });

  it('stands still in silence, and is stale after two half-lives without a row', () => {
    const running = runStances(sliceOf([{ after: 0, score: 1 }, { after: 5, score: -2 }]), { mode: 'decay', halfLife: 30, from: START }); // prettier-ignore
    const fresh = stanceAt(running, 0, START + 65)!;
    const stale = stanceAt(running, 0, START + 66)!;
    expect([fresh.stale, stale.stale]).toEqual([false, true]);
    expect({ ...stale, stale: false }).toEqual(fresh);
    expect(stale.last).toBe(START + 5);
  });

  it('halves the weight of a row with every half-life: two rows 30 days apart weigh 1 and 2', () => {
    const running = runStances(sliceOf([{ after: 0, score: -1 }, { after: 30, score: 2 }]), { mode: 'decay', halfLife: 30, from: START }); // prettier-ignore
    expect(stanceAt(running, 0, START + 300)).toMatchObject({ value: (2 * 1 - 1 * 0.5) / 1.5, effective: 1.5 ** 2 / 1.25 });
  });

  it('reads the latest as the rows of the latest time of the latest day, and lists the same', () => {
    const times: Line[] = [
      ['x', 'y', '2025-01-01T09:00', 2],
      ['x', 'y', '2025-01-02', 1],
      ['x', 'y', '2025-01-02T08:00', -1],
      ['x', 'y', '2025-01-02T17:00', -2],
      ['x', 'y', '2025-01-02T17:00', 0],
    ];
    const slice = sliceRecord(smallRecord({ stances: times }), ALL);
    const running = runStances(slice, { mode: 'latest', halfLife: 30, from: START });
    expect(stanceAt(running, 0, START)).toMatchObject({ value: 2, n: 1 });
    expect(stanceAt(running, 0, START + 1)).toMatchObject({ value: -1, n: 2 });
    expect(weightsAt(running, 0, START + 1).map(({ position }) => slice.score[position])).toEqual([-2, 0]);
  });

  it('begins a pivot anew only for the pair that has one', () => {
    const rows: Line[] = [
      ['x', 'y', '2025-01-01', -2],
      ['x', 'y', '2025-01-05', 2],
      ['y', 'x', '2025-01-01', -2],
      ['y', 'x', '2025-01-05', 2],
    ];
    const slice = sliceRecord(smallRecord({ stances: rows }), ALL);
    const running = runStances(slice, { mode: 'pivot', halfLife: 30, from: START, since: new Map([[pairOf(slice, 0, 1), START + 4]]) }); // prettier-ignore
    expect(stanceAt(running, pairOf(slice, 0, 1), START + 4)).toMatchObject({ value: 2, n: 1 });
    expect(stanceAt(running, pairOf(slice, 1, 0), START + 4)).toMatchObject({ value: 0, n: 2 });
    expect(weightsAt(running, pairOf(slice, 1, 0), START + 4)).toHaveLength(2);
    expect(weightsAt(running, -1, START + 4)).toEqual([]);
  });

  it('shows the mean before a pivot until the pivot, and the mean since from then', () => {
    const rows = [0, 1, 2, 10, 11].map((after, i) => ({ after, score: i < 3 ? -1 : 2 }));
    const running = runStances(sliceOf(rows), { mode: 'pivot', halfLife: 30, from: START, since: new Map([[0, START + 10]]) });
    expect(stanceAt(running, 0, START + 9)!.value).toBe(-1);
    expect(stanceAt(running, 0, START + 11)).toMatchObject({ value: 2, n: 2 });
  });
});

describe('the series of a pair', () => {
  it('has one step a day with rows, each the stance at that day', () => {
    fc.assert(
      fc.property(rowsArbitrary, readingArbitrary, (rows, reading) => {
        const running = runStances(sliceOf(rows), reading);
        const steps = stanceSeries(running, 0);
        expect(new Set(steps.map(({ day }) => day)).size).toBe(steps.length);
        for (const { day, value, n } of steps) expect(stanceAt(running, 0, day)).toMatchObject({ value, n });
      }),
      { numRuns: 100 },
    );
  });

  it('has a wide interval after a single row, and a narrower one after many, each around its value', () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({ after: i * 3, score: (i % 5) - 2 }));
    const running = runStances(sliceOf(rows), { mode: 'decay', halfLife: 30, from: START });
    const steps = stanceBand(running, 0);
    expect(steps).toHaveLength(20);
    expect(steps[0]!.band[0]).toBe(-2);
    expect(steps[0]!.band[1]).toBeCloseTo(1.8, 2);
    const last = steps[steps.length - 1]!;
    expect(last.band[0]).toBeLessThan(last.value);
    expect(last.band[1]).toBeGreaterThan(last.value);
    expect(last.band[1] - last.band[0]).toBeLessThan(2);
    expect(stanceInterval(running, 0, START + 3 * 19 + 400)).toEqual(last.band);
    expect(stanceInterval(running, 0, START - 1)).toBeNull();
    expect(stanceBand(running, -1)).toEqual([]);
    expect(stanceSeries(running, -1)).toEqual([]);
  });

  it('has an interval that more rows of one day or one occasion do not narrow', () => {
    const once = [{ after: 0, score: -2 }, { after: 5, score: 1 }]; // prettier-ignore
    const again = [...once, { after: 5, score: 1 }, { after: 5, score: 1 }];
    const reading: Reading = { mode: 'mean', halfLife: 30, from: START };
    const mass = (rows: typeof once) => massAt(runStances(sliceOf(rows), reading), 0, START + 5)!;
    expect(mass(once)).toEqual({ counts: [1, 0, 0, 1, 0], occasions: 2 });
    // Weights 1 and 3 of two occasions: 16 / 10.
    expect(mass(again).occasions).toBeCloseTo(1.6, 12);
    expect(mass(again).counts).toEqual([0.4, 0, 0, expect.closeTo(1.2, 12), 0]);
    expect(massAt(runStances(sliceOf(once), reading), 0, START - 1)).toBeNull();
    const talk = (day: string, score: number): Line => ['x', 'y', day, score, { occasion: 'talk' }];
    const grouped = sliceRecord(smallRecord({ stances: [talk('2025-01-01', 1), talk('2025-01-09', 1), ['x', 'y', '2025-01-12', -1]] }), ALL); // prettier-ignore
    // Weights 2 and 1 of two occasions: 9 / 5.
    expect(massAt(runStances(grouped, reading), 0, START + 30)!.occasions).toBeCloseTo(1.8, 12);
  });
});
