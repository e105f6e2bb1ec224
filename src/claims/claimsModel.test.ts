import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { articlesOf, countWords, isSorted, marksOf, sidesOf, stepClaim, tallyOf, viewOf } from './claimsModel';
import { dayOf } from '../words/calendar';

const HEAD = 'id,source,order,claim,quote,actors,verdict,evidence,evidence_for,evidence_against,note';

function record(claims: string[], head = HEAD) {
  return readRecord(
    new Map(
      Object.entries({
        'actors.csv': [
          'id,name,kind,speaks_for,country,lat,lon,aliases,description',
          'north,North,state,,,,,,',
          'south,South,state,,,,,,',
          'envoy,An envoy,person,north,,,,,',
          'league,League,alliance,,,,,,',
        ].join('\n'),
        'sources.csv': [
          'id,url,title,outlet,author,published,language,kind,mirror',
          'essay,https://example.org/essay,An essay,Example,A. Writer,2025-03-10,en,opinion,false',
          'copy,https://example.org/copy,A copy,Example,,,en,opinion,true',
        ].join('\n'),
        'events.csv': [
          'id,title,start,end,place,participants,topics,summary,sources,confidence,notes',
          ...['2025-01-05', '2025-02-01', '2025-03-01', '2025-04-01'].map(
            (day, i) => `e${i + 1},Event ${i + 1},${day},,,north,,,essay,high,`,
          ),
        ].join('\n'),
        'claims.csv': [head, ...claims].join('\n'),
      }),
    ),
    'test',
  );
}

describe('claims of an article', () => {
  const read = record([
    'second,essay,2,Two.,,north;south,contradicted,e4;e1;e2,e2,e4;e1,Why',
    'first,essay,1,One.,,envoy;south,supported,e3,e3,,',
    'other,copy,1,Other.,,league,unverified,,,,',
    'third,essay,3,Three.,,north;south;league,contradicted,e2,,,',
  ]);
  const [essay, copy] = articlesOf(read);
  const [first, second, third] = essay!.claims;

  it('groups them by article, in the article’s own order', () => {
    expect(essay!.claims.map(({ id }) => id)).toEqual(['first', 'second', 'third']);
    expect(essay!.byline).toBe('A. Writer, Example, 10 March 2025, opinion');
  });

  it('gives a mirror’s address as text and never as a link', () => {
    expect([essay!.link, essay!.address]).toEqual(['https://example.org/essay', '']);
    expect([copy!.link, copy!.address]).toEqual(['', 'https://example.org/copy']);
  });

  it('counts verdicts in the order of the codebook and leaves out those that none got', () => {
    expect(tallyOf(essay!.claims)).toEqual([
      { verdict: 'supported', count: 1 },
      { verdict: 'contradicted', count: 2 },
    ]);
  });

  it('sorts rows to sides by the table alone, each side by date', () => {
    const id = (e: number) => read.evidence.id[e];
    const sides = sidesOf(second!);
    expect(sides.supporting.map(id)).toEqual(['e2']);
    expect(sides.opposing.map(id)).toEqual(['e1', 'e4']);
    expect(marksOf(second!)).toEqual([-1, 1, -1]);
    expect(countWords(second!, true)).toBe('1 for, 2 against');
    expect(countWords(third!, true)).toBe('0 for, 0 against, 1 neither');
  });

  it('never guesses a side where a dataset has none', () => {
    const plain = record(
      ['first,essay,1,One.,,north,supported,e3;e1,Why'],
      'id,source,order,claim,quote,actors,verdict,evidence,note',
    );
    const claim = articlesOf(plain)[0]!.claims[0]!;
    expect(isSorted([claim])).toBe(false);
    expect(sidesOf(claim)).toEqual({ supporting: [], opposing: [], neither: [0, 2] });
    expect(countWords(claim, false)).toBe('2 rows');
  });

  it('sorts a row that stands on both sides to neither, and says so', () => {
    const both = record(['first,essay,1,One.,,north,supported,e1,e1;e2,e1,Why']);
    const claim = articlesOf(both)[0]!.claims[0]!;
    expect(sidesOf(claim)).toEqual({ supporting: [1], opposing: [], neither: [0] });
    expect(both.faults.map(({ rule }) => rule)).toContain('both-sides');
  });

  it('shows a claim about two states as a pair, leaders counted as their state, at the day of the article', () => {
    expect(viewOf(read, first!)).toMatchObject({ page: 'atlas', pair: ['north', 'south'], actors: [], at: dayOf('2025-03-10') });
    expect(viewOf(read, third!)).toMatchObject({ pair: ['north', 'south'], actors: [] });
    const view = viewOf(read, second!);
    expect(view.from! <= dayOf('2025-01-05') && view.to! >= dayOf('2025-04-01')).toBe(true);
  });

  it('leaves the clock alone where a claim has no rows', () => {
    const view = viewOf(read, copy!.claims[0]!);
    expect(view).toMatchObject({ pair: null, actors: ['league'] });
    expect(view).not.toHaveProperty('from');
  });

  it('steps through the list and stops at its ends', () => {
    expect(stepClaim(essay!.claims, 'first', -1)?.id).toBe('first');
    expect(stepClaim(essay!.claims, 'second', 1)?.id).toBe('third');
    expect(stepClaim(essay!.claims, 'gone', 1)?.id).toBe('first');
    expect(stepClaim([], 'gone', 1)).toBeUndefined();
  });
});
