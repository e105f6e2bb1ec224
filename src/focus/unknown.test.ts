import { describe, expect, test } from 'vitest';
import { shipped } from '../testing/shippedDataset';
import { unknownIn } from './unknown';
import { START, type ViewState } from './view';

const record = shipped('eastern-flank');
const unknown = (patch: Partial<ViewState>) => unknownIn(record, { ...START, ...patch });

describe('an id that the record does not hold', () => {
  test('is named as the link has it, with the nearest', () => {
    expect(unknown({ pair: ['belarus', 'polnd'] })).toEqual({
      what: 'actor',
      id: 'belarus~polnd',
      near: { id: 'belarus~poland', patch: { pair: ['belarus', 'poland'] } },
    });
    expect(unknown({ only: ['poland', 'lithuana'] })).toEqual({
      what: 'actor',
      id: 'lithuana',
      near: { id: 'lithuania', patch: { only: ['poland', 'lithuania'] } },
    });
    expect(unknown({ place: 'minsc' })).toMatchObject({ what: 'place', near: { id: 'minsk', patch: { place: 'minsk' } } });
    expect(unknown({ topics: ['sanction'] })).toMatchObject({ what: 'topic', near: { patch: { topics: ['sanctions'] } } });
  });

  test('is a source left out too', () => {
    const [some = ''] = record.sourceIndex.keys();
    expect(unknown({ without: some })).toBeNull();
    expect(unknown({ without: `${some}x` })).toEqual({
      what: 'source',
      id: `${some}x`,
      near: { id: some, patch: { without: some } },
    });
  });

  test('has nothing near where nothing is', () => {
    expect(unknown({ speakers: ['zzzzzzzzzzzz'] })).toEqual({ what: 'actor', id: 'zzzzzzzzzzzz', near: null });
    expect(unknown({ pair: ['zzzzzzzzzzzz', 'poland'] })?.near).toBeNull();
  });

  test.each(['actors', 'beside', 'only', 'speakers', 'holders', 'targets'] as const)('is found in %s', (field) =>
    expect(unknown({ [field]: ['polnd'] })?.near?.patch).toEqual({ [field]: ['poland'] }),
  );
});

test('a state of known ids, and one of none, is left alone', () => {
  expect(unknown({})).toBeNull();
  expect(unknown({ pair: ['belarus', 'poland'], actors: ['nato'], place: 'minsk', topics: ['sanctions'] })).toBeNull();
});
