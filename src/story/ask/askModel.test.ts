import { describe, expect, it } from 'vitest';
import { ALL } from '../../analysis/slice';
import { shipped } from '../../testing/shippedDataset';
import { dayOf } from '../../words/calendar';
import { answerOf } from './answerStore';
import { answersCsv, daysOf, distance, distanceWords, keyed, recordLine, valueAt } from './askModel';

const flank = shipped('eastern-flank');

describe('a line that is drawn before the record', () => {
  it('has seven points from the first day to the last, fewer in a short window', () => {
    const days = daysOf(100, 160);
    expect(days).toEqual([100, 110, 120, 130, 140, 150, 160]);
    expect(daysOf(5, 7)).toEqual([5, 6, 7]);
    expect(daysOf(5, 5)).toEqual([5]);
  });

  it('is set beside the running stance of the pair on the same days, and beside none where there is no row', () => {
    const pair = [flank.actorIndex.get('belarus')!, flank.actorIndex.get('poland')!] as const;
    const asked = {
      from: dayOf('2025-01-01'),
      to: dayOf('2026-01-26'),
      halfLife: 30,
      filters: { ...ALL, basis: 'own' as const },
      pair,
    };
    const days = daysOf(asked.from, asked.to);
    const there = recordLine(flank, asked, days);
    // By the autumn's words Belarus on Poland is below zero, by the end of January above.
    expect(there.at(-1)).toBeGreaterThan(0);
    expect(there.some((value) => value !== null && value < 0)).toBe(true);
    const never = { ...asked, pair: [pair[1], pair[1]] as const };
    expect(recordLine(flank, never, days)).toEqual(days.map(() => null));
  });

  it('lies as far from the record as the mean of the days that it covers', () => {
    expect(distance([0, 1, 2], [null, 0, 2])).toBe(0.5);
    expect(distance([0], [null])).toBeNull();
    expect(distanceWords([0, 1], [1, 2])).toBe(
      'Your line lies 1.0 from the record’s on average; the scale has 4. You end at +1.0 cooperative, the record at +2.0 supportive.',
    );
    expect(distanceWords([1], [null])).toMatch(/no row of this pair/);
  });

  it('is drawn by the pointer and by keys within the scale, in tenths', () => {
    expect([valueAt(12, 12, 100), valueAt(62, 12, 100), valueAt(112, 12, 100), valueAt(500, 12, 100)]).toEqual([2, 0, -2, -2]);
    expect(valueAt(13.3, 12, 100)).toBe(1.9);
    expect([keyed(0.1, 'ArrowUp'), keyed(1.9, 'PageUp'), keyed(0, 'Home'), keyed(0, 'End'), keyed(0, 'a')]).toEqual([
      0.2,
      2,
      -2,
      2,
      null,
    ]);
  });
});

describe('answers', () => {
  it('go out as a table, a row a scene, a line with its days', () => {
    const csv = answersCsv(
      [
        { story: 's', scene: 1, question: 'Who, and why?', text: 'Poland', line: [] },
        { story: 's', scene: 2, question: 'Where?', text: '', line: [0.5, -1] },
      ],
      (scene) => (scene === 2 ? [dayOf('2025-01-01'), dayOf('2025-02-01')] : []),
    );
    expect(csv).toBe('scene,question,answer,line\n1,"Who, and why?",Poland,\n2,Where?,,2025-01-01 0.5;2025-02-01 -1\n');
  });

  it('that are damaged are none', () => {
    const sound = { story: 's', scene: 1, question: 'q', text: '', line: [1, -2] };
    expect(answerOf({ ...sound, record: 'r' })).toEqual(sound);
    for (const broken of [
      null,
      'x',
      { ...sound, scene: '1' },
      { ...sound, line: [3] },
      { ...sound, line: 'x' },
      { ...sound, text: 1 },
    ])
      expect(answerOf(broken)).toBeNull();
  });
});
