import { describe, expect, it } from 'vitest';
import { leadFor, leadOf } from './lead';
import type { Lead } from './leadParts';
import { inSentence, possessive, pWords } from './leadWords';
import { ALL, pairOf, rowsOf, sliceRecord, type Slice } from '../slice';
import { datasetRecord, smallRecord, type Line } from '../../testing/smallRecord';
import { dayOf, isoOf } from '../../words/calendar';
import { formatDay } from '../../words/dates';
import { signed } from '../../words/numbers';

const START = dayOf('2025-01-01');
const textOf = ({ parts }: Lead) => parts.map(({ text }) => text).join('');
const series = (holder: string, target: string, scores: readonly number[], every = 3): Line[] =>
  scores.map((score, i): Line => [holder, target, isoOf(START + every * i), score]);

/** Every number in the sentence of counts, computed from the rows again by hand. */
function recount(slice: Slice, lead: Lead, window: { from: number; at: number }): string {
  const { pair, lastBefore, firstAfter, size } = lead.pivot!;
  const rows = Array.from(rowsOf(slice, pair)).filter((k) => slice.day[k]! >= window.from && slice.day[k]! <= window.at);
  const before = rows.filter((k) => slice.day[k]! <= lastBefore).map((k) => slice.score[k]!);
  const after = rows.filter((k) => slice.day[k]! >= firstAfter).map((k) => slice.score[k]!);
  expect(before.length + after.length).toBe(rows.length);
  const mean = (scores: number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const [bad, good] = [(s: number) => s < 0, (s: number) => s > 0];
  const hits = [before.filter(size > 0 ? bad : good).length, after.filter(size > 0 ? good : bad).length];
  const words =
    size > 0 ? ['critical or hostile', 'cooperative or supportive'] : ['cooperative or supportive', 'critical or hostile'];
  const head = `, ${hits[0]} of ${before.length} rows ${hits[0] === 1 ? 'was' : 'were'} ${words[0]} (mean ${signed(mean(before), 2)}); `;
  return `${head}since ${formatDay(firstAfter)}, ${hits[1]} of ${after.length} rows ${hits[1] === 1 ? 'is' : 'are'} ${words[1]} (${signed(mean(after), 2)}; `;
}

describe('the lead of the Eastern Flank', () => {
  const record = datasetRecord('eastern-flank');
  const window = { from: dayOf('2025-01-01'), at: dayOf('2026-01-26') };
  const slice = sliceRecord(record, ALL);

  it('is true of the rows, at the first view and at any other', () => {
    for (const basis of ['all', 'own'] as const) {
      const some = sliceRecord(record, { ...ALL, basis });
      for (const at of ['2025-10-01', '2025-12-01', '2026-01-26', '2026-05-31']) {
        const span = { from: window.from, at: dayOf(at) };
        const lead = leadOf(some, span);
        if (!lead.pivot) continue;
        expect(lead.counts).toContain(recount(some, lead, span));
        expect(lead.pivot.firstAfter).toBeLessThanOrEqual(span.at);
        expect(lead.kind).toBe(lead.pivot.p <= 0.05 ? 'pivot' : 'none');
      }
    }
  });

  it('tells of Belarus and Poland when asked, with what Russia did meanwhile', () => {
    const pair = pairOf(slice, record.actorIndex.get('belarus')!, record.actorIndex.get('poland')!);
    const lead = leadFor(slice, pair, window);
    expect(textOf(lead)).toMatch(/^In November 2025 Belarus’s words and acts on Poland turned from mostly critical to \w+/);
    expect(textOf(lead)).toContain('Russia’s hardened meanwhile.');
    expect(lead.counts).toMatch(/Russia’s: −\d\.\d\d to −\d\.\d\d \(\d+ and \d+ rows/);
    expect(lead.counts).toContain(recount(slice, lead, window));
    const marked = lead.parts.filter(({ mark }) => mark === 'pivot').map((part) => part.pair);
    expect(marked).toEqual(lead.pivot!.p <= 0.05 ? [pair] : []);
  });

  it('reads no row after the clock', () => {
    const early = { from: window.from, at: dayOf('2025-09-10') };
    const cut = sliceRecord(record, { ...ALL, found: new Set(Array.from(record.evidence.day.keys()).filter((e) => record.evidence.day[e]! <= early.at)) }); // prettier-ignore
    expect(textOf(leadOf(slice, early))).toBe(textOf(leadOf(cut, early)));
  });

  it('says that nothing is covered where there are no rows', () => {
    const lead = leadOf(slice, { from: dayOf('2019-01-01'), at: dayOf('2019-02-01') });
    expect(lead.kind).toBe('empty');
    expect(textOf(lead)).toContain('not covered is not the same as nothing happened');
  });
});

describe('the lead of any record', () => {
  const window = { from: START, at: START + 200 };

  it('says that nothing changed where chance explains the largest change', () => {
    const slice = sliceRecord(smallRecord({ stances: series('x', 'y', [0, 1, 0, -1, 0, 1, 0, 0, 1, -1]) }), ALL);
    const lead = leadOf(slice, window);
    expect(lead.kind).toBe('none');
    expect(textOf(lead)).toMatch(/^No pair changed more than chance would explain between 1 January 2025 and/);
  });

  it('says so where no pair has rows enough', () => {
    const slice = sliceRecord(smallRecord({ stances: series('x', 'y', [0, 1, 2]) }), ALL);
    expect(textOf(leadOf(slice, window))).toContain('no pair has rows enough');
    expect(textOf(leadFor(slice, 0, window))).toBe(
      'X’s words on y are mostly cooperative. There are too few rows to look for a change (3; 8 are needed).',
    );
    expect(leadFor(slice, -1, window).kind).toBe('empty');
  });

  it('names the turn of the one pair that turned', () => {
    const turn = series('x', 'y', [-1, -2, -1, -1, -2, -1, 1, 2, 1, 1, 2, 1]);
    const calm = series('x', 'z', [1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0]);
    const lead = leadOf(sliceRecord(smallRecord({ stances: [...turn, ...calm] }), ALL), window);
    expect(textOf(lead)).toBe('In January 2025 x’s words on y turned from mostly critical to mostly cooperative.');
    expect(lead.counts).toMatch(
      /^Up to 16 January, 6 of 6 rows were critical or hostile \(mean −1\.33\); since 19 January 2025, 6 of 6 rows are cooperative/,
    );
    expect(lead.caveat).toMatch(/^Strongest of 2 pairs tested/);
  });
});

describe('the lead of a record of ties alone', () => {
  const slice = sliceRecord(datasetRecord('great-powers'), ALL);
  const at = (year: number) => leadOf(slice, { from: dayOf('1872-01-01'), at: dayOf(`${year}-06-01`) });

  it('tells the last change of ties and what it did to the triads', () => {
    expect(textOf(at(1907))).toMatch(/^In 1907 .*With that the last unbalanced triads were gone\.$/);
    expect(at(1907).counts).toBe('Balanced triads went from 6 of 8 to 20 of 20; 15 signed ties held from then.');
    expect(textOf(at(1904))).toBe(
      'In 1904 the United Kingdom and France turned from hostile to friendly. Unbalanced triads stayed at 2.',
    );
    expect(textOf(at(1891))).toContain('France and Russia became friendly');
  });

  it('says so where no tie changed', () => {
    const lead = leadOf(slice, { from: dayOf('1893-01-01'), at: dayOf('1895-01-01') });
    expect([lead.kind, textOf(lead)]).toEqual(['none', 'No tie changed its sign between 1 January 1893 and 1 January 1895.']);
    expect(lead.counts).toBe('11 signed ties hold on 1 January 1895.');
  });
});

it('words keep to English and to the shuffles', () => {
  expect([possessive('Belarus'), possessive('the United States')]).toEqual(['Belarus’s', 'the United States’']);
  expect(pWords(0.001, 999)).toBe('p ≤ 0.001');
  expect([pWords(0.046, 999), pWords(0.26, 999)]).toEqual(['p = 0.046', 'p = 0.26']);
  const actor = (name: string, kind: 'state' | 'person' = 'state') => ({ ...datasetActor, name, kind });
  expect([inSentence(actor('European Union')), inSentence(actor('Poland')), inSentence(actor('Union Jack', 'person'))]).toEqual(['the European Union', 'Poland', 'Union Jack']); // prettier-ignore
});

const datasetActor = {
  id: 'x',
  name: '',
  kind: 'state' as const,
  speaksFor: -1,
  country: '',
  lat: NaN,
  lon: NaN,
  aliases: [],
  description: '',
};
