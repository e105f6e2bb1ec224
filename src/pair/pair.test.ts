import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pivotOf } from '../analysis/change/pivot';
import { gapByHalfLife } from '../analysis/stance/gap';
import { stanceBand, stanceSeries } from '../analysis/stance/series';
import { quoteOf } from '../analysis/change/pivotRanking';
import { ALL, pairOf, rowsOf, sliceRecord } from '../analysis/slice';
import { runStances, stanceAt } from '../analysis/stance/stance';
import { syntheticRecord } from '../testing/synthetic';
import { readRecord } from '../record/reading/read';
import { asideLayout } from './chart/chartModel';
import { dotsOf } from './chart/dotsModel';
import { eventTicks } from './chart/eventTicks';
import { frameOf } from './chart/frameModel';
import { daysOf, gapAt, gapHeading, gapNote, periodOf, tableDays } from './gap/gapModel';
import { dayAt, middleOf, timeTicks, type TimeScale } from '../ui/timeAxis';
import { pivotHow } from '../analysis/change/pivotHow';
import { stanceHow } from '../analysis/stance/stanceHow';
import { gapHow } from './pairHow';
import { besideChoices, companionOf, nearPairs, pairShown, rowsInWindow, targetChoices } from './pairModel';
import { tieBars } from './pairTiesModel';
import { annotationsOf, contraryRows } from './quotesModel';
import { bandPath, gapSpans, stepPaths, stretchesOf } from './chart/stepsModel';
import { tableRows } from './tableModel';
import { dayOf, isoOf } from '../words/calendar';
import { signed } from '../words/numbers';
import { greatPowers } from '../testing/shippedDataset';

