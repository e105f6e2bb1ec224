import { describe, expect, test } from 'vitest';
import { ALL, sliceRecord } from '../analysis/slice';
import { listOf } from '../record/record';
import { shipped } from '../testing/shippedDataset';
import { dayOf } from '../words/calendar';
import { againstRecord } from './againstRecord';
import { duplicatesOf, likeness, NEAR_DAYS, rowWithWords } from './duplicates';
import { addressKey, dateInAddress, languageOf, outletAt, outletFacts, rowsOfSource, sourceAt } from './knownSource';
import { readArticle } from './readArticle';

const record = shipped('eastern-flank');
const at = (id: string) => record.evidenceIndex.get(id) ?? -1;
const actor = (id: string) => record.actorIndex.get(id) ?? -1;
const RYZHENKOV = '2026-01-21-ryzhenkov-cooperation-with-poland';

describe('the page and its outlet', () => {
  test('an address is known however it was come by', () => {
    expect(addressKey('https://www.Example.org/a/?utm_source=x&id=3#top')).toBe('example.org/a?id=3');
    expect(addressKey('http://m.example.org/a/amp/')).toBe('example.org/a');
    expect(addressKey('example.org/a')).toBe('');
    const source = record.sources.findIndex(({ url, mirror }) => url !== '' && !mirror);
    const url = record.sources[source]?.url ?? '';
    expect(sourceAt(record, `${url}${url.includes('?') ? '&' : '?'}utm_campaign=x`)).toBe(source);
    expect(sourceAt(record, '')).toBe(-1);
    expect(sourceAt(record, 'https://nobody.example/')).toBe(-1);
  });

  test('the rows of a page are those that rest on it', () => {
    const source = record.sourceIndex.get('voice-of-east-2026-01-26') ?? -1;
    expect(source).toBeGreaterThan(-1);
    for (const e of rowsOfSource(record, source)) expect(listOf(record.evidence.sources, e)).toContain(source);
    expect(rowsOfSource(record, -1)).toEqual([]);
    const tusk = at('2025-09-09-tusk-announces-closure-all-crossings-belarus');
    const first = record.evidence.sources.item[record.evidence.sources.start[tusk] ?? 0] ?? -1;
    expect(rowsOfSource(record, first)).toContain(tusk);
  });

  test('an outlet is what most of its rows say', () => {
    expect(outletFacts(record, 'tass')).toMatchObject({
      outlet: 'TASS',
      kind: 'state-media',
      country: 'RUS',
      side: 'russia-state',
      owner: 'state',
    });
    expect(outletFacts(record, 'Nobody’s Paper')).toBeNull();
    expect(outletAt(record, 'https://tass.com/world/9999999')).toBe('TASS');
    expect(outletAt(record, 'https://nobody.example/')).toBe('');
  });

  test.each([
    ['https://a.example/2026/01/26/story', '2026-01-26'],
    ['https://a.example/story-2026-01-26', '2026-01-26'],
    ['https://a.example/20260126-story', '2026-01-26'],
    ['https://a.example/2026/01/story', '2026-01'],
    ['https://a.example/12345678901', ''],
    ['https://a.example/2026/13/45/', ''],
  ])('the date in %s is %s', (address, date) => {
    expect(dateInAddress(address)).toBe(date);
  });

  test.each([
    ['en', 'The minister said that the border was closed for the night and the day'],
    ['ru', 'Министр сказал, что граница закрыта на ночь и что мы не будем её открывать'],
    ['be', 'Міністр сказаў, што мяжа закрытая на ноч і што мы яе не адкрыем'],
    ['uk', 'Міністр сказав, що кордон закрито на ніч і що її не відкриють'],
    ['pl', 'Minister powiedział, że granica będzie zamknięta na noc'],
    ['lt', 'Ministras sakė, kad siena bus uždaryta nakčiai ir jos neatidarys'],
    ['', 'Hm'],
  ])('the letters tell %s', (code, text) => {
    expect(languageOf(text)).toBe(code);
  });
});

