import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carriedMapping, proposeMapping } from '../bring/mapping';
import { mapSheets } from '../bring/mapSheet';
import { textSheet } from '../bring/sheet';
import { readRecord } from '../record/reading/read';
import { savedMapping, saveMapping, takeMapping } from './savedMappings';

let store: Map<string, string>;
beforeEach(() => {
  store = new Map();
  vi.stubGlobal('localStorage', { getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => store.set(key, value) }); // prettier-ignore
});
afterEach(() => vi.unstubAllGlobals());

const sheet = textSheet('talks.csv', 'Date,Country A,Country B,Rating\n2025-11-05,Poland,Belarus,odd\n')!;
const chosen = { ...proposeMapping(sheet), grades: { odd: -2 as const } };

describe('a mapping that was chosen', () => {
  it('is known again by the columns of the sheet, and by nothing less', () => {
    saveMapping(sheet.columns, chosen);
    expect(savedMapping(sheet.columns)).toEqual(chosen);
    expect(savedMapping(sheet.columns.slice(1))).toBeNull();
  });

  it('goes with the record that was made by it, and is there for whoever opens that record', () => {
    const outcome = mapSheets([sheet], chosen);
    if (outcome.kind !== 'brought') throw new Error(outcome.kind);
    const { meta } = readRecord(outcome.files, 'talks');
    takeMapping(carriedMapping(meta.brought?.written.mapping));
    expect(savedMapping(sheet.columns)).toEqual(chosen);
    // What the reader chose before stays.
    const own = { ...chosen, issues: true };
    saveMapping(sheet.columns, own);
    takeMapping(carriedMapping(meta.brought?.written.mapping));
    expect(savedMapping(sheet.columns)).toEqual(own);
  });

  it('that is none, or names what is not there, is made sound', () => {
    for (const none of [null, 3, [], {}, { header: [1] }, { header: ['a'] }, { header: ['a'], columns: [] }])
      expect(carriedMapping(none)).toBeNull();
    const odd = { header: ['a'], columns: { holder: ['a', 'b', 4], evil: ['a'], date: 'a' }, order: 'x', issues: 1, grades: { y: 7, z: 1, n: null }, scale: { least: 2, most: 1 } }; // prettier-ignore
    expect(carriedMapping(odd)?.mapping).toEqual({ columns: { holder: ['a'] }, order: null, issues: false, grades: { z: 1, n: null }, scale: null }); // prettier-ignore
    store.set('stanceline-mappings', '{"not":"a list"}');
    expect(savedMapping(sheet.columns)).toBeNull();
    store.set('stanceline-mappings', JSON.stringify([7, ['x'], [sheet.columns.join('\u001f'), 'no mapping']]));
    expect(savedMapping(sheet.columns)).toBeNull();
  });
});
