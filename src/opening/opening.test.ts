import { heldMedia, servedMedia } from '../focus/media';
import { mediaIn } from '../record/reading/mediaFiles';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeView } from '../focus/url';
import { START } from '../focus/view';
import { bring } from '../bring/bring';
import type { Step } from '../edits/step';
import { loadFiles, loadTables, unpackedFiles } from '../record/reading/load';
import type { StanceRecord } from '../record/record';
import { dataset } from '../testing/soundDataset';
import { smallRecord } from '../testing/smallRecord';
import { asKept, namesOf, type KeptDataset } from './kept';
import { MemoryFolder } from '../testing/memoryFolder';
import type { FolderHandle } from './folder';
import { Opening, type Doors } from './opening.svelte';

const flank: StanceRecord = smallRecord({ stances: [['a', 'b', '2025-01-10', -2]] });
const powers: StanceRecord = smallRecord({ stances: [['c', 'd', '1900-01-10', 1]] });
const named = (record: StanceRecord, name: string, title: string): StanceRecord => ({
  ...record,
  meta: { ...record.meta, name, title },
});
const encode = (text: string) => new TextEncoder().encode(text);
/** The files of a sound dataset, in a folder. */
const folder = (name: string) => new Map([...dataset()].map(([file, text]) => [`${name}/${file}`, encode(text)]));

let kept: Map<string, KeptDataset>;
let steps: Step[];
let folders: Map<string, FolderHandle>;
/** The folder that the reader chooses. */
let chosen: FolderHandle | null;
let pushed: string[];
let replaced: string[];
let refuses: boolean;
let opening: Opening;

/** Records that come with the page; one that a test holds back is opened when it says so. */
let loading: Map<string, Promise<unknown>>;
/** Names of records that were asked for anew, and of those whose reading was ended. */
let fresh: string[];
let stopped: string[];
/** Addresses that were fetched. */
let fetched: string[];
/** Records whose pictures, sounds and films were looked for. */
let shelved: string[];

const doors: Doors = {
  builtIn: [
    { name: 'flank', title: 'The flank' },
    { name: 'powers', title: 'The powers' },
  ],
  load: async (name, progress, limits) => {
    if (limits.fresh) fresh.push(name);
    limits.signal.addEventListener('abort', () => stopped.push(name));
    progress('Waiting for ties.csv');
    await loading.get(name);
    return name === 'flank' ? named(flank, 'flank', 'The flank') : named(powers, 'powers', 'The powers');
  },
  read: (files, name) => loadFiles(files, name),
  bring: (job) => bring(job),
  keep: {
    put: (one) => (refuses ? Promise.reject(new Error('no room')) : Promise.resolve(void kept.set(one.name, one))),
    get: (name) => Promise.resolve(asKept(kept.get(name)) ?? undefined),
    raw: (name) => Promise.resolve(kept.get(name)),
    list: () => Promise.resolve(namesOf([...kept.values()])),
    forget: (name) => (refuses ? Promise.reject(new Error('locked')) : Promise.resolve(void kept.delete(name))),
  },
  folders: {
    pick: () => Promise.resolve(chosen),
    get: (name) => Promise.resolve(folders.get(name) ?? null),
    put: (name, handle) => Promise.resolve(void folders.set(name, handle)),
    forget: (name) => Promise.resolve(void folders.delete(name)),
  },
  site: '/',
  steps: {
    read: (log) => Promise.resolve({ steps: structuredClone(steps).filter(({ record }) => record === log), damaged: 0 }),
    get: (_, key) => Promise.resolve(steps.find((step) => step.key === key) ?? null),
    put: (step) => (refuses ? Promise.reject(new Error('no room')) : Promise.resolve(void steps.push(step))),
    replace: (dropped, step) => Promise.resolve(void (steps = [step, ...steps.filter(({ key }) => !dropped.includes(key))])),
  },
  reread: (job) => loadTables(job),
  files: (name, own) => (own === null ? Promise.resolve(new Map<string, Uint8Array>()) : unpackedFiles(own, name)),
  takeMapping: () => undefined,
  media: async (name, files) => {
    shelved.push(name);
    return files === null ? servedMedia(`https://site.org/${name}/`) : heldMedia(await mediaIn(files));
  },
  offer: (address) => ({ url: `https://site.org/${address}`, may: !address.startsWith('other/'), text: `Data at ${address}` }),
  fetch: (url) => {
    fetched.push(url);
    return Promise.resolve(folder('far'));
  },
  push: (link) => pushed.push(link),
  replace: (link) => replaced.push(link),
  packed: () => Promise.reject(new Error('No packed folder is opened here.')),
};

