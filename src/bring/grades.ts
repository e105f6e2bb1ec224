import type { Grade } from '../words/scores';
import type { Account, GradeTable } from './account';

/** How the words and codes of other scales stand beside the five grades. Every table is a proposal: the reader sees and changes it. */

/** Grades that the reader gave instead of the proposed ones, by value; null: no stance. */
export type GradeChoice = Readonly<Record<string, Grade | null>>;

export interface Proposed {
  words: string;
  grade: Grade | null;
}

/** Gives each row of a file its grade, and counts them for the table that is shown. */
export class Grader {
  readonly #rows = new Map<string, number>();

  constructor(
    readonly of: string,
    readonly proposed: (value: string) => Proposed,
    readonly chosen: GradeChoice = {},
  ) {}

  /** The grade of a value, the reader's where there is one; null for a value that says none, which never becomes 0. */
  grade(value: string): Grade | null {
    this.#rows.set(value, (this.#rows.get(value) ?? 0) + 1);
    return this.gradeOf(value);
  }

  gradeOf(value: string): Grade | null {
    const own = Object.hasOwn(this.chosen, value) ? this.chosen[value] : undefined;
    return own === undefined ? this.proposed(value).grade : own;
  }

  table(): GradeTable {
    const rows = [...this.#rows]
      .map(([value, n]) => ({ value, words: this.proposed(value).words, grade: this.gradeOf(value), rows: n }))
      .sort((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }));
    return { of: this.of, rows };
  }

  /** Puts the table into the account. */
  tell(account: Account): void {
    account.grades = this.table();
    const without = account.grades.rows.filter(({ grade }) => grade === null).reduce((sum, { rows }) => sum + rows, 0);
    account.say(`The ${this.of} gives the grade, by the table below; it can be changed there.`);
    account.lose('rows whose scale says no stance: they are shown without one', without);
  }
}

/**
 * CAMEO root codes (Schrodt 2012): what they are, and the grade that this record's own codebook would give such words or acts.
 * Goldstein's (1992) weight belongs to the kind of event as well, so that it says no more than the code.
 */
const CAMEO: Readonly<Record<string, Proposed>> = {
  '01': { words: 'makes a statement about', grade: 0 },
  '02': { words: 'appeals to', grade: 0 },
  '03': { words: 'says it will cooperate with', grade: 1 },
  '04': { words: 'consults with', grade: 1 },
  '05': { words: 'cooperates in diplomacy with', grade: 1 },
  '06': { words: 'cooperates materially with', grade: 2 },
  '07': { words: 'gives aid to', grade: 2 },
  '08': { words: 'yields to', grade: 1 },
  '09': { words: 'investigates', grade: -1 },
  '10': { words: 'demands of', grade: -1 },
  '11': { words: 'disapproves of', grade: -1 },
  '12': { words: 'rejects', grade: -1 },
  '13': { words: 'threatens', grade: -2 },
  '14': { words: 'protests against', grade: -1 },
  '15': { words: 'shows force to', grade: -2 },
  '16': { words: 'reduces relations with', grade: -2 },
  '17': { words: 'coerces', grade: -2 },
  '18': { words: 'assaults', grade: -2 },
  '19': { words: 'fights', grade: -2 },
  '20': { words: 'uses mass violence against', grade: -2 },
};

/** What a table proposes for a value; nothing for one that it does not have. */
export function proposedBy(table: Readonly<Record<string, Proposed>>): (value: string) => Proposed {
  return (value) => (Object.hasOwn(table, value) ? table[value] : undefined) ?? { words: '', grade: null };
}

/** Every root code of CAMEO. */
export const CAMEO_ROOTS: readonly string[] = Object.keys(CAMEO);

export const cameoRoot = (code: string): Proposed => proposedBy(CAMEO)(code.padStart(2, '0'));

/** Words of scales, as people write them, in lower case; every language of Likert items cannot be known, and what is not stays unknown. */
const WORDS: Readonly<Record<string, Grade>> = {
  'strongly agree': 2,
  'agree strongly': 2,
  'agree completely': 2,
  'completely agree': 2,
  agree: 1,
  'somewhat agree': 1,
  'slightly agree': 1,
  'neither agree nor disagree': 0,
  neutral: 0,
  mixed: 0,
  ambivalent: 0,
  'neutral or mixed': 0,
  'somewhat disagree': -1,
  'slightly disagree': -1,
  disagree: -1,
  'strongly disagree': -2,
  'disagree strongly': -2,
  'completely disagree': -2,
  'very positive': 2,
  positive: 1,
  negative: -1,
  'very negative': -2,
  'strong support': 2,
  'strongly supports': 2,
  'strongly support': 2,
  supportive: 2,
  supports: 1,
  support: 1,
  'in favour': 1,
  'in favor': 1,
  favourable: 1,
  favorable: 1,
  for: 1,
  pro: 1,
  opposes: -1,
  oppose: -1,
  opposed: -1,
  unfavourable: -1,
  unfavorable: -1,
  against: -1,
  contra: -1,
  con: -1,
  anti: -1,
  'strong opposition': -2,
  'strongly opposes': -2,
  'strongly oppose': -2,
  cooperative: 1,
  friendly: 1,
  ally: 2,
  critical: -1,
  hostile: -2,
  enemy: -2,
  praise: 2,
  blame: -1,
  threat: -2,
  yes: 1,
  no: -1,
  true: 1,
  false: -1,
  '+': 1,
  '++': 2,
  '-': -1,
  '--': -2,
  '−': -1,
  '−−': -2,
};

/** The grade that a word of a scale says; null where none is known. */
export function gradeOfWord(text: string): Grade | null {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  return Object.hasOwn(WORDS, plain) ? (WORDS[plain] ?? null) : null;
}

/** `★★★☆☆` and `***`: how many of five; null for anything else. */
export function starsIn(text: string): number | null {
  const plain = text.replace(/\s+/g, '');
  if (/^[★⭐*]{1,5}[☆]{0,4}$/u.test(plain)) return [...plain].filter((letter) => letter !== '☆').length;
  const of = /^([1-5])\s*(?:\/|of|out of)\s*5(?:\s*stars?)?$/i.exec(text.trim()) ?? /^([1-5])\s*stars?$/i.exec(text.trim());
  return of ? Number(of[1]) : null;
}

/** A number on a scale from `least` to `most`, as one of five grades of equal width (both ends included). */
export function gradeOnScale(value: number, least: number, most: number): Grade {
  if (!(most > least)) return 0;
  const share = (value - least) / (most - least);
  return (Math.min(4, Math.max(0, Math.floor(share * 5))) - 2) as Grade;
}
