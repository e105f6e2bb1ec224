import type { PartName } from '../formats/losses';
import { readRecord } from '../record/reading/read';
import type { StanceRecord } from '../record/record';

/** A word for each part of a record that a format may lose; each stands in the record in that part alone. */
export const TOKENS: Readonly<Record<Exclude<PartName, 'codebook' | 'stances'>, string>> = {
  aliases: 'Aliaswort',
  descriptions: 'Descriptionword',
  rationales: 'Rationaleword',
  coders: 'coderzed',
  reasons: 'Reasonword',
  quotes: 'Quoteword',
  originals: 'Originalword',
  summaries: 'Summaryword',
  notes: 'Notesword',
  sources: 'example.org/sourceaddress',
  titles: 'Sourcetitle',
  mirrors: 'example.org/mirroraddress',
  places: 'Placeword',
  topics: 'topicword',
  statements: 'Alonestatement',
  events: 'Aloneevent',
  undated: 'Undatedrow',
  ties: 'Tieword',
  hypotheses: 'Hypothesisword',
  ratings: 'Ratingword',
  claims: 'Claimword',
  stories: 'Storyword',
  ownColumns: 'Owncolumn',
};

const STATEMENTS = 'id,title,date,speaker,on_behalf_of,targets,quote,quote_translated,quote_original,quote_language,quote_origin,summary,place,topics,sources,confidence,notes,remark'; // prettier-ignore

/** A record in which every part is there once. The rows are invented. */
export function tokenFiles(): Map<string, string> {
  const t = TOKENS;
  return new Map(
    Object.entries({
      'actors.csv': `id,name,kind,speaks_for,country,lat,lon,aliases,description
alpha,Alpha,state,,POL,52.2,21,${t.aliases},${t.descriptions}
beta,Beta,state,,BLR,53.9,27.5,,
`,
      'places.csv': `id,name,country,kind,lat,lon\nspot,${t.places},POL,city,52.5,20.5\n`,
      'sources.csv': `id,url,title,outlet,author,published,language,kind,mirror
first,https://${t.sources},${t.titles},Outlet,,2025-01-02,en,official,false
second,https://${t.mirrors},Other,Outlet two,,2025-01-02,en,official,true
`,
      'events.csv': `id,title,start,end,place,participants,topics,summary,sources,confidence,notes
e-act,An act,2025-01-05,,spot,alpha;beta,${t.topics},,first;second,high,
e-alone,${t.events},2025-01-06,,,alpha,,,first,high,
`,
      'statements.csv': `${STATEMENTS}
s-word,Words,2025-01-04,alpha,,beta,${t.quotes},true,${t.originals},pl,own,${t.summaries},spot,${t.topics},first;second,high,${t.notes},${t.ownColumns}
s-alone,${t.statements},2025-01-07,beta,,alpha,,,,,,,,,first,high,,
s-undated,${t.undated},XXXX,beta,,alpha,,,,,,,,,first,high,,
`,
      'stances.csv': `id,evidence,holder,target,score,basis,attributed_by,rationale
r1,s-word,alpha,beta,2,statement,,${t.rationales}
r2,e-act,beta,alpha,-1,conduct,,
`,
      'codings.csv': `stance,coder,score,reason\nr1,${t.coders},2,${t.reasons}\n`,
      'ties.csv': `id,kind,members,sign,title,start,end,summary,sources\ntie,treaty,alpha;beta,1,${t.ties},2024-01-01,,,first\n`,
      'hypotheses.csv': `id,title,description,proposed_by,source\nhyp,${t.hypotheses},,,first\n`,
      'assessments.csv': `hypothesis,evidence,rater,consistency,rationale\nhyp,s-word,rater,C,${t.ratings}\n`,
      'claims.csv': `id,source,order,claim,quote,actors,verdict,evidence,evidence_for,evidence_against,note
claim,first,1,${t.claims},,alpha,supported,s-word,s-word,,
`,
      'stories.csv': `id,title,subtitle,author\nstory,${t.stories},,\n`,
      'scenes.csv': `story,order,title,text,view\nstory,1,Scene,,\n`,
      'CODEBOOK.md': '# Codebookword\n',
    }),
  );
}

export function tokenRecord(): StanceRecord {
  return readRecord(tokenFiles(), 'tokens');
}
