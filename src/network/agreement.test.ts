import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { smallRecord } from '../testing/smallRecord';
import { dayOf } from '../words/calendar';
import { agreementLines, agreementSet, agreementWords, hasAgreement } from './agreementModel';
import { waysOf } from './networkModel';

const record = smallRecord({
  stances: [
    ['a', 'tax', '2025-01-01', 2],
    ['b', 'tax', '2025-01-02', 1],
    ['a', 'ban', '2025-01-03', 2],
    ['b', 'ban', '2025-01-04', -2],
    ['c', 'tax', '2025-03-01', -2],
    ['a', 'c', '2025-01-05', -2],
  ],
  kinds: { tax: 'issue', ban: 'issue' },
  names: { a: 'Alpha', b: 'Beta', c: 'Gamma', tax: 'Carbon tax', ban: 'Ban on coal' },
});
const running = runStances(sliceRecord(record, ALL), { mode: 'decay', halfLife: 30, from: 0 });
const set = agreementSet(running, dayOf('2025-12-31'));
const places = new Map(set.actors.map((actor, i) => [actor, { x: 50 + 100 * i, y: 50 + 30 * i }]));
const linesAt = (date: string, chosen: number[] = []) =>
  agreementLines(running, set, waysOf(set, places, 600, 300), dayOf(date), new Set(chosen));

describe('the network read by agreement', () => {
  it('draws holders and no issue, and stays the same whatever the date', () => {
    expect(hasAgreement(record)).toBe(true);
    expect(hasAgreement(smallRecord({ stances: [['a', 'b', '2025-01-01', 1]] }))).toBe(false);
    expect(set.actors.map((actor) => record.actors[actor]?.name)).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(set.links.map(({ key }) => key)).toEqual(['a b', 'a c', 'b c']);
    expect(agreementSet(running, dayOf('2025-02-01')).links.map(({ key }) => key)).toEqual(['a b']);
  });

  it('has a line where two take a side by the date, with its sign and no direction', () => {
    expect(linesAt('2025-02-01').map(({ key, look }) => [key, look.value, look.grade])).toEqual([['a b', 0, 0]]);
    const later = linesAt('2025-03-01');
    expect(later.map(({ key, look }) => [key, Number(look.value.toFixed(2)), look.grade])).toEqual([
      ['a b', 0, 0],
      ['a c', -0.67, -1],
      ['b c', -0.67, -1],
    ]);
    for (const { parts } of later) expect([parts.end, parts.teeth]).toEqual(['', '']);
  });

  it('draws the two in focus last, and heavier', () => {
    const [a, b] = [record.actorIndex.get('a') ?? -1, record.actorIndex.get('b') ?? -1];
    const [plain, focused] = [linesAt('2025-03-01')[0], linesAt('2025-03-01', [a, b]).at(-1)];
    expect(focused?.key).toBe('a b');
    expect(focused?.parts.casing).toBeGreaterThan(plain?.parts.casing ?? Infinity);
  });

  it('says on what they agree and on what not', () => {
    expect(linesAt('2025-03-01').map((line) => agreementWords(record, line))).toEqual([
      'Alpha and Beta agree on Carbon tax, disagree on Ban on coal: 0.0',
      'Alpha and Gamma disagree on Carbon tax: −0.7',
      'Beta and Gamma disagree on Carbon tax: −0.7',
    ]);
  });
});
