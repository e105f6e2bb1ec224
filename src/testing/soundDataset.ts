/**
 * A small dataset without a fault, to break one thing at a time in. The rows are invented.
 */
const SOUND = {
  'actors.csv': `id,name,kind,speaks_for,country,lat,lon,aliases,description
poland,Poland,state,,POL,52.23,21.01,Republic of Poland;Rzeczpospolita,
belarus,Belarus,state,,BLR,53.90,27.57,Republic of Belarus,
minister,The Minister,person,belarus,BLR,53.90,27.57,,
`,
  'places.csv': `id,name,country,kind,lat,lon
minsk,Minsk,BLR,capital,53.90,27.57
brest,Brest,BLR,city,52.10,23.68
grodno,Grodno,BLR,city,53.67,23.83
`,
  'sources.csv': `id,url,title,outlet,author,published,language,kind,mirror
agency-1,https://example.org/1,A report,Agency,,2025-11-05,en,news-agency,false
agency-2,https://example.org/2,,Agency,,,pl,news-agency,true
`,
  'events.csv': `id,title,start,end,place,participants,topics,summary,sources,confidence,notes
2025-09-closure,Border closed,2025-09-12,2025-09-25,brest,poland;belarus,border,,agency-1,high,
`,
  'statements.csv': `id,title,date,speaker,on_behalf_of,targets,quote,quote_translated,summary,place,topics,sources,confidence,notes
2025-11-words,Minister speaks,2025-11-05,minister,belarus,poland,Some words.,false,,minsk,border;talks,agency-1;agency-2,high,
`,
  'stances.csv': `id,evidence,holder,target,score,basis,attributed_by,rationale
words--belarus--poland,2025-11-words,belarus,poland,1,statement,,
closure--poland--belarus,2025-09-closure,poland,belarus,-2,conduct,,
`,
  'codings.csv': `stance,coder,score,reason
words--belarus--poland,a,1,
words--belarus--poland,b,2,
`,
  'ties.csv': `id,kind,members,sign,title,start,end,summary,sources
neighbours,treaty,poland;belarus,1,Treaty,1992-06-23,,,agency-1
`,
  'hypotheses.csv': `id,title,description,proposed_by,source
words-only,Words only,,minister,agency-1
`,
  'assessments.csv': `hypothesis,evidence,rater,consistency,rationale
words-only,2025-11-words,a,C,
`,
  'claims.csv': `id,source,order,claim,quote,actors,verdict,evidence,evidence_for,evidence_against,note
thaw,agency-1,1,There is a thaw.,,poland;belarus,qualified,2025-11-words;2025-09-closure,2025-11-words,2025-09-closure,
`,
  'stories.csv': `id,title,subtitle,author
thaw,A thaw?,,
`,
  'scenes.csv': `story,order,title,text,view
thaw,1,First,,
`,
};

export type SoundFile = keyof typeof SOUND;

/**
 * The sound dataset with changes: text to replace in a file (each must occur in it), or null to leave the file out.
 */
export function dataset(changes: Partial<Record<SoundFile, Record<string, string> | null>> = {}): Map<string, string> {
  const files = new Map<string, string>(Object.entries(SOUND));
  for (const [file, change] of Object.entries(changes)) {
    if (change === null) {
      files.delete(file);
      continue;
    }
    let text = files.get(file) ?? '';
    for (const [from, to] of Object.entries(change)) {
      if (!text.includes(from)) throw new Error(`${file} holds no ${from}`);
      text = text.replace(from, () => to);
    }
    files.set(file, text);
  }
  return files;
}
