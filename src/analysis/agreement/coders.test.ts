import { describe, expect, it } from 'vitest';
import { shipped } from '../../testing/shippedDataset';
import { agreementHow } from './agreementHow';
import { coderKind } from '../../record/coding';
import { AGREEMENT_WORDS, ratedBy } from './coders';

const meta = (coders?: Record<string, string>) => ({ meta: { name: 'm', title: '', description: '', view: '', next: null, bounds: null, licence: '', ...(coders ? { coders } : {}) } }); // prettier-ignore

describe('who coded', () => {
  const record = meta({
    a: 'a language model, from the codebook alone',
    p: 'Anna Kowalska, student',
    q: 'a second student',
    x: ' ',
  });

  it('is a person only where the record says so', () => {
    expect(['a', 'p', 'x', 'nobody'].map((coder) => coderKind(record, coder))).toEqual(['model', 'person', 'unknown', 'unknown']);
    expect(coderKind(meta(), 'a')).toBe('unknown');
  });

  it('are people where two or more are compared and none is anything else', () => {
    expect(ratedBy(record, ['p', 'q'])).toBe('people');
    for (const coders of [['p'], ['p', 'a'], ['p', 'x'], []]) expect(ratedBy(record, coders)).toBe('models');
  });

  it('of the shipped record are models: their alpha is called consistency, has an interval, and stands beside no bar', () => {
    const flank = shipped('eastern-flank');
    const how = agreementHow(
      flank,
      Array.from({ length: 40 }, (_, i) => i),
    );
    expect(how.title).toMatch(/^Consistency of the coders/);
    expect(how.figure).toMatch(/\(95% /);
    const words = [how.title, how.figure, how.formula, ...how.notes].join(' ');
    expect(words).toContain(AGREEMENT_WORDS.models);
    expect(words).not.toMatch(/0\.80|0\.667/);
    expect(AGREEMENT_WORDS.people).toMatch(/0\.80.*0\.667/);
  });
});
