import { describe, expect, it } from 'vitest';
import { pagesOf } from './pages';
import { tabOf, tabsOf } from './phoneViews';
import { START } from '../focus/view';
import { shipped } from '../testing/shippedDataset';

describe('what is offered', () => {
  it('shows no page of stances for a record without any', () => {
    const pages = pagesOf(shipped('great-powers'));
    expect(pages).toContain('balance');
    for (const page of ['change', 'rifts', 'hypotheses', 'claims'] as const) expect(pages).not.toContain(page);
    expect(pagesOf(shipped('eastern-flank'))).toEqual(expect.arrayContaining(['change', 'pair', 'rifts', 'balance', 'desk']));
  });

  it('opens a phone on the map, and marks the tab of every page that has one', () => {
    expect(tabOf(START)).toBe('map');
    expect(tabOf({ ...START, extra: { tab: 'net' } })).toBe('net');
    expect(tabOf({ ...START, page: 'timeline' })).toBe('time');
    expect(tabOf({ ...START, page: 'balance' })).toBeNull();
    expect(tabsOf(shipped('eastern-flank')).map(([tab]) => tab)).toEqual(expect.arrayContaining(['net', 'map', 'time', 'rows']));
  });
});
