import { calendarOf, type Day } from '../words/calendar';
import { formatMonth } from '../words/dates';
import { aloudMessages, type Counted } from '../words/messages/aloud';

/** What stands over the rows of the timeline's table: how many rows and events the window has, and the month with most rows. */
export function timelineAloud(rows: readonly { day: Day | null; kind: string }[], { from, to }: { from: Day; to: Day }): string {
  const months = new Map<string, number>();
  const stances = rows.filter(({ kind }) => kind === 'stance');
  for (const { day } of stances) {
    if (day === null) continue;
    const { year, month } = calendarOf(day);
    const name = formatMonth(year, month);
    months.set(name, (months.get(name) ?? 0) + 1);
  }
  const busiest = [...months].reduce<Counted | null>((best, month) => (best === null || month[1] > best[1] ? month : best), null);
  return aloudMessages.window(stances.length, rows.filter(({ kind }) => kind === 'event').length, [from, to], busiest);
}
