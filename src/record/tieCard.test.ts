import { expect, test } from 'vitest';
import { caseRecord } from '../testing/cases';
import { citationOfTie, tieCard, tieOfId, tiesFound } from './tieCard';

const record = caseRecord({
  ties: [
    'pact,summit-group,alba;borea,1,The Pact,1999-12-08,,They sat in Łódź.,src-a',
    'feud,enmity,alba;borea,-1,A feud,1872,1904,,src-a',
    'watch,deployment,alba;borea,,A watch,,,,',
  ],
});

const card = (id: string) => tieCard(record, tieOfId(record, id));

test('a tie says what it is, between whom, of which sign and when', () => {
  expect(card('pact')).toMatchObject({
    id: 'pact',
    kind: 'summit group',
    members: 'Alba and Borea',
    signWords: 'friendly',
    span: 'since 8 December 1999',
  });
  expect(card('pact').sources.map(({ id }) => id)).toEqual(['src-a']);
  expect(card('feud')).toMatchObject({ signWords: 'unfriendly', span: '1872 up to 1904' });
  expect(card('watch')).toMatchObject({ signWords: 'takes no side', span: 'no dates given', sources: [] });
  expect(() => tieCard(record, 3)).toThrow(RangeError);
});

test('an end that its source cannot see is said to be that, and no end', () => {
  const until = { name: 'case', stanceline: { coverage: { ties: { until: '1903-12-31' } } } };
  const censored = caseRecord({ ties: ['feud,enmity,alba;borea,-1,A feud,1872,1904,,src-a'] }, until);
  expect(tieCard(censored, 0).span).toBe('from 1872, known up to 1904');
});

test('it is found by its id and by words in any case and with any marks, all of which it must hold', () => {
  expect(record.ties[tieOfId(record, 'feud')]?.title).toBe('A feud');
  expect([tieOfId(record, 'none'), tieOfId(record, '')]).toEqual([-1, -1]);
  const found = (query: string) => tiesFound(record, query).map(({ id }) => id);
  expect(found('FEUD')).toEqual(['feud']);
  expect(found('lodz')).toEqual(['pact']);
  expect(found('alba summit')).toEqual(['pact']);
  expect(found('unfriendly')).toEqual(['feud']);
  expect([found('alba nobody'), found('  '), found('-')]).toEqual([[], [], []]);
});

test('it is cited with kind, members, time, source, dataset and its own address', () => {
  expect(citationOfTie(record, tieOfId(record, 'feud'), 'https://example.org/#/evidence?item=feud')).toBe(
    'A feud (enmity: Alba and Borea). 1872 up to 1904. Source: Example Agency, “A page”, 1 January 2020, news agency, https://example.org/a In: “Case”. https://example.org/#/evidence?item=feud',
  );
  expect(citationOfTie(record, tieOfId(record, 'watch'), 'x')).not.toContain('Source');
});
