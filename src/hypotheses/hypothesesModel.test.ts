import { shipped } from '../testing/shippedDataset';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { howInconsistent } from './achHow';
import { dropKeys, dropsOf, effectsOf, swappedPairs, toggled } from './dropsModel';
import {
  agreementsOf,
  cellText,
  evidenceFound,
  evidenceIn,
  orderOf,
  ratingOfKey,
  rowsOf,
  shadeOf,
  sortedRows,
  weighed,
} from './gridModel';
import { merged, MINE, NOTHING, recordWith, withoutRating, withoutRow, withRating, withRow } from './readerRatings';
import { ratingsFromCsv, ratingsToCsv } from './ratingsCsv';
import { askedWords, caveatWords, dropWords, leadWords, marginWords, shortTitle, unplacedWords } from './words';

const ASSESSMENTS = [
  // Row e1 (high) speaks against beta, e2 (medium) against alpha twice over for rater a, e3 (low) against both.
  'alpha,e1,a,C,fits',
  'alpha,e1,b,N,silent',
  'beta,e1,a,I,against',
  'beta,e1,b,II,strongly against',
  'alpha,e2,a,II,against',
  'alpha,e2,b,N,silent',
  'beta,e2,a,C,fits',
  'beta,e2,b,C,fits',
  'alpha,e3,a,I,against',
  'beta,e3,a,I,against',
];

const FILES = {
  'actors.csv': 'id,name,kind,speaks_for,country,lat,lon,aliases,description\nnorth,North,state,,,,,,',
  'sources.csv': [
    'id,url,title,outlet,author,published,language,kind,mirror',
    'gazette,https://example.org/1,One,Gazette,,,en,state-media,false',
    'herald,https://example.org/2,Two,Herald,,,en,news-agency,false',
  ].join('\n'),
  'events.csv': [
    'id,title,start,end,place,participants,topics,summary,sources,confidence,notes',
    'e1,A treaty is signed,2025-01-05,,,north,,,gazette,high,',
    'e2,A border is shut,2025-02-01,,,north,,,gazette;herald,medium,',
    'e3,A border opens,2025-03-01,,,north,,,herald,low,',
    'e4,A border fair,2025-04-01,,,north,,,herald,low,',
  ].join('\n'),
  'hypotheses.csv': ['id,title,description,proposed_by,source', 'alpha,Alpha: the first,,,', 'beta,Beta: the second,,,'].join(
    '\n',
  ),
};

function record(assessments = ASSESSMENTS) {
  const csv = ['hypothesis,evidence,rater,consistency,rationale', ...assessments].join('\n');
  return readRecord(new Map(Object.entries({ ...FILES, 'assessments.csv': csv })), 'test');
}

const read = record();
const reading = { rater: '', weigh: true, without: new Set<number>() };
const rows = rowsOf(read, evidenceIn(read, []), '');

