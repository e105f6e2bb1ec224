import { GDELT_1, GDELT_2 } from '../bring/gdelt';

/**
 * Files of other tools, made by hand from the descriptions of their formats; the rows are invented. Each says what must come of it: format, rows
 * in, rows shown, and what of the record stands for them.
 */
export interface ForeignFile {
  name: string;
  text: string;
  /** Words of the report. */
  format: string;
  rowsIn: number;
  rowsShown: number;
  /** Actors, statements and events, stances, ties, sources. */
  counts: readonly [actors: number, evidence: number, stances: number, ties: number, sources: number];
  /** Whether rows and columns stand in cells, so that they may be turned, separated and spelt in another way. */
  table: boolean;
}

const csv = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

const ACLED_NEW = 'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp'; // prettier-ignore
const ACLED_OLD = 'data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,timestamp,iso3'; // prettier-ignore
const UCDP = 'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'; // prettier-ignore
const ALLY_DYAD = 'version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,asymmetric,version'; // prettier-ignore
const ALLY_MEMBER = 'version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version'; // prettier-ignore
const MID_DYAD = 'disno,dyindex,statea,namea,stateb,nameb,strtday,strtmnth,strtyr,year,endday,endmnth,endyear,outcome,settlmnt,fatlev,highact,hihost,recip,hihosta,hihostb'; // prettier-ignore
const MID_PART = 'dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,fatality,hiact,hostlev,orig,version'; // prettier-ignore
const TIMELINE = 'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Alt Text,Type,Group,Background'; // prettier-ignore

/** A row of GDELT by the names of its columns. */
function gdelt(columns: readonly string[], cells: Record<string, string>): string {
  return columns.map((column) => cells[column] ?? '').join('\t');
}
const GDELT_ROW = { GLOBALEVENTID: '1', SQLDATE: '20250105', MonthYear: '202501', Year: '2025', FractionDate: '2025.0137', Actor1Code: 'POL', Actor1Name: 'POLAND', Actor1CountryCode: 'POL', Actor2Code: 'BLR', Actor2Name: 'BELARUS', Actor2CountryCode: 'BLR', IsRootEvent: '1', EventCode: '0251', EventBaseCode: '025', EventRootCode: '02', QuadClass: '1', GoldsteinScale: '3.0', NumMentions: '4', NumSources: '1', NumArticles: '4', AvgTone: '-1.5', ActionGeo_Type: '1', ActionGeo_FullName: 'Poland', ActionGeo_CountryCode: 'PL', ActionGeo_Lat: '52', ActionGeo_Long: '20', DATEADDED: '20250105121500', SOURCEURL: 'https://example.org/a' }; // prettier-ignore
const GDELT_ROWS: Record<string, string>[] = [
  GDELT_ROW,
  { ...GDELT_ROW, GLOBALEVENTID: '2', EventCode: '111', EventBaseCode: '111', EventRootCode: '11', QuadClass: '3', SOURCEURL: 'https://example.org/b' }, // prettier-ignore
  { ...GDELT_ROW, GLOBALEVENTID: '3' },
];

