import { expect, test } from 'vitest';
import { sidesOfRow } from './names';
import { readRecord } from './reading/read';
import { dataset } from '../testing/soundDataset';

test('a row’s sources are on the sides that they are on, each once and in the record’s order', () => {
  const files = dataset({
    'sources.csv': {
      'kind,mirror': 'kind,side,mirror',
      'news-agency,false': 'news-agency,west,false',
      'news-agency,true': 'news-agency,east,true',
    },
  });
  const sides = { east: { label: 'Eastern', description: '' }, west: { label: 'Western', description: '' } };
  files.set('datapackage.json', JSON.stringify({ stanceline: { sides } }));
  const record = readRecord(files, 'small');
  const row = (id: string) => sidesOfRow(record, record.evidenceIndex.get(id) ?? -1);
  expect(row('2025-11-words')).toBe('Eastern, Western');
  expect(row('2025-09-closure')).toBe('Western');
  expect(row('no-such-row')).toBe('');
  const plain = readRecord(dataset(), 'small');
  expect(sidesOfRow(plain, 0)).toBe('');
});
