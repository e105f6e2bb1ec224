import { expect, it } from 'vitest';
import type { Shade } from './plateModel';
import { possibleSigns, SIGNS, shownSigns, type Shown } from './signs';

const bare: Shown = {
  ties: false,
  lakes: [],
  placeMarks: [],
  deployments: [],
  actor: undefined,
  group: null,
  pair: null,
  pairStance: null,
  shades: new Map(),
  countries: new Map(),
  inFrame: new Set(),
};
const lake = { rings: [], box: [0, 0, 1, 1] as const };

it('the key names every sign, of a record of ties those of ties alone, and lakes once they are drawn', () => {
  expect([...possibleSigns({ ties: false, lakes: [lake] })]).toEqual([...SIGNS]);
  expect(possibleSigns({ ties: true, lakes: [lake] }).has('pair')).toBe(false);
  expect(possibleSigns({ ties: true, lakes: [lake] }).has('stale')).toBe(false);
  expect(possibleSigns({ ties: true, lakes: [lake] }).has('lake')).toBe(true);
  expect(possibleSigns({ ties: false, lakes: [] }).has('lake')).toBe(false);
});

it('under a picture the signs alone that stand on it are named', () => {
  expect([...shownSigns(bare)]).toEqual([]);
  const mark = { place: 0, events: 1, statements: 0, last: 0, age: 0 as const };
  expect([...shownSigns({ ...bare, placeMarks: [mark] })]).toEqual(['event']);
  expect([...shownSigns({ ...bare, placeMarks: [mark, { ...mark, place: 1, events: 0, statements: 3 }] })]).toEqual([
    'said',
    'event',
    'count',
  ]);
  expect([...shownSigns({ ...bare, deployments: [{ host: -1, ties: [0] }] })]).toEqual([]);
  expect([...shownSigns({ ...bare, deployments: [{ host: 2, ties: [0] }], countries: new Map([['BLR', 2]]) })]).toEqual([
    'capital',
    'troops',
  ]);
  expect([...shownSigns({ ...bare, pair: [0, 1] })]).toEqual([]);
  const shade = { kind: 'stance', value: 1, n: 2, stale: true } as Shade;
  expect([...shownSigns({ ...bare, shades: new Map([[1, shade]]), lakes: [lake] })]).toEqual(['stale', 'lake']);
});
