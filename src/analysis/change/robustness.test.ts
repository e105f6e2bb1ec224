import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../words/calendar';
import { pivotOf } from './pivot';
import { pivotRobustness } from './robustness';
import { ALL, pairOf, sliceRecord } from '../slice';
import { datasetRecord, smallRecord, type Line } from '../../testing/smallRecord';

const START = dayOf('2025-01-01');

describe('whether a turn holds', () => {
  const scores = [-1, -2, -1, -1, -2, -1, -1, -1, 1, 1, 2, 1, 1, 2, 1, 1];
  const window = { from: START, at: START + 100 };
  const turnOf = (more: (i: number, score: number) => Line[4]) => {
    const slice = sliceRecord(smallRecord({ stances: scores.map((score, i): Line => ['x', 'y', isoOf(START + 4 * i), score, more(i, score)]) }), ALL); // prettier-ignore
    return pivotRobustness(slice, pivotOf(slice, 0, { from: window.from, to: window.at })!, window);
  };

  it('fails with the coder who saw no turn, and with the source that it rests on, and says so', () => {
    const found = turnOf((i, score) => ({ coders: { a: score, b: 0 }, sources: i < 8 ? 's1' : `s${i}` }));
    const failed = found.checks.filter(({ survives }) => !survives).map(({ what }) => what);
    expect(failed).toContain('with coder b’s scores');
    expect(failed.some((what) => what.startsWith('without Outlet 0'))).toBe(true);
    expect(failed).not.toContain('with coder a’s scores');
    expect(found.held).toBe(found.checks.length - failed.length);
    expect(found.words).toMatch(new RegExp(`^The turn holds in ${found.held} of ${found.checks.length} checks; it fails `));
  });

  it('holds everywhere but at long half-lives where all rows say the same', () => {
    const found = turnOf((i, score) => ({ coders: { a: score, b: score }, sources: `s${i}` }));
    expect(found.checks.filter(({ survives, kind }) => !survives && kind !== 'half-life' && kind !== 'source kind')).toEqual([]);
  });
});

describe('the record of the Eastern Flank', () => {
  const record = datasetRecord('eastern-flank');
  const slice = sliceRecord(record, ALL);
  const window = { from: dayOf('2025-01-01'), at: dayOf('2026-01-26') };
  const actor = (id: string) => record.actorIndex.get(id)!;

  it('is looked at from each coder, each kind of source in use, and other parameters', () => {
    const pivot = pivotOf(slice, pairOf(slice, actor('belarus'), actor('poland')), { from: window.from, to: window.at })!;
    const { checks, held, words } = pivotRobustness(slice, pivot, window);
    const kinds = new Set(checks.map(({ kind }) => kind));
    for (const kind of ['coder', 'source kind', 'basis', 'half-life', 'test', 'seed'] as const) expect(kinds).toContain(kind);
    expect(checks.filter(({ kind }) => kind === 'coder')).toHaveLength(record.coders.length);
    expect(words).toContain(`in ${held} of ${checks.length} checks`);
  });
});
