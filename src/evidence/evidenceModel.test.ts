import { describe, expect, test } from 'vitest';
import { ALL, sliceRecord, type Filters } from '../analysis/slice';
import { rowCard } from '../record/card';
import { readRecord } from '../record/reading/read';
import { againstStance } from './againstModel';
import { chooseRows, cutRows, nearestRows, type ChosenRows } from '../analysis/chosenRows';
import { caseRecord, happened, said, scored } from '../testing/cases';
import { listEntries, neighbours, type Entry } from './listModel';
import { dayOf } from '../words/calendar';

const record = readRecord(
  new Map([
    [
      'actors.csv',
      `id,name,kind,speaks_for
north,North,state,
south,South,state,
east,East,state,
nora,Nora,person,north
`,
    ],
    ['places.csv', 'id,name,kind,lat,lon\nbridge,The bridge,crossing,1,1\n'],
    ['sources.csv', 'id,url,outlet,kind\npaper,https://example.org/a,Paper,official\n'],
    [
      'statements.csv',
      `id,title,date,speaker,targets,quote,place,sources,confidence
s1,First,2025-01-10,nora,south,One,,paper,high
s2,Second,2025-02-10,nora,south,Two,bridge,paper,high
s3,Third,2025-03-10,nora,south,Three,,paper,low
s4,Fourth,2025-04-10,nora,south,Four,,paper,high
s5,Fifth,2025-04-11,south,north,Five,,paper,high
s6,Sixth,2025-04-12,east,east,Six,,paper,high
`,
    ],
    [
      'events.csv',
      `id,title,start,participants,place,sources,confidence
e1,Talks,2025-02-20,north;east,bridge,paper,high
`,
    ],
    [
      'stances.csv',
      `id,evidence,holder,target,score,basis
a,s1,north,south,-2,statement
b,s2,north,south,-1,statement
c,s3,north,south,1,statement
d,s4,north,south,2,statement
e,s5,south,north,-1,statement
`,
    ],
  ]),
  'small',
);
const rowsOf = (selection: Partial<Parameters<typeof chooseRows>[1]>, filters: Partial<Filters> = {}): ChosenRows =>
  chooseRows(sliceRecord(record, { ...ALL, ...filters }), { pair: null, actors: [], place: '', ...selection });
const ids = (chosen: ChosenRows) => Array.from(chosen.rows, (e) => record.evidence.id[e]);
const e = (id: string) => record.evidenceIndex.get(id)!;
const day = (text: string) => dayOf(text);

describe('which rows belong to a selection', () => {
  test('a pair: the rows of its stances, one way only', () => {
    const chosen = rowsOf({ pair: ['north', 'south'] });
    expect(chosen.title).toBe('North on South');
    expect(ids(chosen)).toEqual(['s1', 's2', 's3', 's4']);
  });

  test('an actor: what it holds, receives, takes part in, and what its speakers say', () => {
    expect(ids(rowsOf({ actors: ['north'] }))).toEqual(['s1', 's2', 'e1', 's3', 's4', 's5']);
    expect(ids(rowsOf({ actors: ['nora'] }))).toEqual(['s1', 's2', 's3', 's4']);
  });

  test('several actors: rows that involve two of them', () => {
    const chosen = rowsOf({ actors: ['north', 'east'] });
    expect(chosen.title).toBe('Between North and East');
    expect(ids(chosen)).toEqual(['e1']);
  });

  test('a place, and nothing selected', () => {
    expect(ids(rowsOf({ place: 'bridge' }))).toEqual(['s2', 'e1']);
    expect(ids(rowsOf({}))).toEqual(['s1', 's2', 'e1', 's3', 's4', 's5', 's6']);
  });

  test('filters hold: a coded row needs a stance that passes, an uncoded one is no score', () => {
    expect(ids(rowsOf({ actors: ['north'] }, { sign: 'positive' }))).toEqual(['s3', 's4']);
    expect(ids(rowsOf({ actors: ['north'] }, { confidence: 2 }))).toEqual(['s1', 's2', 'e1', 's4', 's5']);
    expect(ids(rowsOf({}, { found: new Set([e('e1'), e('s4')]) }))).toEqual(['e1', 's4']);
    expect(ids(rowsOf({}, { actors: ['east'] }))).toEqual(['e1', 's6']);
  });

  test('an unknown actor or place selects nothing', () => {
    expect(ids(rowsOf({ pair: ['north', 'atlantis'] }))).toEqual([]);
    expect(ids(rowsOf({ actors: ['atlantis'] }))).toEqual([]);
    expect(ids(rowsOf({ place: 'atlantis' }))).toEqual([]);
  });
});

