import { describe, expect, it } from 'vitest';
import { quickFrustration } from '../analysis/balance/frustration';
import { signsAt } from '../analysis/balance/signs';
import { ALL, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { censusOf, triadsOf } from '../analysis/balance/triads';
import { greatPowers } from '../testing/shippedDataset';
import { inSlices, keepAnswer, keptAnswer } from './answers';
import {
  addedSentence,
  balanceSentence,
  campNames,
  chanceSentence,
  chanceWords,
  degreeHow,
  noDegreeWords,
  unseenSince,
  frustrationHow,
  frustrationSentence,
  reasonWords,
  reliefLines,
  ruleOf,
  ruleWords,
  triadLines,
} from './balanceModel';
import { dayOf } from '../words/calendar';

const record = greatPowers();
const slice = sliceRecord(record, ALL);
const running = runStances(slice, { mode: 'decay', halfLife: 30, from: 0 });

function pictureOf(date: string) {
  const at = dayOf(date);
  const rule = ruleOf(record, {});
  const graph = signsAt(record, running, at, rule);
  const triads = triadsOf(graph);
  return { at, rule, graph, triads, census: censusOf(triads), found: quickFrustration(graph) };
}

describe('the balance page on the great powers', () => {
  it('goes by ties where nothing else is coded', () => {
    expect(ruleOf(record, { signs: 'stance' }).source).toBe('tie');
  });

  it('does not take the end of its source for the end of its ties', () => {
    const { graph, census, at } = pictureOf('1918-06-01');
    const until = dayOf('1917-12-31');
    expect(unseenSince(record, until)).toBeNull();
    expect(unseenSince(record, at)).toBe(until);
    expect(noDegreeWords(record, at)).toBe('not known after 31 December 1917');
    expect(noDegreeWords(record, until)).toBe('no triad');
    expect(balanceSentence(graph, census, at, until)).toBe(
      'What held on 1 June 1918 is not known: the source of the ties ends with 31 December 1917.',
    );
    expect(balanceSentence(graph, census, at)).toMatch(/^On 1 June 1918 no pair has a sign/);
    // Where no tie was cut off, there is nothing that was not seen.
    const ended = { ...record, ties: record.ties.map((tie) => ({ ...tie, censored: false })) };
    expect(noDegreeWords(ended, at)).toBe('no triad');
  });

  it('tells the move to balance in 1907', () => {
    const before = pictureOf('1906-12-31');
    expect(balanceSentence(before.graph, before.census, before.at)).toMatch(/2 of 8 triads are unbalanced/);
    expect(frustrationSentence(before.found)).toContain('At least 1 sign would have to change');
    const after = pictureOf('1907-12-31');
    expect(balanceSentence(after.graph, after.census, after.at)).toContain('every one of the 20 triads is balanced');
    expect(frustrationSentence(after.found)).toContain('No sign would have to change');
    const camps = campNames(record, after.graph, after.found.camps).map((names) => names.sort());
    expect(camps).toContainEqual(['Austria-Hungary', 'Germany', 'Italy']);
    expect(camps).toContainEqual(['France', 'Russia', 'United Kingdom']);
  });

  it('lists unbalanced triads first, with a reason for every sign', () => {
    const { graph, triads } = pictureOf('1906-12-31');
    const lines = triadLines(record, graph, triads);
    expect(lines.map(({ balanced }) => balanced)).toEqual([false, false, true, true, true, true, true, true]);
    for (const { edges } of lines) for (const { reason } of edges) expect(reason).not.toBe('');
  });

  it('puts first the change that settles most', () => {
    const { graph, triads, found } = pictureOf('1906-12-31');
    const [first] = reliefLines(record, graph, triads, found.camps);
    expect(first?.words).toMatch(/would settle \d triad/);
  });

  it('says where no pair has a sign, and nothing of balance', () => {
    const { graph, census } = pictureOf('1850-01-01');
    const words = balanceSentence(graph, census, dayOf('1850-01-01'));
    expect(words).toBe('On 1 January 1850 no pair has a sign under this rule: there is nothing to be balanced or not.');
  });

  it('tells apart what memberships add, and names the tie that makes most of it', () => {
    const triads = pictureOf('1907-12-31').triads;
    const rule = ruleOf(record, {});
    expect(addedSentence(record, { triads: [], balanced: 0, most: null }, rule)).toBe('');
    expect(
      addedSentence(
        record,
        { triads: triads.slice(0, 8), balanced: 7, most: { tie: 0, triads: 2 } },
        { ...rule, source: 'both' },
      ),
    ).toBe(
      `Counted are triads with at least one side from words or acts. Ties alone make 8 more, 2 of them “${record.ties[0]!.title}”: 1 unbalanced, and left out here.`,
    );
    expect(addedSentence(record, { triads: triads.slice(0, 9), balanced: 9, most: { tie: 0, triads: 2 } }, rule)).toBe(
      'Counted are triads with at least one side from more than a shared membership. Memberships alone make 9 more: all balanced, and left out here.',
    );
  });

  it('says whether the signs are more balanced than they would fall by chance', () => {
    const by = (p: number) => ({ mean: 0.5, low: 0.3, high: 0.7, p });
    const chance = (p: number) => ({ deals: 199, dealt: 15, degree: by(p), walk: null, against: null, census: [1, 2, 3, 4] as [number, number, number, number] }); // prettier-ignore
    expect(chanceSentence(chance(0.02), 0.9)).toMatch(
      /^The signs are more balanced .* among 15 pairs, as many are balanced in 2 of 100 deals \(p = \.020\)\.$/,
    );
    expect(chanceSentence(chance(1 / 200), 0.9)).toContain('in none of 199 deals (p ≤ .005)');
    expect(chanceSentence(chance(0.4), 0.5)).toMatch(/^The signs are no more balanced/);
    expect(chanceSentence(chance(0.97), 0.2)).toMatch(/^The signs are less balanced/);
    expect(chanceSentence(chance(0.02), null)).toBe('');
    expect(chanceWords(by(0.5))).toBe('by chance 0.50, 0.30 to 0.70');
    const { graph, triads, rule, at, found } = pictureOf('1907-12-31');
    expect(degreeHow(record, graph, triads, rule, at, chance(0.02)).notes.join(' ')).toContain('\u2212\u2212\u2212 4.0');
    expect(
      frustrationHow(record, graph, found, rule, at, {
        ...chance(0.02),
        against: { mean: 3, low: 2, high: 4, p: 0.01 },
      }).notes.join(' '),
    ).toContain('By chance 3.0 signs, 2 to 4');
  });

  it('says why a sign is weak', () => {
    const stance = { value: -1, n: 1, effective: 1, last: dayOf('2025-01-03'), newest: dayOf('2025-01-03'), stale: false };
    const edge = (forward: typeof stance, back: typeof stance | null) => ({ a: 0, b: 1, sign: -1 as const, reason: { kind: 'stance' as const, value: -1, forward, back } }); // prettier-ignore
    expect(reasonWords(record, edge(stance, null))).toBe('−1.00, one direction only, 1 row only');
    expect(reasonWords(record, edge({ ...stance, n: 4 }, stance))).toBe('mean −1.00 of −1.0 and −1.0, 5 rows');
    expect(reasonWords(record, edge({ ...stance, stale: true }, null))).toMatch(/, silent since 3 January 2025$/);
    expect(ruleWords({ ...ruleOf(record, {}), source: 'both', single: false, stale: false })).toMatch(
      /; sides that rest on one row and stances that are long silent are left out$/,
    );
    expect(ruleOf(record, { single: 'out' }).single).toBe(false);
  });

  it('keeps an exact answer for as long as the signs stay, and no bound', () => {
    const { found } = pictureOf('1907-12-31');
    const answer = { key: 'signs', found, walk: 1, chance: null };
    expect(keptAnswer(record, 'signs')).toBeNull();
    keepAnswer(record, { ...answer, found: { ...found, exact: false } });
    expect(keptAnswer(record, 'signs')).toBeNull();
    keepAnswer(record, answer);
    expect(keptAnswer(record, 'signs')).toBe(answer);
    for (let i = 0; i < 60; i++) keepAnswer(record, { ...answer, key: `other ${i}` });
    expect(keptAnswer(record, 'signs')).toBeNull();
    expect(keptAnswer(record, 'other 59')).not.toBeNull();
  });

  it('works a slice at a time, and stops when told', async () => {
    function* count(to: number): Generator<void, number> {
      for (let i = 0; i < to; i++) yield;
      return to;
    }
    expect(await inSlices(count(1000), new AbortController().signal)).toBe(1000);
    const stop = new AbortController();
    const endless = inSlices(count(Infinity), stop.signal);
    setTimeout(() => stop.abort(), 5);
    expect(await endless).toBeNull();
  });

  it('never calls a bound exact', () => {
    const { graph, found, rule, at } = pictureOf('1906-12-31');
    const bound = { ...found, exact: false, lower: 0, upper: 2 };
    expect(frustrationSentence(bound)).toContain('a bound');
    expect(frustrationHow(record, graph, bound, rule, at).figure).toContain('a bound');
  });

  it('shows the count behind the degree', () => {
    const { graph, triads, rule, at } = pictureOf('1907-12-31');
    expect(degreeHow(record, graph, triads, rule, at).filled).toContain('= 20 / 20');
  });
});
