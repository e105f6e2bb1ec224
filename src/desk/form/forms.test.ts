import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetAll, memoryStorage, refusal } from '../../testing/keptHere';
import { asForm } from './formDraft';
import { Forms } from './forms.svelte';

vi.mock('idb', () => import('../../testing/keptHere'));

beforeEach(() => {
  forgetAll();
  vi.stubGlobal('localStorage', memoryStorage());
  vi.stubGlobal('BroadcastChannel', undefined);
});

/** A record of its own for each test: what one has not stored yet is not the next one's. */
let name = 0;
beforeEach(() => void name++);

async function opened(record = `r${name}`): Promise<Forms> {
  const forms = new Forms(record);
  await forms.read();
  return forms;
}

/** Until what was asked of the store is done. */
const settled = () => vi.waitFor(() => expect(localStorage.length).toBe(0));

describe('what is entered outlives the page', () => {
  test('the last form is open again, word for word, and the others stand aside', async () => {
    const forms = await opened();
    forms.change({ title: 'First', coder: 'marta', coderName: 'Marta' });
    forms.setAside();
    expect(forms.current).toMatchObject({ title: '', coder: 'marta', coderName: 'Marta' });
    forms.change({ title: 'Second' });
    forms.flush();
    await settled();
    const again = await opened();
    expect(again.current.title).toBe('Second');
    expect(again.aside.map(({ title }) => title)).toEqual(['First']);
    expect((await opened('other')).current.title).toBe('');
  });

  test('a page that is left between two keys finds the last key in the journal', async () => {
    const forms = await opened();
    forms.change({ title: 'Typ' });
    forms.change({ title: 'Typed' });
    // Nothing is stored yet: the hand has not rested.
    const again = await opened();
    expect(again.current.title).toBe('Typed');
    expect(localStorage.length).toBe(0);
  });

  test('one is opened again, and one is removed for good', async () => {
    const forms = await opened();
    forms.change({ title: 'First' });
    const { id } = forms.current;
    forms.setAside();
    await settled();
    forms.open(id);
    expect(forms.current.title).toBe('First');
    expect(forms.aside).toEqual([]);
    forms.remove(id);
    await vi.waitFor(async () => expect((await opened()).list).toEqual([]));
  });

  test('an empty form is not kept', async () => {
    const forms = await opened();
    forms.setAside();
    forms.flush();
    expect((await opened()).list).toEqual([]);
  });
});

test('where two tabs change one form, both stand', async () => {
  const forms = await opened();
  forms.change({ title: 'Common' });
  forms.flush();
  await settled();
  const [one, two] = [await opened(), await opened()];
  vi.useFakeTimers({ now: Date.now() + 1000, toFake: ['Date'] });
  one.change({ title: 'One' });
  one.flush();
  await settled();
  vi.setSystemTime(Date.now() + 1000);
  two.change({ title: 'Two' });
  two.flush();
  await settled();
  await vi.waitFor(async () => expect((await opened()).list.map(({ title }) => title).sort()).toEqual(['One', 'Two']));
  vi.useRealTimers();
  expect(two.current.title).toBe('Two');
  expect(two.current.id).not.toBe(one.current.id);
});

test('what an earlier visit wrote down and another tab has overtaken stands beside it', async () => {
  const forms = await opened();
  forms.change({ title: 'Stored' });
  forms.flush();
  await settled();
  const { current } = forms;
  const left = { base: current.changed - 1, form: { ...current, title: 'Left', changed: current.changed + 1 } };
  localStorage.setItem(`stanceline-journal form r${name} ${current.id}`, JSON.stringify(left));
  expect((await opened()).list.map(({ title }) => title).sort()).toEqual(['Left', 'Stored']);
});

test('a browser that keeps nothing says so, and the form goes on', async () => {
  refusal.error = new DOMException('no', 'QuotaExceededError');
  const forms = await opened();
  expect(forms.problem).toMatch(/not kept here, since the room/);
  forms.change({ title: 'Still here' });
  expect(forms.current.title).toBe('Still here');
  refusal.error = null;
  forms.flush();
  await settled();
  expect(forms.problem).toBe('');
});

test('what is kept and is no form damages nothing but itself', async () => {
  const forms = await opened();
  forms.change({ title: 'Sound' });
  forms.flush();
  await settled();
  localStorage.setItem(`stanceline-journal form r${name} x`, '{');
  localStorage.setItem(`stanceline-journal form r${name} y`, '{"id":""}');
  const again = await opened();
  expect(again.list.map(({ title }) => title)).toEqual(['Sound']);
  expect(asForm({ title: 'no id' })).toBeNull();
});
