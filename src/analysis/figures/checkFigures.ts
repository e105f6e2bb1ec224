import type { Fault, StanceRecord } from '../../record/record';
import { cellOf } from '../../record/tables';
import { figureMessages } from '../../words/messages/figures';
import { saidAlike, saidNumber, saysNumber } from '../../words/saidNumber';
import { figureOf } from './figure';

/** A link to a figure in Markdown: its words, its address. */
const LINK = /\[([^\]]*)\]\(\s*(figure:[^\s)]+)[^)]*\)/g;

/** A bound number that does not hold, or that cannot be read. */
export type FigureFault = Pick<Fault, 'rule' | 'message' | 'suggestion' | 'value'>;

/** What is wrong with the bound numbers of a text in Markdown, in their order; empty where all hold. */
export function figureFaultsIn(record: StanceRecord, text: string): FigureFault[] {
  return Array.from(text.matchAll(LINK)).flatMap(([, words = '', href = '']) => toldOf(record, words, href) ?? []);
}

function toldOf(record: StanceRecord, words: string, href: string): FigureFault | null {
  const figure = figureOf(record, href);
  if ('fault' in figure) return { rule: 'bad-figure', message: figure.fault, suggestion: '', value: words };
  if (saidNumber(words) === null)
    return { rule: 'bad-figure', message: figureMessages.noNumber(words), suggestion: '', value: words };
  if (saysNumber(words, figure.value)) return null;
  const now = saidAlike(words, figure.value);
  return {
    rule: 'stale-figure',
    message: figureMessages.stale(words, now, figure.what),
    suggestion: figureMessages.write(now),
    value: words,
  };
}

const remembered = new WeakMap<StanceRecord, Fault[]>();

/**
 * The numbers in the scenes of a record that no longer follow from its rows, each with the number that does; and figures that cannot be
 * read. Warnings all: a row that is added must not make the record wrong. Computed once a record; never throws.
 */
export function figureFaults(record: StanceRecord): readonly Fault[] {
  const known = remembered.get(record);
  if (known !== undefined) return known;
  const { scenes } = record.tables;
  const faults = (scenes?.rows ?? []).flatMap((_, row): Fault[] => {
    if (scenes === undefined) return [];
    const place = { file: 'scenes.csv', line: scenes.lines[row] ?? 0, row: row + 1, column: 'text' };
    return figureFaultsIn(record, cellOf(scenes, row, 'text')).map((fault) => ({ ...place, severity: 'warning', ...fault }));
  });
  remembered.set(record, faults);
  return faults;
}

/** All that the checks say of a record: of its tables, and of the numbers that its scenes bind to rows. */
export function allFaults(record: StanceRecord): readonly Fault[] {
  const figures = figureFaults(record);
  return figures.length === 0 ? record.faults : [...record.faults, ...figures];
}
