import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextHandout, saveFile } from './saveFile';

/** When each of `wishes` (ms, in order) is handed out. */
function handedOut(wishes: readonly number[]): number[] {
  const times: number[] = [];
  for (const now of wishes) times.push(nextHandout(times, now));
  return times;
}

describe('files that are saved in quick order', () => {
  it('hands out the first eight at once, the next when the first of them is 1.2 s old', () => {
    expect(handedOut(Array.from({ length: 10 }, () => 500))).toEqual([...Array.from({ length: 8 }, () => 500), 1700, 1700]);
  });

  it('does not keep a single file waiting', () => {
    expect(nextHandout([], 40)).toBe(40);
    expect(nextHandout([0, 0, 0, 0, 0, 0, 0, 0], 1_300)).toBe(1_300);
  });

  it('keeps their order, loses none, and never hands out more than eight within 1.2 s', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 40 }), (wishes) => {
        const now = [...wishes].sort((a, b) => a - b);
        const times = handedOut(now);
        expect(times).toHaveLength(now.length);
        times.forEach((time, i) => {
          expect(time).toBeGreaterThanOrEqual(now[i] ?? 0);
          if (i > 0) expect(time).toBeGreaterThanOrEqual(times[i - 1] ?? 0);
          if (i >= 8) expect(time - (times[i - 8] ?? 0)).toBeGreaterThanOrEqual(1_200);
        });
      }),
    );
  });
});

describe('a file handed to the reader', () => {
  interface Anchor {
    href: string;
    download: string;
  }
  let made: Blob[];
  let clicked: Anchor[];
  let revoked: string[];
  let wait = 0;

  beforeEach(() => {
    made = [];
    clicked = [];
    revoked = [];
    vi.useFakeTimers();
    // Long after whatever was handed out before.
    vi.advanceTimersByTime((wait += 60_000));
    vi.stubGlobal('URL', {
      createObjectURL: (blob: Blob) => `blob:${made.push(blob)}`,
      revokeObjectURL: (url: string) => revoked.push(url),
    });
    vi.stubGlobal('document', {
      createElement: (tag: string) => {
        const anchor = {
          tag,
          href: '',
          download: '',
          click: () => clicked.push({ href: anchor.href, download: anchor.download }),
        };
        return anchor;
      },
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('hands over text, bytes or a blob under the name it was given, with its kind', async () => {
    saveFile('rows.csv', 'id,score\na,1\n', 'text/csv');
    saveFile('record.zip', new Uint8Array([80, 75]));
    const picture = new Blob(['<svg/>'], { type: 'image/svg+xml' });
    saveFile('map.svg', picture);
    expect(clicked).toEqual([
      { href: 'blob:1', download: 'rows.csv' },
      { href: 'blob:2', download: 'record.zip' },
      { href: 'blob:3', download: 'map.svg' },
    ]);
    expect(made.map(({ type }) => type)).toEqual(['text/csv', 'application/octet-stream', 'image/svg+xml']);
    expect(await made[0]!.text()).toBe('id,score\na,1\n');
    expect([...new Uint8Array(await made[1]!.arrayBuffer())]).toEqual([80, 75]);
    expect(made[2]).toBe(picture);
  });

  it('keeps the file until a slow browser has read it, and then lets it go', () => {
    saveFile('rows.csv', '');
    vi.advanceTimersByTime(19_000);
    expect(revoked).toEqual([]);
    vi.advanceTimersByTime(2_000);
    expect(revoked).toEqual(['blob:1']);
  });

  it('lets many at once go one after another, and loses none', () => {
    for (let i = 0; i < 10; i++) saveFile(`${i}.csv`, '');
    expect(clicked.map(({ download }) => download)).toEqual(Array.from({ length: 8 }, (_, i) => `${i}.csv`));
    vi.advanceTimersByTime(1_250);
    expect(clicked.map(({ download }) => download)).toEqual(Array.from({ length: 10 }, (_, i) => `${i}.csv`));
  });
});
