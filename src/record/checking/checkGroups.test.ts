import { describe, expect, test } from 'vitest';
import { readRecord } from '../reading/read';
import type { Fault } from '../record';
import { secondEdition } from '../../testing/secondEdition';

function faultsOf(changes: Parameters<typeof secondEdition>[0]): Fault[] {
  return readRecord(secondEdition(changes), 'small').faults.filter(({ message }) => !message.startsWith('Its tables'));
}

test('the second edition of the sound dataset has no fault of its own', () => {
  expect(faultsOf({})).toEqual([]);
});

describe('sides of sources', () => {
  test('a side that the package does not declare is an error, once for all its rows, and is read all the same', () => {
    const changes = { 'sources.csv': { 'POL,polish,': 'POL,polsih,', 'BLR,belarusian-state,': 'BLR,polsih,' } };
    const faults = faultsOf(changes);
    expect(faults).toMatchObject([
      { rule: 'unused-side', file: 'datapackage.json', message: 'The side `polish` is declared, and no source is on it.' },
      {
        rule: 'unused-side',
        file: 'datapackage.json',
        message: 'The side `belarusian-state` is declared, and no source is on it.',
      },
      {
        rule: 'undeclared-side',
        severity: 'error',
        file: 'sources.csv',
        line: 2,
        column: 'side',
        value: 'polsih',
        message: '`polsih` (2 rows) is no side that datapackage.json declares.',
        suggestion: 'Did you mean `polish`? Declare it there under `stanceline.sides`, with a label and a description.',
      },
    ]);
    const record = readRecord(secondEdition(changes), 'small');
    expect(record.sources.map(({ side }) => side)).toEqual(['polsih', 'polsih']);
    expect(record.sides.at(-1)).toEqual({ id: 'polsih', label: 'polsih', description: '' });
    expect(record.evidence.n).toBe(2);
  });

  test('a package whose sides have no label, or are no object, says so', () => {
    const noLabel = faultsOf({ 'datapackage.json': { '"label":"Polish",': '' } });
    expect(noLabel).toMatchObject([
      {
        rule: 'bad-package',
        message: 'The side `polish` of `stanceline.sides` has no label.',
        suggestion: 'Write `{ "<side>": { "label": "…", "description": "…" } }`.',
      },
    ]);
    const list = secondEdition();
    list.set('datapackage.json', '{"stanceline":{"sides":["polish"]}}');
    expect(readRecord(list, 'small').faults).toContainEqual(
      expect.objectContaining({ rule: 'bad-package', message: '`stanceline.sides` is no object of sides by id.' }),
    );
  });
});

describe('codes', () => {
  test.each([
    [
      'sources.csv',
      'POL,polish',
      'PLO,polish',
      'country',
      '`PLO` is no country code.',
      'Write three capital letters, e.g. `POL`.',
    ],
    ['sources.csv', 'POL,polish', 'PL,polish', 'country', '`PL` is no country code.', 'Write `POL`.'],
    ['statements.csv', ',be,own', ',by,own', 'quote_language', '`by` is no language code.', 'Write `be`.'],
    ['statements.csv', ',be,own', ',be-Latn,own', 'quote_language', '`be-Latn` is no language code.', 'Write `be`.'],
    [
      'statements.csv',
      ',be,own',
      ',zq,own',
      'quote_language',
      '`zq` is no language code.',
      'Write two or three small letters, e.g. `pl`.',
    ],
  ])('%s: %s as %s', (file, from, to, column, message, suggestion) => {
    expect(faultsOf({ [file]: { [from]: to } })).toMatchObject([
      { rule: 'bad-code', severity: 'warning', column, message, suggestion },
    ]);
  });

  test.each(['XKX', 'DDR', 'YUG'])('%s is the code of a country that users named or that is no more', (code) => {
    expect(faultsOf({ 'sources.csv': { 'POL,polish': `${code},polish` } })).toEqual([]);
  });

  test('a language may have three letters', () => {
    expect(faultsOf({ 'statements.csv': { ',be,own': ',rue,own' } })).toEqual([]);
  });
});

