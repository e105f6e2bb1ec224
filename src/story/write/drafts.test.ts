import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetAll, memoryStorage, openDB, refusal } from '../../testing/keptHere';
import { addScene, type Draft } from './draft';
import { Drafts } from './drafts.svelte';
import { dropDamaged, keepDraft, keptDraft, keptDrafts } from './draftStore';

vi.mock('idb', async () => ({ openDB: (await import('../../testing/keptHere')).openDB }));

let storage: ReturnType<typeof memoryStorage>;
const tick = () => vi.advanceTimersByTimeAsync(0);
const rest = () => vi.advanceTimersByTimeAsync(300);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  storage = memoryStorage();
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('BroadcastChannel', undefined);
  forgetAll();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The drafts as a page that has just been opened finds them. */
async function visit(dataset = 'small'): Promise<Drafts> {
  const drafts = new Drafts(dataset);
  await drafts.read();
  return drafts;
}
const titled = (drafts: Drafts, title: string, kind = 'title') => {
  const { current } = drafts;
  if (current === null) throw new Error('no draft is open');
  drafts.change({ ...current, title }, kind);
};

describe('drafts of stories', () => {
  it('are found again at the next visit, the one last changed first, each with its own record', async () => {
    const first = await visit();
    const one = first.create();
    await tick();
    first.open(one);
    titled(first, 'One');
    await rest();
    vi.setSystemTime(Date.now() + 1000);
    const two = first.create();
    first.open(two);
    titled(first, 'Two');
    await rest();
    expect((await visit()).list.map(({ title }) => title)).toEqual(['Two', 'One']);
    expect((await visit('other')).list).toEqual([]);
    expect(first.problem).toBe('');
    expect((await visit()).ready).toBe(true);
  });

  it('are stored once the hand rests, and not before; at once where the page is left', async () => {
    const drafts = await visit();
    const id = drafts.create();
    await tick();
    drafts.open(id);
    titled(drafts, 'B');
    await vi.advanceTimersByTimeAsync(299);
    expect((await keptDraft('small', id))?.title).toBe('');
    titled(drafts, 'Be');
    await vi.advanceTimersByTimeAsync(299);
    expect((await keptDraft('small', id))?.title).toBe('');
    await vi.advanceTimersByTimeAsync(1);
    expect((await keptDraft('small', id))?.title).toBe('Be');
    titled(drafts, 'Best');
    drafts.flush();
    await tick();
    expect((await keptDraft('small', id))?.title).toBe('Best');
  });

  it('that were typed and not yet stored when the page went are there at the next visit', async () => {
    const drafts = await visit();
    const id = drafts.create();
    await tick();
    drafts.open(id);
    titled(drafts, 'Left in a hurry');
    expect((await visit()).find(id)?.title).toBe('Left in a hurry');
    // Once stored, nothing is left to recover.
    expect(storage.length).toBe(0);
  });

  it('are undone by what was done, typing as one step, and what was undone is stored as well', async () => {
    const drafts = await visit();
    const id = drafts.create();
    drafts.open(id);
    expect([drafts.canUndo, drafts.canRedo]).toEqual([false, false]);
    titled(drafts, 'T');
    titled(drafts, 'Ti');
    const { current } = drafts;
    if (current === null) throw new Error('no draft is open');
    drafts.change(addScene(current, '/atlas').draft);
    await rest();
    expect(drafts.current?.scenes).toHaveLength(1);
    drafts.undo();
    expect([drafts.current?.title, drafts.current?.scenes.length, drafts.canRedo]).toEqual(['Ti', 0, true]);
    await rest();
    expect((await keptDraft('small', id))?.scenes).toEqual([]);
    drafts.undo();
    expect([drafts.current?.title, drafts.canUndo]).toEqual(['', false]);
    drafts.redo();
    drafts.redo();
    expect([drafts.find(id)?.title, drafts.current?.scenes.length, drafts.canRedo]).toEqual(['Ti', 1, false]);
  });

  it('begin their undo where they are opened, and opening the open one keeps it', async () => {
    const drafts = await visit();
    const [one, two] = [drafts.create(), drafts.create()];
    expect(one).not.toBe(two);
    drafts.open(one);
    titled(drafts, 'One');
    drafts.open(one);
    expect(drafts.canUndo).toBe(true);
    drafts.open(two);
    expect([drafts.current?.id, drafts.canUndo]).toEqual([two, false]);
    titled(drafts, 'Two');
    drafts.open('nothing');
    expect(drafts.current).toBeNull();
    drafts.undo();
    await rest();
    expect([(await keptDraft('small', one))?.title, (await keptDraft('small', two))?.title]).toEqual(['One', 'Two']);
  });

  it('can be deleted and brought back', async () => {
    const drafts = await visit();
    const id = drafts.create();
    drafts.open(id);
    titled(drafts, 'Kept');
    drafts.remove(id);
    await rest();
    expect([drafts.list, drafts.current, drafts.deleted?.title]).toEqual([[], null, 'Kept']);
    expect((await visit()).list).toEqual([]);
    drafts.restore();
    await tick();
    expect(drafts.deleted).toBeNull();
    expect((await visit()).list.map(({ title }) => title)).toEqual(['Kept']);
  });

  it('say why where the browser keeps nothing, and again nothing once it does', async () => {
    refusal.error = Object.assign(new Error('denied'), { name: 'SecurityError' });
    const drafts = await visit();
    expect(drafts.problem).toMatch(/^Drafts are not kept here, since this browser keeps nothing/);
    expect(drafts.ready).toBe(true);
    const id = drafts.create();
    await tick();
    expect(drafts.problem).toMatch(/^This draft is not kept here.*Save the tables before you leave\.$/);
    expect(drafts.find(id)).toBeDefined();
    refusal.error = null;
    drafts.open(id);
    titled(drafts, 'Now');
    await rest();
    expect(drafts.problem).toBe('');
    expect((await keptDraft('small', id))?.title).toBe('Now');
  });

  it('start from a published story with its scenes, under an id of its own', async () => {
    const drafts = await visit();
    const record = { actors: [] };
    const story = { id: 's', title: 'The border', subtitle: 'In five scenes', author: 'A. Reader', scenes: [{ id: 'c', title: 'First', text: 'Words', view: '/atlas?at=2025-01-01' }] }; // prettier-ignore
    const [one, two] = [drafts.create({ story: story as never, record }), drafts.create({ story: story as never, record })];
    expect(one).not.toBe(two);
    expect(drafts.find(one)).toMatchObject({
      title: 'The border',
      author: 'A. Reader',
      scenes: [{ title: 'First', text: 'Words' }],
    });
  });
});

