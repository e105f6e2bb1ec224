import { describe, expect, test } from 'vitest';
import { readRecord } from '../record/reading/read';
import { TABLE_NAMES, type Fault } from '../record/record';
import { withForeignRows } from './foreignRows';
import { filesOf, SHIPPED } from './shippedDataset';
import { newRecord } from '../cli/newRecord';

const texts = (files: ReadonlyMap<string, Uint8Array>) =>
  new Map([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));

describe.each([...SHIPPED.map((name) => [name, texts(filesOf(name))] as const), ['laid-down', newRecord('laid-down')] as const])(
  'foreign rows in %s',
  (name, files) => {
    const widened = withForeignRows(files, 7);
    const before = readRecord(files, name);
    const after = readRecord(widened, name);

    test('are valid by every rule: no error comes with them', () => {
      // The package describes a table that is new once `--write-package` has run.
      const errors = (faults: readonly Fault[]) =>
        faults.filter(({ severity, file }) => severity === 'error' && file.endsWith('.csv')).map(({ message }) => message);
      expect(errors(after.faults)).toEqual(errors(before.faults));
    });

    test('come to every table, behind the rows that there are, and after the last day', () => {
      for (const table of TABLE_NAMES) {
        const was = before.tables[table]?.rows ?? [];
        const now = after.tables[table]?.rows ?? [];
        expect(now.length, table).toBeGreaterThan(was.length);
        expect(now.slice(0, was.length)).toEqual(was);
      }
    });

    test('are the same for one seed, and others for another', () => {
      expect(withForeignRows(files, 7)).toEqual(widened);
      expect(withForeignRows(files, 8)).not.toEqual(widened);
    });
  },
);
