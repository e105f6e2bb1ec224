import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestsBeside } from '../analysis/change/testsBeside';
import { shipped } from '../testing/shippedDataset';
import { smallRecord } from '../testing/smallRecord';
import { Focus, type Trace } from './focus.svelte';
import { START, type ViewState } from './view';
import { dayOf } from '../words/calendar';

const record = smallRecord({
  stances: [
    ['a', 'b', '2025-01-10', -2],
    ['a', 'b', '2025-02-10', 1],
    ['b', 'a', '2025-03-10', 2],
  ],
});
const day = dayOf;
const state: ViewState = { ...START, from: day('2025-01-01'), to: day('2025-12-31'), at: day('2025-06-01') };

let focus: Focus;
let traces: { trace: Trace; before: ViewState }[];
beforeEach(() => {
  focus = new Focus(record, state);
  traces = [];
  focus.onchange = (trace, before) => traces.push({ trace, before });
});

describe('the clock', () => {
  it('moves the date within the window and leaves the window alone', () => {
    focus.moveTo(day('2025-07-01'));
    expect([focus.from, focus.to, focus.at]).toEqual([state.from, state.to, day('2025-07-01')]);
  });

  it('takes the window along where the date leaves it, on either side', () => {
    focus.moveTo(day('2024-11-05'));
    expect([focus.from, focus.to, focus.at]).toEqual([day('2024-11-05'), state.to, day('2024-11-05')]);
    focus.moveTo(day('2026-02-03'));
    expect([focus.from, focus.to, focus.at]).toEqual([day('2024-11-05'), day('2026-02-03'), day('2026-02-03')]);
  });

  it('stays at a day of the window’s edge without touching the window', () => {
    focus.moveTo(state.from);
    focus.moveTo(state.to);
    expect([focus.from, focus.to, focus.at]).toEqual([state.from, state.to, state.to]);
  });

  it('is put in order when a link has it wrong', () => {
    const turned = new Focus(record, { ...state, from: state.to, to: state.from, at: day('2030-01-01') });
    expect([turned.from, turned.to, turned.at]).toEqual([state.from, state.to, state.to]);
  });

  it('scrubs in place and says what was before', () => {
    focus.moveTo(day('2025-07-01'));
    expect(traces).toHaveLength(1);
    expect(traces[0]).toMatchObject({ trace: 'replace', before: { at: state.at } });
  });
});

describe('a large record under a hand that does not pause', () => {
  const rows = Array.from({ length: 2400 }, (_, i): [string, string, string, number] => {
    const month = String(1 + Math.floor(i / 200)).padStart(2, '0');
    return ['a', 'b', `2025-${month}-${i % 2 === 0 ? '01' : '14'}`, i < 1200 ? -2 : 2];
  });
  const large = smallRecord({ stances: rows });
  const chosen: ViewState = { ...state, pair: ['a', 'b'], at: day('2025-12-01') };
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Moves the hand back past the change, step by step. */
  function back(of: Focus): void {
    for (let month = 11; month >= 5; month--) of.moveTo(day(`2025-${String(month).padStart(2, '0')}-15`));
  }

  it('says what changed where the hand rests, and marks no change that lies after the date', () => {
    focus = new Focus(large, chosen);
    expect(focus.marked).toHaveLength(1);
    back(focus);
    expect([focus.at, focus.rested]).toEqual([day('2025-05-15'), day('2025-11-15')]);
    expect(focus.pivots.ranked).toHaveLength(1);
    expect(focus.marked).toEqual([]);
    vi.advanceTimersByTime(150);
    expect(focus.rested).toBe(focus.at);
    expect(focus.pivots.ranked).toEqual([]);
  });

  it('follows at once where anything else changes with the date', () => {
    focus = new Focus(large, chosen);
    back(focus);
    focus.go({ at: day('2025-03-03'), item: 'other' }, 'replace');
    expect(focus.rested).toBe(day('2025-03-03'));
  });

  it('is large by its pairs as well', () => {
    const line = (i: number): [string, string, string, number] => ['a', `t${i}`, '2025-01-10', 1];
    const [many, fewer] = [501, 500].map((n) => {
      const of = new Focus(smallRecord({ stances: Array.from({ length: n }, (_, i) => line(i)) }), state);
      of.moveTo(day('2025-07-01'));
      of.moveTo(day('2025-07-02'));
      return of.rested;
    });
    expect([many, fewer]).toEqual([day('2025-07-01'), day('2025-07-02')]);
  });

  it('is at rest at once in a small record', () => {
    back(focus);
    expect(focus.rested).toBe(day('2025-05-15'));
  });
});

