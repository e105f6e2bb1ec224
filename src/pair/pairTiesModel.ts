import { lastKnownWords } from '../words/dates';
import { pairsOfTie } from '../analysis/rift/tied';
import { xOf, type TimeScale } from '../ui/timeAxis';
import type { StanceRecord } from '../record/record';
import { slugWords } from '../words/names';

/** A tie of two actors as a bar of the chart. */
export interface TieBar {
  tie: number;
  id: string;
  title: string;
  kind: string;
  sign: -1 | 0 | 1;
  from: number;
  to: number;
  /** It began before, or ends after, what is shown. */
  open: [boolean, boolean];
  start: string;
  end: string;
  line: number;
}

/** The ties that join two actors in the window, oldest first, on as many lines as keep them apart. */
export function tieBars(record: StanceRecord, pair: readonly [number, number], scale: TimeScale): TieBar[] {
  const [a, b] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  const ends: number[] = [];
  return record.ties
    .map((tie, index) => ({ tie, index }))
    .filter(({ tie }) => tie.from < scale.until && tie.until > scale.from)
    .filter(({ tie }) => pairsOfTie(record, tie).some(([x, y]) => x === a && y === b))
    .sort((x, y) => x.tie.from - y.tie.from)
    .map(({ tie, index }) => {
      const from = Math.max(0, xOf(scale, Math.max(tie.from, scale.from)));
      const to = Math.min(scale.width, xOf(scale, Math.min(tie.until, scale.until)));
      let line = ends.findIndex((end) => end <= from);
      if (line < 0) line = ends.length;
      ends[line] = to + 4;
      return {
        tie: index,
        id: tie.id,
        title: tie.title,
        kind: slugWords(tie.kind),
        sign: tie.sign,
        from,
        to,
        open: [tie.from < scale.from, tie.until > scale.until],
        start: tie.start?.text ?? '',
        end: tie.censored ? `${lastKnownWords(tie.until - 1)}, not known after` : (tie.end?.text ?? ''),
        line,
      };
    });
}
