import { count, plural } from '../counts';
import { list } from '../names';
import { decimal, percent } from '../numbers';

/** An explanation with what speaks against it, in points. */
export interface Against {
  name: string;
  inconsistency: number;
}

/** What is said of explanations held against each other. Names of explanations come without quotation marks. */
export const hypothesesMessages = {
  noRows: 'No rated row is counted, so nothing orders the explanations.',
  noneAsked: 'No explanation is asked by a third of the rows, so none is placed.',
  allAlike: 'The rows speak against all explanations alike.',
  manyLead: (leaders: number, all: number) => `The rows speak least, and equally, against ${leaders} of ${all} explanations.`,
  oneLeads: (title: string) => `The rows speak least against “${title}”.`,
  someLead: (names: readonly string[]) => `The rows speak least, and equally, against ${list(names.map(marks))}.`,

  /** @param share 0 to 1; @param each points against it for each row that asks, null where none does */
  asked: (share: number, each: number | null) =>
    each === null
      ? `asked by ${percent(share)} of the rows`
      : `asked by ${percent(share)} of the rows, ${decimal(each)} against it for each`,
  unplaced: (names: readonly string[]) =>
    `Not placed: ${list(names.map(marks))}, on which two of three rows or more say nothing either way.`,

  /** @param last the one that most speaks against; null where that is `next` */
  margin: (first: number, next: Against, last: Against | null) =>
    last === null
      ? `Weighted inconsistency ${decimal(first, 1)}, then ${marks(next.name)} at ${decimal(next.inconsistency, 1)}: ${decimal(next.inconsistency - first, 1)} apart.`
      : `Weighted inconsistency ${decimal(first, 1)}, then ${marks(next.name)} at ${decimal(next.inconsistency, 1)}: ${decimal(next.inconsistency - first, 1)} apart; most speaks against ${marks(last.name)} (${decimal(last.inconsistency, 1)}).`,

  telling: (telling: number, rows: number) =>
    telling * 3 < rows
      ? `Few rows tell them apart (spread of 1 or more): ${telling} of ${rows}.`
      : `Rows that tell them apart (spread of 1 or more): ${telling} of ${rows}.`,
  differ: (cells: number, rated: number) => `The raters differ in ${cells} of ${count(rated, 'cell')}.`,
  /** @param fragile rows and sources of which each, dropped alone, puts another explanation first */
  fragile: (fragile: number) =>
    fragile === 0
      ? 'Dropping any one row or source leaves the first place as it is.'
      : plural(fragile, {
          one: 'Dropping one row or source changes the first place.',
          other: `Dropping any one of ${fragile} rows or sources changes the first place.`,
        }),
  notShown: 'What is not refuted is not thereby shown.',

  droppedRow: (label: string) => marks(label),
  droppedSource: (label: string) => `what rests on ${label} alone`,
  rated: (rated: number, cells: number) => `You have rated ${rated} of ${count(cells, 'cell')}; an unrated cell counts nothing.`,

  orderKept: (dropped: readonly string[]) => `Without ${things(dropped)} the order does not change.`,
  /** @param places in the new order */
  orderNow: (dropped: readonly string[], places: readonly { place: number; name: string }[]) =>
    `Without ${things(dropped)} the order becomes ${places.map(({ place, name }) => `${place} ${name}`).join(', ')}.`,
  /** @param swaps each the one that passes and the one that is passed */
  orderBehind: (dropped: readonly string[], leaders: readonly string[], swaps: readonly (readonly [string, string])[]) => {
    const passes = swaps.slice(0, 3).map(([a, b]) => `${a} passes ${b}`);
    const more = swaps.length - passes.length;
    const tail = more === 0 ? '' : ` and ${plural(more, { one: '1 more pair changes', other: `${more} more pairs change` })}`;
    return `Without ${things(dropped)} ${list(leaders)} still ${plural(leaders.length, { one: 'comes', other: 'come' })} first; ${passes.join(', ')}${tail}.`;
  },
};

const marks = (name: string) => `“${name}”`;
const things = (labels: readonly string[]) => (labels.length > 2 ? `${labels.length} things` : list(labels));
