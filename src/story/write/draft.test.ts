import { describe, expect, it } from 'vitest';
import { checkTables } from '../../record/checking/check';
import { readTable } from '../../record/reading/csv';
import { shipped } from '../../testing/shippedDataset';
import {
  addScene,
  changeScene,
  copyScene,
  freshId,
  insertCard,
  insertLink,
  moveScene,
  newDraft,
  removeScene,
  type Draft,
} from './draft';
import { draftOf, draftsIn, storyOf, tablesWith } from './draftCsv';
import { STOPPED, ticked, timeWords, toggled, turned } from '../present/stopwatch';
import { swipeOf } from '../present/storyKeys';
import { begun, done, redone, undone } from './undo';

const record = shipped('eastern-flank');

function written(): Draft {
  let draft: Draft = { ...newDraft('mine'), title: 'Mine, “quoted”', author: 'A reader' };
  for (const [i, view] of ['from=2025-01-01&to=2025-02-01&at=2025-01-05', 'v2', 'v3'].entries()) {
    const added = addScene(draft, view);
    draft = changeScene(added.draft, added.key, { title: `Scene, ${i + 1}`, text: `Line\n\n"two" ${i + 1}\n\n---notes---\nsay` });
  }
  return draft;
}

describe('a draft', () => {
  const titles = (draft: Draft) => draft.scenes.map(({ title }) => title);

  it('moves scenes within its ends, copies them beside themselves, and deletes them', () => {
    const draft = written();
    const [first] = draft.scenes;
    expect(titles(moveScene(draft, first!.key, 2))).toEqual(['Scene, 2', 'Scene, 3', 'Scene, 1']);
    expect(moveScene(draft, first!.key, -4)).toBe(draft);
    const copied = copyScene(draft, first!.key);
    expect(titles(copied.draft)).toEqual(['Scene, 1', 'Scene, 1', 'Scene, 2', 'Scene, 3']);
    expect(new Set(copied.draft.scenes.map(({ key }) => key)).size).toBe(4);
    expect(titles(removeScene(draft, first!.key))).toEqual(['Scene, 2', 'Scene, 3']);
  });

  it('puts a captured view behind the scene that is open', () => {
    const { draft, key } = addScene(written(), 'new', 0);
    expect(draft.scenes.map(({ view }) => view)).toEqual(['from=2025-01-01&to=2025-02-01&at=2025-01-05', 'new', 'v2', 'v3']);
    expect(draft.scenes[1]!.key).toBe(key);
  });

  it('undoes and redoes step by step; typing in one field is one step', () => {
    const draft = written();
    let history = begun(draft);
    history = done(history, changeScene(draft, 's1', { title: 'A' }), 'title s1');
    history = done(history, changeScene(history.present, 's1', { title: 'AB' }), 'title s1');
    history = done(history, removeScene(history.present, 's2'));
    expect(history.present.scenes).toHaveLength(2);
    history = undone(history);
    expect(titles(history.present)[0]).toBe('AB');
    history = undone(history);
    expect(history.present).toBe(draft);
    expect(undone(history)).toBe(history);
    history = redone(redone(history));
    expect(history.present.scenes).toHaveLength(2);
    // A new step takes the undone ones away.
    history = done(undone(history), changeScene(draft, 's3', { title: 'Z' }));
    expect(redone(history)).toBe(history);
  });

  it('links the selected words to a row, or sets the row as a card', () => {
    expect(insertLink('See the closure now.', 4, 15, 'id-1', 'Title').text).toBe('See [the closure](id-1) now.');
    expect(insertLink('See', 3, 3, 'id-1', 'Title [x]').text).toBe('See [Title x](id-1)');
    expect(insertCard('Text.', 'id-1', 'Title')).toBe('Text.\n\n> [Title](id-1)\n');
  });

  it('gets a readable id that nothing else has', () => {
    expect(freshId('Łódź: a Żubr’s Tale', new Set())).toBe('lodz-a-zubrs-tale');
    expect(freshId('Граница: Йодковский', new Set())).toBe('granitsa-yodkovskiy');
    expect(freshId('The pivot', new Set(['the-pivot', 'the-pivot-2']))).toBe('the-pivot-3');
    expect(freshId('«»', new Set())).toBe('my-story');
  });
});

describe('the tables of stories', () => {
  it('carry a draft behind what is published, and give it back the same', () => {
    const draft = written();
    const tables = tablesWith(record, [draft]);
    const { drafts, faults } = draftsIn(new Map(Object.entries(tables)), record, new Set());
    expect(faults).toEqual([]);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({ title: draft.title, author: draft.author });
    expect(drafts[0]!.scenes.map(({ title, text, view }) => ({ title, text, view }))).toEqual(
      draft.scenes.map(({ title, text, view }) => ({ title, text, view })),
    );
    // The same again is the same text: the form is canonical.
    expect(tablesWith(record, drafts)).toEqual(tables);
  });

  it('never overwrite a published story: a draft of the same name gets an id of its own', () => {
    const published = record.stories[0]!;
    const draft = { ...draftOf(published, 'copy', record), title: 'The pivot' };
    const stories = readTable('stories', 'stories.csv', tablesWith(record, [draft])['stories.csv']).table;
    expect(stories.rows.map(([id]) => id)).toEqual([...record.stories.map(({ id }) => id), 'the-pivot-2']);
    const scenes = readTable('scenes', 'scenes.csv', tablesWith(record, [draft])['scenes.csv']).table;
    const before = record.tables.scenes!.rows;
    expect(scenes.rows.slice(0, before.length)).toEqual(before);
  });

  it('pass the check of the dataset', () => {
    const tables = tablesWith(record, [written()]);
    const stories = readTable('stories', 'stories.csv', tables['stories.csv']).table;
    const scenes = readTable('scenes', 'scenes.csv', tables['scenes.csv']).table;
    const { faults } = checkTables({ ...record.tables, stories, scenes });
    expect(faults.filter(({ file }) => file === 'stories.csv' || file === 'scenes.csv')).toEqual([]);
  });

  it('say it where they hold nothing new', () => {
    const { drafts, faults } = draftsIn(new Map(Object.entries(tablesWith(record, []))), record, new Set());
    expect(drafts).toEqual([]);
    expect(faults).toEqual(['There is no story in it that is not already here.']);
  });

  it('scenes without their story are a draft all the same', () => {
    const csv = 'story,order,title,text,view\nlost,2,B,,v\nlost,1,A,,v\n';
    const { drafts } = draftsIn(new Map([['scenes.csv', csv]]), record, new Set(['lost']));
    expect(drafts[0]).toMatchObject({ id: 'lost-2', title: 'lost' });
    expect(storyOf(drafts[0]!, record).scenes.map(({ title }) => title)).toEqual(['A', 'B']);
  });
});

describe('a talk', () => {
  it('keeps the time of the whole and of the scene, also through a pause', () => {
    let watch = toggled(STOPPED, 1000);
    watch = turned(watch, 61_000);
    watch = toggled(watch, 91_000);
    watch = toggled(watch, 500_000);
    watch = ticked(watch, 510_000);
    expect([timeWords(watch.talk), timeWords(watch.scene)]).toEqual(['1:40', '0:40']);
    expect(timeWords(3_750_000)).toBe('1:02:30');
  });

  it('is turned by a sideways swipe and by no other', () => {
    expect([swipeOf(-80, 10), swipeOf(80, -10), swipeOf(-80, 70), swipeOf(-20, 0)]).toEqual([1, -1, 0, 0]);
  });
});
