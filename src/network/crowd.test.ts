import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signsAt } from '../analysis/balance/signs';
import { lookOf } from '../analysis/stance/look';
import { runStances } from '../analysis/stance/stance';
import { ALL, sliceRecord } from '../analysis/slice';
import { readTables } from '../record/reading/read';
import { regionOf } from '../record/regions';
import type { TableName, TextTable } from '../record/record';
import { crowdTables } from '../testing/crowd';
import { dayOf } from '../words/calendar';
import { bundleWays, BundleSteps, crowdPlaces, numberOf, radiusOf } from './crowdLayout';
import { groupsOf, impliedCamps, ownGrouping } from '../analysis/actorGroups';
import { APART, budgetOf, bundleLook, crowdOf, isCrowd, type Bundle, type CrowdOf } from './crowdModel';
import { bundleWords, crowdSentence } from './crowdWords';
import type { Chosen } from './networkModel';
import { networkSet, withFocus } from './networkSet';

const META = { name: 'crowd', title: 'A crowd', description: '', view: '', next: null, bounds: null, licence: '' };
const WINDOW = { from: dayOf('2024-02-01'), to: dayOf('2025-12-20') };
const FRAME = { width: 640, height: 320 };
const none: Chosen = { actors: new Set(), links: new Set() };

type Tables = Partial<Record<TableName, TextTable>>;

function opened(tables: Tables) {
  const record = readTables(tables, META);
  const running = runStances(sliceRecord(record, ALL), { mode: 'decay', halfLife: 30, from: 0 });
  const base = networkSet(running.slice, WINDOW.to, 1);
  const crowd = (more: Partial<CrowdOf> & { focus?: readonly string[] } = {}) => {
    const { focus = [], ...given } = more;
    const chosen = { actors: new Set(focus.map((id) => record.actorIndex.get(id)!)), links: new Set<string>() };
    return crowdOf({
      set: withFocus(base, running.slice, focus, []),
      running,
      chosen,
      ...WINDOW,
      ...FRAME,
      by: 'region',
      open: '',
      ...given,
    });
  };
  return { record, running, base, crowd, index: (id: string) => record.actorIndex.get(id)! };
}

const tables = crowdTables({ actors: 120, pairs: 500, rows: 1500 });
const { record, running, base, crowd, index } = opened(tables);

/** The same tables with the rows of actors, statements and stances in another order. */
function shuffled(order: (n: number) => number[]): Tables {
  const turn = (table: TextTable): TextTable => ({ ...table, rows: order(table.rows.length).map((i) => table.rows[i]!) });
  return { ...tables, actors: turn(tables.actors!), stances: turn(tables.stances!) };
}

