import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { startOf } from './start';
import { isoOf } from '../words/calendar';

/** A record of states, each of which speaks of the next `of` others once. */
function crowd(states: number, of: number) {
  const actors = Array.from({ length: states }, (_, i) => `a${i},A ${i},state`);
  const pairs = Array.from({ length: states }, (_, i) => Array.from({ length: of }, (_, k) => [i, (i + k + 1) % states])).flat();
  const files = new Map([
    ['actors.csv', ['id,name,kind', ...actors, ''].join('\n')],
    [
      'statements.csv',
      ['id,title,date,speaker,confidence', ...pairs.map(([a], n) => `s${n},S,2024-0${(n % 9) + 1}-01,a${a},high`), ''].join('\n'),
    ],
    [
      'stances.csv',
      ['id,evidence,holder,target,score,basis', ...pairs.map(([a, b], n) => `t${n},s${n},a${a},a${b},1,statement`), ''].join(
        '\n',
      ),
    ],
  ]);
  return readRecord(files, 'crowd');
}

describe('a record that names no view of its own', () => {
  it('opens on its whole span, at its end', () => {
    const { from, to, at, page, pair } = startOf(crowd(12, 3), 'crowd');
    expect([isoOf(from), isoOf(to), isoOf(at), page, pair]).toEqual(['2024-01-01', '2024-09-01', '2024-09-01', 'atlas', null]);
  });

  it('draws every pair where they are few, and those of two rows where they are many', () => {
    expect(startOf(crowd(12, 3), 'crowd').rows).toBe(1);
    expect(startOf(crowd(12, 5), 'crowd').rows).toBe(1);
    expect(startOf(crowd(61, 1), 'crowd').rows).toBe(2);
  });

  it('is read without a word on what three tables need not have, but for their headers', () => {
    expect(
      crowd(3, 1)
        .faults.map(({ rule, file }) => `${file} ${rule}`)
        .sort(),
    ).toEqual(['actors.csv absent-column', 'stances.csv absent-column', 'statements.csv absent-column']);
  });
});
