import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listOf } from '../record/record';
import { openEvidence } from '../record/open';
import { readRecord } from '../record/reading/read';
import { apart, contrariesOf, nearestIds, occasionsOf, originalWords, pairNames, sameDayAs } from './openedModel';
import { quoted } from '../words/names';
import { rowText } from './rowText';

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

test('dates own up to what is not known', () => {
  const vague = e('2024-07-minsk-softens-tone-warsaw-names-three-conditions');
  expect(rowText(record, vague)).toMatchObject({ date: 'July 2024, day not known', shortDate: 'Jul 2024, day not known' });
});

test('what argues against a row is of the same pair and the opposite sign, each row once', () => {
  const opened = openEvidence(record, e('2025-01-26-lukashenko-poland-most-aggressive-policy'));
  const contraries = contrariesOf(record, opened);
  expect(contraries.length).toBeGreaterThan(0);
  expect(new Set(contraries.map((contrary) => contrary.e)).size).toBe(contraries.length);
  for (const contrary of contraries) {
    const own = opened.stances.filter(({ holder, target }) => pairNames(record, holder, target) === contrary.names);
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

test('every row of the record has words to show, and quotation marks stand once', () => {
  for (let i = 0; i < record.evidence.n; i++) {
    const text = rowText(record, i);
    expect(text.quote || text.title).not.toBe('');
    expect(text.date).not.toContain('NaN');
    expect(text.quote).not.toMatch(/^““|””$/);
    expect(text.sources === '').toBe(listOf(record.evidence.sources, i).length === 0);
  }
  expect(quoted('"Yes"')).toBe('“Yes”');
});

test('an original says in which language it was read, and whether the words are a report of another language', () => {
  expect(originalWords({ text: 'x', language: 'ru', origin: 'own' })).toBe('In the original, Russian');
  expect(originalWords({ text: 'x', language: 'uk', origin: 'reported' })).toMatch(/^As reported in Ukrainian/);
  expect(originalWords({ text: 'x', language: '', origin: '' })).toBe('In the original');
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
