import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadFiles, loadTables } from '../record/reading/load';
import type { StanceRecord } from '../record/record';
import { forgetAll, memoryLocks, memoryStorage, openDB, refusal } from '../testing/keptHere';
import { dataset } from '../testing/soundDataset';
import { Edits, KEPT_STEPS, type EditDoors } from './edits.svelte';
import { browserSteps } from './stepStore';

vi.mock('idb', async () => ({ openDB: (await import('../testing/keptHere')).openDB }));

const encode = (text: string) => new TextEncoder().encode(text);
const files = () => new Map([...dataset()].map(([file, text]) => [file, encode(text)]));
let published: StanceRecord;
let shown: StanceRecord[];

const doors: EditDoors = {
  keep: browserSteps,
  reread: (job) => loadTables(job),
  show: (record) => void shown.push(record),
  files: () => Promise.resolve(files()),
};

/** The channel of a browser: what one tab tells the others hear. */
class Channel extends EventTarget {
  static readonly all = new Set<Channel>();
  constructor(readonly name: string) {
    super();
    Channel.all.add(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.all)
      if (other !== this && other.name === this.name) other.dispatchEvent(new MessageEvent('message', { data }));
  }
  close() {
    Channel.all.delete(this);
  }
}

beforeEach(async () => {
  vi.stubGlobal('localStorage', memoryStorage());
  vi.stubGlobal('BroadcastChannel', Channel);
  forgetAll();
  shown = [];
  published ??= await loadFiles(files(), 'case');
});
afterEach(() => {
  vi.unstubAllGlobals();
  Channel.all.clear();
});

async function visit(): Promise<Edits> {
  const edits = new Edits(published, doors);
  await edits.load();
  return edits;
}
const rename = (edits: Edits, name: string) =>
  edits.apply([{ kind: 'set', table: 'actors', row: 'poland', cells: { name } }], 'renamed');
const nameIn = (record: StanceRecord | undefined) => record?.actors.find(({ id }) => id === 'poland')?.name;

