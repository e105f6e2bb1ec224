import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../../analysis/slice';
import { listOf } from '../../record/record';
import { smallRecord } from '../../testing/smallRecord';
import { readRecord } from '../../record/reading/read';
import { secondEdition } from '../../testing/secondEdition';
import { laneKinds, lanesBy, lanesOf, pairLabel, topicName, type LaneChoice } from './lanesModel';
import { bracketAt, chosenTies, holding, tieLanes, tieRooms } from './tiesModel';
import { dayOf } from '../../words/calendar';

const record = smallRecord({
  stances: [
    ['a', 't', '2025-01-01', -2, { topics: 'border;trade' }],
    ['a', 't', '2025-02-01', -1, { topics: 'border' }],
    ['friend', 't', '2025-03-01', 1, { topics: 'trade' }],
    ['t', 'a', '2025-03-02', 0, { topics: 'trade' }],
    ['p', 'q', '2025-04-01', 1, { topics: 'talks' }],
    ['p', 'q', '2025-04-02', 1, { topics: 'talks' }],
    ['p', 'q', '2025-04-03', 1, { topics: 'talks' }],
    ['q', 'p', '2020-01-01', 1, { topics: 'talks' }],
  ],
  ties: [
    ['a;friend', 'alliance', '1', '2000-01-01', ''],
    ['p;q', 'alliance', '1', '2001-01-01', '2025-06-01'],
    ['a;p', 'alliance', '1', '2026-01-01', '2027-01-01'],
    ['a;q', 'enmity', '-1', '1990-01-01', ''],
  ],
});
const slice = sliceRecord(record, ALL);
const choice: LaneChoice = {
  by: 'pair',
  from: dayOf('2025-01-01'),
  to: dayOf('2025-12-31'),
  pair: ['a', 't'],
  beside: [],
  actors: [],
  topics: [],
  sides: [],
  most: 5,
};
const labels = (more: Partial<LaneChoice>) => lanesOf(slice, { ...choice, ...more }).map(({ label }) => label);

describe('lanes by pair', () => {
  it('begin with the selected pair, then its ally on the same target, then the answer, then the most active', () => {
    expect(labels({})).toEqual(['a on t', 'friend on t', 't on a', 'p on q']);
    expect(lanesOf(slice, choice).map(({ strong }) => strong)).toEqual([true, true, false, false]);
  });

  it('are the most active of the window where nothing is selected', () => {
    expect(labels({ pair: null }).slice(0, 2)).toEqual(['p on q', 'a on t']);
    expect(labels({ pair: null, to: dayOf('2025-02-28') })).toEqual(['a on t']);
  });

  it('keep a selected pair that is silent in the window: a silence is a finding', () => {
    expect(labels({ from: dayOf('2025-04-01') })[0]).toBe('a on t');
  });

  it('stay where the window is empty', () => {
    const nothing = { pair: null, from: dayOf('2022-01-01'), to: dayOf('2022-02-01') };
    expect(labels(nothing)[0]).toBe('p on q');
    expect(labels({ ...nothing, by: 'topic' })).not.toHaveLength(0);
  });

  it('are no more than there is room for', () => expect(labels({ most: 2 })).toHaveLength(2));

  it('show what a selected actor says and hears first', () => {
    expect(labels({ pair: null, actors: ['friend'] })[0]).toBe('friend on t');
  });
});

describe('lanes by actor and topic', () => {
  it('gather every stance that an actor holds', () => {
    const lanes = lanesOf(slice, { ...choice, by: 'actor', pair: null });
    expect(lanes.map(({ label, count }) => [label, count])).toEqual([
      ['p', 3],
      ['a', 2],
      ['friend', 1],
      ['t', 1],
    ]);
  });

  it('count a row in each of its topics', () => {
    const lanes = lanesOf(slice, { ...choice, by: 'topic' });
    expect(Object.fromEntries(lanes.map(({ label, count }) => [label, count]))).toEqual({ Border: 2, Trade: 3, Talks: 3 });
    expect(lanes.reduce((sum, { count }) => sum + count, 0)).toBe(8);
  });
});

