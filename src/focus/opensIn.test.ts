import { describe, expect, it } from 'vitest';
import { smallRecord } from '../testing/smallRecord';
import { dayOf } from '../words/calendar';
import { spanOf, startOf } from './start';
import { coded, opening, spoken, type KnownView } from './views';

const record = smallRecord({ stances: [['a', 'b', '2025-01-10', -2], ['b', 'a', '2025-03-10', 1]] }); // prettier-ignore
const withView = (view: string) => ({ ...record, meta: { ...record.meta, view } });

describe('the view in which a record opens', () => {
  it('is its whole span, with the hand at the end and steps that suit it', () => {
    const start = startOf(record, 'small');
    expect(start).toMatchObject({ data: 'small', from: dayOf('2025-01-10'), to: dayOf('2025-03-10'), at: dayOf('2025-03-10') });
    expect(start.step).toBe('day');
    const long = smallRecord({ stances: [['a', 'b', '1815-01-10', -2], ['b', 'a', '1925-03-10', 1]] }); // prettier-ignore
    expect(startOf(long, 'long').step).not.toBe('day');
  });

  it('is the one that the record names, in its own name, by the step that suits its window or that it names', () => {
    const named = startOf(withView('/matrix?from=2025-01-01&to=2025-12-31&at=2025-02-01&data=other'), 'small');
    expect(named).toMatchObject({ page: 'matrix', at: dayOf('2025-02-01'), data: 'small' });
    const wide = '/matrix?from=1800-01-01&to=2025-12-31&at=2025-02-01';
    expect(startOf(withView(wide), 'small').step).not.toBe(named.step);
    expect(startOf(withView(`${wide}&step=day`), 'small').step).toBe('day');
    expect(startOf(withView(`${wide}&notstep=day`), 'small').step).not.toBe('day');
  });
});

describe('the days of the clock', () => {
  it('are those that the record covers, or of a record of ties alone their lives', () => {
    expect(spanOf(record)).toEqual([dayOf('2025-01-10'), dayOf('2025-03-10')]);
    const ties = smallRecord({ ties: [['a;b', 'alliance', '1', '1879-10-07', ''], ['b;c', 'treaty', '1', '1872-05-01', '1873-02-01']] }); // prettier-ignore
    expect(spanOf(ties)).toEqual([dayOf('1872-05-01'), dayOf('1879-10-07')]);
  });

  it('are something to stand on where nothing has a date', () => {
    const [from, to] = spanOf({ ...smallRecord({ stances: [['a', 'b', 'XXXX', 1]] }) });
    expect(from).toBeLessThan(to);
  });
});

describe('a view', () => {
  const view: KnownView = { name: 'map', label: 'Map', home: 'atlas', tab: 'map', shows: coded };

  it('is opened on its page, by its tab where the page shows one at a time, beside other settings', () => {
    expect(opening(view, { sort: 'name' })).toEqual({ page: 'atlas', extra: { sort: 'name', tab: 'map' } });
    expect(opening({ ...view, tab: '' }, { sort: 'name' })).toEqual({ page: 'atlas' });
  });

  it('is called by its name in small letters within a sentence, and draws coded stances', () => {
    expect(spoken(view)).toBe('map');
    expect([coded(record), coded(smallRecord({ ties: [['a;b', 'alliance', '1', '1879', '']] }))]).toEqual([true, false]);
  });
});
