import { formatDay } from '../words/dates';
import type { Day } from '../words/calendar';

/** Two days as short as they allow: "5 to 11 November 2025", "28 October to 3 November 2025". */
export function rangeWords(from: Day, to: Day): string {
  if (from === to) return formatDay(to);
  const [a, b] = [formatDay(from).split(' '), formatDay(to).split(' ')];
  const shared = a[2] === b[2] ? (a[1] === b[1] ? 2 : 1) : 0;
  return `${a.slice(0, 3 - shared).join(' ')} to ${b.join(' ')}`;
}
