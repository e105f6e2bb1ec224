import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../../analysis/slice';
import { smallRecord } from '../../testing/smallRecord';
import type { Stem } from '../lanes/stemsModel';
import type { Bracket } from '../lanes/tiesModel';
import { bracketWords, enterAt, moveCursor, soundCursor, stemIds, stemWords, type Track } from './cursorModel';

const track = (...xs: number[]): Track => ({ label: '', stops: xs.map((x) => ({ x, ids: [], text: '' })) });
/** The second lane is empty. */
const tracks = [track(10, 20, 90), track(), track(5, 22, 24, 300)];

describe('the keyboard in the plot', () => {
  it('goes to the neighbour in the lane and stays at its ends', () => {
    const go = (stop: number, key: string) => moveCursor(tracks, { track: 0, stop }, key);
    expect(['ArrowRight', 'ArrowLeft', 'Home', 'End'].map((key) => go(1, key)?.stop)).toEqual([2, 0, 0, 2]);
    expect([go(2, 'ArrowRight'), go(0, 'ArrowLeft')]).toEqual([
      { track: 0, stop: 2 },
      { track: 0, stop: 0 },
    ]);
  });

  it('goes up and down to the nearest stop of the next lane that has any', () => {
    expect(moveCursor(tracks, { track: 0, stop: 1 }, 'ArrowDown')).toEqual({ track: 2, stop: 1 });
    expect(moveCursor(tracks, { track: 2, stop: 3 }, 'ArrowUp')).toEqual({ track: 0, stop: 2 });
    expect(moveCursor(tracks, { track: 2, stop: 3 }, 'ArrowDown')).toEqual({ track: 2, stop: 3 });
    expect(moveCursor(tracks, { track: 0, stop: 0 }, 'ArrowUp')).toEqual({ track: 0, stop: 0 });
  });

  it('leaves any other key to the page', () => {
    expect(moveCursor(tracks, { track: 0, stop: 0 }, 'a')).toBeNull();
  });

  it('stays on something that is there when the window changes', () => {
    expect(soundCursor(tracks, { track: 0, stop: 1 })).toEqual({ track: 0, stop: 1 });
    expect(soundCursor(tracks, { track: 0, stop: 9 })).toEqual({ track: 0, stop: 2 });
    expect(soundCursor(tracks, { track: 1, stop: 0 })).toEqual({ track: 0, stop: 0 });
    expect(soundCursor(tracks, { track: 7, stop: 0 })).toEqual({ track: 0, stop: 0 });
    expect(soundCursor([track()], { track: 0, stop: 0 })).toBeNull();
  });

  it('enters a lane at the stop nearest to the hand', () => {
    expect(enterAt(tracks, 2, 23.5)).toEqual({ track: 2, stop: 2 });
    expect(enterAt(tracks, 2, -50)).toEqual({ track: 2, stop: 0 });
    expect(enterAt(tracks, 1, 10)).toEqual({ track: 1, stop: 0 });
  });
});

describe('what the keyboard reads out', () => {
  const slice = sliceRecord(
    smallRecord({
      stances: [
        ['a', 'b', '2025-09-12', -2],
        ['a', 'c', '2025-09-12', 1, { on: 0 }],
      ],
      names: { a: 'Donald Tusk' },
    }),
    ALL,
  );
  const stem = (rows: number[]): Stem => ({ rows, day: slice.day[0]!, grade: -2 }) as unknown as Stem;

  it('is of one row its date, speaker, title and score, and of several how many and their mean', () => {
    expect(stemWords(slice, stem([0]))).toBe('12 Sep 2025, Donald Tusk: Statement 0, −2 hostile');
    expect(stemWords(slice, stem([0, 1]))).toBe('12 Sep 2025: 2 rows, mean hostile');
  });

  it('opens each statement once, however many stances it shows', () => expect(stemIds(slice, stem([0, 1]))).toEqual(['e0']));

  it('is of a tie its title, its sign in words, and its life', () => {
    const words = (sign: number) => bracketWords({ title: 'Entente', sign, life: 'since 1904' } as unknown as Bracket);
    expect([1, -1, 0].map(words)).toEqual([
      'Entente, positive, since 1904',
      'Entente, negative, since 1904',
      'Entente, takes no side, since 1904',
    ]);
  });
});