describe('likely duplicates', () => {
  test('likeness is the share of the shorter wording that stands in the longer', () => {
    expect(likeness('a b c', 'x a b c y')).toBe(1);
    expect(likeness('a b c', 'a b d')).toBe(0.5);
    expect(likeness('Łódź jest', 'lodz JEST')).toBe(1);
    expect(likeness('', 'a b')).toBe(0);
  });

  test('words of a row, or a part of them, find the row; common words find none', () => {
    expect(rowWithWords(record, 'cooperation will be restored most quickly with Poland')).toBe(at(RYZHENKOV));
    expect(rowWithWords(record, 'of the')).toBe(-1);
    expect(rowWithWords(record, 'nobody ever said these words in this order')).toBe(-1);
  });

  test('the same speaker within ninety days, the nearest first, with what is shared', () => {
    const day = dayOf('2026-01-21');
    const found = duplicatesOf(record, {
      speaker: actor('maksim-ryzhenkov'),
      first: day,
      last: day,
      words: '',
      targets: [actor('poland')],
    });
    expect(found.length).toBeGreaterThan(2);
    expect(found[0]).toMatchObject({ e: at(RYZHENKOV), days: 0, shared: [actor('poland')] });
    const days = found.map((one) => one.days);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(Math.max(...days)).toBeLessThanOrEqual(NEAR_DAYS);
    expect(found.find(({ e }) => e === at('2025-11-23-ryzhenkov-praises-poland-pragmatic-predictable'))).toMatchObject({
      days: 59,
      before: true,
    });
  });

  test('like words come first, whoever said them and whenever', () => {
    const found = duplicatesOf(record, {
      speaker: actor('donald-tusk'),
      first: dayOf('2025-09-10'),
      last: dayOf('2025-09-10'),
      words: 'I most of all expect that cooperation will be restored most quickly with Poland',
      targets: [],
    });
    expect(found[0]?.e).toBe(at(RYZHENKOV));
    expect(found.length).toBeGreaterThan(1);
  });

  test('nothing is known, nothing is near', () => {
    expect(duplicatesOf(record, { speaker: -1, first: null, last: null, words: '', targets: [] })).toEqual([]);
  });
});

describe('an article against the record', () => {
  const slice = sliceRecord(record, { ...ALL, basis: 'own' });
  const reading = { mode: 'mean', halfLife: 30, from: dayOf('2025-01-01') } as const;
  const text = 'On 21 January 2026 Minsk praised Poland. Iceland likes Venezuela. Poland is large.';
  const against = againstRecord(readArticle(record, text, dayOf('2026-01-26')), dayOf('2026-01-26'), slice, reading);

  test('sentences that name two actors stand beside the pair’s stance on their day and its nearest rows', () => {
    expect(against.map(({ sentence }) => text.slice(sentence.start, sentence.end))).toEqual([
      'On 21 January 2026 Minsk praised Poland.',
      'Iceland likes Venezuela.',
    ]);
    const [first] = against;
    expect(first?.day).toBe(dayOf('2026-01-21'));
    const pair = first?.pairs.find(({ holder }) => holder === actor('belarus'));
    expect(pair?.target).toBe(actor('poland'));
    expect(pair?.stance?.n).toBeGreaterThan(5);
    expect(pair?.stance?.last).toBeLessThanOrEqual(dayOf('2026-01-21'));
    expect(pair?.nearest.length).toBe(3);
    const ids = pair?.nearest.map((k) => record.evidence.id[record.stances.evidence[slice.row[k] ?? -1] ?? -1]);
    expect(ids?.[0]).toBe(RYZHENKOV);
  });

  test('pairs of which there is no row are said to be silent', () => {
    expect(against[1]).toMatchObject({ pairs: [], silent: [[actor('iceland'), actor('venezuela')]] });
  });
});