describe('an act', () => {
  it('enters the history, with the state before it', () => {
    focus.selectPair('a', 'b');
    expect(traces).toEqual([{ trace: 'push', before: state }]);
  });

  it('that changes nothing is none', () => {
    focus.selectPair('a', 'b');
    focus.selectPair('a', 'b');
    focus.go({ at: state.at, topics: [] });
    expect(traces).toHaveLength(1);
  });

  it('that selects takes what was pointed at away, one that scrubs does not', () => {
    focus.hover = { item: 'x' };
    focus.moveTo(day('2025-07-01'));
    expect(focus.hover).toEqual({ item: 'x' });
    focus.selectItem('y');
    expect(focus.hover).toBe(null);
  });
});

describe('the selection', () => {
  it('of an actor takes the place of a pair, an item and a place', () => {
    focus.go({ pair: ['a', 'b'], item: 'x', place: 'p' });
    focus.selectActor('a');
    expect(focus.state).toMatchObject({ actors: ['a'], pair: null, item: '', place: '' });
  });

  it('of the only selected actor lets go of it', () => {
    focus.selectActor('a');
    focus.selectActor('a');
    expect(focus.state.actors).toEqual([]);
  });

  it('of one of several actors keeps that one', () => {
    focus.selectActor('a');
    focus.selectActor('b', true);
    focus.selectActor('a');
    expect(focus.state.actors).toEqual(['a']);
  });

  it('with more adds an actor, and takes it away again', () => {
    focus.selectActor('a');
    focus.selectActor('b', true);
    expect(focus.state.actors).toEqual(['a', 'b']);
    focus.selectActor('a', true);
    expect(focus.state.actors).toEqual(['b']);
  });

  it('of a pair takes the place of actors; a row is opened within it', () => {
    focus.selectActor('a');
    focus.selectPair('b', 'a');
    focus.selectItem('x');
    expect(focus.state).toMatchObject({ actors: [], pair: ['b', 'a'], item: 'x' });
    expect(focus.chosen).toEqual([record.actorIndex.get('b'), record.actorIndex.get('a')]);
  });

  it('that the reader asked for by name is taken once, by what shows it, and not after another act', () => {
    focus.openItem('x', { page: 'evidence' });
    expect([focus.state.page, focus.state.item]).toEqual(['evidence', 'x']);
    expect([focus.takes('row y'), focus.takes('rows'), focus.takes('row x'), focus.takes('row x')]).toEqual([
      false,
      false,
      true,
      false,
    ]);
    // Asked for again where it stands.
    focus.openItem('x');
    expect(focus.takes('row x')).toBe(true);
    focus.openView({ actors: ['a'], item: '' });
    expect(focus.takes('rows')).toBe(true);
    focus.openItem('y');
    focus.selectItem('x');
    expect([focus.takes('row y'), focus.takes('row x')]).toEqual([false, false]);
    focus.openItem('y');
    focus.moveTo(focus.at - 1);
    expect(focus.takes('row y')).toBe(true);
  });

  it('of a place turns it on and off', () => {
    focus.selectPair('a', 'b');
    focus.selectPlace('p');
    expect(focus.state).toMatchObject({ place: 'p', pair: null });
    focus.selectPlace('p');
    expect(focus.state.place).toBe('');
  });

  it('is dropped by clear, and the clock and the filters stay', () => {
    focus.go({ topics: ['border'], actors: ['a'], item: 'x', place: 'p', at: day('2025-07-01') });
    focus.clear();
    expect(focus.state).toMatchObject({ actors: [], pair: null, item: '', place: '', topics: ['border'], at: day('2025-07-01') });
  });
});

