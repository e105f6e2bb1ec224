import { describe, expect, it } from 'vitest';
import { datasetRecord, smallRecord, type Line } from '../../testing/smallRecord';
import { dayOf, isoOf } from '../../words/calendar';
import { ALL, pairOf, sliceRecord } from '../slice';
import { atOnce, type ChangeTests } from './changeTests';
import { looksAt, type Looks } from './looks';
import { pivotOf } from './pivot';

const START = dayOf('2025-01-01');

describe('whether a change holds', () => {
  const scores = [-1, -2, -1, 0, -2, -1, -1, -1, 1, 1, 2, 1, 0, 2, 1, 1];
  const window = { from: START, at: START + 150 };
  const turnOf = (more: (i: number, score: number) => Line[4], lines = scores): Looks => {
    const stances = lines.map((score, i): Line => ['x', 'y', isoOf(START + 4 * i), score, more(i, score)]);
    const slice = sliceRecord(smallRecord({ stances }), ALL);
    return looksAt(slice, pivotOf(slice, 0, { from: window.from, to: window.at })!, window, true)!;
  };
  const failed = ({ list }: Looks) => list.filter(({ holds }) => !holds).map(({ what }) => what);

  it('fails with the coder who saw no turn, and says so', () => {
    const found = turnOf((i, score) => ({ coders: { a: score, b: 0 }, sources: `s${i}` }));
    expect(failed(found)).toContain('with coder b’s scores');
    expect(failed(found)).not.toContain('with coder a’s scores');
    expect(found.held).toBe(found.list.length - failed(found).length);
    expect(found.words).toMatch(new RegExp(`^The change holds in ${found.held} of ${found.list.length} looks; it fails `));
  });

  it('fails where it rests on one kind of source, and leaves out no kind on which nothing rests alone', () => {
    const found = turnOf(() => ({ sources: 's1' }));
    expect(failed(found)).toContain('without official sources');
    expect(found.list.map(({ what }) => what)).not.toContain('without state media');
  });

  it('fails where a single occasion makes it, and holds where none does', () => {
    const firm = turnOf(() => ({ sources: 's1;s2' }));
    expect(firm.list.find(({ kind }) => kind === 'occasion')).toMatchObject({ holds: true });
    const frail = turnOf(() => ({ sources: 's1;s2' }), [-1, -2, -1, 1, -1, 0, -1, -2, 1, 0, -1, 1, 1, 0, 1, 1]);
    const look = frail.list.find(({ kind }) => kind === 'occasion')!;
    expect(look.holds).toBe(false);
    expect(look.numbers).toMatch(/^without that of \d+ \w+ 2025 p = /);
  });

  it('looks at every row for itself where rows were put together, and at own words where there are others', () => {
    const plain = turnOf(() => ({}));
    expect(plain.list.map(({ kind }) => kind)).not.toContain('rows');
    expect(plain.list.map(({ kind }) => kind)).not.toContain('own words');
    const grouped = turnOf((i) => ({ occasion: i > 13 ? 'talks' : '', basis: i % 4 === 0 ? 'conduct' : 'statement' }));
    expect(grouped.list.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rows', 'own words']));
  });

  it('asks a long half-life only where it has had the time to show the change', () => {
    const kinds = (at: number) => {
      const stances = scores.map((score, i): Line => ['x', 'y', isoOf(START + 4 * i), score]);
      const slice = sliceRecord(smallRecord({ stances }), ALL);
      const pivot = pivotOf(slice, 0, { from: START, to: at })!;
      return looksAt(slice, pivot, { from: START, at }, true)!.list.filter(({ kind }) => kind === 'half-life').length;
    };
    expect([kinds(START + 70), kinds(START + 110), kinds(START + 400)]).toEqual([0, 1, 2]);
  });

  it('is known only when all tests are in', () => {
    const slice = sliceRecord(
      smallRecord({ stances: scores.map((score, i): Line => ['x', 'y', isoOf(START + 4 * i), score]) }),
      ALL,
    );
    const pivot = pivotOf(slice, 0, { from: window.from, to: window.at })!;
    expect(looksAt(slice, pivot, window, true, { of: () => null })).toBeNull();
    // A p that is told before it is settled is neither for the change nor against it.
    const told = (settled: boolean, done: boolean): ChangeTests => ({
      of: (series, options) => ({ ...atOnce.of(series, options)!, settled, done }),
    });
    expect(looksAt(slice, pivot, window, true, told(false, false))).toBeNull();
    const occasions = (tests: ChangeTests) =>
      looksAt(slice, pivot, window, true, tests)!.list.find(({ kind }) => kind === 'occasion')!.holds;
    expect(occasions(told(false, true))).toBe(false);
    expect(occasions(told(true, false))).toBe(true);
  });
});

describe('the record of the Eastern Flank', () => {
  const record = datasetRecord('eastern-flank');
  const slice = sliceRecord(record, { ...ALL, basis: 'own' });
  const window = { from: dayOf('2025-01-01'), at: dayOf('2026-01-26') };
  const actor = (id: string) => record.actorIndex.get(id)!;

  it('is looked at without each kind and side of sources in use, by each coder, and with nothing that could not disagree', () => {
    const pivot = pivotOf(slice, pairOf(slice, actor('belarus'), actor('poland')), { from: window.from, to: window.at })!;
    const { list, held, words } = looksAt(slice, pivot, window, true)!;
    const kinds = new Set(list.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['coder', 'half-life', 'occasion', 'own words', 'rows', 'side', 'source kind']);
    expect(list.filter(({ kind }) => kind === 'coder')).toHaveLength(record.coders.length);
    expect(list.filter(({ kind }) => kind === 'occasion')).toHaveLength(1);
    expect(words).toContain(`in ${held} of ${list.length} looks`);
  });
});
