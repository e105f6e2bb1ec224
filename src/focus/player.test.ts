import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallRecord } from '../testing/smallRecord';
import { Focus } from './focus.svelte';
import { Player } from './player.svelte';
import { START, type ViewState } from './view';
import { dayOf, isoOf } from '../words/calendar';

const record = smallRecord({ stances: [['a', 'b', '2025-01-10', -2]] });
const opened = (patch: Partial<ViewState>): { focus: Focus; player: Player; at: () => string } => {
  const focus = new Focus(record, {
    ...START,
    from: dayOf('2025-01-01'),
    to: dayOf('2025-01-31'),
    at: dayOf('2025-01-10'),
    speed: 2,
    step: 'week',
    ...patch,
  });
  return { focus, player: new Player(focus), at: () => isoOf(focus.at) };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('play', () => {
  it('moves one step at the speed that is set, and stops at the window’s end', () => {
    const { player, at } = opened({});
    player.play();
    expect([player.playing, at()]).toEqual([true, '2025-01-10']);
    vi.advanceTimersByTime(499);
    expect(at()).toBe('2025-01-10');
    vi.advanceTimersByTime(1);
    expect(at()).toBe('2025-01-17');
    vi.advanceTimersByTime(500);
    expect([player.playing, at()]).toEqual([true, '2025-01-24']);
    vi.advanceTimersByTime(500);
    expect([player.playing, at()]).toEqual([false, '2025-01-31']);
    vi.advanceTimersByTime(5000);
    expect(at()).toBe('2025-01-31');
  });

  it('begins at the window’s first day where less than a step is left', () => {
    const { player, at } = opened({ at: dayOf('2025-01-26') });
    player.play();
    expect(at()).toBe('2025-01-01');
  });

  it('goes on from where it stands where a whole step is left', () => {
    const { player, at } = opened({ at: dayOf('2025-01-24') });
    player.play();
    expect(at()).toBe('2025-01-24');
    vi.advanceTimersByTime(500);
    expect([player.playing, at()]).toEqual([false, '2025-01-31']);
  });

  it('pauses and goes on by the same key', () => {
    const { player, at } = opened({});
    player.toggle();
    vi.advanceTimersByTime(500);
    player.toggle();
    expect(player.playing).toBe(false);
    vi.advanceTimersByTime(5000);
    expect(at()).toBe('2025-01-17');
    player.toggle();
    vi.advanceTimersByTime(500);
    expect(at()).toBe('2025-01-24');
  });

  it('follows a speed that is changed while it plays', () => {
    const { focus, player, at } = opened({ step: 'day' });
    player.play();
    vi.advanceTimersByTime(500);
    focus.go({ speed: 10 }, 'replace');
    vi.advanceTimersByTime(500 + 300);
    expect(at()).toBe('2025-01-15');
    player.stop();
  });
});

describe('a step by hand', () => {
  it('goes either way and stays within the window', () => {
    const { player, at } = opened({});
    player.step(1);
    expect(at()).toBe('2025-01-17');
    player.step(-1);
    player.step(-1);
    expect(at()).toBe('2025-01-03');
    player.step(-1);
    expect(at()).toBe('2025-01-01');
    for (let i = 0; i < 9; i++) player.step(1);
    expect(at()).toBe('2025-01-31');
  });

  it('keeps to the calendar where a step is a year or ten', () => {
    const wide = { from: dayOf('1872-02-29'), to: dayOf('1914-12-31'), at: dayOf('1872-02-29') };
    const year = opened({ ...wide, step: 'year' });
    year.player.step(1);
    expect(year.at()).toBe('1873-02-28');
    const decade = opened({ ...wide, step: 'decade' });
    decade.player.step(1);
    expect(decade.at()).toBe('1882-02-28');
  });
});
