import { count, countOf, plural } from '../counts';

/** Sentences of rating explanations by oneself and together. */
export const ratingMessages = {
  blind: (rated: number, cells: number) =>
    `What others gave is hidden until your own ratings are in: you have rated ${countOf(rated, cells, 'cell')}. The rows stand by date.`,
  /** `Your ratings: 12 of 225 cells.`, after its heading. */
  merged: (raters: number, ratings: number, files: number) =>
    `${count(ratings, 'rating')} of ${count(raters, 'person')}, from ${count(files, 'file')}.`,
  apart: (id: string, as: string, cells: number) =>
    cells === 0
      ? `The record has a rater “${id}”: the one in the files stands as “${as}”.`
      : `Two files name the rater “${id}” and differ on ${count(cells, 'cell')}: kept apart, the later as “${as}”.`,
  leftOut: (n: number) =>
    `${count(n, 'fault')}: ${plural(n, { one: 'what it names was', other: 'what they name was' })} left out, the rest was taken.`,
  alike: 'They rated every cell alike.',
  noRatings: 'The file holds no table of ratings.',
  whichFiles: 'Give the CSV that the page exported: its columns are hypothesis, evidence, rater, consistency and rationale.',
};
