import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { basisWords, rowCard } from './card';
import { openStance } from './open';
import { readRecord } from './reading/read';
import { listOf } from './record';

const folder = 'data/eastern-flank';
const record = readRecord(
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  ),
  'eastern-flank',
);
const at = (id: string) => record.evidenceIndex.get(id)!;
const actor = (id: string) => record.actorIndex.get(id)!;

const small = readRecord(
  new Map([
    [
      'actors.csv',
      `id,name,kind,description,speaks_for
north,North,state,,
south,South,state,,
east,East,state,,
minister,A. Minister,person,"Foreign minister of North; born in 1960",north
senator,B. Senator,person,Belarusian senator,north
analyst,C. Analyst,person,Political analyst,
teller,D. Teller,person,One who has been many things over the years and tells of all of them,`,
    ],
    ['places.csv', 'id,name,country,kind,lat,lon\nspot,Spot,,city,52,20\ntown,Town,,city,53,27'],
    [
      'sources.csv',
      `id,url,title,outlet,published,kind
s-a,https://a.example/1,First,Voice of North,2020-01-05,state-media
s-b,https://b.example/1,Second,Wire,,news-agency
s-c,https://c.example/1,Third,Wire,,news-agency`,
    ],
    [
      'statements.csv',
      `id,title,date,speaker,targets,quote,quote_translated,quote_original,quote_language,quote_origin,summary,sources,confidence,notes
words,He said so,2020-01-05,minister,south;east,"""We will talk.""",true,Погаварым,be,own,Short,s-a;s-b;s-c,high,
silent,He said something,2020-02,senator,south,,,,,,Only a report,s-b,low,Both sides dispute it
analyst,An analyst spoke,2020-03-01,analyst,south,Maybe,,,,,,,medium,
teller,A teller spoke,XXXX,teller,south,Perhaps,false,,,,,s-a,medium,`,
    ],
    [
      'events.csv',
      `id,title,start,end,actors,place,summary,sources,confidence
talks,Talks,2020-04-01,2020-04-03,north;south,spot;town,They met,s-a,high`,
    ],
    [
      'stances.csv',
      `id,evidence,holder,target,score,basis,attributed_by
east-first,words,north,east,1,statement,
south-second,words,north,south,-1,statement,
account,words,south,north,-2,attribution,minister
act,talks,north,south,1,conduct,`,
    ],
  ]),
  'small',
);
const card = (id: string, about: string[] = []) =>
  rowCard(small, small.evidenceIndex.get(id)!, new Set(about.map((name) => small.actorIndex.get(name)!)));

test('a statement says when, who, in which words, in which language, and where it was read', () => {
  expect(card('words')).toMatchObject({
    event: false,
    date: '5 January 2020',
    shortDate: '5 Jan 2020',
    quote: '“We will talk.”',
    words: '“We will talk.”',
    translated: true,
    original: { text: 'Погаварым', language: 'be', above: 'In the original, Belarusian' },
    speaker: 'A. Minister',
    office: 'foreign minister of North',
    remark: 'translated',
    sourceLine: 'Voice of North, state media and 2 more',
    confidence: 'high',
    disputed: false,
  });
  expect(card('words').sources.map(({ id }) => id)).toEqual(['s-a', 's-b', 's-c']);
});

test('a row without words is read by its title, and owns up to what is not known', () => {
  expect(card('silent')).toMatchObject({
    date: 'February 2020, day not known',
    shortDate: 'Feb 2020, day not known',
    quote: '',
    words: 'He said something',
    original: null,
    remark: '',
    office: 'Belarusian senator',
    disputed: true,
    notes: 'Both sides dispute it',
  });
  expect(card('teller')).toMatchObject({ date: 'date unknown', office: '', translated: false });
  expect(card('analyst')).toMatchObject({ office: 'political analyst', sourceLine: '', sources: [] });
});

test('an event says what it is and where, over all its days', () => {
  expect(card('talks')).toMatchObject({
    event: true,
    date: '1 to 3 April 2020',
    quote: '',
    words: 'Talks',
    speaker: '',
    office: '',
    remark: 'Event, Spot and Town',
  });
});

test('its stances: those about the chosen actors first, else the one on whom the row names first; an account says so', () => {
  const labels = (about: string[]) => card('words', about).stances.map(({ label }) => label);
  expect(labels([])).toEqual(['North on South', 'South on North, as others say', 'North on East']);
  expect(labels(['north', 'east'])).toEqual(['North on East', 'North on South', 'South on North, as others say']);
  // South and North are both ends of two of them; of these the one on whom the row names first.
  expect(labels(['north', 'south'])).toEqual(['North on South', 'South on North, as others say', 'North on East']);
  expect(card('words').stances.map(({ score, names }) => [score, names])).toEqual([
    [-1, 'North on South'],
    [-2, 'South on North'],
    [1, 'North on East'],
  ]);
});

test('how a stance was taken: own words, an act, or whose account it is', () => {
  const basis = (id: string) => basisWords(small, openStance(small, small.stances.id.indexOf(id)));
  expect(['east-first', 'act', 'account'].map(basis)).toEqual(['own words', 'an act', 'as A. Minister says']);
  expect(basisWords(small, { basis: 'attribution', attributedBy: -1 })).toBe('as others say');
});

test('a row that is not there has no card', () => {
  expect(() => rowCard(small, 99)).toThrow(RangeError);
});

test('every row of the record has words to show, and quotation marks stand once', () => {
  for (let e = 0; e < record.evidence.n; e++) {
    const { quote, words, date, sourceLine } = rowCard(record, e);
    expect(words).not.toBe('');
    expect(date).not.toContain('NaN');
    expect(quote).not.toMatch(/^““|””$/);
    expect(sourceLine === '').toBe(listOf(record.evidence.sources, e).length === 0);
  }
});

test('in a scene it shows the stance of the scene’s pair, and who spoke in what office', () => {
  const row = at('2025-09-12-sikorski-kyiv-drones-came-belarus-seven-hours');
  const said = rowCard(record, row, new Set([actor('poland'), actor('russia')]));
  expect(said).toMatchObject({ date: '12 September 2025', speaker: 'Radosław Sikorski', office: 'foreign minister of Poland' });
  expect(said.stances[0]).toMatchObject({ names: 'Poland on Russia', score: -2 });
  const welcome = rowCard(record, at('2025-11-15-belarus-welcomes-polish-reopening-constructive-first-step'));
  expect(welcome.stances[0]?.names).toBe('Belarus on Poland');
});