describe('the list', () => {
  const slice = sliceRecord(record, ALL);
  const chosen = rowsOf({ pair: ['north', 'south'] });
  const cut = cutRows(chosen, day('2025-01-01'), day('2025-04-30'), day('2025-03-10'));
  const shape = (entries: readonly Entry[]) =>
    entries.map((entry) => (entry.type === 'row' ? `${entry.part} ${record.evidence.id[entry.e]!}` : entry.type));
  const list = (options: Partial<Parameters<typeof listEntries>[3]>) =>
    listEntries(slice, chosen, cut, { order: 'newest', item: -1, pivot: null, ...options });

  test('newest first up to the hand, then what comes after it', () => {
    expect(shape(list({}))).toEqual(['row s3', 'row s2', 'row s1', 'after', 'later s4']);
  });

  test('the selected row stands first, and nowhere else', () => {
    expect(shape(list({ item: e('s1') }))).toEqual(['lead s1', 'newest', 'row s3', 'row s2', 'after', 'later s4']);
    expect(shape(list({ item: e('s4') }))).toEqual(['lead s4', 'newest', 'row s3', 'row s2', 'row s1']);
  });

  test('a pivot shows the newest row, the row before it, and the rest', () => {
    const pivot = { from: day('2025-02-10'), to: day('2025-03-10'), before: e('s1') };
    expect(shape(list({ pivot }))).toEqual(['lead s3', 'pivot', 'before s1', 'newest', 'row s2', 'after', 'later s4']);
  });

  test('by score, rows after the hand still stand apart', () => {
    expect(shape(list({ order: 'lowest' }))).toEqual(['row s1', 'row s2', 'row s3', 'after', 'later s4']);
    expect(shape(list({ order: 'highest' }))).toEqual(['row s3', 'row s2', 'row s1', 'after', 'later s4']);
  });

  test('every row of the window stands in the list once, whatever the order and the hand', () => {
    for (const order of ['newest', 'oldest', 'lowest', 'highest'] as const) {
      for (let at = day('2025-01-01'); at <= day('2025-04-30'); at += 7) {
        const entries = listEntries(slice, chosen, cutRows(chosen, day('2025-01-01'), day('2025-04-30'), at), {
          order,
          item: e('s2'),
          pivot: null,
        });
        const rows = entries.flatMap((entry) => (entry.type === 'row' ? [record.evidence.id[entry.e]!] : []));
        expect(rows.toSorted()).toEqual(['s1', 's2', 's3', 's4']);
        expect(new Set(entries.map((entry) => entry.key)).size).toBe(entries.length);
      }
    }
  });

  test('a scrub step that passes no row keeps the same entries', () => {
    expect(list({})[0]).toBe(list({})[0]);
  });

  test('the row before and after in the list', () => {
    expect(neighbours(list({}), e('s2'))).toEqual({ previous: e('s3'), next: e('s1'), place: 1, rows: 4 });
    expect(neighbours(list({}), e('s5'))).toMatchObject({ previous: -1, next: -1, place: -1 });
  });

  test('an empty window knows the nearest rows on either side', () => {
    expect(nearestRows(chosen, day('2025-02-12'), day('2025-02-20'))).toEqual({ before: e('s2'), after: e('s3') });
    expect(nearestRows(chosen, day('2025-05-01'), day('2025-05-02'))).toEqual({ before: e('s4'), after: -1 });
  });
});

