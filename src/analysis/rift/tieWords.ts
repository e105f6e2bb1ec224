import type { StanceRecord } from '../../record/record';
import { slugWords } from '../../words/names';
import { formatDate } from '../../words/dates';
import { stanceMessages } from '../../words/messages/stance';
import type { Look } from '../stance/look';

/** A tie by its kind and start: `friendship since 1872`. @param index index into `record.ties` */
export function tieWords(record: StanceRecord, index: number): string {
  const tie = record.ties[index]!;
  return stanceMessages.tie(slugWords(tie.kind), tie.start);
}

/** Since when the newest of the ties of a look holds, no more precise than its table: `1872`; empty where no start is known. */
export function sinceWords(record: StanceRecord, { ties, last }: Look): string {
  const newest = ties.map((index) => record.ties[index]!).find(({ from }) => from === last);
  return newest?.start ? formatDate(newest.start) : '';
}