describe('the store of drafts', () => {
  const draft = (patch: Partial<Draft>): Draft => ({
    id: 'd',
    title: '',
    subtitle: '',
    author: '',
    scenes: [],
    changed: 1,
    ...patch,
  });

  it('merges what another tab stored meanwhile: neither overtakes the other', async () => {
    const base = await keepDraft('small', null, draft({}));
    await keepDraft('small', base, draft({ title: 'Theirs', changed: 2 }));
    const stored = await keepDraft('small', base, draft({ author: 'Mine', changed: 3 }));
    expect(stored).toMatchObject({ title: 'Theirs', author: 'Mine' });
    expect(await keptDraft('small', 'd')).toEqual(stored);
    expect(await keptDraft('other', 'd')).toBeNull();
  });

  it('hands out a damaged draft as it is, beside the sound ones, and lets it be removed', async () => {
    await keepDraft('small', null, draft({ title: 'Sound' }));
    const database = await openDB('stanceline-stories', 1, { upgrade: () => undefined });
    await database.put('drafts', { key: 'small broken', dataset: 'small', draft: { id: 7 } });
    await database.put('drafts', { key: 'smaller broken', dataset: 'smaller', draft: null });
    const { drafts, damaged } = await keptDrafts('small');
    expect(drafts.map(({ title }) => title)).toEqual(['Sound']);
    expect(damaged.map(({ key }) => key)).toEqual(['small broken']);
    expect(JSON.parse(damaged[0]?.text ?? '')).toEqual({ key: 'small broken', dataset: 'small', draft: { id: 7 } });
    const page = new Drafts('small');
    await page.read();
    expect(page.damaged).toHaveLength(1);
    page.removeDamaged('small broken');
    expect(page.damaged).toEqual([]);
    await tick();
    expect((await keptDrafts('small')).damaged).toEqual([]);
    await dropDamaged('smaller broken');
    expect((await keptDrafts('smaller')).damaged).toEqual([]);
  });
});
