import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Focus } from '../focus/focus.svelte';
import { START } from '../focus/view';
import { forgetAll, memoryStorage } from '../testing/keptHere';
import { smallRecord } from '../testing/smallRecord';
import { MatrixState } from './matrixState.svelte';
import { keptRatings } from './ownStore';
import { keyOf, withRating } from './readerRatings';

vi.mock('idb', async () => ({ openDB: (await import('../testing/keptHere')).openDB }));

beforeEach(() => {
  forgetAll();
  vi.stubGlobal('localStorage', memoryStorage());
});
afterEach(() => vi.unstubAllGlobals());

it('a rating is taken back though it is still on its way to the store', async () => {
  const record = smallRecord({ stances: [['a', 'b', '2025-01-01', 1]] });
  const matrix = new MatrixState(new Focus(record, START));
  const { name } = record.meta;
  await matrix.load(name);
  const rate = (consistency: 'II' | 'CC') =>
    matrix.change(withRating(matrix.own, { hypothesis: 'h1', evidence: 'e1', consistency }), '');
  const kept = async () => (await keptRatings(name)).ratings.get(keyOf('h1', 'e1'))?.consistency;
  rate('II');
  await vi.waitFor(async () => expect(await kept()).toBe('II'));
  rate('CC');
  matrix.undo();
  await vi.waitFor(async () => expect(await kept()).toBe('II'));
  expect(matrix.own.ratings.get(keyOf('h1', 'e1'))?.consistency).toBe('II');
});