beforeEach(() => {
  kept = new Map();
  steps = [];
  folders = new Map();
  chosen = null;
  pushed = [];
  replaced = [];
  refuses = false;
  loading = new Map();
  fresh = [];
  stopped = [];
  fetched = [];
  shelved = [];
  opening = new Opening(doors);
  // What writes the address listens for clicks, and there is no window here.
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const titles = () => opening.list.map(({ title }) => title);
const open = () => opening.focus?.record.meta.title;
const drop = (files: Map<string, Uint8Array>) => opening.take(() => Promise.resolve(files));

describe('a link', () => {
  it('that is not understood in full says so, until the next one', async () => {
    await opening.start('#/chnages?source=offical');
    expect(opening.notice?.text).toBe(
      'Not all of this link is understood: page “chnages” and source “offical”. What you see leaves them out.',
    );
    await opening.follow('#/matrix?step=fortnight');
    expect(opening.notice?.text).toBe('Not all of this link is understood: step “fortnight”. What you see leaves it out.');
    await opening.follow('#/matrix');
    expect(opening.notice).toBeNull();
  });

  it('leaves nothing of the view before pointed at', async () => {
    await opening.start('#/atlas');
    const { focus } = opening;
    if (focus) focus.hover = { pair: ['a', 'b'] };
    await opening.follow('#/matrix');
    expect([opening.focus?.state.page, opening.focus?.hover]).toEqual(['matrix', null]);
  });

  it('takes away no other notice', async () => {
    await opening.start('#/pairs');
    const other = { text: 'Something else.', undo: null };
    opening.notice = other;
    await opening.follow('#/matrix');
    expect(opening.notice).toBe(other);
  });

  it('opens the record and the view that it names, and the page’s own where it names none', async () => {
    await opening.start('');
    expect([open(), opening.focus?.state.data]).toEqual(['The flank', '']);
    await opening.follow('#/pair?data=powers&from=1899-01-01&to=1901-01-01&at=1900-05-01');
    expect([open(), opening.focus?.state.data, opening.focus?.state.page]).toEqual(['The powers', 'powers', 'pair']);
  });

  it('changes the view alone where its record is open', async () => {
    await opening.start('#/atlas');
    const { focus } = opening;
    const record = focus?.record;
    await opening.follow('#/matrix?from=2025-01-01&to=2025-12-31&at=2025-06-01');
    expect(opening.focus).toBe(focus);
    expect([focus?.record === record, focus?.state.page]).toEqual([true, 'matrix']);
  });

  it('to a record that is not here says so, keeps what is open, and the next link clears it', async () => {
    await opening.start('#/atlas?data=elsewhere');
    expect(opening.focus).toBeNull();
    expect(opening.problem?.text).toContain('“elsewhere”, which is not part of this site');
    await opening.follow('#/atlas');
    expect([opening.problem, open()]).toEqual([null, 'The flank']);
  });

  it('that comes while another record is read is the one that counts', async () => {
    let go: (value: unknown) => void = () => undefined;
    loading.set('powers', new Promise((resolve) => (go = resolve)));
    const first = opening.start('#/atlas?data=powers');
    await opening.follow('#/atlas?data=flank');
    go(null);
    await first;
    expect(open()).toBe('The flank');
  });
});

describe('a reading that takes long', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says what it waits for, and is stopped by the reader: what is open stays open', async () => {
    await opening.start('');
    loading.set('powers', new Promise(() => undefined));
    void opening.show('powers');
    await vi.advanceTimersByTimeAsync(1000);
    expect(opening.waiting).toBeNull();
    await vi.advanceTimersByTimeAsync(1500);
    expect(opening.waiting).toMatchObject({ title: 'The powers', share: null, text: 'Waiting for ties.csv' });
    opening.cancel();
    expect([opening.waiting, opening.problem, open()]).toEqual([null, null, 'The flank']);
    expect(stopped.at(-1)).toBe('powers');
  });

  it('is stopped before anything is open, which leaves the way to the page’s own record', async () => {
    loading.set('flank', new Promise(() => undefined));
    void opening.start('');
    await vi.advanceTimersByTimeAsync(2500);
    opening.cancel();
    expect([opening.focus, opening.waiting, opening.problem?.title]).toEqual([null, null, 'The reading was stopped']);
    loading.clear();
    opening.choose('flank');
    await vi.advanceTimersByTimeAsync(0);
    expect([open(), opening.problem]).toEqual(['The flank', null]);
  });
});

