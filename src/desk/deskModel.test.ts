import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { dataset } from '../testing/soundDataset';
import { greatPowersFiles, shipped } from '../testing/shippedDataset';
import { guessOf, reportSentence, reportText, tableLines } from './deskModel';

describe('the desk', () => {
  it('counts every row of the shipped record as shown', () => {
    for (const line of tableLines(shipped('eastern-flank')))
      expect(line, line.file).toMatchObject({ shown: line.rows, errors: 0 });
  });

  it('tells rows that were left out from those that show, and says where the fault is', () => {
    const files = greatPowersFiles();
    const ties = new TextDecoder().decode(files.get('ties.csv') as Uint8Array);
    files.set('ties.csv', new TextEncoder().encode(ties.replace(/,1872,/, ',1872-13-40,')));
    const record = readRecord(files, 'great-powers');
    const line = tableLines(record).find(({ name }) => name === 'ties')!;
    expect(line.errors).toBeGreaterThan(0);
    expect(line.shown).toBe(line.rows - 1);
    expect(reportSentence(record.faults)).toMatch(/1 error/);
    expect(reportText(record.faults)).toMatch(/ties\.csv, line \d+, column start: error/);
  });
});

describe('a table whose letters were guessed', () => {
  /** The small record whose table of places has these bytes at its end. */
  const withPlaces = (...tail: number[][]) => {
    const files = new Map<string, string | Uint8Array>(dataset());
    const start = new TextEncoder().encode(String(files.get('places.csv')));
    files.set('places.csv', Uint8Array.from([...start, ...tail.flat()]));
    return readRecord(files, 'small');
  };
  const bytes = (text: string) => [...new TextEncoder().encode(text)];
  /** `Минск` in Windows-1251. */
  const MINSK = [0xcc, 0xe8, 0xed, 0xf1, 0xea];

  it('shows the foreign lines and no others, for the reader to judge', () => {
    const record = withPlaces(bytes('vilnia,Вільня,,city,1,1\nmensk,'), MINSK, bytes(',,city,1,1\nhrodna,Гродна,,city,1,1\n'));
    expect(guessOf(record, 'places')).toEqual({
      message: 'Line 6 is not UTF-8, as the others are; it reads as Windows-1251 (Cyrillic).',
      lines: [{ number: 6, text: 'Минск' }],
    });
  });

  it('of a whole file shows its first lines that are more than ASCII', () => {
    const record = withPlaces(bytes('mensk,'), MINSK, bytes(',,city,1,1\n'));
    expect(guessOf(record, 'places')?.lines).toEqual([{ number: 5, text: 'Минск' }]);
  });

  it('is none where nothing was guessed', () => {
    expect(guessOf(withPlaces(), 'places')).toBeNull();
    expect(guessOf(withPlaces(bytes('mensk,'), MINSK, bytes(',,city,1,1\n')), 'actors')).toBeNull();
  });
});
