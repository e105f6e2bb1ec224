import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairNames } from '../record/names';
import { shipped } from '../testing/shippedDataset';
import { syntheticRecord } from '../testing/synthetic';
import { drawSample, specOf, specText, stratumOf, type SampleSpec } from './sample';

const flank = shipped('eastern-flank');
const spec = (changes: Partial<SampleSpec> = {}): SampleSpec => ({ kind: 'spread', n: 60, seed: 1, pair: null, ...changes });

describe('the words of a sample in a link', () => {
  it('are read back as they were written', () => {
    for (const text of ['spread~60~1', 'all~0~7', 'pair~20~3~belarus~poland']) {
      const read = specOf(text);
      expect(read && specText(read)).toBe(text);
    }
    expect(specOf('pair~20~3~belarus~poland')).toEqual(spec({ kind: 'pair', n: 20, seed: 3, pair: ['belarus', 'poland'] }));
  });

  it('are none where anything is wrong with them', () => {
    for (const text of [
      '',
      'start',
      'spread',
      'spread~60',
      'spread~-1~1',
      'spread~60~0',
      'spread~60~1000000',
      'spread~60~1~belarus',
      'pair~20~1',
      'pair~20~1~belarus',
      'pair~20~1~a~b~c',
      'some~60~1',
      'spread~6e1~1',
      'spread~60~1.5',
    ])
      // prettier-ignore
      expect(specOf(text), text).toBeNull();
  });
});

describe('the sample', () => {
  it('is the same for the same seed and another for another', () => {
    expect(drawSample(flank, spec())).toEqual(drawSample(flank, spec()));
    expect(drawSample(flank, spec({ seed: 2 }))).not.toEqual(drawSample(flank, spec()));
  });

  it('has the size that was asked for, no stance twice, and stands in no order of dates or pairs', () => {
    const drawn = drawSample(flank, spec());
    expect(new Set(drawn).size).toBe(60);
    expect(drawn).not.toEqual([...drawn].sort((a, b) => a - b));
    expect(drawSample(flank, spec({ n: 5000 })).length).toBe(flank.stances.n);
    expect(drawSample(flank, spec({ kind: 'all', n: 0 })).length).toBe(flank.stances.n);
  });

  it('of one pair holds its stances alone', () => {
    const drawn = drawSample(flank, spec({ kind: 'pair', n: 0, pair: ['belarus', 'poland'] }));
    expect(drawn.length).toBeGreaterThan(40);
    expect(new Set(drawn.map((i) => pairNames(flank, flank.stances.holder[i]!, flank.stances.target[i]!)))).toEqual(
      new Set(['Belarus on Poland']),
    );
    expect(drawSample(flank, spec({ kind: 'pair', n: 0, pair: ['belarus', 'nobody'] }))).toEqual([]);
  });

  it('takes of each stratum its share, rounded down or up, whatever the record, the size and the seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 320 }),
        fc.integer({ min: 1, max: 999 }),
        (stances, actors, n, seed) => {
          const record = syntheticRecord({ stances, actors });
          const drawn = drawSample(record, spec({ n, seed }));
          const size = Math.min(n, record.stances.n);
          expect(new Set(drawn).size).toBe(size);
          const strata = new Map<string, { all: number; drawn: number }>();
          for (let i = 0; i < record.stances.n; i++) {
            const key = stratumOf(record, i);
            const counted = strata.get(key) ?? { all: 0, drawn: 0 };
            strata.set(key, { all: counted.all + 1, drawn: counted.drawn + Number(drawn.includes(i)) });
          }
          for (const counted of strata.values()) {
            const share = (counted.all * size) / record.stances.n;
            expect(counted.drawn).toBeGreaterThanOrEqual(Math.floor(share - 1e-9));
            expect(counted.drawn).toBeLessThanOrEqual(Math.ceil(share + 1e-9));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
