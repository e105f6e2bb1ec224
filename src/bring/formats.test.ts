import { gzipSync, strToU8, zipSync } from 'fflate';
import initSql from 'sql.js';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { listOf, type StanceRecord } from '../record/record';
import { isoOf } from '../words/calendar';
import type { Report } from './account';
import { bringFiles, type Outcome } from './bringFiles';
import { GDELT_1, GDELT_2 } from './gdelt';
import type { GradeChoice } from './grades';

const bytes = (text: string) => new TextEncoder().encode(text);
const open = (files: Record<string, string | Uint8Array>, grades: GradeChoice = {}): Promise<Outcome> =>
  bringFiles(
    new Map(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? bytes(content) : content])),
    {
      grades,
      sqlite: () => initSql(),
    },
  );

/** The record of files that are understood: without an error, and with every reference held. */
async function brought(
  files: Record<string, string | Uint8Array>,
  grades: GradeChoice = {},
): Promise<{ record: StanceRecord; report: Report }> {
  const outcome = await open(files, grades);
  if (outcome.kind !== 'brought') throw new Error(JSON.stringify(outcome));
  const record = readRecord(outcome.files, 'brought');
  expect(record.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { record, report: outcome.report };
}

const dates = ({ evidence, tables }: StanceRecord) =>
  evidence.id.map((_, e) => {
    const table = evidence.kind[e] === 1 ? tables.events! : tables.statements!;
    return table.rows[evidence.row[e]!]![table.columns.indexOf(evidence.kind[e] === 1 ? 'start' : 'date')];
  });
/** `who on whom score` of every stance. */
const stances = ({ stances: { n, holder, target, score }, actors }: StanceRecord) =>
  Array.from({ length: n }, (_, i) => `${actors[holder[i]!]!.name} on ${actors[target[i]!]!.name} ${score[i]}`);
const ties = (record: StanceRecord) =>
  record.ties.map((tie) => [tie.members.map((member) => record.actors[member]!.name).join(' '), tie.sign, tie.start?.text ?? '', tie.end?.text ?? '']); // prettier-ignore
const lost = ({ lost: all }: Report, what: string) => all.find((one) => one.what.includes(what))?.rows ?? 0;

describe('a TimelineJS sheet', () => {
  const header = 'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Alt Text,Type,Group,Background'; // prettier-ignore

  it('of 19 columns: title, era, dates as precise as they are, groups, media as pages, markup as words', async () => {
    const { record, report } = await brought({
      'sheet.csv': `${header}
,,,,,,,,,<b>The title</b>,About it,,,,,,title,,#fff
1815,12,10,9:30 PM,1852,11,27,,around then,Ada,"<p>Words &amp; <a href=""https://example.org/a"">more</a></p>",https://example.org/ada.jpg,The Museum,A portrait,,A woman,,People,
-500,,,,,,,,,Long ago,,,,,,,,,
"1,948",3,,,,,,,,A month,,,,,,,,,
1900,,,,1910,,,,,An age,,,,,,,era,,
2001,13,1,,,,,,,No such month,,,,,,,,,
`,
    });
    expect(record.meta.title).toBe('The title');
    expect(record.meta.description).toBe('About it');
    expect([report.rowsIn, report.rowsShown]).toEqual([6, 6]);
    expect(new Set(dates(record))).toEqual(new Set(['1815-12-10T21:30', '-0499', '1948-03', '1900', 'XXXX']));
    expect(report.notes).toEqual([expect.objectContaining({ row: 6, column: 'Year', value: '2001 13 1' })]);
    const ada = record.evidence.title.indexOf('Ada');
    const row = record.tables.events!.rows[record.evidence.row[ada]!]!;
    const cell = (column: string) => row[record.tables.events!.columns.indexOf(column)];
    expect([cell('summary'), cell('end'), cell('topics')]).toEqual(['Words & more', '1852-11-27', 'people']);
    expect(cell('notes')).toBe('Its date is shown as: around then\nLinks in its text: https://example.org/a');
    const [page] = [...listOf(record.evidence.sources, ada)].map((source) => record.sources[source]!);
    expect(page).toMatchObject({
      url: 'https://example.org/ada.jpg',
      title: 'A portrait',
      outlet: 'The Museum',
      kind: 'unspecified',
    });
    expect([...listOf(record.evidence.actors, ada)].map((actor) => record.actors[actor]!.name)).toEqual(['People']);
    expect([lost(report, 'backgrounds'), lost(report, 'do not see'), lost(report, 'markup')]).toEqual([1, 1, 2]);
    expect(record.stances.n).toBe(0);
  });

  it('of 18 columns, and of the first version', async () => {
    const eighteen = header.replace('Alt Text,', '');
    expect((await brought({ 'a.csv': `${eighteen}\n2001,2,3,,,,,,,One,,,,,,,,\n` })).record.evidence.n).toBe(1);
    const { record, report } = await brought({
      'b.csv': 'Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag\n2/13/2011,,One,,,,,,,News\n12/31/2012 10:00,1/2/2013,Two,,,,,,,\n', // prettier-ignore
    });
    expect(dates(record)).toEqual(['2011-02-13', '2012-12-31T10:00']);
    expect(record.topics).toEqual(['news']);
    expect(report.understood.join()).toContain('first version');
  });

  it('as JSON, of today and of the first version', async () => {
    const { record } = await brought({
      'x.json': JSON.stringify({
        title: { text: { headline: 'T', text: 'words' } },
        events: [
          { start_date: { year: 2010, month: '2', day: 3, hour: 14 }, end_date: { year: 2010, month: 2, day: 5 }, text: { headline: 'E' }, group: 'G', media: { url: 'https://example.org/m' } }, // prettier-ignore
        ],
        eras: [{ start_date: { year: 2000 }, end_date: { year: 2005 }, text: { headline: 'Era' } }],
      }),
    });
    expect(record.meta.title).toBe('T');
    expect(dates(record)).toEqual(['2000', '2010-02-03T14:00']);
    const old = await brought({
      'old.json': JSON.stringify({ timeline: { headline: 'Old', text: '', date: [{ startDate: '2011,12,10,07', headline: 'H', asset: { media: 'https://example.org/x', credit: 'C' } }] } }), // prettier-ignore
    });
    expect([old.record.meta.title, dates(old.record)]).toEqual(['Old', ['2011-12-10T07:00']]);
  });
});

describe('a signed edge list', () => {
  it('is ties that hold from their beginning up to their end; where many end with the file, its source ends', async () => {
    const rows = Array.from({ length: 22 }, (_, i) => `GBR,FR${'ABCDEFGHIJKLMNOPQRSTUV'[i]},-1,1872,1918`);
    const { record, report } = await brought({ 'e.csv': `"from","to","sign","begin","end"\n${rows.join('\n')}\nGBR,FRA,x,1904,\nFRA,FRA,1,,\nDEU,AUT,+,1900,1890\n` }); // prettier-ignore
    expect(ties(record)).toContainEqual(['GBR FRA', -1, '1872', '1918']);
    expect(ties(record)).toContainEqual(['GBR FRA', 0, '1904', '']);
    expect(ties(record)).toContainEqual(['DEU AUT', 1, '1900', '']);
    expect([report.rowsIn, report.rowsShown, lost(report, 'itself')]).toEqual([25, 24, 1]);
    expect(report.notes.map(({ row, column }) => [row, column])).toEqual([
      [23, 'sign'],
      [25, 'end'],
      [24, ''],
    ]);
    expect(isoOf(record.meta.tiesUntil!)).toBe('1918-12-31');
    expect(record.ties.every(({ end, censored }) => censored === (end !== null))).toBe(true);
  });

  it('takes names that are all codes of states for states, and no others', async () => {
    expect((await brought({ 'a.csv': 'from,to,sign\nGBR,FRA,1\nAUH,GBR,-1\n' })).record.actors.map(({ kind }) => kind)).toEqual(['state', 'state', 'state']); // prettier-ignore
    expect((await brought({ 'a.csv': 'from,to,sign\nGavev,Ove,1\n' })).record.actors.map(({ kind }) => kind)).toEqual(['unspecified', 'unspecified']); // prettier-ignore
  });
});

describe('GDELT', () => {
  const cells = (names: readonly string[], given: Record<string, string>) => names.map((name) => given[name] ?? '');
  const row = {
    GLOBALEVENTID: '669666379',
    SQLDATE: '20170601',
    MonthYear: '201706',
    Year: '2017',
    Actor1Code: 'MLI',
    Actor1Name: 'MALI',
    Actor1CountryCode: 'MLI',
    Actor2Code: 'GOV',
    Actor2Name: 'SECURITY COUNCIL',
    Actor2Type1Code: 'GOV',
    EventCode: '100',
    EventRootCode: '10',
    QuadClass: '3',
    GoldsteinScale: '-5.0',
    NumMentions: '10',
    NumArticles: '10',
    AvgTone: '-1.97',
    ActionGeo_Type: '4',
    ActionGeo_FullName: 'Kidal, Kidal, Mali',
    ActionGeo_Lat: '18.4411',
    ActionGeo_Long: '1.40778',
    SOURCEURL: 'http://example.org/french-president',
  };
  const rows = [
    row,
    { ...row, GLOBALEVENTID: '2', NumMentions: '2', ActionGeo_FullName: 'Elsewhere' },
    { ...row, GLOBALEVENTID: '3', Actor1Name: 'BAMAKO', Actor2Name: 'CHAD', Actor2Code: 'TCD', Actor2CountryCode: 'TCD', Actor2Type1Code: '', EventCode: '190', EventRootCode: '19', QuadClass: '4' }, // prettier-ignore
    { ...row, GLOBALEVENTID: '4', Actor1Name: '', Actor1Code: '', Actor1CountryCode: '' },
  ];

  it.each([
    [
      '2.0 as exported, 61 columns without a header',
      '20170701.export.CSV',
      rows.map((one) => cells(GDELT_2, one).join('\t')).join('\n'),
    ],
    ['1.0, 58 columns', 'one.txt', rows.map((one) => cells(GDELT_1, one).join('\t')).join('\n')],
    ['with a header, in any order and with a column more', 'x.csv', [[...GDELT_2].reverse().concat('CAMEOCodeDescription').join(), ...rows.map((one) => `${cells([...GDELT_2].reverse(), one).map((cell) => `"${cell}"`).join()},"words, more"`)].join('\n')], // prettier-ignore
  ])('%s', async (_, name, content) => {
    const { record, report } = await brought({ [name]: content });
    expect([report.format, report.rowsIn, report.rowsShown, record.evidence.n]).toEqual(['GDELT events', 4, 4, 3]);
    expect(stances(record).sort()).toEqual(['Mali on Chad -2', 'Mali on Security Council -1']);
    expect(report.understood.join()).toContain('1 rows that repeat another');
    expect(record.actors.find(({ name: own }) => own === 'Mali')).toMatchObject({
      kind: 'state',
      country: 'MLI',
      aliases: ['Bamako'],
    });
    expect(report.grades?.rows).toEqual([
      { value: '10', words: 'demands of', grade: -1, rows: 1 },
      { value: '19', words: 'fights', grade: -2, rows: 1 },
    ]);
    const words = record.evidence.title.indexOf('Mali demands of Security Council');
    expect([record.evidence.kind[words], record.sources[listOf(record.evidence.sources, words)[0]!]!.outlet]).toEqual([0, 'example.org']); // prettier-ignore
    expect(record.evidence.kind[record.evidence.title.indexOf('Bamako fights Chad')]).toBe(1);
  });

  it('is graded as the reader says, and unknown stays unknown', async () => {
    const { record } = await brought(
      { 'a.tsv': rows.map((one) => cells(GDELT_2, one).join('\t')).join('\n') },
      { '10': null, '19': 0 },
    );
    expect(stances(record)).toEqual(['Mali on Chad 0']);
    expect(record.evidence.n).toBe(3);
  });

  it('opens from its own zip', async () => {
    const zip = zipSync({ '20170701234500.export.CSV': strToU8(cells(GDELT_2, row).join('\t')) });
    expect((await brought({ 'x.zip': zip })).record.stances.n).toBe(1);
  });
});

describe('sets of events of conflict', () => {
  it('ACLED: vague dates, sides, terms, and what says no stance', async () => {
    const { record, report } = await brought({
      'acled.csv': `\ufeffevent_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
A1,16 May 2025,2025,1,Political violence,Battles,Armed clash,Forces of X,Militia of Y; Police,State forces,Rebels,,Rebel group,20,,1,R,X,,,,Town,10.5,20.5,1,Radio; Paper,National,Notes here.,3,,1
A2,17 May 2025,2025,3,Demonstrations,Protests,Peaceful protest,Protesters,,6,,,,60,,1,R,X,,,,Town,10.5,20.5,2,Radio,National,,0,,1
A3,2025-05-18,2025,2,Strategic developments,Strategic developments,Agreement,Forces of X,,1,Rebels,,2,12,,1,R,X,,,,Town,10.5,20.5,1,Radio,National,,0,,1
`,
    });
    expect(report).toMatchObject({ rowsIn: 3, rowsShown: 3, mayLeave: false });
    expect(report.terms).toContain('do not hand its rows on');
    expect(record.meta.brought).toMatchObject({ mayLeave: false, terms: report.terms });
    expect(dates(record)).toEqual(expect.arrayContaining(['2025-05-16', '2025-05', '2025-05-18~']));
    expect(stances(record)).toEqual(['Forces of X on Rebels -2', 'Forces of X on Rebels 1', 'Rebels on Forces of X 1']);
    expect(ties(record)).toEqual([
      ['Forces of X Militia of Y', 1, '2025-05-16', '2025-05-17'],
      ['Forces of X Police', 1, '2025-05-16', '2025-05-17'],
    ]);
    expect(record.actors.find(({ name }) => name === 'Rebels')?.kind).toBe('movement');
  });

  it('UCDP: spans, vague days, both sides where they fight', async () => {
    const { record } = await brought({
      'ged.csv': `id,relid,year,type_of_violence,conflict_name,dyad_name,side_a,side_b,source_article,source_office,source_date,source_headline,where_prec,where_coordinates,latitude,longitude,country,event_clarity,date_prec,date_start,date_end,best
1,r,2020,1,C,D,Government of X,Rebels,"""Reuters,2020-01-05,Fighting""",Reuters,2020-01-05,Fighting,1,Town,1.5,2.5,X,1,1,2020-01-03 00:00:00.000,2020-01-04 00:00:00.000,5
2,r,2020,3,C,D,Rebels,Civilians,,,,,3,Region,1.5,2.5,X,2,3,2020-02-01,2020-02-07,2
`,
    });
    expect(dates(record)).toEqual(['2020-01-03', '2020-02-01/2020-02-07']);
    expect(stances(record)).toEqual(['Government of X on Rebels -2', 'Rebels on Government of X -2', 'Rebels on Civilians -2']);
  });

  it('COW alliances: the last year of the source is “not known after”', async () => {
    const { record, report } = await brought({
      'alliance.csv': `version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version
1,2,United States,200,United Kingdom,4,4,1949,,,,0,1,1,0,0,0,4.1
2,200,United Kingdom,235,Portugal,1,1,1816,12,31,1911,1,0,1,0,1,0,4.1
`,
    });
    expect(ties(record)).toEqual([
      ['United Kingdom Portugal', 1, '', '1912-01-01'],
      ['United States United Kingdom', 1, '1949-04-04', '1949-12-31'],
    ]);
    expect(record.ties.map(({ censored }) => censored)).toEqual([false, true]);
    expect(report.understood.join()).toContain('right-censored');
  });

  it('COW disputes: by participant, every state of one side against every state of the other', async () => {
    const { record, report } = await brought({
      'MIDB 5.0.csv': `dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,revtype2,fatality,fatalpre,hiact,hostlev,orig,version
10,GMY,255,-9,7,1911,1,11,1911,1,1,1,-9,0,0,17,4,1,5
10,FRN,220,-9,7,1911,1,11,1911,0,0,-9,-9,0,0,7,3,1,5
10,UKG,200,21,7,1911,1,11,1911,0,0,-9,-9,0,0,0,-9,0,5
11,USA,2,5,10,1962,20,11,1962,1,0,0,0,0,0,0,1,1,5
`,
    });
    expect(stances(record).sort()).toEqual(['FRN on GMY -2', 'GMY on FRN -2', 'GMY on UKG -2']);
    expect(dates(record)).toEqual(['1911-07', '1911-07-21']);
    expect(report.notes).toEqual([expect.objectContaining({ message: expect.stringContaining('one side alone') })]);
  });
});

describe('graphs', () => {
  it('GEXF 1.3, dynamic: a value holds until the next, an interval counts its last day', async () => {
    const { record, report } = await brought({
      'g.gexf': `<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" xmlns:viz="http:///www.gexf.net/1.3/viz" version="1.3"><meta><description>About</description></meta>
<graph mode="dynamic" defaultedgetype="directed" timeformat="date"><attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>
<attributes class="edge" mode="dynamic"><attribute id="w" title="stance" type="double"/></attributes>
<nodes><node id="a" label="Aland"><attvalues><attvalue for="0" value="state"/></attvalues><viz:color r="1" g="2" b="3"/></node><node id="b" label="B &amp; Co"/></nodes>
<edges><edge id="0" source="a" target="b"><attvalues><attvalue for="w" value="1.5" timestamp="2004-01-01"/><attvalue for="w" value="-2" timestamp="2005-01-01"/></attvalues></edge>
<edge id="1" source="b" target="a" start="2001-01-01" end="2001-01-31"/><edge id="2" source="a" target="zz" type="undirected"/></edges></graph></gexf>`,
    });
    expect(ties(record)).toEqual([
      ['Aland zz', 0, '', ''],
      ['B & Co Aland', 0, '2001-01-01', '2001-02-01'],
      ['Aland B & Co', 1, '2004-01-01', '2005-01-01'],
      ['Aland B & Co', -1, '2005-01-01', ''],
    ]);
    expect(record.actors.map(({ name, kind }) => [name, kind])).toEqual([['Aland', 'state'], ['B & Co', 'unspecified'], ['zz', 'unspecified']]); // prettier-ignore
    expect([report.rowsShown, lost(report, 'direction'), lost(report, 'colours'), record.meta.description]).toEqual([3, 2, 1, 'About']); // prettier-ignore
  });

  it('GEXF whose times are years, and whose times are no dates', async () => {
    const gexf = (a: string, b: string) => `<gexf version="1.3"><graph mode="dynamic" timeformat="double"><attributes class="edge" mode="dynamic"><attribute id="weight" title="Weight" type="double"/></attributes><nodes/><edges><edge id="0" source="0" target="1"><attvalues><attvalue for="weight" value="1" timestamp="${a}"/><attvalue for="weight" value="2" timestamp="${b}"/></attvalues></edge></edges></graph></gexf>`; // prettier-ignore
    expect(ties((await brought({ 'a.gexf': gexf('2004', '2005') })).record)).toEqual([['0 1', 0, '2004', '2005'], ['0 1', 0, '2005', '']]); // prettier-ignore
    const plain = await brought({ 'a.gexf': gexf('1.0', '2.5') });
    expect(ties(plain.record)).toEqual([['0 1', 0, '', '']]);
    expect(lost(plain.report, 'plain numbers')).toBeGreaterThan(0);
  });

  it('GraphML, with the colours of DNA', async () => {
    const { record } = await brought({
      'g.graphml': `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml"><key id="d0" for="node" yfiles.type="nodegraphics"/><key id="n" for="node" attr.name="name" attr.type="string"/><key id="f" for="node" attr.name="frequency" attr.type="int"/><key id="w" for="edge" attr.name="weight" attr.type="double"/><key id="e0" for="edge" yfiles.type="edgegraphics"/>
<graph edgedefault="undirected"><node id="n1"><data key="n">Agency</data><data key="f">3</data></node><node id="n2"><data key="n">Union</data></node><node id="n3"><desc><![CDATA[Third]]></desc></node>
<edge source="n1" target="n2"><data key="w">2.0</data><data key="e0"><y:PolyLineEdge><y:LineStyle color="#ff0000" type="line" width="2.0"/></y:PolyLineEdge></data></edge>
<edge source="n1" target="n3"><data key="w">1.0</data><data key="e0"><y:PolyLineEdge><y:LineStyle color="#00ff00"/></y:PolyLineEdge></data></edge></graph></graphml>`,
    });
    expect(ties(record).map(([who, sign]) => [who, sign])).toEqual([
      ['Agency n3', 1],
      ['Agency Union', -1],
    ]);
    expect(record.actors.map(({ description }) => description)).toEqual(['frequency: 3', '', 'Third']);
  });

  it('Gephi’s sheets: nodes with edges, spaces between cells, intervals, moments and dynamic weights', async () => {
    const edges = 'Source Target Type timeset\nFred Alice Directed "[2016-02-03, 2016-02-04]"\nAlice Fred Directed "[2016-03-04, Infinity]"\nDirk Fred Directed "[-Infinity, 2016-02-04]"\n'; // prettier-ignore
    const { record } = await brought({
      'edges.csv': edges,
      'nodes.csv': 'Id,Label,Party\nFred,Fred F.,Red\nAlice,Alice A.,Blue\n',
    });
    expect(ties(record)).toEqual([
      ['Dirk Fred F.', 0, '', '2016-02-05'],
      ['Fred F. Alice A.', 0, '2016-02-03', '2016-02-05'],
      ['Alice A. Fred F.', 0, '2016-03-04', ''],
    ]);
    expect(record.actors[0]?.description).toBe('Party: Red');
    expect(ties((await brought({ 'm.csv': 'Source Target Type timeset\nA B Directed 2016-02-03\n' })).record)).toEqual([['A B', 0, '2016-02-03', '2016-02-04']]); // prettier-ignore
    expect(ties((await brought({ 'w.csv': 'source,target,weight\na,b,"<[2001, 2002, -1]; [2002, 2003, 2]>"\n' })).record)).toEqual([['a b', -1, '2001', '2002'], ['a b', 0, '2002', '2003']]); // prettier-ignore
  });

  it('JSON of graphology, of d3 and of Kumu', async () => {
    const graphology = { attributes: {}, nodes: [{ key: 'a', attributes: { label: 'Ann', x: 1 } }, { key: 'b' }], edges: [{ key: 'e', source: 'a', target: 'b', attributes: { weight: -2 } }] }; // prettier-ignore
    expect(ties((await brought({ 'a.json': JSON.stringify(graphology) })).record)).toEqual([['Ann b', -1, '', '']]);
    const d3 = {
      nodes: [
        { id: 'x', group: 1 },
        { id: 'y', group: 2 },
      ],
      links: [{ source: 'x', target: 'y', value: 3 }],
    };
    expect(ties((await brought({ 'a.json': JSON.stringify(d3) })).record)).toEqual([['x y', 0, '', '']]);
    const kumu = { elements: [{ label: 'P' }], connections: [{ from: 'P', to: 'Q', direction: 'mutual' }] };
    expect(ties((await brought({ 'a.json': JSON.stringify(kumu) })).record)).toEqual([['P Q', 0, '', '']]);
  });
});

describe('Discourse Network Analyzer', () => {
  const header = '"statement_id";"time";"person";"organization";"concept";"agreement";"start_position";"stop_position";"text";"coder";"document_id";"document_title";"document_author";"document_source";"document_section";"document_type"'; // prettier-ignore

  it('event list: a concept is an issue, the organisation holds the stance', async () => {
    const { record, report } = await brought({
      'dna.csv': `${header}\n1;2005-01-26 00:00:00;"Joel B.";"EPA";"Cap and trade";1;5;60;"We support it, and so on";"Coder 1";1;"Hearing";"B.";"109";"876";"testimony"\n2;2005-02-02 10:30:00;"";"EPA";"Tax";0;5;60;"No.";"Coder 1";1;"Hearing";"";"";"";""\n3;2005-02-03 00:00:00;"Ann";"";"Tax";;5;60;"Perhaps.";"";1;"Hearing";"";"";"";""\n`, // prettier-ignore
    });
    expect(record.actors.map(({ name, kind }) => [name, kind])).toEqual([
      ['EPA', 'organisation'],
      ['Joel B.', 'person'],
      ['Cap and trade', 'issue'],
      ['Tax', 'issue'],
      ['Ann', 'person'],
    ]);
    expect(stances(record)).toEqual(['EPA on Cap and trade 1', 'EPA on Tax -1']);
    expect(dates(record)).toEqual(['2005-01-26', '2005-02-02T10:30', '2005-02-03']);
    expect(record.coders).toEqual(['Coder 1']);
    expect(lost(report, 'without a concept')).toBe(1);
  });

  it('its own file: names of coders and nothing else of them', async () => {
    const sql = await initSql();
    const database = new sql.Database();
    database.run(`CREATE TABLE CODERS(ID, Name, Password); INSERT INTO CODERS VALUES (1, 'Ann', 'SECRET');
      CREATE TABLE DOCUMENTS(ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date);
      INSERT INTO DOCUMENTS VALUES (1, 'Hearing', 'Before. We agree. After.', 1, 'X', 'Paper', '', '', '', 1106697600);
      CREATE TABLE STATEMENTTYPES(ID, Label); INSERT INTO STATEMENTTYPES VALUES (1, 'Annotation'), (2, 'DNA Statement');
      CREATE TABLE VARIABLES(ID, Variable, DataType, StatementTypeId);
      INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 2), (2, 'concept', 'short text', 2), (3, 'agreement', 'boolean', 2), (4, 'note', 'long text', 1);
      CREATE TABLE STATEMENTS(ID, StatementTypeId, DocumentId, Start, Stop, Coder); INSERT INTO STATEMENTS VALUES (1, 2, 1, 8, 17, 1), (2, 1, 1, 0, 3, 1);
      CREATE TABLE ENTITIES(ID, VariableId, Value); INSERT INTO ENTITIES VALUES (1, 1, 'Bo'), (2, 2, 'The plan');
      CREATE TABLE DATASHORTTEXT(ID, StatementId, VariableId, Entity); INSERT INTO DATASHORTTEXT VALUES (1, 1, 1, 1), (2, 1, 2, 2);
      CREATE TABLE DATABOOLEAN(ID, StatementId, VariableId, Value); INSERT INTO DATABOOLEAN VALUES (1, 1, 3, 1);`);
    const file = database.export();
    database.close();
    const outcome = await open({ 'x.dna': file });
    if (outcome.kind !== 'brought') throw new Error(JSON.stringify(outcome));
    const record = readRecord(outcome.files, 'dna');
    expect(stances(record)).toEqual(['Bo on The plan 1']);
    expect([dates(record), record.coders]).toEqual([['2005-01-26'], ['Ann']]);
    expect(record.tables.statements!.rows[0]).toContain('We agree.');
    expect([outcome.report.rowsIn, outcome.report.rowsShown, lost(outcome.report, 'annotations')]).toEqual([2, 1, 1]);
    expect([...outcome.files.values()].join()).not.toContain('SECRET');
    database.close();
    const other = new sql.Database();
    other.run('CREATE TABLE x(a)');
    expect(await open({ 'y.db': other.export() })).toMatchObject({ kind: 'unknown', message: expect.stringContaining('no file of Discourse') }); // prettier-ignore
  });
});

describe('timelines, calendars and sources', () => {
  it('timemap: hidden sources, months first, categories', async () => {
    const events = [
      { id: 'CIV0001', date: '02/24/2022', latitude: '49.85', longitude: '36.65', location: 'Chuhuiv', description: 'Block hit. More words.', sources: [{ id: 's1', path: 'https://example.org/1', description: 'Bombing' }, { id: 's2', path: 'HIDDEN' }], filters: [{ key: 'Type', value: 'Residential' }] }, // prettier-ignore
      {
        id: 'CIV0002',
        date: '13/13/2022',
        latitude: '',
        longitude: '',
        location: 'Nowhere',
        description: 'Two',
        sources: [],
        filters: [],
      },
    ];
    const { record, report } = await brought({ 'x.json': JSON.stringify(events) });
    expect(dates(record)).toEqual(['2022-02-24', 'XXXX']);
    expect(record.evidence.title).toEqual(['Block hit', 'Two']);
    expect([record.topics, record.places.map(({ name }) => name)]).toEqual([['residential'], ['Chuhuiv']]);
    expect(report.notes.map(({ column }) => column)).toEqual(['date', 'latitude']);
    const sheet = 'id,date,latitude,longitude,location,description,sources,associations\nA,2/24/2022,49.85,36.65,Chuhuiv,Words,https://example.org/1,"Type=Civil,Weapon=Shell"\n'; // prettier-ignore
    expect((await brought({ 'x.csv': sheet })).record.topics).toEqual(['civil', 'shell']);
  });

  it('iCalendar: days, hours, guests, places, repetitions', async () => {
    const { record, report } = await brought({
      'c.ics': ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'X-WR-CALNAME:Visits', 'BEGIN:VEVENT', 'UID:1@x', 'DTSTART;VALUE=DATE:20250912', 'DTEND;VALUE=DATE:20250915', 'SUMMARY:Border closed\\, again', 'LOCATION:Brest', 'GEO:52.1;23.68', 'CATEGORIES:Border,Talks', 'ORGANIZER;CN=Ann B.:mailto:a@example.org', 'URL:https://example.org/x', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2@x', 'DTSTART:20250101T103000Z', 'DTEND:20250101T113000Z', 'RRULE:FREQ=YEARLY', 'SUMMARY:Two', 'END:VEVENT', 'BEGIN:VTODO', 'UID:3', 'END:VTODO', 'END:VCALENDAR', ''].join('\r\n'), // prettier-ignore
    });
    expect(record.meta.title).toBe('Visits');
    expect(dates(record)).toEqual(['2025-01-01T10:30Z', '2025-09-12']);
    expect(record.evidence.title).toEqual(['Two', 'Border closed, again']);
    expect(isoOf(record.evidence.until[1]!)).toBe('2025-09-14');
    expect([record.topics, record.places[0]?.name, record.actors[0]]).toMatchObject([['border', 'talks'], 'Brest', { name: 'Ann B.', kind: 'person' }]); // prettier-ignore
    expect([lost(report, 'repetitions'), lost(report, 'no events')]).toEqual([1, 1]);
  });

  it('BibTeX and CSL: sources, and that they came out', async () => {
    const bib = await brought({ 'a.bib': '% refs\n@string{j = "Journal"}\n@article{smith2009, author = {Smith, J. and M{\\"u}ller, K.}, title={{On} things \\& more}, journal = j, year = 2009, month = dec, doi={10.1/x}}\n@misc{y, title={No date}, url={https://example.org/a_b}, year={soon}}\n' }); // prettier-ignore
    expect(bib.record.sources).toMatchObject([
      { title: 'On things & more', outlet: 'Journal', author: 'J. Smith; K. Müller', url: 'https://doi.org/10.1/x' },
      { title: 'No date', url: 'https://example.org/a_b' },
    ]);
    expect(dates(bib.record)).toEqual(['2009-12', 'XXXX']);
    expect(bib.report.notes).toEqual([expect.objectContaining({ row: 2, value: 'soon' })]);
    const csl = await brought({ 'z.json': JSON.stringify([{ id: 'a', type: 'article-journal', title: 'T', author: [{ given: 'A.', family: 'B' }], issued: { 'date-parts': [[2020, 5], [2020, 7]] }, 'container-title': 'J', URL: 'https://example.org/t' }]) }); // prettier-ignore
    expect(csl.record.sources).toMatchObject([{ title: 'T', outlet: 'J', author: 'A. B', kind: 'journal' }]);
    expect(dates(csl.record)).toEqual(['2020-05/2020-07']);
  });

  it('MISP: first and last sight with their hours', async () => {
    const event = { Event: { info: 'Campaign', date: '2019-05-07', uuid: 'u', Orgc: { name: 'CERT' }, Attribute: [{ type: 'ip-dst', category: 'Network activity', value: '192.0.2.1', first_seen: '2019-05-08T14:17:04.123456+00:00', last_seen: '2019-05-10T00:00:00+0000', to_ids: true }], Object: [{ name: 'email', description: 'A mail', Attribute: [{ object_relation: 'subject', value: 'Hi' }] }] } }; // prettier-ignore
    const { record, report } = await brought({ 'm.json': JSON.stringify(event) });
    expect(dates(record)).toEqual(['2019-05-07', '2019-05-07', '2019-05-08T14:17:04+00:00']);
    expect(isoOf(record.evidence.until[2]!)).toBe('2019-05-10');
    expect([record.actors[0]?.name, lost(report, 'indicators')]).toEqual(['CERT', 1]);
  });
});

describe('workbooks, archives and what is none of these', () => {
  const ods = (rows: string) => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'META-INF/manifest.xml': strToU8('<x/>'), 'content.xml': strToU8(`<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Ties">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`) }); // prettier-ignore
  const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;

  it('ODS: its sheets are looked at like files, empty repeats are not', async () => {
    const head = `<table:table-row>${['from', 'to', 'sign'].map(cell).join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
    const row = `<table:table-row>${cell('A')}${cell('B')}<table:table-cell office:value-type="float" office:value="-1"><text:p>-1,0</text:p></table:table-cell></table:table-row>`; // prettier-ignore
    const { record } = await brought({ 'w.ods': ods(`${head}${row}<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`) }); // prettier-ignore
    expect(ties(record)).toEqual([['A B', -1, '', '']]);
  });

  it('a zip of a record is left to its own reader; a backup inside another never opens', async () => {
    const own = zipSync({
      'r/actors.csv': strToU8('id,name,kind,speaks_for,country,lat,lon,aliases,description\na,A,state,,,,,,\n'),
    });
    expect(await open({ 'r.zip': own })).toMatchObject({ kind: 'dataset' });
    expect(await open({ 'b.zip': zipSync({ 'backup.zip': own }) })).toMatchObject({ kind: 'unknown', message: expect.stringContaining('an archive within an archive') }); // prettier-ignore
  });

  it('what is packed with gzip is unpacked', async () => {
    expect((await brought({ 'e.csv.gz': gzipSync(strToU8('from,to,sign\nA,B,1\n')) })).record.ties).toHaveLength(1);
  });

  it.each([
    ['a PDF', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]), 'a PDF document'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'a picture (PNG)'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'XLS'],
    ['a web page', '<!doctype html><html><body>x</body></html>', 'a web page that carries no record'],
    ['words', 'hello', 'text without rows'],
    ['broken JSON', '{"a": ', 'JSON that is broken'],
    ['other XML', '<svg xmlns="x"></svg>', 'XML of a form'],
    ['nothing', '', 'empty'],
  ])('%s is named for what it is', async (_, content, words) => {
    expect(await open({ 'file.csv': content })).toMatchObject({ kind: 'unknown', message: expect.stringContaining(words) });
  });

  it('rows that nobody knows are left to the mapping; beside what is known they are told of', async () => {
    const sheet = 'who,whom,how\nA,B,likes\n';
    expect(await open({ 'x.csv': sheet })).toMatchObject({ kind: 'sheets', sheets: [{ columns: ['who', 'whom', 'how'] }] });
    const { report } = await brought({ 'x.csv': sheet, 'e.csv': 'from,to,sign\nA,B,1\n', 'p.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }); // prettier-ignore
    expect(report.notes.map(({ file }) => file)).toEqual(['p.png', 'x.csv']);
  });

  it('a graph that breaks off says so and what it looks like', async () => {
    expect(await open({ 'g.gexf': '<gexf><graph><nodes><node id="a"></graph>' })).toMatchObject({ kind: 'unknown', message: expect.stringContaining('looks like a GEXF graph') }); // prettier-ignore
  });
});
