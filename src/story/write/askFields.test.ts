import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../testing/shippedDataset';
import { askFaults, choiceLines, choicesCell, drawnPair, pairCell } from './askFields';
import { newDraft, sceneWith } from './draft';
import { askOf, draftOf, draftsIn, storyOf, tablesWith } from './draftCsv';

const record = shipped('eastern-flank');
const asking = { question: 'Who moved first?', choices: 'Minsk;Warsaw;Neither', predict: 'belarus;poland' };

describe('what a scene asks, as it is written', () => {
  it('is a choice a line, and stays as it is typed', () => {
    expect(choiceLines('Minsk;Warsaw')).toBe('Minsk\nWarsaw');
    expect(choicesCell('Minsk\r\nWarsaw; Neither')).toBe('Minsk;Warsaw; Neither');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ';', '\n', ' ') }), (lines) => {
        const cell = choicesCell(lines);
        expect(choicesCell(choiceLines(cell))).toBe(cell);
      }),
    );
  });

  it('is a line of two actors, of whom one may be chosen before the other', () => {
    expect(drawnPair('')).toEqual(['', '']);
    expect(drawnPair(' belarus ; poland')).toEqual(['belarus', 'poland']);
    expect(drawnPair(pairCell('', 'poland'))).toEqual(['', 'poland']);
    expect(pairCell('', '')).toBe('');
  });

  it('is told where it is half', () => {
    expect(askFaults(asking, record)).toEqual([]);
    expect(askFaults(sceneWith('s', {}), record)).toEqual([]);
    expect(askFaults({ ...asking, question: ' ' }, record)).toEqual(['The scene has answers and asks nothing.']);
    expect(askFaults({ ...asking, choices: 'Minsk; ' }, record)).toEqual(['There is one choice: two or more are needed.']);
    const two = 'A line to draw is that of two actors.';
    expect(askFaults({ ...asking, predict: 'belarus;' }, record)).toEqual([two]);
    expect(askFaults({ ...asking, predict: 'poland;poland' }, record)).toEqual([two]);
    expect(askFaults({ ...asking, predict: 'poland;atlantis' }, record)).toEqual([
      'A line to draw names “atlantis”, which is no actor of the record.',
    ]);
  });
});

describe('a draft that asks', () => {
  const at = (id: string) => record.actorIndex.get(id) ?? -1;
  const draft = {
    ...newDraft('mine'),
    title: 'Mine',
    scenes: [sceneWith('s1', { title: 'First', view: 'v' }), sceneWith('s2', { title: 'Second', ...asking })],
  };

  it('is read as it asks', () => {
    expect(storyOf(draft, record).scenes.map(({ ask }) => ask)).toEqual([
      undefined,
      { question: 'Who moved first?', choices: ['Minsk', 'Warsaw', 'Neither'], predict: [at('belarus'), at('poland')] },
    ]);
    expect(askOf({ question: 'In words?', choices: 'one', predict: 'poland;atlantis' }, record)).toEqual({
      question: 'In words?',
      choices: [],
      predict: null,
    });
  });

  it('is what a published story asked, when it is made of one', () => {
    const story = storyOf(draft, record);
    expect(draftOf(story, 'mine', record).scenes[1]).toMatchObject(asking);
    expect(storyOf(draftOf(story, 'mine', record), record)).toEqual(story);
  });

  it('goes into the tables with the columns that it needs, and comes back the same', () => {
    const tables = tablesWith(record, [draft]);
    expect(tables['scenes.csv'].split('\n')[0]).toMatch(/^story,order,title,text,view,(.*,)?question,choices,predict/);
    const [back] = draftsIn(new Map(Object.entries(tables)), record, new Set()).drafts;
    expect(back?.scenes.map(({ question, choices, predict }) => ({ question, choices, predict }))).toEqual([
      { question: '', choices: '', predict: '' },
      asking,
    ]);
    // A table that asks nothing keeps the columns that it has.
    const plain = tablesWith(record, [{ ...draft, scenes: draft.scenes.slice(0, 1) }]);
    expect(plain['scenes.csv'].split('\n')[0]).toBe(record.tables.scenes?.columns.join(','));
  });
});