describe('originals', () => {
  test.each([
    ['no language', ',be,own', ',,own', 'quote_language', 'There is an original quote, and `quote_language` is empty.'],
    ['no origin', ',be,own', ',be,', 'quote_origin', 'There is an original quote, and `quote_origin` is empty.'],
    [
      'no original',
      'Некалькі слоў.,be',
      ',be',
      'quote_language',
      '`quote_language` speaks of an original quote, and `quote_original` is empty.',
    ],
    ['no translation', 'Some words.,true', ',true', 'quote', 'There is an original quote, and `quote` is empty.'],
    [
      'no word that it is a translation',
      'Some words.,true',
      'Some words.,',
      'quote_translated',
      'There is an original quote, and `quote_translated` does not say whose translation `quote` is.',
    ],
  ])('%s', (_, from, to, column, message) => {
    const faults = faultsOf({ 'statements.csv': { [from]: to } });
    expect(faults).toMatchObject([{ rule: 'half-an-original', severity: 'warning', line: 2, column, message }]);
    expect(faults[0]?.suggestion).not.toBe('');
  });

  test('beside the English of an outlet an original stands as well', () => {
    expect(faultsOf({ 'statements.csv': { 'Some words.,true': 'Some words.,false' } })).toEqual([]);
  });

  test('an origin is own or reported, and a wrong one keeps its row', () => {
    const changes = { 'statements.csv': { ',be,own': ',be,mine' } };
    expect(faultsOf(changes)).toMatchObject([
      { rule: 'not-in-list', column: 'quote_origin', suggestion: 'It is one of own, reported.' },
    ]);
    expect(readRecord(secondEdition(changes), 'small').evidence.n).toBe(2);
  });

  test('an original is as short as any quote', () => {
    const long = Array.from({ length: 51 }, (_, i) => `слова${i}`).join(' ');
    expect(faultsOf({ 'statements.csv': { 'Некалькі слоў.': long } })).toMatchObject([
      { rule: 'long-quote', column: 'quote_original', message: expect.stringContaining('The original quote has 51 words') },
    ]);
  });
});

describe('occasions', () => {
  test('rows that lie more than 60 days apart are two occasions', () => {
    expect(faultsOf({ 'events.csv': { '2025-11-05,2025-11-25': '2025-09-05,2025-09-25' } })).toMatchObject([
      {
        rule: 'wide-occasion',
        severity: 'warning',
        file: 'stances.csv',
        line: 2,
        column: 'occasion',
        message: 'The rows of the occasion `border-2025` lie 61 days apart.',
        suggestion: 'Make two occasions of them, or correct a date.',
      },
    ]);
    expect(faultsOf({ 'events.csv': { '2025-11-05,2025-11-25': '2025-09-06,2025-09-25' } })).toEqual([]);
  });

  test('a vague date counts by the day that brings the rows nearest', () => {
    expect(faultsOf({ 'events.csv': { '2025-11-05,2025-11-25': '2025-09,2025-09-25' } })).toEqual([]);
    expect(faultsOf({ 'events.csv': { '2025-11-05,2025-11-25': '2025-08,2025-09-25' } })).toHaveLength(1);
  });

  test('a row alone on an occasion that is all but another is asked about, one with another number is not', () => {
    const third = 'third--minister--poland,2025-11-words,minister,poland,0,statement,,';
    const more = (occasion: string) => ({ 'stances.csv': { 'closure--': `${third}${occasion},\nclosure--` } });
    expect(faultsOf(more('boarder-2025'))).toMatchObject([
      {
        rule: 'lone-occasion',
        line: 3,
        column: 'occasion',
        message: '`boarder-2025` is the occasion of this row alone.',
        suggestion: 'Did you mean `border-2025`?',
      },
    ]);
    expect(faultsOf(more('border-2024'))).toEqual([]);
    expect(faultsOf(more('summit'))).toEqual([]);
  });

  test('an occasion is a slug, and a row whose occasion is none stays', () => {
    const changes = { 'stances.csv': { ',border-2025': ',Border 2025' } };
    expect(faultsOf(changes)).toMatchObject([
      {
        rule: 'bad-id',
        column: 'occasion',
        message: '`Border 2025` is no name of an occasion: it is lower-case Latin letters and digits, joined by hyphens.',
        suggestion: 'Write `border-2025`.',
      },
    ]);
    expect(readRecord(secondEdition(changes), 'small').stances.n).toBe(2);
  });
});
