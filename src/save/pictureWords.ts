import { rowsBefore, rowsBetween, type Slice } from '../analysis/slice';
import { codingWords, judgingWords } from '../record/coding';
import { activeFilters, clauseOf, wordsOf } from '../focus/filters/filterWords';
import type { ViewState } from '../focus/view';
import type { StanceRecord } from '../record/record';
import type { Drawing } from './pictureView';
import { filterMessages } from '../words/messages/filters';
import { plainText } from '../words/messages/message';
import { pictureMessages } from '../words/messages/picture';
import { recordLine } from '../words/sources';

/** The words around a picture: what it needs to be read without the page that it came from. */
export interface PictureWords {
  /** As-of date, window, and how the running stance is taken. */
  when: string;
  /** What was left in, in a sentence. */
  filters: string;
  source: string;
  /** How the scores were made; empty where nothing is coded. */
  coding: string;
}

/** Rows that pass the filters within the window. */
export function rowsShown(slice: Slice, { from, to }: Pick<ViewState, 'from' | 'to'>): number {
  return rowsBetween(slice, rowsBefore(slice.day, from), rowsBefore(slice.day, to + 1));
}

/** @param kind what the picture shows: ratings of hypotheses and verdicts on claims are touched by neither window nor filters */
export function pictureWords(
  record: StanceRecord,
  state: ViewState,
  slice: Slice,
  kind: Drawing['words'] = 'window',
): PictureWords {
  if (kind !== 'window') {
    const when =
      kind === 'ratings'
        ? pictureMessages.ratings(record.assessments.length, record.hypotheses.length)
        : pictureMessages.claims(record.claims.length, new Set(record.claims.map(({ source }) => source)).size);
    return { when, filters: '', source: pictureMessages.source(recordLine(record.meta)), coding: judgingWords(record) };
  }
  const coded = record.stances.n > 0;
  const set = new Set(activeFilters(record, state).map(({ field }) => field));
  const always = ['topics', 'basis', 'sourceKinds', 'confidence', 'rows'] as const;
  const rest = activeFilters(record, state).filter(({ field }) => !always.some((name) => name === field));
  const parts = always
    .filter((field) => field !== 'confidence' || set.has(field))
    .map((field) =>
      field === 'basis'
        ? plainText(clauseOf(record, state, 'basis'))
        : field === 'rows'
          ? filterMessages.pairsOn(state.rows)
          : wordsOf(record, state, field),
    );
  const source = recordLine(record.meta);
  return {
    when: pictureMessages.asOf(state.at, state.from, state.to, coded ? pictureMessages.reading[state.mode](state.halfLife) : ''),
    filters: pictureMessages.shown(coded ? [...parts, ...rest.map(({ name }) => name)] : []),
    source: coded
      ? pictureMessages.sourceOfRows(source, rowsShown(slice, state))
      : pictureMessages.sourceOfTies(source, record.ties.length),
    coding: codingWords(record),
  };
}

/** A name for a file: `network-2026-01-26`. */
export function fileName(...parts: string[]): string {
  return parts
    .join('-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The first paragraph of a scene's text, without its markup: what is said under the picture's title. */
export function firstParagraph(markdown: string): string {
  const paragraph = markdown
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .find((part) => part !== '' && !/^(?:>|#|!\[|\||:::|[-*+] |\d+\. |<!--)/.test(part));
  return (paragraph ?? '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/\s+/g, ' ');
}
