import { describe, expect, test } from 'vitest';
import { against, arguesAgainst } from './against';
import { citationOf } from './citation';
import { openEvidence } from './open';
import { readRecord } from './reading/read';
import type { StanceRecord } from './record';
import { dataset } from '../testing/soundDataset';
import { shipped } from '../testing/shippedDataset';
import { dayOf } from '../words/calendar';

function open(record: StanceRecord, id: string): ReturnType<typeof openEvidence> {
  return openEvidence(record, record.evidenceIndex.get(id) ?? -1);
}

const small = readRecord(
  dataset({
    'statements.csv': { 'Some words.,false': 'Some words.,TRUE' },
    'codings.csv': { 'poland,b,2,': 'poland,b,,cannot be told' },
  }),
  'small',
);

describe('an opened row', () => {
  test('says everything about a statement, coders and their silence included', () => {
    expect(open(small, '2025-11-words')).toMatchObject({
      kind: 'statement',
      date: '5 November 2025',
      speaker: small.actorIndex.get('minister'),
      behalf: small.actorIndex.get('belarus'),
      quote: 'Some words.',
      translated: true,
      topics: ['border', 'talks'],
      sources: [0, 1],
      confidence: 'high',
      stances: [
        {
          holder: small.actorIndex.get('belarus'),
          target: small.actorIndex.get('poland'),
          score: 1,
          basis: 'statement',
          attributedBy: -1,
          coders: [
            { coder: 'a', score: 1, reason: '' },
            { coder: 'b', score: null, reason: 'cannot be told' },
          ],
        },
      ],
    });
  });

  test('tells how long an event went on', () => {
    expect(open(small, '2025-09-closure')).toMatchObject({
      kind: 'event',
      date: '12 to 25 September 2025',
      speaker: -1,
      until: dayOf('2025-09-25'),
    });
  });

  test('has every coding of the table with its reason, for every stance of the record, also after a structured clone', () => {
    const record = structuredClone(shipped('eastern-flank'));
    const columns = record.tables.codings?.columns ?? [];
    const rows = record.tables.codings?.rows ?? [];
    const [stance, coder, reason] = ['stance', 'coder', 'reason'].map((name) => columns.indexOf(name));
    const written = new Map<string, string[]>();
    for (const row of rows) {
      const id = row[stance ?? -1] ?? '';
      written.set(id, [...(written.get(id) ?? []), `${row[coder ?? -1]}: ${row[reason ?? -1]?.trim()}`]);
    }
    let codings = 0;
    for (let i = 0; i < record.evidence.n; i++) {
      for (const { coders, id } of openEvidence(record, i).stances) {
        expect(coders.map((one) => `${one.coder}: ${one.reason}`).sort(), id).toEqual((written.get(id) ?? []).sort());
        codings += coders.length;
      }
    }
    expect(codings).toBe(rows.length);
  });

  test('every date of the record is in words: a month that somebody wrote is not told as its thirty days', () => {
    const record = shipped('eastern-flank');
    for (let i = 0; i < record.evidence.n; i++) {
      const { date, dateText, endText } = openEvidence(record, i);
      if (/^\d{4}-\d{2}[~?%]?$/.test(dateText) && endText === '') {
        expect(date, dateText).toMatch(/^(about )?[A-Z][a-z]+ \d{4}( \(uncertain\))?$/);
      } else
        expect(date, dateText).toMatch(/^(about |since )?[\dA-Z].*\d{4}(, \d\d:\d\d.*)?( \(uncertain\)| and still going on)?$/);
    }
  });

  test('that does not exist is an error of the caller', () => {
    expect(() => openEvidence(small, 99)).toThrow(RangeError);
  });
});

describe('a citation', () => {
  test('names who, for whom, what, when, every page, mirrors as such, the dataset and the link', () => {
    const index = small.evidenceIndex.get('2025-11-words') ?? -1;
    expect(citationOf(small, index, 'https://example.org/#e')).toBe(
      'The Minister (for Belarus): “Some words.” (translated). 5 November 2025. ' +
        'Sources: Agency, “A report”, 5 November 2025, news agency, https://example.org/1; ' +
        'Agency, no date on the page, news agency, read at a mirror: https://example.org/2 ' +
        'In: “Small”. https://example.org/#e',
    );
  });

  test('of an event begins with what happened', () => {
    const index = small.evidenceIndex.get('2025-09-closure') ?? -1;
    expect(citationOf(small, index, '')).toMatch(/^Border closed\. 12 to 25 September 2025\. Source: Agency, “A report”/);
  });
});

describe('what argues against a stance', () => {
  const rows = [
    ['a', '2025-01-10', 1],
    ['b', '2025-01-05', -1],
    ['c', '2025-03-01', -2],
    ['d', '2025-01-12', 2],
    ['e', '2024-01-01', -1],
    ['f', '2025-01-11', 0],
    ['g', '2025-01-10', -1],
  ] as const;
  const statements = rows.map(([id, date]) => `st-${id},T,${date},minister,belarus,poland,,,,,,agency-1,high,\n`).join('');
  const stances = rows.map(([id, , score]) => `${id},st-${id},belarus,poland,${score},statement,,\n`).join('');
  const other =
    'z,st-g,poland,belarus,-2,statement,,\ny,st-a,minister,poland,-2,statement,,\nx,st-a,belarus,poland,-2,statement,,\n';
  const files = dataset();
  files.set('statements.csv', `${(files.get('statements.csv') ?? '').split('\n')[0] ?? ''}\n${statements}`);
  files.set('stances.csv', `${(files.get('stances.csv') ?? '').split('\n')[0] ?? ''}\n${stances}${other}`);
  for (const file of ['codings.csv', 'assessments.csv', 'claims.csv']) files.delete(file);
  const record = readRecord(files, 'small');
  const found = (id: string, most?: number): [string | undefined, number][] =>
    against(record, record.stances.id.indexOf(id), most).map(({ stance, days }) => [record.stances.id[stance], days]);

  test('is the same holder towards the same target with the other sign, nearest first, before or after', () => {
    expect(found('a')).toEqual([
      ['g', 0],
      ['b', -5],
      ['c', 50],
    ]);
    expect(found('a', 9).map(([id]) => id)).toEqual(['g', 'b', 'c', 'e']);
  });

  test('is not another coding of the same words, nor another pair', () => {
    expect(found('a', 99).map(([id]) => id)).not.toContain('x');
    expect(found('a', 99).map(([id]) => id)).not.toContain('z');
  });

  test('is by one rule: the other sign, or against no side a row at either end', () => {
    const scores = [-2, -1, 0, 1, 2];
    const against = (own: number) => scores.filter((score) => arguesAgainst(score, own));
    expect(against(2)).toEqual([-2, -1]);
    expect(against(0.3)).toEqual([-2, -1]);
    expect(against(-1)).toEqual([1, 2]);
    expect(against(0)).toEqual([-2, 2]);
  });

  test('is what is clearly on one side, against a mixed stance', () => {
    expect(found('f').map(([id]) => id)).toEqual(['x', 'd', 'c']);
  });

  test('is nothing for a row that is not there', () => {
    expect(against(record, 999)).toEqual([]);
  });
});