describe('a record that did not come whole', () => {
  it('is asked for anew in the view that is open', async () => {
    await opening.start('#/matrix?data=powers&from=1899-01-01&to=1901-01-01&at=1900-05-01');
    await opening.again();
    expect([fresh, opening.focus?.state.page, open(), pushed]).toEqual([['powers'], 'matrix', 'The powers', []]);
  });
});

describe('the address', () => {
  it('holds the whole view from the first moment, in place of the little that a link named', async () => {
    await opening.start('#/matrix?data=powers');
    expect(replaced).toHaveLength(1);
    expect(replaced[0]).toMatch(/^#\/matrix\?data=powers&from=[-\d]+&to=[-\d]+&at=/);
    expect(pushed).toEqual([]);
    await opening.follow('#/pair?data=powers');
    expect(replaced.at(-1)).toMatch(/^#\/pair\?data=powers&from=/);
    await opening.follow('#/rifts');
    expect(replaced.at(-1)).toMatch(/^#\/rifts\?from=/);
  });

  it('is left alone where the record that a link asks for does not open', async () => {
    await opening.start('#/atlas?data=unheard-of');
    expect([replaced, opening.problem?.title]).toEqual([[], 'This record could not be opened']);
  });
});

describe('a choice', () => {
  it('opens the record at its first view, as a step that can be gone back', async () => {
    await opening.start('');
    await opening.show('powers');
    expect(open()).toBe('The powers');
    expect(pushed).toHaveLength(1);
    expect(decodeView(pushed[0] ?? '', START).data).toBe('powers');
  });
});

describe('dropped files', () => {
  beforeEach(() => opening.start(''));

  it('are shown, named after their folder, and kept for a reload', async () => {
    await drop(folder('My Folder'));
    expect(opening.focus?.record.meta.name).toBe('my-folder');
    expect(decodeView(pushed[0] ?? '', START).data).toBe('my-folder');
    expect(opening.list.at(-1)).toMatchObject({ name: 'my-folder', kept: true });
    const again = new Opening(doors);
    await again.start('#/atlas?data=my-folder');
    expect(again.focus?.record.evidence.n).toBe(opening.focus?.record.evidence.n);
    expect(again.problem).toBeNull();
  });

  it('never stand in the place of a record that comes with the page', async () => {
    await drop(folder('flank'));
    expect(opening.focus?.record.meta.name).toBe('my-flank');
  });

  it('with faults open on the desk, without any on the atlas', async () => {
    await drop(folder('sound'));
    expect([opening.focus?.record.faults.length, opening.focus?.state.page]).toEqual([0, 'atlas']);
    const faulty = folder('faulty');
    faulty.set('faulty/stances.csv', encode('id,statement\nx,nowhere\n'));
    await drop(faulty);
    expect(opening.focus?.record.faults.length).toBeGreaterThan(0);
    expect(opening.focus?.state.page).toBe('desk');
  });

  it('that hold no table leave open what is open, and say what was expected', async () => {
    await drop(new Map([['notes.txt', encode('hello')]]));
    expect(open()).toBe('The flank');
    expect(opening.problem?.title).toBe('That could not be read');
    expect([pushed, [...kept]]).toEqual([[], []]);
    await opening.take(() => Promise.reject(new Error('The disk is gone.')));
    expect(opening.problem?.text).toBe('The disk is gone.');
  });

  it('of which there are none change nothing', async () => {
    await drop(new Map());
    expect([open(), opening.problem]).toEqual(['The flank', null]);
  });

  it('are shown where the browser keeps nothing, and that is said', async () => {
    refuses = true;
    await drop(folder('tables'));
    expect(opening.focus?.record.meta.name).toBe('tables');
    expect(opening.notice?.text).toContain('a reload will not find it');
    expect(opening.notice?.undo).toBeNull();
  });
});

describe('a kept record', () => {
  beforeEach(async () => {
    await opening.start('');
    await drop(folder('tables'));
  });

  it('is renamed in the list, on the page and for the next visit, while its link stays', async () => {
    await opening.rename('tables', '  Two   neighbours ');
    expect([titles().at(-1), open(), opening.focus?.state.data]).toEqual(['Two neighbours', 'Two neighbours', 'tables']);
    const again = new Opening(doors);
    await again.start('#/atlas?data=tables');
    expect(again.focus?.record.meta.title).toBe('Two neighbours');
  });

  it('keeps its title where the new one is empty', async () => {
    const before = titles();
    await opening.rename('tables', '   ');
    expect(titles()).toEqual(before);
  });

  it('is removed, which opens the page’s own record where it was open, and is brought back', async () => {
    const title = open();
    await opening.remove('tables');
    expect(kept.size).toBe(0);
    expect(titles()).toEqual(['The flank', 'The powers']);
    expect(open()).toBe('The flank');
    expect(opening.notice?.text).toBe(`“${title}” is removed from this browser.`);
    await opening.notice?.undo?.();
    expect([titles().at(-1), open(), opening.notice]).toEqual([title, title, null]);
    expect(kept.get('tables')?.files.size).toBe(folder('tables').size);
  });

  it('that is not open is removed without touching what is', async () => {
    await opening.show('powers');
    await opening.remove('tables');
    expect(open()).toBe('The powers');
    await opening.notice?.undo?.();
    expect(open()).toBe('The powers');
    expect(titles()).toHaveLength(3);
  });

  it('that the browser does not let go stays, and that is said', async () => {
    refuses = true;
    await opening.remove('tables');
    expect(opening.problem).toEqual({ title: 'That could not be removed', text: 'locked' });
    expect(titles()).toHaveLength(3);
  });

  it('that is damaged is told as such, damages nothing else, is saved as it is, and removed', async () => {
    kept.set('broken', { name: 'broken', title: 'Broken', files: 'none' } as unknown as KeptDataset);
    const again = new Opening(doors);
    await again.start('');
    expect(again.list.map(({ name, damaged }) => [name, damaged])).toEqual([
      ['flank', false],
      ['powers', false],
      ['tables', false],
      ['broken', true],
    ]);
    await again.show('broken');
    expect(again.problem?.text).toContain('is damaged');
    expect(JSON.parse(await again.raw('broken'))).toEqual({ name: 'broken', title: 'Broken', files: 'none' });
    expect(await again.raw('tables')).toContain('actors.csv');
    await again.remove('broken');
    expect([...kept.keys()]).toEqual(['tables']);
  });

  it('whose name the site’s own record bears by now gets another, and both are found', async () => {
    const one = kept.get('tables')!;
    kept = new Map([
      ['powers', { ...one, name: 'powers', title: 'Mine' }],
      ['my-powers', { ...one, name: 'my-powers', title: 'Older' }],
    ]);
    const again = new Opening(doors);
    await again.start('');
    expect(again.list.map(({ name, title }) => `${name}: ${title}`).sort()).toEqual([
      'flank: The flank',
      'my-my-powers: Mine',
      'my-powers: Older',
      'powers: The powers',
    ]);
    await again.show('powers');
    expect(again.focus?.record.meta.title).toBe('The powers');
    await again.show('my-my-powers');
    expect(again.focus?.record.meta.title).toBe('Mine');
  });
});

describe('the reader’s edits', () => {
  const named = () => opening.focus?.record.actors.find(({ id }) => id === 'poland')?.name;
  const rename = (name: string) =>
    opening.edits?.apply([{ kind: 'set', table: 'actors', row: 'poland', cells: { name } }], 'renamed');

  it('are followed by the page, which stays where it is, and are found again', async () => {
    await opening.start('');
    await drop(folder('mine'));
    await opening.follow('#/matrix?data=mine&from=2025-09-15&to=2025-12-01&at=2025-11-01&pair=poland~belarus');
    const before = JSON.stringify(opening.focus?.state);
    rename('Polska');
    await opening.edits?.settled();
    expect(named()).toBe('Polska');
    expect(opening.focus?.record.meta.edits).toBe(1);
    expect(JSON.stringify(opening.focus?.state)).toBe(before);
    await opening.show('flank');
    expect(opening.edits?.record).toBe('flank');
    await opening.show('mine');
    expect(named()).toBe('Polska');
  });

  it('are laid over a folder that is dropped again, and both sides of what differs are kept', async () => {
    await opening.start('');
    await drop(folder('mine'));
    rename('Polska');
    await opening.edits?.settled();
    const again = folder('mine');
    const actors = new TextDecoder().decode(again.get('mine/actors.csv'));
    again.set('mine/actors.csv', encode(actors.replace('poland,Poland', 'poland,Lechia').replace('The Minister', 'A Minister')));
    await drop(again);
    expect(named()).toBe('Polska');
    expect(opening.focus?.record.actors.map(({ name }) => name)).toContain('A Minister');
    expect(opening.edits?.clashes().map(({ key, column, theirs }) => [key, column, theirs?.[1]])).toEqual([
      ['poland', 'name', 'Lechia'],
    ]);
  });

  it('stay when the record is given another title', async () => {
    await opening.start('');
    await drop(folder('mine'));
    rename('Polska');
    await opening.edits?.settled();
    await opening.rename('mine', 'Another title');
    await opening.edits?.settled();
    expect([open(), named()]).toEqual(['Another title', 'Polska']);
  });
});

describe('data at an address that a link names', () => {
  it('are fetched on a press alone, and open on the view of the link', async () => {
    await opening.start('#/matrix?data=files/far.zip&conf=high');
    expect([opening.focus, opening.offered?.text, fetched]).toEqual([null, 'Data at files/far.zip', []]);
    await opening.fetchOffered();
    expect([fetched, opening.offered, opening.problem]).toEqual([['https://site.org/files/far.zip'], null, null]);
    expect(opening.focus?.record.meta.name).toBe('far');
    expect(opening.focus?.state).toMatchObject({ page: 'matrix', data: 'far' });
    expect(pushed.at(-1)).toContain('data=far');
  });

  it('that are left open the page’s own record, or leave what is open', async () => {
    await opening.start('#/matrix?data=files/far.zip');
    await opening.leaveOffered();
    expect([opening.focus?.record.meta.name, opening.offered, fetched]).toEqual(['flank', null, []]);
    await opening.follow('#/matrix?data=files/far.zip');
    expect(opening.offered).not.toBeNull();
    await opening.leaveOffered();
    expect([opening.focus?.record.meta.name, fetched]).toEqual(['flank', []]);
  });

  it('that may not be fetched are not, whatever is pressed', async () => {
    await opening.start('#/matrix?data=other/far.zip');
    await opening.fetchOffered();
    expect([fetched, opening.offered?.may]).toEqual([[], false]);
  });
});

describe('a table that is dropped alone', () => {
  const actors = () => new TextDecoder().decode(folder('mine').get('mine/actors.csv')).replace('poland,Poland', 'poland,Polska');
  beforeEach(async () => {
    await opening.start('');
    await drop(folder('mine'));
    await opening.follow('#/matrix?data=mine&from=2025-09-15&to=2025-12-01&at=2025-11-01&pair=poland~belarus');
    await drop(new Map([['actors.csv', encode(actors())]]));
  });

  it('is laid over the open record where the reader says so, which keeps page, window and pair', async () => {
    expect(opening.loose?.laid.map(({ table, counts }) => [table, counts])).toEqual([
      ['actors', { changed: 1, added: 0, lacking: 0 }],
    ]);
    const before = JSON.stringify(opening.focus?.state);
    opening.lay(false);
    await opening.edits?.settled();
    expect(opening.focus?.record.actors.map(({ name }) => name)).toContain('Polska');
    expect(JSON.stringify(opening.focus?.state)).toBe(before);
    expect(opening.notice?.text).toBe('actors.csv laid over: 1 row differs. “My changes” on the desk has them.');
    await opening.notice?.undo?.();
    expect([opening.edits?.changed, opening.notice]).toEqual([false, null]);
  });

  it('takes rows out that it lacks only where that is said', async () => {
    await drop(new Map([['codings.csv', encode('stance,coder,score,reason\n')]]));
    opening.lay(false);
    expect(opening.edits?.changed).toBe(false);
    await drop(new Map([['codings.csv', encode('stance,coder,score,reason\n')]]));
    opening.lay(true);
    expect(opening.edits?.table('codings').rows).toEqual([]);
  });

  it('opens as a record of its own where the reader says that', async () => {
    await opening.loose?.alone();
    expect([opening.loose, opening.focus?.record.meta.name]).toEqual([null, 'actors']);
  });
});

describe('what is kept of a folder', () => {
  it('are its tables and what is written beside them', async () => {
    await opening.start('');
    const files = folder('mine');
    files.set('mine/CODEBOOK.md', encode('How'));
    files.set('mine/film.mp4', new Uint8Array(1000));
    await drop(files);
    const paths = [...(kept.get('mine')?.files.keys() ?? [])];
    expect(paths).toContain('mine/CODEBOOK.md');
    expect(paths).not.toContain('mine/film.mp4');
    expect(paths).toContain('mine/actors.csv');
  });
});

describe('a folder that stays open', () => {
  let disk: MemoryFolder;
  const NEWER = ['poland,Poland,', 'poland,Polska,'] as const;
  const change = (file: string, [from, to]: readonly [string, string]) => disk.write(file, disk.text(file).replace(from, to));
  const nameOf = (id: string) => opening.focus?.record.actors.find((actor) => actor.id === id)?.name;
  const rename = (row: string, name: string) =>
    opening.edits?.apply([{ kind: 'set', table: 'actors', row, cells: { name } }], 'renamed');

  beforeEach(async () => {
    disk = new MemoryFolder('Mine', dataset());
    chosen = disk;
    await opening.start('');
    await opening.keepFolder?.();
  });

  it('is read and kept like one that is dropped', () => {
    expect([opening.focus?.record.meta.name, opening.folder?.name, opening.problem]).toEqual(['mine', 'Mine', null]);
    expect(opening.list.at(-1)).toMatchObject({ name: 'mine', kept: true });
  });

  it('is read again when the reader comes back, with edits over what changed in it', async () => {
    rename('belarus', 'Belarus here');
    change('actors.csv', NEWER);
    await opening.folder?.returned();
    await opening.edits?.settled();
    expect([nameOf('poland'), nameOf('belarus')]).toEqual(['Polska', 'Belarus here']);
    expect(opening.notice?.text).toBe('actors.csv was changed in the folder “Mine” and read again. Your edits stand over them.');
    opening.notice = null;
    await opening.folder?.returned();
    expect(opening.notice).toBeNull();
  });

  it('is found again at the next visit: read where the browser lets it, else offered', async () => {
    change('actors.csv', NEWER);
    const next = new Opening(doors);
    await next.start('#/atlas?data=mine');
    await next.edits?.settled();
    expect(next.focus?.record.actors.find(({ id }) => id === 'poland')?.name).toBe('Polska');

    disk.permission = 'prompt';
    change('actors.csv', ['poland,Polska,', 'poland,Lechia,']);
    opening = new Opening(doors);
    await opening.start('#/atlas?data=mine');
    expect(nameOf('poland')).toBe('Polska');
    expect(opening.notice?.text).toBe('This is the folder “Mine” as it was read last. The browser asks before it is read again.');
    await opening.notice?.undo?.();
    await opening.edits?.settled();
    expect(nameOf('poland')).toBe('Lechia');
  });

  it('is saved into: the tables that differ, each other line byte for byte, and each step can be taken back', async () => {
    disk.write(
      'actors.csv',
      disk.text('actors.csv').replaceAll('\n', '\r\n').replace('Republic of Belarus', '"Republic of Belarus"'),
    );
    await opening.folder?.returned();
    const before = new Map([...disk.files].map(([file, { text }]) => [file, text]));
    rename('poland', 'Polska');
    expect(await opening.folder?.save(new Map([['CHANGELOG.md', () => 'x']]))).toBe(
      'actors.csv is saved into the folder “Mine”; every other line and file is as it was.',
    );
    expect(disk.text('actors.csv')).toBe(before.get('actors.csv')?.replace('poland,Poland,', 'poland,Polska,'));
    for (const [file, text] of before) if (file !== 'actors.csv') expect(disk.text(file)).toBe(text);
    expect(opening.edits?.changed).toBe(false);
    expect(await opening.folder?.save()).toBe('Nothing differs from the folder “Mine”.');
    opening.edits?.undo();
    await opening.edits?.settled();
    expect([nameOf('poland'), opening.edits?.diff().length]).toEqual(['Poland', 1]);
    await opening.folder?.save();
    expect(disk.text('actors.csv')).toBe(before.get('actors.csv'));
  });

  it('has the list of changes written where it has one', async () => {
    disk.write('CHANGELOG.md', '# Changes');
    rename('poland', 'Polska');
    await opening.folder?.save(new Map([['CHANGELOG.md', (before) => `${before}, more`]]));
    expect(disk.text('CHANGELOG.md')).toBe('# Changes, more');
  });

  it('is merged with before it is saved into, and left alone where both sides changed a cell', async () => {
    rename('belarus', 'Belarus here');
    change('actors.csv', NEWER);
    await opening.folder?.save();
    expect(disk.text('actors.csv')).toContain('poland,Polska,');
    expect(disk.text('actors.csv')).toContain('belarus,Belarus here,');

    rename('poland', 'Mine');
    change('actors.csv', ['poland,Polska,', 'poland,Theirs,']);
    const text = disk.text('actors.csv');
    expect(await opening.folder?.save()).toBe(
      'Nothing was written: 1 place was changed here and in the folder “Mine” since. Choose above which stands.',
    );
    expect(disk.text('actors.csv')).toBe(text);
    opening.edits?.settle(opening.edits.clashes(), 'mine', 'mine kept');
    await opening.folder?.save();
    expect(disk.text('actors.csv')).toContain('poland,Mine,');
  });

  it('says what the disk and the browser refuse, and keeps the edits', async () => {
    rename('poland', 'Polska');
    disk.permission = 'prompt';
    disk.answer = 'denied';
    expect(await opening.folder?.save()).toBe(
      'The browser was not allowed to write into the folder “Mine”: nothing was written.',
    );
    disk.permission = 'granted';
    disk.full = 'actors.csv';
    expect(await opening.folder?.save()).toBe('Nothing was written into the folder “Mine”: The disk is full.');
    disk.gone = true;
    expect(await opening.folder?.save()).toBe('The folder “Mine” is not where it was: choose it again on the desk.');
    expect(opening.edits?.diff()).toHaveLength(1);
  });

  it('is forgotten with its record, and brought back with it', async () => {
    await opening.remove('mine');
    expect([folders.size, opening.folder]).toEqual([0, null]);
    await opening.notice?.undo?.();
    expect(folders.size).toBe(1);
  });

  it('is left to the browser that has none: no button is offered', () => {
    expect(new Opening({ ...doors, folders: { ...doors.folders, pick: null } }).keepFolder).toBeNull();
  });
});

describe('two records of one name', () => {
  const other = (name: string) =>
    new Map([
      [`${name}/actors.csv`, encode('id,name,kind\nalba,Alba,state\nborea,Borea,state\n')],
      [`${name}/ties.csv`, encode('id,kind,members,title\nt,treaty,alba;borea,Treaty\n')],
    ]);

  it('stand beside each other, each with its own edits; a newer edition takes the place of the old one', async () => {
    await opening.start('');
    await drop(folder('data'));
    opening.edits?.apply([{ kind: 'add', table: 'actors', cells: { id: 'new', name: 'New', kind: 'state' } }], 'added');
    await opening.edits?.settled();
    await drop(other('data'));
    expect([opening.focus?.record.meta.name, opening.edits?.changed]).toEqual(['data-2', false]);
    await drop(folder('data'));
    expect([opening.focus?.record.meta.name, opening.edits?.diff().length]).toEqual(['data', 1]);
    await drop(other('data'));
    expect(opening.focus?.record.meta.name).toBe('data-2');
    expect([...kept.keys()]).toEqual(['data', 'data-2']);
  });

  it('do not share edits where the first was removed', async () => {
    await opening.start('');
    await drop(folder('data'));
    opening.edits?.apply([{ kind: 'set', table: 'actors', row: 'poland', cells: { name: 'Polska' } }], 'renamed');
    await opening.edits?.settled();
    await opening.remove('data');
    await drop(other('data'));
    expect([opening.focus?.record.meta.name, opening.edits?.past.length]).toEqual(['data', 0]);
    await opening.remove('data');
    await drop(folder('data'));
    expect(opening.edits?.diff()).toHaveLength(1);
  });

  it('on two sites of one host have edits of their own', async () => {
    const at = async (site: string) => {
      const page = new Opening({ ...doors, site });
      await page.start('');
      return page;
    };
    const one = await at('/one/');
    one.edits?.apply([{ kind: 'add', table: 'actors', cells: { id: 'new', name: 'New', kind: 'state' } }], 'added');
    await one.edits?.settled();
    expect([(await at('/two/')).edits?.changed, (await at('/one/')).edits?.changed]).toEqual([false, true]);
  });
});

describe('the pictures, sounds and films of a record', () => {
  const folder = (scenes: string) =>
    new Map(
      Object.entries({
        'told/actors.csv': 'id,name,kind\na,A,state\n',
        'told/stories.csv': 'id,title,subtitle,author\ns,S,,\n',
        'told/scenes.csv': scenes,
        'told/media/gate.png': 'dots',
        'told/film.mp4': 'a film of the day',
      }).map(([path, text]) => [path, new TextEncoder().encode(text)] as const),
    );
  const NAMED =
    'story,order,title,text,view,media,media_alt,media_licence\ns,1,One,,from=2025-01-01&to=2025-02-01&at=2025-02-01,gate.png,A gate,own\n';

  it('come with a folder that is dropped, are kept with it, and found again', async () => {
    await drop(folder(NAMED));
    await vi.waitFor(() => expect(opening.focus?.media?.url('gate.png')).toMatch(/^blob:/));
    expect([...(kept.get('told')?.files.keys() ?? [])]).toContain('told/media/gate.png');
    expect([...(kept.get('told')?.files.keys() ?? [])]).not.toContain('told/film.mp4');
    await opening.show('powers');
    expect(opening.focus?.media?.url('gate.png')).toBe('');
    await opening.show('told');
    await vi.waitFor(() => expect(opening.focus?.media?.url('gate.png')).toMatch(/^blob:/));
  });

  it('are looked for only where a scene names one', async () => {
    await drop(folder('story,order,title,text,view\ns,1,One,,from=2025-01-01&to=2025-02-01&at=2025-02-01\n'));
    await opening.show('flank');
    expect(shelved).toEqual([]);
  });
});
