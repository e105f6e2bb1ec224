import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { smallRecord } from '../testing/smallRecord';
import { dayOf } from '../words/calendar';
import { activity, busiest, matrixActors, MatrixSteps, MOST_ACTORS, moveBy, orderActors } from './matrixModel';

const coded = sliceRecord(
  smallRecord({
    stances: [
      ['d', 'c', '2025-01-01', 1],
      ['d', 'c', '2025-01-05', 1],
      ['b', 'a', '2025-01-02', -1],
      ['a', 'b', '2025-01-09', 2],
    ],
  }),
  ALL,
);
const ofTies = sliceRecord(
  smallRecord({
    ties: [
      ['a;b', 'alliance', '1', '1900-01-01', '1905-01-01'],
      ['a;b', 'treaty', '1', '1902-01-01', ''],
      ['b;c', 'enmity', '-1', '1900-01-01', ''],
    ],
  }),
  ALL,
);
const names = (slice: typeof coded, actors: readonly number[]) => actors.map((actor) => slice.record.actors[actor]!.id).join('');

describe('the actors of a matrix', () => {
  it('have a pair on at least so many rows, stand in the record’s order, and are all there where every one is asked for', () => {
    const to = dayOf('2025-12-31');
    expect(names(coded, matrixActors(coded, to, 2, false, []))).toBe('dc');
    expect(names(coded, matrixActors(coded, dayOf('2025-01-04'), 2, false, []))).toBe('');
    expect(names(coded, matrixActors(coded, to, 2, false, ['a', 'nobody']))).toBe('dca');
    expect(names(coded, matrixActors(coded, to, 1, false, []))).toBe('dcba');
    expect(names(coded, matrixActors(coded, to, 9, true, []))).toBe('dcba');
    expect(names(ofTies, matrixActors(ofTies, to, 9, false, []))).toBe('abc');
  });

  it('are as active as they have rows up to the end of the day, or ties at any time', () => {
    expect([...activity(coded, dayOf('2025-01-05'))]).toEqual([2, 2, 1, 1]);
    expect([...activity(coded, dayOf('2025-01-04'))]).toEqual([1, 1, 1, 1]);
    expect([...activity(coded, dayOf('2025-01-09'))]).toEqual([2, 2, 2, 2]);
    expect([...activity(ofTies, dayOf('1901-01-01'))]).toEqual([2, 3, 1]);
  });

  it('of one activity stand by name, and those in no camp after all that are in one', () => {
    const active = activity(coded, dayOf('2025-01-09'));
    expect(names(coded, orderActors(coded.record, [0, 1, 2, 3], 'activity', active, null))).toBe('abcd');
    const camps = new Map([['d', 1] as const, ['b', 0] as const]);
    expect(names(coded, orderActors(coded.record, [0, 1, 2, 3], 'camp', active, camps))).toBe('bdac');
    expect(names(coded, orderActors(coded.record, [0, 1, 2, 3], 'camp', active, null))).toBe('abcd');
  });

  it('are the first of equally active ones where there are too many, and as they are given where there are not', () => {
    const active = new Uint32Array(MOST_ACTORS + 1);
    const all = Array.from(active, (_, actor) => actor);
    expect(busiest(all, active)).toEqual(all.slice(0, MOST_ACTORS));
    const turned = all.slice(0, MOST_ACTORS).reverse();
    expect(busiest(turned, active)).toEqual(turned);
  });
});

describe('the cells of a matrix', () => {
  it('of ties hold on both sides from the first day to the day before the end, and step back as well', () => {
    const steps = new MatrixSteps(runStances(ofTies, { mode: 'decay', halfLife: 30, from: 0 }), [0, 1, 2]);
    const at = (iso: string) =>
      steps.at(dayOf(iso)).map((row) => row.map((cell) => (cell === null ? '.' : `${cell.value}/${cell.n}`)));
    expect(at('1901-01-01')).toEqual([
      ['.', '1/1', '.'],
      ['1/1', '.', '-1/1'],
      ['.', '-1/1', '.'],
    ]);
    expect(at('1903-01-01')[0]).toEqual(['.', '1/2', '.']);
    expect(at('1899-01-01').flat()).toEqual(Array.from({ length: 9 }, () => '.'));
    expect(at('1906-01-01')[1]).toEqual(['1/1', '.', '-1/1']);
  });

  it('that were handed out stay as they were when the clock steps on', () => {
    const steps = new MatrixSteps(runStances(coded, { mode: 'latest', halfLife: 30, from: 0 }), [0, 1, 2, 3]);
    const early = steps.at(dayOf('2025-01-01'));
    const row = early[2]!;
    expect(row).toEqual([null, null, null, null]);
    const late = steps.at(dayOf('2025-01-02'));
    expect(row).toEqual([null, null, null, null]);
    expect(late[2]![3]).toMatchObject({ value: -1 });
    expect(late[1]).toBe(early[1]);
  });
});

describe('the keys of a matrix', () => {
  const to = (key: string, r: number, c: number, ctrl = false) => {
    const spot = moveBy(key, ctrl, { r, c }, 20);
    return spot === null ? null : [spot.r, spot.c];
  };
  it('lead one cell on, to the ends of the row, and with Ctrl to the corners', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => to(key, 5, 6))).toEqual([[5, 5], [5, 7], [4, 6], [6, 6]]); // prettier-ignore
    expect([to('Home', 5, 6), to('End', 5, 6)]).toEqual([[5, 0], [5, 19]]); // prettier-ignore
    expect([to('Home', 5, 6, true), to('End', 5, 6, true)]).toEqual([[0, 0], [19, 19]]); // prettier-ignore
    expect([to('PageUp', 10, 3), to('PageUp', 5, 3), to('PageDown', 10, 3), to('PageDown', 15, 3)]).toEqual([[2, 3], [0, 3], [18, 3], [19, 3]]); // prettier-ignore
    expect(to('x', 5, 6)).toBeNull();
  });

  it('reach the names and stay out of the empty corner', () => {
    expect([to('ArrowUp', 0, 3), to('ArrowLeft', 3, 0)]).toEqual([[-1, 3], [3, -1]]); // prettier-ignore
    expect([to('ArrowLeft', -1, 0), to('ArrowUp', 0, -1)]).toEqual([[-1, 0], [0, -1]]); // prettier-ignore
    expect([to('ArrowUp', -1, 3), to('ArrowDown', 19, 3), to('ArrowRight', 3, 19)]).toEqual([[-1, 3], [19, 3], [3, 19]]); // prettier-ignore
  });
});