describe('what argues against a stance', () => {
  const slice = sliceRecord(record, ALL);
  const north = record.actorIndex.get('north')!;
  const south = record.actorIndex.get('south')!;

  test('rows of the other sign up to the hand, and the nearest outside', () => {
    const found = againstStance(slice, north, south, 1, day('2025-02-01'), day('2025-04-30'));
    expect(found).toEqual({ inside: [e('s2')], outside: [e('s1')] });
  });

  test('a stance near zero takes no side, so nothing argues against it', () => {
    expect(againstStance(slice, north, south, 0, day('2025-01-01'), day('2025-04-30')).inside).toEqual([]);
  });
});

describe('rows without a date', () => {
  const odd = caseRecord({
    statements: [said('b-dated', '2014-05-01'), said('a-undated', 'XXXX')],
    stances: [scored('b-dated', 1), scored('a-undated', -1)],
    events: [happened('c-undated', 'XXXX', '', 'spot2'), happened('d-two-places', '2014-06-01', '', 'spot;spot2')],
  });
  const slice = sliceRecord(odd, ALL);
  const choose = (selection: Partial<Parameters<typeof chooseRows>[1]>) =>
    chooseRows(slice, { pair: null, actors: [], place: '', ...selection });
  const words = (chosen: ChosenRows, from: string, to: string): string[] => {
    const cut = cutRows(chosen, dayOf(from), dayOf(to), dayOf(to));
    return listEntries(slice, chosen, cut, { order: 'newest', item: -1, pivot: null }).map((entry) =>
      entry.type === 'row' ? odd.evidence.id[entry.e]! : entry.type === 'note' ? entry.text : entry.type,
    );
  };

  test('end every list under a line that counts them, whatever the window', () => {
    const end = ['2 rows have no date', 'a-undated', 'c-undated'];
    expect(words(choose({}), '2014-01-01', '2014-12-31')).toEqual(['d-two-places', 'b-dated', ...end]);
    expect(words(choose({}), '1990-01-01', '1990-12-31')).toEqual(end);
  });

  test('belong to their pair and their place, and are never the nearest row of a window', () => {
    expect(words(choose({ pair: ['alba', 'borea'] }), '2014-01-01', '2014-12-31')).toEqual([
      'b-dated',
      '1 row has no date',
      'a-undated',
    ]);
    expect(words(choose({ place: 'spot2' }), '2014-01-01', '2014-12-31')).toEqual([
      'd-two-places',
      '1 row has no date',
      'c-undated',
    ]);
    expect(nearestRows(choose({}), dayOf('2020-01-01'), dayOf('2020-12-31'))).toEqual({
      before: odd.evidenceIndex.get('d-two-places'),
      after: -1,
    });
  });

  test('say so where their date would stand', () => {
    expect(rowCard(odd, odd.evidenceIndex.get('c-undated')!).date).toBe('date unknown');
    expect(rowCard(odd, odd.evidenceIndex.get('d-two-places')!).remark).toBe('Event, Spot and Spot two');
  });
});

describe('what began before the window and goes on in it', () => {
  // A blockade of 2017 to 2020, and words of 2018.
  const long = caseRecord({
    events: [happened('blockade', '2017-06-05', '2020-12-31'), happened('fair', '2017-03-01')],
    statements: [said('words', '2018-05-01')],
    stances: [scored('words', -1)],
  });
  const slice = sliceRecord(long, ALL);
  const chosen = chooseRows(slice, { pair: null, actors: [], place: '' });
  const listed = (from: string, to: string, order: 'newest' | 'oldest') =>
    listEntries(slice, chosen, cutRows(chosen, dayOf(from), dayOf(to), dayOf(to)), { order, item: -1, pivot: null }).map(
      (entry) => (entry.type === 'row' ? long.evidence.id[entry.e] : entry.type === 'note' ? entry.text : entry.type),
    );

  test.each(['newest', 'oldest'] as const)('is listed under a line that says so, %s first', (order) => {
    expect(listed('2018-01-01', '2018-12-31', order)).toEqual([
      'words',
      'Begun before the window and going on in it: 1 row',
      'blockade',
    ]);
  });

  test('stands in its place where the window holds its beginning, and not at all once it has ended', () => {
    expect(listed('2017-01-01', '2018-12-31', 'newest')).toEqual(['words', 'blockade', 'fair']);
    expect(listed('2021-01-01', '2021-12-31', 'newest')).toEqual([]);
  });
});