export const FOREIGN_FILES: readonly ForeignFile[] = [
  {
    name: 'acled-present.csv',
    text: csv(
      ACLED_NEW,
      'UKR1,2023-01-31,2023,1,Political violence,Battles,Armed clash,Force A,Helpers of A; Friends of A,State forces,Force B,,Rebel group,State forces-Rebel group,,804,Europe,Ukraine,Donetsk,,,Town,48.5,37.9,1,"Paper; Wire",National,"A fight, as told.",3,,1675000000',
      'UKR2,2023-02-02,2023,2,Demonstrations,Protests,Peaceful protest,Protesters,,Protesters,,,,Protesters only,,804,Europe,Ukraine,Kyiv,,,Kyiv,50.4,30.5,1,Wire,National,People marched.,0,crowd size=no report,1675000000',
      'UKR3,2023-02-05,2023,1,Strategic developments,Strategic developments,Agreement,Force A,,State forces,Force B,,Rebel group,,,804,Europe,Ukraine,Kyiv,,,Kyiv,50.4,30.5,1,Wire,National,They agreed.,0,,1675000000',
    ),
    format: 'ACLED export',
    rowsIn: 3,
    rowsShown: 3,
    counts: [5, 3, 3, 2, 2],
    table: true,
  },
  {
    name: 'acled-older.csv',
    text: csv(
      ACLED_OLD,
      '900,804,UKR1,1,16 May 2019,2019,1,Battles,Armed clash,Force A,,1,Force B,,2,12,Europe,Ukraine,Donetsk,,,Town,48.5,37.9,1,Paper,National,A fight.,0,1558000000,UKR',
      '901,804,UKR2,2,17 May 2019,2019,3,Violence against civilians,Attack,Force B,,2,Civilians,,7,27,Europe,Ukraine,Donetsk,,,Town,48.5,37.9,1,Paper,National,An attack.,1,1558000000,UKR',
    ),
    format: 'ACLED export',
    rowsIn: 2,
    rowsShown: 2,
    counts: [3, 2, 2, 0, 1],
    table: true,
  },
  {
    name: 'ucdp-ged.csv',
    text: csv(
      UCDP,
      '1,X-1,2014,1,Clear,1,1,1,Country: Government,1,1,Government - Rebels,1,1,Government of X,2,2,Rebels,2,"Paper, 2014-03-02",Paper,2014-03-02,Clash near the town,Police,1,Town,Town,Province,,10.5,20.5,POINT (20.5 10.5),1,X,1,Africa,1,1,2014-03-01 00:00:00.000,2014-03-01 00:00:00.000,1,2,0,0,3,3,3,500,',
      '2,X-2,2014,1,Clear,3,1,1,Rebels - Civilians,1,1,Rebels - Civilians,2,2,Rebels,9,9,Civilians,1,"Wire, 2014-04-10",Wire,2014-04-10,Attack,Residents,2,Village,Village,Province,,10.6,20.6,POINT (20.6 10.6),1,X,1,Africa,1,3,2014-04-01 00:00:00.000,2014-04-07 00:00:00.000,0,0,4,0,4,4,4,500,',
    ),
    format: 'UCDP Georeferenced Event Dataset',
    rowsIn: 2,
    rowsShown: 2,
    counts: [3, 2, 3, 0, 2],
    table: true,
  },
  {
    name: 'cow-alliances-by-dyad.csv',
    text: csv(
      ALLY_DYAD,
      '1,200,United Kingdom,235,Portugal,1,1,1816,,,,1,1,1,0,1,0,0,4.1',
      '2,200,United Kingdom,380,Sweden,5,3,1850,1,6,1856,0,0,0,0,0,1,0,4.1',
    ),
    format: 'Correlates of War alliances',
    rowsIn: 2,
    rowsShown: 2,
    counts: [3, 0, 0, 2, 1],
    table: true,
  },
  {
    name: 'cow-alliances-by-member.csv',
    text: csv(
      ALLY_MEMBER,
      '3,2,United States of America,4,4,1949,,,,1,4,4,1949,,,,0,1,1,0,0,0,4.1',
      '3,200,United Kingdom,4,4,1949,,,,1,4,4,1949,,,,0,1,1,0,0,0,4.1',
      '3,220,France,4,4,1949,,,,1,4,4,1949,,,,0,1,1,0,0,0,4.1',
    ),
    format: 'Correlates of War alliances',
    rowsIn: 3,
    rowsShown: 3,
    counts: [3, 0, 0, 3, 1],
    table: true,
  },
  {
    name: 'cow-disputes-by-dyad.csv',
    text: csv(MID_DYAD, '7,1,2,United States of America,20,Canada,5,5,1974,1974,25,6,1974,5,1,0,8,3,0,3,1'),
    format: 'Correlates of War disputes',
    rowsIn: 1,
    rowsShown: 1,
    counts: [2, 1, 2, 0, 1],
    table: true,
  },
  {
    name: 'cow-disputes-by-participant.csv',
    text: csv(
      MID_PART,
      '8,USA,2,5,5,1974,25,6,1974,1,1,0,8,3,1,4.3',
      '8,CAN,20,5,5,1974,25,6,1974,0,0,0,0,1,1,4.3',
      '8,MEX,70,5,5,1974,25,6,1974,0,0,0,1,2,0,4.3',
    ),
    format: 'Correlates of War disputes',
    rowsIn: 3,
    rowsShown: 3,
    counts: [3, 2, 4, 0, 1],
    table: true,
  },
  {
    name: '20250105.export.CSV',
    text: GDELT_ROWS.map((row) => gdelt(GDELT_2, row)).join('\n'),
    format: 'GDELT events',
    rowsIn: 3,
    rowsShown: 3,
    counts: [2, 2, 2, 0, 2],
    table: false,
  },
  {
    name: '20130101.export.CSV',
    text: GDELT_ROWS.map((row) => gdelt(GDELT_1, row)).join('\n'),
    format: 'GDELT events',
    rowsIn: 3,
    rowsShown: 3,
    counts: [2, 2, 2, 0, 2],
    table: false,
  },
  {
    name: 'gdelt-with-header.csv',
    text: csv(GDELT_2.join('\t'), ...GDELT_ROWS.map((row) => gdelt(GDELT_2, row))),
    format: 'GDELT events',
    rowsIn: 3,
    rowsShown: 3,
    counts: [2, 2, 2, 0, 2],
    table: true,
  },
  {
    name: 'timelinejs.csv',
    text: csv(
      TIMELINE,
      ',,,,,,,,,The title,About it,,,,,,title,,',
      '2001,3,4,,2001,3,6,,,A congress,They met.,https://example.org/p.jpg,Paper,,,,,Meetings,',
      '2002,,,,,,,,,A year,,,,,,,,Meetings,',
    ),
    format: 'TimelineJS sheet',
    rowsIn: 3,
    rowsShown: 3,
    counts: [1, 2, 0, 0, 2],
    table: true,
  },
  {
    name: 'edges.csv',
    text: csv(
      'from,to,sign,begin,end',
      'Aland,Borduria,-1,1872,1904',
      'Aland,Borduria,1,1904,',
      'Borduria,Syldavia,-1,1890,1891',
    ),
    format: 'signed edge list',
    rowsIn: 3,
    rowsShown: 3,
    counts: [3, 0, 0, 3, 1],
    table: true,
  },
  {
    name: 'dna-events.csv',
    text: `"statement_id";"time";"person";"organization";"concept";"agreement";"start_position";"stop_position";"text";"coder";"document_id";"document_title";"document_author";"document_source";"document_section";"document_type"
1;2005-01-26 00:00:00;"A. Person";"Agency";"Cap and trade";1;10;40;"It would work.";"Coder";1;"Hearing";"";"";"";""
2;2005-01-26 00:00:00;"B. Person";"Company";"Cap and trade";0;50;90;"It would not.";"Coder";1;"Hearing";"";"";"";""
`,
    format: 'event list of Discourse Network Analyzer',
    rowsIn: 2,
    rowsShown: 2,
    counts: [5, 2, 2, 0, 1],
    table: true,
  },
  {
    name: 'gephi-edges.csv',
    text: csv('Source,Target,Kind,Id,Label,Weight,timeset', 'Aland,Borduria,Directed,0,,1,"<[2001-01-01, 2002-01-01]>"', 'Borduria,Syldavia,Directed,1,,-2,'), // prettier-ignore
    format: 'Gephi sheet',
    rowsIn: 2,
    rowsShown: 2,
    counts: [3, 0, 0, 2, 1],
    table: true,
  },
  {
    name: 'timemap.csv',
    text: csv(
      'id,date,latitude,longitude,location,description,sources,associations',
      'CIV1,03/14/2022,50.4,30.5,Kyiv,A building was hit,https://example.org/s1,Type of area=Residential',
      'CIV2,03/25/2022,49.9,36.2,Kharkiv,A street was hit,HIDDEN,Type of area=Commercial',
    ),
    format: 'timemap sheet',
    rowsIn: 2,
    rowsShown: 2,
    counts: [0, 2, 0, 0, 2],
    table: true,
  },
  {
    name: 'misp.json',
    text: JSON.stringify({ Event: { uuid: 'u', info: 'A campaign', date: '2019-05-08', Orgc: { name: 'CERT' }, Attribute: [{ type: 'domain', value: 'x', first_seen: '2019-05-08T14:17:04.000000+00:00', last_seen: '2019-05-09T10:00:00.000000+00:00', comment: 'seen' }], Object: [] } }), // prettier-ignore
    format: 'MISP event',
    rowsIn: 2,
    rowsShown: 2,
    counts: [1, 2, 0, 0, 1],
    table: false,
  },
  {
    name: 'calendar.ics',
    text: ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DTSTART:20250105T120000Z', 'DTEND:20250105T140000Z', 'SUMMARY:A meeting', 'ATTENDEE;CN=Somebody:mailto:a@example.org', 'GEO:52.2;21.0', 'LOCATION:Warsaw', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2', 'DTSTART;VALUE=DATE:20250107', 'DTEND;VALUE=DATE:20250109', 'SUMMARY:Two days', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'), // prettier-ignore
    format: 'calendar (iCalendar)',
    rowsIn: 2,
    rowsShown: 2,
    counts: [1, 2, 0, 0, 1],
    table: false,
  },
  {
    name: 'library.bib',
    text: '@article{key, title = {A paper}, author = {Doe, Jane and Roe, Richard}, journal = {Journal}, year = 2020, month = mar, url = {https://example.org/paper}}\n@book{other, title = {A book}, author = {Poe, Ann}, publisher = {House}, year = {1999}}\n', // prettier-ignore
    format: 'list of sources (BibTeX)',
    rowsIn: 2,
    rowsShown: 2,
    counts: [0, 2, 0, 0, 2],
    table: false,
  },
  {
    name: 'library.json',
    text: JSON.stringify([{ id: 'a', type: 'article-newspaper', title: 'News', 'container-title': 'Paper', issued: { 'date-parts': [[2025, 1, 5]] }, URL: 'https://example.org/n' }]), // prettier-ignore
    format: 'list of sources (CSL-JSON)',
    rowsIn: 1,
    rowsShown: 1,
    counts: [0, 1, 0, 0, 1],
    table: false,
  },
];
