import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pairNames } from '../record/names';
import { openEvidence } from '../record/open';
import { readRecord } from '../record/reading/read';
import { apart, contrariesOf, nearestIds, occasionsOf, sameDayAs } from './openedModel';

const folder = 'data/eastern-flank';
const record = readRecord(
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  ),
  'eastern-flank',
);
const e = (id: string) => record.evidenceIndex.get(id)!;

test('a link with a wrong id is offered the nearest ones', () => {
  expect(nearestIds(record, '2026-01-21-ryzhenkov-on-poland')[0]).toBe('2026-01-21-ryzhenkov-cooperation-with-poland');
  expect(nearestIds(record, 'zzz')).toEqual([]);
});

test('what argues against a row is of the same pair and the opposite sign, each row once', () => {
  const opened = openEvidence(record, e('2025-01-26-lukashenko-poland-most-aggressive-policy'));
  const contraries = contrariesOf(record, opened);
  expect(contraries.length).toBeGreaterThan(0);
  expect(new Set(contraries.map((contrary) => contrary.e)).size).toBe(contraries.length);
  for (const contrary of contraries) {
    const own = opened.stances.filter(
      ({ holder, target }) => pairNames(record, holder, target) === contrary.label.replace(', as others say', ''),
    );
    expect(own.map(({ score }) => -Math.sign(score))).toContain(Math.sign(contrary.score));
  }
});

test('rows of the same day are others, and of that very day', () => {
  const index = e('2025-12-16-first-eastern-flank-summit-held-helsinki');
  const others = sameDayAs(record, index);
  expect(others.length).toBeGreaterThan(0);
  expect(others).not.toContain(index);
  for (const other of others) expect(record.evidence.day[other]).toBe(record.evidence.day[index]);
});

test('time apart in words', () => {
  expect([apart(0), apart(1), apart(-12), apart(400)]).toEqual([
    'the same day',
    '1 day later',
    '12 days before',
    '13 months later',
  ]);
});

test('rows of one occasion name each other, within their pair and no further', () => {
  const { stances } = record;
  const first = stances.occasion.findIndex((occasion) => occasion >= 0);
  expect(first).toBeGreaterThanOrEqual(0);
  let met = 0;
  for (let index = 0; index < record.evidence.n; index++) {
    for (const occasion of occasionsOf(record, openEvidence(record, index))) {
      expect(occasion.others).not.toContain(index);
      for (const other of occasion.others) {
        const back = occasionsOf(record, openEvidence(record, other)).find(({ id }) => id === occasion.id);
        expect(back?.others).toContain(index);
        met++;
      }
    }
  }
  expect(met).toBeGreaterThan(50);
});
