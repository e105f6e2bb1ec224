import type { StanceRecord } from '../record/record';
import { stepFor } from './step';
import { decodeView } from './url';
import { START, type ViewState } from './view';
import { dayOf } from '../words/calendar';

/** The state in which a record opens when a link says nothing else: the view that the dataset names, else its whole span. */
export function startOf(record: StanceRecord, data: string): ViewState {
  const [first, last] = spanOf(record);
  const whole: ViewState = { ...START, data, from: first, to: last, at: last, step: stepFor(first, last) };
  if (record.meta.view === '') return whole;
  const view = { ...decodeView(record.meta.view, whole), data };
  // A view that names no step is played by the one that suits its window.
  return /(^|[?&])step=/.test(record.meta.view) ? view : { ...view, step: stepFor(view.from, view.to) };
}

/** The days that the record covers; where it has no dated row, its ties' lives; where those are open too, the year 2000. */
export function spanOf(record: StanceRecord): [number, number] {
  if (record.evidence.n > 0) return record.span;
  const days = record.ties.flatMap((tie) => [tie.start?.first, tie.end?.last]).filter((day) => day !== undefined);
  if (days.length === 0) return [dayOf('2000-01-01'), dayOf('2000-12-31')];
  return [Math.min(...days), Math.max(...days)];
}
