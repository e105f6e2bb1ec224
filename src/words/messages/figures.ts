import { formatDay, rangeWords } from '../dates';
import type { Day } from '../calendar';
import { list } from '../names';

/** What is said of a number that a text binds to the rows. */
export const figureMessages = {
  /** @param pair `Belarus on Poland`; @param sign `negative`; @param narrower further conditions, each in words */
  rows: (pair: string, from: Day, to: Day, sign: string, narrower: readonly string[]) =>
    `Rows of the words and acts of ${pair} dated ${rangeWords(from, to)}${SIGNS[sign] ?? ''}${narrower.length === 0 ? '' : `, ${list(narrower)}`}.`,
  occasions: (pair: string, from: Day, to: Day) =>
    `Occasions of ${pair}, ${rangeWords(from, to)}: rows of one act, talk or day count once.`,
  mean: (pair: string, at: Day) =>
    `The stance of ${pair} on ${formatDay(at)}: the mean of the rows up to then, recent ones counting more (half-life 30 days).`,
  actors: 'Rows of the table of actors.',
  ties: (sign: string, at: Day | null) =>
    `${TIES[sign] ?? 'Rows of the table of ties'}${at === null ? '' : `, in force on ${formatDay(at)}`}.`,
  pairs: (sign: string, at: Day) => `Pairs with a ${TIE_SIGNS[sign] ?? ''}sign on ${formatDay(at)}.`,
  triads: (kind: string, at: Day) => `Triads whose three pairs have a sign on ${formatDay(at)}${TRIADS[kind] ?? ''}.`,
  frustration: (at: Day) =>
    `The fewest pairs that would have to change their sign on ${formatDay(at)} before no triad is strained.`,
  hypotheses: 'Rows of the table of explanations.',
  place: (title: string) =>
    `The place of “${title}” among the explanations, from the one against which the rows speak least; mean of all raters, rows weighed by confidence.`,
  by: (names: readonly string[]) => `in the words of ${list(names)}`,
  kinds: (kinds: readonly string[]) => `with a source of the kind ${list(kinds)}`,
  holds: 'The rows give the same.',
  differs: (now: string) => `The rows now give ${now}: the sentence was written before they changed.`,
  stale: (said: string, now: string, what: string) => `“${said}” in the text is now ${now} by the rows. ${what}`,
  write: (now: string) => `Write \`${now}\`, and read the sentence again: its other words may not hold either.`,
  /** @param readings those that there are */
  unknown: (name: string, readings: readonly string[]) =>
    `\`${name}\` is no figure; figures are ${list(readings, { most: 20 })}.`,
  lacks: (name: string, key: string) => `The figure \`${name}\` needs \`${key}\`.`,
  wrong: (key: string, value: string) => `\`${key}=${value}\` of a figure is not understood, or is not in the record.`,
  noNumber: (said: string) => `“${said}” is bound to a figure and is no number.`,
  none: (name: string) => `The figure \`${name}\` has no value in this record on that day.`,
};

const SIGNS: Readonly<Record<string, string>> = {
  negative: ', critical or hostile',
  mixed: ', neutral or mixed',
  positive: ', cooperative or supportive',
};
const TIES: Readonly<Record<string, string>> = { positive: 'Friendly ties', negative: 'Hostile ties' };
const TIE_SIGNS: Readonly<Record<string, string>> = { positive: 'friendly ', negative: 'hostile ' };
const TRIADS: Readonly<Record<string, string>> = { balanced: ', and are balanced', strained: ', and are strained' };