describe('edits of the open record', () => {
  it('are shown by the page, and are the published record again once they are taken back', async () => {
    const edits = await visit();
    rename(edits, 'Polska');
    await edits.settled();
    expect(nameIn(shown.at(-1))).toBe('Polska');
    expect(shown.at(-1)?.meta.edits).toBe(1);
    edits.undo();
    await edits.settled();
    expect(shown.at(-1)).toBe(published);
  });

  it('are read once where many come in one go', async () => {
    const edits = await visit();
    for (const name of ['a', 'b', 'c']) rename(edits, name);
    await edits.settled();
    expect(shown.map(nameIn)).toEqual(['c']);
  });

  it('are checked by the same rules', async () => {
    const edits = await visit();
    edits.apply([{ kind: 'set', table: 'stances', row: 'words--belarus--poland', cells: { score: '7' } }], 'x');
    await edits.settled();
    expect(shown.at(-1)?.faults.map(({ rule, row }) => [rule, row])).toContainEqual(['out-of-range', 1]);
    expect(shown.at(-1)?.stances.n).toBe(published.stances.n - 1);
  });

  it('are found again at the next visit, with their history', async () => {
    const edits = await visit();
    rename(edits, 'Polska');
    rename(edits, 'Lechia');
    await edits.settled();
    edits.close();
    const again = new Edits(published, doors);
    expect(nameIn(await again.load())).toBe('Lechia');
    again.undo();
    again.undo();
    expect(again.changed).toBe(false);
  });

  it('are found again where the page was left before they were stored', async () => {
    const edits = new Edits(published, { ...doors, keep: { ...browserSteps, put: () => new Promise(() => undefined) } });
    await edits.load();
    rename(edits, 'Polska');
    edits.close();
    const next = await visit();
    expect(next.cell('actors', 'poland', 'name')).toBe('Polska');
    // It is stored by now, and written down no more.
    await vi.waitFor(() => expect(localStorage.length).toBe(0));
    expect((await visit()).cell('actors', 'poland', 'name')).toBe('Polska');
  });

  it('hold what was being written into a cell when the tab died, and nothing of a tab that lives', async () => {
    const locks = memoryLocks();
    vi.stubGlobal('navigator', { locks });
    let die: () => void = () => undefined;
    void locks.request('stanceline-cell living', () => new Promise<void>((end) => (die = end)));
    const note = (tab: string, cell: object) => localStorage.setItem(`stanceline-journal cell case ${tab}`, JSON.stringify(cell));
    note('dead', { table: 'actors', row: 'poland', column: 'name', text: 'Pol' });
    note('living', { table: 'actors', row: 'belarus', column: 'name', text: 'Bel' });
    note('broken', { table: 'actors', row: 7 });
    note('lost', { table: 'actors', row: 'nobody', column: 'name', text: 'x' });
    const edits = new Edits(published, doors);
    expect(nameIn(await edits.load())).toBe('Pol');
    expect(edits.past.map(({ label }) => label)).toEqual(['name, as it was being written']);
    expect(edits.cell('actors', 'belarus', 'name')).toBe('Belarus');
    await edits.settled();
    expect((await visit()).cell('actors', 'poland', 'name')).toBe('Pol');
    expect([...Array(localStorage.length).keys()].map((i) => localStorage.key(i))).toEqual([
      'stanceline-journal cell case living',
    ]);
    // It dies while this one is open: what it was writing is found then, and once.
    die();
    await vi.waitFor(() => expect(edits.cell('actors', 'belarus', 'name')).toBe('Bel'));
    await edits.settled();
    expect([localStorage.length, nameIn(shown.at(-1))]).toEqual([0, 'Pol']);
  });

  it('are foreseen without being made', async () => {
    const edits = await visit();
    rename(edits, 'Polska');
    const then = await edits.preview([{ kind: 'set', table: 'actors', row: 'belarus', cells: { name: 'Bel' } }]);
    expect(then.actors.map(({ name }) => name)).toEqual(expect.arrayContaining(['Polska', 'Bel']));
    expect([edits.cell('actors', 'belarus', 'name'), edits.past.length]).toEqual(['Belarus', 1]);
    await expect(edits.preview([{ kind: 'remove', table: 'actors', row: 'nobody' }])).rejects.toThrow(RangeError);
    await edits.settled();
  });

  it('hear what a tab writes down while it is being closed, whether it is stored or not', async () => {
    const hear = new EventTarget();
    vi.stubGlobal('addEventListener', hear.addEventListener.bind(hear));
    vi.stubGlobal('removeEventListener', hear.removeEventListener.bind(hear));
    const storage = (key: string, newValue: string) =>
      hear.dispatchEvent(Object.assign(new Event('storage'), { key: `stanceline-journal ${key}`, newValue }));
    const locks = memoryLocks();
    vi.stubGlobal('navigator', { locks });
    const edits = await visit();
    const dying = new Edits(published, { ...doors, keep: { ...browserSteps, put: () => new Promise(() => undefined) } });
    await dying.load();
    rename(dying, 'Polska');
    const step = dying.past.at(-1);
    storage(`edit other ${step?.key ?? ''}`, JSON.stringify({ ...step, record: 'other' }));
    storage(`edit case ${step?.key ?? ''}`, '{"key":');
    expect(edits.changed).toBe(false);
    storage(`edit case ${step?.key ?? ''}`, JSON.stringify(step));
    expect(edits.cell('actors', 'poland', 'name')).toBe('Polska');
    await edits.settled();
    expect(nameIn(shown.at(-1))).toBe('Polska');

    let die: () => void = () => undefined;
    void locks.request('stanceline-cell far', () => new Promise<void>((end) => (die = end)));
    const line = 'stanceline-journal cell case far';
    localStorage.setItem(line, 'what came so far');
    const cell = (text: string) => JSON.stringify({ table: 'actors', row: 'belarus', column: 'name', text });
    storage('cell case far', cell('B'));
    storage('cell case far', cell('Bel'));
    expect(edits.cell('actors', 'belarus', 'name')).toBe('Belarus');
    die();
    await vi.waitFor(() => expect(edits.cell('actors', 'belarus', 'name')).toBe('Bel'));
    expect(localStorage.getItem(line)).toBeNull();
    // Its last letter comes when it is gone and its line is struck out.
    storage('cell case far', cell('Bela'));
    await vi.waitFor(() => expect(edits.cell('actors', 'belarus', 'name')).toBe('Bela'));
    edits.close();
    storage(`edit case later`, JSON.stringify({ ...step, key: 'zzzzzzzzzzz later' }));
    expect(edits.past).toHaveLength(3);
  });

  it('strike out what is being written once it is written', async () => {
    const edits = await visit();
    edits.writing({ table: 'actors', row: 'poland', column: 'name', text: 'P' });
    expect(localStorage.length).toBe(1);
    edits.writing(null);
    expect(localStorage.length).toBe(0);
  });

  it('stand in the page where the browser refuses to keep them, which is said until it does', async () => {
    const edits = await visit();
    refusal.error = new DOMException('', 'QuotaExceededError');
    rename(edits, 'Polska');
    await edits.settled();
    expect(edits.problem).toBe(
      'Your edits are not kept in this browser, since the room that this browser gives the page is full. Save them before you leave.',
    );
    expect(nameIn(shown.at(-1))).toBe('Polska');
    refusal.error = null;
    rename(edits, 'Lechia');
    await edits.settled();
    expect(edits.problem).toBe('');
  });

  it('leave out a damaged step alone, and say so', async () => {
    const edits = await visit();
    rename(edits, 'Polska');
    await edits.settled();
    const database = await openDB('stanceline-edits', 1, { upgrade: () => undefined });
    await database.put('steps', { key: 'case zzz', step: { key: 'zzz', record: 'case', rows: 7 } });
    const again = await visit();
    expect(again.problem).toBe('1 step of your edits kept here is damaged and left out; the others stand.');
    expect(again.cell('actors', 'poland', 'name')).toBe('Polska');
  });

  it('of two tabs come together, cell by cell, in both', async () => {
    const one = await visit();
    const two = await visit();
    rename(one, 'Polska');
    two.apply([{ kind: 'set', table: 'actors', row: 'poland', cells: { description: 'A state.' } }], 'described');
    await vi.waitFor(() => {
      for (const edits of [one, two])
        expect([edits.cell('actors', 'poland', 'name'), edits.cell('actors', 'poland', 'description')]).toEqual([
          'Polska',
          'A state.',
        ]);
    });
    await Promise.all([one.settled(), two.settled()]);
  });

  it('of another record are not told', async () => {
    const edits = await visit();
    rename(edits, 'Polska');
    await edits.settled();
    const other = new Edits({ ...published, meta: { ...published.meta, name: 'other' } }, doors);
    await other.load();
    expect(other.changed).toBe(false);
  });

  it('are written over the file that is published', async () => {
    const edits = await visit();
    rename(edits, 'Polska');
    const before = dataset().get('actors.csv') ?? '';
    expect(await edits.text('actors')).toEqual({ text: before.replace('poland,Poland', 'poland,Polska'), kept: true });
    await edits.settled();
  });
});

