import { describe, expect, it } from 'vitest';
import { quickFrustration } from '../analysis/balance/frustration';
import { signsAt } from '../analysis/balance/signs';
import { ALL, sliceRecord } from '../analysis/slice';
import { runStances } from '../analysis/stance/stance';
import { censusOf, triadsOf } from '../analysis/balance/triads';
import { shipped } from '../testing/shippedDataset';
import {
  balanceSentence,
  campNames,
  degreeHow,
  frustrationHow,
  frustrationSentence,
  reliefLines,
  ruleOf,
  triadLines,
} from './balanceModel';
import { dayOf } from '../words/calendar';

const record = shipped('great-powers');
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
