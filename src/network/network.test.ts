import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { readRecord } from '../record/reading/read';
import { lengthOf, pointOn } from '../ui/curves';
import { overlap } from './networkLabels';
import { hairlinesAt } from './networkHairlines';
import { nextActor } from './networkKeys';
import { emphasisOf, placesOf, rememberedPlaces, sceneOf, waysOf, type Chosen } from './networkModel';
import { courses } from './networkLines';
import { networkSet, withFocus } from './networkSet';
import { changesBetween, linkLook, NetworkSteps, untoldLinks } from './networkSteps';
import { lineWords } from './networkWords';
import { smallRecord } from '../testing/smallRecord';
import { dayOf } from '../words/calendar';
import { greatPowers } from '../testing/shippedDataset';

function open(name: string) {
  const folder = `data/${name}`;
  const files = new Map(readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]));
  return readRecord(files, name);
}
const flank = open('eastern-flank');
const powers = greatPowers();
const slice = sliceRecord(flank, { ...ALL, basis: 'own' });
const running = runStances(slice, { mode: 'decay', halfLife: 30, from: 0 });
const to = flank.span![1];
const set = networkSet(slice, to, 2);
const none: Chosen = { actors: new Set(), links: new Set() };
const index = (id: string) => flank.actorIndex.get(id)!;
const pair: Chosen = { actors: new Set([index('belarus'), index('poland')]), links: new Set(['belarus poland']) };

/** The plate in the atlas at 1440, 1024 and 390 px, and the least it must take. */
const FRAMES: [number, number][] = [
  [656, 320],
  [580, 420],
  [356, 400],
  [300, 220],
];

describe('who is drawn', () => {
  it('leaves out pairs on fewer rows than asked for, and draws them once one is enough', () => {
    const one = networkSet(slice, to, 1);
    expect(one.links.length).toBeGreaterThan(set.links.length);
    for (const { pair: p } of set.links) expect(slice.pairs.start[p + 1]! - slice.pairs.start[p]!).toBeGreaterThanOrEqual(2);
  });

  it('counts only rows up to the end of the window', () => {
    const early = networkSet(slice, dayOf('2024-12-31'), 2);
    expect(early.links.length).toBeLessThan(set.links.length);
    expect(early.links.length).toBeGreaterThan(0);
  });

  it('takes in what is in focus as a guest, and leaves the others where they are', () => {
    const extra = flank.actors.findIndex((_, actor) => !set.actors.includes(actor));
    const more = withFocus(set, slice, [flank.actors[extra]!.id], []);
    expect(more.guests).toEqual(new Set([extra]));
    const before = placesOf(flank, set, 656, 320);
    const after = placesOf(flank, more, 656, 320);
    for (const actor of set.actors) expect(after.get(actor)).toEqual(before.get(actor));
    expect(withFocus(set, slice, ['belarus'], [['belarus', 'poland']])).toBe(set);
  });
});