describe('lanes by side of source', () => {
  const sided = sliceRecord(readRecord(secondEdition(), 'small'), ALL);
  const wide = { ...choice, by: 'side' as const, pair: null, from: dayOf('2020-01-01'), to: dayOf('2030-01-01') };
  const ofEach = (id: string) => {
    const { evidence, sources, stances } = sided.record;
    return Array.from(sided.row.slice(0, sided.n)).filter((i) =>
      listOf(evidence.sources, stances.evidence[i]!).some((source) => sources[source]!.side === id),
    ).length;
  };

  it('hold a row once in the lane of each side of its sources', () => {
    const lanes = lanesOf(sided, wide);
    expect(lanes.length).toBeGreaterThan(1);
    for (const { ids, count } of lanes) expect(count).toBe(ofEach(ids[0] ?? ''));
    // A row with sources of two sides stands in both lanes.
    expect(lanes.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(sided.n);
    const label = (id: string) => sided.record.sides.find((side) => side.id === id)?.label ?? 'Side not given';
    expect(lanes.map((lane) => lane.label)).toEqual(lanes.map(({ ids }) => label(ids[0] ?? '')));
  });

  it('begin with those of the filter, and choose nothing where a source has no side', () => {
    const last = lanesOf(sided, wide).at(-1)!;
    const id = last.ids[0] ?? sided.record.sides[0]!.id;
    expect(lanesOf(sided, { ...wide, sides: [id] })[0]).toMatchObject({ ids: [id], strong: true });
  });

  it('are offered where sources have sides, and stand by pair elsewhere', () => {
    expect(laneKinds(sided.record)).toEqual(['pair', 'actor', 'topic', 'side']);
    expect(laneKinds(record)).toEqual(['pair', 'actor', 'topic']);
    expect([lanesBy(sided.record, 'side'), lanesBy(record, 'side'), lanesBy(record, 'topic')]).toEqual(['side', 'pair', 'topic']);
    expect(lanesOf(slice, { ...choice, by: 'side' }).map(({ by }) => by)).toEqual(lanesOf(slice, choice).map(({ by }) => by));
  });
});

describe('lanes of ties', () => {
  const lanes = tieLanes(record, choice.from, choice.to);

  it('show the ties of each kind that hold at some time in the window', () => {
    expect(lanes.map(({ kind, brackets }) => [kind, brackets.length])).toEqual([
      ['alliance', 2],
      ['enmity', 1],
    ]);
  });

  it('keep brackets of one lane off each other', () => {
    for (const { brackets } of tieLanes(record, dayOf('1980-01-01'), dayOf('2030-01-01'))) {
      for (const a of brackets) {
        for (const b of brackets) if (a !== b && a.line === b.line) expect(a.until <= b.from || b.until <= a.from).toBe(true);
      }
    }
  });

  it('share the height there is and are found where they stand', () => {
    const rooms = tieRooms(lanes, 60, 12);
    expect(rooms.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(60);
    for (const [i, lane] of lanes.entries()) {
      for (const bracket of lane.brackets) {
        const y = rooms[i]!.top + (bracket.line + 0.5) * rooms[i]!.line;
        expect(bracketAt(lanes, rooms, y, Math.max(bracket.from, choice.from))).toBe(bracket);
      }
    }
    expect(bracketAt(lanes, rooms, 500, choice.from)).toBeNull();
  });

  it('say when a tie holds, and no more than is known', () => {
    expect(lanes.flatMap(({ brackets }) => brackets.map(({ life }) => life)).sort()).toEqual([
      '1 January 2001 up to 1 June 2025',
      'since 1 January 1990',
      'since 1 January 2000',
    ]);
  });

  it('tell the ties of a selection apart', () => {
    const titles = (chosen: Set<number> | null) => [...chosen!].map((tie) => record.ties[tie]!.title).sort();
    expect(titles(chosenTies(record, ['a', 'friend'], []))).toEqual(['Tie 0']);
    expect(titles(chosenTies(record, null, ['p']))).toEqual(['Tie 1', 'Tie 2']);
    expect(chosenTies(record, null, [])).toBeNull();
  });

  it('say how many hold on a day, the last day of a tie excluded', () => {
    expect(holding(record, lanes[0]!, dayOf('2025-05-31'))).toBe('2 of 2');
    expect(holding(record, lanes[0]!, dayOf('2025-06-01'))).toBe('1 of 2');
  });

  it('are not said to have ended where their source tells no more', () => {
    const cut = { ...record, ties: record.ties.map((tie) => ({ ...tie, censored: tie.end !== null })) };
    expect(holding(cut, lanes[0]!, dayOf('2025-05-31'))).toBe('2 of 2');
    expect(holding(cut, lanes[0]!, dayOf('2025-06-01'))).toBe('1 known');
    const alone = { ...lanes[0]!, brackets: lanes[0]!.brackets.filter(({ tie }) => record.ties[tie]!.end !== null) };
    expect(holding(cut, alone, dayOf('2025-06-01'))).toBe('not known');
  });
});

it('shortens the longer name first, to initials', () => {
  const actors = smallRecord({ stances: [['x', 'y', '2025-01-01', 1]] });
  actors.actors[0]!.name = 'Belarus';
  actors.actors[1]!.name = 'United States';
  actors.actors[1]!.aliases = ['America', 'US'];
  const width = (text: string) => text.length;
  expect(pairLabel(actors, 0, 1, 30, width)).toBe('Belarus on United States');
  expect(pairLabel(actors, 0, 1, 15, width)).toBe('Belarus on US');
});

it('shortens long names on both sides of "on", and gives a short one the room that it needs', () => {
  const actors = smallRecord({
    stances: [
      ['x', 'y', '2025-01-01', 1],
      ['z', 'y', '2025-01-01', 1],
    ],
  });
  const at = (id: string) => actors.actorIndex.get(id) ?? -1;
  const [a, b, c] = [at('x'), at('y'), at('z')];
  for (const [actor, name] of [
    [a, 'Organization for Security and Co-operation in Europe'],
    [b, 'Black Sea Economic Cooperation Council'],
    [c, 'Belarus'],
  ] as const)
    Object.assign(actors.actors[actor] ?? {}, { name });
  const width = (text: string) => text.length;
  expect(pairLabel(actors, 0, 1, 44, width)).toBe(
    'Organization for… on Black Sea Economic…'.replace('Organization for…', 'Organization…'),
  );
  expect(pairLabel(actors, a, c, 38, width)).toBe('Organization for Security… on Belarus');
  expect(pairLabel(actors, c, a, 19, width)).toBe('Belarus on Organiz…');
  for (let room = 12; room < 120; room++) expect(pairLabel(actors, a, b, room, width).length).toBeLessThanOrEqual(room);
});

it('writes topics as words', () => {
  expect([topicName('eu'), topicName('ukraine-war')]).toEqual(['EU', 'Ukraine war']);
});
