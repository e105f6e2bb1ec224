import { map } from './views/map';
import { network } from './views/network';

/**
 * What stands around the views: loaded when it is first shown, as they are. What the first screen needs is fetched while the tables
 * are still being read.
 */
export const parts = {
  lead: () => import('../change/Lead.svelte'),
  instrument: () => import('../timeline/clock/Instrument.svelte'),
  column: () => import('../evidence/EvidenceColumn.svelte'),
  filters: () => import('../focus/filters/FilterSentence.svelte'),
  actors: () => import('../actors/ActorList.svelte'),
  about: () => import('../about/AboutRecord.svelte'),
  find: () => import('../find/FindDialog.svelte'),
  coding: () => import('../coding/CodingKit.svelte'),
  save: () => import('./TakeAlong.svelte'),
  frame: () => import('./FramePage.svelte'),
};

/** Starts fetching what the first screen needs. */
export function preload(): void {
  const first = [parts.lead, parts.instrument, parts.column, parts.filters, network.scene?.load, map.scene?.load];
  for (const load of first) void load?.().catch(() => undefined);
}
