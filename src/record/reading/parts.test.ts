import { describe, expect, test } from 'vitest';
import { syntheticRecord } from '../../testing/synthetic';
import { shipped } from '../../testing/shippedDataset';
import { inParts, putPart } from './parts';

const passed = <T>(value: T): T => structuredClone(value);

describe('a record that is handed over in parts', () => {
  test('is the same record, and the one that was cut stays whole', () => {
    const record = shipped('great-powers');
    const before = structuredClone(record);
    const { frame, entries, parts } = inParts(record);
    const built = passed(frame);
    let come = 0;
    for (const part of parts()) {
      putPart(built, passed(part));
      come += part.items.length;
    }
    expect(come).toBe(entries);
    expect(built).toEqual(record);
    expect(record).toEqual(before);
  });

  test('comes in pieces that a page takes within a frame, in order', () => {
    const record = syntheticRecord({ stances: 1500, actors: 20 });
    const { frame, parts } = inParts(record);
    expect(frame.evidence.id).toEqual([]);
    expect(frame.evidenceIndex.size).toBe(0);
    const built = passed(frame);
    let pieces = 0;
    for (const part of parts()) {
      expect(JSON.stringify(part.items).length).toBeLessThan(400_000);
      pieces++;
      putPart(built, part);
    }
    expect(pieces).toBeGreaterThan(2);
    expect(built).toEqual(record);
  });

  test('names the place that a part is not for', () => {
    const { frame } = inParts(shipped('great-powers'));
    expect(() => putPart(frame, { at: ['tables', 'nothing', 'rows'], items: [] })).toThrow('no list at tables.nothing.rows');
  });
});