describe('the matrix', () => {
  it('prints both ratings where two raters differ, shades by the mean against, and marks how far apart they are', () => {
    const cells = rows.map((row) => row.cells.map((cell) => [cellText(cell), shadeOf(cell), cell.differ]));
    expect(cells).toEqual([
      [
        ['C N', 0, 1],
        ['I II', 3, 1],
      ],
      [
        ['II N', 2, 2],
        ['C', 0, 0],
      ],
      [
        ['I', 2, 0],
        ['I', 2, 0],
      ],
    ]);
  });

  it('orders hypotheses as the sum by hand does, and shows that sum', () => {
    const order = orderOf(read, reading);
    const alpha = 1 * 1 + Math.SQRT1_2 * 1;
    const beta = Math.SQRT2 * 1.5 + Math.SQRT1_2 * 1;
    expect(order.map(({ hypothesis }) => hypothesis)).toEqual([0, 1]);
    expect(order.map(({ inconsistency }) => inconsistency)).toEqual([expect.closeTo(alpha), expect.closeTo(beta)]);
    const how = howInconsistent(read, order[1]!, rows, reading);
    expect(how.filled).toBe('1.41 × 1.5 + 0.71 × 1 = 2.8');
    expect(how.rows.map(({ id }) => id)).toEqual(['e1', 'e3', 'e2']);
  });

  it('sorts by what tells hypotheses apart, a row that fits all alike last', () => {
    expect(sortedRows(rows, 'diagnosticity').map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
    expect(rows[2]!.spread).toBe(0);
    expect(sortedRows(rows, 'disagreement').map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
    expect(sortedRows(rows, 'date').map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
  });

  it('reports how two raters agree over the cells that both rated', () => {
    const [pair] = agreementsOf(read);
    expect(pair).toMatchObject({ a: 'a', b: 'b', cells: 4, same: 1 });
    expect(pair!.alpha).toBeGreaterThan(0);
  });

  it('reads the keys of the codebook', () => {
    expect(['1', '5', 'C', 'c', 'i', 'I', 'n', 'x'].map(ratingOfKey)).toEqual(['CC', 'II', 'CC', 'C', 'I', 'II', 'N', null]);
  });

  it('finds evidence to add by the words of its title, without what is there', () => {
    expect(evidenceFound(read, 'border', new Set([1])).map((e) => read.evidence.id[e])).toEqual(['e4', 'e3']);
    expect(evidenceFound(read, '  ', new Set())).toEqual([]);
  });
});

describe('the reader’s own ratings', () => {
  const own = withRating(NOTHING, { hypothesis: 'alpha', evidence: 'e4', consistency: 'II', rationale: 'mine' });

  it('stand beside the published ones and leave their mean alone', () => {
    const joined = recordWith(read, own);
    expect(orderOf(joined, reading)).toEqual(orderOf(read, reading));
    expect(orderOf(joined, { ...reading, rater: MINE }).map(({ inconsistency, place }) => [inconsistency, place])).toEqual([
      [expect.closeTo(Math.SQRT2), 1],
      // Rated on no row: it is asked nothing, so having nothing against it places it nowhere.
      [0, 0],
    ]);
    expect(read.assessments).toHaveLength(ASSESSMENTS.length);
  });

  it('keep a rationale when the rating changes, and go with a row that is taken out', () => {
    const changed = withRating(own, { hypothesis: 'alpha', evidence: 'e4', consistency: 'N' });
    expect([...changed.ratings.values()]).toEqual([{ hypothesis: 'alpha', evidence: 'e4', consistency: 'N', rationale: 'mine' }]);
    expect(withoutRating(own, 'alpha', 'e4').ratings.size).toBe(0);
    const added = withRow(withRow(own, 'e4'), 'e4');
    expect(added.added).toEqual(['e4']);
    expect(withoutRow(added, 'e4')).toEqual({ ratings: new Map(), added: [] });
  });

  it('survive a round trip through CSV, commas and quotes included', () => {
    const full = withRating(own, { hypothesis: 'beta', evidence: 'e1', consistency: 'CC', rationale: 'so, "they" say' });
    const back = ratingsFromCsv(read, 'mine.csv', ratingsToCsv(full));
    expect(back.faults).toEqual([]);
    expect(merged(NOTHING, back.ratings)).toEqual({ ...NOTHING, ratings: full.ratings });
  });

  it('are refused whole with line and column where a file is wrong', () => {
    const csv = 'hypothesis,evidence,rater,consistency,rationale\nalpha,e1,me,C,\nalpa,e9,me,X,\n';
    const { ratings, faults } = ratingsFromCsv(read, 'mine.csv', csv);
    expect(ratings).toEqual([]);
    expect(faults.map(({ file, line, column }) => `${file} ${line} ${column}`).sort()).toEqual([
      'mine.csv 3 consistency',
      'mine.csv 3 evidence',
      'mine.csv 3 hypothesis',
    ]);
    expect(faults.find(({ column }) => column === 'hypothesis')!.suggestion).toContain('alpha');
  });

  it('are refused where a file holds two raters, or none', () => {
    const two = 'hypothesis,evidence,rater,consistency,rationale\nalpha,e1,me,C,\nbeta,e1,you,C,\n';
    expect(ratingsFromCsv(read, 'two.csv', two)).toMatchObject({ ratings: [], faults: [{ severity: 'error' }] });
    expect(ratingsFromCsv(read, 'none.csv', 'hypothesis,evidence,rater,consistency,rationale\n').faults).toHaveLength(1);
  });
});

describe('dropping rows and sources', () => {
  const all = evidenceIn(read, []);

  it('offers every row, and sources, outlets and kinds that rows rest on alone', () => {
    expect(dropsOf(read, all).map(({ key, rows: gone }) => [key, gone])).toEqual([
      ['e:e1', [0]],
      ['e:e2', [1]],
      ['e:e3', [2]],
      ['k:state-media', [0]],
      ['k:news-agency', [2]],
      ['o:Gazette', [0]],
      ['o:Herald', [2]],
    ]);
  });

  it('says what each would change, the first place before all', () => {
    const effects = effectsOf(weighed(rows, true), dropsOf(read, all), 2);
    expect(effects.slice(0, 3).map(({ drop }) => drop.key)).toEqual(['e:e1', 'k:state-media', 'o:Gazette']);
    expect(effects[0]).toMatchObject({ leaders: [1], swaps: 1 });
    for (const { drop, order } of effects) {
      const whole = orderOf(read, { ...reading, without: new Set(drop.rows) });
      expect(order.map(({ hypothesis, place }) => [hypothesis, place])).toEqual(
        whole.map(({ hypothesis, place }) => [hypothesis, place]),
      );
    }
    expect(effects.at(-1)).toMatchObject({ leaders: [], swaps: 0 });
  });

  it('keeps drops in the link and takes them out again', () => {
    const one = toggled([], 'e:e1');
    expect(dropKeys(toggled(dropKeys(one), 'k:state-media'))).toEqual(['e:e1', 'k:state-media']);
    expect(toggled(dropKeys(one), 'e:e1')).toBe('');
  });

  it('says in a sentence what becomes of the order', () => {
    const before = orderOf(read, reading);
    const without = (...gone: number[]) => orderOf(read, { ...reading, without: new Set(gone) });
    expect(dropWords(read, ['“A treaty”'], before, without(0))).toBe('Without “A treaty” the order becomes 1 Beta, 2 Alpha.');
    expect(dropWords(read, ['what rests on Herald alone'], before, without(2))).toBe(
      'Without what rests on Herald alone the order does not change.',
    );
  });
});

describe('the sentences', () => {
  it('name the explanation that the rows speak least against, by how much, and what to beware of', () => {
    const order = orderOf(read, reading);
    expect(shortTitle(read.hypotheses[0]!)).toBe('Alpha');
    expect(leadWords(read, order, 3)).toBe('The rows speak least against “Alpha: the first”.');
    expect(marginWords(read, order)).toBe('Weighted inconsistency 1.7, then “Beta” at 2.8: 1.1 apart.');
    expect(caveatWords({ rows: 25, telling: 4, differ: 47, rated: 225, fragile: 0 })).toContain(
      'Few rows tell them apart (spread of 1 or more): 4 of 25.',
    );
  });

  it('claim nothing where nothing is rated or all are equal', () => {
    expect(leadWords(read, orderOf(read, { ...reading, without: new Set([0, 1, 2]) }), 0)).toContain('nothing orders');
    expect(leadWords(read, orderOf(read, { ...reading, without: new Set([0, 1]) }), 1)).toBe(
      'The rows speak against all explanations alike.',
    );
  });
});

describe('how much an explanation was asked', () => {
  const order = [
    { hypothesis: 0, inconsistency: 3, rated: 10, against: 2, asked: 0.6, place: 1 },
    { hypothesis: 1, inconsistency: 1, rated: 10, against: 1, asked: 0.2, place: 0 },
  ];

  it('stands beside its sum, and one that is asked too little is named and has no place', () => {
    expect(askedWords(order[0]!, 10)).toBe('asked by 60% of the rows, 0.50 against it for each');
    expect(askedWords({ ...order[1]!, asked: 0, inconsistency: 0 }, 10)).toBe('asked by 0% of the rows');
    expect(unplacedWords(read, order)).toMatch(/^Not placed: “.+”, on which two of three rows or more say nothing either way\.$/);
    expect(unplacedWords(read, [order[0]!])).toBe('');
    expect(leadWords(read, [order[1]!], 10)).toBe('No explanation is asked by a third of the rows, so none is placed.');
    expect(swappedPairs(order, [{ ...order[1]!, inconsistency: 9 }, order[0]!])).toEqual([]);
  });
});

it('a reader’s ratings are taken whoever the record says coded: he is no coder of it', () => {
  const flank = shipped('eastern-flank');
  expect(flank.tables.coders).toBeDefined();
  const [hypothesis = '', evidence = ''] = flank.tables.assessments?.rows[0] ?? [];
  const csv = `hypothesis,evidence,rater,consistency,rationale\n${hypothesis},${evidence},mine,II,\n`;
  expect(ratingsFromCsv(flank, 'mine.csv', csv)).toMatchObject({
    ratings: [{ hypothesis, evidence, consistency: 'II' }],
    faults: [],
  });
});
