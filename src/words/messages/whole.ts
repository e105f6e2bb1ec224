import { count, countOf, plural } from '../counts';
import { list } from '../names';

/** What a record that is not whole lacks, and what it therefore cannot say. */

/** What each table alone knows; `package` is the description of the dataset. */
const KNOWS = {
  package: 'what it is called and which view is its first',
  actors: 'who acts',
  places: 'where things happened',
  sources: 'on whose word',
  events: 'what was done',
  statements: 'what was said',
  stances: 'how anybody stands to anybody',
  coders: 'whether people or models coded',
  codings: 'what each coder scored',
  ties: 'who was bound to whom',
  hypotheses: 'which explanations there are',
  assessments: 'how rows were rated under the explanations',
  claims: 'what articles claim',
  stories: 'its stories',
  scenes: 'what its stories show',
} as const;

export type Part = keyof typeof KNOWS;

const fileOf = (part: Part) => (part === 'package' ? 'datapackage.json' : `${part}.csv`);

/** A part of the record that is lacking, with the rows that are lacking and the rows that there should be; null where nobody counts them. */
export interface Lacking {
  of: Part;
  kind: 'missing' | 'cut' | 'rows';
  rows: number | null;
  all: number | null;
}

function lack({ of, kind, rows, all }: Lacking): string {
  const file = fileOf(of);
  if (kind === 'missing') return rows === null ? `${file} is missing` : `${file} is missing, with ${count(rows, 'row')}`;
  if (kind === 'cut') {
    if (rows === null || all === null) return `${file} did not come whole`;
    return rows === 0 ? `${file} is not the file that was published` : `${file} lacks ${countOf(rows, all, 'row')}`;
  }
  return `${countOf(rows ?? 0, all ?? 0, 'row')} of ${file}`;
}

const leftOut = (rows: number) =>
  plural(rows, {
    one: 'is left out for an error in it or in what it points at',
    other: 'are left out for errors in them or in what they point at',
  });

export const wholeMessages = {
  heading: 'This record is not whole.',

  /** What is missing or faulty, and how many rows. */
  lacks: (gaps: readonly Lacking[]): string => {
    const files = gaps.filter(({ kind }) => kind !== 'rows');
    const rows = gaps.filter(({ kind }) => kind === 'rows');
    const sentences = [
      files.length > 0 ? `${list(files.map(lack))}.` : '',
      rows.length > 0 ? `${list(rows.map(lack))} ${leftOut(rows.reduce((sum, gap) => sum + (gap.rows ?? 0), 0))}.` : '',
    ];
    return sentences.filter((text) => text !== '').join(' ');
  },

  /** What cannot be said because of it. */
  silent: (gaps: readonly Lacking[]): string => {
    const wholly = gaps.filter(({ kind }) => kind !== 'rows').map(({ of }) => KNOWS[of]);
    const partly = gaps.filter(({ kind }) => kind === 'rows').map(({ of }) => KNOWS[of]);
    const sentences = [
      wholly.length > 0 ? `So it cannot say ${list([...new Set(wholly)], { joint: 'or' })}.` : '',
      partly.length > 0 ? `It says less than its tables do on ${list([...new Set(partly)])}.` : '',
    ];
    return sentences.filter((text) => text !== '').join(' ');
  },

  /** In the place of a headline. */
  noHeadline:
    'No headline: a part of this record did not come, and another pair might stand out without it than with it. What is missing stands at the top of the page.',
};
