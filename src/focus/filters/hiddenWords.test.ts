import { expect, test } from 'vitest';
import { Hidden } from '../../analysis/hidden';
import { shipped } from '../../testing/shippedDataset';
import { dayOf } from '../../words/calendar';
import { filtersOf } from '../focus.svelte';
import { START, type ViewState } from '../view';
import { dropMost, hiddenWords } from './hiddenWords';
import { passing } from './nothingMatches';

const record = shipped('eastern-flank');
const ends = (holder: string, target: string) =>
  [record.actorIndex.get(holder) ?? -1, record.actorIndex.get(target) ?? -1] as const;
const hiddenIn = (state: ViewState, holder: string, target: string) =>
  new Hidden(record, filtersOf(state, null)).ofPair(...ends(holder, target), dayOf('2026-01-26'));

test('with official sources only, Russia on Poland is hidden, not uncovered', () => {
  const state: ViewState = { ...START, sourceKinds: ['official'] };
  const hidden = hiddenIn(state, 'russia', 'poland');
  if (hidden === null) throw new Error('its rows are said to be missing');
  expect(hiddenWords(record, state, hidden)).toMatch(
    /^the filters hide \d+ rows, “official pages” alone \d+ of them$|^the filter “official pages” hides \d+ rows$/,
  );
});

test('dropping the filter that is named brings rows back', () => {
  const state: ViewState = { ...START, basis: 'all', sourceKinds: ['official'] };
  const hidden = hiddenIn(state, 'russia', 'poland');
  if (hidden === null) throw new Error('its rows are said to be missing');
  const then = { ...state, ...dropMost(hidden) };
  expect(hiddenIn(then, 'russia', 'poland')).toBeNull();
  expect(passing(record, then, null)).toBeGreaterThan(passing(record, state, null));
});
