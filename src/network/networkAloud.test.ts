import { expect, it } from 'vitest';
import { smallRecord } from '../testing/smallRecord';
import { networkAloud } from './networkAloud';

const record = smallRecord({ stances: [['a', 'b', '2025-01-10', -2], ['b', 'a', '2025-03-10', 1], ['a', 'c', '2025-03-10', 1]] }); // prettier-ignore
const index = (id: string) => record.actorIndex.get(id) ?? -1;
const line = (holder: string, target: string, value: number, thin = false, stale = false) =>
  ({ link: { holder: index(holder), target: index(target) }, look: { value, thin, stale } }) as unknown as Parameters<
    typeof networkAloud
  >[1][number];

it('the lines lie on sides, some are weak, and the actors with most lines are named', () => {
  const name = (id: string) => record.actors[index(id)]?.name;
  expect(
    networkAloud(record, [line('a', 'b', -1.6), line('b', 'a', 0.9, true), line('a', 'c', 0.1, false, true)], false),
  ).toEqual([
    'Of 3 stances: 1 cooperative or supportive, 1 critical or hostile and 1 mixed. 2 of these rest on few rows or have long been silent.',
    `Most lines: ${name('a')} (3), ${name('b')} (2) and ${name('c')} (1).`,
  ]);
});

it('a stance on oneself is one line; ties have no sides; nothing drawn is said', () => {
  const name = record.actors[index('a')]?.name;
  expect(networkAloud(record, [line('a', 'a', 1)], true)).toEqual([`Most lines: ${name} (1).`]);
  expect(networkAloud(record, [], false)).toEqual(['No stance is known on this day.']);
});