describe('what was wrong with a file', () => {
  const ragged = async () => {
    const odd = files();
    odd.set('actors.csv', encode(`${dataset().get('actors.csv') ?? ''}short,Short,state\n`));
    return loadFiles(odd, 'odd');
  };

  it('goes with the row that is mended, and moves with one that another row was put above', async () => {
    const record = await ragged();
    const edits = new Edits(record, doors);
    await edits.load();
    edits.apply([{ kind: 'add', table: 'actors', cells: { id: 'new', name: 'New', kind: 'state' }, below: 'poland' }], 'x');
    await edits.settled();
    const place = () =>
      shown
        .at(-1)
        ?.faults.filter(({ rule }) => rule === 'ragged-row')
        .map(({ row, line }) => [row, line]);
    expect(place()).toEqual([[5, 6]]);
    edits.apply([{ kind: 'set', table: 'actors', row: 'short', cells: { country: 'POL' } }], 'mended');
    await edits.settled();
    expect(place()).toEqual([]);
    expect(shown.at(-1)?.actors.map(({ id }) => id)).toContain('short');
  });

  it('grow to a limit: at a later visit the oldest stand as one, unless another tab holds them', async () => {
    vi.stubGlobal('navigator', { locks: memoryLocks() });
    const edits = await visit();
    const n = KEPT_STEPS + 300;
    for (let i = 0; i < n; i++) rename(edits, `Name ${i}`);
    await edits.settled();
    const stored = async () => (await browserSteps.read('case')).steps.length;
    const second = await visit();
    expect(await stored()).toBe(n);
    second.close();
    edits.close();
    await vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));

    const later = await visit();
    expect(await stored()).toBe(KEPT_STEPS + 1);
    expect([later.past.length, later.cell('actors', 'poland', 'name')]).toEqual([KEPT_STEPS, `Name ${n - 1}`]);
    later.close();
    const last = await visit();
    while (last.undo());
    expect(last.cell('actors', 'poland', 'name')).toBe(`Name ${n - KEPT_STEPS - 1}`);
    expect(last.changed).toBe(true);
  });

  it('of two records of one name are kept apart', async () => {
    rename(await visit(), 'Polska');
    const other = new Edits(published, doors, 'case~2');
    expect(nameIn(await other.load())).toBe('Poland');
    rename(other, 'Lechia');
    await other.settled();
    expect([other.record, (await visit()).cell('actors', 'poland', 'name')]).toEqual(['case', 'Polska']);
  });

  it('that one tab saved are held against what is published in both, and the other asks for that', async () => {
    const asked = vi.fn();
    const one = await visit();
    const two = new Edits(published, { ...doors, newer: asked });
    await two.load();
    rename(one, 'Polska');
    await one.settled();
    expect(asked).not.toHaveBeenCalled();
    const saved = await loadFiles(
      new Map(
        [...files()].map(([file, bytes]) => [
          file,
          file === 'actors.csv' ? encode((dataset().get(file) ?? '').replace('Poland', 'Polska')) : bytes,
        ]),
      ),
      'case',
    );
    one.saved(saved);
    await one.settled();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
    expect(one.changed).toBe(false);
    one.undo();
    expect(one.diff()).toMatchObject([{ key: 'poland' }]);
    two.publish(saved);
    expect(two.changed).toBe(false);
  });
});
