import { count, countOf, figure, plural } from '../counts';
import { list } from '../names';
import { decimal, intervalWords, signed } from '../numbers';

/** Sentences of the coding kit and of what people's codings come to. */

/** An alpha in words' reach: null bounds where there is no interval. */
export interface SaidAlpha {
  alpha: number | null;
  interval: [number, number] | null;
  units: number;
}

/** `0.78 (0.66 to 0.87)`. */
const alphaFigure = (alpha: number, interval: SaidAlpha['interval']) =>
  interval === null ? decimal(alpha) : `${decimal(alpha)} (${intervalWords(interval)})`;

export const codingMessages = {
  asked: (holder: string, target: string) => `How does ${holder} stand towards ${target} here?`,
  /** Of an account: what the author says the holder takes is coded, not what the author thinks. */
  askedOfAccount: (holder: string, target: string, by: string) =>
    by === ''
      ? `As the row has it, how does ${holder} stand towards ${target}?`
      : `As ${by} has it, how does ${holder} stand towards ${target}?`,

  cannotSay: 'cannot say',
  cannotSayWords: (target: string) =>
    `the row is too short to tell, or says nothing of ${target}; it is kept apart from a score of 0`,
  /** `+1 cooperative`. */
  grade: (score: number, word: string) => `${signed(score, 0)} ${word}`,
  missing: { grade: 'Choose a grade, or “cannot say”.', reason: 'Write a reason, in words from the row.' },

  /** `14 of 60`. */
  place: (place: number, all: number) => `${figure(place)} of ${figure(all)}`,
  /** Where a run stands, in a list of runs: `13 of 60 stances coded`. */
  progress: (done: number, all: number) => `${countOf(done, all, 'stance')} coded`,
  gone: (n: number) =>
    `${count(n, 'stance')} of this run ${plural(n, { one: 'is', other: 'are' })} no longer in the record: skipped here, kept in the file.`,
  notKept: (why: string) => `Your codings are not kept here, since ${why}: save them before you leave.`,

  /** What the coder was given, for `coders.csv`. */
  instructions: (n: number, kind: 'all' | 'pair' | 'spread', seed: number) => {
    const which = {
      all: 'every stance of the record',
      pair: `${count(n, 'stance')} of one pair`,
      spread: `${count(n, 'stance')} spread over pairs, signs and sides of sources`,
    }[kind];
    return `the codebook, in the coding kit: ${which}, seed ${seed}; blind to titles, outlets and other coders' scores`;
  },
  noCodings: 'The file holds no table of codings.',
  whichFiles: 'Give the zip that the coding kit saved, or a CSV with the columns stance, coder, score and reason.',

  /** `marta-k and coder a gave the same grade to 34 of 60 stances; 24 are one grade apart and 2 two grades or more.` */
  alike: (one: string, other: string, same: number, next: number, far: number) => {
    const all = same + next + far;
    return `${one} and ${other} gave the same grade to ${countOf(same, all, 'stance')}; ${figure(next)} ${plural(next, { one: 'is', other: 'are' })} one grade apart and ${figure(far)} two grades or more.`;
  },
  nothingShared: (one: string, other: string) => `${one} and ${other} have graded no stance in common.`,
  /** `alpha 0.78 (0.66 to 0.87), 60 stances`; `of`: what was given. */
  alpha: ({ alpha, interval, units }: SaidAlpha, least: number, of: 'stance' | 'cell' = 'stance') =>
    units < least
      ? `no alpha: ${count(units, of)} in common ${plural(units, { one: 'is', other: 'are' })} too few`
      : alpha === null
        ? `no alpha: all grades of ${count(units, of)} are the same`
        : `alpha ${alphaFigure(alpha, interval)}, ${count(units, of)}`,
  /** Krippendorff's bars, for people only and from enough stances on. */
  bar: (alpha: number) =>
    alpha >= 0.8
      ? 'above 0.80 (firm)'
      : alpha >= 0.667
        ? 'above 0.667 (tentative), below 0.80 (firm)'
        : 'below 0.667 (tentative)',
  cannotSayLeftOut: (n: number) =>
    n === 0 ? 'Nobody answered “cannot say”.' : `“Cannot say” was answered of ${count(n, 'stance')}, which the table leaves out.`,
  nobodyFar: 'Nobody stands two grades apart.',
  merged: (coders: number, codings: number, files: number) =>
    `${count(codings, 'coding')} of ${count(coders, 'person')}, from ${count(files, 'file')}.`,
  leftOut: (n: number) => `${count(n, 'fault')}: what is named here was left out, the rest was taken.`,
  revised: (id: string, stances: number) =>
    `Two files of “${id}” say the same but for ${count(stances, 'stance')}: one person, who thought it over. The file that was added later stands.`,
  apart: (id: string, as: string, stances: number) =>
    stances === 0
      ? `The record has a coder “${id}”: the one in the files stands as “${as}”.`
      : `Two files name the coder “${id}” and differ on ${count(stances, 'stance')}: kept apart, the later as “${as}”.`,

  /** What becomes of a row's rationale once it is settled: why, who gave what, and what it said before. */
  rationale: (why: string, mine: { coder: string; score: number }, theirs: { coder: string; score: number }, before: string) =>
    [
      why,
      `adjudicated: ${mine.coder} ${signed(mine.score, 0)}, ${theirs.coder} ${signed(theirs.score, 0)}`,
      before === '' ? '' : `before: ${before}`,
    ]
      .filter((part) => part !== '')
      .join('; '),
  addedLabel: (codings: number) => `${count(codings, 'coding')} by people`,
  added: ({ coders, codings, settled }: { coders: number; codings: number; settled: number }) => {
    const parts = [
      codings > 0 ? count(codings, 'coding') : '',
      coders > 0 ? count(coders, 'coder') : '',
      settled > 0 ? `${count(settled, { one: 'settled score', other: 'settled scores' })}` : '',
    ].filter((part) => part !== '');
    return `${list(parts)} stand in the tables that are open here; the desk lists them as your changes, and takes them back.`;
  },
  keptAsTheyAre: (n: number) =>
    `${count(n, 'coding')} of the same name and stance ${plural(n, { one: 'says', other: 'say' })} something else in the tables: nothing there is overwritten.`,

  /** How many codings by people there are, and what alpha is among them; `where` is the record or a pair. */
  byPeople: (
    where: string,
    codings: number,
    stances: number,
    people: readonly string[],
    found: SaidAlpha | null,
    least: number,
  ) => {
    if (codings === 0) return `No person has coded a stance of ${where} yet.`;
    const who = people.length > 4 ? count(people.length, 'person') : list(people);
    const start = `${count(codings, 'coding')} by ${who}, on ${count(stances, 'stance')} of ${where}`;
    if (people.length < 2) return `${start}; with one person there is no agreement to measure.`;
    if (found === null || found.units < least)
      return `${start}; ${figure(found?.units ?? 0)} of them were coded by two or more, too few for an alpha.`;
    return found.alpha === null
      ? `${start}; on the ${count(found.units, 'stance')} coded by two or more all grades are the same, so that there is no alpha.`
      : `${start}; among them alpha is ${alphaFigure(found.alpha, found.interval)}, on the ${count(found.units, 'stance')} coded by two or more.`;
  },
};
