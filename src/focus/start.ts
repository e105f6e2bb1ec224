import type { StanceRecord } from '../record/record';
import { stepFor } from './step';
import { decodeOwnView } from './url';
import { START, type ViewState } from './view';
import { dayOf } from '../words/calendar';

/** The state in which a record opens when a link says nothing else: the view that the dataset names, else its whole span. */
export function startOf(record: StanceRecord, data: string): ViewState {
  const [first, last] = spanOf(record);
  const whole: ViewState = { ...START, data, from: first, to: last, at: last, step: stepFor(first, last), rows: rowsFor(record) };
  if (record.meta.view === '') return whole;
  const view = decodeOwnView(record.meta.view, whole);
  // A view that names no step is played by the one that suits its window.
  return /(^|[?&])step=/.test(record.meta.view) ? view : { ...view, step: stepFor(view.from, view.to) };
}

/** So many lines can be told apart in a plate; a record of more pairs draws first those that rest on two rows. */
const MOST_LINES = 60;

/** Fewest rows on which a drawn pair rests where nobody says: in a small record every pair is drawn, be it by a single row. */
function rowsFor({ stances }: StanceRecord): number {
  const pairs = new Set<string>();
  for (let i = 0; i < stances.n; i++) pairs.add(`${stances.holder[i]} ${stances.target[i]}`);
  return pairs.size <= MOST_LINES ? 1 : START.rows;
}

/**
 * The days that the clock can show: those that the record covers; where no row has a date, its ties' lives. Where nothing has a date
 * (`record.span` is null) there is nothing to show on a clock, and the days that come back stand for none: no view may say them.
 */
export function spanOf(record: StanceRecord): [number, number] {
  if (record.evidence.dated > 0 && record.span) return record.span;
  const days = record.ties.flatMap((tie) => [tie.start?.first, tie.end?.last]).filter((day) => day !== undefined);
  if (days.length === 0) return [dayOf('2000-01-01'), dayOf('2000-12-31')];
  return [Math.min(...days), Math.max(...days)];
}