describe('a crowd', () => {
  it('begins past forty actors or a hundred and twenty lines', () => {
    const some = (n: number) => Array.from({ length: n }, (_, i) => i);
    const links = (n: number) => base.links.slice(0, n);
    expect(isCrowd({ actors: some(40), links: links(120) })).toBe(false);
    expect(isCrowd({ actors: some(41), links: [] })).toBe(true);
    expect(isCrowd({ actors: [], links: links(121) })).toBe(true);
  });

  it('has everybody once, by themselves or in a group', () => {
    for (const open of ['', 'asia']) {
      const { set, groups } = crowd({ open });
      const all = [...set.actors, ...groups.flatMap(({ members }) => members)];
      expect([...all].sort((a, b) => a - b)).toEqual(record.actors.map((_, actor) => actor));
    }
  });

  it('keeps within its budget of ink', () => {
    const budget = budgetOf(FRAME.width, FRAME.height);
    const { set, bundles } = crowd();
    expect(set.actors.length).toBe(budget.actors);
    expect(set.links.length).toBeLessThanOrEqual(budget.lines);
    expect(bundles.length).toBeLessThanOrEqual(budget.bundles);
    expect(budgetOf(200, 200).actors).toBe(8);
    expect(budgetOf(4000, 2000).actors).toBeLessThanOrEqual(40);
  });

  it('brings out what is selected and its neighbours, whoever they are', () => {
    for (const id of [record.actors[119]!.id, record.actors[3]!.id]) {
      const { set } = crowd({ focus: [id] });
      const own = base.links.filter(({ holder, target }) => holder === index(id) || target === index(id));
      expect(set.actors).toContain(index(id));
      const most = budgetOf(FRAME.width, FRAME.height).actors;
      const near = new Set(own.flatMap(({ holder, target }) => [holder, target]));
      if (near.size < most - 6) for (const actor of near) expect(set.actors).toContain(actor);
      // Lines of what is selected are drawn before any others.
      const among = own.filter(({ holder, target }) => set.actors.includes(holder) && set.actors.includes(target));
      for (const { key } of among) expect(set.links.map((link) => link.key)).toContain(key);
    }
  });

  it('always draws a selected pair', () => {
    const link = base.links[0]!;
    const chosen = { actors: new Set([link.holder, link.target]), links: new Set([link.key]) };
    expect(crowd({ chosen }).set.links.map(({ key }) => key)).toContain(link.key);
  });

  it('opens a group in place: its members come out, as many as there is room for', () => {
    const { set, open, groups } = crowd({ open: 'europe' });
    expect(open?.name).toBe('Europe');
    for (const actor of set.actors) expect(open?.whole).toContain(actor);
    expect(groups.find(({ key }) => key === 'europe')?.members.length).toBe((open?.whole.length ?? 0) - set.actors.length);
    expect(crowd({ open: 'nowhere-at-all' }).open).toBeNull();
  });

  it('has a place for those without a line', () => {
    const alone = opened({ ...tables, stances: { ...tables.stances!, rows: tables.stances!.rows.slice(0, 60) } });
    const { groups } = alone.crowd();
    const lined = new Set(alone.base.links.flatMap(({ holder, target }) => [holder, target]));
    expect(groups.find(({ key }) => key === APART)?.members.length).toBe(alone.record.actors.length - lined.size);
    const [one] = groups.find(({ key }) => key === APART)!.members;
    const { set } = alone.crowd({ focus: [alone.record.actors[one!]!.id] });
    expect(set.actors).toContain(one);
  });

  it('tells every line: singly, in a bundle, within a group, or as left out', () => {
    const { set, bundles, undrawn } = crowd();
    const told = set.links.length + bundles.reduce((sum, { links }) => sum + links.length, 0);
    expect(told + undrawn).toBe(base.links.length);
    const keys = [...set.links, ...bundles.flatMap(({ links }) => links)].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('places', () => {
  const placesById = (of: ReturnType<typeof opened>, made: ReturnType<typeof crowd>) => {
    const { places } = crowdPlaces(of.record, made, FRAME.width, FRAME.height);
    const name = (node: number) => of.record.actors[node]?.id ?? `+${made.groups[made.nodes.indexOf(node)]!.key}`;
    return [...places].map(([node, at]) => [name(node), at] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  };

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat()),
        fc.constantFrom('', 'asia'),
        fc.constantFrom([], ['belarus']),
        (keys, open, focus) => {
          const deal = (n: number) => {
            const order = Array.from({ length: n }, (_, i) => ({ i, key: keys.next().value as number }));
            return order.sort((a, b) => a.key - b.key || a.i - b.i).map(({ i }) => i);
          };
          const other = opened(shuffled(deal));
          const [mine, theirs] = [crowd({ open, focus }), other.crowd({ open, focus })];
          expect(placesById(other, theirs)).toEqual(placesById({ record } as ReturnType<typeof opened>, mine));
          const keysOf = (made: typeof mine) => [
            made.bundles.map(({ key }) => key).sort(),
            made.set.links.map(({ key }) => key).sort(),
          ];
          expect(keysOf(theirs)).toEqual(keysOf(mine));
        },
      ),
      { numRuns: 6 },
    );
  });

  it('keep circles apart, in the frame, and free of actors', () => {
    for (const [width, height] of [
      [640, 320],
      [356, 400],
      [1200, 700],
    ] as const) {
      const made = crowd({ width, height });
      const { places, radii } = crowdPlaces(record, made, width, height);
      for (const [node, radius] of radii) {
        const at = places.get(node)!;
        expect(at.x - radius).toBeGreaterThan(0);
        expect(at.y + radius).toBeLessThan(height);
        for (const [other, spot] of places) {
          if (other === node) continue;
          const room = radius + (radii.get(other) ?? 8);
          expect(Math.hypot(at.x - spot.x, at.y - spot.y), `${other} at ${width}`).toBeGreaterThan(room);
        }
      }
    }
  });

  it('lie where they lie on the globe', () => {
    const made = crowd();
    const { places } = crowdPlaces(record, made, FRAME.width, FRAME.height);
    const at = (key: string) => places.get(made.nodes[made.groups.findIndex((group) => group.key === key)]!)!;
    expect(at('americas').x).toBeLessThan(at('asia').x);
    expect(at('europe').y).toBeLessThan(at('africa').y);
    expect(radiusOf(40, 640)).toBeGreaterThan(radiusOf(10, 640));
  });
});

