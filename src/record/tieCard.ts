import { formatDate, lastingWords } from '../words/dates';
import { list, sentence, slugWords } from '../words/names';
import { citation as sourceCitation, recordLine } from '../words/sources';
import { plural } from '../words/counts';
import { TIE_WORDS } from '../words/scores';
import { fold } from './fold';
import { nameOf } from './names';
import type { Source, StanceRecord, Tie } from './record';

/** What a tie says, wherever it is listed, found, opened or cited. A tie is no statement: it has no speaker and no score, and no count of rows holds it. */
export interface TieCard {
  /** Index into `record.ties`. */
  tie: number;
  id: string;
  title: string;
  /** `alliance`, `summit group`. */
  kind: string;
  /** `Belarus and Russia`. */
  members: string;
  /** 0 where it takes no side. */
  sign: Tie['sign'];
  /** `friendly`, `unfriendly`, `takes no side`. */
  signWords: string;
  /** `since 8 December 1999`, `1872 up to 1904`; owns up to an end that its source cannot see. */
  span: string;
  summary: string;
  sources: readonly Source[];
}

/** When a tie holds, in words. A tie holds from its start up to and not on its end. */
function spanOf({ start, end, censored }: Tie): string {
  if (censored)
    return `${start === null ? '' : `from ${formatDate(start)}, `}known up to ${end === null ? 'the end of its source' : formatDate(end)}`;
  if (start === null && end === null) return 'no dates given';
  return lastingWords(start, end);
}

/** The card of a tie. Throws a RangeError where there is none. */
export function tieCard(record: StanceRecord, tie: number): TieCard {
  const row = record.ties[tie];
  if (row === undefined) throw new RangeError(`There is no tie ${tie}.`);
  return {
    tie,
    id: row.id,
    title: row.title,
    kind: slugWords(row.kind),
    members: list(
      row.members.map((member) => nameOf(record, member)),
      { most: 20 },
    ),
    sign: row.sign,
    signWords: row.sign === 0 ? 'takes no side' : TIE_WORDS[row.sign],
    span: spanOf(row),
    summary: row.summary,
    sources: row.sources.flatMap((source) => record.sources[source] ?? []),
  };
}

/** The tie of an id, as an index into `record.ties`; -1 for none. */
export function tieOfId(record: StanceRecord, id: string): number {
  return id === '' ? -1 : record.ties.findIndex((tie) => tie.id === id);
}

/** The words of a tie in which is searched. */
function tieText({ title, kind, members, summary, id, signWords }: TieCard): string {
  return fold([title, kind, members, summary, id, signWords].join(' '));
}

const wordsOf = (query: string): string[] =>
  fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The ties that hold every word of a query; none for a query without words. */
export function tiesFound(record: StanceRecord, query: string): TieCard[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return record.ties
    .map((_, tie) => tieCard(record, tie))
    .filter((card) => {
      const text = tieText(card);
      return words.every((word) => text.includes(word));
    });
}

/**
 * A plain-text citation of a tie: what, which kind, between whom, when, every source that was read, the dataset, and the link to it.
 *
 * @param permalink address that opens exactly this tie
 */
export function citationOfTie(record: StanceRecord, tie: number, permalink: string): string {
  const { title, kind, members, span, sources } = tieCard(record, tie);
  const from = sources.map(sourceCitation).join('; ');
  return [
    sentence(`${title} (${kind}: ${members})`),
    sentence(span),
    from === '' ? '' : `${plural(sources.length, { one: 'Source', other: 'Sources' })}: ${from}`,
    sentence(`In: ${recordLine(record.meta)}`),
    permalink,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
