import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallRecord } from '../testing/smallRecord';
import { Focus } from './focus.svelte';
import { linkOf, writeHistory } from './history';
import { START } from './view';
import { dayOf } from '../words/calendar';

const record = smallRecord({ stances: [['a', 'b', '2025-01-10', -2]] });
const day = dayOf;

/** What the browser's history would hold: links, the last one on show. */
let entries: string[];
let focus: Focus;
let stop: () => void;
/** What hears a click before the browser follows it. */
let clicked: (event: unknown) => void;

/** What was clicked: something within a link, or within none. */
class Clicked {
  constructor(readonly link: string | null) {}
  closest(selector: string): this | null {
    return selector === 'a[href*="#/"]' && this.link?.includes('#/') ? this : null;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  focus = new Focus(record, { ...START, from: day('2025-01-01'), to: day('2025-12-31'), at: day('2025-06-01') });
  entries = [linkOf(focus)];
  vi.stubGlobal('history', {
    pushState: (_: unknown, __: string, link: string) => entries.push(link),
    replaceState: (_: unknown, __: string, link: string) => (entries[entries.length - 1] = link),
  });
  vi.stubGlobal('addEventListener', (_: string, act: (event: unknown) => void) => (clicked = act));
  vi.stubGlobal('removeEventListener', () => (clicked = () => undefined));
  vi.stubGlobal('Element', Clicked);
  stop = writeHistory(focus);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
const rest = () => vi.advanceTimersByTime(300);

describe('the way back', () => {
  it('has an entry for an act, at once', () => {
    focus.selectPair('a', 'b');
    expect(entries).toHaveLength(2);
    expect(entries[1]).toBe(linkOf(focus));
  });

  it('has none for a scrub, whose last date stands in the address once the hand rests', () => {
    for (const date of ['2025-06-02', '2025-06-03', '2025-06-04']) focus.moveTo(day(date));
    expect(entries[0]).toContain('at=2025-06-01');
    vi.advanceTimersByTime(299);
    expect(entries[0]).toContain('at=2025-06-01');
    vi.advanceTimersByTime(1);
    expect(entries).toEqual([expect.stringContaining('at=2025-06-04')]);
  });

  it('leads to what was changed a moment before a link was followed, and nothing is written into the entry of the link', () => {
    focus.setExtra('hypothesis', 'lull');
    clicked({ target: new Clicked(null) });
    clicked({ target: new Clicked('https://example.org/') });
    expect(entries[0]).not.toContain('lull');
    clicked({ target: new Clicked('#/atlas?x-about=method') });
    expect(entries).toEqual([expect.stringContaining('x-hypothesis=lull')]);
    entries.push('#/atlas?x-about=method');
    rest();
    expect(entries.at(-1)).toBe('#/atlas?x-about=method');
  });

  it('leads to the scrubbed date where an act follows before the hand rests', () => {
    focus.moveTo(day('2025-07-07'));
    focus.selectPair('a', 'b');
    expect(entries).toEqual([expect.stringContaining('at=2025-07-07'), expect.stringContaining('pair=a~b')]);
    rest();
    expect(entries).toHaveLength(2);
  });

  it('leads out of a window that was dragged, one entry for the whole gesture', () => {
    for (let i = 1; i < 5; i++) focus.go({ from: day('2025-01-01') + i, to: day('2025-12-31') + i }, 'replace');
    rest();
    expect(entries).toEqual([expect.stringContaining('from=2025-01-01'), expect.stringContaining('from=2025-01-05')]);
    focus.go({ to: day('2025-10-01') }, 'replace');
    rest();
    expect(entries).toHaveLength(3);
    expect(entries[1]).toContain('from=2025-01-05');
    expect(entries[2]).toContain('to=2025-10-01');
  });

  it('has no entry for what a link left out and the page fills in, though it moves the window', () => {
    focus.go({ from: day('2025-02-01'), to: day('2025-10-01'), at: day('2025-03-01') }, 'complete');
    rest();
    expect(entries).toEqual([expect.stringContaining('from=2025-02-01')]);
    focus.selectPair('a', 'b');
    expect(entries).toHaveLength(2);
  });

  it('keeps the scrub before a drag, and the scrub after it in the drag’s own entry', () => {
    focus.moveTo(day('2025-07-07'));
    focus.go({ from: day('2025-02-02') }, 'replace');
    focus.moveTo(day('2025-08-08'));
    rest();
    expect(entries).toEqual([
      expect.stringMatching(/from=2025-01-01.*at=2025-07-07/),
      expect.stringMatching(/from=2025-02-02.*at=2025-08-08/),
    ]);
  });

  it('is not touched any more once it was stopped', () => {
    focus.moveTo(day('2025-07-07'));
    stop();
    rest();
    focus.selectPair('a', 'b');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toContain('at=2025-06-01');
  });
});
