import { expect, it } from 'vitest';
import { smallRecord } from '../testing/smallRecord';
import { finderOf, findEvidence } from './finder';

const record = smallRecord({
  stances: [
    ['a', 'b', '2025-01-10', -2, { quote: 'We close the border tonight' }],
    ['b', 'a', '2025-03-10', 1, { quote: 'The border opens' }],
  ],
});
const found = async (query: string) => [...(await findEvidence(record, query))].map((e) => record.evidence.id[e]).sort();

it('finds the rows that hold every word, and none that holds some of them', async () => {
  expect(await found('border')).toEqual(['e0', 'e1']);
  expect(await found('border tonight')).toEqual(['e0']);
  expect(await found('nowhere')).toEqual([]);
});

it('builds the index of a record once, and another for another record', async () => {
  expect(finderOf(record)).toBe(finderOf(record));
  const other = smallRecord({ stances: [['a', 'b', '2025-01-10', -2, { quote: 'nothing of that' }]] });
  expect([...(await findEvidence(other, 'border'))]).toEqual([]);
});
