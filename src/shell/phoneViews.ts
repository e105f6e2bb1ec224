import type { Focus } from '../focus/focus.svelte';
import type { ViewState } from '../focus/view';
import type { StanceRecord } from '../record/record';

export type PhoneTab = 'net' | 'map' | 'time' | 'pair' | 'rows';

/** The tabs that have something to show. */
export function tabsOf(record: StanceRecord): [PhoneTab, string][] {
  void record;
  return [
    ['net', 'Net'],
    ['map', 'Map'],
    ['time', 'Time'],
    ['pair', 'Pair'],
    ['rows', 'Rows'],
  ];
}

/** Which tab a state shows; null on a page that has none. The atlas opens on its map: the first screen explains itself there. */
export function tabOf(state: ViewState): PhoneTab | null {
  if (state.page === 'atlas') return state.extra['tab'] === 'net' ? 'net' : 'map';
  if (state.page === 'timeline') return 'time';
  if (state.page === 'pair') return 'pair';
  if (state.page === 'evidence') return 'rows';
  return null;
}

export function openTab(focus: Focus, tab: PhoneTab): void {
  if (tab === 'time') focus.go({ page: 'timeline' });
  else if (tab === 'pair') focus.go({ page: 'pair' });
  else if (tab === 'rows') focus.go({ page: 'evidence' });
  else focus.go({ page: 'atlas', extra: { ...focus.state.extra, tab } });
}
