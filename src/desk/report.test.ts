import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import type { Fault } from '../record/record';
import { dataset } from '../testing/soundDataset';
import { reportSentence, reportText, tableLines } from './deskModel';

const fault = (patch: Partial<Fault>): Fault =>
  ({ file: 'stances.csv', line: 3, column: 'score', severity: 'error', rule: 'out-of-range', message: 'Too high.', suggestion: 'At most 2.', ...patch }) as Fault; // prettier-ignore

describe('the report of the desk', () => {
  it('names file, line and column of each fault as far as they are known, what is wrong and what would be right', () => {
    const text = reportText([
      fault({}),
      fault({ line: 0, column: '', suggestion: '' }),
      fault({ column: '', severity: 'warning', message: '' }),
    ]);
    expect(text.split('\n')).toEqual([
      'stances.csv, line 3, column score: error (out-of-range): Too high. At most 2.',
      'stances.csv: error (out-of-range): Too high.',
      'stances.csv, line 3: warning (out-of-range): At most 2.',
    ]);
  });

  it('sums up in a sentence', () => {
    const warning = fault({ severity: 'warning' });
    expect(reportSentence([])).toBe('Every row passes every check.');
    expect(reportSentence([fault({})])).toBe('1 error in 1 file.');
    expect(reportSentence([warning, warning])).toBe('2 warnings in 1 file.');
    expect(reportSentence([fault({}), warning, fault({ file: 'ties.csv' })])).toBe('2 errors and 1 warning in 2 files.');
  });

  it('has a line for each table that is there, in the order of the codebook, with its own faults alone', () => {
    const record = readRecord(dataset(), 'small');
    const names = tableLines(record).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(3);
    const { sources: gone, ...tables } = record.tables;
    expect(gone).toBeDefined();
    const without = { ...record, tables };
    expect(tableLines(without).map(({ name }) => name)).toEqual(names.filter((name) => name !== 'sources'));
    const faulty = {
      ...record,
      faults: [fault({ file: 'stances.csv' }), fault({ file: 'kept/stances.csv', severity: 'warning' }), fault({ file: 'mystances.csv' }), fault({ file: 'ties.csv' })], // prettier-ignore
    };
    const line = tableLines(faulty).find(({ name }) => name === 'stances');
    expect(line).toMatchObject({ file: 'stances.csv', errors: 1, warnings: 1, rows: record.tables.stances?.rows.length });
  });
});