describe('a page’s own setting', () => {
  it('is kept beside the others, and leaves the link when it is empty', () => {
    focus.setExtra('one', '1');
    focus.setExtra('two', '2');
    expect(focus.state.extra).toEqual({ one: '1', two: '2' });
    focus.setExtra('one', '');
    expect(focus.state.extra).toEqual({ two: '2' });
  });
});

describe('what the views share', () => {
  it('holds the rows that pass, and no others', () => {
    expect(focus.slice.n).toBe(3);
    focus.go({ sign: 'negative' });
    expect(Array.from(focus.slice.score)).toEqual([-2]);
  });

  it('runs the stances with the half-life that is set', () => {
    focus.go({ halfLife: 60 });
    expect(focus.running.reading).toMatchObject({ mode: 'decay', halfLife: 60 });
    expect(focus.running.value.some((value) => value !== 0 && !Number.isNaN(value))).toBe(true);
  });

  it('is the mean of the window where the reader asks for it, and follows the window', () => {
    focus.go({ mode: 'mean' });
    expect(focus.reading).toMatchObject({ mode: 'mean', from: state.from });
    focus.go({ from: day('2025-02-01') });
    expect(focus.reading.from).toBe(day('2025-02-01'));
  });
});

describe('words that are searched for', () => {
  it('leave the rows that hold them, all of them again once they are cleared', async () => {
    const titled = smallRecord({ stances: [['a', 'b', '2025-01-10', -2, { quote: 'A bridge was shut.' }], ['a', 'b', '2025-02-10', 1]] }); // prettier-ignore
    focus.open(titled, state);
    focus.go({ query: 'bridge' });
    await focus.searched;
    expect(Array.from(focus.slice.score)).toEqual([-2]);
    focus.go({ query: 'nothing at all' });
    await focus.searched;
    expect([focus.found, focus.slice.n]).toEqual([new Set(), 0]);
    focus.go({ query: ' ' });
    expect([focus.found, focus.slice.n]).toEqual([null, 2]);
  });

  it('count with the words that came last, whichever answer comes first', async () => {
    focus.go({ query: 'nothing at all' });
    const first = focus.searched;
    focus.go({ query: '' });
    await first;
    expect(focus.found).toBeNull();
  });

  it('are searched for in a record that is opened with them', async () => {
    const opened = new Focus(record, { ...state, query: 'nothing at all' });
    await opened.searched;
    expect(opened.slice.n).toBe(0);
  });
});

describe('another record', () => {
  it('is opened without what was searched and pointed at in the last one', async () => {
    focus.go({ query: 'nothing at all' });
    await focus.searched;
    focus.hover = { actor: 'a' };
    const other = smallRecord({ stances: [['c', 'd', '2020-01-01', 1]] });
    focus.open(other, { ...state, from: day('2020-12-31'), to: day('2020-01-01'), at: day('2020-05-05') });
    expect(focus.record).toBe(other);
    expect([focus.found, focus.hover]).toEqual([null, null]);
    expect([focus.from, focus.to]).toEqual([day('2020-01-01'), day('2020-12-31')]);
    expect(focus.slice.record).toBe(other);
  });
});

it('tells nobody when nobody listens', () => {
  focus.onchange = null;
  expect(() => focus.moveTo(day('2025-09-01'))).not.toThrow();
  expect(focus.at).toBe(day('2025-09-01'));
  vi.restoreAllMocks();
});

describe('a picture', () => {
  it('waits for its tests of change, however they come in, and is not held by them', async () => {
    const here = new TestsBeside(() => {
      throw new Error('no worker here');
    });
    const state = { ...START, from: dayOf('2025-01-01'), to: dayOf('2026-01-31'), at: dayOf('2026-01-26') };
    const focus = new Focus(shipped('eastern-flank'), state, here);
    expect(focus.pivots.waiting).toBeGreaterThan(0);
    await focus.settled();
    expect(focus.pivots.waiting).toBe(0);
  });
});
