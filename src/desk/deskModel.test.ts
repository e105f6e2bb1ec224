import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { filesOf, shipped } from '../testing/shippedDataset';
import { reportSentence, reportText, tableLines } from './deskModel';

describe('the desk', () => {
  it('counts every row of the shipped record as shown', () => {
    for (const line of tableLines(shipped('eastern-flank')))
      expect(line, line.file).toMatchObject({ shown: line.rows, errors: 0 });
  });

  it('tells rows that were left out from those that show, and says where the fault is', () => {
    const files = new Map(filesOf('great-powers'));
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
