import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetAll, memoryStorage, openDB } from '../testing/keptHere';
import { keepRatings, keptRatings, noteRatings, recoverRatings } from './ownStore';
import { NOTHING, withRating, withRow } from './readerRatings';

vi.mock('idb', async () => ({ openDB: (await import('../testing/keptHere')).openDB }));

let storage: ReturnType<typeof memoryStorage>;
beforeEach(() => {
  forgetAll();
  storage = memoryStorage();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

const rated = withRating(NOTHING, { hypothesis: 'h1', evidence: 'e1', consistency: 'II', rationale: 'since' });
const cells = async (name = 'small') => [...(await keptRatings(name)).ratings.values()];

describe('own ratings in this browser', () => {
  it('are nothing where nothing is kept, and come back as they were kept, each with its record', async () => {
    expect(await keptRatings('small')).toEqual({ ...NOTHING, damaged: 0 });
    const mine = withRow(rated, 'e9');
    expect(await keepRatings('small', NOTHING, mine)).toEqual(mine);
    expect(await keptRatings('small')).toEqual({ ...mine, damaged: 0 });
    expect(await keptRatings('other')).toEqual({ ...NOTHING, damaged: 0 });
  });

  it('that two tabs changed apart are both kept', async () => {
    await keepRatings('small', NOTHING, rated);
    const other = withRating(NOTHING, { hypothesis: 'h2', evidence: 'e1', consistency: 'C' });
    await keepRatings('small', NOTHING, other);
    expect((await cells()).map(({ hypothesis, consistency }) => [hypothesis, consistency])).toEqual([
      ['h1', 'II'],
      ['h2', 'C'],
    ]);
  });

  it('leave nothing behind once the last is taken out; a row that was added stays', async () => {
    await keepRatings('small', NOTHING, withRow(rated, 'e9'));
    const rowAlone = { ...NOTHING, added: ['e9'] };
    expect(await keepRatings('small', withRow(rated, 'e9'), rowAlone)).toEqual(rowAlone);
    expect((await keptRatings('small')).added).toEqual(['e9']);
    await keepRatings('small', rowAlone, NOTHING);
    const database = await openDB('stanceline-ratings', 1, { upgrade: () => undefined });
    expect(await database.getAll('ratings')).toEqual([]);
  });

  it('that a page did not come to store are stored at the next visit, once', async () => {
    noteRatings('small', NOTHING, rated);
    noteRatings('other', NOTHING, rated);
    await recoverRatings('small');
    expect(await cells()).toEqual([...rated.ratings.values()]);
    expect(await cells('other')).toEqual([]);
    expect(storage.length).toBe(1);
    await recoverRatings('other');
    expect([storage.length, (await cells('other')).length]).toEqual([0, 1]);
  });

  it('that were stored in time are not stored again', async () => {
    const stored = noteRatings('small', NOTHING, rated);
    stored();
    await recoverRatings('small');
    expect(await cells()).toEqual([]);
  });

  it('pass over a line of the journal that cannot be read', async () => {
    noteRatings('small', NOTHING, rated);
    storage.setItem(storage.key(0) ?? '', '{ half a li');
    await recoverRatings('small');
    expect(await cells()).toEqual([]);
    expect(storage.length).toBe(0);
  });
});