function open(name: string) {
  const folder = `data/${name}`;
  return readRecord(new Map(readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')])), name);
}
const flank = open('eastern-flank');
const powers = greatPowers();
const span = { from: dayOf('2025-01-01'), to: dayOf('2026-01-31') };
const at = dayOf('2026-01-26');
const slice = sliceRecord(flank, { ...ALL, basis: 'own' });
const running = runStances(slice, { mode: 'decay', halfLife: 30, from: span.from });
const index = (id: string) => flank.actorIndex.get(id)!;
const [belarus, russia, poland] = [index('belarus'), index('russia'), index('poland')];
const pairs = [pairOf(slice, belarus, poland), pairOf(slice, russia, poland)] as const;
const scale: TimeScale = { from: span.from, until: span.to + 1, width: 620 };
const stretches = (pair: number) => stretchesOf(running, pair, scale.from, scale.until);
const measure = (text: string) => text.length * 6;

describe('whom the page shows', () => {
  const none = { pair: null, beside: [], alone: false };

  it('sets Russia beside Belarus on Poland when nobody asks: the tied holder with most rows on the target', () => {
    expect(pairShown(slice, { ...none, pair: ['belarus', 'poland'] }, span)).toEqual({
      holder: belarus,
      target: poland,
      beside: [russia],
      offered: true,
    });
    expect(rowsInWindow(slice, russia, poland, span)).toBeGreaterThanOrEqual(3);
  });

  it('leaves the overlay away where the reader took it away, or named another', () => {
    const lithuania = index('lithuania');
    expect(pairShown(slice, { ...none, pair: ['belarus', 'poland'], alone: true }, span)?.beside).toEqual([]);
    const named = pairShown(slice, { ...none, pair: ['belarus', 'poland'], beside: ['lithuania', 'poland', 'nobody'] }, span);
    expect(named).toMatchObject({ beside: [lithuania], offered: false });
  });

  it('never sets an actor beside that no positive tie joins to the holder, or the target itself', () => {
    for (let p = 0; p < slice.pairs.n; p++) {
      const [holder, target] = [slice.pairs.holder[p]!, slice.pairs.target[p]!];
      const companion = companionOf(slice, holder, target, span);
      if (companion < 0) continue;
      expect(companion).not.toBe(target);
      expect(besideChoices(slice, holder, target, span).find(({ actor }) => actor === companion)?.tied).toBe(true);
    }
  });

  it('shows some pair of any record that has one, and the nearest where a named pair has no row', () => {
    expect(pairShown(slice, none, span)).not.toBeNull();
    const ties = pairShown(sliceRecord(powers, ALL), none, { from: 0, to: 0 });
    expect(ties).not.toBeNull();
    const on = index('poland');
    const unknown = flank.actors.findIndex((_, actor) => actor !== on && pairOf(slice, actor, on) < 0);
    expect(nearPairs(slice, unknown, on).length).toBeGreaterThan(0);
    expect(targetChoices(slice, belarus, span).some(({ actor }) => actor === poland)).toBe(true);
  });
});

describe('marks', () => {
  it('hold every row of the window, and never cover each other', () => {
    const crowded = syntheticRecord({ stances: 900, actors: 4, pairs: 3, seed: 7 });
    const dense = sliceRecord(crowded, ALL);
    const wide: TimeScale = { from: crowded.span![0], until: crowded.span![1] + 1, width: 600 };
    const cases = [
      { of: slice, holders: [belarus, russia], target: poland, line: scale },
      { of: dense, holders: [dense.pairs.holder[0]!, 0, 1, 2, 3].slice(0, 3), target: dense.pairs.target[0]!, line: wide },
    ];
    for (const { of, holders, target, line } of cases) {
      for (const step of [52, 76]) {
        const { dots, radius, more } = dotsOf(of, [...new Set(holders)], target, line, step);
        const all = [...new Set(holders)].reduce(
          (n, h) => n + rowsInWindow(of, h, target, { from: line.from, to: line.until - 1 }),
          0,
        );
        expect(dots.length + more.reduce((n, { n: hidden }) => n + hidden, 0)).toBe(all);
        const placed = dots.map(({ x, dy, grade }) => ({ x, y: -grade * step + dy }));
        placed.forEach((a, i) => {
          for (const b of placed.slice(i + 1)) {
            const apart = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
            if (apart < 2 * radius) expect.fail(`two marks ${apart.toFixed(2)} px apart, radius ${radius}`);
          }
        });
      }
    }
  });

  it('stand above their grade for the holder, below it for those beside', () => {
    const { dots } = dotsOf(slice, [belarus, russia], poland, scale, 70);
    expect(dots.every(({ holder, dy }) => (holder === 0 ? dy < 0 : dy > 0))).toBe(true);
  });
});

describe('running stances', () => {
  it('are steps that equal the stance at every day, and are stale when it is', () => {
    for (const pair of pairs) {
      const line = stretches(pair);
      for (let day = scale.from; day < scale.until; day++) {
        const stance = stanceAt(running, pair, day);
        const stretch = line.find(({ from, until }) => from <= day && day < until);
        expect(stretch?.value ?? null, isoOf(day)).toBe(stance?.value ?? null);
        if (stance) expect(stretch?.stale, isoOf(day)).toBe(stance.stale);
      }
    }
  });

  it('have bands within the scale that hold their own value, a step for a step, none of zero width', () => {
    const steps = stanceBand(running, pairs[0]);
    expect(steps.map(({ day, value }) => [day, value])).toEqual(
      stanceSeries(running, pairs[0]).map(({ day, value }) => [day, value]),
    );
    for (const { band, value } of steps) {
      expect(band[0]).toBeGreaterThanOrEqual(-2);
      expect(band[1]).toBeLessThanOrEqual(2);
      expect(band[0]).toBeLessThanOrEqual(value + 1e-9);
      expect(band[1]).toBeGreaterThanOrEqual(value - 1e-9);
      expect(band[1] - band[0]).toBeGreaterThan(0.05);
    }
    expect(bandPath(steps, scale, (value) => -value)).not.toContain('NaN');
  });

  it('are drawn with level and upright strokes alone', () => {
    const { fresh, stale } = stepPaths(stretches(pairs[1]), scale, (value) => 100 - 40 * value);
    expect(`${fresh}${stale}`).toMatch(/^[MHV\d.,-]+$/);
    expect(stale).not.toBe('');
  });
});

describe('the gap', () => {
  const spans = gapSpans(stretches(pairs[0]), stretches(pairs[1]));

  it('is there on the days on which both have spoken, and on no other', () => {
    for (let day = scale.from; day < scale.until; day++) {
      const { gap } = gapAt(running, pairs, day);
      const filled = spans.find(({ from, until }) => from <= day && day < until);
      expect(filled ? Math.abs(filled.a - filled.b) : null).toBe(gap);
    }
    const late = [{ from: 50, until: 90, value: 1, stale: false }];
    expect(gapSpans([{ from: 0, until: 60, value: 0, stale: false }], late)).toEqual([
      { from: 50, until: 60, a: 0, b: 1, stale: false },
    ]);
  });

  it('is told in a sentence whose every number the days carry', () => {
    const names = { a: 'Belarus', b: 'Russia', target: 'Poland' };
    for (const iso of ['2025-06-30', '2025-09-30', '2025-12-31', '2026-01-26']) {
      const now = gapAt(running, pairs, dayOf(iso));
      const heading = gapHeading(spans, now, names, span.from);
      expect(heading?.text).toContain(now.gap! < 0.05 ? 'nothing parts' : `${now.gap!.toFixed(1)} point`);
      if (!heading?.tested) continue;
      const { period, covered, passing, all } = heading.tested;
      expect(period.to).toBeLessThanOrEqual(now.day);
      expect(passing * 2).toBeGreaterThan(heading.text.startsWith('For most') ? all : covered);
    }
    const words = gapHeading(spans, gapAt(running, pairs, at), names, span.from)!.text;
    expect(words).toMatch(/Belarus and Russia were .*within about .* on Poland\. Now \d\.\d points part them\.$/);
  });

  it('says "most" of a year only where most of all its days pass, silent ones counted against it', () => {
    const year = { from: dayOf('2025-01-01'), to: dayOf('2025-12-31') };
    const near = { from: year.from, until: year.from + 100, a: 0, b: 0.4, stale: false };
    const now = { day: dayOf('2026-01-10'), a: 0, b: 2, gap: 2, interval: { low: 1.1, high: 2.9 }, stale: false };
    const names = { a: 'A', b: 'B', target: 'C' };
    expect(gapHeading([near], now, names, year.from)?.text).toBe(
      'While the record covered both in 2025, A and B were mostly within about half a point of each other on C. Now 2.0 points part them.',
    );
    expect(gapHeading([{ ...near, until: year.to + 1 }], now, names, year.from)?.text).toContain('For most of 2025 A and B were');
    expect(gapHeading([{ ...near, stale: true }], now, names, year.from)?.text).toBe('A and B are 2.0 points apart on C.');
    const unsure = { ...now, interval: { low: 0, high: 3.5 } };
    expect(gapHeading([near], unsure, names, year.from)?.text).toMatch(/part them, which rows this few cannot tell from none\.$/);
    expect(gapHeading([], unsure, names, year.from)?.text).toMatch(/apart on C, which rows this few cannot tell from none\.$/);
    expect(gapHeading([], { ...now, a: null, gap: null }, names, year.from)).toBeNull();
    expect(daysOf([near], year, () => true)).toEqual({ covered: 100, passing: 100, all: 365 });
  });

  it('comes with its interval and with what other half-lives give', () => {
    const byHalfLife = gapByHalfLife(running, pairs, at);
    expect(byHalfLife.map(({ halfLife }) => halfLife)).toEqual([14, 30, 60, 90, 180]);
    const own = byHalfLife.find(({ halfLife }) => halfLife === running.reading.halfLife)!;
    const now = gapAt(running, pairs, at);
    expect(own.gap).toBeCloseTo(now.gap!, 12);
    for (const { halfLife, gap } of byHalfLife) {
      const other = runStances(slice, { ...running.reading, halfLife });
      expect(gap).toBeCloseTo(gapAt(other, pairs, at).gap!, 12);
    }
    const decay = { mode: 'decay', halfLife: 30 } as const;
    const some = [{ halfLife: 14, gap: 2.24 }, { halfLife: 30, gap: 1.6 }, { halfLife: 180, gap: 0.88 }]; // prettier-ignore
    expect(gapNote({ gap: 1.6, interval: { low: 0.3, high: 2.8 } }, decay, some)).toBe(
      'Gap 1.6 at a half-life of 30 days, 90% interval 0.3 to 2.8; 0.9 to 2.2 for half-lives from 14 to 180 days.',
    );
    expect(gapNote({ gap: 1.6, interval: { low: 0, high: 3 } }, { ...decay, mode: 'mean' }, some)).toBe(
      'Gap 1.6, 90% interval 0.0 to 3.0, so rows this few do not tell it from none.',
    );
    expect(gapNote({ gap: null, interval: null }, decay, [])).toBe('');
    expect(gapByHalfLife(running, [pairs[0], -1], at)).toEqual([]);
  });

  it('names the whole years of a window, or the days themselves', () => {
    expect(periodOf(span.from, at).words).toBe('2025');
    expect(periodOf(dayOf('2020-06-01'), dayOf('2024-12-31')).words).toBe('the years 2021 to 2024');
    expect(periodOf(dayOf('2025-03-01'), dayOf('2025-08-01')).words).toBe('the time since 1 March 2025');
  });

  it('is listed at dates within the window, at ends of months where they lie apart', () => {
    expect(tableDays(span.from, span.to).map(isoOf)).toEqual([
      '2025-02-28',
      '2025-04-30',
      '2025-07-31',
      '2025-09-30',
      '2025-11-30',
    ]);
    const short = tableDays(at - 20, at);
    expect(short.every((day) => day > at - 20 && day < at)).toBe(true);
  });
});

describe('what is quoted', () => {
  const pivot = pivotOf(slice, pairs[0], { from: span.from, to: at })!;
  const notes = annotationsOf(slice, pairs, pivot, { from: span.from, to: at }, true);

  it('has words on either side of the split, and nothing from after the hand', () => {
    expect(notes.map(({ label }) => label)).toEqual(expect.arrayContaining(['Before', 'After']));
    expect(notes.every(({ day, quote }) => day <= at && quote !== '')).toBe(true);
    expect(notes.find(({ label }) => label === 'Before')!.day).toBeLessThanOrEqual(pivot.lastBefore);
  });

  it('stands beside the chart without covering values or other quotes', () => {
    const frame = frameOf(1040, 430, true);
    const { dots } = dotsOf(slice, [belarus, russia], poland, { ...scale, width: frame.right - frame.left }, frame.step);
    const values = pairs.map((pair, holder) => ({ holder, value: stanceAt(running, pair, at)!.value }));
    const layout = asideLayout(frame, values, notes, dots, { quote: (text) => text.length * 7.2, small: measure });
    expect(layout.notes.length).toBeGreaterThanOrEqual(2);
    const beside = layout.notes.filter(({ x }) => x > frame.right);
    for (const { y } of layout.values) for (const note of beside) expect(y < note.y || y > note.y + 17).toBe(true);
    for (const { leader } of layout.notes) expect(leader).not.toContain('NaN');
  });

  it('is argued against by rows of the other sign alone, in the places the labels say', () => {
    const rows = contraryRows(
      slice,
      pairs[0],
      { pivot, before: notes.find(({ label }) => label === 'Before')!.k, value: 0.1 },
      { from: span.from, at },
    );
    expect(rows).not.toEqual([]);
    for (const { said, label } of rows ?? []) {
      if (label === 'After this date') expect(said.day > at && said.score < 0).toBe(true);
      else expect(said.score).toBeGreaterThan(0);
      if (/before/i.test(label) && !label.includes('quote')) expect(said.day).toBeLessThan(span.from);
    }
  });

  it('is argued against by nothing while it takes no side', () => {
    const shown = { pivot: null, before: null };
    const window = { from: span.from, at };
    expect(contraryRows(slice, pairs[0], { ...shown, value: 0.24 }, window)).toBeNull();
    const against = contraryRows(slice, pairs[0], { ...shown, value: 0.25 }, window);
    expect(against!.length).toBeGreaterThan(0);
    for (const { said } of against!) expect(said.score).toBeLessThan(0);
    expect(contraryRows(slice, pairs[0], { ...shown, value: null }, window)).toEqual([]);
  });

  it('is argued against by the nearest row in the window', () => {
    const [row] = contraryRows(slice, pairs[0], { pivot: null, before: null, value: 1 }, { from: span.from, at })!;
    const others = Array.from(rowsOf(slice, pairs[0])).filter(
      (k) => slice.score[k]! < 0 && slice.day[k]! <= at && slice.day[k]! >= span.from && quoteOf(slice, k) !== '',
    );
    expect(row!.label).toBe('In the window');
    expect(at - row!.said.day).toBe(Math.min(...others.map((k) => at - slice.day[k]!)));
  });
});

describe('the panels', () => {
  it('give the numbers on the screen, with every row that counts', () => {
    const stance = stanceAt(running, pairs[0], at)!;
    const how = stanceHow(running, belarus, poland, pairs[0], at);
    expect(how.figure).toContain(signed(stance.value, 2));
    expect(how.rows).toHaveLength(stance.n);
    const gap = gapHow(running, { holders: [belarus, russia], target: poland, pairs }, at, null);
    expect(gap.figure).toContain(gapAt(running, pairs, at).gap!.toFixed(2));
    const pivot = pivotOf(slice, pairs[0], { from: span.from, to: at })!;
    expect(pivotHow(slice, pivot).rows).toHaveLength(pivot.before.length + pivot.after.length);
    expect(stanceHow(running, belarus, poland, -1, at).figure).toBe('not covered');
  });

  it('and the table holds as many rows as there are marks, with the running stance of their day', () => {
    const rows = tableRows(running, pairs, span);
    const { dots } = dotsOf(slice, [belarus, russia], poland, scale, 70);
    expect(rows.map(({ k }) => k).sort()).toEqual(dots.map(({ k }) => k).sort());
    for (const row of rows) expect(row.value).toBe(stanceAt(running, pairs[row.holder]!, row.day)!.value);
  });
});

describe('the axis', () => {
  it('finds the day under the pointer again, and labels without overlap at every scale', () => {
    for (let day = scale.from; day < scale.until; day += 13) expect(dayAt(scale, middleOf(scale, day))).toBe(day);
    for (const days of [7, 40, 400, 4000, 60_000]) {
      const ticks = timeTicks({ from: at - days, until: at, width: 620 }, measure).filter(({ label }) => label !== '');
      expect(ticks.length).toBeGreaterThan(1);
      ticks.slice(1).forEach((tick, i) => expect(tick.x).toBeGreaterThan(ticks[i]!.x + measure(ticks[i]!.label)));
    }
  });

  it('carries the events both took part in, titles clear of each other', () => {
    const ticks = eventTicks(flank, { ...ALL }, [belarus, poland], scale, measure);
    expect(ticks.length).toBeGreaterThan(0);
    const spans = ticks.flatMap(({ label, title }) =>
      label ? [[label.anchor === 'start' ? label.x : label.x - measure(title), title] as const] : [],
    );
    spans.sort((a, b) => a[0] - b[0]);
    spans.slice(1).forEach(([x], i) => expect(x).toBeGreaterThan(spans[i]![0] + measure(spans[i]![1])));
  });
});

describe('a record of ties alone', () => {
  it('shows what joined two powers, each on a line of its own while it overlaps', () => {
    const pair = [powers.actorIndex.get('germany') ?? 0, powers.actorIndex.get('austria-hungary') ?? 1] as const;
    const life: TimeScale = { from: powers.span![0], until: powers.span![1] + 1, width: 800 };
    const bars = tieBars(powers, pair, life);
    expect(bars.length).toBeGreaterThan(0);
    for (const a of bars)
      for (const b of bars) if (a !== b && a.line === b.line) expect(a.to <= b.from || b.to <= a.from).toBe(true);
  });
});