describe('groups', () => {
  it('are regions by country, by the one spoken for, by what lies nearest', () => {
    const groups = groupsOf(
      record,
      record.actors.map((_, i) => i),
      'region',
      null,
    );
    const of = (id: string) => groups.find(({ members }) => members.includes(index(id)))?.name;
    expect(of('germany')).toBe('Europe');
    expect(of('china')).toBe('Asia');
    // Somebody without a country stands with those around them.
    const other = record.actors.find(({ country, lat, lon }) => country === '' && lat > 45 && lat < 60 && lon > 0 && lon < 12)!;
    expect(of(other.id)).toBe('Europe');
    expect(regionOf('DEU')).toEqual({ part: 'Europe', region: 'Western Europe' });
    expect(regionOf('SUN')).toBeNull();
  });

  it('are at most eight, the smallest together', () => {
    const groups = groupsOf(
      record,
      record.actors.map((_, i) => i),
      'country',
      null,
    );
    expect(groups.length).toBe(8);
    expect(groups.reduce((sum, { members }) => sum + members.length, 0)).toBe(record.actors.length);
    expect(groups.map(({ name }) => name)).toContain('No country given');
  });

  it('are camps where the signs imply two, and not where too many go against any two', () => {
    expect(impliedCamps(running, WINDOW.to)).toBeNull();
    expect(ownGrouping(record, base.actors, null)).toBe('region');
    const rows = tables.stances!.rows.map((row) => {
      const cells = [...row];
      const [holder, target] = ['holder', 'target'].map((name) => cells[tables.stances!.columns.indexOf(name)]!);
      const side = (id: string) => record.actors[index(id)]!.lon > 25;
      cells[tables.stances!.columns.indexOf('score')] = side(holder!) === side(target!) ? '2' : '-2';
      return cells;
    });
    const split = opened({ ...tables, stances: { ...tables.stances!, rows } });
    const camps = impliedCamps(split.running, WINDOW.to)!;
    const names = new Set([...camps.values()].map(({ name }) => name));
    expect(names.size).toBe(2);
    for (const [actor, { key }] of camps) {
      for (const [other, { key: theirs }] of camps)
        expect(key === theirs).toBe(split.record.actors[actor]!.lon > 25 === split.record.actors[other]!.lon > 25);
    }
    expect(ownGrouping(split.record, split.base.actors, camps)).toBe('camp');
    expect(signsAt(split.record, split.running, WINDOW.to).edges.length).toBeGreaterThan(12);
  });
});

describe('bundles', () => {
  it('say the mean of their pairs, each counted once, and how many lie on either side', () => {
    const at = dayOf('2025-06-01');
    const { bundles } = crowd();
    for (const bundle of bundles) {
      const values = bundle.links.map(({ pair }) => lookOf(running, pair, at)).filter((look) => look !== null);
      const look = bundleLook(running, bundle, at)!;
      expect(look.pairs).toBe(values.length);
      expect(look.value).toBeCloseTo(values.reduce((sum, { value }) => sum + value, 0) / values.length);
      expect(look.positive).toBe(values.filter(({ grade }) => grade > 0).length);
      expect(look.negative).toBe(values.filter(({ grade }) => grade < 0).length);
    }
    expect(bundleLook(running, bundles[0]!, dayOf('2020-01-01'))).toBeNull();
  });

  it('write both sides where signs cancel, never zero', () => {
    const both = { value: 0.05, grade: 0, pairs: 44, positive: 20, negative: 18, mixed: true } as const;
    expect(numberOf(both).text).toBe('+20 −18');
    expect(numberOf({ ...both, value: 1.2, mixed: false }).text).toBe('+1.2');
    const [bundle] = crowd().bundles;
    const course = bundleWays(crowd(), crowdPlaces(record, crowd(), 640, 320), 640, 320)[0]!;
    const words = bundleWords(
      record,
      crowd(),
      { ...course, bundle: bundle as Bundle, look: both, parts: {} as never, band: 1 },
      0,
    );
    expect(words).toMatch(/mixed, 20 for, 18 against, of 44 pairs/);
  });

  it('stay the same objects while nothing that they say changes', () => {
    const made = crowd();
    const places = crowdPlaces(record, made, 640, 320);
    const steps = new BundleSteps(running, bundleWays(made, places, 640, 320));
    const day = dayOf('2025-06-01');
    const first = steps.at(day);
    expect(steps.at(day)).toBe(first);
    const moved = steps.at(dayOf('2025-09-01'));
    expect(moved).not.toBe(first);
    expect(first.length).toBeGreaterThan(3);
  });
});

describe('the sentence', () => {
  it('says who is drawn, and in how many groups the others are', () => {
    expect(crowdSentence(record, crowd(), none)).toMatch(/^\d+ actors with most rows or most change; \d+ others in 5 groups$/);
    const { set } = crowd({ focus: ['belarus'] });
    const chosen = { actors: new Set([index('belarus')]), links: new Set<string>() };
    expect(crowdSentence(record, crowd({ focus: ['belarus'] }), chosen)).toBe(
      `Belarus and its ${set.actors.length - 1} neighbours; ${120 - set.actors.length} others in 5 groups`,
    );
    expect(crowdSentence(record, crowd({ open: 'asia' }), none)).toMatch(/^Asia: \d+ of \d+; \d+ others in/);
  });
});