describe('places', () => {
  it('are the same every time', () => {
    expect(placesOf(flank, set, 656, 320)).toEqual(placesOf(flank, set, 656, 320));
    const places = rememberedPlaces();
    expect(places(flank, set, 656, 320)).toBe(places(flank, set, 656, 320));
  });

  it('hint at geography', () => {
    const places = placesOf(flank, set, 656, 320);
    const at = (id: string) => places.get(index(id))!;
    expect(at('poland').x).toBeLessThan(at('belarus').x);
    expect(at('belarus').x).toBeLessThan(at('russia').x);
    expect(at('united-states').x).toBeLessThan(at('poland').x);
    expect(at('estonia').y).toBeLessThan(at('latvia').y);
    expect(at('latvia').y).toBeLessThan(at('lithuania').y);
    expect(at('finland').y).toBeLessThan(at('romania').y);
    expect(at('ukraine').y).toBeGreaterThan(at('belarus').y);
  });

  it.each(FRAMES)('keep actors apart and inside a frame of %i by %i', (width, height) => {
    const places = [...placesOf(flank, set, width, height).values()];
    places.forEach((a, i) => {
      expect(a.x).toBeGreaterThan(8);
      expect(a.x).toBeLessThan(width - 8);
      expect(a.y).toBeGreaterThan(8);
      expect(a.y).toBeLessThan(height - 8);
      for (const b of places.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(18);
    });
  });
});

describe('names', () => {
  it.each(FRAMES)('never cover each other or an actor at %i by %i', (width, height) => {
    for (const chosen of [none, pair]) {
      const places = placesOf(flank, set, width, height);
      const { labels } = sceneOf(flank, set, places, waysOf(set, places, width, height), width, height, chosen);
      const shown = labels.filter((label) => !label.hidden);
      shown.forEach((a, i) => {
        for (const b of shown.slice(i + 1)) expect(overlap(a.box, b.box)).toBe(0);
        for (const [actor, at] of places) {
          if (actor !== a.actor) expect(overlap(a.box, { x: at.x - 8, y: at.y - 8, width: 16, height: 16 })).toBe(0);
        }
        expect(a.box.x).toBeGreaterThanOrEqual(0);
        expect(a.box.x + a.box.width).toBeLessThanOrEqual(width);
      });
      const hidden = labels.length - shown.length;
      expect(hidden, `${hidden} of ${labels.length} hidden`).toBeLessThanOrEqual(width >= 350 ? 0 : 7);
      for (const actor of chosen.actors) expect(labels.find((label) => label.actor === actor)?.hidden).toBe(false);
    }
  });
});

describe('lines', () => {
  const places = placesOf(flank, set, 656, 320);
  const ways = waysOf(set, places, 656, 320);
  const find = (from: string, towards: string) => set.links.findIndex(({ key }) => key === `${from} ${towards}`);

  it('draw the two directions of a pair apart', () => {
    let checked = 0;
    set.links.forEach((link, i) => {
      const back = set.links.findIndex(({ holder, target }) => holder === link.target && target === link.holder);
      if (back <= i) return;
      const a = pointOn(ways[i]!, 0.5);
      const b = pointOn(ways[back]!, 0.5);
      const long = Math.hypot(
        places.get(link.holder)!.x - places.get(link.target)!.x,
        places.get(link.holder)!.y - places.get(link.target)!.y,
      );
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(long * 0.05);
      checked += 1;
    });
    expect(checked).toBeGreaterThan(5);
  });

  it('hand out the same objects while nothing about a pair changes', () => {
    const steps = new NetworkSteps(running, set, ways);
    const day = dayOf('2025-09-15');
    const before = steps.at(day, none.links);
    expect(steps.at(day, none.links)).toBe(before);
    const after = steps.at(day + 1, none.links);
    const kept = after.filter((line) => before.includes(line)).length;
    expect(kept).toBeGreaterThan(after.length * 0.7);
    const fresh = new NetworkSteps(running, set, ways).at(day + 1, none.links);
    expect(after.map(({ key, look, parts }) => ({ key, look, parts }))).toEqual(
      fresh.map(({ key, look, parts }) => ({ key, look, parts })),
    );
  });

  it('leave the unknown undrawn, and mark silence after two half-lives', () => {
    const link = set.links[find('belarus', 'poland')]!;
    expect(linkLook(running, link, flank.span![0] - 1)).toBeNull();
    const late = linkLook(running, link, to + 61)!;
    expect(late.stale).toBe(true);
    expect(late.last).toBeLessThanOrEqual(to);
    expect(linkLook(running, link, late.last)!.stale).toBe(false);
    expect(lineWords(running, link, late, to + 61, to)).toMatch(/nothing since/);
  });

  it('mark thin evidence', () => {
    const link = set.links[find('belarus', 'poland')]!;
    const first = slice.day[slice.pairs.item[slice.pairs.start[link.pair]!]!]!;
    expect(linkLook(running, link, first)!.thin).toBe(true);
    expect(linkLook(running, link, dayOf('2025-12-31'))!.thin).toBe(false);
  });

  it('draw the focus last and heavier', () => {
    const steps = new NetworkSteps(running, set, ways);
    const lines = steps.at(dayOf('2025-12-31'), pair.links);
    const last = lines[lines.length - 1]!;
    expect(last.key).toBe('belarus poland');
    const plain = new NetworkSteps(running, set, ways).at(dayOf('2025-12-31'), none.links).find(({ key }) => key === last.key)!;
    expect(last.parts.width).toBeCloseTo(plain.parts.width * 1.9);
  });

  it('find the grades that differ between two dates', () => {
    const a = dayOf('2025-10-01');
    const b = dayOf('2026-01-26');
    const changes = changesBetween(running, set, a, b);
    for (const link of set.links) {
      expect(changes.has(link.key)).toBe(linkLook(running, link, a)?.grade !== linkLook(running, link, b)?.grade);
    }
    expect(changesBetween(running, set, a, a).size).toBe(0);
  });

  it('find no change where a source tells no more of a tie, and the changes that it tells of', () => {
    const own = runStances(sliceRecord(powers, ALL), { mode: 'decay', halfLife: 30, from: 0 });
    const drawn = networkSet(own.slice, powers.span![1], 1);
    const between = (before: string, at: string) => changesBetween(own, drawn, dayOf(before), dayOf(at)).size;
    expect(drawn.links.filter((link) => linkLook(own, link, dayOf('1917-06-01')) !== null).length).toBeGreaterThan(10);
    expect(between('1917-06-01', '1918-06-01')).toBe(0);
    expect(between('1918-06-01', '1917-06-01')).toBe(0);
    // What it tells no more of is not said to have ended; before its last day all is told.
    expect(untoldLinks(own, drawn, dayOf('1917-12-31'))).toBe(0);
    expect(untoldLinks(own, drawn, dayOf('1918-06-01'))).toBe(
      drawn.links.filter((link) => linkLook(own, link, dayOf('1917-12-31')) !== null).length,
    );
    // The Three Emperors' League ended long before the figure does.
    expect(between('1880-06-01', '1888-06-01')).toBeGreaterThan(0);
  });

  it('lift those of the actor pointed at and put the others back', () => {
    const link = set.links[find('belarus', 'poland')]!;
    const pointing = { actor: index('belarus'), pairs: new Set<string>(), chosen: none, changed: null };
    expect(emphasisOf(link, pointing)).toBe('lit');
    expect(emphasisOf(link, { ...pointing, actor: index('russia') })).toBe('faded');
  });
});

describe('ties', () => {
  const ties = sliceRecord(powers, ALL);
  const drawn = networkSet(ties, dayOf('1918-01-01'), 2);
  const still = runStances(ties, { mode: 'decay', halfLife: 30, from: 0 });

  it('are the lines of a record that has nothing else', () => {
    expect(drawn.kind).toBe('ties');
    expect(drawn.actors.length).toBe(powers.actors.length);
    const places = placesOf(powers, drawn, 500, 300);
    const steps = new NetworkSteps(still, drawn, waysOf(drawn, places, 500, 300));
    const lines = steps.at(dayOf('1907-12-31'), none.links);
    const sign = (a: string, b: string) => lines.find(({ key }) => key === `${a} ${b}` || key === `${b} ${a}`)?.look.value;
    expect(sign('united-kingdom', 'russia')).toBe(1);
    expect(sign('united-kingdom', 'germany')).toBe(-1);
    expect(sign('france', 'russia')).toBe(1);
    expect(sign('austria-hungary', 'germany')).toBe(1);
    for (const { parts, look } of lines) {
      expect(parts.end).toBe('');
      expect(parts.dash === null).toBe(look.value > 0);
    }
    const before = steps.at(dayOf('1872-06-01'), none.links);
    expect(before.length).toBeLessThan(lines.length);
  });

  it('lie under the stances as hairlines between actors that are drawn', () => {
    const places = placesOf(flank, set, 656, 320);
    const hairlines = hairlinesAt(flank, places, dayOf('2026-01-26'));
    expect(hairlines.length).toBeGreaterThan(3);
    for (const { a, b } of hairlines) expect(places.has(a) && places.has(b)).toBe(true);
  });
});

describe('arrow keys', () => {
  const places = new Map([
    [0, { x: 0, y: 0 }],
    [1, { x: 50, y: 5 }],
    [2, { x: 20, y: 60 }],
    [3, { x: 100, y: 0 }],
  ]);
  it('go to the next actor in that direction and stop at the edge', () => {
    expect(nextActor(places, 0, { x: 1, y: 0 })).toBe(1);
    expect(nextActor(places, 1, { x: 1, y: 0 })).toBe(3);
    expect(nextActor(places, 0, { x: 0, y: 1 })).toBe(2);
    expect(nextActor(places, 0, { x: -1, y: 0 })).toBeNull();
  });
});

describe('a stance on oneself', () => {
  const own = smallRecord({ stances: [['a', 'a', '2025-01-01', -2], ['a', 'b', '2025-01-02', 1], ['b', 'a', '2025-01-03', 1]] }); // prettier-ignore
  const alone = sliceRecord(own, ALL);
  const drawn = networkSet(alone, dayOf('2025-02-01'), 1);

  it('is a line of its own, in words and as a loop that stays on the plate and keeps clear of others', () => {
    const loop = drawn.links.findIndex(({ key }) => key === 'a a');
    const frame = { width: 400, height: 300 };
    for (const at of [
      { x: 12, y: 12 },
      { x: 200, y: 150 },
      { x: 390, y: 290 },
    ]) {
      const places = new Map([[own.actorIndex.get('a')!, at], [own.actorIndex.get('b')!, { x: 200, y: 110 }]]); // prettier-ignore
      const course = courses(drawn.links, places, true, frame)[loop]!;
      expect(lengthOf(course)).toBeGreaterThan(60);
      for (let i = 0; i <= 20; i++) {
        const p = pointOn(course, i / 20);
        expect([p.x >= 0, p.y >= 0, p.x <= 400, p.y <= 300]).toEqual([true, true, true, true]);
        if (at.x === 200) expect(Math.hypot(p.x - 200, p.y - 110)).toBeGreaterThan(17.9);
      }
    }
    const reading = runStances(alone, { mode: 'decay', halfLife: 30, from: 0 });
    const way = courses(drawn.links, new Map(drawn.actors.map((actor, i) => [actor, { x: 100 + 200 * i, y: 150 }])), true, frame);
    const lines = new NetworkSteps(reading, drawn, way).at(dayOf('2025-02-01'), new Set());
    const line = lines.find(({ key }) => key === 'a a')!;
    expect(line.parts.spine).toContain('C');
    expect(line.parts.teeth).not.toBe('');
  });
});
