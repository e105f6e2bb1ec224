import { evidenceTest, type Filters } from '../../analysis/slice';
import { EVENT, listOf, type StanceRecord } from '../../record/record';
import { LAST_DAY } from '../../words/calendar';
import { xOf, type TimeScale } from '../../ui/timeAxis';

/** An event that both actors of a pair took part in, on the foot of the chart. */
export interface EventTick {
  id: string;
  title: string;
  /** Px; both the same for an event of one day. */
  from: number;
  to: number;
  /** It still goes on: it has no end within the chart. */
  open: boolean;
  /** Where its title stands, or null where there is no room for it. */
  label: { x: number; anchor: 'start' | 'end' } | null;
}

/** A longer title, in px, is left to the instrument's row of events. */
const LONGEST = 230;

/** Events of the window with both actors among their participants; titles where they have room in one line, most sources first. */
export function eventTicks(
  record: StanceRecord,
  filters: Filters,
  pair: readonly [number, number],
  scale: TimeScale,
  measure: (text: string) => number,
): EventTick[] {
  const { evidence } = record;
  const passes = evidenceTest(record, filters);
  const ticks: (EventTick & { weight: number })[] = [];
  for (let e = 0; e < evidence.dated; e++) {
    if (evidence.kind[e] !== EVENT || evidence.until[e]! < scale.from || evidence.first[e]! >= scale.until) continue;
    const actors = listOf(evidence.actors, e);
    if (!actors.includes(pair[0]) || !actors.includes(pair[1]) || !passes(e)) continue;
    const one = evidence.first[e] === evidence.until[e];
    const from = Math.max(0, xOf(scale, one ? evidence.day[e]! + 0.5 : evidence.first[e]!));
    const to = one ? from : Math.min(scale.width, xOf(scale, evidence.until[e]! + 1));
    ticks.push({
      id: evidence.id[e]!,
      title: evidence.title[e]!,
      from,
      to,
      open: evidence.until[e] === LAST_DAY,
      label: null,
      weight: listOf(evidence.sources, e).length,
    });
  }
  const taken: [number, number][] = [];
  const free = (a: number, b: number) => a >= 0 && b <= scale.width && taken.every(([from, to]) => b <= from || a >= to);
  const order = [...ticks].sort((a, b) => b.weight - a.weight || a.from - b.from);
  for (const tick of order) {
    const width = measure(tick.title);
    if (width > LONGEST) continue;
    if (free(tick.from, tick.from + width)) tick.label = { x: tick.from, anchor: 'start' };
    else if (free(tick.to - width, tick.to)) tick.label = { x: tick.to, anchor: 'end' };
    else continue;
    const a = tick.label.anchor === 'start' ? tick.from : tick.to - width;
    taken.push([a - 10, a + width + 10]);
  }
  return ticks.map(({ id, title, from, to, open, label }) => ({ id, title, from, to, open, label }));
}
